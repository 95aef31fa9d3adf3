import { join } from "node:path";
import { overlaps, type Span } from "../../src/model/span.ts";
import { share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart, type Stages } from "./part.ts";
import { readTsv } from "./read.ts";

type ParseDates = NonNullable<Stages["parseDates"]>;
type Verdict = "right" | "wrong" | "unanswered";

/** Date expressions against the day they mean, Hijri and Gregorian dates printed side by side, and Hijri pairs. */
export const scoreDates: ScorePart = async (folder, { parseDates }) => {
  const cases = await readDayCases(join(folder, "dates"));
  const doubles = await readDoubleDates(join(folder, "dates"));
  const pairs = await readHijriPairs(join(folder, "dates"));
  if (!cases && !doubles && !pairs) return ABSENT;
  if (!parseDates) return NO_STAGE;
  const verdicts: Record<string, Verdict[]> = {};
  if (cases) verdicts.day_cases = cases.filter(hasDay).map((row) => judgeDayCase(row, parseDates));
  if (doubles) verdicts.natural_double_dates = doubles.map((row) => judgeDoubleDate(row, parseDates));
  if (pairs) {
    for (const row of pairs) {
      const set = Object.values(row).some((cell) => /disputed/i.test(String(cell)))
        ? "hijri_disputed"
        : "hijri_reference";
      verdicts[set] = [...(verdicts[set] ?? []), judgeHijriPair(row, parseDates)];
    }
  }
  const scores: Record<string, number> = {};
  for (const [set, of] of Object.entries(verdicts)) {
    for (const verdict of ["right", "wrong", "unanswered"] as const) {
      scores[`${set}.${verdict}`] = share(of.filter((one) => one === verdict).length, of.length);
    }
    scores[`${set}.n`] = of.length;
  }
  return { status: "scored", scores: { ...scores, n: Object.values(verdicts).flat().length } };
};

const readDayCases = (folder: string) =>
  readTsv(join(folder, "day_cases.tsv"), [
    "reference",
    "input",
    "expression",
    "expected_past_or_only",
    "expected_future",
  ]);
const readDoubleDates = (folder: string) =>
  readTsv(join(folder, "natural_double_dates.tsv"), ["hijri_text", "gregorian_text", "gregorian_iso", "context"]);
const readHijriPairs = (folder: string) =>
  readTsv(join(folder, "hijri_gregorian_reference.tsv"), ["hijri", "gregorian"]);

type Row<R extends (folder: string) => Promise<readonly unknown[] | undefined>> = NonNullable<
  Awaited<ReturnType<R>>
>[number];

/** The sets write 0001-01-01 where their own program gave no day; such a row says nothing of what is right. */
const hasDay = (row: Row<typeof readDayCases>) => !row.expected_past_or_only.startsWith("0001");

function judgeDayCase(row: Row<typeof readDayCases>, parseDates: ParseDates): Verdict {
  const reference = row.reference.slice(0, 10);
  const expression = row.expression.trim();
  const start = foldAlef(row.input).indexOf(foldAlef(expression));
  // An expression that its sentence does not hold word for word is read by itself.
  const text = start < 0 ? expression : row.input;
  const at: Span = start < 0 ? [0, expression.length] : [start, start + expression.length];
  const answers = covering(parseDates(text, reference || undefined), at);
  const best = answers.sort((a, b) => shared(b.at, at) - shared(a.at, at))[0];
  if (best === undefined) return "unanswered";
  const accepted = [row.expected_past_or_only];
  if (row.expected_future !== "" && saysFuture(row.input)) accepted.push(row.expected_future);
  return accepted.some((day) => means(best.edtf, day, expression)) ? "right" : "wrong";
}

function judgeDoubleDate(row: Row<typeof readDoubleDates>, parseDates: ParseDates): Verdict {
  const found = parseDates(row.context);
  const read = (words: string, from: number, tolerance: number) => {
    const start = row.context.indexOf(words, from);
    const at: Span = [start, start + words.length];
    const days = covering(found, at).map(({ edtf }) => daysApart(edtf, row.gregorian_iso));
    const verdict: Verdict = days.length === 0 ? "unanswered" : days.some((d) => d <= tolerance) ? "right" : "wrong";
    return { verdict, end: Math.max(at[1], 0) };
  };
  const hijri = read(row.hijri_text, 0, 1);
  const gregorian = read(row.gregorian_text, row.context.indexOf(row.gregorian_text, hijri.end) < 0 ? 0 : hijri.end, 0);
  const both = [hijri.verdict, gregorian.verdict];
  return both.includes("wrong") ? "wrong" : both.includes("unanswered") ? "unanswered" : "right";
}

function judgeHijriPair(row: Row<typeof readHijriPairs>, parseDates: ParseDates): Verdict {
  const [year, month, day] = row.hijri.split("-").map(Number);
  const [answer] = parseDates(`${day}/${month}/${year} هـ`);
  return answer === undefined ? "unanswered" : daysApart(answer.edtf, row.gregorian) === 0 ? "right" : "wrong";
}

const covering = <F extends { readonly at: Span }>(found: readonly F[], at: Span) =>
  found.filter((f) => overlaps(f.at, at));
const shared = (a: Span, b: Span) => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
const foldAlef = (text: string) => text.replace(/[أإآ]/g, "ا");

/** Words that put a day ahead of the reference: سوف, سـ before a verb of the present, and adjectives for «coming». */
const FUTURE =
  /(?<!\p{L})(?:سوف|سأ(?!ل)\p{L}+|سن(?!و|ة)\p{L}{3,}|س[يت](?!ا|د|ر|و|م)\p{L}{3,}|(?:ال)?(?:قادم|مقبل|آتي|تالي)ة?|(?:ال)?غدا?)(?!\p{L})/u;
export const saysFuture = (text: string) => FUTURE.test(text);

/** EDTF without its marks of doubt. */
const plain = (edtf: string) => edtf.replace(/[~?%]/g, "");

/** The sets write a month as its first day; that is right for an expression that names no day. */
function means(edtf: string, day: string, expression: string): boolean {
  const value = plain(edtf);
  const namesFirst = /(?:^|[^\d٠-٩])[0٠]?[1١](?:[^\d٠-٩]|$)|[أا]ول|واحد/.test(expression);
  return value === day || (!namesFirst && `${value}-01` === day);
}

/** Days between an EDTF day and a day; infinite for anything but a whole day. */
function daysApart(edtf: string, day: string): number {
  const value = plain(edtf);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(value) - Date.parse(day)) / 86_400_000;
}
