import { join } from "node:path";
import type { Effects, FileStamp } from "../effects.ts";
import { type Problem, problem } from "../messages.ts";
import { type Parsed, parseText } from "../parse.ts";
import { articlePath } from "../write/article-file.ts";
import { isKept, type TextStore, textKey } from "../write/texts.ts";
import { type Found, findArticles, type Guess } from "./find-articles.ts";
import { type FileMemory, makeId, type Remembered, sameStamp } from "./memory.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { Entry, Run } from "./run.ts";
import { splitRaw } from "./split.ts";
import { readWord, staleCorrection } from "./word.ts";
import { writeArticleFile } from "./write-article-file.ts";

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
  const guess = (path: string) => guessWord(run, idGiven(run, path, before.get(path)));
  const isCorrected = run.correctedFiles.has(file);
  try {
    for await (const found of findArticles(run, { file, stamp, guess, isCorrected, ...(wanted && { wanted }) })) {
      await turn;
      if ("problem" in found) problems.push(found.problem);
      else entries.push(...(await parseEntries(run, file, found, before)));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    problems.push(unreadable(file, code));
  }
  return { entries, problems };
}

/** The word that an article of the id can be prepared with. */
function guessWord(run: Run, id: string | undefined): Guess | undefined {
  if (id === undefined || !run.corrections.has(id)) return undefined;
  const { correction, lines, hash } = readWord(run, id);
  return correction.split?.length ? undefined : { id, correction, lines, hash };
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
  found: Found,
  before: ReadonlyMap<string, Remembered>,
): Promise<Entry[]> {
  const named = await nameFound(run, found, before.get(found.path));
  const { split = [] } = readWord(run, named.id).correction;
  if (split.length === 0) return [await parseEntry(run, file, found, named)];
  const raw = await found.raw();
  const { parts, problems } = splitRaw(raw, split, `corrections/${named.id}.yaml`);
  const { base: _whole, ...name } = named;
  const entries: Entry[] = [];
  for (const part of parts) {
    const own: Found = { ...found, path: part.path, sha256: part.sha256, raw: async () => part };
    const { prepared: _prepared, guess: _guess, ...ofPart } = own;
    const kept = isKept(part.mediaType) ? { ...ofPart, kept: part.text } : ofPart;
    const ownName = part === parts[0] ? name : await nameFound(run, kept, before.get(part.path));
    entries.push(await parseEntry(run, file, kept, ownName));
  }
  const [first, ...others] = entries as [Entry, ...Entry[]];
  return [{ ...first, draft: { ...first.draft, problems: [...first.draft.problems, ...problems] } }, ...others];
}

async function parseEntry(run: Run, file: string, found: Found, named: Named): Promise<Entry> {
  const { path, sha256: hash, kept } = found;
  const { id, isKnown, last } = named;
  if (kept !== undefined) await keepText(run.texts, textKey(found), kept);
  run.owners.set(id, path);
  const word = readWord(run, id);
  const { known, problems, missing, recurring, furniture, facts } = await preparedWith(run, found, named, word);
  const open = [...problems, ...word.problems, ...missing];
  const { merge, raw } = word.correction;
  if (raw !== undefined && raw !== hash) open.push(staleCorrection(id, path, hash));
  return {
    file,
    isFresh: true,
    draft: {
      path,
      sha256: hash,
      correction: word.hash,
      known: { id, ...known },
      problems: open,
      recurring,
      furniture,
      ...(merge && { merge }),
    },
    isKnown,
    ...((await isHeld(run, id, facts)) && { facts }),
    ...(last && { last }),
  };
}

/** A text that is kept already is not put there again: the same key is the same text. */
async function keepText(texts: TextStore, key: string, text: string): Promise<void> {
  if (texts.has(key)) texts.keep(key);
  else await texts.put(key, text);
}

/** The article with the editor's word on it: as a thread prepared it where that was foreseen, else prepared here. */
async function preparedWith(
  { context, learned }: Run,
  { prepared, guess, raw }: Found,
  { id, base }: Named,
  { correction, lines, hash }: ReturnType<typeof readWord>,
): Promise<Prepared> {
  if (prepared !== undefined && hash === (guess?.hash ?? "") && (guess?.id ?? id) === id) return prepared;
  return prepare(await raw(), context(), { word: { id, correction, lines }, learned, ...(base && { base }) });
}

/** Keeps the article file in memory while there is room, else writes it without relations. */
async function isHeld({ effects, content, held }: Run, id: string, facts: Uint8Array): Promise<boolean> {
  if (held.bytes + facts.length <= held.most) {
    held.bytes += facts.length;
    return true;
  }
  const path = articlePath(id);
  const file = { path: join(content, "articles", path), id, facts, relation: {} };
  const { isWritten } = await writeArticleFile(effects, file);
  held.written.set(path, isWritten || held.written.get(path) === true);
  return false;
}

/** What is known of a raw article before its correction is read. */
interface Named {
  readonly id: string;
  /** True when the id was given in an earlier run. */
  readonly isKnown: boolean;
  readonly last?: Remembered;
  /** What its text says by itself, when that had to be asked here for a new id. */
  readonly base?: Parsed;
}

/**
 * The id given earlier, else a new one. A path that was read before keeps its own; a known hash under a new path is
 * a file that was renamed, unless the path that has the id is still there.
 */
async function nameFound(run: Run, found: Found, last: Remembered | undefined): Promise<Named> {
  const { path, sha256, prepared } = found;
  const own = idGiven(run, path, last);
  const id =
    own ?? [last?.copyOf, run.given.byHash.get(sha256)].find((id) => id !== undefined && !isTaken(run, id, path));
  const before = last && { last };
  if (id !== undefined) return { id, isKnown: true, ...before };
  const isOthers = (id: string) => isTaken(run, id, path);
  if (prepared !== undefined)
    return { id: makeId((await prepared).dates, sha256, isOthers), isKnown: false, ...before };
  const base = parseText(await found.raw(), run.context());
  return { id: makeId(base.article.fields, sha256, isOthers), isKnown: false, ...before, base };
}

/** The id that the path has by the last run, or by an article file. */
function idGiven({ given }: Run, path: string, last: Remembered | undefined): string | undefined {
  return last && last.copyOf === undefined ? last.known.id : given.byPath.get(path);
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
