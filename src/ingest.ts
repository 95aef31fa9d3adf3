import { join } from "node:path";
import { loadConfig } from "./config.ts";
import { byCodePoint, type Effects, programVersion, sha256 } from "./effects.ts";
import {
  type CorrectionFiles,
  type GivenIds,
  makeId,
  openMemory,
  type Remembered,
  readCorrections,
  readGivenIds,
  sameStamp,
  versionOf,
} from "./ingest/memory.ts";
import { type Problem, problem } from "./messages.ts";
import type { ParsedArticle, Relatable } from "./model/article.ts";
import type { Authority } from "./model/entity.ts";
import { FIELDS, type FieldName, type FieldRow } from "./model/fields.ts";
import { type ParseContext, parseContext, parseText } from "./parse.ts";
import { readText } from "./read/text.ts";
import { type Learned, relate } from "./relate/relate.ts";
import { loadAuthority } from "./resolve/authority.ts";
import { applyCorrection, type Correction, parseCorrection } from "./resolve/corrections.ts";
import { openStore, type Store } from "./store.ts";
import { formatArchiveFile } from "./write/archive-file.ts";
import { toArticle } from "./write/article.ts";
import { articlePath, formatArticleFile } from "./write/article-file.ts";
import { authorityFolders, loadRelations } from "./write/load.ts";

export interface IngestOptions {
  /** The archive's folder: raw, authority, corrections, articles. */
  readonly content: string;
}

export interface IngestResult {
  /** Raw files read and parsed in this run. */
  readonly parsed: number;
  readonly articles: number;
  readonly written: number;
  readonly removed: number;
  readonly summary: string;
}

/** One raw file in this run: remembered from the last one, or parsed anew. */
interface Entry {
  readonly path: string;
  readonly last?: Remembered;
  readonly parsed?: ParsedArticle;
  readonly known: Relatable;
  readonly draft: Omit<Remembered, "file">;
}

/** What every raw file is read with. */
interface Run {
  readonly effects: Effects;
  readonly content: string;
  readonly authority: Authority;
  readonly context: ParseContext;
  readonly corrections: CorrectionFiles;
  readonly given: GivenIds;
}

/**
 * read → clean → segment → extract → resolve → relate → write. What did not change since the last run is not
 * read again; a raw file that cannot be read is reported and its article of an earlier run stays.
 */
export async function ingest(effects: Effects, { content }: IngestOptions): Promise<IngestResult> {
  const config = await loadConfig(effects, content);
  const authority = await loadAuthority(effects, authorityFolders(content, config.sharedAuthority));
  const version = versionOf(
    await programVersion(),
    JSON.stringify([...authority.entities]),
    JSON.stringify(authority.occasions),
  );
  const memory = await openMemory(effects, content, version);
  const articles = join(content, "articles");
  const files = (await effects.listFiles(articles)).filter((path) => path.endsWith(".md"));
  const paths = await effects.listFiles(join(content, "raw"));
  if (paths.length === 0) return nothingToRead(effects, content, files.length);

  const isNew = paths.some((path) => memory.get(path) === undefined);
  const given = isNew ? await readGivenIds(effects, articles, files) : { byPath: new Map(), byHash: new Map() };
  const corrections = await readCorrections(effects, content);
  const run: Run = { effects, content, authority, context: parseContext(authority), corrections, given };
  const entries: Entry[] = [];
  const kept = new Set<string>();
  for (const [done, path] of paths.entries()) {
    const entry = await readEntry(run, path, memory.get(path));
    if (entry !== undefined) entries.push(entry);
    else if (given.byPath.has(path)) kept.add(articlePath(given.byPath.get(path) as string));
    effects.progress("reading", done + 1, paths.length);
  }
  const { unique, copies } = withoutCopies(effects, entries);
  unique.sort((a, b) => byDate(a.known, b.known));
  for (const { draft } of unique) for (const found of draft.problems) effects.report(problem(found));
  reportOrphanCorrections(effects, corrections, new Set(unique.map(({ known }) => known.id)));

  const settled = await openStore<string>(effects, join(content, ".sijill", "relations"), version);
  const { relationOf, ...related } = await relateChanged(run, unique, settled);
  let written = related.written;
  for (const [done, entry] of unique.entries()) {
    const path = articlePath(entry.known.id);
    kept.add(path);
    const file = await writeEntry(run, entry, relationOf(entry.known.id), path);
    if (file.isWritten) written++;
    if (file.remember !== undefined) memory.set(entry.path, { ...entry.draft, file: file.remember });
    effects.progress("writing", done + 1, unique.length);
  }
  for (const { path, draft } of copies)
    memory.set(path, { ...draft, file: { path: "", stamp: { size: 0, mtimeMs: 0 }, relation: "" } });
  const stale = files.filter((file) => !kept.has(file));
  for (const file of stale) await effects.removeFile(join(articles, file));
  await memory.save();
  await settled.save();
  const parsed = entries.filter((entry) => entry.parsed !== undefined).length;
  const summary = `${unique.length} articles: ${parsed} read, ${written} files written${stale.length > 0 ? `, ${stale.length} removed` : ""}`;
  return { parsed, articles: unique.length, written, removed: stale.length, summary };
}

async function readEntry(run: Run, path: string, last: Remembered | undefined): Promise<Entry | undefined> {
  const { effects, content, authority, context, corrections, given } = run;
  const file = join(content, "raw", path);
  const stamp = await effects.stat(file);
  if (stamp === undefined) return undefined;
  if (
    last !== undefined &&
    sameStamp(stamp, last.stamp) &&
    last.correction === (corrections.get(last.known.id)?.hash ?? "")
  ) {
    return { path, last, known: last.known, draft: last };
  }
  const bytes = await effects.readFile(file);
  if (bytes === undefined) return undefined;
  const read = readText(path, bytes);
  if ("problem" in read) {
    effects.report(problem(read.problem));
    return last && { path, last, known: last.known, draft: last };
  }
  const first = parseText(read.article, context);
  const hash = read.article.sha256;
  // A path that was read before keeps its id; a known hash under a new path is a file that was renamed.
  const id = last?.known.id ?? given.byPath.get(path) ?? given.byHash.get(hash) ?? makeId(first.article, hash);
  const word = readWord(run, id);
  const hasEdits = word.correction.restore.length + word.correction.remove.length > 0;
  const { article, problems } = hasEdits ? parseText(read.article, context, word.correction) : first;
  const parsed = applyCorrection({ ...article, id }, word.correction);
  const { title, titleStatus, fields } = parsed;
  // A date that the editor cleared is not inferred from other reports either.
  const { weekday, ...others } = parsed.signals;
  const signals = word.correction.clear.includes("event") || weekday === undefined ? others : { ...others, weekday };
  const known: Relatable = { id, title, titleStatus, fields, signals };
  const open = [...problems.filter((found) => !isSettled(found, word.correction)), ...word.problems];
  if (word.correction.raw !== undefined && word.correction.raw !== hash) open.push(staleCorrection(id, path));
  const draft = { stamp, sha256: hash, correction: word.hash, known, problems: open };
  return { path, parsed, known, draft, ...(last && { last }) };
}

/**
 * Relations across documents, worked out anew and written to archive.json unless neither the articles nor that
 * file changed since the last run.
 */
async function relateChanged(
  { effects, content }: Run,
  entries: readonly Entry[],
  settled: Store<string>,
): Promise<{ written: number; relationOf: (id: string) => Learned }> {
  const file = join(content, "archive.json");
  const members = versionOf(...entries.map(({ known }) => known.id));
  const keyOf = async () => `${members} ${sha256((await effects.readFile(file)) ?? "")}`;
  const isSame =
    entries.every(({ parsed, last }) => parsed === undefined && last?.file.relation !== undefined) &&
    settled.get("key") === (await keyOf());
  if (isSame) {
    const remembered = new Map(
      entries.map(({ known, last }) => [known.id, JSON.parse(last?.file.relation ?? "{}") as Learned]),
    );
    return { written: 0, relationOf: (id) => remembered.get(id) ?? {} };
  }
  const before = await loadRelations(effects, content);
  const { relations, relationOf } = relate(
    entries.map(({ known }) => known),
    before.events,
  );
  const isWritten = await effects.writeFile(file, formatArchiveFile(relations));
  settled.set("key", await keyOf());
  return { written: isWritten ? 1 : 0, relationOf };
}

/** Whether an id is a record of the kind the field holds: a place is no person. */
function isRecordOf({ entities }: Authority): (id: string, field: FieldName) => boolean {
  return (id, field) => entities.get(id)?.type === (FIELDS[field] as FieldRow).entityType;
}

/** A headline that an editor set is no longer cut off. */
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

/** Writes the article file unless it stands there as this run would write it. */
async function writeEntry(
  run: Run,
  entry: Entry,
  relation: Learned,
  path: string,
): Promise<{ isWritten: boolean; remember?: Remembered["file"] }> {
  const target = join(run.content, "articles", path);
  const key = JSON.stringify(relation);
  const last = entry.parsed === undefined ? entry.last?.file : undefined;
  if (
    last !== undefined &&
    last.relation === key &&
    last.path === path &&
    sameStamp(await run.effects.stat(target), last.stamp)
  ) {
    return { isWritten: false, remember: last };
  }
  const parsed = entry.parsed ?? (await parseAgain(run, entry));
  if (parsed === undefined) return { isWritten: false };
  const isWritten = await run.effects.writeFile(target, formatArticleFile(toArticle(parsed, relation)));
  const stamp = await run.effects.stat(target);
  return { isWritten, ...(stamp && { remember: { path, stamp, relation: key } }) };
}

/** An article whose relations changed, or whose file was touched, though its raw text did not change. */
async function parseAgain(run: Run, { path, known }: Entry): Promise<ParsedArticle | undefined> {
  const { effects, content, context } = run;
  const bytes = await effects.readFile(join(content, "raw", path));
  const read = bytes && readText(path, bytes);
  if (read === undefined || "problem" in read) return undefined;
  return { ...parseText(read.article, context, readWord(run, known.id).correction).article, ...known };
}

/** The same bytes under two paths are one article: the first path stands. */
function withoutCopies(effects: Effects, entries: readonly Entry[]): { unique: Entry[]; copies: Entry[] } {
  const first = new Map<string, Entry>();
  const copies: Entry[] = [];
  for (const entry of entries) {
    const other = first.get(entry.known.id);
    if (other === undefined) {
      first.set(entry.known.id, entry);
      continue;
    }
    copies.push(entry);
    const reason = `The same bytes as raw/${other.path}`;
    effects.report(
      problem({
        file: `raw/${entry.path}`,
        severity: "warning",
        rule: "read:same-file-twice",
        reason,
        note: "It is taken once; delete one of the two files.",
      }),
    );
  }
  return { unique: [...first.values()], copies };
}

function byDate(a: Relatable, b: Relatable): number {
  const date = ({ fields }: Relatable) =>
    fields.published?.value ?? fields.filed?.value ?? fields.event?.value ?? "9999";
  return byCodePoint(date(a), date(b)) || byCodePoint(a.id, b.id);
}

function reportOrphanCorrections(effects: Effects, corrections: CorrectionFiles, ids: ReadonlySet<string>): void {
  for (const [id, { file }] of corrections) {
    if (ids.has(id)) continue;
    const reason = `No article has the id «${id}»`;
    effects.report(
      problem({
        file,
        severity: "warning",
        rule: "correction:no-article",
        reason,
        note: "Name the file after the article's id; it was not applied.",
      }),
    );
  }
}

/** An empty raw folder beside article files is more likely a mistake than a wish: nothing is deleted. */
function nothingToRead(effects: Effects, content: string, articles: number): IngestResult {
  const reason = `There is no file in ${join(content, "raw")}`;
  const note =
    articles > 0
      ? `The ${articles} article files of earlier runs were left as they are.`
      : "Put articles there as text files and run again.";
  effects.report(
    problem({ file: "raw", severity: articles > 0 ? "fatal" : "warning", rule: "read:no-raw-files", reason, note }),
  );
  return { parsed: 0, articles, written: 0, removed: 0, summary: "no raw files" };
}
