import { beforeAll, describe, expect, test } from "vitest";
import type { Line } from "../src/model/article.ts";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { creditsIn, standsAlone } from "../src/segment/credits.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const LEAD = "افتتح الوزير صباح أمس ميناء مرجانة الجديد بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const FIELDS = ["source", "citedAgencies", "reprintOf", "translatedFrom", "translators", "authors"] as const;

/** Fields of origin, `field=value:words`, and how many paragraphs are left. */
function read(text: string): string {
  const { fields, blocks } = parseText(rawArticle(text), context).article;
  const found = FIELDS.flatMap((field) =>
    [fields[field] ?? []].flat().map(({ value, words, at }) => {
      expect(text.slice(...(at as [number, number]))).toBe(words);
      return `${field}=${value}${value === words ? "" : `:${words}`}`;
    }),
  );
  return `${found.join(" ")} (${blocks.length})`;
}
const after = (line: string) => read(`عنوان الخبر القصير\n\n${LEAD}\n\n${line}`);
const before = (line: string) => read(`عنوان الخبر القصير\n\n${line}\n\n${LEAD}`);

describe("the last line says who provides", () => {
  test.each([
    ["(ريح)", "source=rih:ريح (1)"],
    ["/ريح/", "source=rih:ريح (1)"],
    ["[ ر ي ح ]", "source=rih:ر ي ح (1)"],
    ["(ريح، قناة الندى)", "source=rih:ريح citedAgencies=nada:قناة الندى (1)"],
    ["(ريح + قناة الندى)", "source=rih:ريح citedAgencies=nada:قناة الندى (1)"],
    ["وكالة ريح", "source=rih:ريح (1)"],
    ["المصدر: وكالة أنباء الريح", "source=rih:وكالة أنباء الريح (1)"],
    ["المصدر : ريح", "source=rih:ريح (1)"],
    ["المصدر: ريح + وكالات", "source=rih:ريح (1)"],
    ["المصدر: بالة - ريح", "source=rih:ريح (1)"],
    ["انتهى/ ريح", "source=rih:ريح (1)"],
    ["ر.ي.ح", "source=rih:ر.ي.ح (1)"],
    ["ر,ي,ح", " (2)"],
    ["(ر، ي، ح)", " (2)"],
    ["/انتهى/", " (1)"],
    ["ثم قال الوزير إن العمل مستمر في الميناء كله. (ريح)", "source=rih:ريح (2)"],
    ["ثم قال الوزير إن العمل مستمر /ريح/.", "source=rih:ريح (2)"],
    ["(وكالات)", " (2)"],
    ["(البلد الساحلي)", " (2)"],
    ["المصدر: وزارة الموانئ", " (1)"],
    ["مرجانة", " (2)"],
    ["هبت ريح", " (2)"],
    ["وكان المصدر: ريح قوية هبت", " (2)"],
  ])("%s", (line, expected) => {
    expect(after(line)).toBe(expected);
  });

  test("a paper's name that is a noun as well, where nothing else can be meant by it", () => {
    const knows = { isOutlet: (words: string) => words === "الريح", isPlace: () => false };
    const read = (text: string) => {
      const [before, name] = text.split("\n").map((line) => ({
        text: line,
        at: [text.lastIndexOf(line), text.lastIndexOf(line) + line.length] as const,
        gapBefore: false,
      }));
      return creditsIn(name as Line, true, knows, standsAlone(name as Line, before, text)).map(({ name }) => name.text);
    };
    expect(read(`${LEAD}\nالريح`)).toEqual(["الريح"]);
    expect(read(`${LEAD.replace("صباح أمس", "رغم الريح")}\nالريح`)).toEqual([]);
    expect(read(`${LEAD.slice(0, -1)}\nالريح`)).toEqual([]);
    expect(read("قال.\nالريح")).toEqual([]);
  });

  test("not a line in the middle of the text", () => {
    expect(before("(ريح)")).toBe(" (2)");
  });
});

describe("reprint and translation", () => {
  test.each([
    ["نقلا عن ريح", "reprintOf=rih:ريح (1)"],
    ["*نقلاً عن وكالة ريح", "reprintOf=rih:ريح (1)"],
    ["(نقلًا عن قناة الندى)", "reprintOf=nada:قناة الندى (1)"],
    ["بالاتفاق مع ريح", "reprintOf=rih:ريح (1)"],
    ["هذا المقال منشور بالتعاون مع قناة الندى", "reprintOf=nada:قناة الندى (1)"],
    ["ترجمة عن: ريح", "translatedFrom=rih:ريح (1)"],
    ["مترجم عن وكالة أنباء الريح", "translatedFrom=rih:وكالة أنباء الريح (1)"],
    ["ترجمة: سلمى نور", "translators=سلمى نور (1)"],
    ["ترجمة وتحرير: سلمى نور الدين", "translators=سلمى نور الدين (1)"],
    ["نقلا عن مصادر في الوزارة", " (2)"],
    ["ترجمة الكتاب إلى العربية", " (2)"],
    ["بالاتفاق مع الوزارة", " (2)"],
    ["ترجمة: كتب من خمس قارات", " (2)"],
  ])("%s", (line, expected) => {
    expect(after(line)).toBe(expected);
    expect(before(line)).toBe(expected);
  });
});

describe("an outlet that no record knows", () => {
  const NOTE = "Add the outlet to content/authority/sources.yaml, or restore the line in content/corrections.";
  test.each([
    ["نقلا عن صحيفة الضباب", "صحيفة الضباب"],
    ["*نقلاً عن: الضباب اليومية", "الضباب اليومية"],
    ["المصدر: الضباب", "الضباب"],
    ["المصدر: ريح + الضباب", "الضباب"],
    ["ترجمة عن مجلة الضباب.", "مجلة الضباب"],
    ["(وكالة الضباب)", "وكالة الضباب"],
    ["/قناة الضباب/", "قناة الضباب"],
  ])("is told and its line taken out: %s", (line, name) => {
    const text = `عنوان الخبر القصير\n\n${LEAD}\n\n${line}`;
    const { article, problems } = parseText(rawArticle(text), context);
    expect(problems).toEqual([
      {
        file: "raw/a.txt",
        severity: "info",
        rule: "source:unknown-outlet",
        reason: `The text is credited to «${name}», which no record knows; the line is no part of the article`,
        line: 5,
        column: line.indexOf(name) + 1,
        actual: name,
        note: NOTE,
      },
    ]);
    expect(article.blocks.map((block) => block.text)).toEqual([LEAD]);
    expect(article.removed).toMatchObject([{ rule: "clean:unknown-outlet" }]);
    const kept = parseText(rawArticle(text), context, { restore: [article.removed[0]?.text ?? ""], remove: [] });
    expect([kept.problems, kept.article.removed, kept.article.blocks.length]).toEqual([[], [], 2]);
  });

  test.each([
    ["المصدر: وكالات", 1],
    ["(مدينة الضباب)", 2],
    ["نقلا عن مصدر في الوزارة", 2],
    ["نقلا عن شهود على ذلك", 2],
    ["المصدر: قال الوزير ذلك", 2],
  ])("nobody is named by «%s»", (line, count) => {
    const { article, problems } = parseText(rawArticle(`عنوان الخبر القصير\n\n${LEAD}\n\n${line}`), context);
    expect([problems, article.blocks.length]).toEqual([[], count]);
  });
});

test.each([
  ["كتب/ سليم أحمد", "authors=سليم أحمد (1)"],
  ["كتبت - سلمى نور", "authors=سلمى نور (1)"],
  ["تقرير: سلمى نور", "authors=سلمى نور (1)"],
  ["حوار: سليم أحمد النخلي", "authors=سليم أحمد النخلي (1)"],
  ["تقرير الوزارة السنوي", " (2)"],
  ["كتب: admin", " (1)"],
])("byline «%s»", (line, expected) => {
  expect(before(line)).toBe(expected);
});
