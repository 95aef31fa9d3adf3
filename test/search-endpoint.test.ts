import { afterEach, describe, expect, it, vi } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { type EngineResponse, readTally, searchEndpoint } from "../src/site/browser/endpoint.ts";
import type { Question } from "../src/site/browser/search/address.ts";
import { buildRequest, type RequestOptions } from "../src/site/browser/search/endpoint-request.ts";
import type { Part } from "../src/site/browser/search/excerpt.ts";
import { findMarks } from "../src/site/browser/search/marks.ts";
import { parseQuery } from "../src/site/browser/search/query.ts";

const analyzer = makeAnalyzer(makeNames([["سامر نور الحلبي", "سامر الحلبي", "Samer Halabi"]]));
const filters = ["source", "person", "year"];
const fieldWords = new Map([
  ["شخص", "person"],
  ["سنة", "year"],
  ["تاريخ", "date"],
]);
const question = (words: string, more: Partial<Question> = {}): Question => ({
  words,
  filters: new Map(),
  order: "relevance",
  from: "",
  to: "",
  exact: false,
  ...more,
});
const request = (words: string, more: Partial<Question> = {}, how: Partial<RequestOptions> = {}) =>
  buildRequest(parseQuery(words, analyzer, fieldWords), question(words, more), {
    analyzer,
    filters,
    from: 0,
    size: 10,
    isOpen: false,
    isPartial: false,
    isCounted: false,
    ...how,
  });
/** Values of a key wherever it stands in a request. */
const valuesOf = (json: unknown, key: string): unknown[] =>
  typeof json !== "object" || json === null
    ? []
    : Object.entries(json).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);

describe("a request", () => {
  it("asks for everything, newest first, when nothing is typed", () => {
    expect(request("")).toEqual({
      track_total_hits: true,
      from: 0,
      size: 10,
      _source: ["url", "title", "body", "meta", "period"],
      query: { match_all: {} },
      sort: [{ day: { order: "desc", missing: "_last" } }, { _score: "desc" }, { id: "asc" }],
    });
  });

  it("asks for the analyzer's keys as alternatives at one place, and a little for the form typed", () => {
    const [keys, written] = valuesOf(request("والمرافئ"), "multi_match") as { query: string; boost?: number }[];
    expect(keys?.query.split("_")).toEqual(analyzer.analyze("والمرافئ")[0]?.words[0]?.keys);
    expect(written).toMatchObject({ query: "=والمرافء", boost: 0.1 });
  });

  it("asks for the form alone in exact mode, and for a name by its key", () => {
    expect(valuesOf(request("والمرافئ", { exact: true }), "query").filter((v) => typeof v === "string")).toEqual([
      "=والمرافء",
    ]);
    expect(valuesOf(request("سامر الحلبي"), "multi_match")).toMatchObject([{ query: "سامرنورالحلبي" }]);
  });

  it("asks for the words of a phrase in a row, a name between them in any spelling", () => {
    const [phrase] = valuesOf(request("«قال سامر الحلبي أمس»"), "terms.body") as [
      { all_of: { ordered: boolean; max_gaps: number; intervals: readonly object[] } },
    ];
    expect(phrase.all_of).toMatchObject({ ordered: true, max_gaps: 0 });
    expect(phrase.all_of.intervals).toHaveLength(3);
    const [, name] = phrase.all_of.intervals as { any_of?: { intervals: readonly { match: { query: string } }[] } }[];
    expect(name?.any_of?.intervals.slice(0, 2).map(({ match }) => match.query)).toEqual([
      "سامرنورالحلبي",
      "سامرنورالحلبي سامرنورالحلبي",
    ]);
  });

  it("excludes, wants any word of many and goes on where the reader is still typing", () => {
    expect(valuesOf(request("مرفأ -سفينة"), "must_not")).toHaveLength(1);
    expect(valuesOf(request("مرفأ سفينة", {}, { isPartial: true }), "minimum_should_match")).toEqual([1]);
    const prefixes = valuesOf(request("المرف", {}, { isOpen: true }), "prefix");
    expect(prefixes).toContainEqual({ "terms.body": { value: "=المرف" } });
    expect(prefixes).toContainEqual({ "terms.body": { value: "مرف" } });
  });

  it("looks for field words among the names, the year or the days", () => {
    const [names] = valuesOf(request("شخص:الحلبي"), "match_phrase") as [Record<string, string>];
    expect(names["terms.names.person"]?.split("_")).toContain("=الحلبي");
    expect(valuesOf(request("سنة:2021"), "term")).toEqual([{ "filters.year": "2021" }]);
    expect(valuesOf(request("تاريخ:2020-02"), "date.days")).toEqual([
      { gte: "2020-02-01", lte: "2020-02-29", relation: "intersects" },
    ]);
  });

  it("filters after the words, and counts each filter beside the others", () => {
    const more = { filters: new Map([["source", new Set(["الصباح"])]]), from: "2021", to: "2021-12-15" };
    const asked = request("مرفأ", { ...more, order: "oldest" }, { isCounted: true });
    const source = { terms: { "filters.source": ["الصباح"] } };
    const days = { range: { "date.days": { gte: "2021-01-01", lte: "2021-12-15", relation: "intersects" } } };
    expect(asked.post_filter).toEqual({ bool: { filter: [source, days] } });
    expect(asked.sort).toEqual([{ day: { order: "asc", missing: "_last" } }, { _score: "desc" }, { id: "asc" }]);
    expect(asked.aggs).toMatchObject({
      "total:source": { terms: { field: "filters.source", size: 300 } },
      "count:source": { filter: { bool: { filter: [days] } } },
      "count:person": { filter: { bool: { filter: [source, days] } } },
      dates: { filter: { bool: { filter: [source] } } },
    });
    expect(valuesOf(asked.aggs, "calendar_interval")).toEqual(["year", "month"]);
    const short = request("", { from: "2021-12", to: "2021-12" }, { isCounted: true });
    expect(valuesOf(short.aggs, "calendar_interval")).toEqual(["year", "month", "day"]);
  });
});

describe("marks", () => {
  const marked = (text: string, words: string, exact = false) => {
    const { chunks, places } = findMarks(text, parseQuery(words, analyzer).clauses, analyzer, exact);
    return places.map((some) => some.map((place) => chunks[place]?.text));
  };

  it.each([
    ["a word in other forms", "وصلت السفينة، والسفن بعيدة", "سفن", [["السفينة،", "والسفن"]]],
    ["a name in another spelling", "قال سامر نور الحلبي إن", "Samer Halabi", [["سامر", "نور", "الحلبي"]]],
    ["a phrase and not its words alone", "المرفأ كبير. المرفأ الجديد", "«المرفأ الجديد»", [["المرفأ", "الجديد"]]],
    ["a phrase over a stroke", "بين بيروت/دمشق طريق", "«بيروت دمشق»", [["بيروت/دمشق"]]],
    [
      "a phrase around a name",
      "قال سامر نور الحلبي أمس",
      "«قال سامر الحلبي أمس»",
      [["قال", "سامر", "نور", "الحلبي", "أمس"]],
    ],
    ["nothing of what is excluded", "سفينة ومرفأ", "سفينة -مرفأ", [["سفينة"]]],
  ])("find %s", (_, text, words, expected) => {
    expect(marked(text, words)).toEqual(expected);
  });

  it("find the form alone in exact mode", () => {
    expect(marked("وصلت السفينة، والسفن بعيدة", "والسفن", true)).toEqual([["والسفن"]]);
  });
});

describe("an answer", () => {
  afterEach(() => vi.unstubAllGlobals());

  const hit = (number: number) => ({
    _id: `a${number}`,
    _source: {
      url: `https://example.org/archive/articles/a${number}/`,
      title: `سفينة ${number}`,
      body: "وصلت السفينة إلى المرفأ",
      meta: { source: "الصباح" },
      period: "2021-12-17",
    },
  });
  const answers = (total: number, size = 10): EngineResponse => ({
    hits: { total: { value: total }, hits: Array.from({ length: Math.min(total, size) }, (_, i) => hit(i)) },
  });
  const serve = (...responses: readonly EngineResponse[]) => {
    const bodies: Record<string, unknown>[] = [];
    vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
      expect(url).toBe("https://search.example.org/archive/_search");
      bodies.push(JSON.parse(body));
      return new Response(JSON.stringify(responses[Math.min(bodies.length, responses.length) - 1]));
    });
    return bodies;
  };
  const endpoint = { url: "https://search.example.org/archive", analyzer, filters };
  const shown = (parts: readonly Part[]) => parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");

  it("has results as the page shows them, further ones fetched when they are asked for", async () => {
    const bodies = serve(answers(25));
    const { hits, total } = await searchEndpoint(endpoint, question("سفن"));
    expect([hits.length, total]).toEqual([25, 25]);
    expect(hits[0]).toMatchObject({ id: "a0", date: "2021-12-17" });
    const data = await hits[0]?.data();
    expect(data).toMatchObject({ url: "/archive/articles/a0/", meta: { title: "سفينة 0", source: "الصباح" } });
    expect(shown(data?.title ?? [])).toBe("[سفينة] 0");
    expect(shown(data?.excerpt ?? [])).toBe("وصلت [السفينة] إلى المرفأ");
    expect(bodies).toHaveLength(1);
    await Promise.all(hits.slice(10, 20).map((one) => one.data()));
    expect(bodies.map(({ from }) => from)).toEqual([0, 10]);
    expect(bodies[1]).not.toHaveProperty("aggs");
  });

  it("lets the last word go on, then some be missing, where nothing holds them all", async () => {
    const bodies = serve(answers(0), answers(0), answers(3));
    const { hits, isPartial } = await searchEndpoint(endpoint, question("سفن مرافئ"));
    expect([hits.length, isPartial, bodies.length]).toEqual([3, true, 3]);
  });

  it("fails when the endpoint does", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 503 }));
    await expect(searchEndpoint(endpoint, question("سفن"))).rejects.toThrow("The search endpoint answered 503");
  });

  it("counts values and dates", () => {
    const buckets = (...counts: readonly (readonly [string, number])[]) => ({
      buckets: counts.map(([key, doc_count]) => ({ key, doc_count })),
    });
    const periods = (key_as_string: string, doc_count: number) => ({
      periods: { buckets: [{ key: 0, key_as_string, doc_count }] },
    });
    const tally = readTally(
      {
        aggregations: {
          "total:source": buckets(["الصباح", 5], ["المساء", 2]),
          "count:source": { doc_count: 4, values: buckets(["الصباح", 3]), ticked: buckets(["المساء", 1]) },
          dates: { doc_count: 6, years: periods("2020", 1), months: periods("2021-12", 3), undated: { doc_count: 2 } },
        },
      },
      ["source", "person"],
    );
    expect(tally).toEqual({
      totals: { source: { الصباح: 5, المساء: 2 }, person: {} },
      counts: { source: { الصباح: 3, المساء: 1 }, person: {} },
      dates: new Map([
        ["2020", 1],
        ["2021-12", 3],
        ["", 2],
      ]),
    });
  });
});
