/** The search over the whole index: volumes, what is asked, what comes back. */
import { type Analyzer, makeAnalyzer } from "../../../arabic/analysis/analyze.ts";
import { makeNames } from "../../../arabic/analysis/names.ts";
import type { SearchManifest } from "../../site-data.ts";
import type { Question } from "./address.ts";
import { makeExcerpt, markWords, type Part } from "./excerpt.ts";
import { fetchPacked, once, remember } from "./fetch.ts";
import { formatMarks } from "./mark-words.ts";
import { readNames } from "./names.ts";
import { type Counts, count, isWithin, passes, readPages } from "./pages.ts";
import { openVolume, type Volume } from "./postings.ts";
import { parseQuery, type Query } from "./query.ts";
import { type Candidate, rankVolume, requiredOf, type Strictness } from "./rank.ts";
import { parseVocabulary, respace, suggest, type Vocabulary } from "./suggest.ts";

export interface Hit {
  readonly id: string;
  /** EDTF; empty when unknown or not asked for. */
  readonly date: string;
  data(): Promise<HitData>;
}

export interface HitData {
  readonly url: string;
  /** What the article is to mark, for its address. */
  readonly marks: string;
  readonly title: readonly Part[];
  readonly excerpt: readonly Part[];
  readonly meta: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Reads what the filters show; `names`: those of the large ones that are to be counted. */
  tally(names: readonly string[]): Promise<Tally>;
  /** What was searched instead, when what was typed gave nothing. */
  readonly corrected?: string;
  /** What the reader may have meant. */
  readonly suggestion?: string;
  /** Not every page must hold all the words. */
  readonly isPartial: boolean;
  /** Whether some page does, as far as that is known. */
  readonly hasWhole?: boolean;
  /** All articles found, where `hits` has fewer. */
  readonly total?: number;
  /** Articles up to this date were not looked into, since newer ones gave enough. */
  readonly leftBefore?: string;
}

/** What the pages found have, beside the choices made. */
export interface Tally {
  /** For every filter, what each of its values would give beside the choices made in the other filters. */
  readonly counts: Counts;
  /** The same for the words alone: decides the order of the values, which must not jump while they are ticked. */
  readonly totals: Counts;
  /** Date, as far as it is known → articles, before the range is applied. */
  readonly dates: ReadonlyMap<string, number>;
  /** Filters that were not counted, since nobody asked for them. */
  readonly uncounted?: readonly string[];
}

export interface Index {
  readonly analyzer: Analyzer;
  /** Where the index lies. */
  readonly folder: string;
  readonly cards: SearchManifest["cards"];
  /** Newest first; read when asked for. */
  readonly volumes: readonly Volume[];
  vocabulary(): Promise<Vocabulary>;
}

/** Opens the index that lies at `folder`; throws when it is not there. */
export async function openIndex(folder: string): Promise<Index> {
  // All other files are named by their content: this one tells which are of today.
  const file = await fetchPacked(`${folder}search.gz`, { cache: "no-cache" });
  const { names, cards, volumes: all, tables } = JSON.parse(file) as SearchManifest;
  const newest = all.at(-1);
  const volumes = all.map((volume) => openVolume(folder, volume, volume === newest ? tables : undefined)).reverse();
  return {
    analyzer: makeAnalyzer(makeNames(readNames(names))),
    folder,
    cards,
    volumes,
    vocabulary: once(async () => parseVocabulary(await Promise.all(volumes.map((volume) => volume.words())))),
  };
}

/** Fewer words than this must all be there. */
const LONG_QUERY = 3;

/**
 * Asks the index. A question without words lists what the filters leave, an empty one everything, newest first.
 * Where the words give nothing, the last one may go on, then some may be missing, then the nearest words of the
 * archive are searched instead; the answer says so. `isTyping`: the last word is not finished.
 */
export async function search(
  index: Index,
  asked: Question,
  { isTyping = false, isDeep = false, fieldWords = new Map() }: SearchOptions = {},
): Promise<Answer> {
  const { question, query } = await readFields(index, asked, fieldWords);
  // Words without a letter are no question; field words alone are one.
  if (query.clauses.length === 0)
    return question.words === "" || query.fields.length > 0
      ? finish(index, question, await everything(index, question, isDeep))
      : finish(index, question, { candidates: [], left: [] });
  const ask = (words: Query, isOpen: boolean, isPartial: boolean) =>
    rankAll(index, words, question, { exact: question.exact, isOpen, isPartial }, isDeep);
  const askFor = (words: string) => ask(parseQuery(words, index.analyzer, fieldWords), false, false);
  const long = requiredOf(query.clauses).length >= LONG_QUERY && question.order === "relevance";
  let found = await ask(query, isTyping && mayGoOn(question.words), long);
  if (found.candidates.length === 0 && !long) found = await ask(query, true, false);
  const isFew = found.candidates.length < (long ? 1 : FEW) && !isTyping && !question.exact;
  const vocabulary = isFew ? await index.vocabulary() : undefined;
  if (vocabulary && !long) {
    const respaced = respace(question.words, vocabulary);
    if (respaced !== undefined) found = merge(found, await askFor(respaced));
  }
  const suggestion = vocabulary && suggest(question.words, vocabulary);
  const more = suggestion === undefined ? {} : { suggestion };
  if (found.candidates.length > 0) return finish(index, question, found, { isPartial: long, ...more });
  if (suggestion !== undefined) {
    found = await askFor(suggestion);
    if (found.candidates.length > 0) return finish(index, question, found, { corrected: suggestion });
  }
  return finish(index, question, await ask(query, false, true), { isPartial: true, ...more });
}

export interface SearchOptions {
  /** The last word is not finished. */
  readonly isTyping?: boolean;
  /** All shards, however much the newest ones give. */
  readonly isDeep?: boolean;
  /** Word before a colon → filter; `date` for a date. */
  readonly fieldWords?: ReadonlyMap<string, string>;
}

/** Pages of some volumes. */
interface Ranked {
  readonly candidates: readonly Candidate[];
  /** Those that were not looked into, newest first. */
  readonly left: readonly Volume[];
}

/** Puts what stands behind field words where the filters and the range are. */
async function readFields(index: Index, asked: Question, fieldWords: ReadonlyMap<string, string>) {
  const query = parseQuery(asked.words, index.analyzer, fieldWords);
  if (query.fields.length === 0) return { question: asked, query };
  const filters = new Map(asked.filters);
  let { from, to } = asked;
  for (const { name, value } of query.fields) {
    if (name === "date") {
      const [first = "", last = first] = value
        .split(/\.\.|…/)
        .map((day) => (index.analyzer.analyze(day).length > 0 ? foldDigits(day) : ""));
      [from, to] = [first, last];
      continue;
    }
    const wanted = parseQuery(value, index.analyzer).clauses.flatMap(({ units }) => units);
    const all = await Promise.all(index.volumes.map(async (volume) => (await volume.column(name))?.values ?? []));
    const matching = [...new Set(all.flat())].filter((label) => {
      const keys = new Set(
        index.analyzer.analyze(label).flatMap((chunk) => [...chunk.names, ...chunk.words.flatMap((word) => word.keys)]),
      );
      return wanted.every((unit) => unit.keys.some((key) => keys.has(key)));
    });
    // A value that no article has leaves no article.
    filters.set(name, new Set(matching.length > 0 ? matching : [value]));
  }
  return { question: { ...asked, filters, from, to }, query };
}

const foldDigits = (day: string) =>
  day
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\//g, "-");

/** Fewer results than this, and the reader may have meant something else. */
const FEW = 4;

/** The second list after the first, without what is in both. */
function merge(first: Ranked, second: Ranked): Ranked {
  const known = new Set(first.candidates.map(idOf));
  const least = Math.min(...first.candidates.map(({ score }) => score), Number.MAX_VALUE);
  const others = second.candidates.filter((one) => !known.has(idOf(one)));
  return {
    ...first,
    candidates: [...first.candidates, ...others.map((one) => ({ ...one, score: Math.min(one.score, least) }))],
  };
}

/** From three letters on a word that is being typed finds what begins with it. */
const mayGoOn = (words: string) => /[\p{L}\p{N}]{3,}$/u.test(words);

/** Results after which older volumes are looked into only when the reader asks. */
const ENOUGH = 30;

async function rankAll(
  index: Index,
  query: Query,
  question: Question,
  strictness: Strictness,
  isDeep: boolean,
): Promise<Ranked> {
  return newestFirst(index, question, isDeep, (volume) => rankVolume(query, volume, strictness));
}

/** The newest volume of the range, and all others if it does not give enough or the oldest articles are wanted first. */
async function newestFirst(
  index: Index,
  question: Question,
  isDeep: boolean,
  work: (volume: Volume) => Promise<Candidate[]>,
): Promise<Ranked> {
  const inRange = index.volumes.filter(
    ({ from, to }) => to === "" || (isWithin(to, question.from, "") && isWithin(from, "", question.to)),
  );
  const [newest, ...older] = inRange;
  if (newest === undefined) return { candidates: [], left: [] };
  const first = await work(newest);
  const isEnough = first.length >= ENOUGH && question.filters.size === 0 && question.order !== "oldest";
  if (isEnough && !isDeep) return { candidates: first, left: older };
  const others = await Promise.all(older.map(work));
  return { candidates: [...first, ...others.flat()], left: [] };
}

async function everything(index: Index, question: Question, isDeep: boolean): Promise<Ranked> {
  return newestFirst(index, question, isDeep, (volume) =>
    rankVolume({ clauses: [], fields: [] }, volume, { exact: false, isOpen: false, isPartial: false }),
  );
}

async function finish(
  index: Index,
  question: Question,
  { candidates, left }: Ranked,
  more: Partial<Pick<Answer, "corrected" | "suggestion" | "isPartial">> = {},
): Promise<Answer> {
  const isRanked = candidates.some(({ score }) => score > 0);
  const order = question.order === "relevance" && !isRanked ? "newest" : question.order;
  const hasWhole = candidates.some(({ coverage }) => coverage > 1 - 1e-9);
  const rest = { isPartial: false, hasWhole, ...more, ...(left[0] ? { leftBefore: left[0].to } : {}) };
  const needsPages = question.filters.size > 0 || question.from !== "" || question.to !== "" || order !== "relevance";
  const byScore = [...candidates].sort((a, b) => b.score - a.score || (isNewer(a, b) ? -1 : 1));
  const narrowed = remember(
    (names: readonly string[]) => narrow(index, question, byScore, order, names),
    (names) => names.join(),
  );
  const chosen = [...question.filters.keys()];
  const hits = needsPages ? (await narrowed(chosen)).hits : byScore.map((candidate) => hitOf(candidate, ""));
  return { hits, tally: (names) => narrowed([...new Set([...chosen, ...names])]), ...rest };
}

/** Pages and volumes are in order of time; those without a date come first. */
const isNewer = (a: Candidate, b: Candidate) => (a.volume === b.volume ? a.page > b.page : a.volume.to > b.volume.to);

/** Applies filters, range and order, and counts the common filters and `names`. */
async function narrow(
  index: Index,
  question: Question,
  candidates: readonly Candidate[],
  order: Question["order"],
  names: readonly string[],
): Promise<Tally & Pick<Answer, "hits">> {
  const dates = new Map<string, number>();
  const counts: Record<string, Record<string, number>> = {};
  const totals: Record<string, Record<string, number>> = {};
  const kept: { readonly candidate: Candidate; readonly date: string }[] = [];
  const searched = index.volumes.filter((volume) => candidates.some((candidate) => candidate.volume === volume));
  const pagesOf = new Map(
    await Promise.all(searched.map(async (volume) => [volume, await readPages(volume, names)] as const)),
  );
  for (const candidate of candidates) {
    const { volume, page } = candidate;
    const pages = pagesOf.get(volume);
    if (pages === undefined) continue;
    const date = pages.dates[page] ?? "";
    const isInRange = isWithin(date, question.from, question.to);
    for (const name of Object.keys(pages.values)) {
      count(totals, name, pages, page);
      if (isInRange && passes(pages, page, question.filters, name)) count(counts, name, pages, page);
    }
    if (!passes(pages, page, question.filters)) continue;
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
  const uncounted = [...new Set(searched.flatMap(({ filters }) => filters))].filter((name) => !names.includes(name));
  return { hits: kept.map(({ candidate, date }) => hitOf(candidate, date)), counts, totals, dates, uncounted };
}

const EXCERPT_WORDS = 30;

const idOf = ({ volume, page }: Candidate) => `${volume.folder} ${page}`;

function hitOf(candidate: Candidate, date: string): Hit {
  const { volume, page, places, clauses } = candidate;
  return {
    id: idOf(candidate),
    date,
    data: async () => {
      const { url, content, titleWords, ...meta } = await volume.page(page);
      const words = content.split(/\s+/);
      return {
        url,
        meta,
        marks: formatMarks(words, places, clauses),
        title: markWords(words.slice(0, titleWords), places),
        excerpt: makeExcerpt(words, titleWords, places, EXCERPT_WORDS),
      };
    },
  };
}
