import { beforeAll, describe, expect, test } from "vitest";
import type { ParseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
import { findDateline } from "../src/segment/dateline.ts";
import { LAYOUTS } from "../src/sources/index.ts";
import { rawArticle, worldContext } from "./support/world.ts";

let context: ParseContext;
beforeAll(async () => {
  context = await worldContext();
});

/** place | date | agency | rule | what is left of the text; after a headline. */
function read(text: string, isFirst = false): string | undefined {
  const knows = {
    isPlace: (words: string) => context.gazetteer.place(words) !== undefined,
    isOutlet: (words: string) => context.gazetteer.outlet(words) !== undefined,
  };
  const found = findDateline(text, 0, knows, isFirst);
  return (
    found &&
    [
      found.place?.text ?? "",
      found.date?.text ?? "",
      found.agency?.text ?? "",
      found.rule.replace("dateline:", ""),
      text.slice(found.at[1]).trim(),
    ].join("|")
  );
}

const LEAD = "أعلن الوزير فتح الميناء.";
const LONG = "استقبل الوزير اليوم وفدا من التجار وبحث معه فتح الميناء.";

describe("a dateline at the start of a text", () => {
  test.each([
    // PR Newswire
    [`مرجانة, 4 آذار (مارس) 2019  /PRNewswire/ — ${LEAD}`, `مرجانة|4 آذار (مارس) 2019|PRNewswire|prnewswire|${LEAD}`],
    [
      `مرجانة، الواديا، 4 مارس 2019 /PRNewswire/ -- ${LEAD}`,
      `مرجانة، الواديا|4 مارس 2019|PRNewswire|prnewswire|${LEAD}`,
    ],
    [`مرجانة، 4 مارس/ آذار 2019 /PRNewswire-AsiaNet/ -- ${LEAD}`, undefined],
    [`مرجانة، ٤ آذار ٢٠١٩ /PR Newswire/ – ${LEAD}`, `مرجانة|٤ آذار ٢٠١٩|PR Newswire|prnewswire|${LEAD}`],
    // Xinhua
    [`مرجانة 4 مايو 2019 (شينخوا) ${LEAD}`, `مرجانة|4 مايو 2019|شينخوا|xinhua|${LEAD}`],
    [`مرجانة 4 مايو 2019 (شينخوا) -- ${LEAD}`, `مرجانة|4 مايو 2019|شينخوا|xinhua|${LEAD}`],
    [`مرجانة 5 مايو 2009 / شينخوا / ${LEAD}`, `مرجانة|5 مايو 2009|شينخوا|xinhua|${LEAD}`],
    [`مرجانة القديمة 5 مايو 2009 /شينخوا/ ${LEAD}`, `مرجانة القديمة|5 مايو 2009|شينخوا|xinhua|${LEAD}`],
    [`مرجانة ٥ تشرين الأول ٢٠٢١ (شينخوا) ${LEAD}`, `مرجانة|٥ تشرين الأول ٢٠٢١|شينخوا|xinhua|${LEAD}`],
    // Saudi Press Agency
    ["مرجانة 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس", "مرجانة|11 اغسطس 2015|واس|spa|"],
    [`مرجانة 3 ربيع الأول 1440هـ الموافق 11 نوفمبر 2018 م واس ${LEAD}`, `مرجانة|11 نوفمبر 2018|واس|spa|${LEAD}`],
    // Place, date, agency
    [`بالة 5 مايو 2021 (ريح) - ${LEAD}`, `بالة|5 مايو 2021|ريح|place-date-agency|${LEAD}`],
    [`بالة في 3 يناير 2020 (ر ي ح) ${LEAD}`, `بالة|3 يناير 2020|ر ي ح|place-date-agency|${LEAD}`],
    [`بالة، 5 أيار 2021 (ريح) — ${LEAD}`, `بالة|5 أيار 2021|ريح|place-date-agency|${LEAD}`],
    // A day beside the agency without a separator
    [`بالة-ريح 5 أيار 2021 - ${LEAD}`, `بالة|5 أيار 2021|ريح|parts|${LEAD}`],
    [`بالة - ريح، 5 أيار 2021\n${LEAD}`, `بالة|5 أيار 2021|ريح|parts|${LEAD}`],
    [`بالة 5-5-2021 ريح\n${LEAD}`, `بالة|5-5-2021|ريح|parts|${LEAD}`],
    [`بالة 5-5-2021 مرجانة\n${LEAD}`, undefined],
    [`بالة - الوزير 5 أيار 2021 - ${LEAD}`, undefined],
    // Place, agency in brackets
    [`بالة (ريح) - ${LEAD}`, `بالة||ريح|place-agency-in-brackets|${LEAD}`],
    [`مرجانة، الواديا (RYH) -- ${LEAD}`, `مرجانة، الواديا||RYH|place-agency-in-brackets|${LEAD}`],
    [`مدينة مجهولة (ريح): ${LEAD}`, `مدينة مجهولة||ريح|place-agency-in-brackets|${LEAD}`],
    [`بالة (وكالة مجهولة) - ${LEAD}`, `بالة||وكالة مجهولة|place-agency-in-brackets|${LEAD}`],
    [`بالة (ر.ي.ح) - ${LEAD}`, `بالة||ر.ي.ح|place-agency-in-brackets|${LEAD}`],
    [`بالة (ريح) ${LEAD}`, `بالة||ريح|place-outlet-in-brackets|${LEAD}`],
    // Agency alone
    [`(ريح) - ${LEAD}`, `||ريح|agency-in-brackets|${LEAD}`],
    [`(ريح): ${LEAD}`, `||ريح|agency-in-brackets|${LEAD}`],
    // A line by itself
    ["بالة-ريح", "بالة||ريح|place-dash-agency|"],
    ["بالة - ر ي ح", "بالة||ر ي ح|place-dash-agency|"],
    ["بالة ـ ريح", "بالة||ريح|place-dash-agency|"],
    ["مدينة مجهولة – ريح", "مدينة مجهولة||ريح|place-dash-agency|"],
    ["بالة – سليم أحمد", "بالة||سليم أحمد|place-dash-agency|"],
    ["بالة: سليم أحمد", "بالة||سليم أحمد|place-colon-reporter|"],
    ["بالة - (ر ي ح)", "بالة||ر ي ح|place-dash-agency|"],
    ["بالة – الوكالات:", "بالة||الوكالات|place-dash-agency|"],
    ["بالة، مرجانة - سليم أحمد", "بالة، مرجانة||سليم أحمد|place-dash-agency|"],
    ["بالة: «ريح»", "بالة||ريح|place-colon-reporter|"],
    ["بالة : (ر ي ح)", "بالة||ر ي ح|place-colon-reporter|"],
    // Who first, then where
    ["ريح - بالة", "بالة||ريح|reporter-dash-place|"],
    ["سليم أحمد ـ بالة", "بالة||سليم أحمد|reporter-dash-place|"],
    ["ريح - قصة قصيرة", "||ريح|reporter-dash-place|"],
    [
      "ريح - قرية مجهولة\n\nقال سكان إن الطريق إلى قرية مجهولة قُطع.",
      "قرية مجهولة||ريح|reporter-dash-place|قال سكان إن الطريق إلى قرية مجهولة قُطع.",
    ],
    ["ريح (بالة)", "بالة||ريح|reporter-place-in-brackets|"],
    ["سليم أحمد (مرجانة ، بالة)", "مرجانة ، بالة||سليم أحمد|reporter-place-in-brackets|"],
    ["«ريح» من بالة", "بالة||ريح|outlet-from-place|"],
    ["بالة - مكتب ريح - سليم أحمد:", "بالة||ريح|parts|"],
    [`ريح- بالة: ${LEAD}`, `بالة||ريح|outlet-dash-place|${LEAD}`],
    [`ندى 24- بالة: ${LEAD}`, `بالة||ندى 24|outlet-dash-place|${LEAD}`],
    [`سليم أحمد- ندى ٢٤- بالة: ${LEAD}`, `بالة||ندى ٢٤|outlet-dash-place|${LEAD}`],
    [`سليم أحمد- ريح- بالة: ${LEAD}`, `بالة||ريح|parts|${LEAD}`],
    [`ريح- ينبوع: ${LEAD}`, `ينبوع||ريح|parts|${LEAD}`],
    [`ريح - ينبوع: واصل مهرجان "التمر" ${LEAD}`, `ينبوع||ريح|parts|واصل مهرجان "التمر" ${LEAD}`],
    // Between slashes, and days without a year
    [`بالة/ ريح/ ${LEAD}`, `بالة||ريح|place-slash-outlet|${LEAD}`],
    [`بالة/ سليم أحمد/ ريح - ${LEAD}`, `بالة||ريح|parts|${LEAD}`],
    [`بالة / 5 كانون الثاني/ يناير / ريح – ${LEAD}`, `بالة||ريح|place-slash-months-outlet|${LEAD}`],
    [`بالة/ في 5 مايو/ ريح/ ${LEAD}`, `بالة||ريح|place-slash-day-outlet|${LEAD}`],
    // A town and a reporter, a town before a report's verb, a town and a day on a line of their own
    [`بالة/ سليم أحمد/ ${LEAD}`, `بالة|||parts|${LEAD}`],
    [`بالة - من سليم أحمد - ${LEAD}`, `بالة|||parts|${LEAD}`],
    [`بالة - ${LONG}`, `بالة|||parts|${LONG}`],
    [`(بالة) ${LONG}`, `بالة|||parts|${LONG}`],
    [`بالة/ ${LONG}`, `بالة|||parts|${LONG}`],
    [`بالة: ${LONG}`, `بالة|||parts|${LONG}`],
    ["[05/مايو/2018] بالة - ريح :", "بالة|05/مايو/2018|ريح|date-place-outlet|"],
    [`[5-5-2018] بالة - ريح: ${LEAD}`, `بالة|5-5-2018|ريح|date-place-outlet|${LEAD}`],
    [`ينبوع - ريح: ${LONG}`, `ينبوع||ريح|parts|${LONG}`],
    [`ينبوع/ ريح/ ${LONG}`, `ينبوع||ريح|place-slash-outlet|${LONG}`],
    [`بني سعد - ريح - ${LONG}`, `بني سعد||ريح|parts|${LONG}`],
    [`بالة - شروق: ${LONG}`, `بالة||شروق|parts|${LONG}`],
    [`ريح/ ${LONG}`, `||ريح|parts|${LONG}`],
    [`بالة (نسيم 24)- ${LEAD}`, `بالة||نسيم 24|place-agency-in-brackets|${LEAD}`],
    ["بالة, 15/06/2021", "بالة|15/06/2021||parts|"],
    [`بالة 5 مايو (ريح) - ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة - 5 - 3 (ريح) -- ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة في 5 مايو / ريح / ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة، 5 مايو / أيار (ريح) - ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة، 5 مايو. /ريح/. ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة 5 مايو (ريح) - سليم أحمد - ${LEAD}`, `بالة||ريح|place-day-outlet|${LEAD}`],
    [`بالة ـ «ريح» ـ من سليم أحمد: ${LEAD}`, `بالة||ريح|parts|${LEAD}`],
    [`بالة 5-3-2021 ريح- ${LEAD}`, `بالة|5-3-2021|ريح|place-numbers-outlet|${LEAD}`],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    LEAD,
    "",
    "بالة",
    "5 مايو 2021",
    `الرئيس (سليم النخلي) قال إن الميناء سيفتح.`,
    `(المتوسط) - ${LEAD}`,
    "مدينة مجهولة - سليم أحمد",
    "مدينة مجهولة: سليم أحمد",
    "بالة: مقتل خمسة في انهيار مبنى قديم",
    "بالة - الواديا: من يفوز بالكأس؟",
    "قال سليم: وصلنا",
    "سليم أحمد قال (في بالة)",
    "عودة الهدوء من بالة",
    "بالة - مرجانة: من يفوز؟",
    `سليم أحمد- بالة: ${LEAD}`,
    `ريح- عاجل: ${LEAD}`,
    `بالة/ ميناء سليم/ ${LEAD}`,
    `بالة - عاصمة الواديا القديمة وميناؤها الوحيد منذ خمسة قرون على البحر`,
    `بالة - ${LEAD.slice(0, 12)}`,
    `بالة - خلاصة: الميناء يفتح أبوابه بعد عام من الإغلاق والتجار يرحبون`,
    `بالة 5 مايو (عيد الربيع) - ${LEAD}`,
    `بالة (الواقعة على الساحل الشرقي) أعلنت الطوارئ.`,
    `بالة، 5 مايو 2021. ${LEAD}`,
  ])("none in «%s»", (text) => {
    expect(read(text)).toBeUndefined();
  });

  test("«place: words» as the very first line is a headline, not a reporter's line", () => {
    expect(read("بالة: سليم أحمد", true)).toBeUndefined();
  });

  test("a word in brackets after a place takes no words out of the text", () => {
    const { article } = parseText(
      rawArticle("عنوان قصير للخبر\n\nالواديا (البلد الساحلي) أعلنت فتح الميناء أمام السفن الكبيرة اليوم."),
      context,
    );
    expect(article.blocks.map(({ text }) => text)).toEqual([
      "الواديا (البلد الساحلي) أعلنت فتح الميناء أمام السفن الكبيرة اليوم.",
    ]);
  });
});

describe("what a dateline says", () => {
  const fields = (lead: string) =>
    parseText(
      rawArticle(`عنوان الخبر القصير\n\n${lead}\nثم تلا الوزير بيانا عن الميناء الجديد وموعد فتحه أمام السفن.`),
      context,
    ).article.fields;

  test("place, source and day, each with its words", () => {
    const { datelinePlace, source, filed, published } = fields(`مرجانة، الواديا 5 مايو 2021 (ريح) - ${LEAD}`);
    expect([datelinePlace?.value, source?.value, filed?.value, published?.value]).toEqual([
      "marjana",
      "rih",
      "2021-05-05",
      "2021-05-05",
    ]);
    expect([datelinePlace?.words, source?.words]).toEqual(["مرجانة، الواديا", "ريح"]);
  });

  test("below a subheadline, which stays", () => {
    const text = `عنوان الخبر القصير\n\nتفاصيل الافتتاح بحضور الأهالي\n\nبالة - ريح\n\n${LEAD} ثم تلا بيانا عن الميناء.`;
    const { fields, blocks } = parseText(rawArticle(text), context).article;
    expect([fields.datelinePlace?.value, fields.source?.value]).toEqual(["bala", "rih"]);
    expect(blocks.map((block) => block.text)).toEqual([
      "تفاصيل الافتتاح بحضور الأهالي",
      `${LEAD} ثم تلا بيانا عن الميناء.`,
    ]);
  });

  test("not below a first sentence", () => {
    const text = `عنوان الخبر القصير\n\n${LEAD}\n\nبالة - ريح\n\nثم تلا الوزير بيانا عن الميناء الجديد.`;
    expect(parseText(rawArticle(text), context).article.fields.source).toBeUndefined();
  });

  test("a reporter is an author, an outlet that no record knows is none", () => {
    expect(fields("بالة: سليم أحمد").authors?.map(({ value }) => value)).toEqual(["سليم أحمد"]);
    expect(fields("بالة: سليم أحمد، سلمى نور").authors?.map(({ words }) => words)).toEqual(["سليم أحمد", "سلمى نور"]);
    for (const words of ["عين اليوم", "الوكالات", "مكتب بالة", "متابعات", "مرجان نت"])
      expect(fields(`بالة - ${words}`).authors, words).toBeUndefined();
  });

  test("a reporter is no source and an unknown place none of the places", () => {
    expect(fields("بالة: سليم أحمد").source).toBeUndefined();
    expect(fields(`مدينة مجهولة (ريح) - ${LEAD}`).datelinePlace).toBeUndefined();
  });
});

const LONG_LEAD = "أعلن الوزير فتح الميناء أمام السفن الكبيرة.";
const AFTER = "ثم تلا الوزير بيانا عن الميناء الجديد وموعد فتحه أمام السفن.";

/** Towns of the dateline | source | authors | day filed | «all» where no word of the line was taken for a dateline. */
function signedAs(line: string): string {
  const { fields, blocks } = parseText(rawArticle(`عنوان الخبر القصير\n\n${line}\n\n${AFTER}`), context).article;
  const lead = line.endsWith(LONG_LEAD) ? [LONG_LEAD] : [];
  const isWhole = blocks.length === lead.length + 1 && blocks.every(({ text }) => text === LONG_LEAD || text === AFTER);
  const towns = (fields.places ?? []).filter(({ rule }) => rule === "place:dateline").map(({ value }) => value);
  const authors = (fields.authors ?? []).map(({ value }) => value);
  return [towns.join("+"), fields.source?.value ?? "", authors.join("+"), fields.filed?.value ?? ""]
    .concat(isWhole ? [] : ["all"])
    .join("|");
}

describe("datelines by their parts", () => {
  test.each([
    [`بالة - (ريح) - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة -(ريح)- ${LONG_LEAD}`, "bala|rih||"],
    [`بالة - ريح - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة – ريح – ${LONG_LEAD}`, "bala|rih||"],
    [`بالة ــ ريح ــ ${LONG_LEAD}`, "bala|rih||"],
    [`بالة – ريح: ${LONG_LEAD}`, "bala|rih||"],
    [`بالة-ريح: ${LONG_LEAD}`, "bala|rih||"],
    [`بالة-ريح ${LONG_LEAD}`, "||||all"],
    [`بالة - ريح ${LONG_LEAD}`, "||||all"],
    [`بالة (ريح) ― ${LONG_LEAD}`, "bala|rih||"],
    [`بالة (ريح) − ${LONG_LEAD}`, "bala|rih||"],
    [`بالة (ريح) ـ ${LONG_LEAD}`, "bala|rih||"],
    [`بالة (ريح) ‐ ${LONG_LEAD}`, "bala|rih||"],
    [`بالة(ريح)-${LONG_LEAD}`, "bala|rih||"],
    [`بالة (ريح)--${LONG_LEAD}`, "bala|rih||"],
    [`بالة ، (ريح) - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة: (ريح) - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة [ريح] - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة / ريح / - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة (RYH) - ${LONG_LEAD}`, "bala|rih||"],
    ["بالة - RYH", "bala|rih||"],
    [`بالة — RYH — ${LONG_LEAD}`, "bala|rih||"],
    ["RYH - بالة", "bala|rih||"],
    [`بالة (ر.ي.ح.) - ${LONG_LEAD}`, "bala|rih||"],
    ["بالة – ر.ي.ح", "bala|rih||"],
    [`بالة (ريح، قناة الندى) - ${LONG_LEAD}`, "bala|rih||"],
    ["بالة - ريح، قناة الندى", "bala|rih||"],
    ["بالة - (ريح) (قناة الندى)", "bala|rih||"],
    [`بالة (ريح/قناة الندى) - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة – «ريح» – ${LONG_LEAD}`, "bala|rih||"],
    ["بالة - خاص", "bala|||"],
    ["بالة: خاص", "bala|||"],
    [`بالة (خاص) - ${LONG_LEAD}`, "bala|||"],
    ["خاص - بالة", "bala|||"],
    ["بالة ـ خاص بـ«ريح»", "bala|rih||"],
    ["بالة - خاص «ريح»", "bala|rih||"],
    ["بالة – مراسلنا", "bala|||"],
    ["بالة - من مراسلنا", "bala|||"],
    ["بالة - من مراسلنا سليم أحمد", "bala||سليم أحمد|"],
    ["بالة – مراسل ريح", "bala|rih||"],
    ["بالة - مراسل «ريح» سليم أحمد", "bala|rih|سليم أحمد|"],
    ["بالة: مراسلنا سليم أحمد", "bala||سليم أحمد|"],
    ["بالة - مكتب ريح", "bala|rih||"],
    ["بالة ـ كتب سليم أحمد:", "bala||سليم أحمد|"],
    ["بالة - كتبت: سلمى نور", "bala||سلمى نور|"],
    ["كتب - سليم أحمد:", "||سليم أحمد|"],
    ["كتب سليم أحمد - بالة:", "bala||سليم أحمد|"],
    [`بالة 5 أيار/مايو 2021 (ريح) - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة 5 أيار (مايو) 2021 (ريح) - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة، الأربعاء 5 مايو 2021 (ريح) - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة – 5 مايو 2021 (ريح) – ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة في 5 مايو 2021 /ريح/ ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة 5 مايو 2021 - ريح - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة (ريح) 5 مايو 2021 - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة (ريح) - 5 مايو 2021 - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة 05-05-2021 (ريح) - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    [`بالة 5/5/2021 (ريح) - ${LONG_LEAD}`, "bala|rih||2021-05-05"],
    ["بالة، مرجانة: سليم أحمد وسلمى نور", "bala+marjana||سليم أحمد+سلمى نور|"],
    ["بالة ومرجانة: سليم أحمد وسلمى نور", "bala+marjana||سليم أحمد+سلمى نور|"],
    ["بالة/مرجانة: سليم أحمد", "bala+marjana||سليم أحمد|"],
    ["بالة، مرجانة - ريح", "bala+marjana|rih||"],
    ["بالة/ مرجانة - ريح", "bala+marjana|rih||"],
    ["بالة - مرجانة: سليم أحمد", "bala+marjana||سليم أحمد|"],
    ["بالة، مرجانة: سليم أحمد، سلمى نور", "bala+marjana||سليم أحمد+سلمى نور|"],
    ["بالة: سليم أحمد ومرجانة: سلمى نور", "||||all"],
    ["بالة (سليم أحمد) - مرجانة (سلمى نور)", "bala+marjana||سليم أحمد+سلمى نور|"],
    [`(ريح) ${LONG_LEAD}`, "|rih||"],
    [`/ريح/ ${LONG_LEAD}`, "|rih||"],
    [`[ريح] - ${LONG_LEAD}`, "|rih||"],
    [`ريح - ${LONG_LEAD}`, "|rih||"],
    [`ريح – بالة – ${LONG_LEAD}`, "bala|rih||"],
    [`ريح / بالة / ${LONG_LEAD}`, "bala|rih||"],
    [`(ريح) بالة - ${LONG_LEAD}`, "bala|rih||"],
    ["وكالة ريح - بالة", "bala|rih||"],
    [`بالة - وكالة ريح - ${LONG_LEAD}`, "bala|rih||"],
    [`بالة (وكالة ريح) - ${LONG_LEAD}`, "bala|rih||"],
    ["بالة - وكالات", "bala|||"],
    ["بالة - وكالات الأنباء", "bala|||"],
    [`بالة – الوكالات – ${LONG_LEAD}`, "bala|||"],
    ["عواصم - وكالات", "|||"],
    [`عواصم (ريح) - ${LONG_LEAD}`, "|rih||"],
    ["بالة - سليم أحمد:", "bala||سليم أحمد|"],
    ["بالة ـ «ريح» ـ سليم أحمد", "bala|rih|سليم أحمد|"],
    ["بالة _ ريح", "bala|rih||"],
    ["بالة | ريح", "bala|rih||"],
    ["بالة • ريح", "bala|rih||"],
    [`مرجانة، الواديا (RYH)-- ${LONG_LEAD}`, "marjana|rih||"],
    [`مرجانة ( ريح ) - ${LONG_LEAD}`, "marjana|rih||"],
    [`مرجانة ( ريح ) ${LONG_LEAD}`, "marjana|rih||"],
    ["بالة: سليم أحمد (ريح)", "bala|rih|سليم أحمد|"],
    ["بالة - سليم أحمد - ريح", "bala|rih|سليم أحمد|"],
    ["بالة - سليم أحمد، ريح", "bala|rih||"],
    ["ريح – بالة: خاص", "bala|rih||"],
    [`سليم أحمد- ريح- بالة: ستواجه شركة "موج بحر" منافسة جديدة. ${LONG_LEAD}`, "bala|rih|سليم أحمد||all"],
    [`سليم أحمد- ريح: ${LONG_LEAD}`, "|rih|سليم أحمد|"],
    [`سليم أحمد– ريح– وادي النخيل : ${LONG_LEAD}`, "|rih|سليم أحمد|"],
    [`ريح- وكالات: ${LONG_LEAD}`, "|rih||"],
    ["سليم أحمد – متابعات", "||سليم أحمد|"],
  ])("%s", (line, expected) => {
    expect(signedAs(line)).toBe(expected);
  });

  test.each([
    "بالة - ريح عاتية تضرب الميناء وتغلق الطرق المؤدية إليه.",
    "بالة: ريح قوية تغلق الميناء أمام السفن الكبيرة اليوم.",
    "بالة، مرجانة - مباراة الأسبوع في ملعب الساحل الكبير.",
    "سليم أحمد: بالة تستحق ميناء أكبر من هذا الميناء.",
    "بالة ومرجانة - تاريخ مشترك بين مدينتين على الساحل.",
    "مرجانة 5 مايو 2021: افتتاح الميناء أمام السفن الكبيرة.",
    "بالة (مرجانة) - أعلن الوزير فتح الميناء أمام السفن.",
    "بالة - الميناء الجديد - أعلن الوزير فتحه أمام السفن.",
    "سليم أحمد - سلمى نور: حوار حول الميناء الجديد في المدينة.",
    "ريح الشمال - هبت على المدينة فأغلق الميناء أمام السفن.",
  ])("none in «%s»", (line) => {
    expect(signedAs(line)).toMatch(/^\|{3}\|all$|^.*\|\|\|\|all$/);
  });

  test("with a town that no record knows, it is asked for", () => {
    const line = `سليم أحمد- ريح- وادي النخيل: ${LONG_LEAD}`;
    const { problems } = parseText(rawArticle(`عنوان الخبر القصير\n\n${line}\n\n${AFTER}`), context);
    expect(problems.map(({ reason }) => reason).join()).toContain("وادي النخيل");
  });
});

test("every layout has its own name and asks for indices", () => {
  const ids = LAYOUTS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { dateline } of LAYOUTS) expect(dateline.flags).toMatch(/d.*u/);
});
