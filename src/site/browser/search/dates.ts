/** Dates as readers write them: with any digits, by the Gregorian or the Hijri calendar, months by number or name. */
import { makeDay } from "../../../arabic/calendars.ts";
import { dayOfHijri, hijriMonthLength } from "../../../arabic/hijri.ts";
import { HIJRI_MONTHS, MONTHS } from "../../../arabic/lexicon/months.ts";
import { fold } from "../../../arabic/normalize.ts";

/** Years, months or days, EDTF, both ends included; empty: no end. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Year, month and day as numbers; the last two may be missing. */
type Numbers = readonly [year: number, month: number | undefined, day: number | undefined];

/** A year below this one is of the Hijri calendar. */
const GREGORIAN = 1600;
const ERA = "\\s*(هـ?|م)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?${ERA}$`);
const YEAR_LAST = new RegExp(`^(?:(\\d{1,2})[-/])?(\\d{1,2})[-/](\\d{4})${ERA}$`);
const NAMED = new RegExp(`^(?:(\\d{1,2})\\s+)?([^\\d\\s](?:[^\\d]*[^\\d\\s])?)\\s+(\\d{4})${ERA}$`);

/** Two dots between two dates: from the one to the other, where either may be missing. */
const RANGE = /\.{2,3}/;

/** Reads «2021», «2021-12», «15/12/2021», «15 ديسمبر 2021», «رمضان 1442», «1442هـ», «2019..2021»; undefined: no date. */
export function readPeriod(text: string): Period | undefined {
  const ends = text
    .normalize("NFKC")
    .replace(/\u0640(?!$)|[\u200E\u200F]/g, "")
    .split(RANGE);
  const parts = ends.map((end) => end.replace(/^\s*(?:سنة|عام)\s+/, "").trim());
  if (parts.length > 2 || parts.every((part) => part === "")) return undefined;
  const read = parts.map((part) => (part === "" ? { from: "", to: "" } : readOne(part)));
  const [first, last] = [read[0], read.at(-1)];
  return first && last ? { from: first.from, to: last.to } : undefined;
}

function readOne(words: string): Period | undefined {
  const plain = toLatinDigits(words);
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  const first = YEAR_FIRST.exec(plain);
  if (first) return periodOf([Number(first[1]), number(first[2]), number(first[3])], isHijri(first[1], first[4]));
  const last = YEAR_LAST.exec(plain);
  if (last) return periodOf([Number(last[3]), number(last[2]), number(last[1])], isHijri(last[3], last[4]));
  const named = NAMED.exec(plain);
  if (!named) return undefined;
  const name = fold(named[2] ?? "").replace(/\s+/g, " ");
  const place = (months: readonly (readonly string[])[]) => months.findIndex((names) => names.includes(name)) + 1;
  const [gregorian, hijri] = [place(MONTHS), place(HIJRI_MONTHS)];
  return gregorian + hijri === 0
    ? undefined
    : periodOf([Number(named[3]), gregorian || hijri, number(named[1])], gregorian === 0);
}

const isHijri = (year: string | undefined, era: string | undefined) =>
  era === undefined ? Number(year) < GREGORIAN : era !== "م";

function periodOf([year, month, day]: Numbers, isHijri: boolean): Period | undefined {
  if (isHijri) {
    const first = dayOfHijri({ year, month: month ?? 1, day: day ?? 1 });
    const lastMonth = month ?? 12;
    const last = dayOfHijri({ year, month: lastMonth, day: day ?? hijriMonthLength(year, lastMonth) ?? 0 });
    return first && last && { from: first.day, to: last.day };
  }
  if (makeDay(year, month ?? 1, day ?? 1) === undefined) return undefined;
  const whole = [String(year), ...[month, day].flatMap((part) => (part ? String(part).padStart(2, "0") : []))].join(
    "-",
  );
  return { from: whole, to: whole };
}

/** Arabic-Indic and Persian digits. */
const toLatinDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
