import { beforeAll, describe, expect, test } from "vitest";
import type { LineEdits } from "../src/clean.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { articlesIn, readAll } from "./support/readings.ts";
import { worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const LEAD = "افتتحت البلدية القاعة الجديدة في المكتبة القديمة بعد ترميم دام ثلاث سنوات كاملة.";
const MORE = "وقال أمين المكتبة إن القراء عادوا إليها منذ اليوم الأول، وإن الكتب كلها في مكانها.";
const link = (words: string) => `<a href="https://a.example/tag/${encodeURIComponent(words)}">${words}</a>`;

/** What is left of the body, and what was taken out of its end. */
async function read(input: string, edits?: LineEdits) {
  const [raw] = articlesIn(await readAll("a", input));
  const { blocks, removed } = parseText(raw as NonNullable<typeof raw>, context, edits).article;
  return {
    body: blocks.map(({ text }) => text),
    removed: removed.filter(({ rule }) => rule === "clean:links-at-end").map(({ text }) => text),
  };
}
const page = (end: string) =>
  `<html><head><title>القاعة الجديدة</title></head><body><article><h1>القاعة الجديدة</h1><p>${LEAD}</p><p>${MORE}</p>${end}</article></body></html>`;

describe("lines of links at the end of an article", () => {
  test.each([
    ["tags in a line", `<p>${link("مكتبات")} | ${link("كتب")}، ${link("البلدية")}</p>`, ["مكتبات | كتب، البلدية"]],
    ["tags in a list", `<ul><li>${link("مكتبات")}</li><li>${link("كتب")}</li></ul>`, ["مكتبات", "كتب"]],
    [
      "other articles",
      `<p>${link("أمين المكتبة يعود إلى عمله")}</p><p>${link("القراء في القاعة")}</p>`,
      ["أمين المكتبة يعود إلى عمله", "القراء في القاعة"],
    ],
    [
      "other articles with their days",
      `<ul><li>17/11/2023 ${link("سفينة جديدة في المرفأ")}</li><li>16/11/2023 ${link("الطريق الدائري يفتح غدا")}</li></ul>`,
      ["17/11/2023 سفينة جديدة في المرفأ", "16/11/2023 الطريق الدائري يفتح غدا"],
    ],
  ])("%s are furniture", async (_, end, removed) => {
    expect(await read(page(end))).toEqual({ body: [LEAD, MORE], removed });
  });

  test("the same in Markdown", async () => {
    const markdown = `# القاعة الجديدة\n\n${LEAD}\n\n${MORE}\n\n[مكتبات](https://a.example/1) · [كتب](https://a.example/2)\n`;
    expect(await read(markdown)).toEqual({ body: [LEAD, MORE], removed: ["مكتبات · كتب"] });
  });

  test("one link is a source, and a link in a sentence is the sentence's", async () => {
    const one = `<p>${link("بيان البلدية")}</p>`;
    expect((await read(page(one))).removed).toEqual([]);
    const sentence = `<p>وفي القاعة ${link("كتب")} و${link("خرائط")}.</p>`;
    expect((await read(page(sentence))).body).toEqual([LEAD, MORE, "وفي القاعة كتب وخرائط."]);
  });

  test("a correction restores them", async () => {
    const edits = { restore: ["مكتبات | كتب"], remove: [] };
    const { body, removed } = await read(page(`<p>${link("مكتبات")} | ${link("كتب")}</p>`), edits);
    expect([body, removed]).toEqual([[LEAD, MORE, "مكتبات | كتب"], []]);
  });

  test("a page that is nothing but links keeps its first", async () => {
    const html = `<html><head><title>الأقسام</title></head><body><h1>الأقسام</h1><p>${link("كتب عربية")}</p><p>${link("خرائط")}</p></body></html>`;
    expect((await read(html)).body).not.toEqual([]);
  });
});
