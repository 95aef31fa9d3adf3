import { join } from "node:path";
import { loadConfig } from "./config.ts";
import { byCodePoint, type Effects, programVersion, sha256 } from "./effects.ts";
import { type GivenIds, makeId, openMemory, readGivenIds, type Remembered, sameStamp, versionOf } from "./ingest/memory.ts";
import { problem, type Problem } from "./messages.ts";
import type { ParsedArticle, Relatable } from "./model/article.ts";
import type { Authority } from "./model/entity.ts";
import { type ParseContext, parseContext, parseText } from "./parse.ts";
import { readText } from "./read/text.ts";
import { loadAuthority } from "./resolve/authority.ts";
import { applyCorrection, type Correction, parseCorrection } from "./resolve/corrections.ts";
import { type Learned, relate } from "./relate/relate.ts";
import { toArticle } from "./write/article.ts";
import { formatArchiveFile } from "./write/archive-file.ts";
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
  readonly remembered?: Remembered;
  readonly parsed?: ParsedArticle;
  readonly known: Relatable;
  readonly draft: Omit<Remembered, "file">;
}

/**
 * read → clean → segment → extract → resolve → relate → write. What did not change since the last run is not
 * read again; a raw file that cannot be read is reported and its article of an earlier run stays.
 */
export async function ingest(effects: Effects, { content }: IngestOptions): Promise<IngestResult> {
  const config = await loadConfig(effects, content);
  const authority = await loadAuthority(effects, authorityFolders(content, config.sharedAuthority));
  const context = parseContext(authority);
  const version = versionOf(await programVersion(), JSON.stringify([...authority.entities], undefined), JSON.stringify(authority.occasions));
  const memory = await openMemory(effects, content, version);
  const given = await readGivenIds(effects, content);

  const paths = await effects.listFiles(join(content, "raw"));
  if (paths.length === 0) return nothingToRead(effects, content, given);
  const entries: Entry[] = [];
  const kept = new Set<string>();
  let parsed = 0;
  for (const [done, path] of paths.entries()) {
    const entry = await readEntry(effects, content, path, { context, authority, given, memory: memory.get(path) });
    if (entry !== undefined) entries.push(entry);
    else if (given.byPath.has(path)) kept.add(articlePath(given.byPath.get(path) as string));
    if (entry?.parsed !== undefined) parsed++;
    effects.progress("reading", done + 1, paths.length);
  }
  const unique = withoutCopies(effects, entries);
  unique.sort((a, b) => byDate(a.known, b.known));
  for (const { draft } of unique) for (const found of draft.problems) effects.report(problem(found));

  const before = await loadRelations(effects, content);
  const { relations, relationOf } = relate(unique.map(({ known }) => known), before.events);
  let written = 0;
  for (const [done, entry] of unique.entries()) {
    const path = articlePath(entry.known.id);
    kept.add(path);
    const relation = relationOf(entry.known.id);
    const key = JSON.stringify(relation);
    const last = entry.remembered?.file;
    const target = join(content, "articles", path);
    const unchanged = last !== undefined && last.relation === key && last.path === path && sameStamp(await effects.stat(target), last.stamp);
    if (!unchanged && (await writeEntry(effects, content, entry, relation, context, target))) written++;
    const stamp = unchanged ? last.stamp : await effects.stat(target);
    if (stamp !== undefined) memory.set(entry.path, { ...entry.draft, file: { path, stamp, relation: key } });
    effects.progress("writing", done + 1, unique.length);
  }
  if (await effects.writeFile(join(content, "archive.json"), formatArchiveFile(relations))) written++;
  const stale = given.files.filter((file) => !kept.has(file));
  for (const file of stale) await effects.removeFile(join(content, "articles", file));
  await reportOrphanCorrections(effects, content, new Set(unique.map(({ known }) => known.id)));
  await memory.save();
  const summary = `${unique.length} articles: ${parsed} read, ${written} files written${stale.length > 0 ? `, ${stale.length} removed` : ""}`;
  return { parsed, articles: unique.length, written, removed: stale.length, summary };
}

interface ReadContext {
  readonly context: ParseContext;
  readonly authority: Authority;
  readonly given: GivenIds;
  readonly memory: Remembered | undefined;
}

async function readEntry(effects: Effects, content: string, path: string, { context, authority, given, memory }: ReadContext): Promise<Entry | undefined> {
  const file = join(content, "raw", path);
  const stamp = await effects.stat(file);
  if (stamp === undefined) return undefined;
  const knownId = memory?.known.id ?? given.byPath.get(path);
  if (memory !== undefined && sameStamp(stamp, memory.stamp) && memory.correction === (await readCorrection(effects, content, memory.known.id)).hash) {
    return { path, remembered: memory, known: memory.known, draft: memory };
  }
  const bytes = await effects.readFile(file);
  if (bytes === undefined) return undefined;
  const read = readText(path, bytes);
  if ("problem" in read) {
    effects.report(problem(read.problem));
    return undefined;
  }
  const { article, problems } = parseText(read.article, context);
  const hash = read.article.sha256;
  const id = knownId ?? (isMoved(given, hash) ? (given.byHash.get(hash) as string) : makeId(article, hash));
  const correction = await readCorrection(effects, content, id);
  const checked = parseCorrection(correction.file, correction.text, (record) => authority.entities.has(record));
  const parsed = applyCorrection({ ...article, id }, checked.correction);
  const { title, titleStatus, fields, signals } = parsed;
  const known: Relatable = { id, title, titleStatus, fields, signals };
  const draft = { stamp, sha256: hash, correction: correction.hash, known, problems: [...problems.filter((p) => !isSettled(p, checked.correction)), ...checked.problems] };
  return { path, parsed, known, draft };
}

/** A headline that an editor set is no longer cut off. */
function isSettled(found: Problem, correction: Correction): boolean {
  return found.rule.startsWith("headline:") && correction.set.title !== undefined;
}

/** True when the hash's article belongs to a raw path that is gone: the file was renamed, its id goes along. */
function isMoved(given: GivenIds, hash: string): boolean {
  return given.byHash.has(hash);
}

async function readCorrection(effects: Effects, content: string, id: string): Promise<{ file: string; text: string; hash: string }> {
  const file = `corrections/${id}.yaml`;
  const text = (await effects.readFile(join(content, file)))?.toString() ?? "";
  return { file, text, hash: text === "" ? "" : sha256(text) };
}

async function writeEntry(effects: Effects, content: string, entry: Entry, relation: Learned, context: ParseContext, target: string): Promise<boolean> {
  const parsed = entry.parsed ?? (await parseAgain(effects, content, entry, context));
  return parsed !== undefined && effects.writeFile(target, formatArticleFile(toArticle(parsed, relation)));
}

/** An article whose relations changed though its text did not. */
async function parseAgain(effects: Effects, content: string, { path, known }: Entry, context: ParseContext): Promise<ParsedArticle | undefined> {
  const bytes = await effects.readFile(join(content, "raw", path));
  const read = bytes && readText(path, bytes);
  if (read === undefined || "problem" in read) return undefined;
  return { ...parseText(read.article, context).article, ...known };
}

/** The same bytes under two paths are one article: the first path stands. */
function withoutCopies(effects: Effects, entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const other = first.get(entry.known.id);
    if (other === undefined) first.set(entry.known.id, entry);
    else effects.report(problem({
      file: `raw/${entry.path}`,
      severity: "warning",
      rule: "read:same-file-twice",
      reason: `The same bytes as raw/${other.path}`,
      note: "It is taken once; delete one of the two files.",
    }));
  }
  return [...first.values()];
}

function byDate(a: Relatable, b: Relatable): number {
  const date = ({ fields }: Relatable) => fields.published?.value ?? fields.filed?.value ?? fields.event?.value ?? "9999";
  return byCodePoint(date(a), date(b)) || byCodePoint(a.id, b.id);
}

async function reportOrphanCorrections(effects: Effects, content: string, ids: ReadonlySet<string>): Promise<void> {
  for (const file of await effects.listFiles(join(content, "corrections"))) {
    const id = file.replace(/\.ya?ml$/, "");
    if (!ids.has(id)) effects.report(problem({ file: `corrections/${file}`, severity: "warning", rule: "correction:no-article", reason: `No article has the id «${id}»`, note: "Name the file after the article's id; it was not applied." }));
  }
}

/** An empty raw folder beside article files is more likely a mistake than a wish: nothing is deleted. */
function nothingToRead(effects: Effects, content: string, { files }: GivenIds): IngestResult {
  effects.report(problem({
    file: "raw",
    severity: files.length > 0 ? "fatal" : "warning",
    rule: "read:no-raw-files",
    reason: `There is no file in ${join(content, "raw")}`,
    note: files.length > 0 ? `The ${files.length} article files of earlier runs were left as they are.` : "Put articles there as text files and run again.",
  }));
  return { parsed: 0, articles: files.length, written: 0, removed: 0, summary: "no raw files" };
}
