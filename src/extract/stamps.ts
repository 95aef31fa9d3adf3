import type { Day } from "../arabic/calendars.ts";
import { type DateContext, type FoundDate, isMonthFirst, parseArabicDate } from "../arabic/dates.ts";
import { MODIFIED_WORDS, PUBLISHED_WORDS } from "../arabic/lexicon/page-words.ts";
import { fold } from "../arabic/normalize.ts";
import type { Extracted, Part, Span } from "../model/span.ts";
import { prefer } from "./alternatives.ts";

export interface StampDates {
  readonly published?: Extracted<string>;
  readonly modified?: Extracted<string>;
  /** Stamps that say another day than the one taken, or a weekday that is not their day's. */
  readonly contradictions: readonly Part[];
}

/**
 * Days of the page's own stamps: what «آخر تحديث» stands before is when it was changed, any other when it was
 * published. `declared` is the day the page's metadata give.
 */
export function readStamps(stamps: readonly Part[], context: DateContext = {}, declared?: Day): StampDates {
  const read = stamps.map(({ text }) => parseArabicDate(text, context));
  const isMonthFirstLayout = isMonthFirstPage(stamps, read, context, declared);
  const found: { published?: Extracted<string>; modified?: Extracted<string> } = {};
  const contradictions: Part[] = [];
  for (const [i, stamp] of stamps.entries()) {
    let end = 0;
    const dates = isMonthFirstLayout ? parseArabicDate(stamp.text, { ...context, monthFirst: true }) : read[i];
    for (const date of dates ?? []) {
      if (!date.absolute) continue;
      const field = fieldOf(stamp.text.slice(end, date.at[0]));
      const value = stampDate(stamp, date, field, isMonthFirstLayout);
      end = date.at[1];
      if (found[field] === undefined) found[field] = value;
      const isOther = found[field].value !== value.value && field === "published";
      if (isOther) found[field] = prefer(found[field], value, "choose:first-named");
      if (isOther || date.contradiction !== undefined)
        contradictions.push({ text: value.words as string, at: value.at as Span });
    }
  }
  return { ...found, contradictions };
}

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
    confidence: date.contradiction === undefined ? 0.95 : 0.6,
  };
}

/**
 * One layout writes all dates of a page: month first where one of its stamps can be read no other way, or where only
 * that reading of a stamp is the day the page declares.
 */
function isMonthFirstPage(
  stamps: readonly Part[],
  read: readonly (readonly FoundDate[])[],
  context: DateContext,
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
    parseArabicDate(text, { ...context, monthFirst: true }).some((date) => date.rule === "numeric" && isDeclared(date)),
  );
}

function fieldOf(label: string): "published" | "modified" {
  const words = fold(label);
  const last = (list: readonly string[]) => Math.max(...list.map((word) => words.lastIndexOf(word)));
  return last(MODIFIED_WORDS) > last(PUBLISHED_WORDS) ? "modified" : "published";
}
