import { addDays, type Day, weekdayOf, weekdayOnOrBefore } from "../calendars.ts";
import { DAY_PARTS, NOT_TODAY_AFTER, NOT_TODAY_BEFORE, PHASES } from "../lexicon/time-words.ts";
import { ADJECTIVE, AL, any, END, O, PHASE, S, WEEKDAY, weekdayOfName } from "./fragments.ts";
import { nearMonth, standsAlone, tenseAround, wordAfter, wordBefore } from "./lean.ts";
import {
  type At,
  type Groups,
  leaning,
  type Outcome,
  type Pattern,
  REFUSED,
  type Scene,
  yearMonth,
} from "./pattern.ts";

const LATE = "2021-12-17"; // a Friday
/** «أمس الأربعاء», «غدا (الخميس)». */
const NAMED = `(?:${O}[،,]?${O}\\(?(?:يوم${S})?(?<weekday>${WEEKDAY})\\)?)?`;
const PART = `(?:(?:${any(DAY_PARTS)}|يوم)${S}\\(?)`;
const YESTERDAY = `(?:${AL})?(?:امس|بارحه|امبارح|مبارح)${END}`;
const TOMORROW = `(?:${AL})?(?:غدا?|بكره|بكرا)${END}`;
const WHO = `(?:(?:${AL}يوم${S})?(?:الذي|اللي|الي)?${O}(?:${AL})?)`;

/** Days told from today: «أمس», «غدا», «أمس الأول», with the words of the dialects. */
export const DAYS_NEAR_TODAY: readonly Pattern[] = [
  {
    rule: "day-before-yesterday",
    starts: ["امس", "يوم", "اول", "قبل", "اليوم", "الذي", "اللي", "الي", "القبل", "البارحه", "امبارح", ...DAY_PARTS],
    expression: `${PART}?(?:${YESTERDAY}${S}(?:الاول|الاولي|اول)${END}|(?:اول|قبل)${S}(?:(?:من|يوم)${S})?${YESTERDAY}|${WHO}قبل${S}(?:يوم${S})?${YESTERDAY})${NAMED}`,
    read: (g, scene) => shifted(-2, g, scene),
    examples: [
      ["أول أمس", "2021-12-15", LATE],
      ["أمس الأول الأربعاء", "2021-12-15", LATE],
      ["قبل يوم أمس", "2021-12-15", LATE],
      ["يوم أمس الأول", "2021-12-15", LATE],
      ["اليوم الي قبل امبارح", "2021-12-15", LATE],
      ["اليوم القبل البارحة", "2021-12-15", LATE],
    ],
    counterexamples: [["أول أمس"], ["أمس", LATE]],
  },
  {
    rule: "yesterday",
    starts: ["امس", "الامس", "البارحه", "امبارح", "مبارح", "يوم", ...DAY_PARTS],
    expression: `${PART}?${YESTERDAY}(?!${S}(?:الحاجه|الاول|الاولي)${END})${NAMED}`,
    read(g, scene, at) {
      // «الأمس» is the past; «بالأمس» is yesterday.
      const isThePast = scene.text.startsWith("الامس", at[0]) && scene.text[at[0] - 1] !== "ب";
      return isThePast ? REFUSED : shifted(-1, g, scene);
    },
    examples: [
      ["أعلن أمس", "2021-12-16", LATE],
      ["مساء أمس (الخميس)", "2021-12-16", LATE],
      ["بالأمس", "2021-12-16", LATE],
      ["امبارح", "2021-12-16", LATE],
    ],
    counterexamples: [["هم بأمس الحاجة", LATE], ["ذكريات الأمس", LATE], ["أمس"]],
  },
  {
    rule: "day-after-tomorrow",
    starts: ["بعد", "اليوم", "الذي", "اللي", "الي"],
    expression: `(?:${WHO})?بعد${S}${TOMORROW}${NAMED}`,
    read: (g, scene) => shifted(2, g, scene),
    examples: [
      ["بعد غد", "2021-12-19", LATE],
      ["اليوم الذي بعد الغد", "2021-12-19", LATE],
      ["بعد غد الأحد", "2021-12-19", LATE],
    ],
    counterexamples: [["بعد غد"]],
  },
  {
    rule: "tomorrow",
    starts: ["غدا", "غد", "بكرا", "بكره", "يوم", "الغد", ...DAY_PARTS],
    expression: `(?<part>${PART})?(?<word>${TOMORROW})${NAMED}`,
    read(g, scene, at) {
      const isSure = g.part !== undefined || g.weekday !== undefined || g.word === "بكرا" || standsAlone(scene, at);
      // «غدا» is also «became», «الغد» the future, «بكرة» a ball.
      if (!isSure && (g.word !== "غدا" || !isTomorrow(scene, at))) return REFUSED;
      return shifted(1, g, scene);
    },
    examples: [
      ["يوم غد", "2021-12-18", LATE],
      ["سأعود غدا", "2021-12-18", LATE],
      ["بكرا", "2021-12-18", LATE],
      ["غدا السبت", "2021-12-18", LATE],
      ["مساء غد", "2021-12-18", LATE],
    ],
    counterexamples: [["غدا الأمر واضحا", LATE], ["صحيفة الغد", LATE], ["لعب بكرة القدم", LATE], ["غدا"]],
  },
  {
    rule: "today",
    starts: ["اليوم", "النهارده", "النهارد", "الليله", "هذا"],
    expression: `(?:هذا${S})?(?<word>اليوم|النهارده?|الليله)${END}${NAMED}`,
    read(g, scene, at) {
      if (g.weekday === undefined && !isToday(g.word as string, scene, at)) return undefined;
      return shifted(0, g, scene);
    },
    examples: [
      ["أعلن اليوم", "2021-12-17", LATE],
      ["اليوم (الجمعة)", "2021-12-17", LATE],
      ["هذا اليوم", "2021-12-17", LATE],
    ],
    counterexamples: [
      ["في ذلك اليوم", LATE],
      ["اليوم العالمي للمرأة", LATE],
      ["نقلت روسيا اليوم", LATE],
      ["صحيفة المصري اليوم", LATE],
      ["الليلة الماضية", LATE],
      ["اليوم"],
    ],
  },
  {
    rule: "next-day",
    starts: ["اليوم"],
    expression: `اليوم${S}(?<step>التالي|السابق|الماضي|المقبل|القادم|الفايت)${END}`,
    read(g, scene, at) {
      const isNext = /^(?:التالي|المقبل|القادم)/.test(g.step as string);
      // In running text it is counted from a day named before; in a sentence about what will be, from today.
      const isDeictic =
        standsAlone(scene, at) ||
        (isNext && tenseAround(scene, at) === "future" && !/\d/.test(scene.text.slice(0, at[0])));
      return isDeictic ? shifted(isNext ? 1 : -1, {}, scene) : REFUSED;
    },
    examples: [
      ["سأعود في اليوم التالي", "2016-11-08", "2016-11-07"],
      ["اليوم السابق", "2013-02-11", "2013-02-12"],
    ],
    counterexamples: [
      ["وصل في 5 مايو 2021 وغادر في اليوم التالي", LATE],
      ["وفي اليوم التالي اندلعت", LATE],
    ],
  },
  {
    rule: "month-of-reference",
    starts: ["الشهر", "هذا", ...PHASES],
    expression: `(?:${PHASE})?(?<words>هذا${S}${AL}شهر${END}|${AL}شهر${S}${ADJECTIVE})`,
    read(g, scene) {
      const near = nearMonth(g.words as string, scene);
      return near === undefined ? REFUSED : leaning(`${yearMonth(...near)}${g.phase === undefined ? "" : "~"}`);
    },
    examples: [
      ["الشهر الماضي", "2021-11", LATE],
      ["مطلع الشهر الجاري", "2021-12~", LATE],
      ["خلال هذا الشهر", "2021-12", LATE],
    ],
    counterexamples: [["الشهر الماضي"]],
  },
];

/** A day so many days from today; the weekday beside it, when it is another day's, is the surer of the two. */
function shifted(days: number, g: Groups, { reference }: Scene): Outcome {
  if (reference === undefined) return REFUSED;
  const value: Day = addDays(reference, days);
  if (g.weekday === undefined) return leaning(value);
  const weekday = weekdayOfName(g.weekday);
  if (weekdayOf(value) === weekday) return leaning(value);
  const named =
    days > 0 ? addDays(weekdayOnOrBefore(weekday, addDays(reference, 6)), 0) : weekdayOnOrBefore(weekday, reference);
  return { edtf: named, absolute: false, contradiction: "weekday" };
}

function isToday(word: string, scene: Scene, [start, end]: At): boolean {
  const before = wordBefore(scene, start) ?? "";
  const after = wordAfter(scene, end) ?? "";
  if (word === "الليله")
    return (
      !NOT_TODAY_BEFORE.has(before) && !/^(?:الماضي|الفايت|السابق|الاول|الثاني|الواحد|التالي|المقبل)ه?$/.test(after)
    );
  // «باليوم» is a day.
  if (/[بك]/.test(scene.text[start - 1] ?? "") && word === "اليوم") return false;
  return (
    !NOT_TODAY_BEFORE.has(before) && !NOT_TODAY_BEFORE.has(before.replace(/^[وفبل]/, "")) && !NOT_TODAY_AFTER.has(after)
  );
}

function isTomorrow(scene: Scene, [, end]: At): boolean {
  const after = scene.text.slice(end, end + 1);
  return after === "" || /[.،,؛:!؟)\n]/.test(after) || tenseAround(scene, [end, end]) === "future";
}
