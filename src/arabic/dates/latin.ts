import { makeDay } from "../calendars.ts";
import { LATIN_MONTHS } from "../lexicon/months.ts";
import { any, NUMBER_END, O } from "./fragments.ts";
import { DIGITS, type Groups, type Outcome, type Pattern, REFUSED, whole } from "./pattern.ts";
import { isPlainYear } from "./whole-day.ts";

const NUMBERS = new Map(LATIN_MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAME = `(?<month>${any(NUMBERS.keys())})\\.?`;

/** Dates in English and French, as stamps of Arabic pages have them; always with their year. */
export const LATIN_DATES: readonly Pattern[] = [
  {
    rule: "latin-day-month-year",
    starts: [DIGITS],
    behindNumber: [],
    expression: `(?<day>\\d{1,2})(?:st|nd|rd|th|er)?${O}-?${O}${NAME}${O}[,-]?${O}(?<year>\\d{4})${NUMBER_END}`,
    read: readLatin,
    examples: [
      ["9 Dec 2018", "2018-12-09"],
      ["1er décembre 2021", "2021-12-01"],
      ["3rd March, 2021", "2021-03-03"],
    ],
    counterexamples: [["31 April 2021"], ["5 may win 2021"], ["9 Dec"]],
  },
  {
    rule: "latin-month-day-year",
    starts: [...NUMBERS.keys()],
    expression: `${NAME}${O}(?<day>\\d{1,2})(?:st|nd|rd|th)?${O},?${O}(?<year>\\d{4})${NUMBER_END}`,
    read: readLatin,
    examples: [["Published: December 9, 2018", "2018-12-09"]],
    counterexamples: [["MH370 may 2014"], ["Feb 30, 2021"]],
  },
];

function readLatin(g: Groups): Outcome {
  const year = Number(g.year);
  const day = isPlainYear(year) ? makeDay(year, NUMBERS.get(g.month as string) as number, Number(g.day)) : undefined;
  return day === undefined ? REFUSED : whole(day);
}
