import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readings } from "../src/arabic/clitics.ts";
import { fold } from "../src/arabic/normalize.ts";
import { parseCardinal, parseOrdinal } from "../src/arabic/numbers.ts";
import { indexWords, sentences, tokenize } from "../src/arabic/tokenize.ts";
import { hostileText } from "./support/world.ts";

const words = (text: string) => tokenize(text).map(({ text }) => text);
const cut = (text: string) => sentences(text).map(([from, to]) => text.slice(from, to));

describe("tokenize", () => {
  test("keeps marks, tatweel and joiners inside a word and punctuation outside", () => {
    expect(words("قالَ «مَرْجـانة»، (٢٠٢١م) — می\u200Cخواهم U.S.")).toEqual([
      "قالَ",
      "مَرْجـانة",
      "٢٠٢١م",
      "می\u200Cخواهم",
      "U",
      "S",
    ]);
  });

  test("drops what folds to nothing", () => {
    expect(tokenize("ـــ \u064B")).toEqual([]);
  });

  test("covers every letter and digit, in order, with exact offsets", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(100), (text, base) => {
        let end = 0;
        for (const token of tokenize(text, base)) {
          const [from, to] = [token.start - base, token.end - base];
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toBe(token.text);
          expect(token.key).toBe(fold(token.text));
          expect(token.key).not.toBe("");
          expect(fold(text.slice(end, from))).not.toMatch(/[\p{L}\p{N}]/u);
          end = to;
        }
        expect(fold(text.slice(end))).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  test("an index of the words answers as cutting the range would", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(400), fc.nat(400), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const inside = tokenize(text).filter((token) => token.start >= start && token.end <= end);
        expect(indexWords(text).between(start, end)).toEqual(inside);
      }),
    );
  });
});

/** The rule of `sentences` as one expression, tried at every place. */
const SENTENCE_END =
  /(?:(?<!\.)(?<!(?<!\p{N}\s?)(?<![\p{L}\p{M}\p{N}])\p{L})\.(?!\.)|(?<![؟!…?])[؟!…?]+)[”"»’'\])}]*(?=\s|$)/gu;

function sentencesByExpression(text: string): string[] {
  let start = 0;
  const pieces = [...text.matchAll(SENTENCE_END)].map(({ 0: found, index }) => {
    const piece = text.slice(start, index + found.length);
    start = index + found.length;
    return piece;
  });
  return [...pieces, text.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

describe("sentences", () => {
  const pieces = [
    "د",
    "أب",
    "م",
    "٣",
    "2021",
    ".",
    "..",
    "؟",
    "!",
    "…",
    "»",
    '"',
    ")",
    " ",
    "\n",
    "\u064e",
    "\u200c",
    "ـ",
  ];
  const rareText = fc.array(fc.constantFrom(...pieces, "𐐀", "😀", "\ud800", "\udc00", "\u00a0", "\ufeff", "२"), {
    maxLength: 24,
  });

  test("are those of one expression, of a whole text and of a part of it", () => {
    fc.assert(
      fc.property(
        rareText.map((all) => all.join("")),
        fc.nat(30),
        fc.nat(30),
        (text, a, b) => {
          expect(cut(text)).toEqual(sentencesByExpression(text));
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          const inside = indexWords(text).sentencesIn(start, end);
          expect(inside.map((at) => text.slice(...at))).toEqual(sentencesByExpression(text.slice(start, end)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["قال الوزير. وأضاف المدير.", ["قال الوزير.", "وأضاف المدير."]],
    ["هل وصل؟ نعم! وصل…", ["هل وصل؟", "نعم!", "وصل…"]],
    ["بلغ 3.5 مليون.", ["بلغ 3.5 مليون."]],
    ["قال: «وصلنا.» ثم مضى.", ["قال: «وصلنا.»", "ثم مضى."]],
    ["زار example.org أمس.", ["زار example.org أمس."]],
    ["مشهد أول.. ومشهد ثان.", ["مشهد أول.. ومشهد ثان."]],
    ["حقا؟! لا.", ["حقا؟!", "لا."]],
    ["قال د. سليم أحمد: نعم. ثم مضى.", ["قال د. سليم أحمد: نعم.", "ثم مضى."]],
    ["ذكرت أ. ف. ب. أمس.", ["ذكرت أ. ف. ب. أمس."]],
    ["حدث عام 2021 م. ثم تكرر.", ["حدث عام 2021 م.", "ثم تكرر."]],
    ["حدث عام 2021م. ثم تكرر.", ["حدث عام 2021م.", "ثم تكرر."]],
    ["", []],
    [" \u00A0\t", []],
  ])("%s", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test("cover the text: nothing but white space lies between them", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(100), (text, base) => {
        let end = 0;
        for (const [from, to] of sentences(text, base)) {
          expect(from - base).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, from - base).trim()).toBe("");
          const sentence = text.slice(from - base, to - base);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe("");
          end = to - base;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
    );
  });
});

describe("proclitics", () => {
  const keys = (word: string) => readings(fold(word)).map(({ key, length }) => `${key}:${length}`);

  test.each([
    ["وبوتين", "بوتين:1"],
    ["فبوتين", "بوتين:1"],
    ["ووانغ", "وانغ:1"],
    ["بالصين", "الصين:1"],
    ["كالصين", "الصين:1"],
    ["وبالصين", "الصين:2"],
    // The alef of the article is not written after ل, so no letter can be taken off.
    ["للصين", "الصين:0"],
    ["وللصين", "الصين:1"],
    ["لبكين", "بكين:1"],
  ])("%s may be read as %s", (word, reading) => {
    expect(keys(word)).toContain(reading);
  });

  test("the word as it stands comes first, then the fewest letters taken off", () => {
    expect(keys("وانغ")[0]).toBe("وانغ:0");
    fc.assert(
      fc.property(fc.stringMatching(/^[وفبكلا]{1,4}[ابتثجحخدذرزسش]{0,5}$/), (word) => {
        const found = readings(word);
        expect(found[0]).toEqual({ key: word, length: 0 });
        for (const { key, length } of found) {
          expect(key.length).toBeGreaterThanOrEqual(1);
          if (!key.startsWith("ال")) expect(key).toBe(word.slice(length));
        }
      }),
    );
  });
});

describe("ordinals", () => {
  test.each([
    ["الخامسة والسبعين", 75, 2],
    ["الحادية والعشرين", 21, 2],
    ["الحادية عشرة", 11, 2],
    ["الثانية عشرة", 12, 2],
    ["الأولى", 1, 1],
    ["العاشرة", 10, 1],
    ["الثلاثين", 30, 1],
    ["الستون", 60, 1],
    ["المئوية", 100, 1],
    ["الـ75", 75, 1],
    ["الـ 75", 75, 2],
    ["٧٥", 75, 1],
    ["الخامسة", 5, 1],
    ["الخامسة لتأسيس", 5, 1],
  ])("%s", (text, value, used) => {
    expect(parseOrdinal(tokenize(text).map(({ key }) => key))).toEqual({ value, used });
  });

  test.each(["لتأسيس", "الوطنية", "", "الـ"])("«%s» is none", (text) => {
    expect(parseOrdinal(tokenize(text).map(({ key }) => key))).toBeUndefined();
  });

  test("cardinals with and without their ending", () => {
    expect(["واحد", "ثلاث", "ثلاثة", "عشر", "عشرة"].map((word) => parseCardinal(fold(word)))).toEqual([
      1, 3, 3, 10, 10,
    ]);
    expect(parseCardinal("كتاب")).toBeUndefined();
  });
});
