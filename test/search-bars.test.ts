import { expect, test } from "vitest";
import { groupByPeriod } from "../src/site/browser/search/bars.ts";

const bars = (dates: Readonly<Record<string, number>>, from = "", to = "") =>
  groupByPeriod(new Map(Object.entries(dates)), from, to)
    .map(([period, count]) => `${period}:${count}`)
    .join(" ");

test.each([
  [{ "2015-03-01": 2, "2018-07-09": 1, "2018": 4 }, "2015:2 2016:0 2017:0 2018:5"],
  [{ "2020-11-30": 1, "2021-02-01": 2 }, "2020-11:1 2020-12:0 2021-01:0 2021-02:2"],
  [{ "2021-02-26": 1, "2021-02-28": 2 }, "2021-02-26:1 2021-02-27:0 2021-02-28:2"],
  [{ "": 3, "2021-02-26": 1 }, "2021:1"],
  // More than fit are not filled up, and what has no next one is not, either.
  [{ "1900": 1, "2020": 2 }, "1900:1 2020:2"],
  [{ "202X": 1, "2024": 2 }, "2024:2 202X:1"],
  [{}, ""],
])("time as bars, those without articles between: %j", (dates, expected) => {
  expect(bars(dates)).toBe(expected);
});

test("a range shows what is in it", () => {
  const dates = { "2020-12-31": 1, "2021-03-01": 1, "2021-03-03": 2, "2022-01-01": 5 };
  expect(bars(dates, "2021", "2021")).toBe("2021-03-01:1 2021-03-02:0 2021-03-03:2");
});
