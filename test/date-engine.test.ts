import { describe, expect, test } from "vitest";
import { PATTERNS } from "../src/arabic/dates/patterns.ts";
import { type DateContext, isMonthFirst, parseArabicDate, parseWeekdays } from "../src/arabic/dates.ts";

const THURSDAY = "2019-03-14";

/** What is found, one line a date: EDTF, then the words, then what else is noted. */
function read(text: string, context: DateContext = {}): string[] {
  return parseArabicDate(text, context).map(({ edtf, at, hijri, contradiction }) =>
    [edtf, text.slice(...at), hijri, contradiction].filter((part) => part !== undefined).join(" | "),
  );
}
const edtf = (text: string, context: DateContext = {}) => parseArabicDate(text, context).map((found) => found.edtf);
const at = (reference: string): DateContext => ({ reference });

describe("every pattern", () => {
  const rules = [...new Set(PATTERNS.map(({ rule }) => rule))];

  test.each(rules)("%s reads its examples", (rule) => {
    const examples = PATTERNS.filter((pattern) => pattern.rule === rule).flatMap((pattern) => pattern.examples);
    expect(examples.length).toBeGreaterThan(0);
    for (const [text, expected, reference] of examples) {
      expect(edtf(text, reference ? { reference } : {}).join(" "), text).toBe(expected);
    }
  });

  test.each(rules)("%s leaves its counterexamples alone", (rule) => {
    const texts = PATTERNS.filter((pattern) => pattern.rule === rule).flatMap((pattern) => pattern.counterexamples);
    expect(texts.length).toBeGreaterThan(0);
    for (const [text, reference] of texts) {
      const found = parseArabicDate(text, reference ? { reference } : {}).filter((date) => date.rule === rule);
      expect(found, text).toEqual([]);
    }
  });
});

describe("names of the months", () => {
  test.each([
    ["9 يناير 2019", "9 كانون الثاني 2019", "9 جانفي 2019", "9 كانون ثاني 2019"],
    ["9 فبراير 2019", "9 شباط 2019", "9 فيفري 2019"],
    ["9 مارس 2019", "9 آذار 2019", "9 اذار 2019", "٩ مَارِس ٢٠١٩"],
    ["9 أبريل 2019", "9 إبريل 2019", "9 ابريل 2019", "9 نيسان 2019", "9 أفريل 2019"],
    ["9 مايو 2019", "9 أيار 2019", "9 أيّار 2019", "9 ماي 2019", "9 مايس 2019"],
    ["9 يونيو 2019", "9 يونيه 2019", "9 حزيران 2019", "9 جوان 2019"],
    ["9 يوليو 2019", "9 يوليه 2019", "9 تموز 2019", "9 تمّوز 2019", "9 جويلية 2019", "9 يوليوز 2019"],
    ["9 أغسطس 2019", "9 آب 2019", "9 أوت 2019", "9 غشت 2019", "9 أغشت 2019"],
    ["9 سبتمبر 2019", "9 أيلول 2019", "9 شتنبر 2019", "9 سبتـــمبر 2019"],
    ["9 أكتوبر 2019", "9 اكتوبر 2019", "9 تشرين الأول 2019", "9 تشرين أول 2019"],
    ["9 نوفمبر 2019", "9 نوڤمبر 2019", "9 تشرين الثاني 2019", "9 نونبر 2019"],
    ["9 ديسمبر 2019", "9 كانون الأول 2019", "9 دجنبر 2019", "9 دجمبر 2019"],
  ])("are one month: %s", (first, ...others) => {
    const expected = edtf(first);
    expect(expected).toHaveLength(1);
    for (const other of others) expect(edtf(other), other).toEqual(expected);
  });

  test.each([
    "9 كانون الأول (ديسمبر) 2019",
    "9 ديسمبر/كانون الأول 2019",
    "9 كانون الأول/ ديسمبر 2019",
    "9 ديسمبر (كانون الأول) عام 2019",
    "9 ديسمبر - كانون أول 2019",
    "9 ديسمبر كانون الأول 2019",
  ])("count once when there are two: %s", (text) => {
    expect(read(text)).toEqual([`2019-12-09 | ${text}`]);
  });

  test("named twice differently are no date, nor is any part of it", () => {
    expect(read("في 9 كانون الثاني/ديسمبر 2019")).toEqual([]);
  });

  test("of old Libya need a year of that time, or the country", () => {
    expect(edtf("7 الطير 1996")).toEqual(["1996-04-07"]);
    expect(edtf("7 الطير", at("1996-05-01"))).toEqual([]);
    expect(edtf("7 الطير", { reference: "1996-05-01", region: "LY" })).toEqual(["1996-04-07"]);
    expect(edtf("الفاتح (سبتمبر) 1999")).toEqual(["1999-09"]);
  });
});

describe("a day without a year", () => {
  test.each([
    ["near in time", "شهدتها البلاد في 9 فبراير", "2019-02-09"],
    ["near and ahead", "في مباراة 20 مارس", "2019-03-20"],
    ["far, told as past", "وقع الهجوم في 9 أغسطس", "2018-08-09"],
    ["far, told as future", "ستنطلق الدورة في 9 أغسطس", "2019-08-09"],
    ["across the new year", "أقيم المعرض في 28 ديسمبر", "2018-12-28"],
    ["named by its weekday", "الجمعة 9 أغسطس", "2019-08-09"],
    ["«الماضي»", "منذ 20 مارس الماضي", "2018-03-20"],
    ["«المقبل»", "في 9 مارس المقبل", "2020-03-09"],
    ["«الجاري»", "في 9 مارس الجاري", "2019-03-09"],
  ])("%s", (_, text, expected) => {
    expect(edtf(text, at(THURSDAY))).toEqual([expected]);
  });

  test.each(["في نص لا يقول متى 9 سبتمبر", "في 9 أبريل الجاري", "ميدان 9 فبراير", "ذكرى 9 فبراير"])(
    "that cannot be told is not told: %s",
    (text) => expect(edtf(text, at(THURSDAY))).toEqual([]),
  );
});

describe("the Hijri calendar", () => {
  test("is told beside the Gregorian day, whose word counts", () => {
    // By the calendar 7 Sha'ban 1440 is 12 April; the paper counts from the moon it saw.
    expect(read("يوم الخميس 7 شعبان 1440هـ الموافق 11 أبريل 2019م")).toEqual([
      "2019-04-11 | يوم الخميس 7 شعبان 1440هـ | 1440-08-07",
      "2019-04-11 | 11 أبريل 2019م",
    ]);
  });

  test.each([
    ["12/4/2019 (7 شعبان 1440)", ["2019-04-12 | 12/4/2019", "2019-04-12 | 7 شعبان 1440 | 1440-08-07"]],
    ["7/8/1440 الموافق 12/4/2019", ["2019-04-12 | 7/8/1440 | 1440-08-07", "2019-04-12 | 12/4/2019"]],
    ["7 شعبان الموافق 12 أبريل 2019", ["2019-04-12 | 7 شعبان | 1440-08-07", "2019-04-12 | 12 أبريل 2019"]],
    ["7 شعبان 1440هـ الموافق 12 أبريل", ["2019-04-12 | 7 شعبان 1440هـ | 1440-08-07", "2019-04-12 | 12 أبريل"]],
    ["7-8-1440هـ / 12-4-2019م", ["2019-04-12 | 7-8-1440هـ | 1440-08-07", "2019-04-12 | 12-4-2019م"]],
  ])("supplies what the other leaves out: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("contradicting the Gregorian day is reported, and each keeps its own", () => {
    expect(read("7 شعبان 1440هـ الموافق 20 أبريل 2019م")).toEqual([
      "2019-04-12 | 7 شعبان 1440هـ | 1440-08-07 | calendars",
      "2019-04-20 | 20 أبريل 2019م | calendars",
    ]);
  });

  test("needs هـ, a month's name or a Gregorian date beside it", () => {
    expect(edtf("7/8/1440")).toEqual([]);
    expect(edtf("7/8/1440هـ")).toEqual(["2019-04-12"]);
    expect(edtf("1440/8/7 ه")).toEqual(["2019-04-12"]);
  });

  test("before Umm al-Qura is approximate", () => {
    expect(edtf("3 رجب 1330هـ")).toEqual(["1912-06-17~"]);
  });

  test("names no score and no person", () => {
    for (const text of ["انتهت 3 صفر", "لقي 5 محرم", "كتب محمد رمضان", "رجب 2019"])
      expect(edtf(text, at(THURSDAY)), text).toEqual([]);
  });
});

describe("contradictions", () => {
  test("between a weekday and the day it stands before in both calendars are reported of both", () => {
    expect(read("السبت 9 ذي الحجة 1438هـ الموافق 31 أغسطس 2017")).toEqual([
      "2017-08-31 | السبت 9 ذي الحجة 1438هـ | 1438-12-09 | weekday",
      "2017-08-31 | 31 أغسطس 2017 | weekday",
    ]);
    expect(read("الخميس 9 ذي الحجة 1438هـ الموافق 31 أغسطس 2017")).toEqual([
      "2017-08-31 | الخميس 9 ذي الحجة 1438هـ | 1438-12-09",
      "2017-08-31 | 31 أغسطس 2017",
    ]);
  });

  test("a weekday that is not the day's is reported with the day", () => {
    expect(read("الأحد 14 مارس 2019")).toEqual(["2019-03-14 | الأحد 14 مارس 2019 | weekday"]);
    expect(read("الأحد 2019/3/14")).toEqual(["2019-03-14 | الأحد 2019/3/14 | weekday"]);
  });

  test("«اليوم» with another weekday is that weekday's day, and is reported", () => {
    expect(read("أعلن اليوم الأربعاء", at(THURSDAY))).toEqual(["2019-03-13 | اليوم الأربعاء | weekday"]);
    expect(read("أعلن أمس (الأربعاء)", at(THURSDAY))).toEqual(["2019-03-13 | أمس (الأربعاء)"]);
  });
});

describe("what stands behind a day", () => {
  test("is its weekday, when there was none in front", () => {
    expect(read("صدر 14 مارس 2019 (الخميس)", at("2020-01-01"))).toEqual(["2019-03-14 | 14 مارس 2019 (الخميس)"]);
    expect(read("14/3/2019 يوم الخميس، القاهرة", at("2020-01-01"))).toEqual(["2019-03-14 | 14/3/2019 يوم الخميس"]);
    expect(read("14/3/2019 (الأحد)")).toEqual(["2019-03-14 | 14/3/2019 (الأحد) | weekday"]);
    expect(read("منذ 14 مارس 2019 الأحد الماضي", at("2020-01-01"))).toEqual([
      "2019-03-14 | 14 مارس 2019",
      "2019-12-29 | الأحد الماضي",
    ]);
  });

  test("is no year when it counts something", () => {
    expect(read("في 15 مايو 2018 الفيضانات")).toEqual(["2018-05-15 | 15 مايو 2018"]);
    expect(read("في 15 مايو 2000 قتيل", at("2019-05-20"))).toEqual(["2019-05-15 | 15 مايو"]);
  });
});

describe("a day the calendar lacks", () => {
  test.each([
    "31 أبريل 2019",
    "29 فبراير 2019",
    "31/4/2019",
    "2019-02-30",
    "0 مايو 2019",
    "32 مايو 2019",
    "30 صفر 1437هـ",
    "31 رمضان 1440هـ",
  ])("is no date, nor is its month: %s", (text) => expect(edtf(text, at(THURSDAY))).toEqual([]));
});

describe("doubt in the words in front", () => {
  test.each([
    ["ولد نحو عام 1931", "1931~"],
    ["ولد حوالي 3 مايو 1931", "1931-05-03~"],
    ["ربما ولد في عام 1931", "1931?"],
    ["يُعتقد أنها بنيت عام 1931", "1931?"],
    ["يرجح أنه ولد نحو عام 1931", "1931%"],
    ["ولد عام 1931 تقريبا", "1931~"],
    ["يعتقد الخبراء أن الزلزال الذي وقع عام 1931 كان الأقوى", "1931"],
  ])("%s", (text, expected) => expect(edtf(text)).toEqual([expected]));
});

describe("context", () => {
  test("without a reference nothing relative is answered", () => {
    for (const text of [
      "أعلن أمس",
      "يوم الأربعاء",
      "العام الماضي",
      "في 9 مايو",
      "قبل ثلاثة أيام",
      "عيد العمال",
      "9 رمضان",
    ]) {
      expect(edtf(text), text).toEqual([]);
    }
  });

  test("a reference that is no day is none", () => {
    for (const reference of ["2019-03", "2019-02-30", "", "أمس"])
      expect(edtf("أعلن أمس", { reference }), reference).toEqual([]);
  });

  test("no count goes out of the years that are answered", () => {
    expect(edtf("قبل 999 سنة و999 سنة و999 سنة و999 يوما", at(THURSDAY))).toEqual([]);
    expect(edtf("بعد 999 سنة من الآن", at(THURSDAY))).toEqual([]);
  });

  test("the page may write the month first", () => {
    expect(edtf("3/4/2019")).toEqual(["2019-04-03"]);
    expect(edtf("3/4/2019", { monthFirst: true })).toEqual(["2019-03-04"]);
    expect(edtf("23/4/2019", { monthFirst: true })).toEqual(["2019-04-23"]);
  });

  test("the week begins as the region has it", () => {
    const sunday = { reference: "2019-03-13" };
    expect(edtf("الأحد من هذا الأسبوع", sunday)).toEqual(["2019-03-17"]);
    expect(edtf("الأحد من هذا الأسبوع", { ...sunday, region: "EG" })).toEqual(["2019-03-10"]);
  });

  test("what lies ahead of the reference says so", () => {
    const future = (text: string) => parseArabicDate(text, at(THURSDAY)).map((found) => found.future ?? false);
    expect(future("الخميس المقبل")).toEqual([true]);
    expect(future("14 مارس 2019")).toEqual([false]);
    expect(future("مارس 2019")).toEqual([false]);
    expect(future("الربع الأخير من عام 2019")).toEqual([false]);
    expect(future("عام 2020")).toEqual([true]);
  });
});

describe("running text of news", () => {
  test.each([
    "فاز الأهلي على الزمالك 2-1 بعدما تأخر 0-1، ثم خسر 3-2",
    "للاتصال على 02-27364521 أو 0123-456-789 أو +962-6-12-12-2019",
    "بلغ السعر 3.5 دولار، أي 12.5% و3/4 الكمية، والخدمة متاحة 24/7",
    "النسخة 10.1.2 من النظام والإصدار 12.5.2019.1",
    "مارس الرياضة ومارس اللاعب هوايته، وهو أب لثلاثة أطفال",
    "كان الطفل يلعب، وكان والده أبا صالحا",
    "القرار الأممي 2254 والمادة 12/3 والقرار رقم 15/2019",
    "من الساعة 8-10 مساء، وفي 10:30 صباحا",
    "بتشكيلة 4-3-3، وفاز 6-4 و7-5",
    "رحلة MH370 وطائرة F-16 وبوينغ 737-800 وكوفيد-19",
    "نقلت روسيا اليوم والمصري اليوم عن شاهد في ذلك اليوم",
    "أحد المسؤولين قتل اثنين، وقال لكل من الاثنين",
    "بعد صلاة الجمعة ردد خطيب الجمعة، وفي جمعة الغضب",
    "أكثر من 2000 شخص ونحو 1990 قتيلا في 2000 قرية",
    "سيارة نيسان 2019 وسباق 1500م ومدينة 6 أكتوبر وثورة 25 يناير",
    "غدا الأمر صعبا وهم بأمس الحاجة إلى لعب بكرة القدم",
    "الأمين العام السابق في القرن الماضي والربيع العربي",
    "192.168.1.20 و https://example.org/2019/03/14/news-2019-03-14",
    "وفي اليوم التالي عاد بعد يومين من الحادث قبل أيام من الانتخابات",
    "عيد ميلاده الخمسين وعيد الميلاد الـ50 ورأس السنة الهجرية",
  ])("holds no date: %s", (text) => expect(read(text, at(THURSDAY))).toEqual([]));
});

describe("spans", () => {
  test("take in marks, stretched letters and invisible characters, and nothing else", () => {
    expect(read("في يومِ الأَربِعاءِ، ١٥ مـــايو\u200f ٢٠١٩م.")).toEqual([
      "2019-05-15 | يومِ الأَربِعاءِ، ١٥ مـــايو\u200f ٢٠١٩م",
    ]);
    expect(read("(١٥ مايو ٢٠١٩)")).toEqual(["2019-05-15 | ١٥ مايو ٢٠١٩"]);
    expect(read("وبأيلول 2019، وللأربعاء الماضي", at(THURSDAY))).toEqual([
      "2019-09 | أيلول 2019",
      "2019-03-13 | لأربعاء الماضي",
    ]);
  });
});

describe("parseWeekdays", () => {
  test("finds days that are opened as days", () => {
    const text = "عقد يوم الأربعاء، ومساء (الخميس)، ويوم الأحد المقبل، لا الجمعة";
    expect(parseWeekdays(text).map(({ weekday, at: span }) => [weekday, text.slice(...span)])).toEqual([
      [3, "يوم الأربعاء"],
      [4, "ومساء (الخميس)"],
    ]);
  });
});

test("isMonthFirst asks whether only that order makes a day", () => {
  expect(["3/24/2019", "24/3/2019", "3/4/2019", "الأحد ٣/٢٤/٢٠١٩"].map(isMonthFirst)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

describe("what the country and the page say", () => {
  const week = (region?: string) =>
    edtf("صدر خلال الأسبوع الماضي", { reference: "2017-05-10", ...(region && { region }) });

  test("a week begins on the day it begins there, and is approximate where that is not known", () => {
    expect(week("EG")).toEqual(["2017-04-29/2017-05-05"]);
    expect(week("SA")).toEqual(["2017-04-30/2017-05-06"]);
    expect(week("MA")).toEqual(["2017-05-01/2017-05-07"]);
    expect(week()).toEqual(["2017-05-01~/2017-05-07~"]);
  });

  test("two numbers are in the order of the page, unless they cannot be", () => {
    expect(edtf("3/4/2016")).toEqual(["2016-04-03"]);
    expect(edtf("3/4/2016", { monthFirst: true })).toEqual(["2016-03-04"]);
    expect(edtf("25/4/2016", { monthFirst: true })).toEqual(["2016-04-25"]);
  });
});

describe("marks of doubt", () => {
  test("stand only where EDTF has a place for them", () => {
    expect(edtf("نحو عام 1990")).toEqual(["1990~"]);
    expect(edtf("نحو الربع الأول من عام 2021")).toEqual(["2021-33"]);
    expect(edtf("ربما تسعينيات القرن الماضي")).toEqual(["199X"]);
  });
});
