import { makeDay, numbersOf, weekdayOf } from "../calendars.ts";
import { isHijriEra, numberOf, stepOf, weekdayOfName } from "./fragments.ts";
import { nearestDay } from "./lean.ts";
import { type At, type Groups, type Outcome, REFUSED, type Reading, type Scene } from "./pattern.ts";

/** Gregorian years read without «م» or «ق.م»: other numbers of four digits are Hijri years, or no years. */
export const isPlainYear = (year: number) => year >= 1800 && year < 2200;

/** The year of `TAIL`: a number, "none" when there is none, or undefined when it is no Gregorian year or leans on another date. */
export function yearOfTail(groups: Groups, scene: Scene): number | "none" | undefined {
  if (groups.sameYear !== undefined) return undefined;
  if (groups.relativeYear !== undefined) return relativeYear(groups.relativeYear, scene);
  const short = groups.shortYear ?? groups.closingYear;
  if (short !== undefined) return longYear(Number(short), scene);
  const words = groups.year ?? groups.yearWords;
  if (words === undefined) return "none";
  const year = numberOf(words);
  if (year === undefined || isHijriEra(groups.era)) return undefined;
  return isPlainYear(year) || (groups.era !== undefined && year >= 1) ? year : undefined;
}

/** 21 → 2021, 98 → 1998: not more than ten years ahead of the reference; without one the years 1950 to 2049. */
export function longYear(short: number, { reference }: Scene): number {
  const latest = reference === undefined ? 2049 : Number(reference.slice(0, 4)) + 10;
  const year = Math.floor(latest / 100) * 100 + short;
  return year > latest ? year - 100 : year;
}

/** «العام الماضي», «هذا العام» against the reference. */
export function relativeYear(words: string, { reference }: Scene): number | undefined {
  const adjective = /^هذ/.test(words) ? "الجاري" : words.replace(/^\S+\s+/, "");
  const step = stepOf(adjective);
  return reference === undefined || step === undefined ? undefined : numbersOf(reference)[0] + step;
}

/** A day and a month with what follows the month. Days that the calendar lacks are refused. */
export function readDay(
  day: number | undefined,
  month: number | undefined,
  groups: Groups,
  scene: Scene,
  at: At,
): Outcome {
  const year = yearOfTail(groups, scene);
  if (day === undefined || month === undefined || year === undefined || makeDay(2000, month, day) === undefined)
    return REFUSED;
  const weekday = groups.weekday === undefined ? undefined : weekdayOfName(groups.weekday);
  if (year !== "none") {
    const value = makeDay(year, month, day);
    if (value === undefined) return REFUSED;
    return withWeekday({ edtf: value, absolute: groups.relativeYear === undefined }, weekday);
  }
  if (groups.adjective !== undefined) {
    const value = besideReference(day, month, groups.adjective, scene);
    return value === undefined ? REFUSED : withWeekday({ edtf: value, absolute: false, rule: "day-month" }, weekday);
  }
  const value = nearestDay(month, day, scene, at, weekday);
  if (value === undefined) return partial(month, day);
  return withWeekday({ edtf: value, absolute: false, rule: "day-month" }, weekday);
}

/** «15 ديسمبر الماضي»: the last one before the reference, the first after it, or in its month. */
function besideReference(day: number, month: number, adjective: string | undefined, { reference }: Scene) {
  const step = adjective === undefined ? undefined : stepOf(adjective);
  if (reference === undefined || step === undefined) return undefined;
  const [year, now] = numbersOf(reference);
  if (step === 0) return month === now ? makeDay(year, month, day) : undefined;
  const candidates = [year - 2, year - 1, year, year + 1, year + 2]
    .map((y) => makeDay(y, month, day))
    .filter((d) => d !== undefined);
  return step < 0
    ? candidates.filter((d) => d < reference).at(step)
    : candidates.filter((d) => d > reference)[step - 1];
}

/** A day without a year that nothing tells: it counts only beside a date of the other calendar. */
const partial = (month: number, day: number): Reading => ({
  edtf: `XXXX-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  absolute: false,
  tentative: true,
});

/** Notes when the weekday named with a day is another one. */
export function withWeekday(reading: Reading, weekday: number | undefined): Reading {
  if (weekday === undefined) return reading;
  return weekdayOf(reading.edtf) === weekday
    ? { ...reading, weekday }
    : { ...reading, weekday, contradiction: "weekday" };
}
