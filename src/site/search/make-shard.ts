import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import { byCodePoint } from "../../effects.ts";
import { digest } from "../digest.ts";
import type { SearchDocument, SearchShard } from "../site-data.ts";
import { formatFragment, packText, parseFragment, parsePageIds } from "./pagefind-files.ts";
import { LANGUAGE, makeShadow, type Shadow } from "./shadow.ts";
import { formatVocabulary, makeTables } from "./tables.ts";

/** A file of the index, below its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a build remembers of a shard. */
export interface ShardEntry extends SearchShard {
  readonly key: string;
  /** Below the output folder. */
  readonly files: readonly string[];
}

interface ShardOptions {
  readonly key: string;
  readonly analyzer: Analyzer;
  progress(done: number): void;
}

/** Documents handed over at once: enough to keep the indexer busy. */
const BATCH = 64;
/** Letters of a key that name a folder. */
const NAME = 10;

/** What is kept of a document until its fragment is written. */
interface Kept
  extends Pick<Shadow, "content" | "words" | "titleWords">,
    Pick<SearchDocument, "url" | "title" | "meta" | "filters" | "sort"> {}

/**
 * Indexes documents by their shadows and puts the originals back into what Pagefind wrote. Throws an Error that names
 * the page whose words Pagefind counted otherwise: its marks would stand beside the words they mean.
 */
export async function makeShard(
  documents: readonly (() => SearchDocument)[],
  { key, analyzer, progress }: ShardOptions,
): Promise<{ readonly entry: Omit<ShardEntry, "files">; readonly files: readonly IndexFile[] }> {
  const counts = new Map<string, number>();
  const { kept, made } = await runPagefind(documents, (document) => shadowOf(document, analyzer, counts), progress);
  return collect(made, kept, counts, key);
}

function shadowOf(document: SearchDocument, analyzer: Analyzer, counts: Map<string, number>) {
  const shadow = makeShadow(document, analyzer, (chunk) => counts.set(chunk, (counts.get(chunk) ?? 0) + 1));
  const { html, ...rest } = shadow;
  const { url, title, meta, filters, sort } = document;
  return { html, kept: { ...rest, url, title, meta, filters, sort } };
}

/** Counts of chunks as counts of the words in them. */
function spellings(chunks: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [chunk, count] of chunks) {
    const word = spelling(chunk);
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return counts;
}

/** The word of a chunk as a reader would write it, without the marks around and in it; empty for anything else. */
function spelling(chunk: string): string {
  return /^[^\p{L}]*([\p{L}\p{M}\u0640]{3,24})[^\p{L}\p{N}]*$/u.exec(chunk)?.[1]?.replace(/[\p{M}\u0640]/gu, "") ?? "";
}

/** Runs Pagefind over the shadows; its process has ended when this answers, whatever happened. */
async function runPagefind(
  documents: readonly (() => SearchDocument)[],
  makeOne: (document: SearchDocument) => { readonly html: string; readonly kept: Kept },
  progress: (done: number) => void,
): Promise<{ readonly kept: Kept[]; readonly made: ReadonlyMap<string, Uint8Array> }> {
  const pagefind = await import("pagefind");
  const kept: Kept[] = [];
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
    refuse(errors);
    if (index === undefined) throw new Error("Pagefind made no index");
    let underWay: () => Promise<void> = async () => {};
    for (let start = 0; start < documents.length; start += BATCH) {
      const answers = documents.slice(start, start + BATCH).map((document, offset) => {
        const made = makeOne(document());
        kept.push(made.kept);
        // Fragments are named by the shadow: one original more in the address keeps two of them apart in caches.
        const version = digest(JSON.stringify(made.kept)).slice(0, NAME);
        return index.addHTMLFile({ url: `/${start + offset}/${version}`, content: made.html });
      });
      // While Pagefind reads these, the next ones are made.
      const done = Promise.all(answers);
      done.catch(() => {});
      await underWay();
      underWay = async () => {
        for (const answer of await done) refuse(answer.errors);
        progress(Math.min(start + BATCH, documents.length));
      };
    }
    await underWay();
    // Not `writeFiles`: it answers before the files are whole.
    const { errors: failures, files } = await index.getFiles();
    refuse(failures);
    return { kept, made: new Map(files.map(({ path, content }) => [path, content])) };
  } finally {
    await pagefind.close();
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

/** Reads what Pagefind wrote, originals put back and tables added. */
function collect(
  made: ReadonlyMap<string, Uint8Array>,
  kept: readonly Kept[],
  counts: ReadonlyMap<string, number>,
  key: string,
): { readonly entry: Omit<ShardEntry, "files">; readonly files: readonly IndexFile[] } {
  const name = key.slice(0, NAME);
  const files: IndexFile[] = [];
  const add = (path: string, content: string | Uint8Array) =>
    files.push({ path: `${name}/${path}`, content: typeof content === "string" ? Buffer.from(content) : content });
  const file = (path: string) => {
    const content = made.get(path);
    if (content === undefined) throw new Error(`Pagefind made no ${path}`);
    return content;
  };
  const paths = [...made.keys()].sort(byCodePoint);
  const meta = paths.find((path) => path.endsWith(".pf_meta"));
  if (meta === undefined) throw new Error("Pagefind made no metadata");
  for (const path of paths) if (path === meta || path.startsWith("index/")) add(path, file(path));

  const order: Kept[] = [];
  for (const id of parsePageIds(file(meta))) {
    const path = `fragment/${id}.pf_fragment`;
    const fragment = parseFragment(file(path));
    const original = kept[Number(/^\/(\d+)\//.exec(fragment.url)?.[1])];
    if (original === undefined) throw new Error(`Pagefind: a fragment has the unknown address ${fragment.url}`);
    const { url, title, content, words, titleWords } = original;
    if (fragment.word_count !== words)
      throw new Error(
        `${url}: the search index counts ${fragment.word_count} words where the page has ${words}; this is a mistake of the program`,
      );
    order.push(original);
    const restored = { title, ...original.meta, titleWords: String(titleWords) };
    add(path, formatFragment({ ...fragment, url, content, meta: restored, anchors: [] }));
  }
  add("pages.gz", packText(JSON.stringify(makeTables(order))));
  add("words.gz", packText(formatVocabulary(spellings(counts))));
  add("pagefind-worker.js", 'importScripts("../pagefind-worker.js");\n');
  add("pagefind-entry.json", entryFile(file("pagefind-entry.json")));
  const dates = order.flatMap(({ sort }) => sort.date ?? []).sort(byCodePoint);
  return {
    entry: { key, folder: name, pages: order.length, from: dates[0] ?? "", to: dates.at(-1) ?? "", meta },
    files,
  };
}

/** All shards use the one WebAssembly file beside them: its name is put between `wasm.` and `.pagefind`. */
function entryFile(file: Uint8Array): string {
  const entry = JSON.parse(Buffer.from(file).toString("utf8"));
  for (const language of Object.values<{ wasm?: string | null }>(entry.languages))
    language.wasm = `/../../wasm.${language.wasm ?? "unknown"}`;
  return JSON.stringify(entry);
}

/** Pagefind's own files, for all shards. */
export async function readProgram(): Promise<IndexFile[]> {
  const pagefind = await import("pagefind");
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
    refuse(errors);
    const made = await index?.getFiles();
    return (made?.files ?? []).filter(({ path }) => PROGRAM.has(path)).sort((a, b) => byCodePoint(a.path, b.path));
  } finally {
    await pagefind.close();
  }
}

const PROGRAM = new Set(["pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"]);
