import { join } from "node:path";
import type { Effects, FileStamp } from "../effects.ts";
import { furnitureIn, type LearnedFurniture } from "../furniture.ts";
import { type Problem, problem } from "../messages.ts";
import type { RawArticle, Relatable } from "../model/article.ts";
import type { Authority } from "../model/entity.ts";
import { type ParseContext, type Parsed, parseText } from "../parse.ts";
import { readRaw } from "../read/index.ts";
import type { Reading } from "../read/types.ts";
import { applyCorrection } from "../resolve/apply-correction.ts";
import { toArticle } from "../write/article.ts";
import { articlePath, formatArticleFile } from "../write/article-file.ts";
import { keepText, openRaw, PART, type TextStore, textKey } from "../write/texts.ts";
import {
  type CorrectionFiles,
  type FileMemory,
  type GivenIds,
  makeId,
  type Owners,
  type Remembered,
  sameStamp,
} from "./memory.ts";
import type { Parsers } from "./parsers.ts";
import { splitRaw } from "./split.ts";
import { startAhead } from "./start-ahead.ts";
import { isSettled, missingLines, readWord, staleCorrection } from "./word.ts";

/** One article in this run: remembered from the last one, or parsed anew. */
export interface Entry {
  /** The raw file it is in. */
  readonly file: string;
  readonly last?: Remembered;
  /** Parsed in this run. */
  readonly isFresh: boolean;
  /** Its article file without what other articles say of it; absent when not parsed, or written already to save memory. */
  readonly bytes?: Buffer;
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
  /** Threads that parse; absent: everything is parsed here. */
  readonly parsers?: Parsers;
  readonly corrections: CorrectionFiles;
  readonly given: GivenIds;
  readonly owners: Owners;
  readonly texts: TextStore;
  /** Lines that recur in each source; empty until all articles are known. */
  readonly learned: LearnedFurniture;
  /** Article files that wait in memory for their relations, in bytes, and the paths of those that no longer do. */
  readonly held: { bytes: number; readonly written: Set<string> };
}

/** Bytes of article files kept in memory until their relations are known; a large crawl has more. */
const MOST_HELD = 128 * 1024 * 1024;

/** One raw file's articles. `isFresh`: it was read in this run. */
export interface FileEntries {
  readonly entries: readonly Entry[];
  readonly memory: Omit<FileMemory, "items">;
  readonly isFresh: boolean;
}

/**
 * The articles of one raw file: remembered when neither it nor a correction of its articles changed, else read.
 * What cannot be read is reported and costs itself alone: articles of the last run that stood in its place stay.
 * Nothing is named or kept before `turn`: until then the file is read and its first articles are parsed.
 */
export async function readEntries(
  run: Run,
  file: string,
  last: FileMemory | undefined,
  turn?: Promise<unknown>,
): Promise<FileEntries> {
  const path = join(run.content, "raw", file);
  const stamp = await run.effects.stat(path);
  const isUntouched = stamp !== undefined && last !== undefined && sameStamp(stamp, last.stamp);
  if (stamp === undefined || isUntouched) await turn;
  if (stamp === undefined) {
    const entries = last?.items.map((item) => remembered(run, file, item)) ?? [];
    return { entries, memory: { stamp: { size: 0, mtimeMs: 0 }, problems: [notThere(file)] }, isFresh: true };
  }
  if (isUntouched && last.items.every((item) => isSettledItem(run, item)))
    return { entries: last.items.map((item) => remembered(run, file, item)), memory: last, isFresh: false };
  const before = new Map(last?.items.map((item) => [item.path, item]));
  const { entries, problems } = await parseFile(run, file, stamp, before, { turn });
  if (problems.some(({ severity }) => severity === "fatal")) {
    const found = new Set(entries.map(({ draft }) => draft.path));
    for (const item of last?.items ?? []) if (!found.has(item.path)) entries.push(remembered(run, file, item));
  }
  return { entries, memory: { stamp, problems }, isFresh: true };
}

/** Articles of a file that the threads parse ahead of the one that is kept. */
const ARTICLES_AHEAD = 16;

/**
 * Reads a raw file and parses its articles, whatever is remembered of them; with `wanted` those paths alone. `before`
 * holds what the last run knew of each. Nothing is named or kept before `turn`.
 */
export async function parseFile(
  run: Run,
  file: string,
  stamp: FileStamp,
  before: ReadonlyMap<string, Remembered>,
  { wanted, turn }: { readonly wanted?: ReadonlySet<string>; readonly turn?: Promise<unknown> | undefined } = {},
): Promise<{ entries: Entry[]; problems: Problem[] }> {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const whole = wanted && new Set([...wanted].map((path) => path.split(PART)[0]));
  try {
    const readings = readRaw(file, await openRaw(run.effects, join(run.content, "raw", file), stamp));
    const { parsers } = run;
    const ahead = parsers === undefined || wanted ? undefined : (raw: RawArticle) => parsers.parse(raw);
    for await (const { reading, parsed } of startParsing(readings, ahead)) {
      await turn;
      if ("problem" in reading) problems.push(reading.problem);
      else if (whole?.has(reading.article.path) ?? true)
        entries.push(...(await parseEntries(run, file, reading.article, before, await parsed)));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    problems.push(unreadable(file, code));
  }
  return { entries, problems };
}

/** What is read, and parsed already where threads do it. */
function startParsing(
  readings: AsyncIterable<Reading>,
  parse: ((raw: RawArticle) => Promise<Parsed>) | undefined,
): AsyncIterable<{ readonly reading: Reading; readonly parsed?: Promise<Parsed> }> {
  const start = (reading: Reading) => {
    if (parse === undefined || "problem" in reading) return { reading };
    const parsed = parse(reading.article);
    parsed.catch(() => {});
    return { reading, parsed };
  };
  return startAhead(readings, start, parse === undefined ? 1 : ARTICLES_AHEAD);
}

function remembered({ texts }: Run, file: string, item: Remembered): Entry {
  texts.keep(textKey(item));
  const { copyOf, ...draft } = item;
  return { file, last: item, isFresh: false, draft, isKnown: copyOf === undefined };
}

/** Its correction is the one applied, and what it is a copy of is still there. */
function isSettledItem({ corrections, owners }: Run, { correction, known, copyOf }: Remembered): boolean {
  return correction === (corrections.get(known.id)?.hash ?? "") && (copyOf === undefined || owners.has(copyOf));
}

/** The article that a reader gives, or those that the editor splits it into. */
async function parseEntries(
  run: Run,
  file: string,
  raw: RawArticle,
  before: ReadonlyMap<string, Remembered>,
  parsed: Parsed | undefined,
): Promise<Entry[]> {
  const named = nameRaw(run, raw, before.get(raw.path), parsed);
  const { split = [] } = readWord(run, named.id).correction;
  if (split.length === 0) return [await parseEntry(run, file, raw, named)];
  const { parts, problems } = splitRaw(raw, split, `corrections/${named.id}.yaml`);
  const { parsed: _whole, ...name } = named;
  const entries: Entry[] = [];
  for (const part of parts)
    entries.push(
      await parseEntry(run, file, part, part === parts[0] ? name : nameRaw(run, part, before.get(part.path))),
    );
  const [first, ...others] = entries as [Entry, ...Entry[]];
  return [{ ...first, draft: { ...first.draft, problems: [...first.draft.problems, ...problems] } }, ...others];
}

async function parseEntry(run: Run, file: string, raw: RawArticle, named: Named): Promise<Entry> {
  const { path, sha256: hash } = raw;
  const { id, isKnown, last, parsed: first } = named;
  await keepText(run.texts, raw);
  run.owners.set(id, path);
  const word = readWord(run, id);
  const { correction } = word;
  const base = first ?? parseText(raw, run.context);
  const furniture = furnitureIn(base.recurring, run.learned);
  const hasEdits = correction.restore.length + correction.remove.length + furniture.length > 0;
  const edits = { ...correction, recurring: new Set(furniture) };
  const { article, problems } = hasEdits ? parseText(raw, run.context, edits) : base;
  const parsed = applyCorrection({ ...article, id }, correction);
  const { title, titleStatus, fields } = parsed;
  // A date that the editor cleared is not inferred from other reports either.
  const { weekday, ...others } = parsed.signals;
  const signals = correction.clear.includes("event") || weekday === undefined ? others : { ...others, weekday };
  const known: Relatable = { id, title, titleStatus, fields, signals };
  const isOpen = (found: Problem) => !isSettled(found, correction, run.authority);
  const open = [...problems.filter(isOpen), ...word.problems, ...missingLines(raw, word.lines, id)];
  if (correction.raw !== undefined && correction.raw !== hash) open.push(staleCorrection(id, path, hash));
  const bytes = Buffer.from(formatArticleFile(toArticle(parsed)));
  return {
    file,
    isFresh: true,
    draft: {
      path,
      sha256: hash,
      correction: word.hash,
      known,
      problems: open,
      recurring: base.recurring,
      furniture,
      ...(correction.merge && { merge: correction.merge }),
    },
    isKnown,
    ...((await isHeld(run, id, bytes)) && { bytes }),
    ...(last && { last }),
  };
}

/** Keeps the article file in memory while there is room, else writes it. */
async function isHeld({ effects, content, held }: Run, id: string, bytes: Buffer): Promise<boolean> {
  if (held.bytes + bytes.length <= MOST_HELD) {
    held.bytes += bytes.length;
    return true;
  }
  const path = articlePath(id);
  await effects.writeFile(join(content, "articles", path), bytes);
  held.written.add(path);
  return false;
}

/** What is known of a raw article before its correction is read. */
interface Named {
  readonly id: string;
  /** True when the id was given in an earlier run. */
  readonly isKnown: boolean;
  readonly last?: Remembered;
  /** What its text says, when that had to be asked for a new id. */
  readonly parsed?: Parsed;
}

/**
 * The id given earlier, else a new one. A path that was read before keeps its own; a known hash under a new path is
 * a file that was renamed, unless the path that has the id is still there.
 */
function nameRaw(run: Run, raw: RawArticle, last: Remembered | undefined, ahead?: Parsed): Named {
  const { path, sha256 } = raw;
  const own = last && last.copyOf === undefined ? last.known.id : run.given.byPath.get(path);
  const id =
    own ?? [last?.copyOf, run.given.byHash.get(sha256)].find((id) => id !== undefined && !isTaken(run, id, path));
  const before = last && { last };
  if (id !== undefined) return { id, isKnown: true, ...before, ...(ahead && { parsed: ahead }) };
  const parsed = ahead ?? parseText(raw, run.context);
  return { id: makeId(parsed.article, sha256, (id) => isTaken(run, id, path)), isKnown: false, ...before, parsed };
}

function isTaken({ owners }: Run, id: string, path: string): boolean {
  return owners.has(id) && owners.get(id) !== path;
}

export function reportAll(effects: Effects, problems: readonly Problem[]): void {
  for (const found of problems) effects.report(problem(found));
}

function unreadable(file: string, code: string): Problem {
  return {
    file: `raw/${file}`,
    severity: "fatal",
    rule: "read:unreadable-file",
    reason: `The file cannot be opened: ${code}`,
    note: "Give the program the right to read it; what is known of its articles stays.",
  };
}

/** Listed, and yet not there: a link that leads nowhere, or a name that the system cannot be asked for. */
function notThere(file: string): Problem {
  const isMisnamed = file.includes("\ufffd");
  return {
    file: `raw/${file}`,
    severity: "fatal",
    rule: "read:unreadable-file",
    reason: isMisnamed ? "The name of the file is not UTF-8" : "There is no file where this link leads",
    note: `${isMisnamed ? "Rename it" : "Put the file there, or delete the link"}; what is known of its articles stays.`,
  };
}
