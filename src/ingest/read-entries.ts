import { join } from "node:path";
import type { Effects } from "../effects.ts";
import { furnitureIn, type LearnedFurniture } from "../furniture.ts";
import { type Problem, problem } from "../messages.ts";
import type { ParsedArticle, RawArticle, Relatable } from "../model/article.ts";
import type { Correction } from "../model/correction.ts";
import type { Authority } from "../model/entity.ts";
import { FIELDS, type FieldName, type FieldRow } from "../model/fields.ts";
import { type ParseContext, parseText } from "../parse.ts";
import { readRaw } from "../read/index.ts";
import { applyCorrection, parseCorrection } from "../resolve/corrections.ts";
import { keepText, type TextStore } from "../write/texts.ts";
import {
  type CorrectionFiles,
  type FileMemory,
  type GivenIds,
  makeId,
  type Owners,
  type Remembered,
  sameStamp,
} from "./memory.ts";

/** One article in this run: remembered from the last one, or parsed anew. */
export interface Entry {
  /** The raw file it is in. */
  readonly file: string;
  readonly last?: Remembered;
  readonly parsed?: ParsedArticle;
  readonly draft: Omit<Remembered, "file" | "copyOf">;
  /** True when its id was given in an earlier run. */
  readonly isKnown: boolean;
}

/** What every raw file is read with. */
export interface Run {
  readonly effects: Effects;
  readonly content: string;
  readonly authority: Authority;
  readonly context: ParseContext;
  readonly corrections: CorrectionFiles;
  readonly given: GivenIds;
  readonly owners: Owners;
  readonly texts: TextStore;
  /** Lines that recur in each source; empty until all articles are known. */
  readonly learned: LearnedFurniture;
}

/** One raw file's articles. `isFresh`: it was read in this run. */
export interface FileEntries {
  readonly entries: readonly Entry[];
  readonly memory: Omit<FileMemory, "items">;
  readonly isFresh: boolean;
}

/**
 * The articles of one raw file: remembered when neither it nor a correction of its articles changed, else read.
 * What cannot be read is reported and costs itself alone: articles of the last run that stood in its place stay.
 */
export async function readEntries(
  run: Run,
  file: string,
  last: FileMemory | undefined,
): Promise<FileEntries | undefined> {
  const path = join(run.content, "raw", file);
  const stamp = await run.effects.stat(path);
  if (stamp === undefined) return undefined;
  const isSame =
    last !== undefined && sameStamp(stamp, last.stamp) && last.items.every((item) => isSettledItem(run, item));
  if (isSame) return { entries: last.items.map((item) => remembered(run, file, item)), memory: last, isFresh: false };
  const bytes = await run.effects.readFile(path);
  if (bytes === undefined) return undefined;
  const before = new Map(last?.items.map((item) => [item.path, item]));
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for await (const reading of readRaw(file, bytes)) {
    if ("problem" in reading) problems.push(reading.problem);
    else {
      keepText(run.texts, reading.article);
      entries.push(parseEntry(run, file, reading.article, before.get(reading.article.path)));
    }
  }
  if (problems.some(({ severity }) => severity === "fatal")) {
    const found = new Set(entries.map(({ draft }) => draft.path));
    for (const item of last?.items ?? []) if (!found.has(item.path)) entries.push(remembered(run, file, item));
  }
  return { entries, memory: { stamp, problems }, isFresh: true };
}

function remembered({ texts }: Run, file: string, item: Remembered): Entry {
  texts.keep(item.path);
  const { copyOf, ...draft } = item;
  return { file, last: item, draft, isKnown: copyOf === undefined };
}

/** Its correction is the one applied, and what it is a copy of is still there. */
function isSettledItem({ corrections, owners }: Run, { correction, known, copyOf }: Remembered): boolean {
  return correction === (corrections.get(known.id)?.hash ?? "") && (copyOf === undefined || owners.has(copyOf));
}

export function parseEntry(run: Run, file: string, raw: RawArticle, last: Remembered | undefined): Entry {
  const { path, sha256: hash } = raw;
  const first = parseText(raw, run.context);
  const known = knownId(run, raw, last);
  const id = known ?? makeId(first.article, hash, (id) => isTaken(run, id, path));
  run.owners.set(id, path);
  const word = readWord(run, id);
  const furniture = furnitureIn(first.recurring, run.learned);
  const hasEdits = word.correction.restore.length + word.correction.remove.length + furniture.length > 0;
  const edits = { ...word.correction, recurring: new Set(furniture) };
  const { article, problems } = hasEdits ? parseText(raw, run.context, edits) : first;
  const parsed = applyCorrection({ ...article, id }, word.correction);
  const { title, titleStatus, fields } = parsed;
  // A date that the editor cleared is not inferred from other reports either.
  const { weekday, ...others } = parsed.signals;
  const signals = word.correction.clear.includes("event") || weekday === undefined ? others : { ...others, weekday };
  const relatable: Relatable = { id, title, titleStatus, fields, signals };
  const open = [...problems.filter((found) => !isSettled(found, word.correction)), ...word.problems];
  if (word.correction.raw !== undefined && word.correction.raw !== hash) open.push(staleCorrection(id, path));
  return {
    file,
    parsed,
    draft: {
      path,
      sha256: hash,
      correction: word.hash,
      known: relatable,
      problems: open,
      recurring: first.recurring,
      furniture,
    },
    isKnown: known !== undefined,
    ...(last && { last }),
  };
}

/**
 * The id given earlier. A path that was read before keeps its own; a known hash under a new path is a file that was
 * renamed, unless the path that has the id is still there.
 */
function knownId(run: Run, { path, sha256 }: RawArticle, last: Remembered | undefined): string | undefined {
  const own = last && last.copyOf === undefined ? last.known.id : run.given.byPath.get(path);
  if (own !== undefined) return own;
  return [last?.copyOf, run.given.byHash.get(sha256)].find((id) => id !== undefined && !isTaken(run, id, path));
}

function isTaken({ owners }: Run, id: string, path: string): boolean {
  return owners.has(id) && owners.get(id) !== path;
}

/** An article whose relations changed, or whose file was touched, though its raw text did not change. */
export async function parseAgain(run: Run, { file, draft }: Entry): Promise<ParsedArticle | undefined> {
  const bytes = await run.effects.readFile(join(run.content, "raw", file));
  if (bytes === undefined) return undefined;
  for await (const reading of readRaw(file, bytes)) {
    if ("problem" in reading || reading.article.path !== draft.path) continue;
    const edits = { ...readWord(run, draft.known.id).correction, recurring: new Set(draft.furniture) };
    return { ...parseText(reading.article, run.context, edits).article, ...draft.known };
  }
  return undefined;
}

export function reportAll(effects: Effects, problems: readonly Problem[]): void {
  for (const found of problems) effects.report(problem(found));
}

/** Whether an id is a record of the kind the field holds: a place is no person. */
function isRecordOf({ entities }: Authority): (id: string, field: FieldName) => boolean {
  return (id, field) => entities.get(id)?.type === (FIELDS[field] as FieldRow).entityType;
}

/** A headline that an editor set or confirmed is no longer cut off. */
function isSettled(found: Problem, { set, confirm }: Correction): boolean {
  return found.rule.startsWith("headline:") && (set.title !== undefined || confirm.includes("title"));
}

/** The editor's word on an article; without a file an empty one. */
function readWord({ corrections, authority }: Run, id: string) {
  const { file, text, hash } = corrections.get(id) ?? { file: "", text: "", hash: "" };
  return { ...parseCorrection(file, text, isRecordOf(authority)), hash };
}

function staleCorrection(id: string, path: string): Problem {
  return {
    file: `corrections/${id}.yaml`,
    severity: "warning",
    rule: "correction:stale",
    reason: `raw/${path} changed since this correction was written`,
    note: "It was applied all the same. Look at the article again, then put the new SHA-256 under raw:.",
  };
}
