import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import { DEFAULT_CONFIG } from "../src/config.ts";
import { doubtsOf } from "../src/doubts/find.ts";
import { doubtsAmong } from "../src/doubts/messages.ts";
import { rankDoubts } from "../src/doubts/rank.ts";
import { problem } from "../src/messages.ts";
import type { Archive } from "../src/model/archive.ts";
import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import type { Evidence } from "../src/model/span.ts";

const article: Article = {
  id: "2021-12-17-00000001",
  title: "عنوان",
  titleStatus: "found",
  date: "2021-12-17",
  dates: { published: "2021-12-17" },
  source: "outlet",
  names: {},
  raw: { path: "a.txt", sha256: "" },
  evidence: {},
  removed: [],
  body: "",
};

function archiveOf(articles: readonly Article[], rest: Partial<Archive> = {}): Archive {
  const entities = new Map(
    ["outlet", "salwa", "port"].map((id) => [id, { id, type: id === "salwa" ? "person" : "place" } as Entity]),
  );
  return {
    articles,
    events: [],
    related: {},
    duplicates: [],
    strangers: [],
    authority: { entities, occasions: [] },
    config: DEFAULT_CONFIG,
    ...rest,
  };
}

const told = (changes: Partial<Article>) =>
  doubtsOf({ ...article, ...changes }, archiveOf([])).map(({ key, kind, value }) =>
    [key, kind, value].join(" ").trim(),
  );

describe("the doubts of an article", () => {
  it("are none when everything is said for sure", () => {
    expect(told({ evidence: { title: { rule: "headline:first-line", confidence: 0.95 } } })).toEqual([]);
  });

  it("name the field, the kind and the value", () => {
    expect(
      told({
        titleStatus: "truncated",
        dates: { published: "2024~", filed: "2021-12-18" },
        people: ["salwa", "nobody"],
        evidence: { "people.salwa": { rule: "name:variant", words: "سلوى", confidence: 0.7 } },
      }),
    ).toEqual([
      "title truncated عنوان",
      "dates.published uncertain 2024~",
      "people.nobody unknown-record nobody",
      "people.salwa unsure salwa",
    ]);
  });

  it("tell days that cannot both be right, unless an editor set both", () => {
    const dates = { filed: "2021-12-18", published: "2021-12-17", modified: "2021-12-16" };
    expect(told({ dates })).toEqual([
      "dates.published contradicting 2021-12-17",
      "dates.modified contradicting 2021-12-16",
    ]);
    const edited = { rule: "correction", confidence: 1 };
    const evidence = { "dates.filed": edited, "dates.published": edited, "dates.modified": edited };
    expect(told({ dates, evidence })).toEqual([]);
    expect(told({ dates: { filed: "2021-12", published: "2021-11-30" } })).toEqual([]);
  });
});

describe("a candidate that lost by little", () => {
  const chosen = {
    rule: "date:weekday-before-dateline",
    words: "الأربعاء",
    confidence: 0.9,
    chosenBy: "choose:first-named",
  };
  const rival = { value: "2021-12-14", rule: "date:yesterday-before-dateline", words: "أمس", confidence: 0.9 };
  const about = (key: string, alternatives: Evidence["alternatives"], rest: Partial<Evidence> = {}) => {
    const evidence = { [key]: { ...chosen, ...rest, ...(alternatives && { alternatives }) } };
    return doubtsOf({ ...article, dates: { ...article.dates, event: "2021-12-15" }, evidence }, archiveOf([]));
  };

  it("is a doubt, with the strongest of them", () => {
    const weaker = { ...rival, value: "2021-12-13", confidence: 0.85 };
    expect(about("dates.event", [weaker, rival])).toMatchObject([
      { key: "dates.event", kind: "contested", value: "2021-12-15", rival: { value: "2021-12-14" } },
    ]);
  });

  it("is none when it lost clearly, says nothing of itself, is of another kind, or an editor has spoken", () => {
    expect(about("dates.event", [{ ...rival, confidence: 0.7 }])).toEqual([]);
    expect(about("dates.event", [{ value: "2021-12-14", rule: "html:og", words: "14" }])).toEqual([]);
    expect(about("dates.published", [{ ...rival, rule: "date:dateline" }])).toEqual([]);
    expect(about("dates.event", [rival], { confirmed: true })).toEqual([]);
  });
});

describe("the order of the doubts", () => {
  it("is weight × doubt × pages that lean on the field", () => {
    const { source: _source, ...bare } = article;
    const poor: Article = { ...bare, people: ["salwa"], evidence: { "people.salwa": { rule: "r", confidence: 0.5 } } };
    const ranked = rankDoubts(archiveOf([poor]));
    // The source would stand on the article's page, on those of its day, month and year, and on Salwa's.
    expect(ranked.map(({ key, weight, doubt, pages, worth }) => ({ key, weight, doubt, pages, worth }))).toEqual([
      { key: "source", weight: 5, doubt: 1, pages: 5, worth: 25 },
      { key: "people.salwa", weight: 4, doubt: 0.5, pages: 2, worth: 4 },
    ]);
  });

  it("counts the articles that infer a date from this one, its event, its copies and what it is related to", () => {
    const first: Article = { ...article, dates: { published: "2021-12-17" }, titleStatus: "derived", event: "e" };
    const evidence = { "dates.published": { rule: "date:x", confidence: 0.7, documents: [article.id] } };
    const other: Article = { ...article, id: "b", evidence };
    const archive = archiveOf([first, other], {
      events: [{ id: "e", title: "", participants: [], articles: [article.id, "b"], links: [] }],
      duplicates: [[article.id, "b"]],
      related: { b: [{ id: article.id, score: 1, shared: [] }] },
    });
    // Source 1, three times, event 1, its other report 1, copy 1, related 1, own page 1.
    expect(rankDoubts(archive).find(({ key, article: id }) => key === "title" && id === article.id)?.pages).toBe(9);
  });

  it("holds a field once, by the first of what doubts it most", () => {
    const evidence = { "dates.published": { rule: "date:x", confidence: 0.3, documents: ["b"] } };
    const ranked = rankDoubts(archiveOf([{ ...article, dates: { published: "2024~" }, evidence }]));
    expect(ranked.map(({ key, kind, doubt }) => [key, kind, doubt])).toEqual([["dates.published", "uncertain", 0.7]]);
  });

  test("is from the most to the least, the same every time", () => {
    const { archive } = sampleArchive(200);
    const ranked = rankDoubts(archive);
    expect(ranked.length).toBeGreaterThan(20);
    expect(ranked.map(({ worth }) => worth)).toEqual(ranked.map(({ worth }) => worth).sort((a, b) => b - a));
    const shuffled = { ...archive, articles: [...archive.articles].reverse() };
    expect(rankDoubts(shuffled)).toEqual(ranked);
  });

  test("never counts an article for less than its own page, nor a doubt for more than all", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("title", "dates.published", "source"),
        (confidence, key) => {
          for (const { doubt, pages, worth } of rankDoubts(
            archiveOf([{ ...article, evidence: { [key]: { rule: "r", confidence } } }]),
          )) {
            expect(pages).toBeGreaterThanOrEqual(1);
            expect(doubt).toBeGreaterThanOrEqual(0);
            expect(doubt).toBeLessThanOrEqual(1);
            expect(worth).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe("what ingesting reported", () => {
  const archive = archiveOf([article]);
  const among = (rule: string, rest: object = {}) =>
    doubtsAmong([problem({ file: "raw/a.txt", severity: "warning", rule, reason: "", ...rest })], archive);

  it("becomes a doubt about the field it is about", () => {
    expect(among("resolve:ambiguous-name", { actual: "حداد", expected: ["salwa", "samir"] })).toEqual([
      {
        article: article.id,
        field: "people",
        key: "people",
        kind: "unresolved",
        rule: "resolve:ambiguous-name",
        words: "حداد",
      },
    ]);
    expect(among("date:weekday-contradicts-date", { actual: "الأحد 3 مايو" })).toMatchObject([
      { field: "event", key: "dates.event", kind: "contradicting", words: "الأحد 3 مايو" },
    ]);
    const several = { actual: "مهرجان القصب يختتم عروضه", expected: ["split: [6]"] };
    expect(among("segment:several-items", several)).toMatchObject([
      { field: "published", key: "dates.published", kind: "several", words: several.actual, fix: "split: [6]" },
    ]);
    const file = `corrections/${article.id}.yaml`;
    expect(among("correction:stale", { file })).toMatchObject([{ field: "title", kind: "stale" }]);
  });

  it("is left alone where it is about no article or no field", () => {
    expect(among("read:empty-file")).toEqual([]);
    expect(among("date:weekday-contradicts-date", { file: "raw/other.txt" })).toEqual([]);
    expect(among("resolve:ambiguous-name", { expected: ["nobody"] })).toEqual([]);
  });
});
