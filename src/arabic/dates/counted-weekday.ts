import {
  addDays,
  type Day,
  makeDay,
  nthWeekday,
  weekdayOf,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
} from "../calendars.ts";
import { PHASES } from "../lexicon/time-words.ts";
import {
  ADJECTIVE,
  AL,
  any,
  BARE_WEEKDAY_WORDS,
  END,
  ITS_YEAR,
  MONTH,
  monthOf,
  ORDER,
  orderOf,
  PHASE,
  S,
  stepOf,
  TAIL,
  WEEKDAY,
  WEEKDAY_WORDS,
  weekdayOfName,
} from "./fragments.ts";
import { monthBeside, nearestYear, nearMonth } from "./lean.ts";
import { type At, FRIDAY, type Groups, leaning, type Outcome, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { isPlainYear, yearOfTail } from "./whole-day.ts";

const WEEK = `${AL}اسبوع`;
const RELATIVE_WEEK = `(?:هذا${S}${WEEK}${END}|${WEEK}${S}(?<adjective>${ADJECTIVE}))`;
/** The month that «ثالث ثلاثاء» is counted in. */
const IN_MONTH = `(?:${S}(?:من|في))?${S}ب?(?:(?:شهر${S})?${MONTH}${TAIL}|(?<nearMonth>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE}))`;
/** First day of the week by region (Unicode CLDR, supplemental weekData); ISO 8601's Monday elsewhere. */
const WEEK_STARTS: Readonly<Record<string, number>> = Object.fromEntries([
  ..."AE BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split(" ").map((region) => [region, 6]),
  ..."SA YE".split(" ").map((region) => [region, 0]),
]);

/** Weekdays of a month («ثالث ثلاثاء من أيلول») and of a week («الجمعة من الأسبوع المقبل»). */
export const COUNTED_WEEKDAYS: readonly Pattern[] = [
  {
    rule: "weekday-of-month",
    starts: [...WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>${WEEKDAY})${S}${AL}(?<order>${ORDER})${END}${IN_MONTH}`,
    read: (g, scene, at) => readNth(g, scene, at),
    examples: [
      ["الأحد الثالث من شهر آب من عام 2017", "2017-08-20"],
      ["الخميس الأخير من شهر مايو السنة القادمة", "2020-05-28", "2019-03-20"],
      ["الجمعة الثاني من سبتمبر 2016", "2016-09-02"],
    ],
    counterexamples: [["الأحد الثالث من كل شهر", FRIDAY], ["الأحد الخامس من فبراير 2021"]],
  },
  {
    rule: "weekday-of-month",
    starts: ORDER.split("|").slice(0, -2),
    expression: `(?<order>${ORDER})${S}(?:يوم${S})?(?<weekday>${any(BARE_WEEKDAY_WORDS)})${IN_MONTH}`,
    read: (g, scene, at) => readNth(g, scene, at),
    examples: [
      ["أول يوم سبت من أغسطس 2017", "2017-08-05"],
      ["ثالث أحد في آب في سنة 2017", "2017-08-20"],
      ["ثان خميس في نوفمبر لعام 2017", "2017-11-09"],
      ["آخر أربعاء من شهر نيسان", "2019-04-24", "2019-03-20"],
      ["أول جمعة من الشهر المقبل", "2011-01-07", FRIDAY],
      ["ثاني أحد من مايو المقبل", "2011-05-08", FRIDAY],
    ],
    counterexamples: [["أول جمعة", FRIDAY], ["خامس جمعة من فبراير 2021"]],
  },
  {
    rule: "weekday-of-year",
    starts: [...ORDER.split("|").slice(0, -2), ...WEEKDAY_WORDS, "يوم"],
    expression: `(?:(?<order>اول|اولي|اخر)${S}(?:يوم${S})?(?<weekday>${any(BARE_WEEKDAY_WORDS)})|(?:يوم${S})?(?<named>${WEEKDAY})${S}${AL}(?<last>اول|اولي|اخير|اخيره)${END})${S}(?:(?:من|في)${S})?(?:${ITS_YEAR})`,
    read(g, scene) {
      const year = yearOfTail(g, scene);
      if (typeof year !== "number" || !isPlainYear(year)) return REFUSED;
      const weekday = weekdayOfName((g.weekday ?? g.named) as string);
      const isLast = /^اخ/.test((g.order ?? g.last) as string);
      const value = nthWeekday(year, isLast ? 12 : 1, weekday, isLast ? -1 : 1);
      return value === undefined ? REFUSED : { edtf: value, absolute: g.relativeYear === undefined };
    },
    examples: [
      ["أول أحد من عام 2019", "2019-01-06"],
      ["الجمعة الأخيرة من العام الجاري", "2010-12-31", FRIDAY],
    ],
    counterexamples: [["أول أحد من العام الدراسي", FRIDAY], ["أول أحد من العام المقبل"]],
  },
  {
    rule: "weekday-of-week",
    starts: [...WEEKDAY_WORDS, ...BARE_WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>(?:${AL})?${any(BARE_WEEKDAY_WORDS)})${S}(?:(?:من|في)${S})?${RELATIVE_WEEK}`,
    read: readWeek,
    examples: [
      ["خميس الأسبوع الماضي", "2019-03-14", "2019-03-20"],
      ["الثلاثاء من هذا الأسبوع", "2019-03-19", "2019-03-20"],
      ["الجمعة من الأسبوع المقبل", "2010-12-24", FRIDAY],
    ],
    counterexamples: [["الجمعة من الأسبوع التالي", FRIDAY], ["الجمعة من الأسبوع المقبل"]],
  },
  {
    rule: "weekday-of-week",
    starts: ["هذا", "الاسبوع"],
    expression: `${RELATIVE_WEEK}${S}(?:يوم${S})?(?<weekday>${WEEKDAY})`,
    read: readWeek,
    examples: [
      ["الأسبوع القادم السبت", "2019-03-30", "2019-03-20"],
      ["هذا الأسبوع الخميس", "2019-03-21", "2019-03-20"],
    ],
    counterexamples: [["الأسبوع الماضي، السبت", "2019-03-20"]],
  },
];

/** «الأسبوع الماضي» as the interval it is; approximate where the country, and so the first day of the week, is not known. */
export const WEEKS: readonly Pattern[] = [
  {
    rule: "week-of-reference",
    starts: ["هذا", "الاسبوع", ...PHASES],
    expression: `(?:${PHASE})?${RELATIVE_WEEK}`,
    read(g, { reference, region }) {
      const step = g.adjective === undefined ? 0 : stepOf(g.adjective);
      // «نهاية الأسبوع» is the days off work, which differ.
      if (reference === undefined || step === undefined || /^نهاي/.test(g.phase ?? "")) return REFUSED;
      const start = startOfWeek(reference, region, step);
      const mark = g.phase === undefined && region !== undefined ? "" : "~";
      return leaning(`${start}${mark}/${addDays(start, 6)}${mark}`);
    },
    examples: [
      ["الأسبوع الماضي", "2010-12-06~/2010-12-12~", FRIDAY],
      ["مطلع هذا الأسبوع", "2010-12-13~/2010-12-19~", FRIDAY],
      ["الأسبوع قبل الماضي", "2010-11-29~/2010-12-05~", FRIDAY],
    ],
    counterexamples: [
      ["الأسبوع الماضي"],
      ["الأسبوع التالي", FRIDAY],
      ["عطلة نهاية الأسبوع الماضي", FRIDAY],
      ["الأسبوع القادم السبت", FRIDAY],
    ],
  },
];

const startOfWeek = (reference: Day, region: string | undefined, step: number): Day =>
  addDays(weekdayOnOrBefore(WEEK_STARTS[region ?? ""] ?? 1, reference), step * 7);

function readWeek(g: Groups, { reference, region }: Scene): Outcome {
  const step = g.adjective === undefined ? 0 : stepOf(g.adjective);
  if (reference === undefined || step === undefined) return REFUSED;
  return leaning(weekdayOnOrAfter(weekdayOfName(g.weekday as string), startOfWeek(reference, region, step)));
}

function readNth(g: Groups, scene: Scene, at: At): Outcome {
  const weekday = weekdayOfName(g.weekday as string);
  const nth = orderOf(g.order);
  if (g.nearMonth !== undefined) {
    const near = nearMonth(g.nearMonth, scene);
    return leaning(near && (nth === undefined ? undefined : nthWeekday(...near, weekday, nth)));
  }
  const month = monthOf(g);
  const tailYear = yearOfTail(g, scene);
  if (month === undefined || nth === undefined || tailYear === undefined) return REFUSED;
  const beside =
    g.adjective === undefined || scene.reference === undefined
      ? undefined
      : monthBeside(month, g.adjective, scene.reference);
  if (g.adjective !== undefined && beside === undefined) return REFUSED;
  const year = beside?.[0] ?? (typeof tailYear === "number" ? tailYear : nearestYear(month, scene, at));
  if (year === undefined) return REFUSED;
  const absolute = typeof tailYear === "number" && g.relativeYear === undefined;
  // «الأربعاء الثاني من أكتوبر» is Wednesday the 2nd where the 2nd is one, and else the second Wednesday.
  const sameDay = nth > 0 ? makeDay(year, month, nth) : undefined;
  const isNamed =
    sameDay !== undefined && weekdayOf(sameDay) === weekday && /^(?:يوم|ا?ل)/.test(scene.text.slice(at[0], at[0] + 3));
  const value = isNamed ? sameDay : nthWeekday(year, month, weekday, nth);
  return value === undefined ? REFUSED : { edtf: value, absolute };
}
