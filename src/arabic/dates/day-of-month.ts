import { addMonths, makeDay, monthLength, numbersOf } from "../calendars.ts";
import { MOTION } from "../lexicon/time-words.ts";
import {
  ADJECTIVE,
  AL,
  DAY,
  DAY_STARTS,
  DAY_WORDS,
  dayOf,
  END,
  ITS_YEAR,
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
import { type At, DIGITS, FRIDAY, leaning, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { standsAlone, tenseAround, wordBefore } from "./surroundings.ts";
import { isPlainYear, yearOfTail } from "./whole-day.ts";

const NEAR_MONTH = `(?<nearMonth>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE})`;
const STARTS = [DIGITS, ...DAY_STARTS];

/** Days of a month that is told from the reference, and the first and last days of any month. */
export const DAYS_OF_MONTHS: readonly Pattern[] = [
  {
    rule: "day-of-month",
    opening: true,
    starts: STARTS,
    behindNumber: ["link"],
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
    rule: "day-of-month",
    opening: true,
    starts: STARTS,
    behindNumber: ["link"],
    expression: `${DAY}${S}(?:(?:من|في)${S})?(?:(?:${AL})?شهر${S})?ال(?:جاري|حالي)${END}|(?<digits>\\d{1,2})${S}(?<nearMonth>${AL}شهر${S}${ADJECTIVE})`,
    read(g, scene, at) {
      // «في 16 الجاري»: the month goes without saying; «دور الـ16 الحالي» has no such word in front.
      const isShown =
        g.weekday !== undefined || IN_A_MONTH.test(wordBefore(scene, at[0]) ?? "") || standsAlone(scene, at);
      if (!isShown && !scene.text.startsWith("يوم", at[0])) return undefined;
      const near = nearMonth(g.nearMonth ?? "الشهر الجاري", scene);
      const day = dayOf(g.day ?? g.digits);
      return leaning(near && (day === undefined ? undefined : makeDay(...near, day)));
    },
    examples: [
      ["يعقد في 16 الجاري", "2010-12-16", FRIDAY],
      ["حتى السادس عشر من الجاري", "2010-12-16", FRIDAY],
      ["يوم 16 الشهر الجاري", "2010-12-16", FRIDAY],
      ["عاد في 16 الشهر الماضي", "2010-11-16", FRIDAY],
    ],
    counterexamples: [
      ["مباريات الدور 16 الحالي", FRIDAY],
      ["أوقفوا 16 الشهر الماضي", FRIDAY],
      ["في 31 الجاري", "2011-02-07"],
    ],
  },
  {
    rule: "counted-day",
    starts: ["اول", "اخر", "اليوم", "يوم"],
    expression: `(?:(?<order>اول|اخر)${S}(?:يوم|ايام)|(?:${AL})?يوم${S}ال(?<last>اخير|اول))${END}${S}(?:(?:من|في)${S})?(?:${ITS_YEAR})`,
    read(g, scene) {
      const year = yearOfTail(g, scene);
      if (typeof year !== "number" || !isPlainYear(year)) return REFUSED;
      const isFirst = (g.order ?? g.last) === "اول";
      return { edtf: isFirst ? `${year}-01-01` : `${year}-12-31`, absolute: g.relativeYear === undefined };
    },
    examples: [
      ["آخر يوم من عام 2016", "2016-12-31"],
      ["أول أيام العام المقبل", "2011-01-01", FRIDAY],
    ],
    counterexamples: [
      ["آخر يوم في السنة", FRIDAY],
      ["أول يوم من العام الدراسي", FRIDAY],
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
  {
    rule: "day-by-its-number",
    starts: ["في"],
    expression: `في${S}(?<day>1[3-9]|2\\d|3[01]|(?=${AL})${DAY_WORDS})(?!\\d)(?=${O}(?:$|[،؛!؟)\\n]|[.,](?!\\d)))`,
    read(g, scene, at) {
      // «سيعود في السابع والعشرين»: only after a verb of coming or going, else it may be a rank or a number of anything.
      const day = dayOf(g.day);
      if (day === undefined || !MOTION.has(wordBefore(scene, at[0]) ?? "")) return undefined;
      const start = scene.text.indexOf(g.day as string, at[0]);
      const value = nearestByTense(day, scene, at);
      return value === undefined
        ? REFUSED
        : { edtf: value, absolute: false, at: [start, start + (g.day as string).length] };
    },
    examples: [
      ["سيعود في السابع والعشرين", "2010-12-27", FRIDAY],
      ["سيعود في الثالث، كما قال", "2011-01-03", FRIDAY],
      ["وصلت في 25.", "2010-11-25", FRIDAY],
    ],
    counterexamples: [
      ["وصلت في 7", FRIDAY],
      ["حل في الخامس عشر", FRIDAY],
      ["وصلت في 25.5 دقيقة", FRIDAY],
      ["سيعود في 27"],
    ],
  },
];

/** Words before a day of the month whose month is left out. */
const IN_A_MONTH = /^[وفبل]?(?:في|من|يوم|بتاريخ|تاريخ|حتي|الي|منذ)$/;

/** The last such day of a month not after the reference, or the first not before it. */
function nearestByTense(day: number, scene: Scene, at: At): string | undefined {
  const tense = tenseAround(scene, at);
  if (scene.reference === undefined || tense === undefined) return undefined;
  const reference = scene.reference;
  const first = `${reference.slice(0, 7)}-01`;
  const days = [-2, -1, 0, 1, 2].flatMap((step) => {
    const [year, month] = numbersOf(addMonths(first, step));
    return makeDay(year, month, day) ?? [];
  });
  return tense === "past" ? days.filter((d) => d <= reference).at(-1) : days.find((d) => d >= reference);
}
