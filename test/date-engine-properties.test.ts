import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../src/arabic/calendars.ts";
import { PATTERNS } from "../src/arabic/dates/patterns.ts";
import { type FoundDate, parseArabicDate } from "../src/arabic/dates.ts";
import { hijriOfDay } from "../src/arabic/hijri.ts";
import { HIJRI_MONTHS, MONTHS, WEEKDAYS } from "../src/arabic/lexicon/months.ts";
import { isEdtf } from "../src/model/edtf.ts";

const day = fc.integer({ min: 0, max: 55_000 }).map((offset) => addDays("1925-01-01", offset));
const arabicDigits = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] as string);
const persianDigits = (text: string) => text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)] as string);

/** Words of dates and of news, digits and signs in any order: what the patterns could trip over. */
const pieces = [
  ...MONTHS.flat(),
  ...HIJRI_MONTHS.flat(),
  ...WEEKDAYS.flat().map((name) => `ال${name}`),
  ...PATTERNS.flatMap(({ examples }) => examples.flatMap(([text]) => text.split(" "))),
  ..."1 3 12 15 31 1436 1999 2021 هـ م ( ) / - . ، \n \u200f ـ ً في من إلى بين و قال سيزور كان الموافق عام سنة يوم القرن".split(
    " ",
  ),
];
const clutter = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((words) => words.join(" "));
const glued = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((words) => words.join(""));
const text = fc.oneof(clutter, glued, fc.string({ unit: "binary", maxLength: 60 }));

describe("any text", () => {
  test("gives valid EDTF at ranges of its own, in order, none over another", () => {
    fc.assert(
      fc.property(text, fc.option(day, { nil: undefined }), (input, reference) => {
        let end = 0;
        for (const found of parseArabicDate(input, reference === undefined ? {} : { reference })) {
          expect(isEdtf(found.edtf), `${found.edtf} in ${JSON.stringify(input)}`).toBe(true);
          expect(found.at[0]).toBeGreaterThanOrEqual(end);
          expect(found.at[1]).toBeGreaterThan(found.at[0]);
          expect(found.at[1]).toBeLessThanOrEqual(input.length);
          expect(input.slice(...found.at).trim()).not.toBe("");
          if (reference === undefined) expect(found.absolute, input).toBe(true);
          end = found.at[1];
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("gives the same every time", () => {
    fc.assert(
      fc.property(text, day, (input, reference) => {
        expect(parseArabicDate(input, { reference })).toEqual(parseArabicDate(input, { reference }));
      }),
      { numRuns: 200 },
    );
  });
});

type Style = readonly [
  name: string,
  write: (
    date: { year: number; month: number; day: number; weekday: string; names: readonly string[] },
    pick: number,
  ) => string,
];
const two = (number: number) => String(number).padStart(2, "0");

const STYLES: readonly Style[] = [
  ["day, month, year", ({ year, day: d, names }, pick) => `${d} ${names[pick % names.length]} ${year}`],
  ["with «من» and «عام»", ({ year, day: d, names }, pick) => `${d} من ${names[pick % names.length]} عام ${year}`],
  [
    "with «شهر» and «لعام»",
    ({ year, day: d, names }, pick) => `${d} من شهر ${names[pick % names.length]} لعام ${year}م`,
  ],
  ["glued", ({ year, day: d, names }, pick) => `${d}${names[pick % names.length]} ${year}م`],
  [
    "two names in brackets",
    ({ year, day: d, names }, pick) => `${d} ${names[pick % names.length]} (${names[0]}) ${year}`,
  ],
  [
    "two names with a stroke",
    ({ year, day: d, names }, pick) => `${d} ${names[pick % names.length]}/ ${names[1]} ${year}`,
  ],
  [
    "weekday in front",
    ({ year, day: d, weekday, names }, pick) => `${weekday}، ${d} ${names[pick % names.length]} ${year}`,
  ],
  [
    "weekday and «الموافق»",
    ({ year, day: d, weekday, names }, pick) => `يوم ${weekday} الموافق ${d} ${names[pick % names.length]} ${year}`,
  ],
  ["strokes", ({ year, month, day: d }) => `${two(d)}/${two(month)}/${year}`],
  ["spaced strokes", ({ year, month, day: d }) => `${d} / ${month} / ${year}م`],
  ["dashes", ({ year, month, day: d }) => `${d}-${month}-${year}`],
  ["points", ({ year, month, day: d }) => `${two(d)}.${two(month)}.${year}`],
  ["year first", ({ year, month, day: d }) => `${year}/${month}/${d}`],
  ["iso", ({ year, month, day: d }) => `${year}-${two(month)}-${two(d)}`],
  ["month first, comma", ({ year, day: d, names }, pick) => `${names[pick % names.length]} ${d}, ${year}`],
];

/** Spellings of one-letter names and names that are words need no test of every sentence around them. */
const namesOf = (month: number) => MONTHS[month - 1]?.filter((name) => !/^(?:اب|ماي)$/.test(name)) as string[];
const around = fc.constantFrom(
  ["", ""],
  ["قال المتحدث في ", " إن الاجتماع انتهى"],
  ["صدر بتاريخ ", "."],
  ["(", ")"],
  ["القاهرة، ", "، وكالات"],
);

describe("a day written and read again", () => {
  test.each(STYLES)("%s", (_, write) => {
    fc.assert(
      fc.property(
        day,
        fc.nat(20),
        fc.constantFrom(String, arabicDigits, persianDigits),
        around,
        (value, pick, digits, [before, after]) => {
          const [year, month, d] = value.split("-").map(Number) as [number, number, number];
          const weekday = `ال${WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()]?.[0]}`;
          const words = digits(write({ year, month, day: d, weekday, names: namesOf(month) }, pick));
          const found = parseArabicDate(`${before}${words}${after}`);
          expect(
            found.map(({ edtf, contradiction }) => [edtf, contradiction]),
            words,
          ).toEqual([[value, undefined]]);
          expect(`${before}${words}${after}`.slice(...(found[0] as FoundDate).at)).toBe(words);
        },
      ),
      { numRuns: 120 },
    );
  });

  test("in both calendars, each beside the other", () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(9),
        fc.constantFrom(" الموافق ", "، الموافق ", " (", " / ", " - "),
        (value, pick, joint) => {
          const [year, month, d] = value.split("-").map(Number) as [number, number, number];
          const { year: hy, month: hm, day: hd } = hijriOfDay(value) as { year: number; month: number; day: number };
          const names = HIJRI_MONTHS[hm - 1] as readonly string[];
          const hijri = `${hd} ${names[pick % names.length]} ${hy}هـ`;
          const printed = `${hy}-${two(hm)}-${two(hd)}`;
          const expected = [
            [value, printed],
            [value, undefined],
          ];
          const text = `${hijri}${joint}${d} ${namesOf(month)[0]} ${year}م${joint === " (" ? ")" : ""}`;
          expect(
            parseArabicDate(text).map((found) => [found.edtf, found.hijri]),
            text,
          ).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
