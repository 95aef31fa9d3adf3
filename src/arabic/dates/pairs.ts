import { addDays, type Day, daysBetween, isDay, makeDay } from "../calendars.ts";
import { dayOfHijri, hijriOfDay } from "../hijri.ts";
import { WEEKDAY } from "./fragments.ts";
import type { Found } from "./scan.ts";
import { withWeekday } from "./whole-day.ts";

/** What may stand between the two dates of one day: «هـ الموافق», «، », « / », «(». */
const BETWEEN = new RegExp(
  `^[\\s،,()\\[\\]/=–-]{0,6}(?:(?:هجريه?|ميلاديه?|[هم])[\\s،,()]{0,3})?(?:(?:ال|و|ل)?(?:موافق|مصادف)ه?|يوافق|يصادف|اي)?[\\s:،,()/–-]{0,4}(?:ل|في)?[\\s:]{0,2}(?:(?:ا?ل)?يوم\\s)?(?:${WEEKDAY})?[\\s،,(]{0,3}$`,
  "u",
);
/** Days that the sighted moon and the calendar may differ by. */
const TOLERANCE = 2;
/** How sure the one of two days is that falls on the weekday named with them. */
const LIKELIER = 0.5;

/**
 * Dates printed side by side in both calendars are one day. The Gregorian one says which: the Hijri day keeps what
 * is printed and takes its value. What either leaves out the other supplies. When they differ by more than two days
 * both keep their own and the contradiction is noted; the weekday named with them tells which is likelier. Dates that counted only in such company go.
 */
export function joinPairs(found: readonly Found[], text: string): Found[] {
  const joined = [...found];
  for (let i = 0; i + 1 < joined.length; i++) {
    const [a, b] = [joined[i] as Found, joined[i + 1] as Found];
    if ((a.hijri === undefined) === (b.hijri === undefined) || !BETWEEN.test(text.slice(a.at[1], b.at[0]))) continue;
    const [hijri, gregorian] = a.hijri === undefined ? [b, a] : [a, b];
    const [settledHijri, settledGregorian] = settle(hijri, gregorian);
    joined[i] = a === hijri ? settledHijri : settledGregorian;
    joined[i + 1] = a === hijri ? settledGregorian : settledHijri;
    i++;
  }
  return joined.filter(({ tentative }) => tentative !== true);
}

function settle(hijri: Found, gregorian: Found): [hijri: Found, gregorian: Found] {
  const [, hijriYear, month, dayOfMonth] = /^(\d{4}|XXXX)-(\d\d)-(\d\d)$/.exec(hijri.hijri ?? "") ?? [];
  if (hijriYear === undefined) return [hijri, gregorian];
  const day = gregorianDay(gregorian, hijri);
  if (day === undefined) return [hijri, gregorian];
  const settled: Found = { ...gregorian, edtf: day };
  const years = hijriYear === "XXXX" ? yearsAround(day) : [Number(hijriYear)];
  for (const year of years) {
    const sighted = sightedDay(year, Number(month), Number(dayOfMonth));
    if (sighted === undefined || Math.abs(daysBetween(sighted, day)) > TOLERANCE) continue;
    const own: Found = { ...hijri, edtf: day, absolute: settled.absolute, hijri: `${year}-${month}-${dayOfMonth}` };
    // The weekday in front of the two names the day that both are.
    const noted = settled.contradiction ?? withWeekday(settled, hijri.weekday).contradiction;
    return [certain(own, noted), certain(settled, noted)];
  }
  if (hijriYear === "XXXX") return [hijri, gregorian];
  const weekday = hijri.weekday ?? gregorian.weekday;
  const isNamed = (date: Found) => weekday !== undefined && withWeekday(date, weekday).contradiction === undefined;
  const [isHijriNamed, isGregorianNamed] = [isNamed(hijri), isNamed(settled)];
  const denied = (date: Found, isLikelier: boolean): Found => ({
    ...certain(date, "calendars"),
    confidence: isLikelier ? LIKELIER : 0,
  });
  return [denied(hijri, isHijriNamed && !isGregorianNamed), denied(settled, isGregorianNamed && !isHijriNamed)];
}

/** A date that has another beside it is not tentative; `noted` is what contradicts it after all. */
function certain({ tentative: _, contradiction: __, ...found }: Found, noted?: Found["contradiction"]): Found {
  return { ...found, ...(noted && { contradiction: noted }) };
}

/** The Gregorian day as read, or, without a year, the one next to the Hijri day. */
function gregorianDay(gregorian: Found, hijri: Found): Day | undefined {
  if (isDay(gregorian.edtf) && (gregorian.absolute || !isDay(hijri.edtf))) return gregorian.edtf;
  const near = isDay(hijri.edtf) ? hijri.edtf : undefined;
  const [, month, day] = /^(?:XXXX|\d{4})-(\d\d)-(\d\d)$/.exec(gregorian.edtf) ?? [];
  if (near === undefined || day === undefined) return undefined;
  const year = Number(near.slice(0, 4));
  const candidates = [year - 1, year, year + 1].map((y) => makeDay(y, Number(month), Number(day)));
  return candidates.find((candidate) => candidate !== undefined && Math.abs(daysBetween(candidate, near)) <= TOLERANCE);
}

/** As the calendar has it, or the 30th of a month in which the calendar has 29 days. */
function sightedDay(year: number, month: number, day: number): Day | undefined {
  const before = day === 30 ? dayOfHijri({ year, month, day: 29 })?.day : undefined;
  return dayOfHijri({ year, month, day })?.day ?? (before && addDays(before, 1));
}

function yearsAround(day: Day): number[] {
  const year = hijriOfDay(day)?.year;
  return year === undefined ? [] : [year - 1, year, year + 1];
}
