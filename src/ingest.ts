import { join } from "node:path";
import { loadConfig } from "./config.ts";
import { byCodePoint, type Effects, packageRoot, programVersion, sha256 } from "./effects.ts";
import { compileLate } from "./ingest/compile-late.ts";
import { applyLearned } from "./ingest/furniture.ts";
import {
  type CorrectionFiles,
  filesOf,
  type GivenIds,
  NO_FILE,
  openMemory,
  ownersOf,
  type Remembered,
  readCorrections,
  readGivenIds,
  versionOf,
} from "./ingest/memory.ts";
import { mergeEntries } from "./ingest/merge.ts";
import { readFiles } from "./ingest/read-ahead.ts";
import { type FileEntries, reportAll } from "./ingest/read-entries.ts";
import { recogniserOf } from "./ingest/recogniser.ts";
import type { Entry, Run } from "./ingest/run.ts";
import { startAhead } from "./ingest/start-ahead.ts";
import { openThreads, type Threads, threadsFor, WRITES_AHEAD } from "./ingest/threads.ts";
import { openArticleFiles } from "./ingest/write-entries.ts";
import { problem } from "./messages.ts";
import type { Event } from "./model/archive.ts";
import type { Relatable } from "./model/article.ts";
import { type ParseContext, parseContext } from "./parse.ts";
import { MODEL_PATH } from "./recognise/recognise.ts";
import { type Learned, relate } from "./relate/relate.ts";
import { loadAuthority } from "./resolve/authority.ts";
import { openStore, type Store } from "./store.ts";
import { count } from "./terminal.ts";
import { formatArchiveFile } from "./write/archive-file.ts";
import type { Relation } from "./write/article.ts";
import { articlePath } from "./write/article-file.ts";
import { authorityFolders, loadRelations } from "./write/load.ts";
import { openTexts, type TextStore } from "./write/texts.ts";

export interface IngestOptions {
  /** The archive's folder: raw, authority, corrections, articles. */
  readonly content: string;
  /** Threads that parse; 1: none but this one. Absent: as many as there are cores, four at most, where there is enough to read. */
  readonly workers?: number;
}

export interface IngestResult {
  /** Raw files read and parsed in this run. */
  readonly parsed: number;
  readonly articles: number;
  readonly written: number;
  readonly removed: number;
  readonly summary: string;
}

/**
 * read → clean → segment → extract → resolve → relate → write. What did not change since the last run is not
 * read again; a raw file that cannot be read is reported and its article of an earlier run stays.
 */
export async function ingest(effects: Effects, options: IngestOptions): Promise<IngestResult> {
  compileLate();
  const opened: { threads?: Threads } = {};
  try {
    return await ingestWith(effects, options, opened);
  } finally {
    await opened.threads?.close();
  }
}

async function ingestWith(
  effects: Effects,
  { content, workers }: IngestOptions,
  opened: { threads?: Threads },
): Promise<IngestResult> {
  const config = await loadConfig(effects, content);
  const paths = await effects.listFiles(join(content, "raw"));
  const folders = authorityFolders(content, config.sharedAuthority);
  const keptRecords = paths.length > 0 ? join(content, ".sijill", "authority.json") : undefined;
  const authority = await loadAuthority(effects, folders, keptRecords);
  const model = await effects.readFile(join(packageRoot(), MODEL_PATH));
  const version = versionOf(
    await programVersion(),
    sha256(model ?? ""),
    JSON.stringify([...authority.entities]),
    JSON.stringify(authority.occasions),
  );
  const memory = await openMemory(effects, content, version);
  const articles = join(content, "articles");
  const before = (await effects.listFiles(articles)).filter((path) => path.endsWith(".md"));
  if (paths.length === 0) return nothingToRead(effects, content, before.length);

  // What a file could not be read for in the last run either keeps its articles by the ids in their files.
  const isOpen = (path: string) => memory.get(path)?.problems.some(({ severity }) => severity === "fatal") ?? true;
  const given = paths.some(isOpen)
    ? await readGivenIds(effects, articles, before)
    : { byPath: new Map(), byHash: new Map() };
  const corrections = await readCorrections(effects, content);
  const texts = oneByOne(await openTexts(effects, content));
  const owners = ownersOf(paths, memory, given);
  const held = { bytes: 0, written: new Set<string>() };
  let made: ParseContext | undefined;
  const context = () => {
    made ??= parseContext(authority, model && recogniserOf(model));
    return made;
  };
  const learned = new Map();
  const most = workers ?? (await threadsFor(effects, content, paths, memory));
  const threads = openThreads(most, { authority, ...(model && { model }) });
  if (threads !== undefined) opened.threads = threads;
  const untaught: Run = {
    effects,
    content,
    authority,
    context,
    corrections,
    correctedFiles: filesOf(corrections, owners),
    given,
    owners,
    texts,
    held,
    learned,
    ...(threads && { threads }),
  };
  const read = new Map<string, FileEntries>();
  const kept = new Set<string>();
  let done = 0;
  for await (const [path, found] of readFiles(untaught, paths, memory)) {
    read.set(path, found);
    if (hasFatal(found)) for (const id of idsIn(given, path)) kept.add(articlePath(id));
    effects.progress("reading", ++done, paths.length);
  }
  const run = await applyLearned(untaught, read);
  const entries = [...read.values()].flatMap((found) => found.entries);
  for (const found of read.values()) reportAll(effects, found.memory.problems);
  const { unique, copies } = withoutCopies(effects, entries);
  const { standing, gone, into, problems } = mergeEntries(unique);
  const articlesNow = [...standing].sort((a, b) => byDate(a.draft.known, b.draft.known));
  for (const { draft } of [...articlesNow, ...gone]) reportAll(effects, draft.problems);
  reportAll(effects, problems);
  reportOrphanCorrections(effects, corrections, new Set(unique.map(({ draft }) => draft.known.id)));

  const settled = await openStore<string>(effects, join(content, ".sijill", "relations"), version);
  const { relationOf, events, writeRelations } = await relateChanged(run, articlesNow, settled);
  const items = new Map<string, Remembered[]>(paths.map((path) => [path, []]));
  const files = openArticleFiles(run, memory);
  const writing = startAhead(
    articlesNow,
    (entry) => {
      const { id } = entry.draft.known;
      const merged = into.get(id);
      kept.add(articlePath(id));
      const file = files.write(entry, { ...relationOf(id), ...(merged && { merged }) });
      // Whoever fails is told of when its own turn comes.
      file.catch(() => {});
      return { entry, file };
    },
    threads === undefined ? 1 : WRITES_AHEAD,
  );
  let written = await writeRelations();
  let saved = 0;
  for await (const { entry, file } of writing) {
    const { isWritten, remember } = await file;
    if (isWritten) written++;
    if (remember !== undefined) items.get(entry.file)?.push({ ...entry.draft, file: remember });
    effects.progress("writing", ++saved, articlesNow.length);
  }
  for (const { file, draft } of gone) items.get(file)?.push({ ...draft, file: NO_FILE });
  for (const { file, draft, copyOf } of copies) items.get(file)?.push({ ...draft, file: NO_FILE, copyOf });
  for (const [path, found] of read) {
    const remembered = items.get(path) ?? [];
    if (found.isFresh || !isSameMemory(remembered, memory.get(path)?.items ?? []))
      memory.set(path, { ...found.memory, items: remembered });
  }
  const here = new Set(articlesNow.map(({ draft }) => articlePath(draft.known.id)));
  written += await files.leaveEvents(
    [...kept].filter((path) => !here.has(path)),
    events,
  );
  const stale = [...new Set([...before, ...held.written])].filter((file) => !kept.has(file));
  for (const file of stale) await effects.removeFile(join(articles, file));
  await memory.save();
  await settled.save();
  await texts.save();
  const parsed = entries.filter((entry) => entry.isFresh).length;
  const summary = `${count(articlesNow.length, "article")}: ${parsed} read, ${count(written, "file")} written${stale.length > 0 ? `, ${stale.length} removed` : ""}`;
  return { parsed, articles: articlesNow.length, written, removed: stale.length, summary };
}

/** A shelf takes one text after the other; the files of several may be read at once. */
function oneByOne(texts: TextStore): TextStore {
  let last: Promise<unknown> = Promise.resolve();
  const put = (key: string, text: string) => {
    const next = last.then(() => texts.put(key, text));
    last = next.catch(() => {});
    return next;
  };
  return { ...texts, put };
}

/** The same articles with the same files: nothing of a raw file that was not read can have changed besides. */
function isSameMemory(now: readonly Remembered[], before: readonly Remembered[]): boolean {
  return (
    now.length === before.length &&
    now.every(
      (item, i) => item.file === before[i]?.file && item.copyOf === before[i]?.copyOf && item.path === before[i]?.path,
    )
  );
}

function hasFatal({ memory }: FileEntries): boolean {
  return memory.problems.some(({ severity }) => severity === "fatal");
}

/** Ids given earlier to the article of a raw file, or to the articles in it. */
function idsIn({ byPath }: GivenIds, file: string): string[] {
  return [...byPath].filter(([path]) => path === file || path.startsWith(`${file}#`)).map(([, id]) => id);
}

/**
 * Relations across documents, worked out anew and to be written to archive.json unless neither the articles nor that
 * file changed since the last run. `writeRelations` gives the number of files written.
 */
async function relateChanged(
  { effects, content }: Run,
  entries: readonly Entry[],
  settled: Store<string>,
): Promise<{
  relationOf: (id: string) => Learned;
  events: readonly Event[];
  writeRelations: () => Promise<number>;
}> {
  const file = join(content, "archive.json");
  const members = versionOf(...entries.map(({ draft }) => draft.known.id));
  const keyOf = async () => `${members} ${sha256((await effects.readFile(file)) ?? "")}`;
  const isSame =
    entries.every(({ isFresh, last }) => !isFresh && last !== undefined && last.file.path !== "") &&
    settled.get("key") === (await keyOf());
  if (isSame) {
    const remembered = new Map(
      entries.map(({ draft, last }) => {
        const { merged: _merged, ...learned } = JSON.parse(last?.file.relation ?? "{}") as Relation;
        return [draft.known.id, learned];
      }),
    );
    const { events } = await loadRelations(effects, content);
    return { relationOf: (id) => remembered.get(id) ?? {}, events, writeRelations: async () => 0 };
  }
  const before = await loadRelations(effects, content);
  const { events, relationOf, relations } = relate(
    entries.map(({ draft }) => draft.known),
    before,
  );
  const writeRelations = async () => {
    const isWritten = await effects.writeFile(file, formatArchiveFile(relations()));
    settled.set("key", await keyOf());
    return isWritten ? 1 : 0;
  };
  return { relationOf, events, writeRelations };
}

type Copy = Entry & { readonly copyOf: string };

/**
 * The same bytes under two paths are one article: the path that has its id stands, else the first one. A copy
 * takes that id over when the other path is gone.
 */
function withoutCopies(effects: Effects, entries: readonly Entry[]): { unique: Entry[]; copies: Copy[] } {
  const standing = new Map<string, Entry>();
  for (const entry of entries) {
    const other = standing.get(entry.draft.sha256);
    if (other === undefined || (entry.isKnown && !other.isKnown)) standing.set(entry.draft.sha256, entry);
  }
  const copies: Copy[] = [];
  for (const entry of entries) {
    const other = standing.get(entry.draft.sha256) as Entry;
    if (other === entry) continue;
    copies.push({ ...entry, copyOf: other.draft.known.id });
    const reason = `The same bytes as raw/${other.draft.path}`;
    effects.report(
      problem({
        file: `raw/${entry.draft.path}`,
        severity: "warning",
        rule: "read:same-file-twice",
        reason,
        note: entry.draft.path.includes("#")
          ? "It is taken once; nothing needs to be done."
          : "It is taken once; delete one of the two files.",
      }),
    );
  }
  return { unique: [...standing.values()], copies };
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
        note: "Name the file after the article's id, <id>.yaml; it was not applied.",
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
