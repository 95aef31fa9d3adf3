import { type Day, isDay, makeDay, numbersOf } from "./calendars.ts";
import { markDoubt } from "./dates/doubt.ts";
import { weekdayOfName } from "./dates/fragments.ts";
import { joinPairs } from "./dates/pairs.ts";
import { type Found, scan } from "./dates/scan.ts";
import { foldText } from "./dates/text.ts";
import { WEEKDAYS } from "./lexicon/months.ts";
import { fold } from "./normalize.ts";
import { rememberByWord } from "./words.ts";

/** A date expression found in a text. `at` is relative to the text given. */
export interface FoundDate {
  /**
   * EDTF: `2021-12-15`, `2021-12`, `2021~`, `199X`, `2021-33` for the first quarter, `2021-05-03/2021-05-05`. A Hijri
   * date by the Gregorian day it is.
   */
  readonly edtf: string;
  readonly at: readonly [number, number];
  /** Name of the rule, e.g. `day-month-year`. */
  readonly rule: string;
  /** True when the expression itself fixes the date, false when it leans on the reference date. */
  readonly absolute: boolean;
  /** The Hijri date as printed, `1436-10-09`; absent for Gregorian dates. */
  readonly hijri?: string;
  /** How sure, 0 to 1, where the words alone leave it open («الأربعاء» and no word more, «قبل بضعة أيام»). */
  readonly confidence?: number;
  /** True when the date begins after the reference. */
  readonly future?: true;
  /**
   * `weekday`: the weekday named with the day is not the day's. `calendars`: a Hijri and a Gregorian date printed as
   * one day are more than two days apart; `confidence` is then 0, or higher for the one on the weekday named with them.
   */
  readonly contradiction?: "weekday" | "calendars";
}

export interface DateContext {
  /** Day the text was written or filed; without it relative expressions are not answered. */
  readonly reference?: Day;
  /** ISO 3166-1 code of the country it was written in: decides the first day of the week, and Libya's old months. */
  readonly region?: string;
  /** True where the page is known to write the month first: 12/17/2021. */
  readonly monthFirst?: boolean;
}

/**
 * Date expressions of a text in order, none overlapping. Knows the month names from Baghdad to Rabat, the three kinds
 * of digits, numbers in words, the Hijri calendar (Umm al-Qura), numeric dates (day first, month first when the
 * numbers force it) and, against `reference`, days without a year, weekdays, «أمس», «الشهر الماضي» and the like.
 * A month named twice differently or a day the calendar lacks is no date. Past is meant unless the words say future; of a weekday and no word more, the
 * coming one, with a low confidence.
 */
export function parseArabicDate(text: string, context: DateContext = {}): FoundDate[] {
  const { folded, origin, span } = foldText(text);
  const scene = {
    text: folded,
    written: (offset: number) => text[origin(offset)] ?? "",
    reference: isRealDay(context.reference) ? context.reference : undefined,
    region: context.region,
    monthFirst: context.monthFirst ?? false,
  };
  const found = scan(scene);
  if (found.length === 0) return [];
  return joinPairs(found, folded).map((one) => toFoundDate(markDoubt(one, folded), span, scene.reference));
}

/** Lines whose dates are kept, at most. */
const MOST_LINES = 64;
const LINES = new Map<string, readonly FoundDate[]>();

/** `parseArabicDate` of a short line by itself, remembered: a line is read to know it for a stamp, and again for its day. */
export function parseLineDates(line: string): readonly FoundDate[] {
  const known = LINES.get(line);
  if (known !== undefined) return known;
  const found = parseArabicDate(line);
  if (LINES.size >= MOST_LINES) LINES.clear();
  LINES.set(line, found);
  return found;
}

/** A reference such as `2021-12` or `2021-02-30` is no day to count from. */
const isRealDay = (day: Day | undefined) => isDay(day) && makeDay(...numbersOf(day)) !== undefined;

function toFoundDate(
  found: Found,
  span: (start: number, end: number) => [number, number],
  reference: Day | undefined,
): FoundDate {
  const { edtf, rule, absolute, hijri, confidence, contradiction, at } = found;
  // The first day of a plain date or an interval; of a season, a quarter or a decade only the year is compared.
  const first = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?/.exec(edtf)?.[0];
  const isFuture = reference !== undefined && first !== undefined && first > reference.slice(0, first.length);
  return {
    edtf,
    at: span(...at),
    rule,
    absolute,
    ...(hijri !== undefined && { hijri }),
    ...(confidence !== undefined && { confidence }),
    ...(isFuture && { future: true as const }),
    ...(contradiction !== undefined && { contradiction }),
  };
}

const WEEKDAY_NAMES = WEEKDAYS.flat()
  .sort((a, b) => b.length - a.length)
  .map((name) => `ال${name}`)
  .join("|");
const WEEKDAY_NAME = new RegExp(WEEKDAY_NAMES);
/** Without what must not stand before it, which is asked of matches only: at each letter of a text it would cost too much. */
const OPENED_WEEKDAY = new RegExp(
  `(?:يوم\\s+|(?:صباح|مساء|ليله|فجر|ظهر|عصر|امس|اليوم)\\s+\\(?(?:يوم\\s+)?)\\(?(?<weekday>${WEEKDAY_NAMES})(?![\\p{L}\\p{N}])(?!\\)?\\s+(?:المقبل|القادم|التالي))\\)?`,
  "gu",
);
const IN_WORD = /[\p{L}\p{N}]$/u;

/** Whether a word holds the name of a weekday: without one `parseWeekdays` finds nothing. */
export const mayNameWeekday = rememberByWord((key) => WEEKDAY_NAME.test(key));

/** Weekdays named in a text («يوم الأربعاء»), 0 Sunday to 6 Saturday. */
export function parseWeekdays(text: string): { weekday: number; at: readonly [number, number] }[] {
  const { folded, span } = foldText(text);
  if (!WEEKDAY_NAME.test(folded)) return [];
  const found: { weekday: number; at: readonly [number, number] }[] = [];
  OPENED_WEEKDAY.lastIndex = 0;
  for (let match = OPENED_WEEKDAY.exec(folded); match !== null; match = OPENED_WEEKDAY.exec(folded)) {
    const start = openedFrom(folded, match.index);
    if (start === undefined) OPENED_WEEKDAY.lastIndex = match.index + 1;
    else
      found.push({
        weekday: weekdayOfName(match.groups?.weekday as string),
        at: span(start, match.index + match[0].length),
      });
  }
  return found;
}

/** Where a word begins that stands at an offset with or without a proclitic; undefined inside another word. */
function openedFrom(text: string, at: number): number | undefined {
  const isOpen = (end: number) => end === 0 || !IN_WORD.test(text.slice(Math.max(0, end - 2), end));
  if (at > 0 && "وفبل".includes(text[at - 1] as string) && isOpen(at - 1)) return at - 1;
  return isOpen(at) ? at : undefined;
}

/** True when only month-first reading makes a day of the two numbers: 3/24/2021. */
export function isMonthFirst(numeric: string): boolean {
  const [first, second] = (fold(numeric).match(/\d+/g) ?? []).map(Number);
  return (first as number) <= 12 && (second as number) > 12;
}
