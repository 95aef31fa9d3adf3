import { addDays, type Day, weekdayOf, weekdayOnOrAfter, weekdayOnOrBefore } from "../calendars.ts";
import { ADJECTIVE, S, stepOf, WEEKDAY, weekdayOfName } from "./fragments.ts";
import { FRIDAY, leaning, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { tenseAround, wordBefore, wordsBefore } from "./surroundings.ts";
import { besideReference } from "./weekday.ts";

const DUAL = "ال(?:ماضي|منصرم|مقبل|قادم)ين";

/** From one weekday to another: told where an adjective or the tense says which week, and today is not between them. */
export const WEEKDAY_RANGES: readonly Pattern[] = [
  {
    rule: "weekday-range",
    starts: ["من", "بين", "ما", "مابين"],
    expression: `(?:من|(?<between>بين|ما${S}بين|مابين))${S}(?:يومي?${S})?(?<from>${WEEKDAY})(?:${S}(?<fromAdjective>${ADJECTIVE}))?${S}(?:و?(?:الي|حتي|لغايه)${S}|(?<and>و)|ل)(?:يوم${S})?(?<to>${WEEKDAY})(?:${S}(?<toAdjective>${DUAL}|${ADJECTIVE}))?(?!${S}(?:\\d|الموافق))`,
    read(g, scene, at) {
      if (g.and !== undefined && g.between === undefined) return undefined;
      if (scene.reference === undefined) return REFUSED;
      const [from, to] = [weekdayOfName(g.from as string), weekdayOfName(g.to as string)];
      const range = daysFrom(from, to, stepIn(g.fromAdjective), stepIn(g.toAdjective), scene.reference, () =>
        tenseOf(scene, at[0], at[1]),
      );
      return leaning(range && range[0] < range[1] ? `${range[0]}/${range[1]}` : undefined);
    },
    examples: [
      ["عقد المعرض من الأحد إلى الثلاثاء الماضيين", "2010-12-12/2010-12-14", FRIDAY],
      ["من السبت الماضي إلى الاثنين الماضي", "2010-12-11/2010-12-13", FRIDAY],
      ["يقام من الأحد المقبل إلى الخميس", "2010-12-19/2010-12-23", FRIDAY],
      ["سيعقد المؤتمر بين السبت والاثنين", "2010-12-18/2010-12-20", FRIDAY],
      ["اجتمع الوزراء من الاثنين حتى الأربعاء", "2010-12-13/2010-12-15", FRIDAY],
    ],
    counterexamples: [
      ["من الأحد إلى الثلاثاء", FRIDAY],
      ["بين السبت والاثنين", FRIDAY],
      ["كانت المحال تفتح من الأحد إلى الخميس", FRIDAY],
      ["اجتمع الوزراء من الخميس حتى السبت", FRIDAY],
      ["اجتمع الوزراء من الاثنين حتى الأربعاء"],
      ["من كل أحد إلى الثلاثاء", FRIDAY],
    ],
  },
];

/** -1 «الماضي», 1 «المقبلين», NaN for an adjective that tells no week by itself. */
const stepIn = (adjective: string | undefined): number | undefined =>
  adjective === undefined ? undefined : (stepOf(adjective.replace(/ين$/, "")) ?? Number.NaN);

function daysFrom(
  from: number,
  to: number,
  fromStep: number | undefined,
  toStep: number | undefined,
  reference: Day,
  tense: () => "past" | "future" | undefined,
): [from: Day, to: Day] | undefined {
  const after = (day: Day): [Day, Day] => [day, weekdayOnOrAfter(to, addDays(day, 1))];
  const before = (day: Day): [Day, Day] => [weekdayOnOrBefore(from, addDays(day, -1)), day];
  // «الجاري», «التالي»: not told by the weekday.
  if ([fromStep, toStep].some((step) => step === 0 || Number.isNaN(step))) return undefined;
  if (fromStep !== undefined && toStep !== undefined)
    return [besideReference(from, fromStep, reference), besideReference(to, toStep, reference)];
  if (fromStep !== undefined) return after(besideReference(from, fromStep, reference));
  if (toStep !== undefined) return before(besideReference(to, toStep, reference));
  // From Thursday to Saturday, said on a Friday: this one, or the last?
  const isAround = (weekdayOf(reference) - from + 7) % 7 <= (to - from + 7) % 7;
  const told = isAround ? undefined : tense();
  if (told === "past") return before(weekdayOnOrBefore(to, reference));
  return told === "future" ? after(weekdayOnOrAfter(from, reference)) : undefined;
}

/** «كانت تفتح من الأحد إلى الخميس», «يعمل من …»: a habit is of no week. */
function tenseOf(scene: Scene, start: number, end: number): "past" | "future" | undefined {
  const tense = tenseAround(scene, [start, end]);
  if (tense !== "past") return tense;
  const isHabit =
    /^و?[يت]\p{L}{3,}$/u.test(wordBefore(scene, start) ?? "") ||
    wordsBefore(scene, start).some(({ word }) => /^[وف]?كان/.test(word));
  return isHabit ? undefined : tense;
}
