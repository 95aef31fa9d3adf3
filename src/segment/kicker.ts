import { CATEGORY_WORDS, SECTION_WORDS } from "../arabic/lexicon/page-words.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { LAYOUTS } from "../sources/index.ts";
import { findDateline } from "./dateline.ts";
import type { Knowledge } from "./knowledge.ts";

const KICKED = LAYOUTS.flatMap(({ id, kicker }) => (kicker === undefined ? [] : [{ rule: `dateline:${id}`, kicker }]));

/** Lines below the kicker one of which the dateline opens: the headline, then the text or a line between the two. */
const HEADLINE = 1;
const MOST_ABOVE_DATELINE = 3;

/**
 * Whether the first line of a plain text is a kicker: a source whose layout declares one, told by the dateline below,
 * sets it there. Nothing else tells such a line from a headline.
 */
export function opensWithKicker(lines: readonly Line[], knows: Knowledge): boolean {
  const first = lines[0]?.text ?? "";
  const declaring = KICKED.filter(({ kicker }) => kicker.test(first));
  if (declaring.length === 0) return false;
  return lines.slice(HEADLINE + 1, MOST_ABOVE_DATELINE + 1).some(({ text, at }) => {
    const found = findDateline(text, at[0], knows, false)?.rule;
    return declaring.some(({ rule }) => rule === found);
  });
}

/** «سياسي / », «عام | », with a blank on the side of the headline; of urgent news a dash does: «عاجل - ». */
const CATEGORY =
  /^(?:(?<words>[\p{L}\p{M} ]{2,30}?)\s*[/|]|(?<urgent>(?:خبر )?عاجل(?: جدا)?)\s+[-–—])\s+(?=\p{L}|\p{N}|["«“(])/u;
const MAY_BE_CATEGORY = /[/|]|عاجل/;
const MOST_CATEGORY_WORDS = 2;
/** Words of a headline behind its category: of fewer, all are categories. */
const FEWEST_WORDS = 3;

/** «سياسي / انعقاد مؤتمر التعاون»: the category that an agency sets before its headline, and the headline without it. */
export function splitCategory(headline: Part): { category: Part; headline: Part } | undefined {
  if (!MAY_BE_CATEGORY.test(headline.text)) return undefined;
  let start = 0;
  let end = 0;
  for (let found = CATEGORY.exec(headline.text); found !== null; found = CATEGORY.exec(headline.text.slice(start))) {
    const { words = "", urgent } = found.groups ?? {};
    if (urgent === undefined && !isCategory(words)) break;
    end = start + (urgent ?? words).length;
    start += found[0].length;
  }
  if (start === 0 || tokenize(headline.text.slice(start), 0, FEWEST_WORDS).length < FEWEST_WORDS) return undefined;
  const part = (from: number, to: number): Part => ({
    text: headline.text.slice(from, to),
    at: [headline.at[0] + from, headline.at[0] + to],
  });
  return { category: part(0, end), headline: part(start, headline.text.length) };
}

function isCategory(words: string): boolean {
  const keys = tokenize(words, 0, MOST_CATEGORY_WORDS + 1).map(({ key }) => key.replace(/^و?(?:ال)?(?=..)/, ""));
  return keys.length <= MOST_CATEGORY_WORDS && keys.every((key) => SECTION_WORDS.has(key) || CATEGORY_WORDS.has(key));
}
