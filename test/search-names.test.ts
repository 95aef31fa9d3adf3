import fc from "fast-check";
import { expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { formatTerms } from "../src/arabic/analysis/index-terms.ts";
import { makeNames, type Synonyms } from "../src/arabic/analysis/names.ts";
import { findTouched } from "../src/site/search/name-changes.ts";

const plain = makeAnalyzer(makeNames());
const formsOf = (text: string) =>
  plain
    .analyze(text)
    .flatMap(({ words }) => words.map(({ form }) => form))
    .join("\n");
const termsIn = (text: string, names: readonly Synonyms[]) =>
  makeAnalyzer(makeNames(names))
    .analyze(text)
    .map((chunk) => formatTerms(chunk));

const WORDS =
  "شي جين بينغ جينبينغ شيجينبينغ عبد الله عبدالله أبو ظبي أبوظبي بوتين بوتن وتين الأمم المتحدة مدرسة كوفيد 19 Putin Путин مصر الدول".split(
    " ",
  );
const PARTICLES = ["", "", "و", "ب", "ل", "ال", "وال", "لل", "فب"];
const ENDINGS = ["", "", "ها", "ات", "ين", "ه", "،", "تها"];
const word = fc
  .tuple(fc.constantFrom(...PARTICLES), fc.constantFrom(...WORDS), fc.constantFrom(...ENDINGS))
  .map((parts) => parts.join(""));
const text = fc.array(
  fc.oneof(
    word,
    fc.tuple(word, word).map((two) => two.join("-")),
  ),
  { maxLength: 12 },
);
const name = fc.array(fc.oneof(fc.constantFrom(...WORDS), word), { minLength: 1, maxLength: 3 });
const names = fc.array(
  fc.array(
    name.map((words) => words.join(" ")),
    { minLength: 1, maxLength: 3 },
  ),
  { maxLength: 5 },
);

it("a text that no changed name touches is found by the same keys", () => {
  let untouched = 0;
  fc.assert(
    fc.property(text, names, names, names, (words, kept, gone, come) => {
      const [before, after] = [
        [...kept, ...gone],
        [...kept, ...come],
      ];
      const whole = words.join(" ");
      if (findTouched(before, after)(formsOf(whole))) return;
      untouched++;
      expect(termsIn(whole, after)).toEqual(termsIn(whole, before));
    }),
    { numRuns: 100 },
  );
  expect(untouched).toBeGreaterThan(5);
});

/** The longest name there is. */
const LONG = ["الصين", "جمهورية الصين الشعبية العظمى"];

it.each([
  ["نادر المرجاني", "افتتح نادر المرفأ", false],
  ["نادر المرجاني", "افتتح المرجاني المرفأ", false],
  ["نادر المرجاني", "قال المرجاني لنادر", true],
  ["نادر المرجاني", "قال نادر المرجاني", true],
  ["المرجان", "جزر المرجان", true],
  ["المرجان", "جزر مرجانية", true],
  ["شي جين بينغ", "زار شي جينبينغ", true],
  ["بحر الشمال", "بحر هادئ وشمال بارد", false],
])("the new name «%s» touches «%s»: %s", (name, text, isTouched) => {
  expect(findTouched([LONG], [LONG, [name, `${name} الأول`]])(formsOf(text))).toBe(isTouched);
});

it("the same names touch nothing", () => {
  expect(findTouched([["الصين", "China"]], [["الصين", "China"]])(formsOf("الصين"))).toBe(false);
});
