import { makeDay } from "../calendars.ts";
import { MOTION } from "../lexicon/time-words.ts";
import { END, ERA, isHijriEra, NOT_COUNTING, NUMBER_END, O, S, weekdayOfName } from "./fragments.ts";
import { hijriReading, isHijriYear } from "./hijri-day.ts";
import { nearestDay } from "./lean.ts";
import {
  type At,
  DIGITS_AND_SIGN,
  FOUR_DIGITS,
  FRIDAY,
  type Groups,
  leaning,
  type Outcome,
  type Pattern,
  REFUSED,
  type Scene,
  whole,
  yearMonth,
} from "./pattern.ts";
import { standsAlone, wordBefore } from "./surroundings.ts";
import { isPlainYear, longYear, withWeekday } from "./whole-day.ts";

const SEPARATOR = "[/.\\\\؍–-]";
/** The same separator again; of dashes any. */
const AGAIN = "(?:\\k<separator>|(?<=[–-][\\s\\d]{1,10})[–-])";
/** No digit goes on, unless it is the hour's: 5/5/2019-14:30. */
const DAY_END = "(?!\\d|[./]\\d|-(?!\\d{1,2}:\\d\\d)\\d)";
const BEFORE_A_DAY: ReadonlySet<string> = new Set(["يوم", "بتاريخ", "تاريخ", "الموافق", "وتاريخ"]);

/** Dates in digits: day first unless the numbers or the page say otherwise, or year first. */
export const NUMERIC_DATES: readonly Pattern[] = [
  {
    rule: "iso",
    opening: true,
    starts: [FOUR_DIGITS],
    expression: `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${DAY_END}(?:${ERA})?`,
    read: (g) => numericDay(Number(g.year), Number(g.month), Number(g.day), g),
    examples: [
      ["2018-12-09", "2018-12-09"],
      ["2018-12-09T14:30:00+02:00", "2018-12-09"],
      ["٢٠٢١-٠٥-٠٣", "2021-05-03"],
    ],
    counterexamples: [["2021-13-01"], ["12018-12-09"], ["https://example.org/2018-12-09/x"], ["1400-01-15"]],
  },
  {
    rule: "numeric",
    opening: true,
    starts: [DIGITS_AND_SIGN],
    expression: `(?<first>\\d{1,2})${O}(?<separator>${SEPARATOR})${O}(?<second>\\d{1,2})${O}${AGAIN}${O}(?<year>\\d{4})${DAY_END}(?:${ERA})?`,
    read(g, scene) {
      const [day, month] = inOrder(Number(g.first), Number(g.second), scene);
      return numericDay(Number(g.year), month, day, g);
    },
    examples: [
      ["7/28/2020", "2020-07-28"],
      ["28/7/2020م", "2020-07-28"],
      ["17 /03 / 1439 هـ", "2017-12-05"],
      ["22-08-1440 هـ, 09:05", "2019-04-27"],
      ["الخميس 6 - 8 - 1440هـ", "2019-04-11"],
      ["9.12.2018", "2018-12-09"],
      ["7 – 8 - 1440هـ", "2019-04-12"],
      ["٩؍١٢؍٢٠١٨", "2018-12-09"],
      ["5/5/2019-14:30", "2019-05-05"],
    ],
    counterexamples: [
      ["32/12/2021"],
      ["31/4/2021"],
      ["+20-12-2021"],
      ["1.2.2021.5"],
      ["5/8-2021"],
      ["15/10/1436"],
      ["30/2/1437هـ"],
    ],
  },
  {
    rule: "numeric-year-first",
    opening: true,
    starts: [FOUR_DIGITS],
    expression: `(?<year>\\d{4})${O}(?<separator>${SEPARATOR})${O}(?<second>\\d{1,2})${O}${AGAIN}${O}(?<day>\\d{1,2})${DAY_END}(?:${ERA})?`,
    read: (g) => numericDay(Number(g.year), Number(g.second), Number(g.day), g),
    examples: [
      ["2017/09/11", "2017-09-11"],
      ["1440/8/5هـ", "2019-04-10"],
      ["2017-9-2", "2017-09-02"],
    ],
    counterexamples: [["2021/15/12"], ["1999/2000/5"]],
  },
  {
    rule: "numeric-short-year",
    opening: true,
    starts: [DIGITS_AND_SIGN],
    expression: `(?<first>\\d{1,2})(?<separator>[/.-])(?<second>\\d{1,2})\\k<separator>(?<short>\\d{2})${DAY_END}${NOT_COUNTING}(?:${ERA})?`,
    read(g, scene, at) {
      // 4-3-12 may be a football line-up, 1.2.10 a version: one of the two has two digits, and dots need a word before them.
      const [first, second] = [g.first as string, g.second as string];
      const before = wordBefore(scene, at[0]) ?? "";
      const isShown = BEFORE_A_DAY.has(before) || isMotion(scene, at, before) || g.weekday !== undefined;
      if (!isShown && g.separator !== "/" && (first.length + second.length < 3 || g.separator === "."))
        return undefined;
      const [day, month] = inOrder(Number(first), Number(second), scene);
      const year = isHijriEra(g.era) ? 1400 + Number(g.short) : longYear(Number(g.short), scene);
      return numericDay(year, month, day, g);
    },
    examples: [
      ["24-6-13", "2013-06-24"],
      ["12/5/98", "1998-05-12"],
      ["10/10/41هـ", "2020-06-02"],
      ["وصلنا في 3.5.15", "2015-05-03"],
    ],
    counterexamples: [["بخطة 4-3-12"], ["الإصدار 10.12.15"], ["6-4-6"], ["25-23-25"]],
  },
  {
    rule: "numeric-comma-year",
    starts: [DIGITS_AND_SIGN],
    expression: `(?<first>\\d{1,2})/(?<second>\\d{1,2})(?<comma>${O}[,،]${O}|${S})(?<year>\\d{4})${NUMBER_END}${NOT_COUNTING}`,
    read(g, scene) {
      // The comma belongs to layouts with the month first and to such with the day first: only the numbers decide.
      const [first, second] = [Number(g.first), Number(g.second)];
      if (g.comma?.trim() === "" && first > 12 === second > 12) return undefined;
      if (!scene.monthFirst && first <= 12 && second <= 12 && first !== second) return REFUSED;
      const [day, month] = inOrder(first, second, scene);
      return numericDay(Number(g.year), month, day, g);
    },
    examples: [
      ["07/19, 2016", "2016-07-19"],
      ["19/7 2016", "2016-07-19"],
    ],
    counterexamples: [["07/11, 2016"], ["فاز 2/1 2016"]],
  },
  {
    rule: "numeric-day-month",
    opening: true,
    starts: [DIGITS_AND_SIGN, "يوم"],
    expression: `(?:يوم${S})?(?<first>\\d{1,2})(?<separator>[/.-])(?<second>\\d{1,2})(?!\\d|[.,:/-]\\d|${O}[%٪]|${O}ه${END})`,
    read: (g, scene, at) => numericWithoutYear(g, scene, at),
    examples: [
      ["سيصل يوم 19/06", "2019-06-19", "2019-06-01"],
      ["19/06", "2010-06-19", FRIDAY],
      ["بتاريخ 3-12", "2010-12-03", FRIDAY],
      ["عقد يوم الخميس 18/5", "2017-05-18", "2017-06-10"],
    ],
    counterexamples: [
      ["فاز 2-1", FRIDAY],
      ["فاز يوم الخميس 2/1", FRIDAY],
      ["تغلب الجمعة 25/23 على ضيفه", FRIDAY],
      ["بلغ 3.5", FRIDAY],
      ["خدمة 24/7", FRIDAY],
      ["نسبة 2/3", FRIDAY],
      ["بفارق 19-6", FRIDAY],
      ["سعره 6.19", FRIDAY],
      ["4/5"],
    ],
  },
  {
    rule: "numeric-month-year",
    starts: [DIGITS_AND_SIGN, FOUR_DIGITS],
    expression: `(?:(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d\\d)|(?<yearFirst>(?:19|20)\\d\\d)[/-](?<second>0[1-9]|1[0-2]))(?!\\d|[.,:/-]\\d|${O}[%٪])`,
    read(g, scene, at) {
      // «القرار 2/2013» is a number of a file, 2020/12 may be an issue.
      const before = wordBefore(scene, at[0]);
      if (!standsAlone(scene, at) && !/^[وفبل]?(?:في|منذ|حتي|خلال|شهر|بتاريخ|تاريخ|الي)$/.test(before ?? ""))
        return undefined;
      return whole(yearMonth(Number(g.year ?? g.yearFirst), Number(g.month ?? g.second)));
    },
    examples: [
      ["9/2016", "2016-09"],
      ["منذ 05/2020", "2020-05"],
      ["2020-05", "2020-05"],
    ],
    counterexamples: [["القرار 9/2016"], ["القانون رقم 12/2013"]],
  },
];

/** Day and month of two numbers: as the region writes them, or as they can only be. */
function inOrder(first: number, second: number, scene: Scene): [day: number, month: number] {
  const monthFirst = scene.monthFirst ? first <= 12 : first <= 12 && second > 12;
  return monthFirst ? [second, first] : [first, second];
}

function numericDay(year: number, month: number, day: number, g: Groups): Outcome {
  const weekday = g.weekday === undefined ? undefined : weekdayOfName(g.weekday);
  const isHijri = isHijriEra(g.era);
  if (isHijri || (g.era === undefined && isHijriYear(year))) {
    const reading = hijriReading(year, month, day, weekday);
    // Without «هـ» only a Gregorian date beside it tells that the year is not of another calendar.
    return reading === undefined ? REFUSED : isHijri ? reading : { ...reading, tentative: true };
  }
  if (!isPlainYear(year) && g.era === undefined) return REFUSED;
  const value = makeDay(year, month, day);
  return value === undefined ? REFUSED : withWeekday({ edtf: value, absolute: true }, weekday);
}

/**
 * Two numbers are scores, fractions and prices more often than days. They are a day after «يوم», «بتاريخ»; after a
 * verb of coming or going when only one order makes a day; with a stroke when written with zeros (22/04) or alone.
 */
function numericWithoutYear(g: Groups, scene: Scene, at: At): Outcome {
  const [first, second] = [Number(g.first), Number(g.second)];
  const before = wordBefore(scene, at[0]) ?? "";
  if (g.weekday !== undefined) return numericAfterWeekday(first, second, weekdayOfName(g.weekday), scene, at);
  const opened = scene.text.startsWith("يوم", at[0]) || BEFORE_A_DAY.has(before);
  const isForced = first > 12 !== second > 12;
  const isStroke = g.separator === "/";
  if (!opened) {
    if (first === 24 && second === 7) return undefined;
    const isMoved = isForced && scene.reference !== undefined && isMotion(scene, at, before);
    const isPadded = isStroke && isForced && /^\d\d$/.test(g.first as string) && /^0\d$/.test(g.second as string);
    if (!isMoved && !isPadded && !(isStroke && isForced && standsAlone(scene, at))) return undefined;
  }
  const [day, month] = inOrder(first, second, scene);
  const value = makeDay(2000, month, day) && nearestDay(month, day, scene, at);
  return value === undefined ? REFUSED : leaning(value);
}

/** «يوم الخميس 18/5»: a day when only one order makes one and the weekday is its own; «فاز الخميس 2/1» is a score. */
function numericAfterWeekday(first: number, second: number, weekday: number, scene: Scene, at: At): Outcome {
  if (first > 12 === second > 12) return undefined;
  const [day, month] = inOrder(first, second, scene);
  const value = makeDay(2000, month, day) && nearestDay(month, day, scene, at, weekday);
  return value === undefined || withWeekday({ edtf: value, absolute: false }, weekday).contradiction !== undefined
    ? undefined
    : leaning(value);
}

/** True after a verb of coming or going, with «في» between or not. */
function isMotion(scene: Scene, at: At, before: string): boolean {
  const moved = before === "في" ? wordBefore(scene, scene.text.lastIndexOf("في", at[0])) : before;
  return MOTION.has(moved ?? "");
}
