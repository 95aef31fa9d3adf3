import { any, MONTH, MONTH_STARTS, MONTH_WORDS, monthOf, numberOfMonth, O, S, TAIL } from "./fragments.ts";
import { monthBeside } from "./lean.ts";
import { FRIDAY, type Groups, type Pattern, type Reading, type Scene, yearMonth } from "./pattern.ts";
import { yearOfTail } from "./whole-day.ts";

const ONE = any(MONTH_WORDS);
/** A month of the list but the last, its other name beside it or not. */
const LISTED = `${ONE}(?:${O}[/(]${O}${ONE}(?:${O}\\))?)?`;
const BETWEEN = `(?:${O}[،,]${O}و?${O}|${S}و${O})`;
const LISTED_MONTHS = new RegExp(LISTED, "gu");

/** «شهري مايو ويونيو 2016»: the year, or the adjective of the dual, is said once for all of them. */
export const MONTH_LISTS: readonly Pattern[] = [
  {
    rule: "month-list",
    starts: [...MONTH_STARTS, "شهري", "شهرا", "شهور", "اشهر", "الاشهر"],
    expression: `(?<noun>(?:شهري|شهرا|شهور|(?:ال)?اشهر)${S})?(?<list>(?:${LISTED}${BETWEEN}){1,5})(?:${MONTH}${TAIL})(?:${S}(?<shared>ال(?:ماضي|منصرم|فايت|مقبل|قادم|جاري|حالي)(?:ين|ان|ه))(?![\\u0621-\\u064a]))?`,
    read(g, scene, at) {
      // «مارس، أبريل 2016» may be a place for each: without «و» the noun must say that they are months of one year.
      if (g.noun === undefined && !/و$/.test((g.list as string).trimEnd())) return undefined;
      const listed = [...(g.list as string).matchAll(LISTED_MONTHS)];
      const months = [...listed.map(([name]) => numberOfMonth(name.split(/[/(]/)[0])), monthOf(g)];
      const named = months.every((month) => month !== undefined) ? yearsOf(months, g, scene) : undefined;
      if (named === undefined) return undefined;
      const start = at[0] + (g.noun ?? "").length;
      const lastStart = start + (g.list as string).length;
      const absolute = g.shared === undefined && g.relativeYear === undefined;
      return named.map((value, i): Reading => {
        const match = listed[i];
        const from = match === undefined ? lastStart : start + match.index;
        return {
          edtf: yearMonth(...value),
          absolute,
          at: [from, match === undefined ? at[1] : from + match[0].length],
        };
      });
    },
    examples: [
      ["شهري مايو ويونيو 2016", "2016-05 2016-06"],
      ["في تموز/يوليو وآب/أغسطس 2016", "2016-07 2016-08"],
      ["أشهر مايو ويونيو ويوليو من عام 2016", "2016-05 2016-06 2016-07"],
      ["شهري ديسمبر ويناير 2017", "2016-12 2017-01"],
      ["شهري أكتوبر ونوفمبر الماضيين", "2010-10 2010-11", FRIDAY],
    ],
    counterexamples: [
      ["بين مايو ويونيو 2016"],
      ["في أكتوبر ومارس 2017"],
      ["شهري مايو ويونيو", FRIDAY],
      ["شهري أكتوبر ونوفمبر الماضيين"],
    ],
  },
];

/** Year and month of each, or undefined when one is not told. Months run on within a year, or from December to January. */
function yearsOf(months: readonly number[], g: Groups, scene: Scene): (readonly [number, number])[] | undefined {
  if (g.shared !== undefined) {
    const { reference } = scene;
    const adjective = g.shared.replace(/(?:ين|ان|ه)$/, "");
    if (reference === undefined) return undefined;
    const named = months.map((month) => monthBeside(month, adjective, reference));
    return named.every((one) => one !== undefined) ? named : undefined;
  }
  const last = yearOfTail(g, scene);
  if (typeof last !== "number" || g.adjective !== undefined) return undefined;
  let year = last;
  const named: [number, number][] = [];
  for (const [i, month] of [...months.entries()].reverse()) {
    const after = months[i + 1];
    if (after !== undefined && month >= after) {
      if (month !== 12 || after !== 1) return undefined;
      year--;
    }
    named.unshift([year, month]);
  }
  return named;
}
