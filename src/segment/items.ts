import { BYLINE_WORDS } from "../arabic/lexicon/page-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { fold } from "../arabic/normalize.ts";
import { lightStem } from "../arabic/stem.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";

/**
 * Several items in one text: a headline below the text of another, with its own day under it. That day is of its own item
 * and dates nothing of the first.
 */

const LONGEST_HEADLINE = 200;
const FEWEST_WORDS_OF_HEADLINE = 4;
const ENDS_CLAUSE = /[.:؛،,][”"»’')\]\s]*$/u;
/** Paragraphs below the headline behind which a page's own stamp stands no more: it may set a lead above it. */
const FEWEST_PARAGRAPHS = 2;
/** Letters of a word, folded, that says what a text is about. */
const SHORTEST_WORD = 4;
/** Lines below a stamp within which the text begins. */
const REACH = 3;
/** «* * *», «-----» on a line of its own. */
const RULE_BETWEEN = /^[^\S\n]*(?:[-–—*=_~#•.]\s?){3,}[^\S\n]*$/mu;

/**
 * The headline above the stamp at `stamp`, where it opens another item: text stands above it and below the stamp, and the
 * text above is a whole one (two paragraphs, or a line drawn under it, or no word in common with the headline).
 * `labels`: lines between the two that say what the day is of; `isProse`: no stamp, and as long as a paragraph is.
 */
export function headlineOfItem(
  raw: string,
  lines: readonly Line[],
  stamp: number,
  labels: number,
  isProse: (line: Line, i: number) => boolean,
): Part | undefined {
  const at = stamp - labels - 1;
  const headline = lines[at];
  if (at < 2 || headline === undefined || !looksLikeItemHeadline(headline.text)) return undefined;
  const above = lines.slice(1, at).filter((line, i) => isProse(line, i + 1));
  const [first] = above;
  if (first === undefined || !lines.slice(stamp + 1, stamp + 1 + REACH).some((line, i) => isProse(line, stamp + 1 + i)))
    return undefined;
  const isWhole =
    above.length >= FEWEST_PARAGRAPHS ||
    RULE_BETWEEN.test(raw.slice(first.at[1], headline.at[0])) ||
    !sharesWords(headline.text, [lines[0] as Line, ...above]);
  return isWhole ? { text: headline.text, at: headline.at } : undefined;
}

/** A line of four words and more that ends no clause and begins with no name. */
export function looksLikeItemHeadline(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || ENDS_CLAUSE.test(text) || beginsWithGivenName(text)) return false;
  const words = tokenize(text, 0, FEWEST_WORDS_OF_HEADLINE);
  return words.length === FEWEST_WORDS_OF_HEADLINE && !BYLINE.has(fold(words[0]?.text ?? ""));
}

const BYLINE: ReadonlySet<string> = new Set(BYLINE_WORDS);

function sharesWords(headline: string, lines: readonly Line[]): boolean {
  const stemsOf = (text: string) =>
    tokenize(text).flatMap(({ key }) => (key.length < SHORTEST_WORD ? [] : [lightStem(key)]));
  const own = new Set(stemsOf(headline));
  return lines.some(({ text }) => stemsOf(text).some((stem) => own.has(stem)));
}
