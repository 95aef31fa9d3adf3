import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offsetAfter } from "../src/arabic/clitics.ts";
import { fold, foldInPlace, isIgnored } from "../src/arabic/normalize.ts";
import { lightStem } from "../src/arabic/stem.ts";
import { hostileText } from "./support/world.ts";

const anyText = fc.oneof(hostileText, fc.string({ unit: "binary" }));

describe("fold makes spellings of one word equal", () => {
  test.each([
    ["أُوروبّا", "اوروبا"],
    ["إيران", "ايران"],
    ["آسيا", "اسيا"],
    ["مصطفى", "مصطفي"],
    ["القاهرة", "القاهره"],
    ["مسؤول", "مسوول"],
    ["هيئة", "هييه"],
    ["العـــراق", "العراق"],
    ["ڤيينا", "فيينا"],
    ["گوگل", "كوكل"],
    ["پاريس", "باريس"],
    ["ایران", "ايران"],
    ["\u202Bمصر\u202C", "مصر"],
    ["الرحمٰن", "الرحمن"],
    ["ا\u0654", "ا"],
    ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["Reuters", "reuters"],
  ])("%s → %s", (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test("but not different letters", () => {
    expect(fold("ضرب")).not.toBe(fold("ظرب"));
    expect(fold("سماء")).not.toBe(fold("سما"));
  });
});

test("folding twice is folding once", () => {
  fc.assert(fc.property(anyText, (text) => void expect(fold(fold(text))).toBe(fold(text))));
});

test("foldInPlace keeps every offset and agrees with fold", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = foldInPlace(text);
      expect(folded).toHaveLength(text.length);
      expect([...folded.split("")].filter((unit) => !isIgnored(unit)).join("")).toBe(fold(text));
      for (let i = 0; i < text.length; i++) if (isIgnored(text[i] as string)) expect(folded[i]).toBe(text[i]);
    }),
  );
});

test("folding a piece gives a piece of the folded whole", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(fold(a + b)).toBe(fold(a) + fold(b));
    }),
  );
});

test("offsetAfter takes off letters with their marks", () => {
  expect(offsetAfter("وَبوتين", 1)).toBe(2);
  expect(offsetAfter("وـبوتين", 1)).toBe(2);
  expect(offsetAfter("\u200Fوبوتين", 1)).toBe(2);
  expect(offsetAfter("بوتين", 0)).toBe(0);
  fc.assert(
    fc.property(anyText, fc.nat(8), (text, letters) => {
      const offset = offsetAfter(text, letters);
      expect(fold(text.slice(0, offset))).toHaveLength(Math.min(letters, fold(text).length));
      if (letters > 0 && offset < text.length) expect(isIgnored(text[offset] as string)).toBe(false);
    }),
  );
});

test("lightStem brings forms together and leaves two letters at least", () => {
  expect(lightStem(fold("والعلاقات"))).toBe(lightStem(fold("علاقات")));
  expect(lightStem(fold("للصين"))).toBe("صين");
  fc.assert(
    fc.property(fc.stringMatching(/^[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{2,12}$/), (word) => {
      expect(lightStem(word).length).toBeGreaterThanOrEqual(2);
    }),
  );
});
