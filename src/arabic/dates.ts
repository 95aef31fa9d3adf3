import { addDays, type Day, daysBetween, makeDay, weekdayOnOrBefore } from "./calendars.ts";
import { MONTHS, WEEKDAYS } from "./lexicon/months.ts";
import { foldInPlace } from "./normalize.ts";

/** A date expression found in a text. `at` is relative to the text given. */
export interface FoundDate {
  /** EDTF: `2021-12-15`, `2021-12`. */
  readonly edtf: string;
  readonly at: readonly [number, number];
  /** Name of the rule, e.g. `day-month-year`. */
  readonly rule: string;
  /** True when the expression itself fixes the date, false when it leans on the reference date. */
  readonly absolute: boolean;
}

export interface DateContext {
  /** Day the text was written or filed; without it relative expressions are not answered. */
  readonly reference?: Day;
}

const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(" ", "\\s+"))
  .join("|");
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const WEEKDAY = WEEKDAYS.flat()
  .sort((a, b) => b.length - a.length)
  .join("|");
const WEEKDAY_NUMBER = new Map(WEEKDAYS.flatMap((names, index) => names.map((name) => [name, index] as const)));

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}])";
const WORD_ENDS = "(?![\\p{L}\\p{N}])";
/** «كانون الأول (ديسمبر)», «كانون الأول/ديسمبر»: the same month named twice. */
const TWICE = `(?<month>${MONTH})(?:\\s*[(/]\\s*(?<again>${MONTH})\\s*\\)?)?`;
const YEAR = "(?:[\\s,،]*(?:من\\s+)?(?:(?:عام|سنه|العام)\\s+)?(?<year>\\d{4})(?:\\s?م(?![\\p{L}]))?)";

interface Pattern {
  readonly rule: string;
  readonly expression: RegExp;
  read(
    groups: Readonly<Record<string, string | undefined>>,
    context: DateContext,
  ): { edtf: string; absolute: boolean } | undefined;
}

const PATTERNS: readonly Pattern[] = [
  {
    rule: "iso",
    expression: new RegExp(`${NOT_IN_WORD}(?<year>\\d{4})-(?<m>\\d{2})-(?<day>\\d{2})${WORD_ENDS}`, "gu"),
    read: (g) => whole(makeDay(Number(g.year), Number(g.m), Number(g.day))),
  },
  {
    rule: "day-month-year",
    expression: new RegExp(
      `${NOT_IN_WORD}(?<day>\\d{1,2})\\s*(?:من\\s+)?(?:شهر\\s+)?${TWICE}${YEAR}${WORD_ENDS}`,
      "gu",
    ),
    read: (g) => whole(monthOf(g) && makeDay(Number(g.year), monthOf(g) as number, Number(g.day))),
  },
  {
    rule: "month-day-year",
    expression: new RegExp(`${NOT_IN_WORD}${TWICE}\\s+(?<day>\\d{1,2})[,،]\\s*(?<year>\\d{4})${WORD_ENDS}`, "gu"),
    read: (g) => whole(monthOf(g) && makeDay(Number(g.year), monthOf(g) as number, Number(g.day))),
  },
  {
    rule: "numeric",
    expression: new RegExp(
      `${NOT_IN_WORD}(?<day>\\d{1,2})\\s*(?<sep>[/.-])\\s*(?<m>\\d{1,2})\\s*\\k<sep>\\s*(?<year>\\d{4})${WORD_ENDS}`,
      "gu",
    ),
    read: (g) => whole(numericDay(Number(g.day), Number(g.m), Number(g.year))),
  },
  {
    rule: "month-year",
    expression: new RegExp(`${NOT_IN_WORD}[وفبل]?${TWICE}${YEAR}${WORD_ENDS}`, "gu"),
    read: (g) => {
      const month = monthOf(g);
      return month ? { edtf: `${g.year}-${String(month).padStart(2, "0")}`, absolute: true } : undefined;
    },
  },
  {
    rule: "day-month",
    expression: new RegExp(`${NOT_IN_WORD}(?<day>\\d{1,2})\\s*(?:من\\s+)?(?:شهر\\s+)?${TWICE}${WORD_ENDS}`, "gu"),
    read: (g, { reference }) =>
      leaning(reference && monthOf(g) && nearestPast(Number(g.day), monthOf(g) as number, reference)),
  },
  {
    rule: "weekday",
    expression: new RegExp(
      `${NOT_IN_WORD}[وفبل]?(?:يوم\\s+|(?:صباح|مساء|ليله|فجر|ظهر|عصر|امس|اليوم)\\s+\\(?(?:يوم\\s+)?)\\(?(?<weekday>${WEEKDAY})${WORD_ENDS}\\)?(?!\\s+(?:المقبل|القادم|التالي))`,
      "gu",
    ),
    read: (g, { reference }) =>
      leaning(reference && weekdayOnOrBefore(WEEKDAY_NUMBER.get(g.weekday as string) as number, reference)),
  },
  {
    rule: "today",
    expression: new RegExp(`${NOT_IN_WORD}اليوم${WORD_ENDS}`, "gu"),
    read: (_, { reference }) => leaning(reference),
  },
  {
    rule: "yesterday",
    expression: new RegExp(`${NOT_IN_WORD}(?:امس|البارحه)${WORD_ENDS}(?!\\s+الاول)`, "gu"),
    read: (_, { reference }) => leaning(reference && addDays(reference, -1)),
  },
];

/**
 * Date expressions of a text in order, the more exact rule winning where two overlap. Knows the month names
 * from Baghdad to Rabat, the three kinds of digits, numeric dates (day first, month first when the numbers
 * force it) and, against `reference`, days without a year, weekdays, today and yesterday.
 * A month named twice differently, or a day the month lacks, is no date.
 */
export function parseArabicDate(text: string, context: DateContext = {}): FoundDate[] {
  const folded = foldInPlace(text);
  const found: FoundDate[] = [];
  const taken = new Set<number>();
  for (const { rule, expression, read } of PATTERNS) {
    for (const match of folded.matchAll(expression)) {
      const at: [number, number] = [match.index, match.index + match[0].length];
      if (isTaken(taken, at)) continue;
      if (!isGregorianYear(match.groups?.year)) continue;
      const value = read(match.groups ?? {}, context);
      if (value === undefined) continue;
      found.push({ ...value, at, rule });
      for (let i = at[0]; i < at[1]; i++) taken.add(i);
    }
  }
  return found.sort((a, b) => a.at[0] - b.at[0]);
}

function isTaken(taken: ReadonlySet<number>, [start, end]: readonly [number, number]): boolean {
  for (let i = start; i < end; i++) if (taken.has(i)) return true;
  return false;
}

/** Years of the Hijri calendar (1436) and other numbers of four digits are not taken for Gregorian ones. */
function isGregorianYear(year: string | undefined): boolean {
  return year === undefined || (Number(year) >= 1800 && Number(year) < 2200);
}

/** Weekdays named in a text («يوم الأربعاء»), 0 Sunday to 6 Saturday. */
export function parseWeekdays(text: string): { weekday: number; at: readonly [number, number] }[] {
  const pattern = PATTERNS.find((p) => p.rule === "weekday") as Pattern;
  return [...foldInPlace(text).matchAll(pattern.expression)].map((match) => ({
    weekday: WEEKDAY_NUMBER.get(match.groups?.weekday as string) as number,
    at: [match.index, match.index + match[0].length],
  }));
}

/** True when only month-first reading makes a day of the two numbers: 3/24/2021. */
export function isMonthFirst(numeric: string): boolean {
  const [first, second] = foldInPlace(numeric).split(/\D+/).map(Number);
  return (first as number) <= 12 && (second as number) > 12;
}

function monthOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const number = (name: string | undefined) => MONTH_NUMBER.get((name ?? "").replace(/\s+/g, " "));
  const month = number(groups.month);
  return groups.again !== undefined && number(groups.again) !== month ? undefined : month;
}

function numericDay(first: number, second: number, year: number): Day | undefined {
  return first <= 12 && second > 12 ? makeDay(year, first, second) : makeDay(year, second, first);
}

function nearestPast(day: number, month: number, reference: Day): Day | undefined {
  const year = Number(reference.slice(0, 4));
  const candidates = [year, year - 1].map((y) => makeDay(y, month, day)).filter((d) => d !== undefined);
  return candidates.find((candidate) => daysBetween(candidate, reference) >= 0) ?? candidates[0];
}

const whole = (day: Day | 0 | undefined) => (day ? { edtf: day, absolute: true } : undefined);
const leaning = (day: Day | 0 | "" | undefined) => (day ? { edtf: day, absolute: false } : undefined);
