import fc from "fast-check";
import { expect, test } from "vitest";
import { BY_DISTANCE } from "../src/arabic/lexicon/events.ts";
import { fold, foldInPlace } from "../src/arabic/normalize.ts";
import { indexWords, tokenize } from "../src/arabic/tokenize.ts";
import { extractSignals } from "../src/extract/signals.ts";
import type { SegmentedArticle, Signals } from "../src/model/article.ts";
import type { Span } from "../src/model/span.ts";

/** Signals of a text whose blocks stand at the given spans. */
function signalsOf(text: string, ...spans: Span[]): Signals {
  const blocks = spans.map((at) => ({ kind: "paragraph" as const, text: text.slice(...at), at }));
  return extractSignals({ text, blocks } as unknown as SegmentedArticle, [], undefined, indexWords(text));
}

const textOf = (words: string, ...others: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words.split(" "), ...others), fc.constantFrom(" ", " ", "", "\n")), {
      maxLength: 24,
    })
    .map((all) => all.flat().join(""));

test("a meeting is held by distance where a phrase says so, whatever stands in between", () => {
  const text = textOf(
    "عبر تقنية الاتصال خاصية الفيديو فيديو مرئي مرئية مكالمة اتصال اتصالا هاتفي هاتفية محادثة عن بعد بالفيديو افتراضي الافتراضية لقاء",
    "\u200f",
    "َ",
    "ـ",
  );
  fc.assert(
    fc.property(text, (text) => {
      const isVirtual = signalsOf(text, [0, text.length]).eventMode === "virtual";
      expect(isVirtual).toBe(BY_DISTANCE.test(fold(text)));
    }),
  );
});

const FIGURE =
  /(?<![\d.,٫])(\d+(?:[.,٫]\d+)*)\s*(مليون|مليار|ترليون|تريليون|الف|بالميه|بالمايه|%|دولار|يورو|قتيل|قتلي|جريح|شخص|برميل|كيلومتر)(?:\s+(دولار|يورو|ريال|جنيه|شخص|برميل))?/gu;

test("figures are those that one expression finds in each block", () => {
  const text = textOf("5 12 ٣ 7,5 مليون مليار دولار شخص بالمئة م ب2 كيلومتر", "%", ".", "٫", "،", "َ");
  fc.assert(
    fc.property(text, fc.nat(40), (text, cut) => {
      const middle = Math.min(cut, text.length);
      const expected = new Set<string>();
      for (const block of [text.slice(0, middle), text.slice(middle)])
        for (const found of foldInPlace(block).matchAll(FIGURE)) expected.add(found.slice(1).filter(Boolean).join(" "));
      expect(signalsOf(text, [0, middle], [middle, text.length]).figures).toEqual([...expected].sort());
    }),
  );
});

test("each term stands with how often it is said, most often first, then by its hash", () => {
  const text = textOf("مرفأ المرفأ مراكب مركب سوق الأسواق من في صياد الصيادون سمك أسماك ريح رياح بحر البحر ميناء", " ");
  fc.assert(
    fc.property(text, (text) => {
      const counts = new Map<number, number>();
      for (const word of tokenize(text)) {
        const [term] = signalsOf(word.text, [0, word.text.length]).terms;
        if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
      const sorted = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
      expect(signalsOf(text, [0, text.length]).terms).toEqual(sorted.flat());
    }),
  );
});
