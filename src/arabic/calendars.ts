/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`; no time zone anywhere. */
export type Day = string;

const MS_A_DAY = 86_400_000;

/** The day, or undefined when the calendar has none (31 April). */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

const parse = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export function addDays(day: Day, days: number): Day {
  return new Date(parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((parse(b) - parse(a)) / MS_A_DAY);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(parse(day)).getUTCDay();
}

/** The last day with this weekday that is not after `reference`. */
export function weekdayOnOrBefore(weekday: number, reference: Day): Day {
  return addDays(reference, -((weekdayOf(reference) - weekday + 7) % 7));
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
