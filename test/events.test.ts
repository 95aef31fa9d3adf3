import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../src/effects.ts";
import type { Event } from "../src/model/archive.ts";
import type { ExtractedFields, Relatable } from "../src/model/article.ts";
import { relateEvents } from "../src/relate/events.ts";
import { inferDates } from "../src/relate/infer-dates.ts";
import { relate } from "../src/relate/relate.ts";
import { relateArticles } from "../src/relate/related.ts";

const found = (value: string) => ({ value, rule: "test", confidence: 1 });
const WORDS = { ميناء: 3, سفينة: 2, افتتاح: 2, رصيف: 1, احتفال: 1 };

/** An article by what events are compared on. */
function report(
  id: string,
  given: {
    event?: string;
    published?: string;
    people?: string[];
    places?: string[];
    weekday?: number;
    mode?: string;
    kind?: string;
    terms?: Record<string, number>;
    title?: string;
    status?: Relatable["titleStatus"];
    provider?: string;
    figures?: string[];
  } = {},
): Relatable {
  const {
    event,
    published,
    people = ["salim", "salma"],
    places = [],
    weekday,
    mode,
    kind = "talks",
    terms = WORDS,
    title = `عنوان ${id}`,
    status = "found",
    provider,
    figures = [],
  } = given;
  const fields: ExtractedFields = {
    ...(event && { event: found(event) }),
    ...(published && { published: found(published) }),
    ...(provider && { provider: { ...found("a-provider"), words: provider } }),
    people: people.map(found),
    places: places.map(found),
  };
  return {
    id,
    title: found(title),
    titleStatus: status,
    fields,
    signals: {
      eventKind: kind,
      ...(mode && { eventMode: mode }),
      ...(weekday !== undefined && {
        weekday: { value: weekday, rule: "test", words: "يوم", at: [0, 3], confidence: 1 },
      }),
      participants: [...people, ...places],
      figures,
      // Any numbers will do for hashes, the same for the same word.
      terms: Object.entries(terms).flatMap(([word, count]) => [Number.parseInt(sha256(word).slice(0, 7), 16), count]),
    },
  };
}

const groupsOf = (articles: readonly Relatable[], before: readonly Event[] = []) =>
  relateEvents(articles, before).events.map(({ articles }) => articles);

describe("one event", () => {
  test.each<[string, Parameters<typeof report>[1], Parameters<typeof report>[1]]>([
    ["the same day, people and words", { event: "2021-12-15" }, { event: "2021-12-15" }],
    ["a day, and a report filed the day after", { event: "2021-12-15" }, { published: "2021-12-16" }],
    ["a day, and a weekday alone", { event: "2021-12-15" }, { weekday: 3 }],
    ["no day in either", {}, {}],
    ["published a day apart", { published: "2021-12-31" }, { published: "2022-01-01" }],
  ])("%s", (_, a, b) => {
    expect(groupsOf([report("a", a), report("b", b)])).toEqual([["a", "b"]]);
  });

  test.each<[string, Parameters<typeof report>[1], Parameters<typeof report>[1]]>([
    ["two days", { event: "2021-12-15" }, { event: "2021-12-25" }],
    ["a weekday that is not the day's", { event: "2021-12-15" }, { weekday: 4 }],
    ["a report before the day", { event: "2021-12-15" }, { published: "2021-12-10" }],
    ["years apart", { published: "2021~" }, { published: "2024~" }],
    ["by video and in one room", { event: "2021-12-15", mode: "virtual" }, { event: "2021-12-15", mode: "in-person" }],
    [
      "other people and words",
      { event: "2021-12-15" },
      { event: "2021-12-15", people: ["hadi", "wan"], terms: { ملعب: 3, مباراة: 4 } },
    ],
    [
      "nothing in common but the day",
      { event: "2021-12-15", people: [], terms: { ملعب: 1 } },
      { event: "2021-12-15", people: [], terms: { ميناء: 1 } },
    ],
    ["two empty texts", { people: [], terms: {} }, { people: [], terms: {} }],
  ])("not: %s", (_, a, b) => {
    expect(groupsOf([report("a", a), report("b", b)])).toEqual([]);
  });

  test("a report without a day never brings two days together", () => {
    const articles = [
      report("a", { event: "2021-12-15" }),
      report("b", { event: "2021-12-22" }),
      report("c", { weekday: 3 }),
    ];
    for (const { articles: members } of relateEvents(articles, []).events)
      expect(members.filter((id) => id !== "c")).toHaveLength(1);
  });

  test("is described by what its reports say", () => {
    const { events } = relateEvents(
      [
        report("a", { event: "2021-12-15", title: "مقطوع عن", status: "truncated", places: ["bala"] }),
        report("b", {
          event: "2021-12-15",
          title: "قناة كذا: لقاء في بالة",
          provider: "قناة كذا",
          people: ["salim", "salma", "hadi"],
        }),
        report("c", { event: "2021-12-15", title: "مستنبط", status: "derived" }),
      ],
      [],
    );
    expect(events).toMatchObject([
      {
        id: "event-a",
        title: "لقاء في بالة",
        date: "2021-12-15",
        kind: "talks",
        participants: ["salim", "salma"],
        articles: ["a", "b", "c"],
      },
    ]);
    for (const { a, b, score, why } of events[0]?.links ?? []) {
      expect(a < b).toBe(true);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(why).toContain("event:same-day");
    }
  });
});

describe("an event's id", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => report(id, { event: "2021-12-15" })) as [
    Relatable,
    Relatable,
    Relatable,
    Relatable,
  ];

  test("stays when reports join or leave", () => {
    const { events: first } = relateEvents([b, c], []);
    expect(first[0]?.id).toBe("event-b");
    expect(relateEvents([a, b, c], first).events[0]?.id).toBe("event-b");
    expect(relateEvents([a, c], relateEvents([a, b, c], first).events).events[0]?.id).toBe("event-b");
  });

  test("is held by one of the two when an event falls apart", () => {
    const before = relateEvents([a, b, c, d], []).events;
    expect(before).toHaveLength(1);
    const later = { event: "2021-12-25" };
    const { events } = relateEvents([a, b, report("c", later), report("d", later)], before);
    expect(events.map(({ articles }) => articles)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(events.map(({ id }) => id)).toEqual(["event-a", "event-c"]);
    expect(relateEvents([a, b, report("c", later), report("d", later)], events).events).toEqual(events);
  });

  test("is one when two events become one", () => {
    const before = [...relateEvents([a, b], []).events, ...relateEvents([c, d], []).events];
    const { events } = relateEvents([a, b, c, d], before);
    expect(events.map(({ id }) => id)).toEqual(["event-a"]);
  });

  test("is not taken from another event by the article it is named after", () => {
    // `event-c` belongs to the group of a and b, and c now reports something else with d.
    const before: Event[] = [{ id: "event-c", title: "", participants: [], articles: ["a", "b"], links: [] }];
    const later = { event: "2021-12-25" };
    const { events } = relateEvents([a, b, report("c", later), report("d", later)], before);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(events.find(({ articles }) => articles.includes("a"))?.id).toBe("event-c");
  });
});

describe("the same text twice", () => {
  test.each<[string, Parameters<typeof report>[1]]>([
    ["dated", { event: "2021-12-15" }],
    ["undated", {}],
    ["undated and without names", { people: [] }],
    ["undated, with one name", { people: ["salim"] }],
  ])("%s, is told", (_, given) => {
    expect(relateEvents([report("a", given), report("b", given)], []).duplicates).toEqual([["a", "b"]]);
  });

  test("is not told of texts that differ", () => {
    expect(
      relateEvents(
        [
          report("a", { event: "2021-12-15" }),
          report("b", { event: "2021-12-15", terms: { ...WORDS, ملعب: 3, مباراة: 4 } }),
        ],
        [],
      ).duplicates,
    ).toEqual([]);
  });
});

describe("a date that follows from other reports", () => {
  const event = (...articles: string[]): Event[] => [
    { id: "event-x", title: "", participants: [], articles, links: [] },
  ];
  const infer = (...articles: Relatable[]) =>
    [...inferDates(articles, event(...articles.map(({ id }) => id)))].map(([id, { value, documents, confidence }]) => ({
      id,
      value,
      documents,
      confidence,
    }));

  test("needs a weekday named, and a day that falls on it", () => {
    const day = report("a", { event: "2021-12-15" });
    expect(infer(day, report("b", { weekday: 3 }))).toEqual([
      { id: "b", value: "2021-12-15", documents: ["a"], confidence: 0.75 },
    ]);
    expect(infer(day, report("b", { weekday: 4 }))).toEqual([]);
    expect(infer(day, report("b"))).toEqual([]);
    expect(infer(day, report("b", { weekday: 3, event: "2021" }))).toEqual([]);
  });

  test("is surer with two, and none when they disagree", () => {
    const [a, b, c] = [
      report("a", { event: "2021-12-15" }),
      report("b", { event: "2021-12-15" }),
      report("c", { weekday: 3 }),
    ];
    expect(infer(a, b, c)).toEqual([{ id: "c", value: "2021-12-15", documents: ["a", "b"], confidence: 0.85 }]);
    expect(infer(a, report("b", { event: "2021-12-22" }), c)).toEqual([]);
    expect(infer(report("a", { event: "2021-12~" }), c)).toEqual([]);
  });

  test("reaches the article it is about, and no other", () => {
    const articles = [report("a", { event: "2021-12-15" }), report("b", { weekday: 3 })];
    const { relationOf } = relate(articles, { events: [], strangers: [] });
    expect(relationOf("a")).toEqual({ event: "event-a" });
    expect(relationOf("b")).toMatchObject({
      event: "event-a",
      inferredDate: { value: "2021-12-15", documents: ["a"] },
    });
    expect(relationOf("nobody")).toEqual({});
  });
});

describe("related articles", () => {
  const many = (count: number, given: (index: number) => Parameters<typeof report>[1]) =>
    Array.from({ length: count }, (_, i) => report(`r${String(i).padStart(4, "0")}`, given(i)));

  const STRIKE = { إضراب: 3, عمال: 2, أجور: 2, مصنع: 1, نقابة: 1, وردية: 1 };

  test("treat of one matter, whether they name the same records or say the same rare words", () => {
    const articles = [
      report("a"),
      report("b", { people: [] }),
      report("c", { terms: STRIKE }),
      report("d", { people: ["hadi"], terms: STRIKE }),
    ];
    const related = relateArticles(articles, new Map());
    expect(related.a).toEqual([{ id: "b", score: 1, shared: [] }]);
    expect(related.c).toEqual([{ id: "d", score: 1, shared: [] }]);
  });

  test("are not those that name the same records and speak of something else", () => {
    expect(relateArticles([report("a"), report("b", { terms: STRIKE })], new Map())).toEqual({});
  });

  test("are of another event", () => {
    const articles = [report("a"), report("b")];
    const one = new Map([
      ["a", "e"],
      ["b", "e"],
    ]);
    expect(relateArticles(articles, one)).toEqual({});
    expect(relateArticles(articles, new Map([...one, ["b", "f"]])).a).toEqual([
      { id: "b", score: 1, shared: ["salim", "salma"] },
    ]);
  });

  test("are six at most, best first, each once, never itself, with scores from 0 to 1", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    fc.assert(
      fc.property(fc.array(fc.subarray(names), { maxLength: 30 }), (lists) => {
        const articles = lists.map((people, i) => report(`r${String(i).padStart(2, "0")}`, { people }));
        for (const [id, list] of Object.entries(relateArticles(articles, new Map()))) {
          expect(list.length).toBeLessThanOrEqual(6);
          expect(new Set(list.map((one) => one.id)).size).toBe(list.length);
          expect(list.map((one) => one.id)).not.toContain(id);
          const scores = list.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((x, y) => y - x));
          expect(Math.min(...scores)).toBeGreaterThan(0);
          expect(Math.max(...scores)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("cost no more an article in an archive that names the same records everywhere", () => {
    const articles = many(5000, (i) => ({
      people: ["salim", "salma", `p${i % 7}`],
      published: `2021-${String((i % 12) + 1).padStart(2, "0")}-01`,
    }));
    const related = relateArticles(articles, new Map());
    expect(Object.keys(related)).toHaveLength(5000);
    expect(relateEvents(articles, []).events.flatMap((event) => event.articles).length).toBeLessThanOrEqual(5000);
  });
});

test("relations are the same whatever the order of what they are made of", () => {
  const articles = [
    report("a", { event: "2021-12-15" }),
    report("b", { weekday: 3 }),
    report("c", { published: "2021-12-16" }),
    report("d", { people: ["hadi"] }),
  ];
  const nothing = { events: [], strangers: [] };
  const twice = [relate(articles, nothing).relations(), relate(articles, nothing).relations()];
  expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
});
