import { describe, expect, it } from "vitest";
import { parseQuestion } from "../src/site/browser/search/address.ts";
import type { Answer } from "../src/site/browser/search/answer.ts";
import { describeAnswer, describeCount } from "../src/site/browser/search/notices.ts";

const hits = (count: number): Answer["hits"] =>
  Array.from({ length: count }, (_, place) => ({ id: String(place), date: "", data: () => Promise.reject() }));
const answer = (count: number, more: Partial<Answer> = {}): Answer => ({
  hits: hits(count),
  isPartial: false,
  tally: async () => ({ counts: {}, totals: {}, dates: new Map() }),
  ...more,
});
const asked = (address: string) => parseQuestion(address, ["person"]);
const plain = (words: string) => words.replace(/[\u2068\u2069]/g, "");

describe("the number of results", () => {
  it.each([
    ["q=مرفأ", answer(2), "نتيجتان"],
    ["q=مرفأ", answer(40, { leftBefore: "2019" }), "40 نتيجة في أحدث المقالات"],
    ["", answer(40, { leftBefore: "2019", total: 70 }), "في الأرشيف 70 مقالًا"],
    ["q=مرفأ", answer(0), "لا نتائج لعبارة «مرفأ»."],
    ["person=سامر", answer(0), "لا نتائج بهذه المرشِّحات."],
    [`q=${"مرفأ ".repeat(100)}`, answer(0), `لا نتائج لعبارة «${"مرفأ ".repeat(16).trim()}…».`],
  ])("of «%s» is told", (address, found, words) => {
    expect(plain(describeCount(asked(address), found))).toBe(words);
  });
});

describe("what the reader should know", () => {
  it.each([
    ["q=مرفأ", answer(2), ""],
    ["q=المرقأ", answer(2, { corrected: "المرفأ" }), "لم يرد «المرقأ» في الأرشيف. هذه نتائج «المرفأ»."],
    [
      "q=دار مر",
      answer(2, { begun: { isCut: false } }),
      "ليس في الأرشيف مقال فيه «دار مر». هذه مقالات فيها كلمات تبدأ بـ«مر».",
    ],
    [
      "q=مر",
      answer(2, { begun: { isCut: true } }),
      "ليس في الأرشيف مقال فيه «مر». هذه بعض ما فيه كلمات تبدأ بـ«مر»: اكتب حرفًا آخر لترى ما بقي.",
    ],
    [
      "q=مرفأ دار نشر",
      answer(2, { isPartial: true, hasWhole: false }),
      "ليس في الأرشيف مقال فيه الكلمات كلها. هذا أقرب ما فيه.",
    ],
    ["q=مرفأ دار نشر", answer(2, { isPartial: true, hasWhole: true }), ""],
    ["from=2021-03&to=2020", answer(0), "تنتهي المدة قبل أن تبدأ: «من» بعد «إلى»."],
    ["from=2021-03&to=2021", answer(2), ""],
  ])("of «%s»", (address, found, words) => {
    expect(plain(describeAnswer(asked(address), found))).toBe(words);
  });

  it("a date that is none", () => {
    expect(plain(describeAnswer(asked("q=تاريخ:أمس"), answer(0, { unread: "أمس" })))).toMatch(/^«أمس» ليس تاريخًا/);
  });
});
