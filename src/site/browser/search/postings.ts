/** The part of Pagefind's browser API that is used (https://pagefind.app/docs/api/), and one shard of the index over it. */
import { formatBeginning, formatTerm } from "../../../arabic/analysis/index-terms.ts";
import type { SearchShard, SearchTables } from "../../site-data.ts";

interface Found {
  readonly results: readonly {
    readonly id: string;
    readonly score: number;
    /** Places of the word in the text, in order. */
    readonly words: readonly number[];
  }[];
}

export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

interface Instance {
  init(): Promise<void>;
  search(words: string | null): Promise<Found>;
}

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): Instance;
}

/** Where and how often a page holds a term. */
export interface Posting {
  readonly score: number;
  readonly places: readonly number[];
}

/** Page id → posting. */
export type Postings = ReadonlyMap<string, Posting>;

export interface Term {
  readonly key: string;
  /** The form that counts, when only one is asked for or one is preferred. */
  readonly form?: string;
  readonly isBeginning?: boolean;
}

export interface Shard extends SearchShard {
  find(term: Term): Promise<Postings>;
  tables(): Promise<SearchTables>;
  /** Ids of all pages in the order of the tables. */
  ids(): Promise<readonly string[]>;
  words(): Promise<string>;
  /** What is kept of a page to show it. */
  fragment(id: string): Promise<Fragment>;
}

/**
 * BM25 as it is commonly set for prose: a word said again counts for little (k1 = 1.2), long pages hold more words by
 * chance (b = 0.5). What a word scores in the list of names is its weight without any length.
 */
const RANKING = {
  termFrequency: 1,
  termSaturation: 1.2,
  pageLength: 0.5,
  termSimilarity: 1,
  diacriticSimilarity: 0.1,
  metaWeights: { names: 0.3 },
};

export async function openShard(folder: string, shard: SearchShard, exact: boolean): Promise<Shard> {
  const { createInstance } = (await import(`${folder}pagefind.js`)) as Pagefind;
  const base = `${folder}${shard.folder}/`;
  const instance = createInstance({
    basePath: base,
    baseUrl: "/",
    // Shards are named by their content: what lies in one never changes.
    metaCacheTag: shard.folder,
    ranking: RANKING,
    exactDiacritics: exact,
  });
  await instance.init();
  const cache = new Map<string, Promise<Postings>>();
  return {
    ...shard,
    find: ({ key, form = key, isBeginning = false }) => {
      const term = isBeginning ? formatBeginning(key) : formatTerm(key, { form });
      const known = cache.get(term) ?? instance.search(term).then(postingsOf);
      cache.set(term, known);
      known.catch(() => cache.delete(term));
      return known;
    },
    tables: once(async () => JSON.parse(await fetchPacked(`${base}pages.gz`)) as SearchTables),
    words: once(() => fetchPacked(`${base}words.gz`)),
    ids: once(async () => readPageIds(await fetchBytes(base + shard.meta))),
    fragment: async (id) => JSON.parse(await fetchPacked(`${base}fragment/${id}.pf_fragment`)) as Fragment,
  };
}

function postingsOf({ results }: Found): Postings {
  return new Map(results.map(({ id, score, words }) => [id, { score, places: words }]));
}

/** The work, done when it is first asked for and again only if it failed. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    done.catch(() => {
      done = undefined;
    });
    return done;
  };
}

const MARK = 12;

/** Text as the build packs it. Throws when the file is not there. */
export async function fetchPacked(url: string): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(url));
}

/** Gzip over twelve letters and the content; a server may have unpacked it already. */
async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f) return bytes.subarray(MARK);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(MARK);
}

/** CBOR `[version, [[id, words], …], …]`, see src/site/search/pagefind-files.ts. */
function readPageIds(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  let at = 0;
  const length = () => {
    const short = (bytes[at++] ?? 0) & 31;
    if (short < 24) return short;
    const size = 1 << (short - 24);
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + (bytes[at++] ?? 0);
    return value;
  };
  const text = () => {
    const size = length();
    at += size;
    return decoder.decode(bytes.subarray(at - size, at));
  };
  length();
  text();
  return Array.from({ length: length() }, () => {
    length();
    const id = text();
    length();
    return id;
  });
}
