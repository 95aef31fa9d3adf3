import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import type { Article } from "../src/model/article.ts";
import { siteData } from "../src/site/data.ts";
import { formatConfidence } from "../src/site/evidence.ts";
import { fieldLabel } from "../src/site/field-label.ts";
import { cutRaw } from "../src/site/raw-pieces.ts";
import { formatRule, RULE_LABELS } from "../src/site/strings.ts";
import type { ArticlePage } from "../src/site/views/article.ts";
import { heldTexts } from "./support/held-texts.ts";

const RAW = "مشاركة :\nقمة في المرفأ\nالمرفأ 5 آذار - زار سامر الحلبي   المرفأ\r\nيوم الأحد.";
const evidenceOf = (words: string, from = 0) => {
  const start = RAW.indexOf(words, from);
  return { rule: "name:full", words, at: [start, start + words.length] as const, confidence: 0.9 };
};

describe("the raw text in pieces", () => {
  const spans = fc.array(
    fc.tuple(
      fc.nat(RAW.length),
      fc.nat(RAW.length),
      fc.constantFrom("people.a", "title", "dates.event", "places.b", "removed"),
    ),
    { maxLength: 8 },
  );

  it("is the raw text, however marks overlap", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const evidence: Record<string, Article["evidence"][string]> = {};
        const removed: Article["removed"][number][] = [];
        for (const [index, [a, b, key]] of list.entries()) {
          const at = [Math.min(a, b), Math.max(a, b)] as const;
          if (key === "removed") removed.push({ text: RAW.slice(...at), at, rule: "clean:counter" });
          else evidence[`${key}${index}`] = { rule: "x", words: RAW.slice(...at), at, confidence: 1 };
        }
        const pieces = cutRaw(RAW, { evidence, removed });
        expect(pieces.map(({ text }) => text).join("")).toBe(RAW);
        expect(pieces.every(({ text }) => text !== "")).toBe(true);
        const ids = pieces.flatMap(({ id }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
        // Each piece says what covers it, each mark has its anchor.
        let offset = 0;
        for (const { text, fields, removed: reason } of pieces) {
          const inside = (at: readonly [number, number] | undefined) =>
            at !== undefined && at[0] <= offset && offset + text.length <= at[1] && at[0] < at[1];
          const expected = new Set(
            Object.entries(evidence)
              .filter(([, { at }]) => inside(at))
              .map(([key]) => fieldLabel(key)),
          );
          expect(new Set(fields ?? [])).toEqual(expected);
          expect(reason !== undefined).toBe(removed.some(({ at }) => inside(at)));
          offset += text.length;
        }
        for (const { at } of Object.values(evidence))
          if (at !== undefined && at[0] < at[1]) expect(ids).toContain(`raw-${at[0]}`);
      }),
    );
  });

  it("marks nothing where the words are not", () => {
    const evidence = {
      title: { rule: "x", words: "قمة", at: [0, 3] as const, confidence: 1 },
      source: { rule: "x", words: "x", at: [9999, 10000] as const, confidence: 1 },
    };
    expect(cutRaw(RAW, { evidence, removed: [] })).toEqual([{ text: RAW }]);
  });

  it("is empty for an empty text", () => {
    expect(cutRaw("", { evidence: {}, removed: [] })).toEqual([]);
  });
});

describe("the evidence of an article", () => {
  async function page(change: Partial<Article>, raw = RAW): Promise<ArticlePage> {
    const { archive } = sampleArchive(2);
    const [first, second] = archive.articles;
    const article = { ...first, names: {}, removed: [], evidence: {}, ...change } as Article;
    const texts = heldTexts({
      raw: new Map([[article.raw.path, raw]]),
      bodies: new Map(),
      pages: [],
      assetVersion: "",
      generator: "",
    });
    const data = siteData({ ...archive, articles: [article, second as Article] }, texts);
    return (await data.pages[1]?.view()) as ArticlePage;
  }

  it("shows each value with its words, what stands around them, the rule and where it is marked", async () => {
    const { evidence, raw } = await page({
      people: ["person-0"],
      evidence: { "people.person-0": evidenceOf("سامر الحلبي") },
    });
    expect(evidence).toEqual([
      {
        field: "الأشخاص",
        name: "people",
        id: "person-0",
        correctUrl: "/review/?article=2019-01-01-000000&field=people#correct",
        value: "سامر الحلبي",
        url: "/people/person-0/",
        rule: "name:full",
        ruleLabel: "الاسم الكامل كما في السجل",
        confidence: 0.9,
        confidenceLabel: "عالية (90%)",
        excerpt: {
          before: "مشاركة : قمة في المرفأ المرفأ 5 آذار - زار ",
          words: "سامر الحلبي",
          after: " المرفأ يوم الأحد.",
        },
        anchor: `#raw-${RAW.indexOf("سامر")}`,
        documents: [],
      },
    ]);
    expect(raw.find(({ id }) => `#${id}` === evidence[0]?.anchor)).toMatchObject({
      text: "سامر الحلبي",
      fields: ["الأشخاص"],
    });
  });

  it("cuts what stands around the words between words", async () => {
    const raw = `${"كلمة ".repeat(40)}هنا ${"لفظة ".repeat(40)}`;
    const start = raw.indexOf("هنا");
    const { evidence } = await page(
      { evidence: { title: { rule: "x", words: "هنا", at: [start, start + 3], confidence: 0.5 } } },
      raw,
    );
    const { before, after } = evidence[0]?.excerpt ?? { before: "", after: "" };
    expect(before).toMatch(/^…(كلمة ){15}$/);
    expect(after).toMatch(/^( لفظة){15}…$/);
  });

  it("names the documents an inferred value follows from", async () => {
    const { archive } = sampleArchive(2);
    const other = archive.articles[1];
    const { evidence, dates } = await page({
      date: "2019-01-03",
      dates: { event: "2019-01-03" },
      evidence: {
        "dates.event": {
          ...evidenceOf("يوم الأحد"),
          rule: "date:inferred-from-same-event",
          confidence: 0.7,
          documents: [other?.id ?? "", "gone"],
        },
      },
    });
    expect(evidence[0]?.documents).toEqual([{ url: `/articles/${other?.id}/`, label: other?.title }]);
    expect(dates).toMatchObject([{ kind: "تاريخ الحدث", certainty: "مستنتَج من تقارير أخرى" }]);
  });

  it("quotes what is declared beside the text, and says in Arabic where", async () => {
    const of = async (note: string, words: string) => {
      const evidence = { "dates.published": { rule: "jsonl:published", words, confidence: 0.9, note } };
      const [view] = (await page({ date: "2019-02-01", dates: { published: "2019-02-01" }, evidence })).evidence;
      return [view?.excerpt, view?.anchor, view?.note];
    };
    const declared = { before: "", words: "2019-02-01T08:00:00Z", after: "" };
    expect(await of("line 216", declared.words)).toEqual([declared, undefined, "السطر 216"]);
    expect(await of("beside the headline: «نُشر»", declared.words)).toEqual([
      declared,
      undefined,
      "بجانب العنوان: «نُشر»",
    ]);
    expect(await of('meta[name="date"]', "الجمعة 1 شباط/فبراير 2019")).toEqual([
      undefined,
      undefined,
      'meta[name="date"]',
    ]);
  });

  it("says so when an editor set the date", async () => {
    const { dates } = await page({
      date: "2019-02-01",
      dates: { published: "2019-02-01" },
      evidence: { "dates.published": { rule: "correction", confidence: 1 } },
    });
    expect(dates).toMatchObject([{ certainty: "حدَّده محرر الأرشيف" }]);
  });

  it("marks and quotes nothing when the raw text is gone or changed", async () => {
    const { evidence } = await page(
      { people: ["person-0"], evidence: { "people.person-0": evidenceOf("سامر الحلبي") } },
      `x${RAW}`,
    );
    expect(evidence[0]).not.toHaveProperty("excerpt");
    expect(evidence[0]).not.toHaveProperty("anchor");
  });
});

describe("words for rules and confidence", () => {
  it("has words for every rule, those of its stage for one it does not know", () => {
    expect(formatRule("date:dateline")).toBe(RULE_LABELS["date:dateline"]);
    expect(formatRule("date:some-new-rule")).toBe(RULE_LABELS["date:"]);
    expect(formatRule("correction")).toBe("تصحيح من محرر الأرشيف");
    expect(formatRule("unheard:of")).toBe(RULE_LABELS["*"]);
    expect(formatRule("")).toBe(RULE_LABELS["*"]);
  });

  it.each([
    [1, "عالية (100%)"],
    [0.85, "عالية (85%)"],
    [0.849, "عالية (85%)"],
    [0.84, "متوسطة (84%)"],
    [0.6, "متوسطة (60%)"],
    [0.2, "منخفضة (20%)"],
    [0, "منخفضة (0%)"],
  ])("%d is %s", (confidence, label) => {
    expect(formatConfidence(confidence)).toBe(label);
  });
});
