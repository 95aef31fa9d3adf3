import { beginsDates } from "../arabic/dates/triggers.ts";
import { parseArabicDate, parseLineDates } from "../arabic/dates.ts";
import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import {
  AGAIN_WORDS,
  DATE_WORDS,
  KEPT_WORDS,
  LAST_WORDS,
  MODIFIED_WORDS,
  PUBLISHED_WORDS,
  REVISED_WORDS,
  SECTION_WORDS,
  STAMP_FILLERS,
  STAMP_NEIGHBOURS,
} from "../arabic/lexicon/page-words.ts";
import { HEAD_ABOVE, lengthOfHead } from "../arabic/message-head.ts";
import { fold } from "../arabic/normalize.ts";
import { AGO, CLOCK, isStampLabel, saysField } from "../arabic/stamp-labels.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Credit, Line } from "../model/article.ts";
import type { Part, Span } from "../model/span.ts";
import { headlineOfItem } from "./items.ts";
import type { Knowledge } from "./knowledge.ts";
import { nameBehindBy } from "./person-name.ts";

/** A stamp is a short line; a longer one says something. */
const LONGEST_STAMP = 120;
const LONGEST_YEARLESS = 60;
const TIME = new RegExp(`${AGO}|${CLOCK}|(?:بتوقيت|توقيت)\\s+[\\p{L}]+(?:\\s+المكرمه)?`, "gu");
/** «بواسطة محرر الموقع» behind the date. */
const BY = /(?:بواسطه|من قبل|by)\s*:?\s*\p{L}+(?: \p{L}+){0,3}?\s*(?=$|[|،,–-]|(?:في|بتاريخ|on)(?!\p{L}))/u;
/** What may stand in a stamp besides dates and hours. */
const STAMP_WORDS: ReadonlySet<string> = new Set([
  ...[PUBLISHED_WORDS, MODIFIED_WORDS, LAST_WORDS, REVISED_WORDS, DATE_WORDS, KEPT_WORDS, AGAIN_WORDS].flatMap(
    (words) => [...words],
  ),
  ...STAMP_FILLERS,
  ...STAMP_NEIGHBOURS,
]);

/** As written: those that `fold` makes a digit of. */
export const HAS_DIGIT = /[\d٠-٩۰-۹]/;
const FIRST_WORD = /^[^\p{L}\p{N}]*(\p{L}+)/u;

/**
 * Whether the first word is a stamp's, a section's, an hour's, or one that a date begins with, or an outlet's name comes
 * first: dates need not be looked for else.
 */
function opensStamp(line: string, folded: string, isOutlet: Knowledge["isOutlet"]): boolean {
  const word = FIRST_WORD.exec(folded)?.[1];
  if (word === undefined || STAMP_WORDS.has(word) || beginsDates(word) || /^(?:t$|ب?توقيت)/.test(word)) return true;
  if (isSectionWord(word) || ISSUE.test(folded)) return true;
  const start = line.search(/[\p{L}\p{N}]/u);
  for (const { index, 0: next } of line.matchAll(/(?<=[\p{L}\p{M}\p{N}\u0640])(?![\p{L}\p{M}\p{N}\u0640])/gu)) {
    if (isOutlet(line.slice(start, index + next.length))) return true;
    if (line.slice(start, index).split(/\s+/u).length >= MOST_OTHERS) return false;
  }
  return false;
}

const isSectionWord = (word: string) => SECTION_WORDS.has(word.replace(/^و?(?:ال)?(?=..)/, ""));

/** «Posted on Monday, March 22 @ 10:15:00 AST by admin», «أرسلت في Monday, …»: what PHP-Nuke writes under a headline. */
const NUKE =
  /^(?:[\p{L}\p{M}]+ ){0,3}(?:sun|mon|tues|wednes|thurs|fri|satur)day, [a-z]{3,9} \d{1,2}(?<year>, \d{4})? @ \d{2}:\d{2}:\d{2}(?: [a-z]{2,5})?(?:\s.{0,60})?$/iu;
/** «الواحة العدد 1204 الإثنين 7 تشرين الأول 2019 صفحة 5», folded: the head of a paper's page. */
const ISSUE = /(?<!\p{L})(?:العدد|عدد رقم|صفحه|الصفحه)\s*:?\s*\d/u;
const LONGEST_PAPER = 4;

/** A dates-only line, with the agency that signs in it. */
interface Stamp {
  readonly agency?: Part;
  /** The first day it names. */
  readonly day?: string;
  /** A day without its year: it dates nothing, and is a stamp only where a page sets one. */
  readonly isYearless?: boolean;
}

/**
 * Reads a line that is nothing but when the page was published or changed: «نُشر في 5/3/2019 - 10:30 ص», «آخر تحديث:
 * الثلاثاء 5 مارس 2019», «آخر تحديث 14:30», with the section («… سياسة») or the agency («… واس») at its end or its
 * beginning. A year alone or «أمس» is no stamp. `mayBeStamp`: whether dates must be looked for.
 */
export function readStamp(
  line: string,
  isOutlet: Knowledge["isOutlet"],
  mayBeStamp: typeof opensStamp = opensStamp,
): Stamp | undefined {
  if (line.length > LONGEST_STAMP || !HAS_DIGIT.test(line)) return undefined;
  const message = line.includes("[") ? HEAD_ABOVE.exec(line)?.groups : undefined;
  if (message !== undefined) return isOutlet(message.name ?? "") ? { agency: partAt(message.name ?? "", 0) } : {};
  if (lengthOfHead(line) === line.length) return {};
  const nuke = line.includes("@") ? NUKE.exec(line) : null;
  if (nuke !== null) return nuke.groups?.year === undefined ? { isYearless: true } : {};
  const folded = fold(line);
  if (!mayBeStamp(line, folded, isOutlet)) return undefined;
  const dates = parseLineDates(line).filter(({ edtf, absolute }) => absolute && /^\d{4}-(?:0\d|1[0-2])/.test(edtf));
  if (dates.length === 0 && line.length <= LONGEST_YEARLESS && /\d\s+\p{L}/u.test(folded)) {
    const yearless = readYearless(line);
    if (yearless !== undefined) return yearless;
  }
  let rest = "";
  let end = 0;
  for (const { at } of dates) {
    rest += `${line.slice(end, at[0])} `;
    end = at[1];
  }
  const beside = fold(rest + line.slice(end));
  const timeless = beside.replace(TIME, " ");
  const says = saysField(beside);
  if (dates.length === 0 && (timeless === beside || !(says || ZONE.test(beside)))) return undefined;
  const words = (says ? timeless.replace(BY, " ") : timeless).match(/[\p{L}\p{N}]+/gu) ?? [];
  // «السنة 143 العدد 48362»: a number counts as a word only where words are, a second date is none.
  const others = words.filter((word) => !STAMP_WORDS.has(word) && !(/^\d{1,6}$/.test(word) && words.length > 1));
  const day = dates[0] && { day: dates[0].edtf };
  if (others.length === 0) return { ...day };
  const part = partOf(others, line);
  if (part === undefined || others.length > MOST_OTHERS) return undefined;
  if (isOutlet(part.text)) return { ...day, agency: part };
  if (ISSUE.test(folded) && dates.length > 0 && isPaper(others, part)) return { ...day };
  const isSection = dates.length > 0 && others.every(isSectionWord);
  return isSection ? { ...day } : undefined;
}
const partAt = (text: string, at: number): Part => ({ text, at: [at, at + text.length] });

/** The name of a paper at the beginning of its page's head: no word of a sentence. */
const isPaper = (words: readonly string[], { at }: Part) =>
  at[0] === 0 && words.length <= LONGEST_PAPER && !words.some((word) => NOT_IN_NAMES.has(word) || NEWS_VERBS.has(word));

/** No day is read without one. */
const ANY_YEAR = { reference: "2000-06-15" } as const;

/** «5 مايو», «نشر: 5 مايو - تحديث: 6 مايو»: what pages print of the days of this year. */
function readYearless(line: string): Stamp | undefined {
  const dates = parseArabicDate(line, ANY_YEAR);
  if (dates.length === 0 || !dates.every(({ rule }) => rule === "day-month")) return undefined;
  const beside = dates.reduceRight((rest, { at }) => `${rest.slice(0, at[0])} ${rest.slice(at[1])}`, line);
  const words =
    fold(beside)
      .replace(TIME, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => STAMP_WORDS.has(word)) ? { isYearless: true } : undefined;
}

/** Whether a line is a stamp and holds no agency. */
export const isStamp = (line: string): boolean => {
  const stamp = readStamp(line, () => false);
  return stamp !== undefined && !stamp.isYearless;
};

/** Words of a section or an agency. */
const MOST_OTHERS = 4;
/** «1450 جمت», «18:22 ت م»: agencies close with the hour. */
const ZONE = /\d\s*(?:جمت|gmt|ت\s?م)(?!\p{L})/u;

/** Words, folded, where they stand beside each other at the beginning or the end of a line. */
function partOf(words: readonly string[], line: string): Part | undefined {
  const all = [...line.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)];
  const first = [0, all.length - words.length].find((from) =>
    words.every((word, i) => word === fold(all[from + i]?.[0] ?? "")),
  );
  if (first === undefined) return undefined;
  const [start, end] = [all[first], all[first + words.length - 1]];
  if (start === undefined || end === undefined) return undefined;
  const at: Span = [start.index, end.index + end[0].length];
  return { text: line.slice(...at), at };
}

/** What stands between two lines of a list that follow each other. */
const BETWEEN_LINES = /^[\s•·●▪◦*-]*$/;

/**
 * The stamps among the lines of a raw text, and the lines they take. A line above that says what the day is of
 * («تاريخ النشر:») belongs to its stamp, and where none follows it, one below; two labels above two days are one stamp.
 * `isHeading`: what the source says of a line.
 */
export function stampsIn(
  raw: string,
  lines: readonly Line[],
  { isOutlet }: Pick<Knowledge, "isOutlet">,
  isHeading: (line: Line) => boolean = () => false,
): Stamps {
  const stamps: Part[] = [];
  const credits: Credit[] = [];
  const bylines: Part[] = [];
  const taken = new Set<Line>();
  const all = lines.map(({ text }) => readStamp(text, isOutlet));
  const read = withoutHeadings(lines, all, isHeading);
  const items = takeItems(raw, lines, all, read);
  const isNextTo = (i: number) => BETWEEN_LINES.test(raw.slice((lines[i] as Line).at[1], (lines[i + 1] as Line).at[0]));
  const isLabel = (i: number) => lines[i] !== undefined && !taken.has(lines[i]) && isStampLabel(lines[i].text);
  const isNextToStamp = (i: number) =>
    read[i + 1] !== undefined && isNextTo(i) && !saysField((lines[i + 1] as Line).text);
  for (let i = 0; i < lines.length; i++) {
    if (read[i] === undefined) continue;
    let [first, last] = [i, i];
    while (first > 0 && isLabel(first - 1) && isNextTo(first - 1)) first--;
    const labels = i - first;
    while (labels > 1 && last - i + 1 < labels && isNextToStamp(last)) last++;
    // «تاريخ النشر» has no day when another label stands between the two.
    if (last - i + 1 < labels) first = i - 1;
    if (labels === 0 && isLabel(i + 1) && isNextTo(i) && read[i + 2] === undefined) last++;
    const at: Span = [(lines[first] as Line).at[0], (lines[last] as Line).at[1]];
    for (let j = first; j <= last; j++) {
      const line = lines[j] as Line;
      const agency = read[j]?.agency;
      const name = nameBehindBy(line.text);
      taken.add(line);
      if (name) bylines.push({ text: line.text.slice(...name), at: [line.at[0] + name[0], line.at[0] + name[1]] });
      if (agency)
        credits.push({
          kind: "source",
          name: { text: agency.text, at: [line.at[0] + agency.at[0], line.at[0] + agency.at[1]] },
        });
    }
    stamps.push({ text: raw.slice(...at), at });
    i = last;
  }
  return { stamps, taken, credits, bylines, items };
}

/** Letters of an entry or a paragraph that ends as a sentence does, and of one that does not. */
const FEWEST_LETTERS_OF_PROSE = 20;
const LETTERS_OF_PROSE = 100;
const ENDS_SENTENCE = /[.؟!?…][”"»’')\]\s]*$/u;
const isProse = ({ text }: Line, stamp: Stamp | undefined) =>
  stamp === undefined && text.length >= (ENDS_SENTENCE.test(text) ? FEWEST_LETTERS_OF_PROSE : LETTERS_OF_PROSE);
/** Lines above the text among which a page sets its stamp. */
const HEAD_LINES = 6;
/** A heading has more words than a name. */
const FEWEST_WORDS_OF_HEADING = 4;

/**
 * Days that head what follows them are no stamps: of a live report's, a diary's or a list's days two or more stand
 * between entries or below the text, and say nothing of when the page was published. A day without its year is a stamp
 * in the head of a page or with words that say so.
 */
function withoutHeadings(
  lines: readonly Line[],
  read: readonly (Stamp | undefined)[],
  isHeading: (line: Line) => boolean,
): (Stamp | undefined)[] {
  if (read.every((stamp) => stamp === undefined)) return [...read];
  const textOf = (i: number) => lines[i]?.text ?? "";
  const first = lines.findIndex((line, i) => isProse(line, read[i]));
  const isLabelled = (i: number) => {
    let start = i;
    while (i - start < HEAD_LINES && read[start - 1] !== undefined) start--;
    return saysField(textOf(i)) || isStampLabel(textOf(start - 1)) || isStampLabel(textOf(i + 1));
  };
  const isDay = (i: number) => read[i] !== undefined && /\d{4}|[٠-٩]{4}/.test(textOf(i)) && !isLabelled(i);
  const days = lines.flatMap((_, i) => (isDay(i) ? [i] : []));
  const heads = new Set(days.filter((i) => first >= 0 && i > first));
  const isList = new Set([...heads].map((i) => read[i]?.day ?? textOf(i))).size > 1;
  // Each below the heading of an item, as the first one is, which stands above all text.
  const isHeaded = (i: number) =>
    i > 1 &&
    (isHeading(lines[i - 1] as Line) ||
      tokenize(textOf(i - 1), 0, FEWEST_WORDS_OF_HEADING).length === FEWEST_WORDS_OF_HEADING);
  // Or each between two entries, written alike: a diary's.
  const shapeOf = (i: number) =>
    textOf(i)
      .replace(/\p{L}+/gu, "w")
      .replace(/\p{N}/gu, "0");
  const isDiary =
    isList &&
    [...heads].every((i) => isProse(lines[i - 1] as Line, read[i - 1])) &&
    new Set(days.map(shapeOf)).size === 1;
  if (isList && (isDiary || days.every(isHeaded))) for (const i of days) heads.add(i);
  return read.map((stamp, i) => {
    const isInHead = i > 0 && i < HEAD_LINES && i < first;
    if (stamp?.isYearless && !isInHead && !saysField(textOf(i))) return undefined;
    return isList && heads.has(i) ? undefined : stamp;
  });
}

/** Headlines of further items; their stamps, which date none but them, are taken out of `read`. */
function takeItems(
  raw: string,
  lines: readonly Line[],
  all: readonly (Stamp | undefined)[],
  read: (Stamp | undefined)[],
): Part[] {
  return all.flatMap((stamp, i) => {
    if (stamp === undefined || all[i - 1] !== undefined) return [];
    let first = i;
    while (first > 0 && isStampLabel((lines[first - 1] as Line).text)) first--;
    const headline = headlineOfItem(raw, lines, i, i - first, (line, j) => isProse(line, all[j]));
    if (headline === undefined) return [];
    for (let j = i; all[j] !== undefined; j++) read[j] = undefined;
    return [headline];
  });
}

/** What `stampsIn` finds. */
interface Stamps {
  readonly stamps: Part[];
  readonly taken: ReadonlySet<Line>;
  /** The agencies that sign in them. */
  readonly credits: readonly Credit[];
  /** Who published them. */
  readonly bylines: readonly Part[];
  /** Headlines of further items of the text, each above a stamp of its own, which is none of those told here. */
  readonly items: readonly Part[];
}
