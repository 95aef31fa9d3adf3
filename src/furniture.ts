import { NEWS_VERBS } from "./arabic/lexicon/function-words.ts";
import { PAGE_WORDS, READER_WORDS } from "./arabic/lexicon/furniture.ts";
import { wordSet } from "./arabic/lexicon/word-set.ts";
import { type Token, tokenize, type Words } from "./arabic/tokenize.ts";
import { rememberByWord } from "./arabic/words.ts";
import type { Block, RawArticle, SegmentedArticle } from "./model/article.ts";

/**
 * Furniture by learning: a line that recurs across many articles of one source belongs to the source's pages. What an
 * agency repeats may be news all the same (a formula of its reports, the background of a war), so recurring is not
 * enough: a line is learned only from the body's short lines that say nothing (`linesToLearn`), where enough articles
 * of different titles hold it. Measured on some 900 articles of 20 newspapers: three lines, all of them furniture.
 */

/** Longer lines are told by no habit of a page, in characters. */
const LONGEST_LINE = 160;
/** A line of more words that ends a sentence says something. */
const MOST_LABEL_WORDS = 10;
/** So many words may be a name. */
const NAME_WORDS: readonly number[] = [2, 3, 4];
const MOST_LINES = 24;

/** Articles, by different titles, that must hold the line. */
export const FEWEST_ARTICLES = 5;
/** Share of the source's articles that must hold a line that speaks of the page, and one that does not. */
export const PAGE_SHARE = 0.05;
export const PLAIN_SHARE = 0.2;

/** What one article gives to learn from. */
export interface RecurringLines {
  /** Who publishes: see `sourceOfLines`. */
  readonly source: string;
  /** Tells an article from its own later versions. */
  readonly title: string;
  /** Keys of the lines that could be furniture, each once. */
  readonly lines: readonly string[];
}

/** Keys of lines to take out, by source. */
export type LearnedFurniture = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Lines of the body that could be furniture: whole short lines that are neither lead nor what the source declares a
 * heading, without a number, and no sentence unless it speaks of the page and to the reader.
 */
export function linesToLearn({ headline, blocks, lines, layout = [] }: SegmentedArticle, index: Words): string[] {
  const found = new Set<string>();
  for (let i = headline === undefined ? 1 : 0; i < blocks.length; i++) {
    const { text, at, kind, inferred } = blocks[i] as Block;
    if (text.length > LONGEST_LINE || inferred !== undefined) continue;
    const words = index.between(...at);
    if (!mayBeFurniture(text, words, kind === "heading")) continue;
    const isWhole = lines.some((line) => line.at[0] === at[0]);
    if (!isWhole || layout.some((part) => part.kind === "heading" && part.at[0] === at[0])) continue;
    const key = words.map((word) => word.key).join(" ");
    if (key !== "" && !/\d/.test(key)) found.add(key);
  }
  return [...found].slice(0, MOST_LINES);
}

function mayBeFurniture(text: string, words: readonly Token[], isHeading: boolean): boolean {
  if (speaksOfPage(words)) return true;
  if (isHeading || NAME_WORDS.includes(words.length) || words.length > MOST_LABEL_WORDS) return false;
  return !/[.؟?!…:؛،,][”"»’'\])}\s]*$/u.test(text) && !words.some(opensClause);
}

/** A verb of reporting, a negation or the like: with it a line says something even without its full stop. */
const CLAUSE_WORDS = wordSet("لم لن قد لقد كان كانت يكون تكون ليس يذكر يشار يزال تزال ان بان هذا هذه");

const opensClause = rememberByWord((key) => {
  const bare = key.replace(/^[وف](?=\p{L}{2})/u, "");
  return [key, bare].some((form) => CLAUSE_WORDS.has(form) || NEWS_VERBS.has(form));
});

/** What a word is about: bits. */
const OF_PAGE = 1;
const TO_READER = 2;
const aboutOf = rememberByWord(
  (key) =>
    (PAGE_WORDS.has(key) || PAGE_WORDS.has(key.replace(/^(?:[وفبل]|لل|بال|وال)/u, "")) ? OF_PAGE : 0) |
    (READER_WORDS.has(key) ? TO_READER : 0),
);
const ofPage = (word: Token) => (aboutOf(word) & OF_PAGE) !== 0;
const toReader = (word: Token) => (aboutOf(word) & TO_READER) !== 0;

/** Three words of the page, or one with a word to the reader; in a short line one of either. Each word counts once. */
function speaksOfPage(words: readonly Token[]): boolean {
  if (!words.some((word) => aboutOf(word) !== 0)) return false;
  const count = (of: readonly Token[]) => new Set(of.map(({ key }) => key)).size;
  if (count(words) <= NAME_WORDS.length + 1) return true;
  const page = count(words.filter(ofPage));
  return page > 2 || (page > 0 && words.some(toReader));
}

/** The lines of each source that recur. The order of the articles does not matter. */
export function learnFurniture(articles: Iterable<RecurringLines>): LearnedFurniture {
  const titles = new Map<string, Set<string>>();
  const holders = new Map<string, Map<string, Set<string>>>();
  for (const { source, title, lines } of articles) {
    entry(titles, source, () => new Set<string>()).add(title);
    if (lines.length === 0) continue;
    const ofSource = entry(holders, source, () => new Map<string, Set<string>>());
    for (const line of lines) entry(ofSource, line, () => new Set<string>()).add(title);
  }
  const learned = new Map<string, Set<string>>();
  for (const [source, lines] of holders) {
    const all = titles.get(source)?.size ?? 0;
    for (const [line, { size }] of lines) {
      if (size < FEWEST_ARTICLES) continue;
      const share = speaksOfPage(tokenize(line)) ? PAGE_SHARE : PLAIN_SHARE;
      if (size >= share * all) entry(learned, source, () => new Set<string>()).add(line);
    }
  }
  return learned;
}

/**
 * Whose page the article stood on: the host, else the outlet by its record, else the name the source gives itself, else
 * the file or folder it came in.
 */
export function sourceOfLines({ path, metadata }: RawArticle, outlet: string | undefined): string {
  const [domain, site] = [metadata?.domain, metadata?.site].map((declared) => declared?.chosen[0].value);
  const place = path.includes("#") ? path.slice(0, path.indexOf("#")) : path.replace(/[^/]*$/, "");
  return domain?.replace(/^www\./, "") ?? outlet ?? site ?? `raw/${place}`;
}

/** What of the learned furniture an article holds, sorted. */
export function furnitureIn({ source, lines }: RecurringLines, learned: LearnedFurniture): string[] {
  const ofSource = learned.get(source);
  return ofSource === undefined ? [] : lines.filter((line) => ofSource.has(line)).sort();
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
