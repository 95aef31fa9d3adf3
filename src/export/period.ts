import edtf from "edtf";

/** First and last day, `2021-12-01`, both included; an end that is open or unknown is left out. */
export interface Days {
  readonly gte?: string;
  readonly lte?: string;
}

/**
 * The days a date may be, of any form of EDTF (https://www.loc.gov/standards/datetime/); undefined when it is none,
 * or beyond the years 1 to 9999, which the engine's date format ends at. What is approximate or uncertain is taken at
 * its word: how far off it may be, it does not say.
 */
export function daysOf(date: string): Days | undefined {
  if (known.has(date)) return known.get(date);
  if (known.size >= MOST_KNOWN) known.clear();
  const days = readDays(date);
  known.set(date, days);
  return days;
}

/** Reading a date by the grammar of EDTF takes a millisecond; an archive has the same days again and again. */
const known = new Map<string, Days | undefined>();
const MOST_KNOWN = 50_000;

function readDays(date: string): Days | undefined {
  const [gte, lte] = endsOf(date).map(dayOf);
  if (gte === undefined && lte === undefined) return undefined;
  return { ...(gte === undefined ? {} : { gte }), ...(lte === undefined ? {} : { lte }) };
}

function endsOf(date: string): (number | null)[] {
  try {
    const { min, max } = edtf(date);
    return [min, max];
  } catch {
    return [];
  }
}

function dayOf(time: number | null): string | undefined {
  if (time === null || !Number.isFinite(time)) return undefined;
  const day = new Date(time);
  const year = day.getUTCFullYear();
  return year < 1 || year > 9999 ? undefined : day.toISOString().slice(0, 10);
}
