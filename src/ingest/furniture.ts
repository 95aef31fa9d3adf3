import { join } from "node:path";
import { furnitureIn, type LearnedFurniture, learnFurniture } from "../furniture.ts";
import { readRaw } from "../read/index.ts";
import { type Entry, type FileEntries, parseEntry, type Run } from "./read-entries.ts";

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
  const bytes = await run.effects.readFile(join(run.content, "raw", file));
  const wanted = new Map(changed.map((entry) => [entry.draft.path, entry]));
  const parsed = new Map<Entry, Entry>();
  if (bytes === undefined) return found;
  for await (const reading of readRaw(file, bytes)) {
    const entry = "article" in reading ? wanted.get(reading.article.path) : undefined;
    if (entry !== undefined && "article" in reading && reading.article.sha256 === entry.draft.sha256)
      parsed.set(entry, { ...parseEntry(run, file, reading.article, entry.last), isKnown: entry.isKnown });
  }
  return { ...found, entries: found.entries.map((entry) => parsed.get(entry) ?? entry), isFresh: true };
}
