import { describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { readFields } from "../src/site/browser/search/fields.ts";
import { meets } from "../src/site/browser/search/pages.ts";
import { parseQuery } from "../src/site/browser/search/query.ts";
import { BROWSER } from "../src/site/strings.ts";
import type { SearchColumn } from "../src/site/views/search.ts";

const analyzer = makeAnalyzer(makeNames([["سامر نور", "Samir Nour"], ["الأمم المتحدة"]]));
const fieldWords = new Map(Object.entries(BROWSER.fieldWords));

/** «word», «"two words"», «-word», «person:value». */
function read(typed: string): string[] {
  const { clauses, fields } = parseQuery(typed, analyzer, fieldWords);
  return [
    ...fields.map(({ name, value, isExcluded }) => `${isExcluded ? "-" : ""}${name}:${value}`),
    ...clauses.map(({ units, isPhrase, isExcluded }) => {
      const words = units.map(({ text }) => text).join(" ");
      return (isExcluded ? "-" : "") + (isPhrase ? `"${words}"` : words);
    }),
  ];
}

it.each([
  ["معرض الكتاب", ["معرض", "الكتاب"]],
  ["«معرض الكتاب»", ['"معرض الكتاب"']],
  ['"معرض الكتاب" جديد', ['"معرض الكتاب"', "جديد"]],
  ["“معرض الكتاب”", ['"معرض الكتاب"']],
  ["„معرض الكتاب“", ['"معرض الكتاب"']],
  ["‘معرض الكتاب’", ['"معرض الكتاب"']],
  ["«معرض الكتاب", ["معرض", "الكتاب"]],
  ["معرض الكتاب»", ["معرض", "الكتاب"]],
  ["«معرض»", ["معرض"]],
  ["«»", []],
  ["-معرض", ["-معرض"]],
  ["معرض -كتاب", ["معرض", "-كتاب"]],
  ["معرض –«دور النشر»", ['-"دور النشر"', "معرض"]],
  ["معرض - كتاب", ["معرض", "كتاب"]],
  ["كوفيد-19", ["كوفيد", "19"]],
  ["-", []],
  ["مصدر:الصباح", ["source:الصباح"]],
  ["مصدر : «دار الصباح» معرض", ["source:دار الصباح", "معرض"]],
  ["-شخص:سامر معرض", ["-person:سامر", "معرض"]],
  ["مصدر:", ["مصدر"]],
  ["شخص:«", []],
  ["المصدر:الصباح", ["المصدر", "الصباح"]],
  ["تاريخ:2021-12 معرض", ["date:2021-12", "معرض"]],
  ["تاريخ:15 ديسمبر 2021 معرض", ["date:15 ديسمبر 2021", "معرض"]],
  ["تاريخ: رمضان ١٤٤٢هـ معرض", ["date:رمضان ١٤٤٢هـ", "معرض"]],
  ["تاريخ:كانون الأول 2021", ["date:كانون الأول 2021"]],
  ["تاريخ:2019..2021 معرض", ["date:2019..2021", "معرض"]],
  ["تاريخ:أمس معرض", ["date:أمس", "معرض"]],
  ["شخص:سامر 2021", ["person:سامر", "2021"]],
])("«%s» is read as %j", (typed, parts) => {
  expect(read(typed)).toEqual(parts);
});

it("takes the longest name that the words are", () => {
  const names = makeAnalyzer(
    makeNames([
      ["عبد الله القرمزي", "Abdullah Qirmizi"],
      ["سامر نور", "س. نور"],
    ]),
  );
  const keysOf = (typed: string) =>
    parseQuery(typed, names).clauses.map(({ units }) => units.map(({ keys }) => keys.join(" ")).join(" + "));
  expect(keysOf("عبد الله القرمزي")).toEqual(["عبداللهالقرمزي"]);
  expect(keysOf("عبد الله")).toEqual(["عبدالله"]);
  expect(keysOf("عبدالله سامر نور")).toEqual(["عبدالله عبدالل", "سامرنور"]);
});

describe("field words", () => {
  const columns: Readonly<Record<string, readonly string[]>> = {
    person: ["سامر نور", "سامر الحلبي", "هدى المرجاني"],
    year: ["2021", "2019"],
  };
  const volumes = [
    { column: async (name: string): Promise<SearchColumn> => ({ values: columns[name] ?? [], pages: "" }) },
  ];
  const question = { words: "", filters: new Map(), order: "relevance", from: "", to: "2022", exact: false } as const;
  const fieldsOf = (typed: string) =>
    readFields(question, parseQuery(typed, analyzer, fieldWords), { analyzer, volumes });

  it.each([
    ["شخص:سامر", ["سامر نور", "سامر الحلبي"]],
    ["شخص:«الحلبي سامر»", ["سامر الحلبي"]],
    ["شخص:«Samir Nour»", ["سامر نور"]],
    ["شخص:غريب", []],
    ["سنة:٢٠٢١", ["2021"]],
  ])("%s stands for %j", async (typed, values) => {
    const { conditions } = await fieldsOf(typed);
    expect(conditions.map((condition) => [...condition.values])).toEqual([values]);
  });

  it("narrow one another, and leave out", async () => {
    const { conditions } = await fieldsOf("شخص:سامر -شخص:الحلبي سنة:2021");
    const pages = {
      dates: [],
      values: { person: [["سامر نور"], ["سامر نور", "سامر الحلبي"], []], year: [["2021"], ["2021"], ["2021"]] },
    };
    expect([0, 1, 2].map((page) => meets(pages, page, conditions))).toEqual([true, false, false]);
  });

  it("set the range, or tell that it is none", async () => {
    expect(await fieldsOf("تاريخ:رمضان 1436")).toMatchObject({ from: "2015-06-18", to: "2015-07-16" });
    expect(await fieldsOf("معرض")).toMatchObject({ from: "", to: "2022" });
    expect(await fieldsOf("تاريخ:أمس")).toMatchObject({ unread: "أمس" });
  });
});
