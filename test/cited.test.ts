import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { foldInPlace } from "../src/arabic/normalize.ts";
import { indexWords } from "../src/arabic/tokenize.ts";
import { diskEffects, packageRoot } from "../src/effects.ts";
import { findCues, OPENINGS } from "../src/extract/cited.ts";
import { type ParseContext, parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { loadAuthority } from "../src/resolve/authority.ts";
import { rawArticle } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  const silent = { report: () => {}, progress: () => {}, log: () => {} };
  context = parseContext(await loadAuthority(diskEffects(silent), [`${packageRoot()}/content/authority`]));
});

/** Agencies quoted, `id:words`. */
function cited(sentence: string): string[] {
  const text = `المرفأ يفتح أبوابه\n\nعاد الصيادون إلى المرفأ القديم بعد إصلاح أرصفته. ${sentence}\n`;
  const { fields } = parseText(rawArticle(text), context).article;
  return (fields.citedAgencies ?? []).map(({ value, words, at, rule }) => {
    expect(text.slice(...(at as [number, number]))).toBe(words);
    return `${value} ${rule} ${words}`;
  });
}

describe("an agency is quoted", () => {
  test.each([
    ["وفقاً لوكالة تاس، عاد الهدوء.", ["tass source:cited لوكالة تاس"]],
    ["وقالت وكالة الأنباء الكويتية: عاد الهدوء.", ["kuna source:cited وكالة الأنباء الكويتية"]],
    ['ونقلت وكالة "رويترز" عن صياد أن الصيد وفير.', ['reuters source:cited وكالة "رويترز"']],
    ["وأعلنت وكالة الأنباء الفلسطينية (وفا) ذلك.", ["wafa source:cited وكالة الأنباء الفلسطينية (وفا)"]],
    ["ونقلت رويترز عن صياد أن الصيد وفير.", ["reuters source:cited ونقلت رويترز"]],
    ["وعاد الصيادون بحسب «فرانس برس» مساء أمس.", ["afp source:cited بحسب «فرانس برس»"]],
    ["وكان الصيد وفيراً، وفقاً لرويترز.", ["reuters source:cited وفقاً لرويترز"]],
    ['وقال صياد لـ"فرانس برس" إن الصيد وفير.', ['afp source:told لـ"فرانس برس"']],
    ["وقال صياد في تصريح لـ(رويترز) إن الصيد وفير.", ["reuters source:told لـ(رويترز)"]],
    ["وقال صياد لرويترز إن الصيد وفير.", ["reuters source:told لرويترز"]],
    ["وأبلغ صياد وكالة الأناضول أن الصيد وفير.", ["anadolu source:cited وكالة الأناضول"]],
    ["وقالت في مقابلة مع «سبوتنيك» إن الصيد وفير.", ["sputnik source:told مع «سبوتنيك»"]],
  ])("%s", (sentence, expected) => expect(cited(sentence)).toEqual(expected));
});

describe("nobody is quoted", () => {
  test.each([
    // The outlet of the article itself is not known here: papers and channels speak of themselves so.
    'وقال صياد لـ"الشرق الأوسط" إن الصيد وفير.',
    "وصل مصور لرويترز إلى المرفأ.",
    "وقعت الشركة عقداً مع «رويترز».",
    "وقال صياد للحياة معنى آخر هنا.",
    "وقال صياد إن المركب عاد. وللأناضول تاريخ طويل.",
  ])("%s", (sentence) => expect(cited(sentence)).toEqual([]));
});

test("a channel is quoted by another outlet, and not by itself", () => {
  const text = "المرفأ يفتح أبوابه\n\nوقال صياد لـCNN إن الصيد وفير في المرفأ القديم.\n";
  const of = (domain: string) => {
    const declared = { value: domain, rule: "html:address", words: domain, place: "the page's address" };
    const metadata = { domain: { chosen: [declared] as const, by: "choose:agreed", confidence: 0.9, others: [] } };
    const { fields } = parseText({ ...rawArticle(text), metadata }, context).article;
    return [fields.source?.value, ...(fields.citedAgencies ?? []).map(({ value }) => value)];
  };
  expect(of("arabic.cnn.com")).toEqual(["cnn-arabic"]);
  expect(of("skynewsarabia.com")).toEqual(["sky-news-arabia", "cnn-arabic"]);
});

test("an outlet's name opens with each of its words, whatever stands between", () => {
  const { gazetteer, lexicon } = context;
  const labels = [...lexicon.authority.entities.values()].flatMap(({ type, prefLabel, altLabel, codes }) =>
    type === "source" ? [prefLabel, ...altLabel, ...codes] : [],
  );
  const named = labels.filter((label) => gazetteer.outlet(label) !== undefined);
  expect(named.length).toBeGreaterThan(100);
  for (const label of named)
    for (let end = 0; end <= label.length; end++)
      for (const words of [label.slice(0, end), `«${label.slice(0, end)}`, `${label.slice(0, end)}. `])
        expect([words, gazetteer.opensOutlet(words)]).toEqual([words, true]);
});

describe("places looked at for a quotation", () => {
  const words = "وكالة لوكالة وكالات نقلت ونقل نقلا عن وفقا وفق بحسب ذكرت قال إلى مع تصريح رويترز تاس أ ف ب AP الحياة";
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words.split(" ")) },
    { weight: 2, arbitrary: fc.constantFrom(" ", " ", "\n", " «", ' "', "(") },
    { weight: 1, arbitrary: fc.constantFrom("ل", "لـ", "ـ", "ً", "َ", "\u200c", "\u200f", ".", "»", "2", "𐐀", "و") },
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(" ", " ", "", "  ")), { maxLength: 14 })
    .map((all) => all.flat().join(""));

  test("are all at which an expression may match before an outlet's name, of a whole text and of a part", () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (whole, a, b) => {
        const start = Math.min(a, b, whole.length);
        const end = Math.min(Math.max(a, b), whole.length);
        for (const at of [
          [0, whole.length],
          [start, end],
        ] as const) {
          const cues = findCues(indexWords(whole), at, context.gazetteer);
          const part = whole.slice(...at);
          const folded = foldInPlace(part);
          for (const kind of ["agency", "attribution", "addressee"] as const) {
            const needed: number[] = [];
            for (let place = 0; place < part.length; place++) {
              OPENINGS[kind].lastIndex = place;
              const found = OPENINGS[kind].exec(folded);
              if (found === null) continue;
              const behind = part.slice(place + found[0].length);
              const name = /\S*[\p{L}\p{N}]\S*/u.exec(behind)?.[0] ?? "";
              const opens = /^["«“(]?[\p{L}\p{M}\p{N}.]/u.test(behind) && context.gazetteer.opensOutlet(name);
              if (kind !== "addressee" || opens) needed.push(place);
            }
            expect(cues?.[kind] ?? []).toEqual(expect.arrayContaining(needed));
            expect(cues?.[kind] ?? []).toEqual([...new Set(cues?.[kind])].sort((x, y) => x - y));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
