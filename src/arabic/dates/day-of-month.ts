import { makeDay, monthLength, numbersOf } from "../calendars.ts";
import {
  ADJECTIVE,
  AL,
  DAY,
  DAY_STARTS,
  DAY_WORDS,
  dayOf,
  END,
  MONTH,
  monthOf,
  NUMBER_END,
  numberOf,
  O,
  ORDER,
  orderOf,
  S,
  TAIL,
} from "./fragments.ts";
import { nearestYear, nearMonth } from "./lean.ts";
import { DIGITS, FRIDAY, leaning, type Pattern, REFUSED } from "./pattern.ts";
import { yearOfTail } from "./whole-day.ts";

const NEAR_MONTH = `(?<nearMonth>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE})`;
const STARTS = [DIGITS, ...DAY_STARTS];

/** Days of a month that is told from the reference, and the first and last days of any month. */
export const DAYS_OF_MONTHS: readonly Pattern[] = [
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
      ["في 12 من الشهر المقبل", "2020-01-12", "2019-12-30"],
      ["العاشر من الشهر الجاري", "2010-12-10", FRIDAY],
    ],
    counterexamples: [
      ["الثلاثين من هذا الشهر", "2019-02-20"],
      ["الخامس من الشهر التالي", FRIDAY],
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
      ["آخر يوم من نوفمبر 2012", "2012-11-30"],
      ["رابع يوم من شهر 9 2012", "2012-09-04"],
      ["أول أيام الشهر المقبل", "2011-01-01", FRIDAY],
      ["اليوم الأخير من فبراير 2020", "2020-02-29"],
    ],
    counterexamples: [["آخر يوم", FRIDAY], ["أول أيام العيد", FRIDAY], ["ثاني أيام 2015"]],
  },
  {
    rule: "day-of-this-month",
    starts: ["يوم"],
    expression: `يوم${S}(?<day>\\d{1,2})${NUMBER_END}(?=${O}(?:$|[.,،؛:؟!)\\n]|(?:و?في|من|و?حتي|الي|ب|و)${S}))(?!${S}من${S}(?:${AL})?شهر)`,
    read(g, { reference }) {
      const [year, month] = reference === undefined ? [] : numbersOf(reference);
      return year === undefined ? REFUSED : leaning(makeDay(year, month as number, Number(g.day)));
    },
    examples: [["الموعد يوم 23", "2019-03-23", "2019-03-20"]],
    counterexamples: [["يوم 31", "2019-04-07"], ["كل يوم 27 مريضا", FRIDAY], ["يوم 23"]],
  },
];
