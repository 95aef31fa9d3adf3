import { beforeAll, describe, expect, test } from "vitest";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

const yearOf = (text: string) => {
  const { published } = parseText(rawArticle(text), context).article.fields;
  return published && `${published.value} ${published.rule}: ${published.words}`;
};

describe("a year from «this year is the 75th anniversary of …»", () => {
  test.each([
    [
      "تصادف هذا العام الذكرى الـ 75 لتوقيع معاهدة الساحل بين الواديا وبالة.",
      "2025~ date:anniversary: هذا العام الذكرى الـ 75 لتوقيع معاهدة الساحل بين الواديا",
    ],
    ["تصادف هذا العام الذكرى الـ75 لتوقيع معاهدة الساحل مع الواديا.", "2025~"],
    ["تصادف هذا العام الذكرى ٧٥ لتوقيع معاهدة الساحل مع الواديا.", "2025~"],
    ["يوافق العام الجاري الذكرى الخامسة والسبعين لمعاهدة الساحل مع الواديا.", "2025~"],
    ["الذكرى العشرون لمعاهدة الساحل بين بالة والواديا تحل في هذه السنة.", "1970~"],
    ["يحتفل العام الحالي بالذكرى الحادية والعشرين لتأسيس اتحاد السواحل.", "1941~"],
    ["يحتفل هذا العام بالذكرى المئوية لتأسيس اتحاد السواحل.", "2020~"],
    ["في عام 2024 بدأ العمل. تصادف هذا العام الذكرى الـ 75 لمعاهدة الساحل مع الواديا.", "2025~"],
  ])("%s", (text, expected) => {
    expect(yearOf(text)?.slice(0, expected.length)).toBe(expected);
  });

  test.each([
    ["no word of this year", "كانت الذكرى الـ 75 لتوقيع معاهدة الساحل بين الواديا وبالة كبيرة."],
    ["no ordinal", "تصادف هذا العام ذكرى معاهدة الساحل بين الواديا وبالة."],
    ["no ordinal after the word", "تصادف هذا العام الذكرى الوطنية لمعاهدة الساحل مع الواديا."],
    ["an occasion nobody knows", "تصادف هذا العام الذكرى الـ 75 لتوقيع معاهدة الجبل."],
    ["half of the occasion's words", "تصادف هذا العام الذكرى الـ 75 لتوقيع معاهدة الساحل مع بالة."],
    ["words of this year in another sentence", "بدأ العمل هذا العام. الذكرى الـ 75 لمعاهدة الساحل مع الواديا بعيدة."],
    ["the occasion before the ordinal", "معاهدة الساحل مع الواديا: تصادف هذا العام الذكرى الـ 75 لغيرها."],
    [
      "a later year named in the text",
      "ينتهي المشروع عام 2030. تصادف هذا العام الذكرى الـ 75 لمعاهدة الساحل مع الواديا.",
    ],
    [
      "two that disagree",
      "تصادف هذا العام الذكرى الـ 75 لمعاهدة الساحل مع الواديا. وتصادف هذا العام الذكرى الـ 75 لتأسيس اتحاد السواحل.",
    ],
  ])("none with %s", (_, text) => {
    expect(yearOf(text)).toBeUndefined();
  });

  test("two that agree, and a date of the text's own wins", () => {
    expect(
      yearOf(
        "تصادف هذا العام الذكرى الـ 75 لمعاهدة الساحل مع الواديا. وتصادف هذا العام الذكرى الـ 105 لتأسيس اتحاد السواحل.",
      ),
    ).toMatch(/^2025~/);
    expect(
      yearOf("عنوان الخبر\n\n5 مايو 2021\n\nتصادف هذا العام الذكرى الـ 75 لمعاهدة الساحل مع الواديا وهي معاهدة قديمة."),
    ).toMatch(/^2021-05-05 /);
  });
});
