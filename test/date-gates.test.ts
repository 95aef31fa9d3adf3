import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, makeDay, weekdayOf } from "../src/arabic/calendars.ts";
import { PARTING } from "../src/arabic/characters.ts";
import { OPENING_STARTS } from "../src/arabic/dates/opening.ts";
import type { Scene } from "../src/arabic/dates/pattern.ts";
import { PATTERNS } from "../src/arabic/dates/patterns.ts";
import { tenseAround, wordAfter, wordBefore, wordsBefore } from "../src/arabic/dates/surroundings.ts";
import {
  BEFORE_A_WORD,
  goesOn,
  OPENED,
  prepare,
  trialsAtNumber,
  trialsOf,
  trialsWith,
} from "../src/arabic/dates/triggers.ts";
import { mayNameWeekday, parseWeekdays } from "../src/arabic/dates.ts";
import { HIJRI_MONTHS, LIBYAN_MONTHS, MONTHS, WEEKDAYS } from "../src/arabic/lexicon/months.ts";
import { ANNOUNCING, EXPECTING, FUTURE_CUES, NOT_FUTURE, PAST_CUES, SAYING } from "../src/arabic/lexicon/time-words.ts";
import { WORLD_DAYS } from "../src/arabic/lexicon/world-days.ts";
import { fold } from "../src/arabic/normalize.ts";
import { tokenize } from "../src/arabic/tokenize.ts";

/** Words and signs that the patterns are made of. */
const pieces = [
  ...OPENING_STARTS,
  ...MONTHS.flat(),
  ...LIBYAN_MONTHS.flat(),
  ...PATTERNS.flatMap(({ examples }) => examples.flatMap(([text]) => fold(text).split(/\s+/))),
  ..."الموافق المصادف الموافقه لموافق الموافقل ل في يوم ليوم لاحد للخامس لخامس الخامس الثالث عشر من شهر الجاري".split(
    " ",
  ),
  ...WORLD_DAYS.flatMap(([, , ...names]) => names.flatMap((name) => [`${name} العالمي`, `العالمي ل${name.slice(1)}`])),
  ..."الكريسماس كريسماس هالوين الهالووين راس السنه عيد الميلاد الحب الشكر القديس باتريك كذبه ابريل الجمعه العظيمه".split(
    " ",
  ),
  "الجمعه العظيمه",
  "الجمعه  الحزينه",
  ..."1 5 12 31 123 2019 1440 5/6 5.6.19 2019-05-06 2019/5/6 ه م ( ) / - – — ، , : . \n \u2009 قتيلا".split(" "),
];
const spaces = fc.constantFrom(" ", " ", " ", "", "  ", " (", ") ", "، ", " - ", ":", "\u00a0", "\u2003", "\u3000");
const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces), spaces), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(""));

/** As it reads by definition: at every letter it is asked what stands before. */
const OPENED_WEEKDAY = (() => {
  const names = WEEKDAYS.flat()
    .sort((a, b) => b.length - a.length)
    .map((name) => `ال${name}`)
    .join("|");
  const opener = "(?:يوم\\s+|(?:صباح|مساء|ليله|فجر|ظهر|عصر|امس|اليوم)\\s+\\(?(?:يوم\\s+)?)";
  return new RegExp(
    `(?<![\\p{L}\\p{N}])[وفبل]?${opener}\\(?(?<weekday>${names})(?![\\p{L}\\p{N}])(?!\\)?\\s+(?:المقبل|القادم|التالي))\\)?`,
    "gu",
  );
})();

test("weekdays are those that the whole expression finds", () => {
  const glue = fc.constantFrom(" ", " ", "", "و", "ب", "أ", "5", "𐐀", "\n", " (", ")");
  const words = fc.constantFrom(
    ..."يوم مساء ليلة اليوم أمس المقبل القادم قال".split(" "),
    ...WEEKDAYS.flat().map((name) => `ال${name}`),
  );
  const line = fc.array(fc.tuple(glue, words), { maxLength: 9 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(line, (text) => {
      const folded = fold(text);
      expect(parseWeekdays(folded).map(({ at }) => at)).toEqual(
        [...folded.matchAll(OPENED_WEEKDAY)].map(({ 0: match, index }) => [index, index + match.length]),
      );
    }),
    { numRuns: 3000 },
  );
});

test("weekdays are found in no line whose words hold the name of none", () => {
  const names = WEEKDAYS.flat().map((name) => `ال${name}`);
  const piece = fc.constantFrom(
    ...names,
    ...names.map((name) => `و${name}ي`),
    ...names.map((name) => `${name.slice(0, 3)}\u0640\u064e${name.slice(3)}`),
    ...names.map((name) => `${name.slice(0, 4)}\u200c${name.slice(4)}`),
    ..."يوم مساء ليلة الأح الثلا قال 5".split(" "),
  );
  const glue = fc.constantFrom(" ", " ", "", "\u200f", "\u00ad", "-", "\n");
  const line = fc.array(fc.tuple(piece, glue), { maxLength: 5 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(line, (text) => {
      if (PARTING.test(text) || tokenize(text).some(mayNameWeekday)) return;
      expect([text, parseWeekdays(text)]).toEqual([text, []]);
    }),
    { numRuns: 3000 },
  );
});

test("every pattern that matches behind an opening is among those that are tried there", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OPENING_STARTS), spaces, text, (word, space, rest) => {
      const line = fold(`${word}${space}${rest}`);
      if (/^[\u0621-\u064a]/.test(line.slice(word.length)) || !goesOn(line, word.length)) return;
      const tried = trialsOf(word, line, word.length);
      for (const trial of [...OPENED, ...trialsWith(word)]) {
        prepare(trial);
        trial.expression.lastIndex = 0;
        const match = trial.expression.exec(line);
        if (match !== null && (match[0].length > word.length || !OPENED.includes(trial)))
          expect(tried?.includes(trial), `${trial.pattern.rule} in ${JSON.stringify(line)}`).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test("every pattern that matches at a number before a word is among those that are tried there", () => {
  const number = fc.constantFrom("1", "5", "23", "31");
  const behind = fc.constantFrom(
    ..."من شهر لشهر بشهر الشهر للشهر في الى الي حتي والي و ل ايام سنوات ساعه الجاري الماضي".split(" "),
    ...MONTHS.flat(),
    ...HIJRI_MONTHS.flat(),
    ...LIBYAN_MONTHS.flat(),
    ...pieces,
  );
  fc.assert(
    fc.property(number, spaces, behind, spaces, text, (digits, space, word, next, rest) => {
      const line = fold(`${digits}${space}${word}${next}${rest}`);
      const end = digits.length;
      const first = line.slice(end).trimStart()[0] ?? "";
      if (!goesOn(line, end) || !/[\u0621-\u064a]/.test(first)) return;
      const tried = trialsAtNumber(line, 0, end);
      for (const trial of BEFORE_A_WORD) {
        prepare(trial);
        trial.expression.lastIndex = 0;
        const match = trial.expression.exec(line);
        if (match !== null && match[0] !== "")
          expect(tried?.includes(trial), `${trial.pattern.rule} in ${JSON.stringify(line)}`).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test("the word before an offset is the one that stands there", () => {
  /** As it reads by definition. */
  const byExpression = (line: string, offset: number) => {
    const piece = line.slice(Math.max(0, offset - 40), offset);
    const attached = /[\u0621-\u064a\u066e-\u06d3a-z]*$/.exec(piece)?.[0] ?? "";
    const rest = /^[وفبلك]{0,2}$/.test(attached) ? piece.slice(0, piece.length - attached.length) : piece;
    return /([\u0621-\u064a\u066e-\u06d3a-z]+)[^\S\n]{0,4}[("«“]?$/.exec(rest)?.[1];
  };
  const part = fc.constantFrom(
    ...'و ف ب ل ك بال كلمه abc ( « “ " . ، \n 5'.split(" "),
    " ",
    "  ",
    "   ",
    "\u00a0",
    "\u3000",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 24 }), fc.nat(60), (parts, at) => {
      const line = parts.join("");
      const offset = Math.min(at, line.length);
      expect(wordBefore({ text: line } as Scene, offset)).toBe(byExpression(line, offset));
    }),
    { numRuns: 4000 },
  );
});

test("days are those of the language's own calendar", () => {
  const byDate = (year: number, month: number, day: number) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal ? date.toISOString().slice(0, 10) : undefined;
  };
  const year = fc.integer({ min: 0, max: 9999 });
  fc.assert(
    fc.property(year, fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }), (y, m, d) => {
      const day = makeDay(y, m, d);
      expect(day).toBe(byDate(y, m, d));
      if (day === undefined) return;
      for (const days of [-40, -1, 0, 1, 27, 400]) {
        const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString();
        if (!/^\d{4}-/.test(shifted)) continue;
        expect(addDays(day, days)).toBe(shifted.slice(0, 10));
        expect(daysBetween(day, shifted.slice(0, 10))).toBe(days);
      }
      expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
    }),
    { numRuns: 2000 },
  );
});

describe("the tense of a sentence", () => {
  /** As it reads by definition: all words of the sentence are cut out, and each is asked every question. */
  const wordsByExpression = (line: string, offset: number) => {
    const piece = line.slice(Math.max(0, offset - 160), offset);
    const last = [...piece.matchAll(/[.؟?!؛;](?=\s)|\n/g)].at(-1);
    const start = last === undefined ? 0 : last.index + 1;
    return [...piece.slice(start).matchAll(/[\u0621-\u064a\u066e-\u06d3a-z]+/g)]
      .map((match) => ({ word: match[0], start: offset - piece.length + start + match.index }))
      .reverse();
  };
  const bareOf = (word: string) => (/^[وف]..../.test(word) ? word.slice(1) : word);
  const isFuture = (word: string, scene: Scene, at: number) => {
    const bare = bareOf(word);
    if (FUTURE_CUES.has(word) || FUTURE_CUES.has(bare)) return true;
    if (/^سا..../.test(bare)) return scene.written(at + word.length - bare.length + 1) === "أ";
    return /^س[يتن].../.test(bare) && !NOT_FUTURE.test(bare);
  };
  const tenseByDefinition = (scene: Scene, [start, end]: readonly [number, number]) => {
    const after = wordAfter(scene, end);
    if (after !== undefined && isFuture(after, scene, scene.text.indexOf(after, end))) return "future";
    const words = wordsByExpression(scene.text, start);
    for (const [i, { word, start: at }] of words.entries()) {
      const bare = bareOf(word);
      if (isFuture(word, scene, at)) return "future";
      if (EXPECTING.has(bare) && /^ان/.test(words[i - 1]?.word ?? "")) return "future";
      const isPast = /^[وف]?(?:لم|كان|كانت|كانوا|ظل|ظلت|بات)$/.test(words[i + 1]?.word ?? "");
      if (ANNOUNCING.has(bare) && !isPast) return "future";
      if (bare === "قد" && /^[يتن]/.test(words[i - 1]?.word ?? "")) continue;
      if (PAST_CUES.has(word) || PAST_CUES.has(bare)) return "past";
      if (i <= 1 && (SAYING.has(word) || SAYING.has(bare))) return "past";
    }
    return undefined;
  };
  const cue = fc.constantFrom(
    ...[FUTURE_CUES, EXPECTING, ANNOUNCING, PAST_CUES, SAYING].flatMap((words) => [...words]),
    ..."ان انه قد وقد لم ولم كان بات ساحات سأغادر وسأغادر وساحات سيزور وسيزور ستوكهولم فسيارات سنعود الرجل مدينة abc".split(
      " ",
    ),
  );
  const sign = fc.constantFrom(
    " ",
    " ",
    " ",
    "، ",
    ". ",
    ".",
    "؟ ",
    "!\u3000",
    "\n",
    " «",
    "; ",
    "؛",
    "و",
    " 5 ",
    "\u064b ",
  );
  const line = fc.array(fc.tuple(cue, sign), { maxLength: 40 }).map((parts) => parts.flat().join(""));

  test("is told by the words that stand in front of an offset", () => {
    fc.assert(
      fc.property(line, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        expect(wordsBefore({ text } as Scene, offset)).toEqual(wordsByExpression(text, offset));
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same whether each word is asked once or at each place", () => {
    fc.assert(
      fc.property(line, fc.nat(), (raw, at) => {
        const text = fold(raw.replaceAll("\u064b", ""));
        const scene = { text, written: (offset: number) => raw.replaceAll("\u064b", "")[offset] ?? "" } as Scene;
        const offset = at % (text.length + 1);
        const around = [offset, Math.min(offset + 3, text.length)] as const;
        expect([text, offset, tenseAround(scene, around)]).toEqual([text, offset, tenseByDefinition(scene, around)]);
      }),
      { numRuns: 4000 },
    );
  });
});
