import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, makeDay } from "../src/arabic/calendars.ts";
import { OPENING_STARTS } from "../src/arabic/dates/opening.ts";
import { PATTERNS } from "../src/arabic/dates/patterns.ts";
import { goesOn, OPENED, trialsOf } from "../src/arabic/dates/triggers.ts";
import { parseWeekdays } from "../src/arabic/dates.ts";
import { LIBYAN_MONTHS, MONTHS, WEEKDAYS } from "../src/arabic/lexicon/months.ts";
import { fold } from "../src/arabic/normalize.ts";

/** Words and signs that the patterns are made of. */
const pieces = [
  ...OPENING_STARTS,
  ...MONTHS.flat(),
  ...LIBYAN_MONTHS.flat(),
  ...PATTERNS.flatMap(({ examples }) => examples.flatMap(([text]) => fold(text).split(/\s+/))),
  ..."الموافق المصادف الموافقه لموافق الموافقل ل في يوم ليوم لاحد للخامس لخامس الخامس الثالث عشر من شهر الجاري".split(
    " ",
  ),
  ..."1 5 12 31 123 2019 1440 5/6 5.6.19 2019-05-06 2019/5/6 ه م ( ) / - – — ، , : . \n \u2009 قتيلا".split(" "),
];
const spaces = fc.constantFrom(" ", " ", " ", "", "  ", " (", ") ", "، ", " - ", ":", "\u00a0", "\u2003", "\u3000");
const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces), spaces), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(""));

/** As it reads by definition: at every letter it is asked what stands before. */
const OPENED_WEEKDAY = (() => {
  const names = WEEKDAYS.flat()
    .sort((a, b) => b.length - a.length)
    .map((name) => `ال${name}`)
    .join("|");
  const opener = "(?:يوم\\s+|(?:صباح|مساء|ليله|فجر|ظهر|عصر|امس|اليوم)\\s+\\(?(?:يوم\\s+)?)";
  return new RegExp(
    `(?<![\\p{L}\\p{N}])[وفبل]?${opener}\\(?(?<weekday>${names})(?![\\p{L}\\p{N}])(?!\\)?\\s+(?:المقبل|القادم|التالي))\\)?`,
    "gu",
  );
})();

test("weekdays are those that the whole expression finds", () => {
  const glue = fc.constantFrom(" ", " ", "", "و", "ب", "أ", "5", "𐐀", "\n", " (", ")");
  const words = fc.constantFrom(
    ..."يوم مساء ليلة اليوم أمس المقبل القادم قال".split(" "),
    ...WEEKDAYS.flat().map((name) => `ال${name}`),
  );
  const line = fc.array(fc.tuple(glue, words), { maxLength: 9 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(line, (text) => {
      const folded = fold(text);
      expect(parseWeekdays(folded).map(({ at }) => at)).toEqual(
        [...folded.matchAll(OPENED_WEEKDAY)].map(({ 0: match, index }) => [index, index + match.length]),
      );
    }),
    { numRuns: 3000 },
  );
});

test("every pattern that matches behind an opening is among those that are tried there", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OPENING_STARTS), spaces, text, (word, space, rest) => {
      const line = fold(`${word}${space}${rest}`);
      if (/^[\u0621-\u064a]/.test(line.slice(word.length)) || !goesOn(line, word.length)) return;
      const tried = trialsOf(word, line, word.length);
      for (const trial of OPENED) {
        trial.expression.lastIndex = 0;
        const match = trial.expression.exec(line);
        if (match !== null && match[0].length > word.length)
          expect(tried?.includes(trial), `${trial.pattern.rule} in ${JSON.stringify(line)}`).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test("days are those of the language's own calendar", () => {
  const byDate = (year: number, month: number, day: number) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal ? date.toISOString().slice(0, 10) : undefined;
  };
  const year = fc.integer({ min: 0, max: 9999 });
  fc.assert(
    fc.property(year, fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }), (y, m, d) => {
      const day = makeDay(y, m, d);
      expect(day).toBe(byDate(y, m, d));
      if (day === undefined) return;
      for (const days of [-40, -1, 0, 1, 27, 400]) {
        const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString();
        if (/^\d{4}-/.test(shifted)) expect(addDays(day, days)).toBe(shifted.slice(0, 10));
      }
    }),
    { numRuns: 2000 },
  );
});
