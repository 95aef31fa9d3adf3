import type { Store } from "../store.ts";
import type { FileMemory } from "./memory.ts";
import { type FileEntries, readEntries } from "./read-entries.ts";
import type { Run } from "./run.ts";

/** Files that are read while the articles of earlier ones are parsed, for each thread. */
const FILES_AHEAD = 24;

/**
 * The entries of each raw file, in the order of `paths`. With threads several files are read at once; ids are given
 * and articles kept strictly in order, so that the result is the same.
 */
export async function* readFiles(
  run: Run,
  paths: readonly string[],
  memory: Store<FileMemory>,
): AsyncGenerator<readonly [string, FileEntries]> {
  const most = filesAhead(run);
  const running: Promise<FileEntries>[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let next = 0;
  for (const path of paths) {
    while (next < paths.length && running.length < most) {
      const upcoming = paths[next++] as string;
      const reading = readEntries(run, upcoming, memory.get(upcoming), turn);
      // Whoever fails is told of when its own turn comes.
      turn = reading.catch(() => {});
      running.push(reading);
    }
    yield [path, await (running.shift() as Promise<FileEntries>)];
  }
}

/** Files that may be read at once: the one that is kept, and with threads those that keep them busy. */
export function filesAhead({ threads }: Pick<Run, "threads">): number {
  return 1 + (threads?.count ?? 0) * FILES_AHEAD;
}
