import { makeDay, numbersOf } from "../calendars.ts";
import {
  AL,
  any,
  DAY,
  DAY_STARTS,
  DAY_WORDS,
  dayOf,
  LIBYAN_WORDS,
  LINK,
  MONTH,
  MONTH_STARTS,
  monthOf,
  NUMBER_END,
  numberOf,
  numberOfMonth,
  O,
  S,
  SHORT_YEAR,
  TAIL,
} from "./fragments.ts";
import { DIGITS, FOUR_DIGITS, FRIDAY, type Pattern, REFUSED, type Reading } from "./pattern.ts";
import { standsAlone, wordBefore } from "./surroundings.ts";
import { readDay } from "./whole-day.ts";

const STARTS = [DIGITS, ...DAY_STARTS];

/** A day of a Gregorian month, in the order and the words of the Arab press. */
export const CALENDAR_DAYS: readonly Pattern[] = [
  {
    rule: "day-month-year",
    opening: true,
    starts: STARTS,
    behindNumber: ["month", "link"],
    expression: `${DAY}${LINK}${MONTH}(?:${SHORT_YEAR}|${TAIL})`,
    read(g, scene, at) {
      const day = dayOf(g.day);
      const outcome = readDay(day, monthOf(g), g, scene, at);
      // «الثلاثاء الثالث من أيلول» that is no Tuesday the 3rd is the third Tuesday.
      const isOrder = day !== undefined && day <= 5 && !/^\d/.test(g.day as string);
      return isOrder && typeof outcome === "object" && "edtf" in outcome && outcome.contradiction ? undefined : outcome;
    },
    examples: [
      ["عمّان، 4 كانون الثاني (يناير) 2018", "2018-01-04"],
      ["يوم الثلاثاء الموافق 6 من شهر مارس لعام 2018م", "2018-03-06"],
      ["الثامن عشر من نوفمبر عام ألفين وأربعة عشر", "2014-11-18"],
      ["الواحد والعشرين من مايو 2003", "2003-05-21"],
      ["٩يوليو٢٠١٧", "2017-07-09"],
      ["8 مايو - أيار 1999م", "1999-05-08"],
      ["3 نوفمبر 98", "1998-11-03"],
      ["ولد في 22-مايو-16، وتوفي بعدها", "2016-05-22"],
      ["6 أكتوبر من عام 73", "1973-10-06"],
      ["العاشر من شهر مايو للعام 2016", "2016-05-10"],
      ["10 مايو في العام 2016", "2016-05-10"],
      ["22.مايو.2016", "2016-05-22"],
      ["صباح الخميس 18 مايو", "2017-05-18", "2017-05-10"],
      ["مساء يوم الخميس الموافق 18 مايو 2017", "2017-05-18"],
      ["في الفاتح من نوفمبر 1954", "1954-11-01"],
      ["دشن المصنع فاتح نونبر 2020", "2020-11-01"],
      ["الأحد 4 أغسطس", "2019-08-04", "2019-03-20"],
      ["صدر في 6 أكتوبر الماضي", "2010-10-06", FRIDAY],
      ["تبدأ غدا الاثنين الموافق 20 ديسمبر", "2010-12-20", FRIDAY],
      ["في 3 مارس من العام المقبل", "2011-03-03", FRIDAY],
      ["افتتح في 5 يونيو المعرض", "2010-06-05", FRIDAY],
      ["ينطلق المعرض في 5 يناير", "2011-01-05", FRIDAY],
    ],
    counterexamples: [
      ["31 أبريل 2021"],
      ["15 كانون الثاني/ديسمبر 2021"],
      ["5 مايو 1436هـ"],
      ["ثورة 25 يناير", FRIDAY],
      ["من 15 مايو من كل عام", FRIDAY],
      ["الأيام الأولى من مايو", FRIDAY],
      ["قوى 14 آذار", FRIDAY],
      ["في 30 يونيو من العام نفسه", FRIDAY],
      ["أب لخمسة أبناء"],
      ["12.5 مايو"],
      ["15 مايو 1450"],
      ["5 أبناء"],
      ["بين المئة والعشرين من أبريل 2016"],
    ],
  },
  {
    rule: "month-day-year",
    opening: true,
    starts: MONTH_STARTS,
    expression: `(?:شهر${S})?${MONTH}(?<link>${O}[-–—/]${O}|\\.|${S})(?<day>\\d{1,2}(?!\\d)|${DAY_WORDS})(?<comma>${O}[,،])?${TAIL}`,
    read(g, scene, at) {
      const dated = g.year !== undefined || g.yearWords !== undefined;
      const inDigits = /^\d/.test(g.day ?? "");
      // «مايو 2 مليون»: digits after a month are its day only with a year or a dash.
      if (inDigits && !dated && !/[-–—/.]/.test(g.link ?? "") && !standsAlone(scene, at)) return undefined;
      const outcome = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      return outcome;
    },
    examples: [
      ["مارس 9, 2017", "2017-03-09"],
      ["الاثنين مارس الثاني عشر ألفان وثمانية عشر", "2018-03-12"],
      ["نوفمبر/ 5", "2010-11-05", FRIDAY],
      ["نوفمبر.5", "2010-11-05", FRIDAY],
    ],
    counterexamples: [
      ["في مايو 2 مليون زائر", FRIDAY],
      ["مايو 31 ألف", FRIDAY],
    ],
  },
  {
    rule: "year-month-day",
    starts: [FOUR_DIGITS],
    expression: `(?<year>\\d{4})(?:${O}[-–/]${O}|${S})${MONTH}(?:${O}[-–/]${O}|${S}(?=\\d{1,2}${O}(?:$|[)\\]\\n.،,؛])))(?<day>\\d{1,2})${NUMBER_END}`,
    read: (g, scene, at) => readDay(dayOf(g.day), monthOf(g), g, scene, at),
    examples: [
      ["2016/فبراير/29", "2016-02-29"],
      ["2017 مايو 14", "2017-05-14"],
    ],
    counterexamples: [["2021/شباط/30"], ["2021/12/17"], ["خلال 2017 مايو 14 قتيلا"]],
  },
  {
    rule: "day-list",
    starts: [DIGITS],
    behindNumber: ["to"],
    expression: `(?<days>\\d{1,2}(?:${O}(?:[,،]${O}و?|و)${O}(?:ال)?\\d{1,2}){0,3}${O}[,،]?${O}و${O}(?:ال)?)${DAY}${LINK}${MONTH}${TAIL}`,
    read(g, scene, at) {
      if (wordBefore(scene, at[0]) === "بين") return undefined;
      const last = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      if (last === undefined || last === REFUSED || !("edtf" in last) || last.tentative) return REFUSED;
      const [year, month] = numbersOf(last.edtf);
      const readings: Reading[] = [];
      for (const match of (g.days as string).matchAll(/\d+/g)) {
        const day = makeDay(year, month, Number(match[0]));
        if (day === undefined) return REFUSED;
        readings.push({
          edtf: day,
          absolute: last.absolute,
          at: [at[0] + match.index, at[0] + match.index + match[0].length],
        });
      }
      return [...readings, { ...last, rule: "day-list", at: [at[0] + (g.days as string).length, at[1]] }];
    },
    examples: [
      ["يومي 11 و12 فبراير/شباط 2019", "2019-02-11 2019-02-12"],
      ["في الـ6 والـ7 والـ8 من مايو الجاري", "2019-05-06 2019-05-07 2019-05-08", "2019-05-20"],
    ],
    counterexamples: [["30 و31 أبريل 2021"], ["بين 3 و5 مايو 2021"]],
  },
  {
    // «الثالث والعشرين» is one day, no two.
    rule: "day-list",
    starts: DAY_STARTS,
    expression: `(?<first>${DAY_WORDS})(?<and>${S}و${O})(?!(?:${AL})?(?:عشر|ثلاث)(?:ون|ين))(?<day>${DAY_WORDS})${LINK}${MONTH}${TAIL}`,
    read(g, scene, at) {
      if (wordBefore(scene, at[0]) === "بين") return undefined;
      const last = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      if (last === undefined || last === REFUSED || !("edtf" in last) || last.tentative) return undefined;
      const [words, day] = [g.first as string, dayOf(g.first)];
      const first = day === undefined ? undefined : makeDay(numbersOf(last.edtf)[0], numbersOf(last.edtf)[1], day);
      // «واحد وعشرون», «العدد الثالث وخامس أيام»: only a day before the other is one of two.
      if (first === undefined || first >= last.edtf) return undefined;
      const end = at[0] + words.length;
      return [
        { edtf: first, absolute: last.absolute, at: [at[0], end] },
        { ...last, rule: "day-list", at: [end + (g.and as string).length, at[1]] },
      ];
    },
    examples: [["في الثالث والرابع من أيار 2021", "2021-05-03 2021-05-04"]],
    counterexamples: [["الثالث والعشرين من أيار"], ["بين الثالث والخامس من أيار 2021"]],
  },
  {
    rule: "day-month-number",
    opening: true,
    starts: STARTS,
    behindNumber: ["link"],
    expression: `${DAY}${S}(?:من${S})?(?:${AL})?شهر${S}(?<number>\\d{1,2}(?!\\d)|${DAY_WORDS})${TAIL}`,
    read(g, scene, at) {
      const month = numberOf(g.number);
      return month === undefined || month > 12 ? REFUSED : readDay(dayOf(g.day), month, g, scene, at);
    },
    examples: [
      ["الخامس من شهر تسعة", "2019-09-05", "2019-03-20"],
      ["5 من شهر 10 2021", "2021-10-05"],
    ],
    counterexamples: [["3 من شهر 13", FRIDAY]],
  },
  {
    rule: "libyan-month",
    starts: [DIGITS],
    behindNumber: ["month", "link"],
    expression: `${DAY}${S}(?:من${S})?(?<month>${any(LIBYAN_WORDS)})${TAIL}`,
    read(g, scene, at) {
      // Spring, water, victor: without a year of the time these names were in use, or Libya around, they are words.
      const year = g.year === undefined ? undefined : Number(g.year);
      if (year === undefined ? scene.region !== "LY" : year < 1986 || year > 2013) return undefined;
      return readDay(dayOf(g.day), numberOfMonth(g.month), g, scene, at);
    },
    examples: [
      ["7 الربيع 2009", "2009-03-07"],
      ["24 أي النار 1995", "1995-01-24"],
    ],
    counterexamples: [["7 الماء", FRIDAY], ["3 الصيف الماضي", FRIDAY], ["25 الربيع 2021"]],
  },
];
