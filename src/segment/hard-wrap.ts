import { INCOMPLETE_ENDINGS } from "../arabic/lexicon/function-words.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { CleanArticle, LayoutKind, Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";

/**
 * Texts whose every line was cut at a width: taken from a PDF, an old e-mail, a terminal. Their lines are joined where
 * that is certain; a text of short lines stays as it is.
 */

/** Letters of the widest line of a text that was cut, and of the narrowest column. */
const WIDEST = 130;
const NARROWEST = 35;
const FEWEST_LINES = 6;
/** Breaks, not those of the head, that must tell of the cutting, and the share of them that does. */
const FEWEST_BREAKS = 4;
const MOST_FULL = 0.9;
/** Share of the width that a line and the next word fill: letters of print are not of one width. */
const FILLED = 0.85;
/** Of a line that ends in a word that wants another. */
const HALF_FILLED = 0.6;
/** Signs of running prose: lines that end in «من», sentences that end inside a line. */
const FEWEST_SIGNS = 2;
/** Breaks, none of which leaves room for the next word, that need one sign alone. */
const FEWEST_EXACT = 5;
/** Lines of the longest headline, and above the text. */
const MOST_HEADLINE_LINES = 3;
const MOST_HEAD_LINES = 5;

const ENDS_SENTENCE = /[.؟!?…:؛][”"»’'\])}\s]*$/u;
const ENDS_INSIDE = /(?<!\p{N})[.؟!?…][”"»’'\])}]*\s+\p{L}/u;
/** A label of who speaks, a number or a dash: a line of its own begins. */
const OPENS_LINE = /^(?:[-–—*•]|[(]?\p{N}{1,2}\s*[-–ـ.)/]|[^:،,.]{1,30}:)/u;
/** One line end, no bullet before the next words. */
const ONE_BREAK = /^[ \t\u00a0]*\n[ \t\u00a0]*$/u;

/** What stands on lines of its own, and where a text begins. */
interface Layout {
  /** A stamp, a byline, a credit, a link: joined to none. */
  readonly standsAlone: (line: Line) => boolean;
  readonly opensWithDateline: (text: string) => boolean;
  /** What the source says of a line; undefined for plain text. */
  readonly kindAt: ((line: Line) => LayoutKind) | undefined;
}

/** The text with its lines joined: every line end that was none is a space, so that all offsets stay. */
export interface Joined {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The first line that goes on in the next one. */
  readonly first: Part;
  /** Letters of the widest line, and line ends that were none. */
  readonly width: number;
  readonly breaks: number;
}

/** Joins the lines of a text that was cut at a width; undefined where that is not certain. */
export function joinWrapped(article: CleanArticle, layout: Layout): Joined | undefined {
  const { text: raw, lines } = article;
  if (lines.length < FEWEST_LINES || lines.some(isWide)) return undefined;
  const lengths = lines.map(({ text }) => lettersOf(text));
  const isProse = (line: Line) => (layout.kindAt?.(line) ?? "paragraph") === "paragraph";
  const kept = lines.map((line) => !isProse(line) || layout.standsAlone(line));
  const isRestored = (line: Line) => article.restored?.includes(line.text) ?? false;
  const follows = lines.map(({ at }, i) => {
    const next = lines[i + 1];
    return next !== undefined && !kept[i] && !kept[i + 1] && ONE_BREAK.test(raw.slice(at[1], next.at[0]));
  });
  const width = Math.max(0, ...lengths.filter((_, i) => follows[i]));
  if (width < NARROWEST) return undefined;
  const isFull = (i: number, share: number) =>
    (lengths[i] as number) + 1 + firstWord(lines[i + 1] as Line) > share * width;
  const endsSentence = lines.map(({ text }) => ENDS_SENTENCE.test(text));
  const wantsMore = lines.map(({ text }) => INCOMPLETE_ENDINGS.has(tokenize(text).at(-1)?.key ?? ""));
  const isRead = (i: number) => follows[i] === true && !endsSentence[i] && i > 0;
  const told = lines.flatMap((_, i) => (isRead(i) ? [i] : []));
  const full = told.filter((i) => isFull(i, FILLED));
  const short = told.length - full.length;
  if (full.length < FEWEST_BREAKS || short > Math.max(1, (1 - MOST_FULL) * told.length)) return undefined;
  const signs = full.filter((i) => wantsMore[i]).length + lines.filter(({ text }) => ENDS_INSIDE.test(text)).length;
  const all = lines.flatMap((_, i) => (follows[i] && i > 0 ? [i] : []));
  const isExact = all.length >= FEWEST_EXACT && all.every((i) => isFull(i, 1));
  if (signs < (isExact ? 1 : FEWEST_SIGNS) || !endsSentence.includes(true)) return undefined;

  // Where paragraphs are set apart, a line that is full goes on also behind a full stop.
  const runs = runsOf(lines, follows);
  const isSetApart =
    runs.length > 1 &&
    !lines.some((_, i) => follows[i] && endsSentence[i] && !isFull(i, FILLED)) &&
    runs.filter(([, last]) => endsSentence[last]).length >= runs.length - 1;
  const isDateline = (i: number) => i <= MOST_HEAD_LINES && layout.opensWithDateline((lines[i] as Line).text);
  const goesOn = (i: number): boolean => {
    const next = lines[i + 1];
    if (!follows[i] || next === undefined || isDateline(i + 1)) return false;
    if (isIndented(raw, lines[i] as Line, next) || isRestored(lines[i] as Line) || isRestored(next)) return false;
    if (endsSentence[i]) {
      const isHeading = !endsSentence[i + 1] && !(follows[i + 1] && isFull(i + 1, FILLED));
      return i > 0 && isSetApart && isFull(i, FILLED) && !OPENS_LINE.test(next.text) && !isHeading;
    }
    return isFull(i, FILLED) || (wantsMore[i] === true && (lengths[i] as number) > HALF_FILLED * width);
  };
  const joined = lines.map((_, i) => goesOn(i));
  const opening = lines.findIndex((line, i) => i > 0 && (line.gapBefore || isDateline(i)));
  const end = opening - 1;
  // The first line may be the headline, and as wide as the others by chance.
  const isHeadline = end >= 0 && end < MOST_HEADLINE_LINES && !endsSentence[end];
  for (let i = 0; i < (isHeadline ? end : 1); i++)
    joined[i] &&= wantsMore[i] || (isHeadline ? isFull(i, 1) : isDateline(0));
  return join(raw, lines, joined, width);
}

function join(raw: string, lines: readonly Line[], joined: readonly boolean[], width: number): Joined | undefined {
  const first = lines[joined.indexOf(true)];
  if (first === undefined) return undefined;
  let text = "";
  let end = 0;
  for (const [i, line] of lines.entries()) {
    if (!joined[i]) continue;
    const at = raw.indexOf("\n", line.at[1]);
    text += `${raw.slice(end, at)} `;
    end = at + 1;
  }
  text += raw.slice(end);
  const whole: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { at, gapBefore } = lines[i] as Line;
    while (joined[i]) i++;
    const span = [at[0], (lines[i] as Line).at[1]] as const;
    whole.push({ text: text.slice(...span), at: span, gapBefore });
  }
  return { text, lines: whole, first, width, breaks: joined.filter(Boolean).length };
}

/** Lines of two and more between which no empty line stands, first and last. */
function runsOf(lines: readonly Line[], follows: readonly boolean[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    while (follows[i]) i++;
    if (i > first) runs.push([first, i]);
  }
  return runs;
}

const isWide = ({ text }: Line) => text.length > WIDEST && (text.length > 2 * WIDEST || lettersOf(text) > WIDEST);

/** Vowel marks take no room. */
const lettersOf = (text: string) => text.replace(/\p{M}+/gu, "").length;
const firstWord = ({ text }: Line) => lettersOf(text.split(" ", 1)[0] ?? "");

/** Blanks before the words of a line beyond those of the line above. */
const isIndented = (raw: string, line: Line, next: Line) => indentOf(raw, next) > indentOf(raw, line) + 1;
const indentOf = (raw: string, { at }: Line) => at[0] - (raw.lastIndexOf("\n", at[0]) + 1);
