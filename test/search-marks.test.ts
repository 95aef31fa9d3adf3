import { expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { formatMarks, plainAnalyzer } from "../src/site/browser/search/mark-words.ts";
import { findMarks } from "../src/site/browser/search/marks.ts";
import { parseQuery } from "../src/site/browser/search/query.ts";
import { requiredOf } from "../src/site/browser/search/rank.ts";

const analyzer = makeAnalyzer(
  makeNames([
    ["فلاديمير بوتين", "Vladimir Putin"],
    ["بوتين", "بوتن", "Putin"],
    ["شي جين بينغ", "شي جينبينغ"],
    ["الأمم المتحدة"],
  ]),
);
const wordsOf = (text: string) => analyzer.analyze(text).map((chunk) => chunk.text);

/** What the address holds, and what an article that knows no names marks by it. */
function marksIn(text: string, typed: string): { readonly address: string; readonly marked: readonly string[] } {
  const wanted = requiredOf(parseQuery(typed, analyzer).clauses);
  const found = findMarks(text, wanted, analyzer, false);
  const address = formatMarks(wordsOf(text), found.places, wanted);
  const { chunks, places } = findMarks(
    text,
    requiredOf(parseQuery(address, plainAnalyzer).clauses),
    plainAnalyzer,
    false,
  );
  const marked = [...new Set(places.flat())].sort((a, b) => a - b).map((place) => chunks[place]?.text ?? "");
  return { address, marked };
}

it.each([
  ["قال بوتن إن بوتين سيزور", "Putin", "بوتن بوتين", "بوتن بوتين"],
  ["زار شي جينبينغ باريس", "شي جين بينغ", "«شي جينبينغ»", "شي جينبينغ"],
  [
    "قالت الأمم المتحدة والولايات المتحدة، وللأمم المتحدة رأي",
    "الأمم المتحدة",
    "«الأمم المتحدة»",
    "الأمم المتحدة وللأمم المتحدة",
  ],
  ["صدر كتاب وكتب ومكتبة", "كتاب", "كتاب", "كتاب وكتب"],
  ["كتب «جديدة» في معرض الكتاب", "الكتاب في «معرض الكتاب»", "«معرض الكتاب» الكتاب", "كتب معرض الكتاب"],
  ["نص عن الطقس", "الصين", "", ""],
])("in «%s» for «%s» by «%s»", (text, typed, address, marked) => {
  expect(marksIn(text, typed)).toEqual({ address, marked: marked === "" ? [] : marked.split(" ") });
});
