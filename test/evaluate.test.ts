import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { saysFuture } from "../scripts/evaluate/dates.ts";
import { areaUnderCurve, bagF1, bestF1, precisionRecall, reciprocalRank } from "../scripts/evaluate/measures.ts";
import { spansOf } from "../scripts/evaluate/ner.ts";
import type { NameClass, SearchablePage, Stages } from "../scripts/evaluate/part.ts";
import { formatJson, formatSkipped, formatText } from "../scripts/evaluate/report.ts";
import { evaluate } from "../scripts/evaluate/run.ts";
import { marksRightly } from "../scripts/evaluate/search.ts";
import { topLevelOf } from "../scripts/evaluate/topics.ts";

const fixture = (name: string) => join(import.meta.dirname, "fixtures", "evaluate", name);
const all = (text: string, words: string) =>
  [...text.matchAll(new RegExp(words, "g"))].map((m) => [m.index, m.index + words.length] as const);

/** Stages that know a handful of words and are wrong in known ways. */
const stages: Stages = {
  findNames: (sentences) =>
    sentences.map((text) =>
      (
        [
          ["سلمى حداد", "PER"],
          ["نخيل", "LOC"],
          ["الأفق", "ORG"],
          ["نجم", "PER"],
        ] as [string, NameClass][]
      ).flatMap(([words, type]) => all(text, words).map((at) => ({ type, at }))),
    ),
  parseDates: (text) =>
    (
      [
        ["3 مايو", text.startsWith("افتتح المتحف") ? "2020-05-03" : "2021-05-03"],
        ["4/2020", "2020-04"],
        ["الحادي والثلاثين", "2020-05-31"],
        ["5 محرم 1440هـ", "2018-09-16"],
        ["15 سبتمبر 2018م", "2018-09-15"],
        ["16 سبتمبر 2018م", "2018-09-16"],
        ["1/1/1440 هـ", "2018-09-11"],
        ["1/2/1440 هـ", "2018-10-11"],
      ] as [string, string][]
    ).flatMap(([words, edtf]) => all(text, words).map((at) => ({ edtf, at }))),
  readDateline: (text) => {
    const match = /^(\S+)(?: - |: | \()([^\n)]+)/m.exec(text);
    return match?.[2] === "وكالات" ? { place: "الرباط", by: [] } : { place: match?.[1] ?? "", by: [match?.[2] ?? ""] };
  },
  topics: {
    of: ({ text }) => ["مباراة", "انتخابات"].filter((word) => text.includes(word)),
    records: new Map([
      ["مباراة", { iptc: "20000822", broader: ["رياضة"] }],
      ["رياضة", { iptc: "15000000", broader: [] }],
      ["انتخابات", { broader: ["سياسة"] }],
      ["سياسة", { iptc: "11000000", broader: [] }],
    ]),
  },
  compareEvents: (pairs) => pairs.map((_, index) => [0.9, 0.4, 0.6, 0.1][index] as number),
  understand: ({ text }) => {
    if (text === "انفجار") throw new Error("boom");
    return { bodyLength: text.length, ...(/^\d/.test(text) && { date: text }) };
  },
  openSearch: async (pages) => ({
    query: async (typed, limit) => plainSearch(pages, typed).slice(0, limit),
    close: async () => {},
  }),
  readHtml: () => ({ title: "عنوان", date: "2020-01-02", authors: ["ليلى"], body: "كلمة ثانية ثالثة" }),
};

/** Finds by letters alone; of documents it returns all, in their own order, as soon as one holds the words. */
function plainSearch(pages: readonly SearchablePage[], typed: string) {
  const words = typed.replace(/["؟]|أين ال/g, "");
  const holds = ({ text }: SearchablePage) => text.includes(words);
  const hits = pages[0]?.url.startsWith("/x/") && pages.some(holds) ? pages : pages.filter(holds);
  return hits.map(({ url, text }) => ({ url, excerpt: text.replace(words, words.replace(/\S+/g, "<mark>$&</mark>")) }));
}

describe("a folder of the layout", () => {
  test("every part comes out at the values worked out by hand", async () => {
    const outcomes = await evaluate(fixture("small/input"), stages);
    await expect(`${formatJson(outcomes)}\n`).toMatchFileSnapshot(fixture("small/expected.json"));
    await expect(`${formatText(outcomes)}\n`).toMatchFileSnapshot(fixture("small/expected.txt"));
    const scores = JSON.parse(formatJson(outcomes));
    expect(scores.ner).toMatchObject({
      "PER.precision": 0.5,
      "PER.recall": 0.5,
      "LOC.f1": 1,
      "ORG.f1": 0,
      "micro.f1": 0.5,
      n: 4,
    });
    expect(scores.dates).toMatchObject({
      "day_cases.right": 0.6,
      "day_cases.wrong": 0.2,
      "day_cases.unanswered": 0.2,
      "day_cases.n": 5,
    });
    expect(scores.dates).toMatchObject({ "natural_double_dates.right": 0.5, "natural_double_dates.unanswered": 0.5 });
    expect(scores.dates).toMatchObject({
      "hijri_reference.right": 0.5,
      "hijri_reference.wrong": 0.5,
      "hijri_disputed.unanswered": 1,
    });
    expect(scores.datelines).toMatchObject({
      "alarabiya_place.right": 0.5,
      "alarabiya_place.wrong": 0.5,
      "alarabiya_by.unanswered": 0.5,
    });
    expect(scores.datelines).toMatchObject({ "aawsat_by.right": 1, "cnn_place.right": 1, n: 4 });
    expect(scores.topics).toEqual({ accuracy: 0.5, among_all_found: 0.75, unanswered: 0.25, n: 4 });
    expect(scores.events).toMatchObject({
      "same.auc": 0.75,
      "same.best_f1": 0.8,
      "same.threshold": 0.4,
      "score_1.auc": 1,
      "score_1.best_f1": 1,
    });
    expect(scores.search).toMatchObject({
      "variants_all.found": 0.6,
      "variants_all.highlight": 0.6,
      "variants_definite.found": 1,
    });
    expect(scores.search).toMatchObject({ "unrelated.wrong": 0.5, "unrelated.right_on_top": 0.5 });
    expect(scores.search).toMatchObject({ "xquad.recall_1": 0.25, "xquad.recall_10": 0.75, "xquad.mrr_10": 0.4375 });
    expect(scores.articles).toMatchObject({ "papers.dated": 0.5, "papers.published_day": 0.5, "papers.n_later": 1 });
    expect(scores.articles).toMatchObject({ "papers.n_crashed": 1, "papers.n_empty": 1, n: 6 });
    expect(scores.html).toMatchObject({
      "title.right": 1,
      "date.right": 1,
      "author.right": 0,
      "body_f1.right": 0.6667,
    });
    expect(scores.html).toMatchObject({ "body_holds.right": 0.5, "body_leaves_out.right": 1 });
  });

  test("a part whose stage does not exist is named, not scored", async () => {
    const { readHtml, ...without } = stages;
    const outcomes = await evaluate(fixture("small/input"), without, ["html", "ner"]);
    expect(formatSkipped(outcomes)).toEqual(["html: no stage yet"]);
    expect(Object.keys(JSON.parse(formatJson(outcomes)))).toEqual(["ner"]);
  });

  test("a part that is absent is named, not scored", async () => {
    const outcomes = await evaluate(fixture("no-such-folder"), stages);
    expect(formatJson(outcomes)).toBe("{}");
    expect(formatSkipped(outcomes)).toContain("search: absent");
    expect([...outcomes.values()].every(({ status }) => status === "absent")).toBe(true);
  });

  test("a malformed file names file and line and costs its own part", async () => {
    const folder = fixture("malformed/input");
    const lines = formatSkipped(await evaluate(folder, stages)).map((line) =>
      line.replace(`${folder}/`, "").replace(/Not JSON: .*/, "Not JSON: …"),
    );
    expect(lines).toEqual([
      "ner: ner/bad.conll:2: Not a word and an IOB tag (expected: كلمة O, كلمة B-PER)",
      "dates: dates/day_cases.tsv:3: 2 cells, but the head row names 5",
      "datelines: datelines/aawsat.jsonl:1: Not JSON: …",
      "topics: topics/cases.tsv:1: The head row has no column «iptc_top» (expected: iptc_top, title, text)",
      "html: html/expected.json:3: Not JSON: …",
      "events: events/pairs.jsonl:2: «overall» is not a number",
      "search: search/xquad/qrels.tsv:2: Not query, 0, document, relevance",
      "articles: absent",
    ]);
  });
});

describe("measures", () => {
  test("precision, recall and F1 of nothing are 0", () => {
    expect(precisionRecall({ right: 0, found: 0, gold: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(precisionRecall({ right: 3, found: 4, gold: 6 })).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
  });

  test("ties count one half in the area under the curve", () => {
    const judged = [
      { score: 0.5, positive: true },
      { score: 0.5, positive: false },
      { score: 0.2, positive: false },
    ];
    expect(areaUnderCurve(judged)).toBe(0.75);
    expect(areaUnderCurve(judged.slice(1))).toBe(0.5);
  });

  test("the best F1 prefers the higher of two thresholds that are as good", () => {
    const judged = [0.9, 0.8, 0.7].map((score, index) => ({ score, positive: index === 0 }));
    expect(bestF1(judged)).toEqual({ f1: 1, threshold: 0.9 });
    expect(bestF1(judged.map(({ score }) => ({ score, positive: false })))).toMatchObject({ f1: 0 });
  });

  test("reciprocal rank looks no deeper than asked", () => {
    expect(reciprocalRank(["a", "b", "c"], (item) => item === "c", 3)).toBeCloseTo(1 / 3);
    expect(reciprocalRank(["a", "b", "c"], (item) => item === "c", 2)).toBe(0);
  });

  test("bags of words count repetitions", () => {
    expect(bagF1(["a", "a", "b"], ["a", "b", "b"])).toBeCloseTo(2 / 3);
  });
});

describe("reading of the sets", () => {
  test("IOB: a name begins at B-, at a change of class and at an I- that continues nothing", () => {
    const tagged = ["B-PER", "I-PER", "B-PER", "I-LOC", "O", "I-ORG"].map((tag) => ({ word: "ك", tag }));
    expect(spansOf(tagged)).toEqual([
      { type: "PER", first: 0, last: 1 },
      { type: "PER", first: 2, last: 2 },
      { type: "LOC", first: 3, last: 3 },
      { type: "ORG", first: 5, last: 5 },
    ]);
  });

  test.each(["سأعود غدا", "سيزور الوفد", "الأسبوع المقبل", "ستنطلق البطولة", "سوف نرى"])(
    "%s speaks of the future",
    (text) => {
      expect(saysFuture(text)).toBe(true);
    },
  );

  test.each(["عاد أمس", "سنة كاملة", "سياسة جديدة", "سيارة حمراء", "سألت عنه", "الستار", "سنوات"])(
    "%s does not",
    (text) => {
      expect(saysFuture(text)).toBe(false);
    },
  );

  test("a topic is taken up to the top level of IPTC, and a circle of broader records ends", () => {
    const records = new Map([
      ["a", { broader: ["b"] }],
      ["b", { broader: ["a", "c"] }],
      ["c", { iptc: "04000000", broader: [] }],
    ]);
    expect(topLevelOf("a", records)).toEqual(["economy, business and finance"]);
    expect(topLevelOf("unknown", records)).toEqual([]);
  });

  test("a highlight is right when the whole form and nothing else is marked", () => {
    const row = { class: "definite", page: "عبد الله", query: "عبدالله" };
    const marks = (excerpt: string) => marksRightly({ url: "", excerpt }, row);
    expect(marks("ها هنا <mark>عبد</mark> <mark>الله</mark> ثم")).toBe(true);
    expect(marks("ها هنا <mark>عبد</mark> الله ثم")).toBe(false);
    expect(marks("ها <mark>هنا</mark> <mark>عبد</mark> <mark>الله</mark>")).toBe(false);
  });
});
