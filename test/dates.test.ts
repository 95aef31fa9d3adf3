import { parse as parseEdtf } from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  makeDay,
  weekdayOf,
  weekdayOnOrBefore,
  yearOf,
} from "../src/arabic/calendars.ts";
import { isMonthFirst, parseArabicDate, parseWeekdays } from "../src/arabic/dates.ts";
import { MONTHS } from "../src/arabic/lexicon/months.ts";
import { isEdtf } from "../src/model/edtf.ts";
import { hostileText } from "./support/world.ts";

/** «words → edtf», in order. */
const read = (text: string, reference?: Day) =>
  parseArabicDate(text, reference ? { reference } : {}).map(({ edtf, at }) => `${text.slice(...at)} → ${edtf}`);
/** The one date of a text. */
const only = (text: string, reference?: Day) => {
  const found = parseArabicDate(text, reference ? { reference } : {});
  return found.length === 1 ? found[0]?.edtf : found.map(({ edtf }) => edtf);
};
/** A Friday. */
const REFERENCE = "2021-12-17";

describe("a day in full", () => {
  test.each(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)))(
    "month «%s»",
    (name, month) => {
      const wanted = `2021-${String(month).padStart(2, "0")}-17`;
      expect(only(`في 17 ${name} 2021 وصل`)).toBe(wanted);
      expect(only(`في 17 ${name} عام 2021 وصل`)).toBe(wanted);
      expect(only(`في 17 من ${name} 2021 وصل`)).toBe(wanted);
      expect(only(`في 17 من شهر ${name} 2021م وصل`)).toBe(wanted);
    },
  );

  test.each([
    ["17 ديسمبر 2021", "2021-12-17"],
    ["١٧ ديسمبر ٢٠٢١", "2021-12-17"],
    ["۱۷ ديسمبر ۲۰۲۱", "2021-12-17"],
    ["17 كانون الأول (ديسمبر) 2021", "2021-12-17"],
    ["17 كانون الأول/ديسمبر 2021", "2021-12-17"],
    ["17 ديسمبر / كانون الأول 2021", "2021-12-17"],
    ["17 ديسمبر (كانون الأول) من عام 2021", "2021-12-17"],
    ["17 ديسمبر، 2021", "2021-12-17"],
    ["17 ديسمبر سنة 2021", "2021-12-17"],
    ["17 كانون  الأول 2021", "2021-12-17"],
    ["17 كانون الأوّل 2021", "2021-12-17"],
    ["17 كانون\u00A0الأول 2021", "2021-12-17"],
    ["17\u200F ديسمبر\u200F 2021", "2021-12-17"],
    ["17 ديسمبـــر 2021", "2021-12-17"],
    ["ديسمبر 17, 2021", "2021-12-17"],
    ["2021-12-17", "2021-12-17"],
    ["٢٠٢١-١٢-١٧", "2021-12-17"],
    ["2021/12/17", "2021-12-17"],
    ["17/12/2021", "2021-12-17"],
    ["17-12-2021", "2021-12-17"],
    ["17.12.2021", "2021-12-17"],
    ["\u200F17\u200F/12\u200F/2021", "2021-12-17"],
    ["12/17/2021", "2021-12-17"],
    ["3/4/2021", "2021-04-03"],
    ["29 فبراير 2020", "2020-02-29"],
    ["31 كانون الثاني 1999", "1999-01-31"],
    ["1 أيار 2024", "2024-05-01"],
    ["01 غشت 2024", "2024-08-01"],
  ])("%s", (text, edtf) => {
    expect(only(`وصل في ${text} إلى مرجانة.`)).toBe(edtf);
  });
});

describe("less than a day", () => {
  test.each([
    ["في ديسمبر 2021", "2021-12"],
    ["في كانون الأول/ديسمبر 2021", "2021-12"],
    ["في شهر آب من عام 2021", "2021-08"],
    ["في عام 2021", "2021"],
  ])("%s", (text, edtf) => {
    expect(only(text)).toBe(edtf);
  });
});

describe("no date", () => {
  test.each([
    "31 أبريل 2021",
    "30 فبراير 2021",
    "29 فبراير 2021",
    "32 ديسمبر 2021",
    "0 ديسمبر 2021",
    "45 مايو 2021",
    "2021-13-01",
    "2021-02-30",
    "31/11/2021",
    "13/13/2021",
    "17 كانون الأول (نوفمبر) 2021",
    "17 آب/أيلول 2021",
    "مباراة 2021",
    "رقم 20211217",
    "12345-12-17",
    "هاتف 17-12-20214",
    "نسخة 1.2.3",
    "الآية 12:17",
    "مارس ضغوطا كبيرة",
    "أب لخمسة أطفال",
    "",
  ])("in «%s»", (text) => {
    expect(read(`قال إن ${text} هنا.`)).toEqual([]);
  });

  test.each(["اليوم", "أمس", "أول أمس", "يوم الأربعاء", "17 ديسمبر", "الشهر الماضي"])(
    "in «%s» without the day it was written",
    (text) => {
      expect(read(`وصل ${text} إلى مرجانة.`)).toEqual([]);
    },
  );
});

describe("against the day of writing, Friday 17 December 2021", () => {
  test.each([
    ["اليوم", "2021-12-17"],
    ["اليوم الجمعة", "2021-12-17"],
    ["اليوم (الجمعة)", "2021-12-17"],
    ["أمس", "2021-12-16"],
    ["أمس الخميس", "2021-12-16"],
    ["مساء أمس الخميس", "2021-12-16"],
    ["أول أمس", "2021-12-15"],
    ["أول من أمس", "2021-12-15"],
    ["أمس الأول", "2021-12-15"],
    ["أمس الأول الأربعاء", "2021-12-15"],
    ["يوم الأربعاء", "2021-12-15"],
    ["يوم الأربعاء الماضي", "2021-12-15"],
    ["مساء الأربعاء", "2021-12-15"],
    ["فجر يوم الأحد", "2021-12-12"],
    ["يوم السبت", "2021-12-11"],
    ["يوم الإثنين", "2021-12-13"],
    ["يوم الثّلاثاء", "2021-12-14"],
    ["10 ديسمبر", "2021-12-10"],
    ["10 كانون الأول/ديسمبر", "2021-12-10"],
    ["10 ديسمبر الجاري", "2021-12-10"],
    ["20 نوفمبر", "2021-11-20"],
    ["20 نوفمبر الماضي", "2021-11-20"],
  ])("%s", (text, edtf) => {
    expect(only(`وصل ${text} إلى مرجانة.`, REFERENCE)).toBe(edtf);
  });

  test.each([
    ["يوم الأربعاء المقبل", "2021-12-22"],
    ["يوم الأربعاء القادم", "2021-12-22"],
    ["الجمعة المقبلة", "2021-12-24"],
    ["15 يناير المقبل", "2022-01-15"],
    ["15 يناير/كانون الثاني المقبل", "2022-01-15"],
  ])("%s lies ahead or is not answered, but is never past", (text, ahead) => {
    const found = parseArabicDate(`سيصل ${text} إلى مرجانة.`, { reference: REFERENCE });
    for (const { edtf, future } of found) expect([edtf, future]).toEqual([ahead, true]);
  });

  test.each([
    "في ذلك اليوم",
    "في اليوم التالي",
    "اليوم العالمي للبحر",
    "اليوم الوطني",
    "صحيفة روسيا اليوم",
    "اليوم السابع",
  ])("«%s» is not today", (text) => {
    expect(read(`قال ${text} إنه وصل.`, REFERENCE).filter((one) => one.endsWith(REFERENCE))).toEqual([]);
  });

  test.each([
    ["2022-01-02", "31 ديسمبر", "2021-12-31"],
    ["2022-01-02", "يوم الجمعة", "2021-12-31"],
    ["2022-01-01", "أمس", "2021-12-31"],
    ["2020-03-01", "أمس", "2020-02-29"],
    ["2021-03-01", "29 فبراير", "2020-02-29"],
  ])("written on %s, %s is %s: across the end of a month or year", (reference, text, edtf) => {
    expect(only(`وصل ${text} إلى مرجانة.`, reference)).toBe(edtf);
  });
});

describe("whatever the text", () => {
  const texts = fc.oneof(
    hostileText,
    fc
      .array(
        fc.constantFrom(
          "17",
          "31",
          "٥",
          "2021",
          "١٤٤٣",
          "/",
          "-",
          ".",
          "(",
          ")",
          " ",
          " ",
          "من",
          "عام",
          "شهر",
          "يوم",
          "اليوم",
          "أمس",
          "أول",
          "الأربعاء",
          "ديسمبر",
          "كانون",
          "الأول",
          "آب",
          "رمضان",
          "هـ",
          "م",
          "الموافق",
          "الماضي",
          "المقبل",
          "و",
          "،",
          "إلى",
          "بين",
          "\u064B",
          "\u200F",
        ),
        { maxLength: 25 },
      )
      .map((pieces) => pieces.join("")),
  );

  test("dates come in order, do not overlap, and are valid EDTF", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { edtf, at } of parseArabicDate(text, { reference: REFERENCE })) {
          expect(at[0]).toBeGreaterThanOrEqual(end);
          expect(at[1]).toBeGreaterThan(at[0]);
          expect(at[1]).toBeLessThanOrEqual(text.length);
          expect(isEdtf(edtf), edtf).toBe(true);
          const words = text.slice(...at);
          expect(words).toMatch(/[\p{L}\p{N}]/u);
          expect(words).toBe(words.trim());
          end = at[1];
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a date does not lean on the day of writing if it says so", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { absolute } of parseArabicDate(text)) expect(absolute).toBe(true);
      }),
    );
  });

  test("every day of four centuries is read back in every writing", () => {
    const day = fc
      .date({ min: new Date("1801-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.nat(2), fc.constantFrom("٠", "۰", "0"), (iso, spelling, zero) => {
        const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
        const digits = (text: string) =>
          text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) as number) + Number(digit)));
        const name = MONTHS[month - 1]?.[spelling] ?? (MONTHS[month - 1]?.[0] as string);
        for (const text of [`${date} ${name} ${year}`, `${date} ${name} ${year}م`, iso, `${name} ${date}، ${year}`])
          expect(only(digits(text)), text).toBe(iso);
      }),
    );
  });
});

test("weekdays named in a text", () => {
  const names = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];
  names.forEach((name, weekday) => {
    const text = `وصل يوم ${name} إلى مرجانة.`;
    expect(parseWeekdays(text).map((found) => [found.weekday, text.slice(...found.at)])).toEqual([
      [weekday, `يوم ${name}`],
    ]);
  });
  for (const text of [
    "الأحد عشر لاعبا",
    "يوم الأحدية",
    "يوم الثلاثاء القادمة",
    "يوم الأربعاء المقبل",
    "يوم (الأربعاء) المقبل",
    "الخميس",
  ])
    expect(parseWeekdays(text), text).toEqual([]);
});

test("weekdays with their marks, brackets and words of the hour", () => {
  for (const [words, weekday] of [
    ["يوم الثّلاثاءِ", 2],
    ["يوم (الأربعاء)", 3],
    ["اليوم (الجمعة)", 5],
    ["ومساء الخميس", 4],
    ["فجر يوم السبت", 6],
  ] as const) {
    const text = `وصل ${words} إلى مرجانة.`;
    expect(parseWeekdays(text).map((found) => [found.weekday, text.slice(...found.at)])).toEqual([[weekday, words]]);
  }
});

test("month first only where the numbers force it", () => {
  expect(["3/24/2021", "٣/٢٤/٢٠٢١", "12-13-2021"].map(isMonthFirst)).toEqual([true, true, true]);
  expect(["3/4/2021", "24/3/2021", "12/12/2021"].map(isMonthFirst)).toEqual([false, false, false]);
});

describe("days of the calendar", () => {
  const day = fc
    .date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test("adding and counting agree", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, days) => {
        if (from < "0003" || from > "9990") return;
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect((((weekdayOf(to) - weekdayOf(from) - days) % 7) + 7) % 7).toBe(0);
        const near = weekdayOnOrBefore(weekdayOf(to), from);
        expect(weekdayOf(near)).toBe(weekdayOf(to));
        expect(daysBetween(near, from)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(near, from)).toBeLessThan(7);
      }),
    );
  });

  test("a month has the days it has", () => {
    expect(makeDay(2021, 2, 29)).toBeUndefined();
    expect(makeDay(2000, 2, 29)).toBe("2000-02-29");
    expect(makeDay(1900, 2, 29)).toBeUndefined();
    expect(makeDay(99, 1, 1)).toBe("0099-01-01");
    for (const [year, month, date] of [
      [2021, 0, 1],
      [2021, 13, 1],
      [2021, 1, 0],
      [2021, 4, 31],
      [2021, Number.NaN, 1],
    ] as const)
      expect(makeDay(year, month, date)).toBeUndefined();
  });

  test("what is a day, and its year", () => {
    expect(["2021-12-17", "2021-12", "2021", "2021-12-17~", "2021-12-17?", "", undefined].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(["2021-12-17", "2021~", "2021-XX", "XXXX-12", "", undefined].map(yearOf)).toEqual([
      2021,
      2021,
      2021,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("a plain date is one of the format by its grammar, too", () => {
  const number = (most: number) => fc.integer({ min: 0, max: most });
  const isByGrammar = (value: string) => {
    try {
      return parseEdtf(value) !== undefined;
    } catch {
      return false;
    }
  };
  const two = (value: number) => String(value).padStart(2, "0");
  fc.assert(
    fc.property(number(9999), number(14), number(33), (year, month, day) => {
      const whole = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
      for (const value of [whole, whole.slice(0, 7), whole.slice(0, 4)])
        expect([value, isEdtf(value)]).toEqual([value, isByGrammar(value)]);
    }),
    { numRuns: 500 },
  );
});
