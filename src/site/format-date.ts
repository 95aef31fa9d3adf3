import { parse } from "edtf";
import { DATE_WORDS, fill, VIEW } from "./strings.ts";

/** A date in Arabic words, and what pages and machines make of it. */
export interface DateWords {
  /** «الجمعة 4 آذار/مارس 2019», «نحو عام 2024». */
  readonly text: string;
  /** «تقريبي», «غير مؤكَّد»; absent when the date is plain. */
  readonly certainty?: string;
  /** A valid value for <time datetime>. */
  readonly datetime?: string;
  /** `2021`, `2021-12` or `2021-12-17`: the most exact period the whole date lies in; absent when not even a year is known. */
  readonly period?: string;
}

/** What the edtf package says of a date; values are year, month from 0, day. */
interface ParsedDate {
  readonly type: string;
  readonly values: readonly unknown[];
  readonly approximate?: boolean | number;
  readonly uncertain?: boolean | number;
  readonly unspecified?: number;
}

interface Names {
  /** Month from 0 → name. */
  readonly months: readonly string[];
  readonly weekday: (year: number, month: number, day: number) => string;
}

/** Digits of `unspecified`, bits from the first digit of the year (1) to the last of the day (128). */
const YEAR_DIGITS = [1, 2, 4, 8];
const MONTH_DIGITS = 16 | 32;
const DAY_DIGITS = 64 | 128;

/**
 * EDTF (https://www.loc.gov/standards/datetime/) → Arabic words, for the months as the country `region` names
 * them. The names come from CLDR by Intl, calendar and digits pinned. Where the Syriac names are in use the
 * international one follows («كانون الأول/ديسمبر»), as the pan-Arab press writes. A string that is no EDTF, or
 * one without wording here, is shown as it stands.
 */
export function makeDateFormatter(region: string): (edtf: string) => DateWords {
  const names = namesOf(region);
  const known = new Map<string, DateWords>();
  return (edtf) => {
    const before = known.get(edtf);
    if (before !== undefined) return before;
    const words = wordsOf(edtf, names);
    known.set(edtf, words);
    return words;
  };
}

function namesOf(region: string): Names {
  const monthsOf = (country: string) => {
    const format = new Intl.DateTimeFormat(`ar-${country}-u-ca-gregory-nu-latn`, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
  };
  const local = monthsOf(region);
  const isSyriac = local.join() === monthsOf("SY").join();
  const weekdays = new Intl.DateTimeFormat("ar-u-ca-gregory-nu-latn", { weekday: "long", timeZone: "UTC" });
  return {
    months: isSyriac ? monthsOf("EG").map((name, month) => `${local[month]}/${name}`) : local,
    weekday: (year, month, day) => weekdays.format(Date.UTC(year, month, day)),
  };
}

function wordsOf(edtf: string, names: Names): DateWords {
  const date = readPlain(edtf) ?? readAny(edtf);
  if (date === undefined) return { text: edtf };
  const text = describe(date, names, edtf);
  const period = periodOf(date);
  if (text === undefined) return { text: edtf, ...(period === undefined ? {} : { period }) };
  const certainty = isSet(date.approximate)
    ? VIEW.certainty.approximate
    : isSet(date.uncertain)
      ? VIEW.certainty.uncertain
      : undefined;
  return {
    text,
    ...(certainty === undefined ? {} : { certainty }),
    ...(/^\d{4}(-\d\d){0,2}$/.test(edtf) && period === edtf ? { datetime: edtf } : {}),
    ...(period === undefined ? {} : { period }),
  };
}

/** Years, months and days with or without `~` and `?` at the end: nearly all there are, and the grammar takes a millisecond for each. */
function readPlain(edtf: string): ParsedDate | undefined {
  const [, year, month, day, sign] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?])?$/.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  const values = [
    Number(year),
    ...(month === undefined ? [] : [Number(month) - 1]),
    ...(day === undefined ? [] : [Number(day)]),
  ];
  const [y = 0, m = 0, d = 1] = values;
  const real = new Date(Date.UTC(2000, 0));
  real.setUTCFullYear(y, m, d);
  // Seasons, and days that the month lacks, are for the grammar.
  if (real.getUTCMonth() !== m || real.getUTCDate() !== d) return undefined;
  return {
    type: "Date",
    values,
    ...(sign === "~" ? { approximate: true } : {}),
    ...(sign === "?" ? { uncertain: true } : {}),
  };
}

function readAny(edtf: string): ParsedDate | undefined {
  try {
    return parse(edtf) as ParsedDate;
  } catch {
    return undefined;
  }
}

const isSet = (qualifier: boolean | number | undefined) => Boolean(qualifier);
const isDate = (value: unknown): value is ParsedDate =>
  typeof value === "object" && value !== null && "values" in value;
const numbersOf = (date: ParsedDate) => date.values.filter((value): value is number => typeof value === "number");

function describe(date: ParsedDate, names: Names, edtf: string): string | undefined {
  if (date.type === "Interval") return describeInterval(date, names, edtf);
  if (date.type === "Set" || date.type === "List") {
    const parts = date.values.map((value) => (isDate(value) ? describe(value, names, edtf) : undefined));
    if (parts.length === 0 || parts.includes(undefined)) return undefined;
    return parts.join(date.type === "Set" ? DATE_WORDS.or : DATE_WORDS.and);
  }
  const plain = describePlain(date, names, isSet(date.approximate));
  if (plain === undefined) return undefined;
  const about = isSet(date.approximate) ? fill(DATE_WORDS.about, { date: plain }) : plain;
  return isSet(date.uncertain) ? fill(DATE_WORDS.maybe, { date: about }) : about;
}

/** One date without its qualifiers. An approximate day is told without its weekday. */
function describePlain(date: ParsedDate, names: Names, isApproximate: boolean): string | undefined {
  const [year, month, day] = numbersOf(date);
  if (year === undefined) return undefined;
  if (date.type === "Season") return describePartOfYear(year, month);
  if (date.type !== "Date" && date.type !== "Year") return undefined;
  const unspecified = date.unspecified ?? 0;
  const firstUnknown = YEAR_DIGITS.findIndex((digit) => unspecified & digit);
  if (firstUnknown >= 0) return month === undefined ? describeYears(year, firstUnknown) : undefined;
  if (month === undefined) return formatYear(year);
  if (unspecified & MONTH_DIGITS) return fill(DATE_WORDS.someMonth, { year: formatYear(year) });
  const inMonth = `${names.months[month]} ${year}`;
  if (day === undefined) return inMonth;
  if (unspecified & DAY_DIGITS) return fill(DATE_WORDS.someDay, { month: inMonth });
  const weekday = isApproximate || year < 1583 ? "" : `${names.weekday(year, month, day)} `; // Gregorian since October 1582
  return `${weekday}${day} ${inMonth}`;
}

function formatYear(year: number): string {
  return year > 0
    ? fill(DATE_WORDS.year, { year: String(year) })
    : fill(DATE_WORDS.beforeChrist, { year: String(1 - year) });
}

/** A year with unknown digits at its end: `202X` is between 2020 and 2029. */
function describeYears(start: number, firstUnknown: number): string | undefined {
  if (firstUnknown === 0) return undefined;
  const end = start + 10 ** (YEAR_DIGITS.length - firstUnknown) - 1;
  return fill(DATE_WORDS.between, { start: String(start), end: String(end) });
}

/** EDTF's divisions of a year (level 2): 21 to 32 seasons, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves. */
function describePartOfYear(year: number, code: number | undefined): string | undefined {
  const wording = (DATE_WORDS.partsOfYears as Readonly<Record<number, string>>)[code ?? 0];
  return wording === undefined ? undefined : fill(wording, { year: String(year) });
}

function describeInterval(date: ParsedDate, names: Names, edtf: string): string | undefined {
  const [start, end] = date.values.map((value) => (isDate(value) ? value : undefined));
  const endWords = end && describe(end, names, edtf);
  const startWords = start && describe(start, names, edtf);
  if ((start && !startWords) || (end && !endWords)) return undefined;
  if (startWords !== undefined && endWords !== undefined)
    return describeClosed(start as ParsedDate, end as ParsedDate, startWords, endWords, names);
  if (startWords !== undefined)
    return fill(edtf.endsWith("..") ? DATE_WORDS.since : DATE_WORDS.unknownEnd, { start: startWords });
  if (endWords !== undefined)
    return fill(edtf.startsWith("..") ? DATE_WORDS.until : DATE_WORDS.unknownStart, { end: endWords });
  return undefined;
}

/** Two plain days or months say what they share once: «من 15 إلى 4 آذار/مارس 2019». */
function describeClosed(
  start: ParsedDate,
  end: ParsedDate,
  startWords: string,
  endWords: string,
  names: Names,
): string {
  const isPlain = [start, end].every(
    (date) => date.type === "Date" && !date.approximate && !date.uncertain && !date.unspecified,
  );
  const [a, b] = [numbersOf(start), numbersOf(end)];
  const [month, day] = a.slice(1);
  if (isPlain && a.length === b.length && a.length > 1 && a.length < 4 && a[0] === b[0]) {
    const shared =
      a.length === 3 && a[1] === b[1]
        ? String(day)
        : [day, names.months[month as number]].filter((part) => part !== undefined).join(" ");
    const last = describePlain(end, names, true) as string;
    return fill(DATE_WORDS.from, { start: shared, end: last });
  }
  return fill(DATE_WORDS.from, { start: startWords, end: endWords });
}

/** Year, month and day that hold for the whole date. */
function periodOf(date: ParsedDate): string | undefined {
  const parts = commonParts(date);
  const [year] = parts;
  if (year === undefined || year < 1 || year > 9999) return undefined;
  return parts
    .map((part, index) => String(index === 0 ? part : index === 1 ? part + 1 : part).padStart(index === 0 ? 4 : 2, "0"))
    .join("-");
}

function commonParts(date: ParsedDate): readonly number[] {
  if (date.type === "Date") {
    const unspecified = date.unspecified ?? 0;
    const certain = YEAR_DIGITS.some((digit) => unspecified & digit)
      ? 0
      : unspecified & MONTH_DIGITS
        ? 1
        : unspecified & DAY_DIGITS
          ? 2
          : 3;
    return numbersOf(date).slice(0, certain);
  }
  if (date.type === "Season" || date.type === "Year") return numbersOf(date).slice(0, 1);
  const parts = date.values.map((value) => (isDate(value) ? commonParts(value) : []));
  const [first = [], ...others] = parts;
  const length = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return length < 0 ? first : first.slice(0, length);
}
