import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  makeDay,
  nthWeekday,
  numbersOf,
  weekdayOf,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
} from "../calendars.ts";
import { DAY_PARTS, NOT_THE_DAY_AFTER, NOT_THE_DAY_BEFORE } from "../lexicon/time-words.ts";
import {
  ADJECTIVE,
  AL,
  any,
  BARE_WEEKDAY_WORDS,
  DAY_WORDS,
  dayOf,
  END,
  MONTH,
  monthOf,
  NUMBER_END,
  O,
  ORDER,
  orderOf,
  S,
  stepOf,
  TAIL,
  WEEKDAY,
  WEEKDAY_WORDS,
  weekdayOfName,
} from "./fragments.ts";
import { nearestYear, nearMonth, standsAlone, tenseAround, wordAfter, wordBefore } from "./lean.ts";
import { type At, type Groups, leaning, type Outcome, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { yearOfTail } from "./whole-day.ts";

const LATE = "2021-12-17"; // a Friday
const NAME = `\\(?(?<weekday>${WEEKDAY})\\)?`;
const WEEK = `${AL}اسبوع`;
const RELATIVE_WEEK = `(?:هذا${S}${WEEK}${END}|${WEEK}${S}(?<adjective>${ADJECTIVE}))`;
/** The month that «ثالث ثلاثاء» is counted in. */
const IN_MONTH = `(?:${S}(?:من|في))?${S}ب?(?:(?:شهر${S})?${MONTH}${TAIL}|(?<nearMonth>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE}))`;

/** First day of the week by region (Unicode CLDR, supplemental weekData); ISO 8601's Monday elsewhere. */
const WEEK_STARTS: Readonly<Record<string, number>> = Object.fromEntries([
  ..."AE BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split(" ").map((region) => [region, 6]),
  ..."SA YE".split(" ").map((region) => [region, 0]),
]);

/** Days told by their weekday. */
export const WEEKDAYS_FOUND: readonly Pattern[] = [
  {
    rule: "weekday-of-month",
    starts: [...WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>${WEEKDAY})${S}${AL}(?<order>${ORDER})${END}${IN_MONTH}`,
    read: (g, scene, at) => readNth(g, scene, at),
    examples: [
      ["الثلاثاء الثالث من شهر أيلول من عام 2014", "2014-09-16"],
      ["الثلاثاء الأخير من شهر مارس السنة القادمة", "2014-03-25", "2013-02-12"],
      ["الأربعاء الثاني من أكتوبر 2013", "2013-10-02"],
    ],
    counterexamples: [["السبت الثاني من كل شهر", LATE], ["الأحد الخامس من فبراير 2021"]],
  },
  {
    rule: "weekday-of-month",
    starts: ORDER.split("|").slice(0, -2),
    expression: `(?<order>${ORDER})${S}(?:يوم${S})?(?<weekday>${any(BARE_WEEKDAY_WORDS)})${IN_MONTH}`,
    read: (g, scene, at) => readNth(g, scene, at),
    examples: [
      ["أول يوم جمعة من يوليو 2016", "2016-07-01"],
      ["ثالث ثلاثاء في أيلول في سنة 2014", "2014-09-16"],
      ["ثان اربعا في أكتوبر لعام 2014", "2014-10-08"],
      ["آخر اثنين من شهر آذار", "2013-03-25", "2013-02-12"],
      ["أول جمعة من الشهر المقبل", "2022-01-07", LATE],
    ],
    counterexamples: [["أول جمعة", LATE], ["خامس جمعة من فبراير 2021"]],
  },
  {
    rule: "weekday-of-week",
    starts: [...WEEKDAY_WORDS, ...BARE_WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>(?:${AL})?${any(BARE_WEEKDAY_WORDS)})${S}(?:(?:من|في)${S})?${RELATIVE_WEEK}`,
    read: readWeek,
    examples: [
      ["أحد الأسبوع الماضي", "2013-02-10", "2013-02-12"],
      ["الاثنين من هذا الأسبوع", "2013-02-11", "2013-02-12"],
      ["الجمعة من الأسبوع المقبل", "2021-12-24", LATE],
    ],
    counterexamples: [["الجمعة من الأسبوع التالي", LATE], ["الجمعة من الأسبوع المقبل"]],
  },
  {
    rule: "weekday-of-week",
    starts: ["هذا", "الاسبوع"],
    expression: `${RELATIVE_WEEK}${S}(?:يوم${S})?(?<weekday>${WEEKDAY})`,
    read: readWeek,
    examples: [
      ["الأسبوع القادم الأحد", "2016-11-20", "2016-11-07"],
      ["هذا الأسبوع الجمعة", "2016-11-11", "2016-11-07"],
    ],
    counterexamples: [["الأسبوع الماضي، الأحد", "2016-11-07"]],
  },
  {
    rule: "weekday-day",
    starts: [...WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>${WEEKDAY})${S}(?:(?<in>في)${S})?(?<day>\\d{1,2}${NUMBER_END}|${DAY_WORDS})(?=${O}(?:$|[.,،؛:؟!)\\n]))`,
    read: readWeekdayDay,
    examples: [
      ["عدت يوم الجمعة 22", "2017-09-22", "2017-09-27"],
      ["الأحد السابع عشرة", "2013-02-17", "2013-02-12"],
      ["الجمعة في الثانية والعشرين", "2017-09-22", "2017-09-27"],
    ],
    counterexamples: [
      ["السبت الثاني", LATE],
      ["الجمعة في الثانية عشرة", LATE],
      ["قتل الجمعة 22 شخصا", "2017-09-27"],
      ["الجمعة 31"],
    ],
  },
  {
    rule: "weekday",
    starts: ["هذا", "هذه"],
    expression: `هذ[اه]${S}(?:${AL}يوم${S})?(?<weekday>${WEEKDAY})`,
    read: (g, { reference }) => leaning(reference && weekdayOnOrAfter(weekdayOfName(g.weekday as string), reference)),
    examples: [["هذا الاثنين", "2013-02-18", "2013-02-12"]],
    counterexamples: [["هذا الاثنين"]],
  },
  {
    rule: "weekday",
    starts: [...WEEKDAY_WORDS, "يوم", ...DAY_PARTS],
    expression: `(?<opener>(?:يوم|${any(DAY_PARTS)})${S}\\(?(?:يوم${S})?)?${NAME}(?:${S}(?<adjective>${ADJECTIVE}))?`,
    read: readWeekday,
    examples: [
      ["عقد يوم الأربعاء", "2021-12-15", LATE],
      ["أعلن الوزير، الخميس، أن", "2021-12-16", LATE],
      ["مساء الجمعة", "2021-12-17", LATE],
      ["الثلاثاء القادم", "2013-02-19", "2013-02-12"],
      ["الأحد الماضي", "2021-12-12", LATE],
      ["سيزور باريس الخميس", "2021-12-23", LATE],
      ["يلعب السبت والأحد المقبلين", "2021-12-18 2021-12-19", LATE],
    ],
    counterexamples: [
      ["الأربعاء", LATE],
      ["بعد صلاة الجمعة", LATE],
      ["كل يوم جمعة", LATE],
      ["الأحد الدامي", LATE],
      ["يومي الاثنين والأربعاء", LATE],
      ["بين الاثنين", LATE],
      ["موعدنا السبت الثاني من كل شهر", LATE],
      ["الثلاثاء أو الأربعاء", LATE],
      ["يوم الأربعاء التالي", LATE],
      ["قال أحد النواب", LATE],
      ["عقد يوم الأربعاء"],
    ],
  },
];

/** «السبت والأحد المقبلين»: one adjective for two days. */
const SHARED = new RegExp(`^(?:${S}و(?:يوم${S})?${WEEKDAY})?${S}(?<adjective>ال(?:ماضي|منصرم|مقبل|قادم))ين`);
const LISTED =
  /(?<![\u0621-\u064a])[وفبل]?(كل|ايام|يومي)[^\S\n]{1,4}(?:(?:يوم[^\S\n])?ال[\u0621-\u064a]{3,7}[^\S\n]{0,2}[،,]?[^\S\n]{0,2}و?){0,4}$/;

function readWeekday(g: Groups, scene: Scene, at: At): Outcome {
  const { reference } = scene;
  const weekday = weekdayOfName(g.weekday as string);
  const before = wordBefore(scene, at[0]) ?? "";
  const list = LISTED.exec(scene.text.slice(Math.max(0, at[0] - 60), at[0]));
  // «كل جمعة», «أيام السبت»: a habit. «يومي الاثنين والأربعاء»: of every week, unless they are told as past.
  if (list !== null && !(list[1] === "يومي" && tenseAround(scene, at) === "past")) return REFUSED;
  if (before === "او" || before === "ام") return REFUSED;
  // «السبت الثاني» is counted, not named.
  if (
    g.adjective === undefined &&
    /^[^\S\n]{1,4}ال(?:اول|ثاني|ثالث|رابع|خامس|اخير)(?:ه|ي)?(?![\u0621-\u064a])/.test(
      scene.text.slice(at[1], at[1] + 12),
    )
  )
    return REFUSED;
  if (/^[^\S\n]{0,4}(?:او|ام)[^\S\n]/.test(scene.text.slice(at[1], at[1] + 12)) && g.adjective === undefined)
    return REFUSED;
  if (reference === undefined) return REFUSED;
  const shared = SHARED.exec(scene.text.slice(at[1], at[1] + 40))?.groups?.adjective;
  const adjective = g.adjective ?? shared;
  if (adjective !== undefined) return leaning(besideReference(weekday, adjective, reference));
  if (g.opener === undefined && !isDayOfNews(scene, at, before)) return REFUSED;
  const isAhead = tenseAround(scene, at) === "future";
  return leaning(isAhead ? weekdayOnOrAfter(weekday, reference) : weekdayOnOrBefore(weekday, reference));
}

/** «الأربعاء» without «يوم» is a day in running text, as the agencies write it, but not in «صلاة الجمعة». */
function isDayOfNews(scene: Scene, at: At, before: string): boolean {
  const after = wordAfter(scene, at[1]) ?? "";
  const bare = before.replace(/^[وفبل](?=..)/, "");
  return (
    !standsAlone(scene, at) &&
    !NOT_THE_DAY_BEFORE.has(before) &&
    !NOT_THE_DAY_BEFORE.has(bare) &&
    !NOT_THE_DAY_AFTER.has(after)
  );
}

function besideReference(weekday: number, adjective: string, reference: Day): Day | undefined {
  const step = stepOf(adjective);
  if (step === undefined) return undefined;
  if (step < 0) return addDays(weekdayOnOrBefore(weekday, addDays(reference, -1)), (step + 1) * 7);
  if (step > 0) return addDays(weekdayOnOrAfter(weekday, addDays(reference, 1)), (step - 1) * 7);
  return weekdayOnOrAfter(weekday, reference);
}

function readWeek(g: Groups, { reference, region }: Scene): Outcome {
  const step = g.adjective === undefined ? 0 : stepOf(g.adjective);
  if (reference === undefined || step === undefined) return REFUSED;
  const first = WEEK_STARTS[region ?? ""] ?? 1;
  const start = addDays(weekdayOnOrBefore(first, reference), step * 7);
  return leaning(weekdayOnOrAfter(weekdayOfName(g.weekday as string), start));
}

/** «الجمعة 22»: the nearest month in which the 22nd is a Friday, when it is this one or the next to it. */
function readWeekdayDay(g: Groups, { reference }: Scene): Outcome {
  const day = dayOf(g.day);
  const isDigits = /^\d/.test(g.day ?? "");
  // «السبت الثاني» is the second Saturday, «في الثانية عشرة» is noon.
  if (day === undefined || (!isDigits && (day <= 5 || (g.in !== undefined && day <= 12)))) return REFUSED;
  if (reference === undefined) return REFUSED;
  const weekday = weekdayOfName(g.weekday as string);
  const first = `${reference.slice(0, 7)}-01`;
  const fitting = [-1, 0, 1].flatMap((step) => {
    const [year, month] = numbersOf(addMonths(first, step));
    const value = makeDay(year, month, day);
    return value !== undefined && weekdayOf(value) === weekday ? [value] : [];
  });
  const distance = (value: Day) => Math.abs(daysBetween(value, reference));
  return leaning(fitting.sort((a, b) => distance(a) - distance(b))[0]);
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
  if (month === undefined || nth === undefined || tailYear === undefined || g.adjective !== undefined) return REFUSED;
  const year = tailYear === "none" ? nearestYear(month, scene, at) : tailYear;
  if (year === undefined) return REFUSED;
  const absolute = tailYear !== "none" && g.relativeYear === undefined;
  // «الأربعاء الثاني من أكتوبر» is Wednesday the 2nd where the 2nd is one, and else the second Wednesday.
  const sameDay = nth > 0 ? makeDay(year, month, nth) : undefined;
  const isNamed =
    sameDay !== undefined && weekdayOf(sameDay) === weekday && /^(?:يوم|ا?ل)/.test(scene.text.slice(at[0], at[0] + 3));
  const value = isNamed ? sameDay : nthWeekday(year, month, weekday, nth);
  return value === undefined ? REFUSED : { edtf: value, absolute };
}
