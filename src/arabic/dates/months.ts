import { PHASES } from "../lexicon/time-words.ts";
import { LIBYAN_STARTS, MONTH, MONTH_STARTS, monthOf, PHASE, S, TAIL } from "./fragments.ts";
import { monthBeside, nearestYear } from "./lean.ts";
import { type At, FRIDAY, type Groups, type Outcome, type Pattern, REFUSED, type Scene, yearMonth } from "./pattern.ts";
import { standsAlone, wordBefore } from "./surroundings.ts";
import { yearOfTail } from "./whole-day.ts";

/** Words that show a month's name to be one: «في مارس», not «مارس الرياضة». */
const BEFORE_A_MONTH = /^[وفبل]?(?:في|خلال|بحلول|منذ|حتي|شهر)$/;

/** Months of the Gregorian calendar, with a year or told from the reference. */
export const MONTHS_FOUND: readonly Pattern[] = [
  {
    rule: "month-year",
    starts: [...MONTH_STARTS, ...LIBYAN_STARTS, ...PHASES, "شهر"],
    expression: `(?:${PHASE})?(?:(?<noun>شهر)${S})?${MONTH}${TAIL}`,
    read: readMonth,
    examples: [
      ["ديسمبر 2021", "2021-12"],
      ["كانون الأول/ديسمبر من عام 2021", "2021-12"],
      ["مطلع ديسمبر", "2010-12~", FRIDAY],
      ["في مايو الماضي", "2010-05", FRIDAY],
      ["شهر مارس المقبل", "2011-03", FRIDAY],
      ["منتصف آذار 2011", "2011-03~"],
    ],
    counterexamples: [
      ["مارس الرياضة", FRIDAY],
      ["مارس/شباط 2021"],
      ["ديسمبر", FRIDAY],
      ["سيارة نيسان 2021"],
      ["مايو 1436هـ"],
      ["في أب", FRIDAY],
    ],
  },
];

function readMonth(g: Groups, scene: Scene, at: At): Outcome {
  const month = monthOf(g);
  const year = yearOfTail(g, scene);
  const before = wordBefore(scene, at[0]) ?? "";
  if (month === undefined || year === undefined) return REFUSED;
  // «أب» is a father; the month is written with another letter. «نيسان» is also a make of cars.
  if (g.month === "اب" && scene.written(scene.text.indexOf("اب", at[0])) === "أ") return undefined;
  if (g.month === "نيسان" && (g.again ?? g.also) === undefined && /^(?:ال)?(?:سيار|شرك|طراز|موديل|مركب)/.test(before))
    return undefined;
  const isNamed =
    g.phase !== undefined || g.noun !== undefined || (g.again ?? g.also) !== undefined || BEFORE_A_MONTH.test(before);
  // «تيريزا ماي 2018»: two names of months are names of people.
  if (/^(?:ماي|جوان)$/.test(g.month as string) && !isNamed && !standsAlone(scene, at)) return undefined;
  const qualifier = g.phase === undefined ? "" : "~";
  if (year !== "none")
    return {
      edtf: `${yearMonth(year, month)}${qualifier}`,
      absolute: g.relativeYear === undefined,
      ...(g.relativeYear ? { rule: "month" } : {}),
    };
  if (scene.reference === undefined) return undefined;
  if (g.adjective !== undefined) {
    const named = monthBeside(month, g.adjective, scene.reference);
    return named === undefined
      ? REFUSED
      : { edtf: `${yearMonth(...named)}${qualifier}`, absolute: false, rule: "month" };
  }
  if (!isNamed) return undefined;
  const nearest = nearestYear(month, scene, at);
  return nearest === undefined
    ? REFUSED
    : { edtf: `${yearMonth(nearest, month)}${qualifier}`, absolute: false, rule: "month" };
}
