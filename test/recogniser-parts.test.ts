import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LISTS } from "../scripts/train/learn.ts";
import { makeNumbering } from "../scripts/train/numbering.ts";
import { readSentence, readSentences } from "../scripts/train/sentences.ts";
import { fold } from "../src/arabic/normalize.ts";
import { certaintiesOf, makePowers } from "../src/recognise/certainty.ts";
import { allowed, bestTags, factorsOf, marginals, spreadOf } from "../src/recognise/decode.ts";
import { atOffset, describeWord, EDGE_ATOM, type Word } from "../src/recognise/features.ts";
import { JOINT_COUNT, jointFeatures } from "../src/recognise/groups.ts";
import { hashText, join } from "../src/recognise/hash.ts";
import { LABEL_COUNT as L, mayFollow } from "../src/recognise/labels.ts";
import { LANES, unpackLanes } from "../src/recognise/lanes.ts";
import { extendPhrase, makeLexicon, PHRASE } from "../src/recognise/lexicon.ts";
import { shareEvidence } from "../src/recognise/share.ts";
import { NO_SPELLING } from "../src/recognise/spelling.ts";
import { surroundingsOf } from "../src/recognise/surroundings.ts";
import { makeTagger, scoreSentence, type Tagger } from "../src/recognise/tagger.ts";
import { cutPieces, keyOf, listedKey } from "../src/recognise/tokens.ts";
import { addWeights, makeWeights } from "../src/recognise/weights.ts";

const hash = fc.integer({ min: 0, max: 0xffffffff });
const weight = fc.integer({ min: -127, max: 127 });
/** A word without its clitics: two that are compared, one that is not. */
const bare = fc.constantFrom(3, 5, 6);

describe("for any input", () => {
  test("a sum of weights is that of a plain list", () => {
    const rows = fc.uniqueArray(fc.tuple(hash, fc.array(weight, { minLength: L, maxLength: L })), {
      selector: ([feature]) => feature,
      maxLength: 300,
    });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(400), { maxLength: 250 }), fc.array(hash), (unsorted, asked, strangers) => {
        const model = [...unsorted].sort(([a], [b]) => a - b);
        const table = makeWeights(
          Uint32Array.from(model, ([feature]) => feature),
          Int8Array.from(model.flatMap(([, weights]) => weights)),
        );
        const features = [...asked.flatMap((index) => model[index]?.[0] ?? []), ...strangers];
        const expected = new Array<number>(L).fill(0);
        for (const feature of features) {
          const found = model.find(([known]) => known === feature);
          for (let y = 0; y < L; y++) expected[y] = (expected[y] as number) + (found?.[1][y] ?? 0);
        }
        const lanes = new Int32Array(2 * LANES);
        addWeights(table, Int32Array.from(features), [0, features.length], lanes, 0);
        const sums = new Float64Array(2 * L);
        for (const row of [0, 1]) unpackLanes(lanes, row * LANES, 1, sums, row * L);
        expect([...sums]).toEqual([...new Array<number>(L).fill(0), ...expected]);
      }),
    );
  });

  test("the scores of a sentence are the sums of the weights of its features, remembered or not", () => {
    const word = fc.constantFrom(
      ..."وصل وزير الخارجية سمير البرقاوي إلى القاهرة « » ، بن 2021 وبغداد للصين NATO".split(" "),
    );
    const sentence = fc.array(word, { maxLength: 12 });
    const phraseOf = (...words: string[]) =>
      words.reduce((sofar: number | undefined, one) => extendPhrase(sofar, hashText(one)), undefined) as number;
    const lists = {
      words: new Map([[hashText("سمير"), 0x2003]]),
      phrases: new Map<number, number>([
        [phraseOf("سمير"), PHRASE.prefix],
        [phraseOf("سمير", "البرقاوي"), PHRASE.person],
      ]),
      clusters: new Map([[hashText("وزير"), 0x107]]),
      spelling: NO_SPELLING,
    };
    const lexicon = makeLexicon(lists);
    const featuresOf = (text: string) => {
      const described = text
        .split(" ")
        .filter(Boolean)
        .map((one) => describeWord(fold(one), lexicon));
      const words = described.map((one) => one.word);
      const around = surroundingsOf(words, lexicon);
      return words.map((_, i) => {
        const joint = new Int32Array(JOINT_COUNT);
        jointFeatures(words, i, around, joint);
        const near = [-2, -1, 1, 2].flatMap((offset) =>
          (described[i + offset]?.near ?? [EDGE_ATOM]).map((atom) => atOffset(atom, offset)),
        );
        return [...(described[i]?.own ?? []), ...near, ...joint].map((feature) => feature >>> 0);
      });
    };
    const weightsOf = (feature: number) => Array.from({ length: L }, (_, y) => (join(feature, y) % 127) | 0);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (drawn) => {
        const texts = drawn.map((words) => words.join(" "));
        const expected = texts.map(featuresOf);
        const features = Uint32Array.from(new Set(expected.flat(2))).sort();
        const model = {
          lexicon: lists,
          features,
          weights: Int8Array.from(Array.from(features).flatMap(weightsOf)),
          unit: 1,
          transitions: new Float64Array(L * L),
        };
        // What is remembered is thrown away at once where there is room for next to nothing.
        const cramped = makeTagger(model, { pairs: 1, triples: 1, places: 1, few: 1 });
        const taggers = [makeTagger(model), cramped];
        for (const [k, [at, text]] of [...texts.entries(), ...texts.entries(), ...texts.entries()].entries()) {
          const { scores } = scoreSentence(taggers[k % 2] as Tagger, text);
          const sums = (expected[at] as number[][]).flatMap((own) => {
            const rows = own.map(weightsOf);
            return Array.from({ length: L }, (_, y) => rows.reduce((sum, row) => sum + (row[y] as number), 0));
          });
          expect([...scores]).toEqual(sums);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the likeliest tags score no less than any others that may follow one another", () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -40, max: 40 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(numbers(3 * L), numbers(L * L), (scores, steps) => {
        const transitions = allowed(steps);
        const scoreOf = (tags: readonly number[]) =>
          tags.reduce(
            (sum, tag, t) =>
              sum + (scores[t * L + tag] as number) + (transitions[(tags[t - 1] ?? 0) * L + tag] as number),
            0,
          );
        let most = Number.NEGATIVE_INFINITY;
        for (let code = 0; code < L ** 3; code++) {
          const tags = [Math.floor(code / (L * L)), Math.floor(code / L) % L, code % L];
          if (tags.every((tag, t) => mayFollow(tags[t - 1] ?? 0, tag))) most = Math.max(most, scoreOf(tags));
        }
        expect(scoreOf([...bestTags(Float64Array.from(scores), 3, transitions, spreadOf(transitions))])).toBe(most);
      }),
      { numRuns: 40 },
    );
  });

  test("what a word is elsewhere changes no tags where it is said that it does not", () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: length, maxLength: length });
    const sentence = fc.record({ bares: fc.tuple(bare, bare, bare), scores: numbers(3 * L) });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 4 }), numbers(L * L), (drawn, steps) => {
        const transitions = allowed(steps);
        const scored = drawn.map(({ bares, scores }) => ({
          words: new Array<Word>(3),
          at: [],
          bares: Int32Array.from(bares),
          scores: Float64Array.from(scores),
          phrases: new Int32Array(3),
        }));
        const tag = (scores: Float64Array) => bestTags(scores, 3, transitions, spreadOf(transitions));
        const scoreOf = (tags: Uint8Array, scores: Float64Array) =>
          tags.reduce(
            (sum, y, t) => sum + (scores[t * L + y] as number) + (transitions[(tags[t - 1] ?? 0) * L + y] as number),
            0,
          );
        const alone = scored.map(({ scores }) => tag(scores));
        const mayChange = shareEvidence(scored, alone);
        for (const [index, { scores }] of scored.entries()) {
          if (mayChange[index]) continue;
          expect(scoreOf(alone[index] as Uint8Array, scores)).toBeCloseTo(scoreOf(tag(scores), scores), 9);
        }
      }),
    );
  });

  test("the certainty of a tag is its probability among all", () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(numbers(5 * L), numbers(L * L), fc.constantFrom(0.25, 1, 7), (plain, steps, unit) => {
        const transitions = allowed(steps);
        const [scores, factors] = [Float64Array.from(plain), factorsOf(transitions)];
        const tags = bestTags(scores, 5, transitions, spreadOf(transitions));
        const all = new Float64Array(5 * L);
        marginals(scores, 5, factors, all);
        const [first, last] = [tags.findIndex((tag) => tag > 0), tags.findLastIndex((tag) => tag > 0)];
        const certainties = certaintiesOf(scores, tags, factors, makePowers(unit));
        for (let t = first; t >= 0 && t <= last; t++)
          expect(certainties[t]).toBeCloseTo(all[t * L + (tags[t] as number)] as number, 9);
      }),
      { numRuns: 40 },
    );
  });

  test("words and marks are those of the expression", () => {
    const letters = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."ابـًّ ،«٣\u200c\ud83d\ude00") }),
    );
    fc.assert(
      fc.property(letters, (text) => {
        const pieces = [...text.matchAll(/[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|[^\s\p{C}]/gu)];
        expect(cutPieces(text)).toEqual(pieces.flatMap(({ 0: piece, index }) => [index, index + piece.length]));
      }),
    );
  });

  test("a hash keeps its number, and every hash has its own", () => {
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const numbering = makeNumbering();
        const numbers = hashes.map((one) => numbering.numberOf(one));
        expect(numbers.map((number) => numbering.hashOf(number))).toEqual(hashes);
        expect(numbering.size).toBe(new Set(hashes).size);
      }),
    );
  });

  test("numbers stay as more are given than there was room for", () => {
    const numbering = makeNumbering();
    const hashOf = (index: number) => Math.imul(index, 0x9e3779b1) >>> 0;
    for (let index = 0; index < 100_000; index++) numbering.numberOf(hashOf(index));
    expect([0, 1, 32_767, 32_768, 99_999].map((index) => numbering.numberOf(hashOf(index)))).toEqual([
      0, 1, 32_767, 32_768, 99_999,
    ]);
    expect([numbering.size, numbering.hashOf(99_999)]).toEqual([100_000, hashOf(99_999)]);
  });
});

test("«على» and «علي» are two words where a sentence writes ى", () => {
  const keys = (last: string, marked: boolean) =>
    ["علي", "وعلي", "فعلي", "المعلي", "عالي", "ي"].map((key) => keyOf(key, last, 1, marked));
  expect([keys("ى", true), keys("ي", true), keys("ي", false)]).toEqual([
    ["على", "وعلى", "فعلى", "المعلي", "عالي", "ي"],
    ["علي", "وعلي", "فعلي", "المعلي", "عالي", "ي"],
    ["على", "وعلى", "فعلى", "المعلي", "عالي", "ي"],
  ]);
  expect(["على", "وعلى", "علي", "سالم", ""].map(listedKey)).toEqual(["علي", "وعلي", "علي", "سالم", ""]);
});

test("a sentence tells of sport by its words, and most by a result", () => {
  const lexicon = makeLexicon({ words: new Map(), phrases: new Map(), clusters: new Map(), spelling: NO_SPELLING });
  const sportIn = (sentence: string) =>
    surroundingsOf(
      sentence.split(" ").map((key) => describeWord(key, lexicon).word),
      lexicon,
    ).sport;
  expect(
    [
      "وصل الوزير مساء",
      "زار الوزير ملعب المدينه",
      "سجل مهاجم الفريق هدف المباراه",
      "تونس - صفاقس 2 - 1",
      "غلب ضيفه 3 / صفر",
      "1990 - 1995",
    ].map(sportIn),
  ).toEqual([0, 1, 2, 3, 3, 0]);
});

describe("own sentences", () => {
  test("names in brackets become tags", () => {
    const read = readSentence("قال [P سالم المري] في [L صور] .");
    expect(read.map(({ word, tag }) => `${word} ${tag}`)).toEqual([
      "قال O",
      "سالم B-PER",
      "المري I-PER",
      "في O",
      "صور B-LOC",
      ". O",
    ]);
  });

  test("a name that is not closed or of no kind is told", () => {
    expect(() => readSentence("قال [P سالم في صور .")).toThrow("A name is left open in «قال [P سالم في صور .».");
    expect(() => readSentence("قال [X سالم] .")).toThrow("[X opens no name in «قال [X سالم] .».");
  });

  test("are all well-formed", async () => {
    expect((await readSentences(LISTS)).length).toBeGreaterThan(200);
  });
});
