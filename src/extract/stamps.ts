import type { Day } from "../arabic/calendars.ts";
import { type FoundDate, isMonthFirst, parseArabicDate, parseLineDates } from "../arabic/dates.ts";
import { daysOfShortYear, HEAD_ABOVE, lengthOfHead } from "../arabic/message-head.ts";
import { fieldsOfDates } from "../arabic/stamp-labels.ts";
import type { Extracted, Part, Span } from "../model/span.ts";
import { prefer } from "./alternatives.ts";
import { type Contradiction, contradictionOf, isDenied } from "./contradictions.ts";

export interface StampDates {
  readonly published?: Extracted<string>;
  readonly modified?: Extracted<string>;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Days of the page's own stamps, each of the publication or of the change by the words beside it: `fieldsOfDates`.
 * `declared` is the day the page's metadata give.
 */
export function readStamps(stamps: readonly Part[], declared?: Day): StampDates {
  const read = stamps.map(({ text }) => {
    const short = HEAD_ABOVE.test(text) || lengthOfHead(text) > 0 ? daysOfShortYear(text) : undefined;
    return (
      short?.map((day): FoundDate => ({ ...day, rule: "message-head", absolute: true, confidence: 0.85 })) ??
      parseLineDates(text)
    );
  });
  const isMonthFirstLayout = isMonthFirstPage(stamps, read, declared);
  const days: { [F in "published" | "modified"]: Extracted<string>[] } = { published: [], modified: [] };
  const contradictions: Contradiction[] = [];
  for (const [i, stamp] of stamps.entries()) {
    const dates = (isMonthFirstLayout ? parseArabicDate(stamp.text, { monthFirst: true }) : (read[i] ?? [])).filter(
      ({ absolute }) => absolute,
    );
    const fields = fieldsOfDates(stamp.text, dates);
    for (const [j, date] of dates.entries()) {
      const field = fields[j];
      if (field === undefined || field === "other") continue;
      const contradiction = contradictionOf(dates, j, stamp, field);
      if (contradiction !== undefined) contradictions.push(contradiction);
      const isKnown = days[field].length > MOST_OTHERS || days[field].some(({ value }) => value === date.edtf);
      if (!isKnown && !isDenied(date)) days[field].push(stampDate(stamp, date, field, isMonthFirstLayout));
    }
  }
  // The day that the page declares is its own wherever it is printed, and others are of other things on it.
  const own = days.published.find(({ value }) => value === declared);
  const published = own ?? days.published[0];
  const others = days.published.filter((day) => day !== published);
  if (own === undefined)
    for (const { words, at } of others)
      contradictions.push({ text: words as string, at: at as Span, kind: "other-stamp", field: "published" });
  const [modified] = days.modified;
  return {
    ...(published && {
      published: others.reduce(
        (day, other) => prefer(day, other, own ? "choose:agreement" : "choose:first-named"),
        published,
      ),
    }),
    ...(modified && { modified }),
    contradictions,
  };
}

/** Other days of a page's stamps, each told once: a page with more of them is a list of other articles. */
const MOST_OTHERS = 12;

function stampDate(
  stamp: Part,
  date: FoundDate,
  field: "published" | "modified",
  monthFirst: boolean,
): Extracted<string> {
  const words = stamp.text.slice(...date.at);
  const isMonthBefore = date.rule === "numeric" && (monthFirst || isMonthFirst(words));
  return {
    value: date.edtf,
    rule:
      field === "modified"
        ? "date:page-stamp-modified"
        : isMonthBefore
          ? "date:page-stamp-month-first"
          : "date:page-stamp",
    words,
    at: [stamp.at[0] + date.at[0], stamp.at[0] + date.at[1]],
    confidence: date.contradiction === undefined ? 0.95 : (date.confidence ?? 0.6),
  };
}

/**
 * One layout writes all dates of a page: month first where one of its stamps can be read no other way, or where only
 * that reading of a stamp is the day the page declares.
 */
function isMonthFirstPage(
  stamps: readonly Part[],
  read: readonly (readonly FoundDate[])[],
  declared: Day | undefined,
): boolean {
  const days = stamps.flatMap(({ text }, i) =>
    (read[i] ?? [])
      .filter(({ rule }) => rule === "numeric")
      .map(({ edtf, at }) => ({ edtf, isForced: isMonthFirst(text.slice(...at)) })),
  );
  if (days.length === 0) return false;
  if (days.some(({ isForced }) => isForced)) return true;
  const isDeclared = ({ edtf }: Pick<FoundDate, "edtf">) => edtf === declared;
  if (declared === undefined || days.some(isDeclared)) return false;
  return stamps.some(({ text }) =>
    parseArabicDate(text, { monthFirst: true }).some((date) => date.rule === "numeric" && isDeclared(date)),
  );
}
