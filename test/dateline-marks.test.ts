import { beforeAll, describe, expect, test } from "vitest";
import { parseArabicDate } from "../src/arabic/dates.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { articlesIn, problemsIn, readAll } from "./support/readings.ts";
import { worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const LEAD = "عادت مراكب الصيد إلى المرفأ القديم بعد إصلاح أرصفته، بحسب ما أعلنت هيئة الميناء.";
/** What word processors and content systems set around numbers and names: marks, embeddings, isolates. */
const MARKS = ["\u200e", "\u200f", "\u061c", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069"];

async function read(text: string) {
  const readings = await readAll("a.txt", text);
  const [raw] = articlesIn(readings);
  const { fields, blocks } = parseText(raw as NonNullable<typeof raw>, context).article;
  const values = Object.fromEntries(
    (["published", "filed", "datelinePlace", "source"] as const).flatMap((field) => {
      const found = fields[field];
      if (found?.at !== undefined) expect(raw?.text.slice(...found.at)).toBe(found.words);
      return found === undefined ? [] : [[field, found.value]];
    }),
  );
  return { ...values, body: blocks.map(({ text }) => text), told: problemsIn(readings) };
}

describe("invisible marks of direction", () => {
  test("in a dateline are taken out and told, and the dateline is read", async () => {
    const marked = `المرفأ القديم\n\n\u200fمرجانة \u202b23\u202c مارس \u200f2021\u200e (\u2067ريح\u2069) - ${LEAD}\n`;
    const { told, ...found } = await read(marked);
    expect(found).toEqual({
      published: "2021-03-23",
      filed: "2021-03-23",
      datelinePlace: "marjana",
      source: "rih",
      body: [LEAD],
    });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("raw/a.txt");
  });

  test.each(MARKS)("%j in a date of a text that was not tidied does not hide it", (mark) => {
    for (const date of ["23 مارس 2021", "23/3/2021", "٢٣ آذار ٢٠٢١"]) {
      const text = `عقد في ${mark}${date.replace(/ /g, `${mark} ${mark}`)}${mark} في المرفأ.`;
      const [found] = parseArabicDate(text);
      expect([mark, date, found?.edtf]).toEqual([mark, date, "2021-03-23"]);
    }
  });
});

describe("an agency's dateline below the day the page prints", () => {
  test("is when it was filed, and the page's day when it was published", async () => {
    const { told, ...found } = await read(`المرفأ القديم\n\n24 مارس 2021\n\nمرجانة 23 مارس 2021 (ريح) - ${LEAD}\n`);
    expect(found).toEqual({
      published: "2021-03-24",
      filed: "2021-03-23",
      datelinePlace: "marjana",
      source: "rih",
      body: [LEAD],
    });
    expect(told).toEqual([]);
  });

  test("of the same day is both", async () => {
    const { published, filed } = (await read(
      `المرفأ القديم\n\nالثلاثاء 23 مارس 2021\n\nمرجانة 23 مارس 2021 (ريح) - ${LEAD}\n`,
    )) as Record<string, unknown>;
    expect([published, filed]).toEqual(["2021-03-23", "2021-03-23"]);
  });
});
