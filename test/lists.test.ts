import { describe, expect, it } from "vitest";
import { clean } from "../src/clean.ts";
import type { LayoutKind } from "../src/model/article.ts";
import { segment } from "../src/segment.ts";
import { renderBody } from "../src/site/body.ts";
import { formatBody } from "../src/write/body.ts";
import { articlesIn, readAll } from "./support/readings.ts";

const KNOWS = { isPlace: () => false, isOutlet: () => false };
const LEAD = "اتفق المشاركون في اجتماع المرفأ مساء الأحد على خطة من ثلاث مراحل، وجاءت قراراتهم كما يأتي:";
const END = "ويعود المشاركون إلى الاجتماع في الشهر المقبل لينظروا في ما أنجز منها، وفي ما تعثر.";

async function blocksOf(path: string, input: string) {
  const [article] = articlesIn(await readAll(path, input));
  if (article === undefined) throw new Error("nothing was read");
  const segmented = segment(clean(article), KNOWS);
  for (const { text, at } of segmented.blocks) expect(article.text.slice(...at)).toBe(text);
  return segmented.blocks.map(({ kind, text }) => [kind, text] as const);
}

const body = (...middle: (readonly [LayoutKind, string])[]) => [["paragraph", LEAD], ...middle, ["paragraph", END]];

describe("lists of a plain text", () => {
  it.each([
    ["hyphens", "- بناء رصيف\n- شراء قاطرة\n- تدريب البحارة", "list-item"],
    ["bullets with empty lines between", "• بناء رصيف\n\n• شراء قاطرة\n\n• تدريب البحارة", "list-item"],
    ["numbers and hyphens", "1- بناء رصيف\n2- شراء قاطرة\n3- تدريب البحارة", "numbered-item"],
    ["Arabic digits", "١. بناء رصيف\n٢. شراء قاطرة\n٣. تدريب البحارة", "numbered-item"],
  ] as const)("of %s", async (_, list, kind) => {
    expect(await blocksOf("a.txt", `اجتماع المرفأ\n\n${LEAD}\n${list}\n${END}\n`)).toEqual(
      body([kind, "بناء رصيف"], [kind, "شراء قاطرة"], [kind, "تدريب البحارة"]),
    );
  });

  it.each([
    ["one marked line", "- بناء رصيف جديد للمرفأ القديم."],
    ["numbers that do not count from one", "3- بناء رصيف جديد.\n7- شراء قاطرة."],
    ["dates", "5-3-2021 كان يوم الافتتاح.\n6-3-2021 كان يوم الإغلاق."],
  ])("%s make none", async (_, lines) => {
    const blocks = await blocksOf("a.txt", `اجتماع المرفأ\n\n${LEAD}\n${lines}\n${END}\n`);
    expect(blocks.map(([kind]) => kind).filter((kind) => kind !== "paragraph")).toEqual([]);
  });

  it("marks before every line are a habit of the site", async () => {
    const blocks = await blocksOf("a.txt", `اجتماع المرفأ\n\n- ${LEAD}\n- ${END}\n`);
    expect(blocks).toEqual(body());
  });
});

it("a line that calls itself a caption is one", async () => {
  const caption = "التعليق على الصورة، مراكب الصيد في المرفأ عند الفجر";
  expect(await blocksOf("a.txt", `اجتماع المرفأ\n\n${LEAD}\n${caption}\n${END}\n`)).toEqual(
    body(["caption", "مراكب الصيد في المرفأ عند الفجر"]),
  );
  const credit = "صدر الصورة، وكالة ريح";
  expect(await blocksOf("a.txt", `اجتماع المرفأ\n\n${LEAD}\n${credit}\n${END}\n`)).toEqual(body(["caption", credit]));
  expect(await blocksOf("a.txt", `اجتماع المرفأ\n\n${LEAD}\nالتعليق على الصورة كان لاذعا.\n${END}\n`)).toEqual(
    body(["paragraph", "التعليق على الصورة كان لاذعا."]),
  );
});

it("lists and captions of a page, through to the page of the site", async () => {
  const html = `<html><body><article><h1>اجتماع المرفأ</h1><p>${LEAD}</p><figure><img src="a.jpg"><figcaption>المرفأ عند الفجر</figcaption></figure><ul><li>بناء رصيف</li><li>شراء قاطرة</li></ul><p>${LEAD}</p><ol><li>أول</li><li>ثان</li></ol><p>${END}</p><ol><li><p>بند</p><p>تتمته</p></li><li>غيره</li></ol><p>${END}</p></article></body></html>`;
  const blocks = await blocksOf("a.html", html);
  const markdown = formatBody(blocks.map(([kind, text]) => ({ kind, text })));
  expect(markdown).toBe(
    `${LEAD}\n\n_المرفأ عند الفجر_\n\n- بناء رصيف\n- شراء قاطرة\n\n${LEAD}\n\n1. أول\n2. ثان\n\n${END}\n\n- بند\n- تتمته\n- غيره\n\n${END}\n`,
  );
  const { html: page, lead } = renderBody({ markdown, mentions: [] });
  expect(page).toContain(
    '<p class="caption">المرفأ عند الفجر</p>\n<ul>\n<li>بناء رصيف</li>\n<li>شراء قاطرة</li>\n</ul>',
  );
  expect(page).toContain("<ol>\n<li>أول</li>\n<li>ثان</li>\n</ol>");
  expect(lead).not.toContain("الفجر");
});
