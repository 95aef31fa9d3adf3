import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { lettersOf, makeNames } from "../src/arabic/analysis/names.ts";
import { cardFile } from "../src/site/browser/search/names.ts";
import { recordNamed } from "../src/site/browser/search/record-card.ts";
import { makeCardFiles } from "../src/site/search/records.ts";
import type { CardRecord, NamedRecord } from "../src/site/site-data.ts";

const record = (label: string, count = 1, ...others: string[]): NamedRecord => ({
  label,
  url: `/places/${label}/`,
  type: "place",
  count,
  names: [[label, ...others]],
});
const records = [
  record("الصين", 9, "جمهورية الصين الشعبية"),
  record("ألمانيا", 4, "جمهورية ألمانيا الاتحادية"),
  record("الولايات المتحدة", 8, "أمريكا"),
  record("شي جين بينغ", 6, "شي جينبينغ"),
  record("بكين", 3, "بيجين"),
  record("اللد", 2),
  record("وهران", 2),
  {
    label: "أول قمة منذ عامين: الوزيران يلتقيان في مرجانة",
    url: "/events/event-1/",
    type: "event",
    count: 2,
    names: [],
  } satisfies NamedRecord,
];
const analyzer = makeAnalyzer(makeNames(records.flatMap(({ names }) => names)));

/** The records of one file of so many, as a reader's browser gets them. */
function fileOf(number: number, files: number): ReadonlyMap<string, CardRecord> {
  const [whole] = makeCardFiles(records);
  const cards = JSON.parse(
    gunzipSync(whole as Buffer)
      .toString()
      .slice("sijill_index".length),
  ) as CardRecord[];
  return new Map(
    cards.filter(([, , , , letters]) => cardFile(letters, files) === number).map((card) => [card[4], card]),
  );
}
const findRecord = (words: string, files: number) =>
  recordNamed(fileOf(cardFile(lettersOf(words), files), files), analyzer, words);

it.each([
  ["الصين", "الصين"],
  ["والصين", "الصين"],
  ["وَالصِّين", "الصين"],
  ["بالصين", "الصين"],
  ["للصين", "الصين"],
  ["وللصين", "الصين"],
  ["«فالصين»", "الصين"],
  ["وألمانيا", "ألمانيا"],
  ["لألمانيا", "ألمانيا"],
  ["للولايات المتحدة", "الولايات المتحدة"],
  ["وبالولايات المتحدة", "الولايات المتحدة"],
  ["وشي جينبينغ", "شي جين بينغ"],
  ["لبكين", "بكين"],
  ["وهران", "وهران"],
  ["ووهران", "وهران"],
  ["اول قمه منذ عامين الوزيران يلتقيان في مرجانه", "أول قمة منذ عامين: الوزيران يلتقيان في مرجانة"],
])("shows for «%s» the record «%s»", (words, label) => {
  for (const files of [1, 3, 100]) expect(findRecord(words, files)?.[0]).toBe(label);
});

it.each(["ولد", "كتاب", "صيني", "الصين وألمانيا", "و", "ال", "", "-"])("shows no record for «%s»", (words) => {
  expect(findRecord(words, 1)).toBeUndefined();
});
