import type { Day } from "../calendars.ts";

/** What is known around the text while its dates are read. */
export interface Scene {
  /** The text in the letters of `fold`; offsets of matches are into it. */
  readonly text: string;
  /** The letter as written that stands at an offset of `text`. */
  written(offset: number): string;
  readonly reference: Day | undefined;
  readonly monthFirst: boolean;
  /** ISO 3166-1 code of the country the text was written in. */
  readonly region: string | undefined;
}

/** What an expression means. */
export interface Reading {
  /** EDTF. */
  readonly edtf: string;
  /** True when the expression fixes the date by itself. */
  readonly absolute: boolean;
  /** Name of the rule when it is not the pattern's own. */
  readonly rule?: string;
  /** The Hijri date as printed: `1436-10-09`, `XXXX-10-09` without a year. */
  readonly hijri?: string;
  readonly contradiction?: "weekday" | "calendars";
  /** Weekday named with the day, 0 Sunday: which day a Hijri one is only the Gregorian date beside it may tell. */
  readonly weekday?: number;
  /** Part of the match that the reading stands for, as offsets into the scene's text; the whole match when absent. */
  readonly at?: readonly [number, number];
  /** How sure, below one, where the words leave it open. */
  readonly confidence?: number;
  /** Counts only beside a date of the other calendar. */
  readonly tentative?: true;
}

/** An expression that was understood and names no day that can be told («31 أبريل»). Nothing inside it is read again. */
export const REFUSED = "refused";
export type Outcome = Reading | readonly Reading[] | typeof REFUSED | undefined;

export type Groups = Readonly<Record<string, string | undefined>>;
export type At = readonly [start: number, end: number];

/** Name of a month, of a Hijri month, «من» and «شهر», «إلى», «أيام». */
export type BehindNumber = "month" | "hijri" | "link" | "to" | "unit";

/** One way to write a date. */
export interface Pattern {
  /** Stable name, seen in evidence. */
  readonly rule: string;
  /** Words, folded, or one of the kinds of numbers below, that the expression can begin with: it is tried nowhere else. */
  readonly starts: readonly string[];
  /**
   * What a word may be that stands right behind the number which the expression begins with; any, when absent. A word of
   * another of these kinds rules the pattern out.
   */
  readonly behindNumber?: readonly BehindNumber[];
  /** True when «يوم», a weekday or both may stand in front; the weekday is group `weekday`. */
  readonly opening?: true;
  /** Source of a regular expression in the letters of `fold`. Every repetition is bounded, so a try costs little. */
  readonly expression: string;
  /** Undefined when the words are no date after all and another pattern may try. */
  read(groups: Groups, scene: Scene, at: At): Outcome;
  /** Texts and what is read in them, `[text, EDTF, reference?]`, several dates joined by a space. */
  readonly examples: readonly (readonly [text: string, edtf: string, reference?: Day])[];
  /** Texts in which this rule must find nothing. */
  readonly counterexamples: readonly (readonly [text: string, reference?: Day])[];
}

/** A number of one to three digits that a date can go on from. */
export const DIGITS = "#";
/** A number of one to three digits before a sign: 17/… */
export const DIGITS_AND_SIGN = "#/";
/** A number of four digits. */
export const FOUR_DIGITS = "####";

/** A date that stands by itself. */
export const whole = (edtf: string | undefined): Reading | typeof REFUSED =>
  edtf === undefined ? REFUSED : { edtf, absolute: true };

/** A date told from the reference. */
export const leaning = (edtf: string | undefined): Reading | typeof REFUSED =>
  edtf === undefined ? REFUSED : { edtf, absolute: false };

/** `2021-12`. */
export const yearMonth = (year: number, month: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

/** The reference of examples whose reference does not matter otherwise: a Friday, late in the year. */
export const FRIDAY = "2010-12-17";
