import type { Store } from "../store.ts";
import type { FileMemory } from "./memory.ts";
import { type FileEntries, type Run, readEntries } from "./read-entries.ts";

/** Files that are read while the articles of earlier ones are parsed, for each thread that parses. */
const FILES_AHEAD = 8;

/**
 * The entries of each raw file, in the order of `paths`. With parsers several files are read at once; ids are given
 * and articles kept strictly in order, so that the result is the same.
 */
export async function* readFiles(
  run: Run,
  paths: readonly string[],
  memory: Store<FileMemory>,
): AsyncGenerator<readonly [string, FileEntries]> {
  const ahead = (run.parsers?.threads ?? 0) * FILES_AHEAD;
  const running: Promise<FileEntries>[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let next = 0;
  for (const path of paths) {
    while (next < paths.length && running.length <= ahead) {
      const upcoming = paths[next++] as string;
      const reading = readEntries(run, upcoming, memory.get(upcoming), turn);
      // Whoever fails is told of when its own turn comes.
      turn = reading.catch(() => {});
      running.push(reading);
    }
    yield [path, await (running.shift() as Promise<FileEntries>)];
  }
}
