import { makeDay, monthLength, numbersOf } from "../calendars.ts";
import {
  ADJECTIVE,
  AL,
  any,
  DAY,
  DAY_STARTS,
  DAY_WORDS,
  dayOf,
  END,
  LIBYAN_WORDS,
  LINK,
  MONTH,
  MONTH_WORDS,
  monthOf,
  NUMBER_END,
  numberOf,
  numberOfMonth,
  O,
  ORDER,
  orderOf,
  S,
  TAIL,
} from "./fragments.ts";
import { nearestYear, nearMonth, standsAlone, wordBefore } from "./lean.ts";
import { DIGITS, leaning, type Pattern, REFUSED, type Reading } from "./pattern.ts";
import { readDay, yearOfTail } from "./whole-day.ts";

const NEAR_MONTH = `(?<nearMonth>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE})`;
const STARTS = [DIGITS, ...DAY_STARTS];
const LATE = "2021-12-17";

/** A day of a Gregorian month, in the order and the words of the Arab press. */
export const CALENDAR_DAYS: readonly Pattern[] = [
  {
    rule: "day-month-year",
    opening: true,
    starts: STARTS,
    expression: `${DAY}${LINK}${MONTH}${TAIL}`,
    read(g, scene, at) {
      const day = dayOf(g.day);
      const outcome = readDay(day, monthOf(g), g, scene, at);
      // «الثلاثاء الثالث من أيلول» that is no Tuesday the 3rd is the third Tuesday.
      const isOrder = day !== undefined && day <= 5 && !/^\d/.test(g.day as string);
      return isOrder && typeof outcome === "object" && "edtf" in outcome && outcome.contradiction ? undefined : outcome;
    },
    examples: [
      ["بكين, 17 كانون الأول (ديسمبر) 2021", "2021-12-17"],
      ["يوم الأربعاء الموافق 15 من شهر ديسمبر لعام 2021م", "2021-12-15"],
      ["الخامس عشر من ديسمبر عام ألفين وواحد وعشرين", "2021-12-15"],
      ["الواحد والعشرين من أبريل 2016", "2016-04-21"],
      ["٢٦يوليو٢٠١٥", "2015-07-26"],
      ["12 مايو - أيار 2003م", "2003-05-12"],
      ["في الفاتح من نوفمبر 1954", "1954-11-01"],
      ["الخميس 15 أغسطس", "2013-08-15", "2013-02-12"],
      ["صدر في 6 أكتوبر الماضي", "2021-10-06", LATE],
      ["تبدأ غدا الاثنين الموافق 20 ديسمبر", "2021-12-20", LATE],
      ["في 3 مارس من العام المقبل", "2022-03-03", LATE],
      ["افتتح في 5 يناير المعرض", "2021-01-05", LATE],
      ["ينطلق المعرض في 5 يناير", "2022-01-05", LATE],
    ],
    counterexamples: [
      ["31 أبريل 2021"],
      ["15 كانون الثاني/ديسمبر 2021"],
      ["5 مايو 1436هـ"],
      ["ثورة 25 يناير", LATE],
      ["من 15 مايو من كل عام", LATE],
      ["الأيام الأولى من مايو", LATE],
      ["قوى 14 آذار", LATE],
      ["في 30 يونيو من العام نفسه", LATE],
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
    starts: MONTH_WORDS.map((name) => name.split(" ")[0] as string),
    expression: `(?:شهر${S})?${MONTH}(?<link>${O}[-–—/]${O}|${S})(?<day>\\d{1,2}(?!\\d)|${DAY_WORDS})(?<comma>${O}[,،])?${TAIL}`,
    read(g, scene, at) {
      const dated = g.year !== undefined || g.yearWords !== undefined;
      const inDigits = /^\d/.test(g.day ?? "");
      // «مايو 2 مليون»: digits after a month are its day only with a year or a dash.
      if (inDigits && !dated && !/[-–—/]/.test(g.link ?? "") && !standsAlone(scene, at)) return undefined;
      const outcome = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      return outcome;
    },
    examples: [
      ["ديسمبر 15, 2021", "2021-12-15"],
      ["الأحد يناير الحادي والعشرين ألفان وثمانية عشر", "2018-01-21"],
      ["أكتوبر/ 2", "2021-10-02", LATE],
    ],
    counterexamples: [
      ["في مايو 2 مليون زائر", LATE],
      ["مايو 31 ألف", LATE],
    ],
  },
  {
    rule: "year-month-day",
    starts: [DIGITS],
    expression: `(?<year>\\d{4})${O}[-–/]${O}${MONTH}${O}[-–/]${O}(?<day>\\d{1,2})${NUMBER_END}`,
    read: (g, scene, at) => readDay(dayOf(g.day), monthOf(g), g, scene, at),
    examples: [["2021/ديسمبر/17", "2021-12-17"]],
    counterexamples: [["2021/شباط/30"], ["2021/12/17"]],
  },
  {
    rule: "day-list",
    starts: [DIGITS],
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
      ["يومي 25 و26 أبريل/ نيسان 2018", "2018-04-25 2018-04-26"],
      ["في الـ26 والـ27 والـ28 من مارس الجاري", "2018-03-26 2018-03-27 2018-03-28", "2018-03-24"],
    ],
    counterexamples: [["30 و31 أبريل 2021"], ["بين 3 و5 مايو 2021"]],
  },
  {
    rule: "day-month-number",
    opening: true,
    starts: STARTS,
    expression: `${DAY}${S}(?:من${S})?(?:${AL})?شهر${S}(?<number>\\d{1,2}(?!\\d)|${DAY_WORDS})${TAIL}`,
    read(g, scene, at) {
      const month = numberOf(g.number);
      return month === undefined || month > 12 ? REFUSED : readDay(dayOf(g.day), month, g, scene, at);
    },
    examples: [
      ["اليوم الثالث من شهر عشرة", "2013-10-03", "2013-02-12"],
      ["5 من شهر 10 2021", "2021-10-05"],
    ],
    counterexamples: [["3 من شهر 13", LATE]],
  },
  {
    rule: "day-of-month",
    opening: true,
    starts: STARTS,
    expression: `${DAY}${O}(?:من|في)${S}${NEAR_MONTH}`,
    read(g, scene) {
      const [near, day] = [nearMonth(g.nearMonth as string, scene), dayOf(g.day)];
      return leaning(near && (day === undefined ? undefined : makeDay(...near, day)));
    },
    examples: [
      ["في 20 من الشهر المقبل", "2018-01-20", "2017-12-07"],
      ["العاشر من الشهر الجاري", "2021-12-10", LATE],
    ],
    counterexamples: [
      ["الحادي والثلاثين من هذا الشهر", "2016-11-07"],
      ["الخامس من الشهر التالي", LATE],
    ],
  },
  {
    rule: "counted-day",
    starts: [...ORDER.split("|"), "اليوم", "يوم"],
    expression: `(?:(?<order>${ORDER})${S}(?:يوم|ايام)|(?:${AL})?يوم${S}ال(?<last>اخير))${END}${S}(?:(?:من|في)${S})?ب?(?:(?:شهر${S})?(?:${MONTH}|(?<number>\\d{1,2}(?!\\d)|${DAY_WORDS}))${TAIL}|${NEAR_MONTH})`,
    read(g, scene, at) {
      if (g.number !== undefined && !/شهر/.test(scene.text.slice(at[0], at[0] + 30))) return undefined;
      const order = orderOf(g.order ?? g.last);
      const near = g.nearMonth === undefined ? undefined : nearMonth(g.nearMonth, scene);
      const month = near?.[1] ?? (g.number === undefined ? monthOf(g) : numberOf(g.number));
      const year = near?.[0] ?? (g.nearMonth === undefined ? yearOfTail(g, scene) : undefined);
      if (order === undefined || month === undefined || month > 12 || year === undefined || g.adjective !== undefined)
        return REFUSED;
      const known = year === "none" ? nearestYear(month, scene, at) : year;
      if (known === undefined) return REFUSED;
      return {
        edtf: makeDay(known, month, order < 0 ? monthLength(known, month) : order) as string,
        absolute: typeof year === "number" && near === undefined && g.relativeYear === undefined,
      };
    },
    examples: [
      ["آخر يوم من أكتوبر 2015", "2015-10-31"],
      ["ثالث يوم من شهر 10 2014", "2014-10-03"],
      ["أول أيام الشهر المقبل", "2022-01-01", LATE],
      ["اليوم الأخير من فبراير 2020", "2020-02-29"],
    ],
    counterexamples: [["آخر يوم", LATE], ["أول أيام العيد", LATE], ["ثاني أيام 2015"]],
  },
  {
    rule: "day-of-this-month",
    starts: ["يوم"],
    expression: `يوم${S}(?<day>\\d{1,2})${NUMBER_END}(?=${O}(?:$|[.,،؛:؟!)\\n]|(?:و?في|من|و?حتي|الي|ب|و)${S}))(?!${S}من${S}(?:${AL})?شهر)`,
    read(g, { reference }) {
      const [year, month] = reference === undefined ? [] : numbersOf(reference);
      return year === undefined ? REFUSED : leaning(makeDay(year, month as number, Number(g.day)));
    },
    examples: [["عدت يوم 27", "2016-11-27", "2016-11-07"]],
    counterexamples: [["يوم 31", "2016-11-07"], ["كل يوم 27 مريضا", LATE], ["يوم 27"]],
  },
  {
    rule: "libyan-month",
    starts: [DIGITS],
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
    counterexamples: [["7 الماء", LATE], ["3 الصيف الماضي", LATE], ["25 الربيع 2021"]],
  },
];
