import { join } from "node:path";
import type { Effects } from "./effects.ts";
import { compileLate } from "./ingest/compile-late.ts";
import { applyLearned } from "./ingest/furniture.ts";
import { type FileMemory, type GivenIds, NO_FILE, type Remembered } from "./ingest/memory.ts";
import { openRun, readInputs } from "./ingest/open-run.ts";
import { readFiles } from "./ingest/read-ahead.ts";
import type { FileEntries } from "./ingest/read-entries.ts";
import { type Related, relateChanged } from "./ingest/relate-changed.ts";
import type { Run } from "./ingest/run.ts";
import { type Settled, settleEntries } from "./ingest/settle.ts";
import { startAhead } from "./ingest/start-ahead.ts";
import { type Threads, WRITES_AHEAD } from "./ingest/threads.ts";
import { openArticleFiles } from "./ingest/write-entries.ts";
import { problem } from "./messages.ts";
import { openStore, type Store } from "./store.ts";
import { count } from "./terminal.ts";
import { articlePath } from "./write/article-file.ts";

export interface IngestOptions {
  /** The archive's folder: raw, authority, corrections, articles. */
  readonly content: string;
  /** Threads that parse; 1: none but this one. Absent: as many as there are cores, four at most, where there is enough to read. */
  readonly workers?: number;
  /** Bytes of article files kept in memory until their relations are known; those beyond are written and read again. */
  readonly mostHeld?: number;
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
  { content, ...options }: IngestOptions,
  opened: { threads?: Threads },
): Promise<IngestResult> {
  const inputs = await readInputs(effects, content);
  const { paths, before, memory, version } = inputs;
  if (paths.length === 0) return nothingToRead(effects, content, before.length);
  const untaught = await openRun(effects, content, inputs, options);
  if (untaught.threads !== undefined) opened.threads = untaught.threads;
  const read = await readAll(untaught, paths, memory);
  const run = await applyLearned(untaught, read);
  const settled = settleEntries(run, read);
  const relations = await openStore<string>(effects, join(content, ".sijill", "relations"), version);
  const related = await relateChanged(run, settled.standing, relations);
  const { written, items, kept } = await writeAll(run, memory, settled, related, keptFiles(untaught, read));
  rememberFiles(memory, read, items);
  const stale = [...new Set([...before, ...run.held.written.keys()])].filter((file) => !kept.has(file));
  for (const file of stale) await effects.removeFile(join(content, "articles", file));
  await memory.save();
  await relations.save();
  await run.texts.save();
  const parsed = [...read.values()].flatMap(({ entries }) => entries).filter(({ isFresh }) => isFresh).length;
  const [articles, removed] = [settled.standing.length, stale.length];
  const summary = `${count(articles, "article")}: ${parsed} read, ${count(written, "file")} written${removed > 0 ? `, ${removed} removed` : ""}`;
  return { parsed, articles, written, removed, summary };
}

async function readAll(
  run: Run,
  paths: readonly string[],
  memory: Store<FileMemory>,
): Promise<Map<string, FileEntries>> {
  const read = new Map<string, FileEntries>();
  for await (const [path, found] of readFiles(run, paths, memory)) {
    read.set(path, found);
    run.effects.progress("reading", read.size, paths.length);
  }
  return read;
}

/** Article files of earlier runs that stay because their raw files could not be read. */
function keptFiles({ given }: Run, read: ReadonlyMap<string, FileEntries>): Set<string> {
  const kept = new Set<string>();
  for (const [path, { memory }] of read)
    if (memory.problems.some(({ severity }) => severity === "fatal"))
      for (const id of idsIn(given, path)) kept.add(articlePath(id));
  return kept;
}

/** Ids given earlier to the article of a raw file, or to the articles in it. */
function idsIn({ byPath }: GivenIds, file: string): string[] {
  return [...byPath].filter(([path]) => path === file || path.startsWith(`${file}#`)).map(([, id]) => id);
}

interface Written {
  /** Files that were written. */
  readonly written: number;
  /** Raw file → what is to be remembered of its articles. */
  readonly items: ReadonlyMap<string, readonly Remembered[]>;
  /** Article files that belong to the archive. */
  readonly kept: ReadonlySet<string>;
}

/** Writes archive.json and the article files, where they changed; `unread` are files that stay without being written. */
async function writeAll(
  run: Run,
  memory: Store<FileMemory>,
  { standing, gone, copies, into }: Settled,
  { relationOf, events, writeRelations }: Related,
  unread: ReadonlySet<string>,
): Promise<Written> {
  const files = openArticleFiles(run, memory);
  const own = new Set(standing.map(({ draft }) => articlePath(draft.known.id)));
  const writing = startAhead(
    standing,
    (entry) => {
      const { id } = entry.draft.known;
      const merged = into.get(id);
      const file = files.write(entry, { ...relationOf(id), ...(merged && { merged }) });
      // Whoever fails is told of when its own turn comes.
      file.catch(() => {});
      return { entry, file };
    },
    run.threads === undefined ? 1 : WRITES_AHEAD,
  );
  const items = new Map<string, Remembered[]>();
  const keep = (path: string, item: Remembered) => {
    const list = items.get(path);
    if (list === undefined) items.set(path, [item]);
    else list.push(item);
  };
  let written = await writeRelations();
  let saved = 0;
  for await (const { entry, file } of writing) {
    const { isWritten, remember } = await file;
    if (isWritten) written++;
    if (remember !== undefined) keep(entry.file, { ...entry.draft, file: remember });
    run.effects.progress("writing", ++saved, standing.length);
  }
  for (const { file, draft } of gone) keep(file, { ...draft, file: NO_FILE });
  for (const { file, draft, copyOf } of copies) keep(file, { ...draft, file: NO_FILE, copyOf });
  written += await files.leaveEvents(
    [...unread].filter((path) => !own.has(path)),
    events,
  );
  return { written, items, kept: new Set([...unread, ...own]) };
}

/** Keeps for the next run what was read in this one. */
function rememberFiles(
  memory: Store<FileMemory>,
  read: ReadonlyMap<string, FileEntries>,
  items: Written["items"],
): void {
  for (const [path, found] of read) {
    const remembered = items.get(path) ?? [];
    if (found.isFresh || !isSameMemory(remembered, memory.get(path)?.items ?? []))
      memory.set(path, { ...found.memory, items: remembered });
  }
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

/** An empty raw folder beside article files is more likely a mistake than a wish: nothing is deleted. */
function nothingToRead(effects: Effects, content: string, articles: number): IngestResult {
  const reason = `There is no file in ${join(content, "raw")}`;
  const note =
    articles > 0
      ? `The ${articles} article files of earlier runs were left as they are.`
      : "Put articles there (docs/inputs.md names all kinds that are read) and run again.";
  effects.report(
    problem({ file: "raw", severity: articles > 0 ? "fatal" : "warning", rule: "read:no-raw-files", reason, note }),
  );
  return { parsed: 0, articles, written: 0, removed: 0, summary: "no raw files" };
}
