import { makeDay } from "../calendars.ts";
import { MOTION } from "../lexicon/time-words.ts";
import { END, ERA, isHijriEra, NOT_COUNTING, NUMBER_END, O, S, weekdayOfName } from "./fragments.ts";
import { hijriReading, isHijriYear } from "./hijri-day.ts";
import { nearestDay, standsAlone, wordBefore } from "./lean.ts";
import {
  type At,
  DIGITS,
  type Groups,
  leaning,
  type Outcome,
  type Pattern,
  REFUSED,
  type Scene,
  whole,
  yearMonth,
} from "./pattern.ts";
import { isPlainYear, withWeekday } from "./whole-day.ts";

const SEPARATOR = "[/.\\\\؍–-]";
/** The same separator again; of dashes any. */
const AGAIN = "(?:\\k<separator>|(?<=[–-][\\s\\d]{1,10})[–-])";
const LATE = "2021-12-17";
const BEFORE_A_DAY: ReadonlySet<string> = new Set(["يوم", "بتاريخ", "تاريخ", "الموافق", "وتاريخ"]);

/** Dates in digits: day first unless the numbers or the page say otherwise, or year first. */
export const NUMERIC_DATES: readonly Pattern[] = [
  {
    rule: "iso",
    opening: true,
    starts: [DIGITS],
    expression: `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d|[./-]\\d)(?:${ERA})?`,
    read: (g) => numericDay(Number(g.year), Number(g.month), Number(g.day), g),
    examples: [
      ["2021-12-17", "2021-12-17"],
      ["2021-12-17T14:30:00+02:00", "2021-12-17"],
      ["٢٠٢١-٠٥-٠٣", "2021-05-03"],
    ],
    counterexamples: [["2021-13-01"], ["12021-12-17"], ["https://example.org/2021-12-17/x"], ["1400-01-15"]],
  },
  {
    rule: "numeric",
    opening: true,
    starts: [DIGITS],
    expression: `(?<first>\\d{1,2})${O}(?<separator>${SEPARATOR})${O}(?<second>\\d{1,2})${O}${AGAIN}${O}(?<year>\\d{4})(?!\\d|[./-]\\d)(?:${ERA})?`,
    read(g, scene) {
      const [day, month] = inOrder(Number(g.first), Number(g.second), scene);
      return numericDay(Number(g.year), month, day, g);
    },
    examples: [
      ["3/24/2021", "2021-03-24"],
      ["24/3/2021م", "2021-03-24"],
      ["25 /05 / 1436 هـ", "2015-03-16"],
      ["20-02-1430 هـ, 07:21", "2009-02-15"],
      ["السبت 12 - 9 - 1433هـ", "2012-07-31"],
      ["17.12.2021", "2021-12-17"],
      ["4 – 9 - 1436هـ", "2015-06-21"],
      ["١٧؍١٢؍٢٠٢١", "2021-12-17"],
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
    starts: [DIGITS],
    expression: `(?<year>\\d{4})${O}(?<separator>${SEPARATOR})${O}(?<second>\\d{1,2})${O}${AGAIN}${O}(?<day>\\d{1,2})(?!\\d|[./-]\\d)(?:${ERA})?`,
    read: (g) => numericDay(Number(g.year), Number(g.second), Number(g.day), g),
    examples: [
      ["2015/08/12", "2015-08-12"],
      ["1436/11/5هـ", "2015-08-20"],
      ["2015-8-2", "2015-08-02"],
    ],
    counterexamples: [["2021/15/12"], ["1999/2000/5"]],
  },
  {
    rule: "numeric-short-year",
    opening: true,
    starts: [DIGITS],
    expression: `(?<first>\\d{1,2})(?<separator>[/.-])(?<second>\\d{1,2})\\k<separator>(?<short>\\d{2})(?!\\d|[./-]\\d)${NOT_COUNTING}(?:${ERA})?`,
    read(g, scene, at) {
      // 4-3-12 may be a football line-up, 1.2.10 a version: one of the two has two digits, and dots need a word before them.
      const [first, second] = [g.first as string, g.second as string];
      if (first.length + second.length < 3 && g.separator !== "/") return undefined;
      if (g.separator === "." && !BEFORE_A_DAY.has(wordBefore(scene, at[0]) ?? "")) return undefined;
      const [day, month] = inOrder(Number(first), Number(second), scene);
      const year = isHijriEra(g.era) ? 1400 + Number(g.short) : longYear(Number(g.short), scene);
      return numericDay(year, month, day, g);
    },
    examples: [
      ["18-9-15", "2015-09-18"],
      ["12/5/98", "1998-05-12"],
      ["10/10/36هـ", "2015-07-26"],
    ],
    counterexamples: [["بخطة 4-3-12"], ["الإصدار 10.12.15"], ["6-4-6"], ["25-23-25"]],
  },
  {
    rule: "numeric-comma-year",
    starts: [DIGITS],
    expression: `(?<first>\\d{1,2})/(?<second>\\d{1,2})${O}[,،]${O}(?<year>\\d{4})${NUMBER_END}`,
    read(g, scene) {
      // The comma belongs to layouts with the month first and to such with the day first: only the numbers decide.
      const [first, second] = [Number(g.first), Number(g.second)];
      if (!scene.monthFirst && first <= 12 && second <= 12 && first !== second) return REFUSED;
      const [day, month] = inOrder(first, second, scene);
      return numericDay(Number(g.year), month, day, g);
    },
    examples: [["08/22, 2015", "2015-08-22"]],
    counterexamples: [["08/12, 2015"]],
  },
  {
    rule: "numeric-day-month",
    starts: [DIGITS, "يوم"],
    expression: `(?:يوم${S})?(?<first>\\d{1,2})(?<separator>[/.-])(?<second>\\d{1,2})(?!\\d|[.,:/-]\\d|${O}[%٪]|${O}ه${END})`,
    read: (g, scene, at) => numericWithoutYear(g, scene, at),
    examples: [
      ["سأعود يوم 22/04", "2016-04-22", "2016-04-22"],
      ["22/04", "2021-04-22", LATE],
      ["بتاريخ 3-12", "2021-12-03", LATE],
    ],
    counterexamples: [
      ["فاز 2-1", LATE],
      ["بلغ 3.5", LATE],
      ["خدمة 24/7", LATE],
      ["نسبة 2/3", LATE],
      ["بفارق 22-4", LATE],
      ["سعره 4.22", LATE],
      ["4/5"],
    ],
  },
  {
    rule: "numeric-month-year",
    starts: [DIGITS],
    expression: `(?:(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d\\d)|(?<yearFirst>(?:19|20)\\d\\d)[/-](?<second>0[1-9]|1[0-2]))(?!\\d|[.,:/-]\\d|${O}[%٪])`,
    read(g, scene, at) {
      // «القرار 2/2013» is a number of a file, 2020/12 may be an issue.
      const before = wordBefore(scene, at[0]);
      if (!standsAlone(scene, at) && !/^[وفبل]?(?:في|منذ|حتي|خلال|شهر|بتاريخ|تاريخ|الي)$/.test(before ?? ""))
        return undefined;
      return whole(yearMonth(Number(g.year ?? g.yearFirst), Number(g.month ?? g.second)));
    },
    examples: [
      ["2/2013", "2013-02"],
      ["منذ 05/2020", "2020-05"],
      ["2020-05", "2020-05"],
    ],
    counterexamples: [["القرار 2/2013"], ["القانون رقم 12/2013"]],
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

/** 21 → 2021, 98 → 1998: not more than ten years ahead of the reference; without one the years 1950 to 2049. */
function longYear(short: number, { reference }: Scene): number {
  const latest = reference === undefined ? 2049 : Number(reference.slice(0, 4)) + 10;
  const year = Math.floor(latest / 100) * 100 + short;
  return year > latest ? year - 100 : year;
}

/**
 * Two numbers are scores, fractions and prices more often than days. They are a day after «يوم», «بتاريخ»; after a
 * verb of coming or going when only one order makes a day; with a stroke when written with zeros (22/04) or alone.
 */
function numericWithoutYear(g: Groups, scene: Scene, at: At): Outcome {
  const [first, second] = [Number(g.first), Number(g.second)];
  const before = wordBefore(scene, at[0]) ?? "";
  const opened = scene.text.startsWith("يوم", at[0]) || BEFORE_A_DAY.has(before);
  const isForced = first > 12 !== second > 12;
  const isStroke = g.separator === "/";
  if (!opened) {
    if (first === 24 && second === 7) return undefined;
    const moved = before === "في" ? wordBefore(scene, scene.text.lastIndexOf("في", at[0])) : before;
    const isMotion = isForced && scene.reference !== undefined && MOTION.has(moved ?? "");
    const isPadded = isStroke && isForced && /^\d\d$/.test(g.first as string) && /^0\d$/.test(g.second as string);
    if (!isMotion && !isPadded && !(isStroke && isForced && standsAlone(scene, at))) return undefined;
  }
  const [day, month] = inOrder(first, second, scene);
  const value = makeDay(2000, month, day) && nearestDay(month, day, scene, at);
  return value === undefined ? REFUSED : leaning(value);
}
