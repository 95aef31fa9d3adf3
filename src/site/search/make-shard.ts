import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import { formatTerms } from "../../arabic/analysis/index-terms.ts";
import { byCodePoint } from "../../effects.ts";
import type { SearchDocument, SearchedPage, SearchShard, SearchSource } from "../views/search.ts";
import { packText } from "./pack.ts";
import { blocks } from "./page-text.ts";
import { type Gathering, gatherPostings, type KeyPostings } from "./shard-postings.ts";

/** A file of the index, below its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a build remembers of a shard. */
export interface ShardEntry extends SearchShard {
  readonly key: string;
  /** Key of the archive's names that it was analyzed with, and of what a volume takes from it. */
  readonly names: string;
  readonly content: string;
  /** First and last date, EDTF; empty when no article has one. */
  readonly from: string;
  readonly to: string;
  /** Below the output folder. */
  readonly files: readonly string[];
}

export interface MadeShard {
  readonly entry: Omit<ShardEntry, "files" | "names" | "content">;
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
  /** The forms of all words, a line each. */
  readonly forms: string;
}

interface ShardOptions {
  readonly key: string;
  readonly analyzer: Analyzer;
  progress(done: number): void;
}

/** Documents between two reports of progress. */
const TELL_EVERY = 64;
/** Letters of a key that name a folder. */
const NAME = 10;

/** A word of the body, of the headline, of a heading. */
const BODY_WEIGHT = 24;
const TITLE_WEIGHT = 5 * BODY_WEIGHT;
const HEADING_WEIGHT = 2 * BODY_WEIGHT;

/** Finds out which words stand where in some documents, and makes the pages that results show. */
export async function makeShard(
  documents: readonly SearchSource[],
  { key, analyzer, progress }: ShardOptions,
): Promise<MadeShard> {
  const folder = key.slice(0, NAME);
  const gathering = gatherPostings();
  const counts = new Map<string, number>();
  const labels = new Set<string>();
  const pages: ShardRest["pages"][number][] = [];
  const files: IndexFile[] = [];
  for (const [page, source] of documents.entries()) {
    const document = await source.read();
    const { words, titleWords } = readWords(document, analyzer, gathering, counts);
    const { url, meta, filters, sort, names } = document;
    for (const name of names) labels.add(name);
    const shown: SearchedPage = { url, titleWords, ...meta, content: words.join(" ") };
    files.push({ path: `${folder}/page/${page}.gz`, content: packText(JSON.stringify(shown), 6) });
    pages.push({ filters, sort, words: words.length });
    if (page % TELL_EVERY > 0) continue;
    progress(page);
    // The preview's server has its turn.
    await new Promise(setImmediate);
  }
  progress(documents.length);
  const dates = pages.flatMap(({ sort }) => sort.date ?? []).sort(byCodePoint);
  return {
    entry: { key, folder, pages: pages.length, from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    files,
    rest: {
      postings: gathering.finish(),
      pages,
      spellings: spellings(counts),
      forms: formsOf([...counts.keys(), ...labels], analyzer),
    },
  };
}

/** Tells where the words of a document stand, and counts its runs between blanks. */
function readWords(
  { title, html, names }: SearchDocument,
  { analyze }: Analyzer,
  gathering: Gathering,
  counts: Map<string, number>,
): { readonly words: readonly string[]; readonly titleWords: number } {
  const words: string[] = [];
  const read = (text: string, weight: number) => {
    for (const chunk of analyze(text)) {
      gathering.add(formatTerms(chunk), words.length, weight);
      words.push(chunk.text);
      counts.set(chunk.text, (counts.get(chunk.text) ?? 0) + 1);
    }
  };
  read(title, TITLE_WEIGHT);
  const titleWords = words.length;
  for (const { text, isHeading } of blocks(html)) read(text, isHeading ? HEADING_WEIGHT : BODY_WEIGHT);
  // A page is found by the names of its records, but they are no part of its text.
  for (const name of names) for (const chunk of analyze(name)) gathering.addName(formatTerms(chunk));
  gathering.endPage();
  return { words, titleWords };
}

function formsOf(texts: readonly string[], { analyze }: Analyzer): string {
  const forms = new Set<string>();
  for (const text of texts) for (const { words } of analyze(text)) for (const { form } of words) forms.add(form);
  return [...forms].join("\n");
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
