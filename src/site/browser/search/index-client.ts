/** The search over the whole index: volumes, what is asked, what comes back. */
import { type Analyzer, makeAnalyzer } from "../../../arabic/analysis/analyze.ts";
import { makeNames } from "../../../arabic/analysis/names.ts";
import type { SearchManifest } from "../../views/search.ts";
import { isEmpty, type Question } from "./address.ts";
import type { Answer } from "./answer.ts";
import { fetchPacked, once } from "./fetch.ts";
import { type Narrowing, readFields } from "./fields.ts";
import { readNames } from "./names.ts";
import { finish, idOf, isNarrowed, type Ranked } from "./narrow.ts";
import { isWithin } from "./pages.ts";
import { openVolume, type Volume } from "./postings.ts";
import { parseQuery, type Query } from "./query.ts";
import { beginningsOf, type Candidate, rankVolume, requiredOf, type Strictness } from "./rank.ts";
import { parseVocabulary, respace, suggest, type Vocabulary } from "./suggest.ts";

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
 * archive are searched instead, if they are but a slip away; the answer says so. `isTyping`: the last word is not finished.
 */
export async function search(
  index: Index,
  asked: Question,
  { isTyping = false, isDeep = false, fieldWords = new Map() }: SearchOptions = {},
): Promise<Answer> {
  const query = parseQuery(asked.words, index.analyzer, fieldWords);
  const question = await readFields(asked, query, index);
  // Words without a letter are no question; field words alone are one.
  if (query.clauses.length === 0) {
    if (asked.words !== "" && query.fields.length === 0) return finish(question, { candidates: [], left: [] });
    const total = isEmpty(asked) ? { total: index.volumes.reduce((sum, { pages }) => sum + pages, 0) } : {};
    return finish(question, await everything(index, question, isDeep), total);
  }
  const ask = (words: Query, isOpen: boolean, isPartial: boolean) =>
    rankAll(index, words, question, { exact: question.exact, isOpen, isPartial }, isDeep);
  const askFor = (words: string) => ask(parseQuery(words, index.analyzer, fieldWords), false, false);
  const long = requiredOf(query.clauses).length >= LONG_QUERY && question.order === "relevance";
  let found = await ask(query, isTyping && mayGoOn(question.words), long);
  let isBegun = false;
  if (found.candidates.length === 0 && !long && !question.exact) {
    found = await ask(query, true, false);
    isBegun = found.candidates.length > 0;
  }
  const isFew = found.candidates.length < (long ? 1 : FEW) && !isTyping && !question.exact;
  const vocabulary = isFew ? await index.vocabulary() : undefined;
  if (vocabulary && !long) {
    const respaced = respace(question.words, vocabulary);
    if (respaced !== undefined) found = merge(found, await askFor(respaced));
  }
  const near = vocabulary && suggest(question.words, vocabulary);
  // Where something is found, only a slip is worth a word.
  const more = near && (near.isSure || found.candidates.length === 0) ? { suggestion: near.words } : {};
  const begun = isBegun && !isTyping ? { begun: { isCut: isCut(index, query) } } : {};
  if (found.candidates.length > 0) return finish(question, found, { isPartial: long, ...more, ...begun });
  if (near?.isSure) {
    found = await askFor(near.words);
    if (found.candidates.length > 0) return finish(question, found, { corrected: near.words });
  }
  return finish(question, await ask(query, false, true), { isPartial: true, ...more });
}

/** Whether more words of the newest articles begin with the last one than are looked up. */
function isCut({ volumes: [newest] }: Index, { clauses }: Query): boolean {
  const last = requiredOf(clauses).at(-1)?.units.at(-1);
  return last !== undefined && beginningsOf(last).some((key) => newest?.isCut(key));
}

export interface SearchOptions {
  /** The last word is not finished. */
  readonly isTyping?: boolean;
  /** All shards, however much the newest ones give. */
  readonly isDeep?: boolean;
  /** Word before a colon → filter; `date` for a date. */
  readonly fieldWords?: ReadonlyMap<string, string>;
}

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
  question: Narrowing,
  strictness: Strictness,
  isDeep: boolean,
): Promise<Ranked> {
  return newestFirst(index, question, isDeep, (volume) => rankVolume(query, volume, strictness));
}

/** The newest volume of the range, and all others if it does not give enough or the oldest articles are wanted first. */
async function newestFirst(
  index: Index,
  question: Narrowing,
  isDeep: boolean,
  work: (volume: Volume) => Promise<Candidate[]>,
): Promise<Ranked> {
  const inRange = index.volumes.filter(
    ({ from, to }) => to === "" || (isWithin(to, question.from, "") && isWithin(from, "", question.to)),
  );
  const [newest, ...older] = inRange;
  if (newest === undefined) return { candidates: [], left: [] };
  const first = await work(newest);
  const isEnough = first.length >= ENOUGH && !isNarrowed(question) && question.order !== "oldest";
  if (isEnough && !isDeep) return { candidates: first, left: older };
  const others = await Promise.all(older.map(work));
  return { candidates: [...first, ...others.flat()], left: [] };
}

async function everything(index: Index, question: Narrowing, isDeep: boolean): Promise<Ranked> {
  return newestFirst(index, question, isDeep, (volume) =>
    rankVolume({ clauses: [], fields: [] }, volume, { exact: false, isOpen: false, isPartial: false }),
  );
}
