import { beforeAll, describe, expect, test } from "vitest";
import type { RawArticle } from "../src/model/article.ts";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { authorityOf, rawArticle, WORLD } from "./support/world.ts";

/** Two papers of one name in two countries, a third whose namesakes nobody recorded. */
const FILES = {
  ...WORLD,
  "places.yaml": `${WORLD["places.yaml"]}
sahelia:
  prefLabel: ساحليا
  kind: country
zarqa:
  prefLabel: زرقاء الساحل
  kind: city
  country: sahelia
`,
  "sources.yaml": `${WORLD["sources.yaml"]}
qabas-wadia:
  prefLabel: المشعل الوادياوية
  ambiguousLabel: [المشعل, المشعل أونلاين]
  country: wadia
  domains: [mashal.example]
qabas-sahelia:
  prefLabel: المشعل الساحلية
  ambiguousLabel: [المشعل, المشعل أونلاين]
  country: sahelia
fanar:
  prefLabel: الفنار
  ambiguousLabel: [الفنار]
  country: wadia
`,
};
let context: ParseContext;
beforeAll(async () => {
  context = parseContext(await authorityOf(FILES));
});

const TITLE = "افتتاح الميناء الجديد أمام السفن";
const LEAD = "افتتح الوزير الميناء الجديد صباح أمس بحضور عدد كبير من المسؤولين وأهالي المدينة الساحلية.";
const MORE = "وقال في كلمته إن الميناء سيستقبل أولى السفن في مطلع الشهر المقبل بعد انتهاء أعمال التعميق.";

function read(lines: readonly string[], metadata: object = {}) {
  const raw = { ...rawArticle(lines.join("\n")), metadata } as RawArticle;
  const { article, problems } = parseText(raw, context);
  const told = problems.find(({ rule }) => rule === "source:ambiguous-outlet");
  const { source, authors } = article.fields;
  return { source: source?.value, confidence: source?.confidence, told, authors, blocks: article.blocks.length };
}

describe("a name that several papers have", () => {
  test.each([
    ["in a dateline", [`(المشعل) - ${LEAD}`]],
    ["as credit", [LEAD, MORE, "المصدر: المشعل أونلاين"]],
    ["written apart", [LEAD, MORE, "المصدر: المشعل أون لاين"]],
    ["under the headline", ["المشعل أونلاين", LEAD, MORE]],
    ["of which one is known", [LEAD, MORE, "المصدر: الفنار"]],
    ["beside towns of both", [`مرجانة (المشعل) - زرقاء الساحل (المشعل) - ${LEAD}`]],
  ])("names none: %s", (_, lines) => {
    const { source, told, authors } = read([TITLE, "", ...lines, MORE]);
    expect([source, authors]).toEqual([undefined, undefined]);
    expect(told?.expected).toEqual(lines.join(" ").includes("الفنار") ? ["fanar"] : ["qabas-wadia", "qabas-sahelia"]);
  });

  test("is told with its place", () => {
    expect(read([TITLE, "", LEAD, MORE, "المصدر: المشعل"]).told).toEqual({
      file: "raw/a.txt",
      severity: "warning",
      rule: "source:ambiguous-outlet",
      reason: "«المشعل» is the name of outlets in several countries, and nothing tells which; none was chosen",
      line: 5,
      column: 9,
      actual: "المشعل",
      expected: ["qabas-wadia", "qabas-sahelia"],
      note: "Set source in content/corrections.",
    });
  });

  test.each([
    ["town of the dateline", "qabas-wadia", [`مرجانة (المشعل) - ${LEAD}`, MORE], {}],
    ["other town", "qabas-sahelia", [`زرقاء الساحل - المشعل\n${LEAD}`, MORE], {}],
    ["town, the name in a credit", "qabas-sahelia", [`زرقاء الساحل - ${LEAD}`, MORE, "المصدر: المشعل أونلاين"], {}],
    ["town, of one alone", "fanar", [`مرجانة - الفنار\n${LEAD}`, MORE], {}],
  ])("is the one of the country that tells: %s", (_, id, lines, metadata) =>
    expect(read([TITLE, "", ...lines], metadata)).toMatchObject({ source: id, confidence: 0.8, told: undefined }),
  );

  test("is the declared one", () => {
    const one = (value: string) => ({
      by: "only",
      confidence: 0.9,
      others: [],
      chosen: [{ value, rule: "r", words: value, place: "p" }],
    });
    expect(read([TITLE, "", LEAD, MORE], { domain: one("mashal.example"), site: one("المشعل") }).source).toBe(
      "qabas-wadia",
    );
    const unknown = read([TITLE, "", LEAD, MORE], { domain: one("mashal.invalid"), site: one("المشعل") });
    expect([unknown.source, unknown.told?.actual, unknown.told?.line]).toEqual([undefined, "المشعل", undefined]);
  });
});
