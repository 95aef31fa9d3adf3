import { describe, expect, test } from "vitest";
import { clean } from "../src/clean.ts";
import { extractDates } from "../src/extract/dates.ts";
import type { RawArticle } from "../src/model/article.ts";
import { isStamp } from "../src/segment/stamp.ts";
import { segment } from "../src/segment.ts";

interface Page {
  /** What the page's metadata give as the day it was published. */
  readonly declared?: string;
  readonly region?: string;
}

/** Dates of a plain text by kind, and the words of those that contradict each other. */
function datesOf(text: string, { declared, region }: Page = {}) {
  const published = declared && { value: declared, rule: "html:json-ld", words: declared, place: "JSON-LD" };
  const raw = {
    path: "a.txt",
    text,
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    ...(published && {
      metadata: { published: { chosen: [published], by: "choose:agreed", confidence: 1, others: [] } },
    }),
  } as const satisfies RawArticle;
  const article = segment(clean(raw), { isPlace: () => false, isOutlet: () => false });
  const { fields, contradictions } = extractDates(article, [], region);
  for (const { words, at } of Object.values(fields)) expect(text.slice(...(at as [number, number]))).toBe(words);
  const values = Object.fromEntries(
    Object.entries(fields).map(([field, { value, rule }]) => [field, `${value} ${rule}`]),
  );
  const lost = Object.entries(fields).flatMap(([field, { alternatives = [] }]) =>
    alternatives.map((other) => {
      expect(text.slice(...(other.at as [number, number]))).toBe(other.words);
      return `${field} ${other.value} ${other.words}`;
    }),
  );
  return {
    ...values,
    ...(lost.length > 0 && { lost }),
    ...(contradictions.length > 0 && { contradictions: contradictions.map(({ text: words }) => words) }),
  };
}

const BODY = `
افتتح الوزير المعرض في حضور كبير، وقال إن المشاركين جاؤوا من بلدان كثيرة.

وأضاف الوزير أن المعرض يستمر في استقبال زواره مجانا.`;

describe("stamps", () => {
  test.each([
    "17/5/2019",
    "نُشر في: 17 مايو 2019 - 10:30 ص",
    "الجمعة 17 مايو/أيار 2019",
    "تاريخ النشر: ١٧ أيار ٢٠١٩ الساعة 10:30 بتوقيت غرينتش",
    "آخر تحديث: الجمعة، 17 مايو 2019، 10:30 صباحا",
    "نشر في 16/5/2019 | آخر تحديث 17/5/2019",
    "12 رمضان 1440هـ الموافق 17 مايو 2019م",
    "Published: Friday, May 17, 2019 10:30 AM GMT",
    "2019-05-17 10:30",
  ])("are lines of nothing but dates: %s", (line) => expect(isStamp(line)).toBe(true));

  test.each([
    "عام 2019",
    "أمس",
    "17 مايو 2019 يوم لا ينسى",
    "معرض 2019",
    "الربع الأول من 2019",
    "",
    "الجمعة",
    "أحداث 17 مايو 2019",
  ])("are not lines that say something: %s", (line) => expect(isStamp(line)).toBe(false));

  test("tell when the page was published and when it was changed", () => {
    expect(datesOf(`معرض الكتاب\nنشر في 16/5/2019 - آخر تحديث 17/5/2019 الساعة 10:30\n${BODY}`)).toMatchObject({
      published: "2019-05-16 date:page-stamp",
      modified: "2019-05-17 date:page-stamp-modified",
    });
  });

  test("say which order of day and month the numbers forced", () => {
    expect(datesOf(`معرض الكتاب\n5/17/2019\n${BODY}`)).toMatchObject({
      published: "2019-05-17 date:page-stamp-month-first",
    });
  });

  test("that disagree are reported, the first taken", () => {
    expect(datesOf(`معرض الكتاب\n16/5/2019\n18/5/2019\n${BODY}`)).toMatchObject({
      published: "2019-05-16 date:page-stamp",
      lost: ["published 2019-05-18 18/5/2019"],
      contradictions: ["18/5/2019"],
    });
  });

  test("of one page are in one order: a stamp that can be read no other way tells of the rest", () => {
    expect(datesOf(`معرض الكتاب\nنشر في 5/6/2019\nآخر تحديث 5/17/2019\n${BODY}`)).toMatchObject({
      published: "2019-05-06 date:page-stamp-month-first",
      modified: "2019-05-17 date:page-stamp-modified",
    });
  });

  test("are in the order that makes them the day the page declares", () => {
    const page = `معرض الكتاب\n5/6/2019\n${BODY}`;
    const monthFirst = { published: "2019-05-06 date:page-stamp-month-first" };
    const dayFirst = { published: "2019-06-05 date:page-stamp" };
    expect(datesOf(page)).toMatchObject(dayFirst);
    expect(datesOf(page, { declared: "2019-05-06T10:00:00Z" })).toMatchObject(monthFirst);
    expect(datesOf(page, { declared: "2019-06-05" })).toMatchObject(dayFirst);
    expect(datesOf(page, { declared: "2019-07-01" })).toMatchObject(dayFirst);
  });

  test("with a weekday that is not the day's are reported", () => {
    expect(datesOf(`معرض الكتاب\nالأحد 17 مايو 2019\n${BODY}`)).toMatchObject({
      published: "2019-05-17 date:page-stamp",
      contradictions: ["الأحد 17 مايو 2019"],
    });
  });
});

describe("the event", () => {
  const lead = (words: string) =>
    datesOf(`معرض الكتاب\n17/5/2019\n\nافتتح الوزير المعرض ${words} في حضور كبير، وقال إنه يستمر.`);

  test.each([
    ["الأربعاء", "2019-05-15 date:weekday-before-dateline"],
    ["مساء أمس", "2019-05-16 date:yesterday-before-dateline"],
    ["اليوم الجمعة", "2019-05-17 date:today-with-dateline"],
    ["يوم الأحد الموافق 12 مايو الجاري", "2019-05-12 date:day-month-before-dateline"],
    ["في الثاني عشر من الشهر الجاري", "2019-05-12 date:day-of-month-before-dateline"],
  ])("is told from the page's day: %s", (words, expected) => expect(lead(words)).toMatchObject({ event: expected }));

  test.each(["الأربعاء المقبل", "في 20 مايو", "منذ الأربعاء", "بمناسبة عيد العمال", "قبل ثلاثة أيام", "برصيد 3/5"])(
    "is not what lies ahead or beside: %s",
    (words) => expect(lead(words)).not.toHaveProperty("event"),
  );

  test("is what the report names first, what it names after that is kept", () => {
    expect(lead("أمس واستقبل ضيوفه الأربعاء")).toMatchObject({
      event: "2019-05-16 date:yesterday-before-dateline",
      lost: ["event 2019-05-15 الأربعاء"],
    });
  });

  test("falls in the week that the page's country begins on its own day", () => {
    const words = "معرض الكتاب\n17/5/2019\n\nافتتح الوزير المعرض السبت من هذا الأسبوع في حضور كبير، وقال إنه يستمر.";
    expect(datesOf(words, { region: "EG" })).toMatchObject({
      event: "2019-05-11 date:weekday-of-week-before-dateline",
    });
    expect(datesOf(words)).not.toHaveProperty("event");
  });

  test("is not told where the words contradict each other, which is reported", () => {
    const found = lead("اليوم الثلاثاء");
    expect(found).not.toHaveProperty("event");
    expect(found).toMatchObject({ contradictions: ["اليوم الثلاثاء"] });
  });
});

test.each(["الأربعاء", "يوم الأربعاء", "قبل بضعة أيام"])("%s by itself dates no article", (line) => {
  expect(datesOf(`القاهرة 17 مايو 2019 (وكالة)\n\n${line}\n${BODY}`)).not.toHaveProperty("event");
});

describe("a day in the lead that is another matter's is not the event's", () => {
  const eventOf = (lead: string) =>
    (datesOf(`المرفأ القديم\n\n${lead}\n`, { declared: "2019-05-15" }) as { event?: string }).event;
  test.each([
    "تراجع الصيد منذ صدامات رافقت الإضراب في 3 مايو وأوقفت القوارب كلها.",
    "يستعد الفريق قبل مباراته الافتتاحية أمام نادي المرفأ الأحد في ملعبه.",
    "إذا وقف زائر على الرصيف يوم السبت رأى القوارب كلها تعود.",
    "لم يكن المرفأ قديما على ما هو عليه اليوم من زحام وضجيج.",
    "قضيتنا اليوم هي المرفأ القديم وما بقي من قواربه.",
    "يعرض تجار المرفأ أقمشة وصلت أمس من وراء البحر في سوقهم.",
    "يعرض التجار في سوق المرفأ الأقمشة التي وصلت إلى الرصيف أمس.",
    "كرم النادي البحارة الذين غادروا السفينة الأحد قبل غرقها.",
    "باع الصيادون قوارب عادت أمس من الميناء المجاور.",
  ])("%s", (lead) => expect(eventOf(lead)).toBeUndefined());
  test.each([
    ["أعلن النادي نتائج المباراة الودية التي جمعت الفريقين أمس في ملعبه.", "2019-05-14"],
    ["قالت إدارة المرفأ في بيان صدر أمس إن الرصيف مغلق.", "2019-05-14"],
    ["أعلنت إدارة المرفأ أنها أغلقت أمس الرصيف القديم.", "2019-05-14"],
    ["قالت إدارة المرفأ إن سفنا وصلت أمس إلى الرصيف.", "2019-05-14"],
    ["يوسف سالم وصل أمس إلى المرفأ القديم.", "2019-05-14"],
    ["افتتح الوزير السوق التي تضم قوارب قديمة أمس.", "2019-05-14"],
    ["وصلت أمس إلى المرفأ أقمشة من وراء البحر.", "2019-05-14"],
    ["عاد الصيادون للمرة الأولى منذ ثلاث سنوات يوم الأحد إلى المرفأ.", "2019-05-12"],
    ["عاد الصيادون أمس إلى المرفأ، وكانوا غادروه قبل مباراة النهائي.", "2019-05-14"],
    ["افتتح الوزير اليوم المرفأ القديم بعد إصلاحه.", "2019-05-15"],
  ])("%s", (lead, day) => expect(eventOf(lead)).toMatch(day));
});
