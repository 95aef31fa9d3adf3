import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FURNITURE } from "../src/arabic/lexicon/furniture.ts";
import { fold } from "../src/arabic/normalize.ts";
import { clean, furnitureRule } from "../src/clean.ts";
import { hostileText, rawArticle } from "./support/world.ts";

describe.each(FURNITURE)("$rule", ({ rule, expression, matches, misses }) => {
  test.each(matches)("takes «%s»", (line) => {
    expect(furnitureRule(line)).toBe(rule);
  });

  test.each(misses)("leaves «%s»", (line) => {
    expect(furnitureRule(line)).toBeUndefined();
  });

  test("is written in folded letters, else it could never match", () => {
    const letters = expression.source.replace(/[^\p{Script=Arabic}]/gu, "");
    expect(fold(letters)).toBe(letters);
  });

  test("has a stable name of its own, and examples", () => {
    expect(rule).toMatch(/^clean:[a-z-]+$/);
    expect(FURNITURE.filter((other) => other.rule === rule)).toHaveLength(1);
    expect(Math.min(matches.length, misses.length)).toBeGreaterThan(0);
  });
});

describe("of the rules only those are tried whose words a line holds", () => {
  /** The rules' own words, in their order. */
  const words = FURNITURE.flatMap(({ expression }) => expression.source.match(/[\p{L}\d]+/gu) ?? []);
  const between = fc.constantFrom(" ", " ", " ", "", ": ", " - ", "/", ".", "\u200f", "\u06dd", "ـ", "\u064b");
  const ownWords = fc
    .array(fc.tuple(fc.constantFrom(...words), between), { minLength: 1, maxLength: 7 })
    .map((pieces) => pieces.flat().join(""));
  const sameAsAll = (line: string) => {
    const { lines, removed } = clean(rawArticle(line));
    for (const { text } of lines) expect([text, furnitureRule(text)]).toEqual([text, undefined]);
    for (const { text, rule } of removed) expect([text, rule]).toEqual([text, furnitureRule(text)]);
  };

  test.each(FURNITURE)("$rule, in lines made from its expression", ({ rule, expression, matches }) => {
    // What it looks ahead or behind for is left to chance.
    const source = expression.source.replace(/\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\b/g, "");
    const lines = fc.stringMatching(new RegExp(source, expression.flags), { size: "-1" });
    fc.assert(fc.property(lines, sameAsAll), { numRuns: 200 });
    for (const line of matches) expect(clean(rawArticle(line)).removed[0]?.rule).toBe(rule);
    fc.assert(
      fc.property(fc.constantFrom(...matches), ownWords, fc.nat(60), (line, other, at) => {
        sameAsAll(line.slice(0, at) + other + line.slice(at));
        sameAsAll(line + other);
      }),
    );
  });

  test("in lines of their words", () => {
    for (const [i, word] of words.entries()) {
      sameAsAll(word);
      sameAsAll(`${word} ${words[i + 1]}`);
    }
    fc.assert(fc.property(ownWords, sameAsAll), { numRuns: 1000 });
    fc.assert(fc.property(hostileText, sameAsAll));
  });
});

test("a stroke of decoration hides no furniture: marks, tatweel, direction marks, bullets", () => {
  for (const line of [
    "مُشاركة :",
    "مشـــاركة",
    "\u200Fمشاركة",
    "\u202Bمشاركة\u202C",
    "اقرأ أيضًا: خبر",
    "اقرأْ المزيدَ",
    "TAGS: China",
  ]) {
    expect(furnitureRule(line), line).toBeDefined();
  }
  const { lines, removed } = clean(rawArticle("  • مشاركة\n\u00A0· 00:00\r\n* طباعة\nنص الخبر"));
  expect(removed.map(({ text }) => text)).toEqual(["مشاركة", "00:00", "طباعة"]);
  expect(lines.map(({ text }) => text)).toEqual(["نص الخبر"]);
});

test("buttons scraped without their line end go, and the line behind them stays", () => {
  const text = "Next Previous سليم أحمد - المرفأ\nNext Previous\nNext article";
  const { lines, removed } = clean(rawArticle(text));
  expect(lines.map(({ text, at }) => [text, at])).toEqual([["سليم أحمد - المرفأ", [14, 32]]]);
  expect(removed.map(({ text, at, rule }) => [text, at, rule])).toEqual([
    ["Next Previous", [0, 13], "clean:navigation"],
    ["Next Previous", [33, 46], "clean:navigation"],
    ["Next article", [47, 59], "clean:pager"],
  ]);
  const restored = clean(rawArticle(text), { restore: ["Next Previous سليم أحمد - المرفأ"], remove: [] });
  expect(restored.lines[0]?.text).toBe("Next Previous سليم أحمد - المرفأ");
});

test.each([
  "تابع الرئيس أعمال توسعة قناة السويس",
  "انضم اللاعب إلى المنتخب عبر التطبيق الجديد",
  "الوسوم الأكثر تداولا في العالم العربي اليوم",
  "حقوق الطبع والنشر قضية تشغل الكتّاب",
  "اشترك الجانبان في صياغة القناة المشتركة",
  "نشر الجيش تعزيزات على الحدود",
  "شارك الخبراء في المؤتمر",
  "بحث الوزيران التعاون",
  "4 قتلى في حادث سير",
  "الرئيسية في الخطة هي الزراعة",
  "إعلان النتائج غدا",
])("prose stays: «%s»", (line) => {
  expect(furnitureRule(line)).toBeUndefined();
});

test("what is kept and what is removed are the raw text at its place, and nothing else is lost", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { lines, removed } = clean(rawArticle(text));
      const parts = [...lines, ...removed].sort((a, b) => a.at[0] - b.at[0]);
      let end = 0;
      for (const { text: words, at } of parts) {
        expect(text.slice(...at)).toBe(words);
        expect(words).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(text.slice(end, at[0])).toMatch(/^[\s•·●▪◦*-]*$/u);
        end = at[1];
      }
      expect(text.slice(end)).toMatch(/^[\s•·●▪◦*-]*$/u);
    }),
  );
});
