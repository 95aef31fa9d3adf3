import type { FoundDate } from "../arabic/dates.ts";
import type { DateField } from "../model/fields.ts";
import type { Part } from "../model/span.ts";

/** Words about a date that cannot all be right. */
export interface Contradiction extends Part {
  /**
   * `weekday`: the day is none of that weekday. `calendars`: a Hijri and a Gregorian date, printed as one day, are two.
   * `other-stamp`: a stamp names another day than the first. `filed-later`: filed after it was published.
   */
  readonly kind: "weekday" | "calendars" | "other-stamp" | "filed-later";
  readonly field: DateField;
  /** True where a day was taken from the words all the same, with a low confidence. */
  readonly isTaken?: true;
}

/** Name of the problem that tells of it, by field. */
export const CONTRADICTING: Readonly<Record<DateField, string>> = {
  published: "date:published-contradicts",
  filed: "date:filed-contradicts",
  event: "date:weekday-contradicts-date",
  modified: "date:modified-contradicts",
};

/** Of two days printed as one the weekday denies this, or tells of neither: it is not taken. */
export const isDenied = ({ contradiction, confidence }: FoundDate): boolean =>
  contradiction === "calendars" && confidence === 0;

/** What contradicts a date of a text, told once of two days printed as one. `isTaken` is for fields that take the day nevertheless. */
export function contradictionOf(
  dates: readonly FoundDate[],
  i: number,
  { text, at }: Part,
  field: DateField,
  takes = true,
): Contradiction | undefined {
  const date = dates[i];
  if (date?.contradiction === undefined) return undefined;
  const isPaired = (one: FoundDate | undefined, other: FoundDate | undefined) =>
    one !== undefined &&
    one.contradiction === date.contradiction &&
    (one.hijri === undefined) !== (other?.hijri === undefined);
  const [before, after] = [dates[i - 1], dates[i + 1]];
  if (isPaired(before, date) && !isPaired(dates[i - 2], before)) return undefined;
  const second = isPaired(after, date) ? after : undefined;
  const span = [date.at[0], (second ?? date).at[1]] as const;
  const isTaken = takes && ![date, second].every((one) => one === undefined || isDenied(one));
  return {
    text: text.slice(...span),
    at: [at[0] + span[0], at[0] + span[1]],
    kind: date.contradiction,
    field,
    ...(isTaken && { isTaken }),
  };
}
