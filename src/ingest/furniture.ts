import { furnitureIn, type LearnedFurniture, learnFurniture } from "../furniture.ts";
import type { Remembered } from "./memory.ts";
import { type Entry, type FileEntries, parseFile, type Run } from "./read-entries.ts";

/**
 * Learns which lines recur from all articles of the archive, remembered or read, and parses those again that hold a
 * line whose standing changed. What was learned depends on the articles alone, not on their order or on earlier runs.
 */
export async function applyLearned(run: Run, read: Map<string, FileEntries>): Promise<Run> {
  const entries = [...read.values()].flatMap((found) => found.entries);
  const learned = learnFurniture(entries.map(({ draft }) => draft.recurring));
  const taught: Run = { ...run, learned };
  for (const [file, found] of read) {
    const changed = found.entries.filter((entry) => !isAsLearned(entry, learned));
    if (changed.length > 0) read.set(file, await parseChanged(taught, file, found, changed));
  }
  return taught;
}

function isAsLearned({ draft }: Entry, learned: LearnedFurniture): boolean {
  return draft.furniture.join("\n") === furnitureIn(draft.recurring, learned).join("\n");
}

/** The file's articles, those that changed parsed anew; one that cannot be read any more stays as it is. */
async function parseChanged(
  run: Run,
  file: string,
  found: FileEntries,
  changed: readonly Entry[],
): Promise<FileEntries> {
  const before = new Map<string, Remembered>(
    found.entries.flatMap(({ draft, last }) => (last === undefined ? [] : [[draft.path, last]])),
  );
  const wanted = new Set(changed.map(({ draft }) => draft.path));
  const again = await parseFile(run, file, found.memory.stamp, before, { wanted });
  const parsed = new Map(again.entries.map((entry) => [entry.draft.path, entry]));
  const entries = found.entries.map((entry) => {
    const now = wanted.has(entry.draft.path) ? parsed.get(entry.draft.path) : undefined;
    return now?.draft.sha256 === entry.draft.sha256 ? { ...now, isKnown: entry.isKnown } : entry;
  });
  return { ...found, entries, isFresh: true };
}
