import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutSentence } from "../scripts/train/corpus.ts";
import { makeHasher, trainModel } from "../scripts/train/dataset.ts";
import { trainSpelling } from "../scripts/train/spelling.ts";
import { sentences } from "../src/arabic/tokenize.ts";
import { packageRoot } from "../src/effects.ts";
import type { WordList } from "../src/recognise/lexicon.ts";
import { readModel, writeModel } from "../src/recognise/model.ts";
import { MODEL_PATH, openRecogniser, recognise } from "../src/recognise/recognise.ts";

const recogniser = openRecogniser(readFileSync(join(packageRoot(), MODEL_PATH)));
const read = (text: string) =>
  recognise(
    recogniser,
    sentences(text).map((at) => ({ text: text.slice(...at), at })),
  );
const named = (text: string) => read(text).map(({ type, text: words }) => `${type}: ${words}`);

describe("names in running text", () => {
  test("people, places and organisations, also those no list knows", () => {
    expect(named("وصل وزير الخارجية سمير البرقاوي إلى القاهرة أمس الثلاثاء.")).toEqual([
      "person: سمير البرقاوي",
      "place: القاهرة",
    ]);
    expect(named("قال المتحدث باسم الأمم المتحدة فرانك دوبلينسكي إن المباحثات في جنيف مستمرة.")).toEqual([
      "organization: الأمم المتحدة",
      "person: فرانك دوبلينسكي",
      "place: جنيف",
    ]);
  });

  test("clitics stay outside", () => {
    expect(named("وسافر الوفد من بيروت وبغداد إلى دمشق، ثم عاد لباريس.")).toEqual([
      "place: بيروت",
      "place: بغداد",
      "place: دمشق",
      "place: باريس",
    ]);
  });

  test("a letter that belongs to the name stays inside", () => {
    expect(named("التقى وليد البارودي نظيره في برلين.")).toEqual(["person: وليد البارودي", "place: برلين"]);
  });

  test("people joined by «و» are several, and a family name alone is found again", () => {
    expect(named("حضر اللقاء كل من سمير البرقاوي وخالد المرعشي. وأضاف البرقاوي أن العمل مستمر.")).toEqual([
      "person: سمير البرقاوي",
      "person: خالد المرعشي",
      "person: البرقاوي",
    ]);
  });

  test("a byline names a place and its reporters, and a line of speech is no byline", () => {
    expect(read("صفاقس: نذير الطبوبي وسامي الغربي").map(({ type, text, rule }) => [type, text, rule])).toEqual([
      ["place", "صفاقس", "model:sequence"],
      ["person", "نذير الطبوبي", "press:byline"],
      ["person", "سامي الغربي", "press:byline"],
    ]);
    expect(read("باريس: ارتفاع أسعار النفط في الأسواق").filter(({ rule }) => rule === "press:byline")).toEqual([]);
  });

  test("text without names has none", () => {
    expect(named("ارتفعت الأسعار قليلا خلال الأسبوع الماضي بسبب زيادة الطلب.")).toEqual([]);
  });

  test("nothing in nothing", () => {
    expect(recognise(recogniser, [])).toEqual([]);
    expect(named("")).toEqual([]);
  });
});

const WORDS = [
  "قال",
  "الرئيس",
  "وبغداد",
  "للأمم",
  "المتحدة",
  "سمير",
  "مُحمّد",
  "في",
  "،",
  "«",
  "»",
  ".",
  "BBC",
  "٢٠٢٤",
  "عبدالله",
  "\u200f",
  "ـ",
];

describe("for any text", () => {
  test("a name's words are the text's own, names follow one another and never overlap", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...WORDS)).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.nat(50), (words, base) => {
        const parts = sentences(words).map(([from, to]) => ({
          text: words.slice(from, to),
          at: [base + from, base + to] as const,
        }));
        let end = base;
        for (const name of recognise(recogniser, parts)) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.end).toBeGreaterThan(name.start);
          expect(name.text).toBe(words.slice(name.start - base, name.end - base));
          expect(name.confidence).toBeGreaterThanOrEqual(name.type === "place" ? 0 : 0.45);
          expect(name.confidence).toBeLessThanOrEqual(1);
          end = name.end;
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the same text has the same names, whatever was read before", () => {
    const text = "أعلنت شركة النخيل في مدينة صفاقس أن مديرها كريم العياري استقال.";
    const first = read(text);
    read("قالت وزيرة البيئة ليلى الشابي إنها تزور تونس.");
    expect(read(text)).toEqual(first);
  });
});

const TAGGED = ["زارت O\nسلمى B-PER\nحداد I-PER\nبلدة O\nوالنخيل B-LOC", "عاد O\nسمير B-PER\nإلى O\nالنخيل B-LOC"].map(
  (text) =>
    text.split("\n").map((line) => {
      const [word, tag] = line.split(" ") as [string, string];
      return { word, tag };
    }),
);

describe("the model's file", () => {
  const nothing = {
    words: new Map([[7, 300]]),
    phrases: new Map([[9, 16]]),
    clusters: new Map([[5, 70_000]]),
    spelling: trainSpelling([["سلمى", 1]]),
  };
  const train = () => {
    const cut = TAGGED.map(cutSentence);
    const hasher = makeHasher(nothing);
    return trainModel(cut, cut.map(hasher.hash), hasher, nothing);
  };

  test("training twice gives the same bytes", () => {
    expect(Buffer.from(writeModel(train())).equals(Buffer.from(writeModel(train())))).toBe(true);
  });

  test("is read as it was written", () => {
    const model = train();
    const { lexicon, ...read } = readModel(writeModel(model));
    const { spelling, ...lists } = lexicon;
    expect(read.features).toEqual(model.features);
    expect(read.transitions).toEqual(model.transitions);
    expect(Buffer.from(read.weights).equals(Buffer.from(model.weights))).toBe(true);
    expect(Buffer.from(spelling.weights).equals(Buffer.from(nothing.spelling.weights))).toBe(true);
    const asMap = (list: WordList) => {
      const values = [...list.values()];
      return new Map([...list.keys()].map((key, i) => [key, values[i]]));
    };
    const maps = { words: asMap(lists.words), phrases: asMap(lists.phrases), clusters: asMap(lists.clusters) };
    expect({ ...maps, spelling: spelling.unit }).toEqual({ ...nothing, spelling: nothing.spelling.unit });
  });

  test("says what is wrong with other bytes", () => {
    expect(() => openRecogniser(new Uint8Array([1, 2, 3]))).toThrow(
      "This is no model of names: it is not compressed with gzip.",
    );
  });

  test("fits the package", () => {
    expect(readFileSync(join(packageRoot(), MODEL_PATH)).length).toBeLessThan(4_000_000);
  });
});
