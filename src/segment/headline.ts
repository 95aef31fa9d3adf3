import { ADJUNCT_OPENERS, INCOMPLETE_ENDINGS } from "../arabic/lexicon/function-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { sentences, tokenize } from "../arabic/tokenize.ts";
import type { Block, Line } from "../model/article.ts";

const LONGEST_HEADLINE = 200;
const LONGEST_HEADING = 110;
const LONGEST_UNDER = 40;
const MOST_HEADING_WORDS = 15;
/** Fewer words begin many a sentence, in words. */
const SHORTEST_CUT = 4;
/** «… ./ يتبع» ends one, too: what agencies write where more is to come. */
const ENDS_SENTENCE = /[.؟!?…:؛،,][”"»’'\])}\s]*[-–—]?\s*(?:\/\s*(?:يتبع)?\s*)?$/u;

/**
 * A headline is a first line without a full stop before more text that is longer, set off by an empty line
 * or by a longer line or dateline after it. A line that is itself a dateline is none.
 */
export function looksLikeHeadline(
  lines: readonly Line[],
  isDateline: (text: string, isFirst: boolean) => boolean,
): boolean {
  const [first, second, third] = lines;
  if (first === undefined || second === undefined) return false;
  if (
    first.text.length > LONGEST_HEADLINE ||
    /(?:(?<!\.)\.|[،,؛:])\s*$/u.test(first.text) ||
    isDateline(first.text, true)
  )
    return false;
  const isSetOff =
    second.gapBefore ||
    second.text.length > first.text.length ||
    isDateline(second.text, false) ||
    isShortUnder(second, first, third);
  const rest = lines.slice(1).reduce((sum, { text }) => sum + text.length, 0);
  return isSetOff && rest > first.text.length && tokenize(first.text).length >= (second.gapBefore ? 1 : 2);
}

/** Between headline and text: a site's name, a section, a name. */
const isShortUnder = (second: Line, first: Line, third: Line | undefined) =>
  third !== undefined &&
  second.text.length <= LONGEST_UNDER &&
  !ENDS_SENTENCE.test(second.text) &&
  third.text.length > first.text.length;

/** «عيار 18: 840 جنيها», «إربد 23 - 13»: a label and what it stands for. */
const ROW = /^(?!\p{Nd}{1,2}:)[^:]{2,40}:\s*\S|\p{Nd}[^\p{L}]{0,4}$/u;
const isRow = (line: Line | undefined) => line !== undefined && line.text.length <= LONGEST_ROW && ROW.test(line.text);
const LONGEST_ROW = 60;

/** A line that neither is so long nor ends a sentence is no paragraph: a verse, a name, an item. */
const SHORTEST_PARAGRAPH = 60;
const isParagraph = ({ text }: Line) => text.length >= SHORTEST_PARAGRAPH || ENDS_SENTENCE.test(text);

/**
 * A short line without closing punctuation between longer paragraphs, and no row among others of a table. Lines of a printed
 * column (`inColumn`) are short themselves.
 */
export function looksLikeHeading(line: Line, next: Line | undefined, previous?: Line, inColumn = false): boolean {
  if (next === undefined || line.text.length > LONGEST_HEADING || ENDS_SENTENCE.test(line.text)) return false;
  if (!inColumn && (!isParagraph(next) || (previous !== undefined && !isParagraph(previous)))) return false;
  // «سليم أحمد – ينبوع» above the text signs it.
  if (previous === undefined && beginsWithGivenName(line.text)) return false;
  if (isRow(line) && (isRow(next) || isRow(previous))) return false;
  const words = tokenize(line.text).length;
  return words >= 1 && words <= MOST_HEADING_WORDS && next.text.length > line.text.length && /[\p{L}]/u.test(line.text);
}

/** Characters of the longest line that a text was cut to, and its fewest lines. */
const LONGEST_WRAPPED = 130;
const FEWEST_WRAPPED = 5;
/** Share of the width that a line fills with the next word, and share of lines that do and go on. */
const FILLED = 0.75;
const MOSTLY = 0.5;

/**
 * Whether the lines are those of a printed column (text taken from a PDF): most go on in the next, whose first word had no
 * room in them. A line of such a text that does not end a sentence is no heading.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  if (lines.length < FEWEST_WRAPPED || lines.some(({ text }) => text.length > LONGEST_WRAPPED)) return false;
  const width = Math.max(...lines.map(({ text }) => text.length));
  const goesOn = lines.filter(({ text }, i) => {
    const next = lines[i + 1];
    if (next === undefined || next.gapBefore || ENDS_SENTENCE.test(text)) return false;
    return text.length + 1 + (next.text.split(" ", 1)[0] ?? "").length >= FILLED * width;
  });
  return goesOn.length >= MOSTLY * (lines.length - 1);
}

/**
 * A headline is cut off when a sentence of the body begins with it and goes on in the same phrase (a content system
 * that takes its first words), when it ends in a word that wants another («مثل», «عدم»), or in two dots and more. A headline that
 * stands inside a sentence («أعلن الوزير إغلاق الميناء أسبوعين بسبب…») is quoted, not cut; one that the sentence
 * repeats before a comma or before when, where and why («… اليوم», «… في العاصمة») is whole.
 */
export function truncation(
  headline: string,
  blocks: readonly Block[],
): { status: "found" | "truncated"; rule: string } {
  const tokens = tokenize(headline);
  const words = tokens.map(({ key }) => key);
  // Whoever cuts copies: sentences are looked for only where the first words stand as they are written.
  const opening = headline.slice(tokens[0]?.start ?? 0, tokens[1]?.end ?? 0);
  const goesOn =
    words.length >= SHORTEST_CUT &&
    blocks.some(
      ({ text }) =>
        text.includes(opening) && sentences(text).some(([from, to]) => isOpening(words, text.slice(from, to))),
    );
  if (/(?:\.{2,}|…)\s*$/u.test(headline) || wantsMore(words, headline) || goesOn) {
    return { status: "truncated", rule: "headline:truncated" };
  }
  return { status: "found", rule: "headline:first-line" };
}

/** Words, folded, after which one that mostly wants another ends a phrase: «أين هو», «من قبل», «فيما بعد», «أم لا», «لا غير». */
const CLOSED_BY: readonly (readonly [ending: RegExp, before: RegExp])[] = [
  [/^(?:هو|هي)$/, /^(?:[وف]?اين|[وف]?من|ما|كما|كيف|متي)$/],
  [/^(?:قبل|بعد|تحت|فوق|حول)$/, /^(?:من|الي|ما|فيما)$/],
  [/^(?:لا|ضد|مع|بعد|قبل)$/, /^(?:ام|او)$/],
  [/^غير$/, /^لا$/],
];

/** Whether the last word wants another: «… مثل», «… عدم». «علي» with the dots of a ya is a name. */
function wantsMore(words: readonly string[], headline: string): boolean {
  const [before = "", last = ""] = words.slice(-2);
  if (words.length < 2 || !INCOMPLETE_ENDINGS.has(last) || /علي[^\p{L}]*$/u.test(headline)) return false;
  return !CLOSED_BY.some(([ending, opener]) => ending.test(last) && opener.test(before));
}

/** The sentence begins with all the words and goes on with one that belongs to the last of them. */
function isOpening(words: readonly string[], sentence: string): boolean {
  if (tokenize(sentence, 0, 1)[0]?.key !== words[0]) return false;
  const tokens = tokenize(sentence, 0, words.length + 1);
  const [last, next] = [tokens[words.length - 1], tokens[words.length]];
  if (last === undefined || next === undefined || !words.every((word, i) => word === tokens[i]?.key)) return false;
  return !ADJUNCT_OPENERS.has(next.key) && !/[^\s"»”)\]]/u.test(sentence.slice(last.end, next.start));
}
