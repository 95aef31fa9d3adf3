import { expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { findRecord } from "../src/site/browser/search/record-card.ts";
import type { NamedRecord } from "../src/site/site-data.ts";

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
];
const index = { analyzer: makeAnalyzer(makeNames(records.flatMap(({ names }) => names))), records };

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
])("shows for «%s» the record «%s»", (words, label) => {
  expect(findRecord(index, words)?.label).toBe(label);
});

it.each(["ولد", "كتاب", "صيني", "الصين وألمانيا", "و", "ال", "", "-"])("shows no record for «%s»", (words) => {
  expect(findRecord(index, words)).toBeUndefined();
});
