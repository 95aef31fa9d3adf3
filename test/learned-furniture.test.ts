import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import {
  FEWEST_ARTICLES,
  furnitureIn,
  type LearnedFurniture,
  learnFurniture,
  type RecurringLines,
  sourceOfLines,
} from "../src/furniture.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const LEAD = "افتتح الوزير صباح أمس ميناء مرجانة الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const NUMBERS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"];
const page = (number: string, ...lines: string[]) =>
  `الوزير يفتتح الميناء ${number}\n\n${LEAD} وهو الميناء ${number} هذا العام.\n\n${LEAD}\n\n${lines.join("\n\n")}`;

/** What is learned from articles that each hold the lines. */
const learnedFrom = (lines: readonly string[], count = NUMBERS.length) =>
  asText(
    learnFurniture(
      NUMBERS.slice(0, count).map((number) => parseText(rawArticle(page(number, ...lines)), context).recurring),
    ),
  );
const asText = (learned: LearnedFurniture) => [...learned].map(([source, lines]) => `${source}: ${[...lines].sort()}`);

describe("a line that recurs in a source", () => {
  test.each([
    [
      "an invitation to the reader",
      "زوروا موقعنا لمعرفة أخبار الموانئ كل صباح.",
      "زوروا موقعنا لمعرفه اخبار المواني كل صباح",
    ],
    ["a label", "شريط الميناء", undefined],
    ["a label of the page", "أخبار الساحل معنا", "اخبار الساحل معنا"],
    ["a line that is no sentence", "الميناء بوابتكم إلى البحر الشرقي", "الميناء بوابتكم الي البحر الشرقي"],
  ])("%s: «%s»", (_, line, expected) => {
    expect(learnedFrom([line])).toEqual(expected === undefined ? [] : [`raw/: ${expected}`]);
  });

  test.each([
    ["a sentence of a report", "وتشهد الواديا منذ أعوام أزمة في الموانئ أودت بكثير من الشركات."],
    ["a formula that reports", "ولم يصدر تعليق من وزارة الموانئ حتى الآن"],
    ["a line with a number", "الميناء 17 في البلاد كلها"],
    ["a name", "سليم أحمد النخلي"],
    ["a byline", "كتب: سليم أحمد"],
    ["a line before a colon", "وأضاف الوزير في بيان نشره الموقع:"],
  ])("stays: %s «%s»", (_, line) => {
    expect(learnedFrom([line])).toEqual([]);
  });

  test("a headline, a lead and a declared heading stay", () => {
    const heading = "أخبار الميناء";
    const articles = NUMBERS.map((number) => {
      const text = `أخبار الموقع\n\n${heading}\n\n${LEAD} وهو ${number}.`;
      const at = text.indexOf(heading);
      const layout = [
        { kind: "headline" as const, at: [0, 12] as const },
        { kind: "heading" as const, at: [at, at + heading.length] as const },
      ];
      return { ...parseText({ ...rawArticle(text), layout }, context).recurring, title: number };
    });
    expect(asText(learnFurniture(articles))).toEqual([]);
  });

  test("too few articles, and versions of one article, teach nothing", () => {
    expect(learnedFrom(["أخبار الساحل معنا"], FEWEST_ARTICLES - 1)).toEqual([]);
    expect(learnedFrom(["أخبار الساحل معنا"], FEWEST_ARTICLES)).toHaveLength(1);
    const one = parseText(rawArticle(page("الأول", "أخبار الساحل معنا")), context).recurring;
    expect(asText(learnFurniture(Array.from({ length: 20 }, () => one)))).toEqual([]);
  });

  test("is learned where its source has it in enough of its articles", () => {
    const articles = (source: string, holders: number, all: number): RecurringLines[] =>
      Array.from({ length: all }, (_, i) => ({
        source,
        title: `${source} ${i}`,
        lines: i < holders ? ["اخبار الساحل معنا", "بوابه المدينه الي البحر الشرقي"] : [],
      }));
    const learned = learnFurniture([...articles("a", 20, 100), ...articles("b", 19, 100), ...articles("c", 4, 100)]);
    expect(asText(learned)).toEqual(["a: اخبار الساحل معنا,بوابه المدينه الي البحر الشرقي", "b: اخبار الساحل معنا"]);
    expect(furnitureIn(articles("a", 1, 1)[0] as RecurringLines, learned)).toHaveLength(2);
    expect(furnitureIn(articles("c", 1, 1)[0] as RecurringLines, learned)).toEqual([]);
  });

  test("is learned whatever the order of the articles", () => {
    const line = fc.constantFrom("اخبار الساحل معنا", "المزيد هنا", "بوابه المدينه الي البحر الشرقي", "يا ليل");
    const article = fc.record({
      source: fc.constantFrom("a", "b"),
      title: fc.nat(30).map(String),
      lines: fc.uniqueArray(line),
    });
    const sorted = (learned: LearnedFurniture) => asText(learned).sort();
    fc.assert(
      fc.property(fc.array(article, { maxLength: 60 }), (articles) => {
        expect(sorted(learnFurniture([...articles].reverse()))).toEqual(sorted(learnFurniture(articles)));
      }),
    );
  });
});

describe("a learned line", () => {
  const text = page("الأول", "•  أخبارُ الساحل معنــا:");
  const recurring = new Set(["اخبار الساحل معنا"]);

  test("is taken out with its rule, whatever strokes and marks it wears", () => {
    const { lines, removed } = clean(rawArticle(text), { restore: [], remove: [], recurring });
    expect(removed.map(({ text, rule }) => `${rule} ${text}`)).toEqual(["clean:recurring-line أخبارُ الساحل معنــا:"]);
    expect(lines).toHaveLength(3);
  });

  test("stays when the editor restores it", () => {
    expect(clean(rawArticle(text), { restore: ["أخبارُ الساحل معنــا:"], remove: [], recurring }).removed).toEqual([]);
  });
});

test("whose lines they are: host, outlet, site's name, file or folder", () => {
  const declared = (value: string) => ({
    chosen: [{ value, rule: "r", words: value, place: "p" }] as const,
    by: "b",
    confidence: 1,
    others: [],
  });
  const [domain, site] = [declared("www.rih.example"), declared("جريدة الريح")];
  expect(sourceOfLines({ ...rawArticle(""), metadata: { domain, site } }, "rih")).toBe("rih.example");
  expect(sourceOfLines({ ...rawArticle(""), metadata: { site } }, "rih")).toBe("rih");
  expect(sourceOfLines({ ...rawArticle(""), metadata: { site } }, undefined)).toBe("جريدة الريح");
  expect(sourceOfLines(rawArticle("", "rih/2021/a.txt"), undefined)).toBe("raw/rih/2021/");
  expect(sourceOfLines(rawArticle("", "rih/all.jsonl#a/b.txt"), undefined)).toBe("raw/rih/all.jsonl");
});
