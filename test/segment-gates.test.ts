import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MONTHS } from "../src/arabic/lexicon/months.ts";
import { MODIFIED_WORDS, PUBLISHED_WORDS, SECTION_WORDS } from "../src/arabic/lexicon/page-words.ts";
import { fold, foldInPlace } from "../src/arabic/normalize.ts";
import { indexWords, tokenize } from "../src/arabic/tokenize.ts";
import { rememberByWord } from "../src/arabic/words.ts";
import { clean } from "../src/clean.ts";
import { roleBefore } from "../src/extract/roles.ts";
import { readBylineLine } from "../src/segment/byline.ts";
import { CLOSES_BRACKETS, IN_BRACKETS } from "../src/segment/credits.ts";
import { findItems } from "../src/segment/lists.ts";
import { readStamp } from "../src/segment/stamp.ts";
import { END_WORD, GLUED } from "../src/segment/wire-end.ts";
import { hostileText, rawArticle } from "./support/world.ts";

/** What is asked first must never deny what would be found: quick looks of the segmenting, each against its rule. */

const joined = (words: readonly string[], signs: readonly string[], maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...signs)), { minLength: 1, maxLength })
    .map((parts) => parts.flat().join(""));
const lineOf = (text: string) => ({ text, at: [0, text.length] as const, gapBefore: true });

describe("stamps", () => {
  const isOutlet = (words: string) => ["ريح", "نسيم البحر", "ريح 24", "الريح"].includes(words.trim());
  const words = [
    ...[...PUBLISHED_WORDS, ...MODIFIED_WORDS].slice(0, 40),
    ...[...SECTION_WORDS].slice(0, 20),
    ...MONTHS.flat().slice(0, 12),
    ..."ريح نسيم البحر ريح|24 الريح سياسة الرياضة 5 5/5/2021 ٥|مايو|٢٠٢١ 2021-05-05 مايو|5,|2021 10:30 ص الثلاثاء العدد|12 صفحة|5 الواحة في الساعة بتوقيت غرينتش بواسطة سليم أحمد قال السنة|143 آخر تحديث شبكة|الواحة,|[15.02.2022|18:20]"
      .split(" ")
      .map((word) => word.replace(/\|/g, " ")),
  ];
  const stamp = joined(words, [" ", " ", " ", " - ", " | ", ": ", ", ", "", "/"], 6);

  test("are those that would be read whatever the line begins with", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(stamp, hostileText), (line) => {
        const read = readStamp(line, isOutlet, () => true);
        if (read !== undefined) found++;
        expect([line, readStamp(line, isOutlet)]).toEqual([line, read]);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test.each(["سياسة | 5 مايو 2021", "نسيم البحر - 5 مايو 2021"])("begin with a section or an outlet: «%s»", (line) =>
    expect(readStamp(line, isOutlet)).toMatchObject({ day: "2021-05-05" }),
  );

  test("stand beside a byline in digits of every kind", () => {
    for (const day of ["14-03-2023", "١٤-٠٣-٢٠٢٣", "۱۴-۰۳-۲۰۲۳"])
      expect(readBylineLine(lineOf(`كتب: سليم أحمد | ${day}`), false)).toMatchObject({
        byline: { text: "سليم أحمد" },
        stamps: [{ text: day }],
      });
  });
});

describe("ends of a text", () => {
  const end = joined(
    ["انتهى", "النهاية", "انتهـى", "إنتهى", "ريح", "12", ")", "(", "/", "]", "[", "-", "قال.", "«نعم».", "."],
    [" ", "", "", "\u00a0", "\u064e"],
    6,
  );

  test("a mark glued to the last sentence holds its word", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(end, hostileText), (line) => {
        const folded = foldInPlace(line);
        if (!GLUED.test(folded)) return;
        found++;
        expect([line, END_WORD.test(folded)]).toEqual([line, true]);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(10);
  });

  test("a signature in brackets ends in one", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(end, hostileText), (line) => {
        if (!IN_BRACKETS.test(foldInPlace(line))) return;
        found++;
        expect([line, CLOSES_BRACKETS.test(line)]).toEqual([line, true]);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(10);
  });

  test("lines of links are taken off as if each line were looked at", () => {
    const line = fc.constantFrom("L", "L، L", "L | L", "17/11/2023 L", "نص عادي", "نص L فيه", "• L");
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const raw = rawArticle(lines.join("\n"));
        const links = [...raw.text.matchAll(/L/g)].map(({ index }) => ({
          url: "https://a.example/",
          label: "L",
          at: [index, index + 1] as const,
        }));
        const isLinks = (words: string) => words.includes("L") && !/\p{L}/u.test(words.replace(/L/g, ""));
        let first = lines.length;
        while (first > 1 && isLinks(lines[first - 1] as string)) first--;
        const ending = lines.slice(first);
        const isTaken = (ending.join("").match(/L/g)?.length ?? 0) > 1;
        const { removed } = clean({ ...raw, links });
        expect(removed.filter(({ rule }) => rule === "clean:links-at-end").map(({ text }) => text)).toEqual(
          isTaken ? ending.map((words) => words.replace(/^• /, "")) : [],
        );
      }),
      { numRuns: 500 },
    );
  });
});

test("bullets are those that stand in front of a line, wherever it begins", () => {
  const mark = fc.constantFrom("• ", "- ", "  * ", "•\u00a0", "", "", "● ", "-");
  const line = fc.tuple(mark, fc.constantFrom("سفن", "مراكب الصيد", "قوارب"));
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 3, maxLength: 8 }),
      fc.constantFrom("\n", "\r\n", "\n\n"),
      (parts, between) => {
        const { lines, text } = clean(rawArticle(parts.map((part) => part.join("")).join(between)));
        const isMarked = lines.map(({ at }) =>
          /[•·●▪◦*-]\s+$/u.test(text.slice(0, at[0]).split("\n").at(-1) as string),
        );
        const inRun = isMarked.map((own, i) => own && (isMarked[i - 1] === true || isMarked[i + 1] === true));
        const all = inRun.every((own) => own);
        const items = findItems(text, lines, undefined);
        expect([text, lines.map((one) => items.has(one))]).toEqual([text, inRun.map((own) => own && !all)]);
      },
    ),
    { numRuns: 500 },
  );
});

test("what is remembered of a word is what would be said of its letters", () => {
  const measure = (key: string) => `${key.length}${/^[وفبل]/.test(key)}${key.endsWith("ه")}`;
  const remembered = rememberByWord(measure);
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const token of tokenize(text)) {
        expect(remembered(token)).toBe(measure(token.key));
        expect(remembered({ key: token.key, id: -1 })).toBe(measure(token.key));
      }
    }),
  );
});

test("a title runs back from the name over blanks of every kind, and over nothing else", () => {
  const title = joined(
    "الرئيس رئيس الوزراء وزير المالية نائب الفريق والمستشار الأردني قال مجلس".split(" "),
    [" ", " ", "\u00a0", "\t", "\u200f ", "، ", "\n", "-", "  "],
    6,
  );
  const isDemonym = (key: string) => key === "الاردني";
  fc.assert(
    fc.property(title, fc.constantFrom("", " ", "\u200f"), (before, gap) => {
      const raw = `${before}${gap}سليم`;
      const at = before.length + gap.length;
      const found = roleBefore(raw, at, isDemonym, indexWords(raw));
      if (found === undefined) return;
      // A title is the last words before the name, parted by nothing that is seen.
      expect(raw.slice(0, at).trim().endsWith(found)).toBe(true);
      expect(found).not.toMatch(/[،\n-]/u);
      // And what parts its words makes no difference to it.
      const plain = raw.replace(/[\u00a0\t]/gu, " ");
      expect(fold(roleBefore(plain, at, isDemonym, indexWords(plain)) ?? "")).toBe(
        fold(found.replace(/[\u00a0\t]/gu, " ")),
      );
    }),
    { numRuns: 1000 },
  );
});
