import { expect, it } from "vitest";
import { parseVocabulary, respace, suggest } from "../src/site/browser/search/suggest.ts";

const vocabulary = parseVocabulary([
  "الصين 40\nالمرفأ 9 المرفا\nالجاري 8\nفيروس 6\nكورونا 6\nالعلاقات 20",
  "العلاقات 3\nالمرجاني 2",
]);

it.each([
  ["الصبن", "الصين"],
  ["العلافات", "العلاقات"],
  ["المرقأ", "المرفأ"],
  ["المرجنانى", "المرجاني"],
  ["«الصبن»، المرفأ", "«الصين»، المرفأ"],
])("«%s» is «%s» mistyped", (typed, words) => {
  expect(suggest(typed, vocabulary)).toEqual({ words, isSure: true });
});

it("offers what is farther, and is not sure of it", () => {
  expect(suggest("الغافري", vocabulary)).toEqual({ words: "الجاري", isSure: false });
});

it.each(["الصين", "2O21", "ص", "طططططط", "x".repeat(500), "كلمات كثيرة غريبة لايعرفها هذاالأرشيف كلهابتاتا"])(
  "has nothing for «%s»",
  (typed) => {
    expect(suggest(typed, vocabulary)).toBeUndefined();
  },
);

it("spaces words as the archive does", () => {
  expect(respace("كورونافيروس", vocabulary)).toBe("كورونا فيروس");
  expect(respace("ال صين", vocabulary)).toBe("الصين");
  expect(respace("الصين", vocabulary)).toBeUndefined();
});
