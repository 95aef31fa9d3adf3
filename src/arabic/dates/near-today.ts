import { addDays, type Day, weekdayOf, weekdayOnOrAfter, weekdayOnOrBefore } from "../calendars.ts";
import { DAY_PARTS, NOT_TODAY_AFTER, NOT_TODAY_BEFORE, PHASES } from "../lexicon/time-words.ts";
import { ADJECTIVE, AL, any, END, O, PHASE, S, WEEKDAY, weekdayOfName } from "./fragments.ts";
import { nearMonth } from "./lean.ts";
import {
  type At,
  FRIDAY,
  type Groups,
  leaning,
  type Outcome,
  type Pattern,
  REFUSED,
  type Scene,
  yearMonth,
} from "./pattern.ts";
import { standsAlone, tenseAround, wordAfter, wordBefore } from "./surroundings.ts";

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
    starts: ["امس", "يوم", "اول", "قبل", "اليوم", "البارحه", "امبارح", ...DAY_PARTS],
    expression: `${PART}?(?:${YESTERDAY}${S}(?:الاول|الاولي|اول)${END}|(?:اول|قبل)${S}(?:(?:من|يوم)${S})?${YESTERDAY}|${WHO}قبل${S}(?:يوم${S})?${YESTERDAY})${NAMED}`,
    read: (g, scene) => shifted(-2, g, scene),
    examples: [
      ["أول أمس", "2010-12-15", FRIDAY],
      ["أمس الأول الأربعاء", "2010-12-15", FRIDAY],
      ["قبل يوم أمس", "2010-12-15", FRIDAY],
      ["يوم أمس الأول", "2010-12-15", FRIDAY],
      ["اليوم اللي قبل امبارح", "2010-12-15", FRIDAY],
      ["قبل البارحة", "2010-12-15", FRIDAY],
    ],
    counterexamples: [["أول أمس"], ["أمس", FRIDAY]],
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
      ["أعلن أمس", "2010-12-16", FRIDAY],
      ["مساء أمس (الخميس)", "2010-12-16", FRIDAY],
      ["بالأمس", "2010-12-16", FRIDAY],
      ["امبارح", "2010-12-16", FRIDAY],
    ],
    counterexamples: [["هم بأمس الحاجة", FRIDAY], ["ذكريات الأمس", FRIDAY], ["أمس"]],
  },
  {
    rule: "day-after-tomorrow",
    starts: ["بعد", "اليوم"],
    expression: `(?:${WHO})?بعد${S}${TOMORROW}${NAMED}`,
    read: (g, scene) => shifted(2, g, scene),
    examples: [
      ["بعد غد", "2010-12-19", FRIDAY],
      ["اليوم الذي بعد الغد", "2010-12-19", FRIDAY],
      ["بعد غد الأحد", "2010-12-19", FRIDAY],
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
      ["يوم غد", "2010-12-18", FRIDAY],
      ["سيسافر غدا", "2010-12-18", FRIDAY],
      ["بكرا", "2010-12-18", FRIDAY],
      ["غدا السبت", "2010-12-18", FRIDAY],
      ["مساء غد", "2010-12-18", FRIDAY],
      ["غدا مساء", "2010-12-18", FRIDAY],
    ],
    counterexamples: [["غدا الأمر واضحا", FRIDAY], ["صحيفة الغد", FRIDAY], ["لعب بكرة القدم", FRIDAY], ["غدا"]],
  },
  {
    rule: "today",
    starts: ["اليوم", "النهارده", "النهارد", "الليله", "هذا"],
    expression: `(?:هذا${S})?(?<word>اليوم|النهارده?|الليله)${END}${NAMED}`,
    read(g, scene, at) {
      // Other patterns may know «اليوم التالي»; none knows «مثل هذا اليوم».
      const isThis = scene.text.startsWith("هذا", at[0]);
      if (g.weekday === undefined && !isToday(g.word as string, scene, at)) return isThis ? REFUSED : undefined;
      return shifted(0, g, scene);
    },
    examples: [
      ["أعلن اليوم", "2010-12-17", FRIDAY],
      ["اليوم (الجمعة)", "2010-12-17", FRIDAY],
      ["هذا اليوم", "2010-12-17", FRIDAY],
    ],
    counterexamples: [
      ["في ذلك اليوم", FRIDAY],
      ["في مثل هذا اليوم", FRIDAY],
      ["اليوم العالمي للمرأة", FRIDAY],
      ["نقلت روسيا اليوم", FRIDAY],
      ["صحيفة المصري اليوم", FRIDAY],
      ["الليلة الماضية", FRIDAY],
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
        (isNext &&
          tenseAround(scene, at) === "future" &&
          !/\d/.test(scene.text.slice(Math.max(0, at[0] - 200), at[0])));
      return isDeictic ? shifted(isNext ? 1 : -1, {}, scene) : REFUSED;
    },
    examples: [
      ["سيغادر في اليوم التالي", "2019-03-21", "2019-03-20"],
      ["اليوم السابق", "2019-03-19", "2019-03-20"],
    ],
    counterexamples: [
      ["وصل في 5 مايو 2021 وغادر في اليوم التالي", FRIDAY],
      ["وفي اليوم التالي اندلعت", FRIDAY],
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
      ["الشهر الماضي", "2010-11", FRIDAY],
      ["مطلع الشهر الجاري", "2010-12~", FRIDAY],
      ["خلال هذا الشهر", "2010-12", FRIDAY],
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
  const named = days > 0 ? weekdayOnOrAfter(weekday, reference) : weekdayOnOrBefore(weekday, reference);
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

/** «غدا مساء», «غدا في الصباح»: the part of the day shows that a day is meant. */
const PART_AFTER = new RegExp(`^${S}(?:(?:في|عند)${S}ال)?(?:${DAY_PARTS.join("|")})ا?${END}`, "u");

function isTomorrow(scene: Scene, [, end]: At): boolean {
  const after = scene.text.slice(end, end + 1);
  return (
    after === "" ||
    /[.،,؛:!؟)\n]/.test(after) ||
    PART_AFTER.test(scene.text.slice(end, end + 16)) ||
    tenseAround(scene, [end, end]) === "future"
  );
}
