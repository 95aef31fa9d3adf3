import { describe, expect, test } from "vitest";
import { parseArabicDate } from "../src/arabic/dates.ts";
import { fieldsOfDates, isStampLabel } from "../src/arabic/stamp-labels.ts";
import { clean } from "../src/clean.ts";
import { extractDates } from "../src/extract/dates.ts";
import type { RawArticle } from "../src/model/article.ts";
import { readPage } from "../src/read/html.ts";
import { isStamp } from "../src/segment/stamp.ts";
import { segment } from "../src/segment.ts";

const TITLE = "حارس المنارة يحكي عن الضباب والسفن";
const PROSE = [
  "قال حارس المنارة إن السفينة مرت قبل الفجر بقليل، وإن الضباب كان كثيفاً حتى إنه لم ير إلا ضوءها الأخضر من بعيد.",
  "وأضاف أن السفن التي تمر في الشتاء أقل من سفن الصيف، وأن البحارة يلوحون له بالمصابيح حين يعرفونه من بعيد.",
];

const FIFTH = "2019-05-05";
const SIXTH = "2019-05-06";

/** Stamps that outlets print, with the days they were published and changed. */
const STAMPS: readonly (readonly [stamp: string, published: string | undefined, modified: string | undefined])[] = [
  // The words before the date
  ["تم النشر بتاريخ 2019-05-05 الساعة 10:30 ص بتوقيت القاهرة", FIFTH, undefined],
  ["تاريخ الإضافة: 05/05/2019 عدد المشاهدات: 1234", FIFTH, undefined],
  ["حُرر بتاريخ 5 ماي 2019", FIFTH, undefined],
  ["أرسلت بواسطة admin في أحد, 05/05/2019 - 10:30", FIFTH, undefined],
  ["نشر في 5 مايو 2019 بواسطة محرر الموقع", FIFTH, undefined],
  ["حُدّثت في: 5 مايو 2019 الساعة 10:30", undefined, FIFTH],
  ["تم تعديل الخبر في 5 مايو 2019", undefined, FIFTH],
  ["تاريخ آخر تحديث للصفحة 05/05/2019 10:30 ص بتوقيت السعودية", undefined, FIFTH],
  ["تم تحيينه في 05 ماي 2019 على الساعة 14:30", undefined, FIFTH],
  ["تاريخ التحديث الأخير: 05/05/2019", undefined, FIFTH],
  ["تاريخ تحديث المنشور: 05/05/2019", undefined, FIFTH],
  ["Last Modified: 2019-05-05 10:30:00", undefined, FIFTH],
  // One day in two calendars
  ["آخر تحديث: 30 شعبان 1440هـ - 5 مايو 2019", undefined, FIFTH],
  ["آخر تحديث: الأحد 30 شعبان 1440 هـ الموافق 5 مايو 2019 م", undefined, FIFTH],
  ["آخر تحديث في: 5 مايو 2019م (30 شعبان 1440هـ)", undefined, FIFTH],
  ["30 شعبان 1440هـ / 5 مايو 2019", FIFTH, undefined],
  // The words behind the date
  ["2019-05-05 آخر تعديل", undefined, FIFTH],
  ["5/5/2019 (محدث)", undefined, FIFTH],
  ["5 مايو 2019 | تم التحديث", undefined, FIFTH],
  ["10:30 - 05/05/2019 آخر تحديث 14:45", undefined, FIFTH],
  ["5 مايو 2019م الموافق 30 شعبان 1440هـ آخر تحديث", undefined, FIFTH],
  ["2019-05-05 نشر | 2019-05-06 تحديث", FIFTH, SIXTH],
  ["5 مايو 2019 (نشر) - 6 مايو 2019 (تحديث)", FIFTH, SIXTH],
  // Both days
  ["نشر في 5 مايو 2019 – 10:30 ص | آخر تحديث 6 مايو 2019 – 11:00 م", FIFTH, SIXTH],
  ["آخر تحديث: 6 مايو 2019 تاريخ النشر: 5 مايو 2019", FIFTH, SIXTH],
  ["محدث: 2019-05-06 نشر: 2019-05-05", FIFTH, SIXTH],
  ["التاريخ: 05/05/2019 - تاريخ التعديل: 06/05/2019", FIFTH, SIXTH],
  ["5 مايو 2019 آخر تحديث 6 مايو 2019", FIFTH, SIXTH],
  ["تاريخ النشر: 30 شعبان 1440هـ - 5 مايو 2019م | آخر تحديث: 1 رمضان 1440هـ - 6 مايو 2019م", FIFTH, SIXTH],
  ["نشر بتاريخ : 5 مايو 2019 ، آخر تعديل : 6 مايو 2019 ، عدد القراءات : 123", FIFTH, SIXTH],
  ["تم نشر هذا المقال لأول مرة في 5 مايو 2019 وتم تحديثه في 6 مايو 2019", FIFTH, SIXTH],
  ["Publié le 5 mai 2019 - Mis à jour le 6 mai 2019", FIFTH, SIXTH],
  ["تاريخ النشر والتحديث: 5/5/2019", FIFTH, undefined],
  ["في 05/05/2019 على الساعة 18:30، تم التحديث بتاريخ 05/05/2019 على الساعة 19:05", FIFTH, FIFTH],
  // Labels run together over their days, in order; where the order cannot be, nobody's
  ["تاريخ النشر آخر تحديث 5/5/2019 6/5/2019", FIFTH, SIXTH],
  ["آخر تحديث تاريخ النشر 6/5/2019 5/5/2019", FIFTH, SIXTH],
  ["تاريخ النشر تاريخ التعديل 5/5/2019 10:30 6/5/2019 11:00", FIFTH, SIXTH],
  ["تاريخ النشر آخر تحديث 6/5/2019 5/5/2019", undefined, undefined],
  ["تاريخ النشر آخر تحديث 5/5/2019 6/5/2019 7/5/2019", undefined, undefined],
  ["تحديث المنشور 5/5/2019 6/5/2019", undefined, undefined],
  // How long ago somebody looked at the page dates nothing
  ["5 مايو 2019 | آخر تحديث منذ 3 ساعات", FIFTH, undefined],
  ["نُشر: 5 مايو 2019 آخر تحديث: 14:45", FIFTH, undefined],
  ["آخر تحديث 14:30", undefined, undefined],
  // Neither
  ["تاريخ الطباعة: 05/05/2019", undefined, undefined],
  ["أعيد نشره في 5 مايو 2019", undefined, undefined],
  // The agency, the section, hours of agencies
  ["الأحد 1440/8/30 هـ الموافق 2019/5/5 م ريح", FIFTH, undefined],
  ["ريح 1450 جمت 05/05/2019", FIFTH, undefined],
  ["1422 جمت", undefined, undefined],
  ["الأحد 05 أيار 2019 الساعة 11:05 سياسة", FIFTH, undefined],
  ["5 أيار/مايو 2019 السلم والأمن", FIFTH, undefined],
  ["نُشر: 14:08-5 مايو 2019 م ـ 30 شعبان 1440 هـ", FIFTH, undefined],
  ["5/5/2019-14:30", FIFTH, undefined],
  // Counters and buttons beside it
  ["طباعة | 5 مايو 2019 | 10:30 ص", FIFTH, undefined],
  ["مايو 5, 2019 0 تعليق", FIFTH, undefined],
  ["5 مايو 2019 | 3 دقائق قراءة", FIFTH, undefined],
];

/** The words on a line of their own, above or below, or at the head of a table's columns. */
const LINES: typeof STAMPS = [
  ["تاريخ النشر:\n5 مايو 2019", FIFTH, undefined],
  ["آخر تحديث:\n5 مايو 2019", undefined, FIFTH],
  ["5 مايو 2019\nآخر تعديل", undefined, FIFTH],
  ["آخر تحديث\n6 مايو 2019\nتاريخ النشر\n5 مايو 2019", FIFTH, SIXTH],
  ["تاريخ النشر\nآخر تحديث\n5/5/2019\n6/5/2019", FIFTH, SIXTH],
  ["تاريخ النشر | آخر تحديث\n5/5/2019 | 6/5/2019", FIFTH, SIXTH],
];

describe("a plain text's stamp", () => {
  const read = (text: string) => {
    const raw = { path: "a.txt", text, sha256: "", mediaType: "text/plain", encoding: "utf-8" } satisfies RawArticle;
    const article = segment(clean(raw), { isPlace: () => false, isOutlet: (words) => words === "ريح" });
    const { fields } = extractDates(article, []);
    for (const { words, at } of Object.values(fields)) expect(text.slice(...(at as [number, number]))).toBe(words);
    return { days: [fields.published?.value, fields.modified?.value], article };
  };

  test.each([...STAMPS, ...LINES])("%s", (stamp, published, modified) => {
    for (const text of [
      [TITLE, stamp, "", ...PROSE],
      [stamp, TITLE, "", ...PROSE],
      [TITLE, "", ...PROSE, "", stamp],
    ]) {
      const { days, article } = read(text.join("\n"));
      expect(days).toEqual([published, modified]);
      expect([article.headline?.text, ...article.blocks.map((block) => block.text)]).toEqual([TITLE, ...PROSE]);
    }
  });
});

describe("a page's stamp", () => {
  const read = (stamp: string) => {
    const prose = PROSE.map((text) => `<p>${text}</p>`).join("");
    const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${stamp}${prose}</body></html>`;
    const found = readPage(Buffer.from(html));
    if ("refused" in found) throw new Error(found.refused.reason);
    const { published, modified } = found.page.metadata;
    return [published, modified].map((declared) => declared?.chosen[0].value);
  };

  test.each([...STAMPS, ...LINES])("%s", (stamp, published, modified) => {
    const lines = stamp.split("\n").map((line) => `<div>${line}</div>`);
    expect(read(lines.join(""))).toEqual([published, modified]);
    const rows = stamp.split("\n").map((line) => `<tr><td>${line.replaceAll("|", "</td><td>")}</td></tr>`);
    expect(read(`<table>${rows.join("")}</table>`)).toEqual([published, modified]);
  });

  const time = (day: string) => `<time datetime="${day}T10:00:00Z">${day}</time>`;
  test.each([
    [`<p>آخر تحديث ${time(SIXTH)} نشر في ${time(FIFTH)}</p>`, FIFTH, SIXTH],
    [`<ul><li>آخر تحديث</li><li>${time(SIXTH)}</li></ul>`, undefined, SIXTH],
    [`<p>${time(FIFTH)} (آخر تعديل)</p>`, undefined, FIFTH],
    [`<p>نُشر <span>${time(FIFTH)}</span></p><p>حُدّث <span>${time(SIXTH)}</span></p>`, FIFTH, SIXTH],
    [`<dl><dt>تاريخ التعديل</dt><dd>6 مايو 2019</dd><dt>تاريخ النشر</dt><dd>5 مايو 2019</dd></dl>`, FIFTH, SIXTH],
  ])("%s", (stamp, published, modified) => expect(read(stamp)).toEqual([published, modified]));
});

test("a town in front of the day makes a dateline, no stamp", () => {
  expect(isStamp("المرفأ 30 شعبان 1440 هـ الموافق 5 مايو 2019 م")).toBe(false);
  expect(isStamp("القاهرة 30 شعبان 1440 هـ الموافق 5 مايو 2019 م")).toBe(false);
});

describe("a stamp that contradicts itself", () => {
  const read = (stamp: string) => {
    const text = `${TITLE}\n${stamp}\n\n${PROSE.join("\n")}`;
    const raw = { path: "a.txt", text, sha256: "", mediaType: "text/plain", encoding: "utf-8" } satisfies RawArticle;
    const { fields, contradictions } = extractDates(
      segment(clean(raw), { isPlace: () => false, isOutlet: () => false }),
      [],
    );
    const { value, confidence } = fields.published ?? {};
    return [value, confidence, ...contradictions.map((one) => [one.text, one.kind, one.isTaken ?? false])];
  };

  test("in two calendars is told once, and only the day of the weekday is taken", () => {
    expect(read("[الأحد، 26 شعبان 1440هـ الموافق 5 مايو 2019 الساعة 20:47:12]")).toEqual([
      FIFTH,
      0.5,
      ["الأحد، 26 شعبان 1440هـ الموافق 5 مايو 2019", "calendars", true],
    ]);
    expect(read("26 شعبان 1440هـ الموافق 5 مايو 2019")).toEqual([
      undefined,
      undefined,
      ["26 شعبان 1440هـ الموافق 5 مايو 2019", "calendars", false],
    ]);
  });

  test("by its weekday is taken with a low confidence", () => {
    expect(read("الاثنين / 30 / شعبان / 1440 هـ السبت 5 مايو 2019 02:11")).toEqual([
      FIFTH,
      0.6,
      ["30 / شعبان / 1440 هـ السبت 5 مايو 2019", "weekday", true],
    ]);
  });

  test("by another is taken where it stands first", () => {
    expect(read("5/5/2019\n6/5/2019")).toEqual([FIFTH, 0.95, ["6/5/2019", "other-stamp", false]]);
  });
});

test("a day after the change is not the publication's, unless the words say so", () => {
  const fields = (line: string) => fieldsOfDates(line, parseArabicDate(line));
  expect(fields("آخر تحديث 5 مايو 2019 الميناء 6 مايو 2019")).toEqual(["modified", "other"]);
  expect(fields("آخر تحديث 6 مايو 2019 الميناء 5 مايو 2019")).toEqual(["modified", "published"]);
  expect(fields("آخر تحديث 5 مايو 2019 نشر 6 مايو 2019")).toEqual(["modified", "published"]);
});

test("a line is a label when it holds no word besides", () => {
  expect(
    ["تاريخ النشر:", "آخر تحديث", "تاريخ آخر تعديل للصفحة", "النشر | التحديث", "Last updated"].map(isStampLabel),
  ).toEqual(Array(5).fill(true));
  expect(["تحديث المرافئ", "آخر الأخبار", "نشر 5", "", "في", "طباعة", "منذ ساعة"].map(isStampLabel)).toEqual(
    Array(7).fill(false),
  );
});
