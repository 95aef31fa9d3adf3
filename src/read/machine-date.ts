import { type Day, isDay, makeDay } from "../arabic/calendars.ts";
import { parseArabicDate } from "../arabic/dates.ts";

/** A date that a program wrote: the day as it stands there, in no other time zone. */
export interface MachineDate {
  readonly edtf: Day;
  /** Minutes after midnight UTC, where the time is given in UTC: near midnight, readers saw another day. */
  readonly utcMinutes?: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

const ISO =
  /^(?<year>\d{4})(?<sep>[-/.]?)(?<month>\d{2}|\d)\k<sep>(?<day>\d{2}|\d)(?!\d)(?:[T\s,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+-]00:?00)?)?/i;
const DAY_FIRST_ENGLISH = new RegExp(
  `^(?:[a-z]+,?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<name>${MONTH})[a-z]*\\.?,?[\\s-]+(?<year>\\d{4})(?:[\\s,]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?\\s*(?<zone>Z|UTC|GMT|[+-]0000)?)?`,
  "i",
);
const MONTH_FIRST_ENGLISH = new RegExp(
  `^(?:[a-z]+,?\\s+)?(?<name>${MONTH})[a-z]*\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s)\\s*(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[A-Z]{1,5}\\s+)?)?(?<year>\\d{4})`,
  "i",
);
const NUMERIC = /^(?<first>\d{1,2})(?<sep>[-/.])(?<second>\d{1,2})\k<sep>(?<year>\d{4})(?!\d)(?<rest>[\s\S]*)$/;
/** As .NET and JavaScript write dates in American English; an Arabic page prints «ص» and «م». */
const AMERICAN_CLOCK = /^[\s,]*\d{1,2}:\d{2}:\d{2}\s*(?:AM|PM)\b/i;

/** What programs put where no date is known. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["1970-01-01", "1900-01-01", "1899-12-30", "2000-01-01"]);

/**
 * Reads ISO 8601, RFC 2822, other English forms, seconds or milliseconds since 1970, numeric dates (day first
 * unless the numbers or an American clock say otherwise) and Arabic dates. Undefined for anything else, for days
 * no calendar has and for what programs write where they know no date.
 */
export function parseMachineDate(words: string): MachineDate | undefined {
  const text = words.trim();
  if (text === "" || text.length > 120) return undefined;
  const read = /^\d{10}(?:\d{3})?$/.test(text) ? epoch(text) : (written(text) ?? arabic(text));
  if (read === undefined || PLACEHOLDERS.has(read.edtf)) return undefined;
  const year = Number(read.edtf.slice(0, 4));
  return year >= 1800 && year < 2200 ? read : undefined;
}

function epoch(digits: string): MachineDate {
  const date = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  return { edtf: date.toISOString().slice(0, 10), utcMinutes: date.getUTCHours() * 60 + date.getUTCMinutes() };
}

function written(text: string): MachineDate | undefined {
  const iso = ISO.exec(text)?.groups;
  if (iso) return withTime(makeDay(Number(iso.year), Number(iso.month), Number(iso.day)), iso);
  const english = (DAY_FIRST_ENGLISH.exec(text) ?? MONTH_FIRST_ENGLISH.exec(text))?.groups;
  if (english) {
    const month = MONTHS.indexOf((english.name as string).toLowerCase()) + 1;
    return withTime(makeDay(Number(english.year), month, Number(english.day)), english);
  }
  const numeric = NUMERIC.exec(text)?.groups;
  if (!numeric) return undefined;
  const [first, second, year] = [Number(numeric.first), Number(numeric.second), Number(numeric.year)];
  const isMonthFirst = (first <= 12 && second > 12) || (second <= 12 && AMERICAN_CLOCK.test(numeric.rest as string));
  return withTime(isMonthFirst ? makeDay(year, first, second) : makeDay(year, second, first), {});
}

function withTime(
  edtf: Day | undefined,
  { hour, minute, zone }: Readonly<Record<string, string | undefined>>,
): MachineDate | undefined {
  if (edtf === undefined) return undefined;
  return zone === undefined || hour === undefined ? { edtf } : { edtf, utcMinutes: Number(hour) * 60 + Number(minute) };
}

function arabic(text: string): MachineDate | undefined {
  const found = parseArabicDate(text).find(({ edtf, absolute }) => absolute && isDay(edtf));
  return found && { edtf: found.edtf };
}
