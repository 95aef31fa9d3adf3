import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import { byCodePoint } from "../../effects.ts";
import type { SearchDocument, SearchedPage, SearchShard } from "../site-data.ts";
import { packText, parseFragment, parseMeta } from "./pagefind-files.ts";
import { LANGUAGE, makeShadow, type Shadow } from "./shadow.ts";
import { collectPostings, type KeyPostings } from "./shard-postings.ts";

/** A file of the index, below its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a build remembers of a shard. */
export interface ShardEntry extends SearchShard {
  readonly key: string;
  /** First and last date, EDTF; empty when no article has one. */
  readonly from: string;
  readonly to: string;
  /** Below the output folder. */
  readonly files: readonly string[];
}

export interface MadeShard {
  readonly entry: Omit<ShardEntry, "files">;
  /** The pages, to be shown. */
  readonly files: readonly IndexFile[];
  readonly rest: ShardRest;
}

/** What goes into the files that several shards have in common. */
export interface ShardRest {
  readonly postings: readonly KeyPostings[];
  readonly pages: readonly (Pick<SearchDocument, "filters" | "sort"> & { readonly words: number })[];
  /** Words as readers write them, with the number of times. */
  readonly spellings: ReadonlyMap<string, number>;
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

/** What is kept of a document until Pagefind has read all. */
interface Kept
  extends Pick<Shadow, "content" | "words" | "titleWords">,
    Pick<SearchDocument, "url" | "meta" | "filters" | "sort"> {}

/**
 * Indexes documents by their shadows and reads what Pagefind found. Throws an Error that names the page whose words
 * Pagefind counted otherwise: its marks would stand beside the words they mean.
 */
export async function makeShard(
  documents: readonly (() => SearchDocument)[],
  { key, analyzer, progress }: ShardOptions,
): Promise<MadeShard> {
  const counts = new Map<string, number>();
  const { kept, made } = await runPagefind(documents, (document) => shadowOf(document, analyzer, counts), progress);
  return collect(made, kept, counts, key);
}

function shadowOf(document: SearchDocument, analyzer: Analyzer, counts: Map<string, number>) {
  const shadow = makeShadow(document, analyzer, (chunk) => counts.set(chunk, (counts.get(chunk) ?? 0) + 1));
  const { html, ...rest } = shadow;
  const { url, meta, filters, sort } = document;
  return { html, kept: { ...rest, url, meta, filters, sort } };
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
        return index.addHTMLFile({ url: `/${start + offset}/`, content: made.html });
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

/** Reads what Pagefind wrote: the originals with their places, and which pages hold which words. */
function collect(
  made: ReadonlyMap<string, Uint8Array>,
  kept: readonly Kept[],
  counts: ReadonlyMap<string, number>,
  key: string,
): MadeShard {
  const name = key.slice(0, NAME);
  const file = (path: string) => {
    const content = made.get(path);
    if (content === undefined) throw new Error(`Pagefind made no ${path}`);
    return content;
  };
  const metaPath = [...made.keys()].find((path) => path.endsWith(".pf_meta"));
  if (metaPath === undefined) throw new Error("Pagefind made no metadata");
  const { ids, chunks } = parseMeta(file(metaPath));
  const order = ids.map((id) => {
    const fragment = parseFragment(file(`fragment/${id}.pf_fragment`));
    const original = kept[Number(/^\/(\d+)\//.exec(fragment.url)?.[1])];
    if (original === undefined) throw new Error(`Pagefind: a fragment has the unknown address ${fragment.url}`);
    if (fragment.word_count !== original.words)
      throw new Error(
        `${original.url}: the search index counts ${fragment.word_count} words where the page has ${original.words}; this is a mistake of the program`,
      );
    return original;
  });
  const files = order.map(({ url, content, titleWords, meta }, page) => ({
    path: `${name}/page/${page}.gz`,
    content: packText(JSON.stringify({ url, titleWords, ...meta, content } satisfies SearchedPage), 6),
  }));
  const dates = order.flatMap(({ sort }) => sort.date ?? []).sort(byCodePoint);
  return {
    entry: { key, folder: name, pages: order.length, from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    files,
    rest: {
      postings: collectPostings(chunks.map((chunk) => file(`index/${chunk}.pf_index`))),
      pages: order.map(({ filters, sort, words }) => ({ filters, sort, words })),
      spellings: spellings(counts),
    },
  };
}
