import { furnitureIn, type LearnedFurniture, learnFurniture } from "../furniture.ts";
import type { Remembered } from "./memory.ts";
import { filesAhead } from "./read-ahead.ts";
import { type FileEntries, parseFile } from "./read-entries.ts";
import type { Entry, Run } from "./run.ts";
import { startAhead } from "./start-ahead.ts";

/**
 * Learns which lines recur from all articles of the archive, remembered or read, and parses those again that hold a
 * line whose standing changed. What was learned depends on the articles alone, not on their order or on earlier runs.
 */
export async function applyLearned(run: Run, read: Map<string, FileEntries>): Promise<Run> {
  const entries = [...read.values()].flatMap((found) => found.entries);
  const learned = learnFurniture(entries.map(({ draft }) => draft.recurring));
  const taught: Run = { ...run, learned };
  const changed = [...read].flatMap(([file, found]) => {
    const entries = found.entries.filter((entry) => !isAsLearned(entry, learned));
    return entries.length === 0 ? [] : [{ file, found, entries }];
  });
  const parse = ({ file, found, entries }: (typeof changed)[number]) => {
    const again = parseChanged(taught, file, found, entries);
    again.catch(() => {});
    return { file, again };
  };
  for await (const { file, again } of startAhead(changed, parse, filesAhead(run))) read.set(file, await again);
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
