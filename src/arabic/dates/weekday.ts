import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  makeDay,
  numbersOf,
  weekdayOf,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
} from "../calendars.ts";
import { DAY_PARTS, FIXTURES, NOT_THE_DAY_AFTER, NOT_THE_DAY_BEFORE } from "../lexicon/time-words.ts";
import {
  ADJECTIVE,
  AL,
  any,
  DAY_WORDS,
  dayOf,
  NUMBER_END,
  O,
  S,
  stepOf,
  WEEKDAY,
  WEEKDAY_WORDS,
  weekdayOfName,
} from "./fragments.ts";
import { type At, FRIDAY, type Groups, leaning, type Outcome, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { standsAlone, tenseAround, wordAfter, wordBefore } from "./surroundings.ts";

/**
 * A weekday by itself is the coming one by the convention of date grammars, never today; a column of news that is
 * headed «الأربعاء» means the past one as often.
 */
const LONE_CONFIDENCE = 0.5;

const NAME = `\\(?(?<weekday>${WEEKDAY})\\)?`;

/** Days told by their weekday. */
export const WEEKDAYS_FOUND: readonly Pattern[] = [
  {
    rule: "weekday-day",
    starts: [...WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>${WEEKDAY})${S}(?:(?<in>في)${S})?(?<day>\\d{1,2}${NUMBER_END}|${DAY_WORDS})(?=${O}(?:$|[.,،؛:؟!)\\n]))`,
    read: readWeekdayDay,
    examples: [
      ["وصلنا يوم الأحد 17", "2019-03-17", "2019-03-20"],
      ["الثلاثاء التاسع عشر", "2019-03-19", "2019-03-20"],
      ["السبت في الثالثة والعشرين", "2019-03-23", "2019-03-20"],
    ],
    counterexamples: [
      ["الأحد الثالث", FRIDAY],
      ["الجمعة في الثانية عشرة", FRIDAY],
      ["قتل الأحد 17 شخصا", "2019-03-20"],
      ["الجمعة 31"],
    ],
  },
  {
    rule: "weekday",
    starts: ["هذا", "هذه"],
    expression: `هذ[اه]${S}(?:${AL}يوم${S})?(?<weekday>${WEEKDAY})`,
    read: (g, { reference }) => leaning(reference && weekdayOnOrAfter(weekdayOfName(g.weekday as string), reference)),
    examples: [["هذا السبت", "2019-03-23", "2019-03-20"]],
    counterexamples: [["هذا السبت"]],
  },
  {
    rule: "lone-weekday",
    starts: [...WEEKDAY_WORDS, "يوم"],
    expression: `(?:يوم${S})?(?<weekday>${WEEKDAY})`,
    read(g, scene, at) {
      if (!standsAlone(scene, at)) return undefined;
      if (scene.reference === undefined) return REFUSED;
      const coming = weekdayOnOrAfter(weekdayOfName(g.weekday as string), addDays(scene.reference, 1));
      return { edtf: coming, absolute: false, confidence: LONE_CONFIDENCE };
    },
    examples: [
      ["الأحد", "2010-12-19", FRIDAY],
      ["يوم الجمعة", "2010-12-24", FRIDAY],
    ],
    counterexamples: [["الأحد"], ["مساء الأحد", FRIDAY], ["الأحد الماضي", FRIDAY], ["كل أحد", FRIDAY]],
  },
  {
    rule: "weekday",
    starts: [...WEEKDAY_WORDS, "يوم", ...DAY_PARTS],
    expression: `(?<opener>(?:يوم|${any(DAY_PARTS)})${S}\\(?(?:يوم${S})?)?${NAME}(?:${S}(?<adjective>${ADJECTIVE}))?`,
    read: readWeekday,
    examples: [
      ["عقد يوم الأربعاء", "2010-12-15", FRIDAY],
      ["أعلن الوزير، الخميس، أن", "2010-12-16", FRIDAY],
      ["مساء الجمعة", "2010-12-17", FRIDAY],
      ["الأربعاء القادم", "2019-03-27", "2019-03-20"],
      ["الأحد الماضي", "2010-12-12", FRIDAY],
      ["الأحد السابق", "2010-12-12", FRIDAY],
      ["وقع الثلاثاء ما قبل الماضي", "2010-12-07", FRIDAY],
      ["سيزور باريس الخميس", "2010-12-23", FRIDAY],
      ["كان أفضلهم في مباراة الأربعاء", "2010-12-15", FRIDAY],
      ["يلعب السبت والأحد المقبلين", "2010-12-18 2010-12-19", FRIDAY],
    ],
    counterexamples: [
      ["الأربعاء", FRIDAY],
      ["يعمل من الاثنين إلى الخميس", FRIDAY],
      ["بعد صلاة الجمعة", FRIDAY],
      ["كل يوم جمعة", FRIDAY],
      ["الأحد الدامي", FRIDAY],
      ["يومي الاثنين والأربعاء", FRIDAY],
      ["بين الاثنين", FRIDAY],
      ["موعدنا الأحد الثالث من كل شهر", FRIDAY],
      ["الثلاثاء أو الأربعاء", FRIDAY],
      ["لا يفضل فريقا على آخر في مباراة يوم السبت", FRIDAY],
      ["وصل يوم الأربعاء التالي", FRIDAY],
      ["قال أحد النواب", FRIDAY],
      ["عقد يوم الأربعاء"],
    ],
  },
];

/** «السبت والأحد المقبلين»: one adjective for two days. */
const SHARED = new RegExp(`^(?:${S}و(?:يوم${S})?${WEEKDAY})?${S}(?<adjective>ال(?:ماضي|منصرم|مقبل|قادم))ين`);

/** «من الاثنين إلى الخميس»: neither end is told by itself. */
const RANGED = new RegExp(`من${S}(?:يوم${S})?${WEEKDAY}${S}(?:و?(?:الي|حتي))${S}$`, "u");

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
  if (g.adjective === undefined && RANGED.test(scene.text.slice(Math.max(0, at[0] - 40), at[0]))) return REFUSED;
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
  if (adjective !== undefined) {
    const step = stepOf(adjective) ?? (standsAlone(scene, at) ? aloneStep(adjective) : undefined);
    return leaning(step === undefined ? undefined : besideReference(weekday, step, reference));
  }
  if (g.opener === undefined && !isDayOfNews(scene, at, before)) return REFUSED;
  const tense = tenseAround(scene, at);
  const isToday = weekdayOnOrBefore(weekday, reference) === reference;
  // «قمة السبت», of a match: told of before it is played as often as after.
  if (tense === undefined && FIXTURES.has(before) && !isToday) return REFUSED;
  return leaning(tense === "future" ? weekdayOnOrAfter(weekday, reference) : weekdayOnOrBefore(weekday, reference));
}

/** «الأربعاء» without «يوم» is a day in running text, as the agencies write it, but not in «صلاة الجمعة». */
function isDayOfNews(scene: Scene, at: At, before: string): boolean {
  const after = wordAfter(scene, at[1]) ?? "";
  const bare = before.replace(/^[وفبل](?=..)/, "");
  return !NOT_THE_DAY_BEFORE.has(before) && !NOT_THE_DAY_BEFORE.has(bare) && !NOT_THE_DAY_AFTER.has(after);
}

/** «الثلاثاء السابق», «التالي» with no sentence around: there is nothing but the reference to count from. */
const aloneStep = (adjective: string) => (/سابق/.test(adjective) ? -1 : 1);

/** The day of the weekday, as many weeks before or after the reference as the step says: -1 the last before it. */
export function besideReference(weekday: number, step: number, reference: Day): Day {
  if (step < 0) return addDays(weekdayOnOrBefore(weekday, addDays(reference, -1)), (step + 1) * 7);
  if (step > 0) return addDays(weekdayOnOrAfter(weekday, addDays(reference, 1)), (step - 1) * 7);
  return weekdayOnOrAfter(weekday, reference);
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
