/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`; no time zone anywhere. */
export type Day = string;

const MS_A_DAY = 86_400_000;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const PAIRS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

/** The day, or undefined when the calendar has none (31 April). */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  // Years that are not written in four digits are left to the language.
  if (!(year >= 0 && year <= 9999) || !Number.isInteger(year)) return makeOddDay(year, month, day);
  const length = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1];
  if (length === undefined || !(day >= 1 && day <= length) || !Number.isInteger(day)) return undefined;
  return `${PAIRS[Math.floor(year / 100)]}${PAIRS[year % 100]}-${PAIRS[month]}-${PAIRS[day]}`;
}

function makeOddDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Days from 1 January 1970 on: Howard Hinnant's days_from_civil, in which a year begins with March. */
function countOf(day: Day): number {
  const [year, month, date] = numbersOf(day);
  const isPlain = day.length === 10 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
  // Years that are not written in four digits, and what is no day, are left to the language.
  if (!isPlain) return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

export function addDays(day: Day, days: number): Day {
  // Within a month, as most are.
  const [year, month, date] = numbersOf(day);
  const near =
    date + days >= 1 && date + days <= 28 && day.length === 10 ? makeDay(year, month, date + days) : undefined;
  return near ?? new Date((countOf(day) + days) * MS_A_DAY).toISOString().slice(0, 10);
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return countOf(b) - countOf(a);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  const count = countOf(day);
  return (((count + 4) % 7) + 7) % 7;
}

/** The last day with this weekday that is not after `reference`. */
export function weekdayOnOrBefore(weekday: number, reference: Day): Day {
  return addDays(reference, -((weekdayOf(reference) - weekday + 7) % 7));
}

/** The next day with this weekday that is not before `reference`. */
export function weekdayOnOrAfter(weekday: number, reference: Day): Day {
  return addDays(reference, (weekday - weekdayOf(reference) + 7) % 7);
}

/** The same day of the month `months` later; the last day of a shorter month (31 January + 1 = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = numbersOf(day);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return makeDay(toYear, toMonth, Math.min(date, monthLength(toYear, toMonth))) as Day;
}

/** 28 to 31. */
export function monthLength(year: number, month: number): number {
  return month === 2 ? (makeDay(year, 2, 29) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The nth (1 to 5, or -1 for the last) day of a month with this weekday, or undefined when there is none. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day | undefined {
  if (nth === -1) return weekdayOnOrBefore(weekday, makeDay(year, month, monthLength(year, month)) as Day);
  const first = weekdayOnOrAfter(weekday, makeDay(year, month, 1) as Day);
  const day = addDays(first, (nth - 1) * 7);
  return numbersOf(day)[1] === month ? day : undefined;
}

/** Easter Sunday of the western churches (the algorithm of Meeus, Jones and Butcher), for years of the Gregorian calendar. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return makeDay(year, Math.floor(days / 31), (days % 31) + 1) as Day;
}

/** Year, month and day of a whole day. */
export function numbersOf(day: Day): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** True for a whole day in EDTF (`2021-12-15`), false for months, years, approximate and uncertain dates. */
export function isDay(edtf: string | undefined): edtf is Day {
  return edtf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(edtf);
}

/** First four digits of an EDTF date, or undefined (`XXXX-12`). */
export function yearOf(edtf: string | undefined): number | undefined {
  const match = /^(\d{4})/.exec(edtf ?? "");
  return match ? Number(match[1]) : undefined;
}
