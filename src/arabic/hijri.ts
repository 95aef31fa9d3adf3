import { addDays, type Day, daysBetween } from "./calendars.ts";
import { FIRST_DAY, FIRST_YEAR, MONTH_LENGTHS } from "./lexicon/umm-al-qura.ts";

/** A day of the Hijri calendar; `month` 1 Muharram to 12 Dhu al-Hijja. */
export interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Years answered. Before `FIRST_YEAR` by arithmetic, a day or two off what people counted: `exact` is false. */
const EARLIEST = 1300;
const MONTHS_A_YEAR = 12;
const LAST_YEAR = FIRST_YEAR + MONTH_LENGTHS.length / MONTHS_A_YEAR - 1;

const LENGTHS = Uint8Array.from(MONTH_LENGTHS, (digit) => 28 + Number(digit));
/** Days from `FIRST_DAY` to the start of each month, and of the month after the last. */
const STARTS = new Int32Array(LENGTHS.length + 1);
for (const [i, length] of LENGTHS.entries()) STARTS[i + 1] = (STARTS[i] as number) + length;

/** Days in a month of the Umm al-Qura calendar, or undefined outside 1300–1500 and for no month. */
export function hijriMonthLength(year: number, month: number): number | undefined {
  if (!isMonth(year, month)) return undefined;
  const index = indexOf(year, month);
  if (index >= 0) return LENGTHS[index];
  // Odd months have 30 days, even ones 29; Dhu al-Hijja has 30 in 11 years of 30.
  const isLeap = (11 * year + 14) % 30 < 11;
  return month % 2 === 1 || (month === MONTHS_A_YEAR && isLeap) ? 30 : 29;
}

/**
 * The Gregorian day of a Hijri one by the Umm al-Qura calendar, or undefined when the calendar has no such day.
 * From 1343 exact; 1300 to 1342 by the arithmetical calendar that Umm al-Qura had not yet replaced, not exact.
 */
export function dayOfHijri({ year, month, day }: HijriDay): { day: Day; exact: boolean } | undefined {
  const length = hijriMonthLength(year, month);
  if (length === undefined || !Number.isInteger(day) || day < 1 || day > length) return undefined;
  const index = indexOf(year, month);
  if (index >= 0) return { day: addDays(FIRST_DAY, (STARTS[index] as number) + day - 1), exact: true };
  return { day: addDays(FIRST_DAY, arithmetical(year, month, day) - arithmetical(FIRST_YEAR, 1, 1)), exact: false };
}

/** The Hijri day of a Gregorian one by Umm al-Qura, or undefined outside 1343–1500. */
export function hijriOfDay(day: Day): HijriDay | undefined {
  const offset = daysBetween(FIRST_DAY, day);
  if (!(offset >= 0 && offset < (STARTS[LENGTHS.length] as number))) return undefined;
  // The mean month has 29.53 days, so the guess is at most a month off.
  let index = Math.min(LENGTHS.length - 1, Math.floor(offset / 29.530588));
  while ((STARTS[index] as number) > offset) index--;
  while ((STARTS[index + 1] as number) <= offset) index++;
  return {
    year: FIRST_YEAR + Math.floor(index / MONTHS_A_YEAR),
    month: (index % MONTHS_A_YEAR) + 1,
    day: offset - (STARTS[index] as number) + 1,
  };
}

const isMonth = (year: number, month: number) =>
  Number.isInteger(year) &&
  Number.isInteger(month) &&
  year >= EARLIEST &&
  year <= LAST_YEAR &&
  month >= 1 &&
  month <= MONTHS_A_YEAR;

const indexOf = (year: number, month: number) => (year - FIRST_YEAR) * MONTHS_A_YEAR + month - 1;

/** Day number by the arithmetical calendar of 30-year cycles (Reingold and Dershowitz, Calendrical Calculations, ch. 7). */
function arithmetical(year: number, month: number, day: number): number {
  return day + 29 * (month - 1) + Math.floor(month / 2) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);
}
