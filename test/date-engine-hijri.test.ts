import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, easterSunday, nthWeekday } from "../src/arabic/calendars.ts";
import { parseArabicDate } from "../src/arabic/dates.ts";
import { dayOfHijri, hijriMonthLength, hijriOfDay } from "../src/arabic/hijri.ts";
import { packageRoot } from "../src/effects.ts";

const rows = readFileSync(join(packageRoot(), "test/fixtures/dates/umm-al-qura.tsv"), "utf8")
  .split("\n")
  .filter((line) => /^[a-z_]+\t\d/.test(line))
  .map((line) => line.split("\t") as [source: string, hijri: string, gregorian: string]);

describe("the Umm al-Qura calendar", () => {
  test("agrees with printed calendars and dated newspapers, both ways", () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const [source, hijri, gregorian] of rows) {
      const [year, month, day] = hijri.split("-").map(Number) as [number, number, number];
      expect(dayOfHijri({ year, month, day }), `${source} ${hijri}`).toEqual({ day: gregorian, exact: true });
      expect(hijriOfDay(gregorian), `${source} ${gregorian}`).toEqual({ year, month, day });
      expect(parseArabicDate(`${day}/${month}/${year} هـ`).map(({ edtf }) => edtf)).toEqual([gregorian]);
    }
  });

  test("has one day after the other from 1300 to 1500", () => {
    let expected = dayOfHijri({ year: 1300, month: 1, day: 1 })?.day as string;
    for (let year = 1300; year <= 1500; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = hijriMonthLength(year, month) as number;
        expect(dayOfHijri({ year, month, day: 1 })?.day, `${year}-${month}`).toBe(expected);
        expect(dayOfHijri({ year, month, day: length + 1 })).toBeUndefined();
        expected = addDays(expected, length);
      }
    }
    expect(daysBetween("2077-11-17", expected)).toBe(0);
  });

  test("has the long and short months of the printed calendars, as hijridate has them", () => {
    const odd: [year: number, month: number, length: number | undefined][] = [];
    for (let year = 1343; year <= 1500; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = hijriMonthLength(year, month);
        if (length !== 29 && length !== 30) odd.push([year, month, length]);
      }
    }
    expect(odd).toEqual([
      [1343, 9, 28],
      [1345, 5, 31],
      [1345, 8, 28],
      [1348, 11, 31],
      [1348, 12, 28],
      [1349, 10, 28],
      [1349, 11, 31],
      [1364, 8, 28],
    ]);
    expect(parseArabicDate("31 ذو القعدة 1349هـ").map(({ edtf }) => edtf)).toEqual(["1931-04-18"]);
    expect(parseArabicDate("31 ذو القعدة 1350هـ")).toEqual([]);
  });

  test("knows nothing outside", () => {
    for (const day of [
      { year: 1299, month: 12, day: 1 },
      { year: 1501, month: 1, day: 1 },
      { year: 1440, month: 0, day: 1 },
      { year: 1440, month: 13, day: 1 },
      { year: 1440, month: 1, day: 0 },
    ]) {
      expect(dayOfHijri(day)).toBeUndefined();
    }
    expect([hijriOfDay("1924-07-31"), hijriOfDay("2077-11-17")]).toEqual([undefined, undefined]);
  });
});

test("the nth weekday of a month", () => {
  expect([1, 2, 3, 4, 5, -1].map((nth) => nthWeekday(2019, 3, 5, nth))).toEqual([
    "2019-03-01",
    "2019-03-08",
    "2019-03-15",
    "2019-03-22",
    "2019-03-29",
    "2019-03-29",
  ]);
  expect(nthWeekday(2019, 3, 1, 5)).toBeUndefined();
});

test("western Easter", () => {
  expect([1961, 2000, 2008, 2011, 2019, 2024, 2038].map(easterSunday)).toEqual([
    "1961-04-02",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2019-04-21",
    "2024-03-31",
    "2038-04-25",
  ]);
});
