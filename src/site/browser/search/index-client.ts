/** The search over the whole index: shards, what is asked, what comes back. */
import { type Analyzer, makeAnalyzer } from "../../../arabic/analysis/analyze.ts";
import { makeNames } from "../../../arabic/analysis/names.ts";
import type { NamedRecord, SearchManifest } from "../../site-data.ts";
import type { Question } from "./address.ts";
import { makeExcerpt, markWords, type Part } from "./excerpt.ts";
import { type Counts, count, isWithin, type Pages, passes, readPages } from "./pages.ts";
import { once, openShard, type Shard } from "./postings.ts";
import { parseQuery, type Query } from "./query.ts";
import { type Candidate, rankShard, requiredOf } from "./rank.ts";
import { parseVocabulary, respace, suggest, type Vocabulary } from "./suggest.ts";

export interface Hit {
  readonly id: string;
  /** EDTF; empty when unknown or not asked for. */
  readonly date: string;
  data(): Promise<HitData>;
}

export interface HitData {
  readonly url: string;
  readonly title: readonly Part[];
  readonly excerpt: readonly Part[];
  readonly meta: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Reads what the filters show, if it was not needed for the hits. */
  tally(): Promise<Tally>;
  /** What was searched instead, when what was typed gave nothing. */
  readonly corrected?: string;
  /** What the reader may have meant. */
  readonly suggestion?: string;
  /** Not every page holds all the words. */
  readonly isPartial: boolean;
}

/** What the pages found have, beside the choices made. */
export interface Tally {
  /** For every filter, what each of its values would give beside the choices made in the other filters. */
  readonly counts: Counts;
  /** The same for the words alone: decides the order of the values, which must not jump while they are ticked. */
  readonly totals: Counts;
  /** Date, as far as it is known → articles, before the range is applied. */
  readonly dates: ReadonlyMap<string, number>;
}

export interface Index {
  readonly analyzer: Analyzer;
  readonly records: readonly NamedRecord[];
  /** Newest first. */
  shards(exact: boolean): Promise<readonly Shard[]>;
  pages(shard: Shard): Promise<Pages>;
  vocabulary(): Promise<Vocabulary>;
}

/** Opens the index that lies at `folder`; throws when it is not there. */
export async function openIndex(folder: string): Promise<Index> {
  const read = async <T>(file: string, cache: RequestCache): Promise<T> => {
    const response = await fetch(folder + file, { cache });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json() as Promise<T>;
  };
  const manifest = await read<SearchManifest>("search.json", "no-cache");
  const newestFirst = [...manifest.shards].reverse();
  const opened = new Map<boolean, Promise<readonly Shard[]>>();
  const shards = (exact: boolean) => {
    const known = opened.get(exact) ?? Promise.all(newestFirst.map((shard) => openShard(folder, shard, exact)));
    opened.set(exact, known);
    known.catch(() => opened.delete(exact));
    return known;
  };
  // The words typed are analyzed with the names of the archive: both are fetched at once.
  const [records] = await Promise.all([read<NamedRecord[]>(manifest.names, "default"), shards(false)]);
  const analyzer = makeAnalyzer(makeNames(records.flatMap(({ names }) => names)));
  const pages = new Map<string, Promise<Pages>>();
  let vocabulary: Promise<Vocabulary> | undefined;
  return {
    analyzer,
    records,
    shards,
    pages: (shard) => {
      const known = pages.get(shard.folder) ?? readPages(shard);
      pages.set(shard.folder, known);
      known.catch(() => pages.delete(shard.folder));
      return known;
    },
    vocabulary: () => {
      vocabulary ??= shards(false).then(async (all) =>
        parseVocabulary(await Promise.all(all.map((shard) => shard.words()))),
      );
      vocabulary.catch(() => {
        vocabulary = undefined;
      });
      return vocabulary;
    },
  };
}

/** Fewer words than this must all be there. */
const LONG_QUERY = 3;

/**
 * Asks the index. A question without words lists what the filters leave, an empty one everything, newest first.
 * Where the words give nothing, the last one may go on, then some may be missing, then the nearest words of the
 * archive are searched instead; the answer says so. `isTyping`: the last word is not finished.
 */
export async function search(index: Index, question: Question, isTyping = false): Promise<Answer> {
  const shards = await index.shards(question.exact);
  const ask = (words: string, isOpen: boolean, isPartial: boolean) =>
    rankAll(parseQuery(words, index.analyzer), shards, { exact: question.exact, isOpen, isPartial });
  if (question.words === "") return finish(index, question, await everything(index, shards));
  const query = parseQuery(question.words, index.analyzer);
  const long = requiredOf(query.clauses).length >= LONG_QUERY;
  let candidates = await ask(question.words, isTyping && mayGoOn(question.words), long);
  if (candidates.length === 0 && !long) candidates = await ask(question.words, true, false);
  const isFew = candidates.length < (long ? 1 : FEW) && !isTyping && !question.exact && query.clauses.length > 0;
  const vocabulary = isFew ? await index.vocabulary() : undefined;
  if (vocabulary && !long) {
    const respaced = respace(question.words, vocabulary);
    if (respaced !== undefined) candidates = merge(candidates, await ask(respaced, false, false));
  }
  const suggestion = vocabulary && suggest(question.words, vocabulary);
  const more = suggestion === undefined ? {} : { suggestion };
  if (candidates.length > 0) return finish(index, question, candidates, { isPartial: long, ...more });
  if (suggestion !== undefined) {
    candidates = await ask(suggestion, false, false);
    if (candidates.length > 0) return finish(index, question, candidates, { corrected: suggestion });
  }
  return finish(index, question, await ask(question.words, false, true), { isPartial: true, ...more });
}

/** Fewer results than this, and the reader may have meant something else. */
const FEW = 4;

/** The second list after the first, without what is in both. */
function merge(first: readonly Candidate[], second: readonly Candidate[]): Candidate[] {
  const known = new Set(first.map(({ id }) => id));
  const least = Math.min(...first.map(({ score }) => score), Number.MAX_VALUE);
  return [
    ...first,
    ...second.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, score: Math.min(one.score, least) })),
  ];
}

/** From three letters on a word that is being typed finds what begins with it. */
const mayGoOn = (words: string) => /[\p{L}\p{N}]{3,}$/u.test(words);

async function rankAll(
  query: Query,
  shards: readonly Shard[],
  strictness: Parameters<typeof rankShard>[2],
): Promise<Candidate[]> {
  const ranked = await Promise.all(shards.map((shard) => rankShard(query, shard, strictness)));
  return ranked.flat();
}

async function everything(index: Index, shards: readonly Shard[]): Promise<Candidate[]> {
  const all = await Promise.all(
    shards.map(async (shard) => {
      const { places } = await index.pages(shard);
      return [...places.keys()].map((id) => ({ shard, id, score: 0, coverage: 1, places: [] }));
    }),
  );
  return all.flat();
}

async function finish(
  index: Index,
  question: Question,
  candidates: readonly Candidate[],
  more: Partial<Pick<Answer, "corrected" | "suggestion" | "isPartial">> = {},
): Promise<Answer> {
  const order = question.words === "" && question.order === "relevance" ? "newest" : question.order;
  const rest = { isPartial: false, ...more };
  const needsPages = question.filters.size > 0 || question.from !== "" || question.to !== "" || order !== "relevance";
  const byScore = [...candidates].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const narrowed = once(() => narrow(index, question, byScore, order));
  const hits = needsPages ? (await narrowed()).hits : byScore.map((candidate) => hitOf(candidate, ""));
  return { hits, tally: narrowed, ...rest };
}

/** Applies filters, range and order, and counts. */
async function narrow(
  index: Index,
  question: Question,
  candidates: readonly Candidate[],
  order: Question["order"],
): Promise<Tally & Pick<Answer, "hits">> {
  const dates = new Map<string, number>();
  const counts: Record<string, Record<string, number>> = {};
  const totals: Record<string, Record<string, number>> = {};
  const kept: { readonly candidate: Candidate; readonly date: string }[] = [];
  for (const candidate of candidates) {
    const pages = await index.pages(candidate.shard);
    const place = pages.places.get(candidate.id);
    if (place === undefined) continue;
    const date = pages.dates[place] ?? "";
    const isInRange = isWithin(date, question.from, question.to);
    for (const name of Object.keys(pages.values)) {
      count(totals, name, pages, place);
      if (isInRange && passes(pages, place, question.filters, name)) count(counts, name, pages, place);
    }
    if (!passes(pages, place, question.filters)) continue;
    dates.set(date, (dates.get(date) ?? 0) + 1);
    if (isInRange) kept.push({ candidate, date });
  }
  if (order !== "relevance") {
    const sign = order === "newest" ? -1 : 1;
    // Undated articles come last in either order; the sort is stable, so relevance decides within a day.
    kept.sort((a, b) =>
      a.date === b.date ? 0 : a.date === "" ? 1 : b.date === "" ? -1 : a.date < b.date ? -sign : sign,
    );
  }
  return { hits: kept.map(({ candidate, date }) => hitOf(candidate, date)), counts, totals, dates };
}

const EXCERPT_WORDS = 30;

function hitOf({ shard, id, places }: Candidate, date: string): Hit {
  return {
    id,
    date,
    data: async () => {
      const { url, content, meta } = await shard.fragment(id);
      const words = content.split(/\s+/);
      const titleWords = Number(meta.titleWords ?? 0);
      return {
        url,
        meta,
        title: markWords(words.slice(0, titleWords), places),
        excerpt: makeExcerpt(words, titleWords, places, EXCERPT_WORDS),
      };
    },
  };
}
