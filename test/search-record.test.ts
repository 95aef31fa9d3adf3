import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { parseEntries, readNamings } from "../src/site/browser/search/postings-format.ts";
import { parseQuery } from "../src/site/browser/search/query.ts";
import { recordsNamed } from "../src/site/browser/search/record-card.ts";
import { makeNamings } from "../src/site/search/namings.ts";
import { makePostingFiles } from "../src/site/search/volume.ts";
import type { NamedRecord } from "../src/site/views/search.ts";

const make = (type: NamedRecord["type"], label: string, ...others: string[]): NamedRecord => ({
  label,
  url: `/${type}/${label}/`,
  type,
  count: 1,
  names: type === "event" || type === "topic" ? [] : [[label, ...others]],
});
const person = (label: string, called = label.split(" ").at(-1) ?? ""): NamedRecord => ({
  ...make("person", label),
  names: [[label], [called]],
});

const records: readonly NamedRecord[] = [
  make("place", "الصين", "جمهورية الصين الشعبية"),
  make("place", "ألمانيا", "جمهورية ألمانيا الاتحادية"),
  make("place", "الولايات المتحدة", "أمريكا"),
  make("place", "الإمارات العربية المتحدة", "الإمارات"),
  make("place", "بكين", "بيجين"),
  make("place", "اللد"),
  make("place", "وهران"),
  make("place", "المرفأ"),
  make("source", "المرفأ"),
  make("person", "شي جين بينغ", "شي جينبينغ"),
  person("سلوى القرمزي"),
  ...["المعيوف", "بشارة", "الوادي", "الشريف"].map((last) => make("person", `عبد الله ${last}`)),
  make("person", "ماجد بن فهد", "فهد"),
  make("person", "خالد بن ماجد بن فهد"),
  person("نادر المرجاني"),
  person("هدى المرجاني"),
  person("وائل سلام"),
  ...["أحمد", "سمير", "فادي", "كريم"].map((first) => person(`${first} البحري`)),
  make("organization", "منظمة الصحة العالمية"),
  make("organization", "صندوق النقد الدولي"),
  ...["التونسية", "اللبنانية", "القطرية", "العمانية"].map((of) => make("organization", `وزارة الثقافة ${of}`)),
  make("topic", "كوارث طبيعية"),
  make("event", "أول قمة منذ عامين: الوزيران يلتقيان في مرجانة"),
  make("event", "السيول تقطع الطريق الساحلي وتغمر قرى الوادي الأخضر"),
  make("event", "الأمم المتحدة تحذر من اتساع الجفاف في الساحل"),
];
const analyzer = makeAnalyzer(makeNames([...records.flatMap(({ names }) => names), ["الأمم المتحدة"]]));

/** Key → number of pages that hold it: words of people who are not alone in bearing them. */
const PAGES: Readonly<Record<string, number>> = { قرمزي: 4, مرجاني: 6, سلام: 40, بحري: 8 };
const named = (label: string, pages: number) => Array.from({ length: pages }, () => ({ filters: { person: [label] } }));
const pages = [
  ...named("سلوى القرمزي", 4),
  ...named("نادر المرجاني", 3),
  ...named("هدى المرجاني", 2),
  ...named("وائل سلام", 3),
];

const { files } = makePostingFiles([], makeNamings(records, analyzer, pages));
const entries = files.flatMap(({ content }) => parseEntries(gunzipSync(content).subarray("sijill_index".length)));
const volume = {
  namings: async (key: string) => entries.filter((entry) => entry.key === key).flatMap(readNamings),
  find: async ({ key }: { readonly key: string }) =>
    new Map(Array.from({ length: PAGES[key] ?? 0 }, (_, page) => [page, { score: 1, places: [] }])),
};

async function labelsFor(words: string): Promise<string[]> {
  const units = parseQuery(words, analyzer).clauses.flatMap((clause) => clause.units);
  return (await recordsNamed(volume, units)).map((record) => records[record]?.label ?? "");
}

describe("a whole name shows its record", () => {
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
    ["بيجين", "بكين"],
    ["وهران", "وهران"],
    ["ووهران", "وهران"],
    ["القرمزي سلوى", "سلوى القرمزي"],
    ["عبد الله المعيوف", "عبد الله المعيوف"],
    ["عبدالله بشارة", "عبد الله بشارة"],
    ["ماجد بن فهد", "ماجد بن فهد"],
    ["خالد بن ماجد بن فهد", "خالد بن ماجد بن فهد"],
    ["كوارث طبيعية", "كوارث طبيعية"],
    ["الكوارث الطبيعية", "كوارث طبيعية"],
  ])("%s → %s", async (words, label) => {
    expect(await labelsFor(words)).toEqual([label]);
  });

  it("and all that bear it", async () => {
    expect(await labelsFor("المرفأ")).toEqual(["المرفأ", "المرفأ"]);
  });
});

describe("a part of a name shows the record that it tells from others", () => {
  it.each([
    ["القرمزي", ["سلوى القرمزي"]],
    ["للقرمزي", ["سلوى القرمزي"]],
    ["المرجاني", ["نادر المرجاني", "هدى المرجاني"]],
    ["الصحة العالمية", ["منظمة الصحة العالمية"]],
    ["والنقد الدولي", ["صندوق النقد الدولي"]],
    ["العربية المتحدة", ["الإمارات العربية المتحدة"]],
    // The word is a word of many other pages, or the name of too many.
    ["سلام", []],
    ["البحري", []],
    ["وزارة الثقافة", []],
    ["الصحة", []],
    ["المتحدة", []],
    ["طبيعية", []],
    ["منظمات الصحة", []],
  ])("%s → %j", async (words, labels) => {
    expect(await labelsFor(words)).toEqual(labels);
  });
});

describe("an event is found by most of its title", () => {
  const SUMMIT = "أول قمة منذ عامين: الوزيران يلتقيان في مرجانة";
  const FLOODS = "السيول تقطع الطريق الساحلي وتغمر قرى الوادي الأخضر";
  const DROUGHT = "الأمم المتحدة تحذر من اتساع الجفاف في الساحل";
  it.each([
    ["اول قمه منذ عامين الوزيران يلتقيان في مرجانه", SUMMIT],
    ["لقاء الوزيرين في مرجانة أول قمة منذ عامين", SUMMIT],
    ["السيول تقطع الطريق الساحلي وتغمر قرى", FLOODS],
    ["قرى الوادي الأخضر والسيول والطريق الساحلي", FLOODS],
    ["اتساع الجفاف في الساحل: تحذر الأمم المتحدة", DROUGHT],
  ])("%s", async (words, title) => {
    expect(await labelsFor(words)).toEqual([title]);
  });

  it.each([
    "السيول",
    "الطريق الساحلي",
    "السيول تقطع الطريق",
    "أول قمة",
    "الجفاف في الساحل",
    "السيول تقطع الطريق الساحلي بين المدينة القديمة ومينائها الجديد بعد أمطار الخريف",
  ])("%s is not enough", async (words) => {
    expect(await labelsFor(words)).toEqual([]);
  });
});

it.each(["ولد", "كتاب", "صيني", "الصين وألمانيا", "و", "ال", "", "-", "في", "من على"])(
  "«%s» names none",
  async (words) => {
    expect(await labelsFor(words)).toEqual([]);
  },
);
