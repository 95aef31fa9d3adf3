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
