import { beforeAll, describe, expect, test } from "vitest";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const TITLE = "رفع أسعار الخبز في المدينة ابتداء من الغد";
const LEAD = "أعلن اتحاد المخابز رفع أسعار الخبز ابتداء من يوم غد بعد زيادة سعر الطحين في الأسواق.";
const MORE = "وأوضح الاتحاد أن القرار مؤقت، وأن الأسعار ستراجع في نهاية الشهر المقبل.";

function read(lines: readonly string[]) {
  const { article } = parseText(rawArticle(lines.join("\n")), context);
  const { source, published, datelinePlace, authors } = article.fields;
  return {
    title: article.title.value,
    source: source?.value,
    published: published?.value,
    place: datelinePlace?.value,
    authors: authors?.map(({ value }) => value),
    blocks: article.blocks.map(({ kind, text }) => (kind === "heading" ? `# ${text}` : text)),
    removed: article.removed.map((part) => `${part.rule.replace("clean:", "")}: ${part.text}`),
  };
}

describe("heads of letters and posts", () => {
  const LETTER = [
    "من: نشرة الواحة <news@example.org>",
    "إلى: salim@example.org",
    "التاريخ: الخميس، 21 مارس 2024 08:00",
  ];

  test("a letter's head is none of its text, and its day is", () =>
    expect(read([...LETTER, "الموضوع: نشرة الواحة", "", TITLE, "", LEAD, MORE])).toMatchObject({
      title: TITLE,
      published: "2024-03-21",
      blocks: [LEAD, MORE],
      removed: [`letter: ${LETTER[0]}`, `letter: ${LETTER[1]}`, "letter: الموضوع: نشرة الواحة"],
    }));

  test.each([
    ["two labels", ["من: الوزير", "إلى: النواب"]],
    ["no address", ["من: الوزير", "إلى: النواب", "الموضوع: الخبز"]],
  ])("%s make none", (_, head) => expect(read([...head, "", LEAD, MORE]).title).toBe(head[0]));

  test("whose account it is that posted", () => {
    const post = ["قناة الندى", "@nada", `عاجل: ${LEAD}`, "10:15 ص · 21 مارس 2024 · 120.4 ألف مشاهدة", "34 إعادة نشر"];
    expect(read(post)).toMatchObject({
      source: "nada",
      published: "2024-03-21",
      blocks: [`عاجل: ${LEAD}`],
      removed: ["poster: @nada", "visits: 34 إعادة نشر"],
    });
    expect(read(["شبكة بعيدة", ...post.slice(1)])).toMatchObject({
      source: undefined,
      removed: ["poster: شبكة بعيدة", "poster: @nada", "visits: 34 إعادة نشر"],
    });
  });

  test("an AMP page's own lines", () =>
    expect(
      read(["AMP", "أخبار", TITLE, "بواسطة فريق التحرير", "21 مارس 2024", "", LEAD, MORE, "View Non-AMP Version"]),
    ).toMatchObject({
      title: TITLE,
      authors: undefined,
      blocks: [LEAD, MORE],
    }));
});

describe("an outlet's name is no headline", () => {
  test("above a dateline", () =>
    expect(read(["قناة الندى", `مرجانة 21 مارس 2024 – ${LEAD}`, MORE])).toMatchObject({
      source: "nada",
      published: "2024-03-21",
      place: "marjana",
      blocks: [LEAD, MORE],
    }));

  test.each(["قناة الندى - مرجانة", "ريح: مرجانة"])("beside a town, above any text: «%s»", (line) => {
    const { title, source, place, blocks } = read([line, "21 مارس 2024", LEAD, MORE]);
    expect([title.slice(0, 10), source, place, blocks]).toEqual([
      LEAD.slice(0, 10),
      line.startsWith("ريح") ? "rih" : "nada",
      "marjana",
      [LEAD, MORE],
    ]);
  });

  test.each(["الميناء - مرجانة", "مرجانة: ريح شديدة"])("and «%s» is one", (line) =>
    expect(read([line, "", LEAD, MORE]).title).toBe(line),
  );
});

describe("who signs", () => {
  test.each([
    ["ن. الوادي", "ن. الوادي"],
    ["سليم أحمد*", "سليم أحمد"],
    ["كتب سليم أحمد - تصوير سلمى نور", "سليم أحمد"],
  ])("«%s»", (line, author) =>
    expect(read([TITLE, line, LEAD, MORE])).toMatchObject({ authors: [author], blocks: [LEAD, MORE] }),
  );

  test.each(["ج. نعم", "كتب نادرة - تصوير قديم"])("nobody in «%s»", (line) =>
    expect(read([TITLE, line, LEAD, MORE]).authors).toBeUndefined(),
  );
});

test("a sentence before «./ يتبع» is no heading", () => {
  const first = "أعلنت خلية الإعلام القبض على متهمين في المحافظة./ يتبع";
  expect(read([`مرجانة / ريح / ${first}`, LEAD, MORE]).blocks[0]).toBe(first);
});
