import { addDays, type Day, easterSunday, makeDay, nthWeekday } from "../calendars.ts";
import { WORLD_DAYS } from "../lexicon/world-days.ts";
import { AL, S } from "./fragments.ts";

/** A day with a name, on the same date or by the same rule wherever it is kept. */
export interface Feast {
  /** Source of a regular expression in the letters of `fold`. */
  readonly names: string;
  /** The first words of the names, without proclitics. */
  readonly starts: readonly string[];
  /** The day in a year; `region` is the country's ISO 3166-1 code, where it decides. */
  on(year: number, region?: string): Day | undefined;
}

const words = (list: string) => list.split(" ");
const spaced = (name: string) => name.replaceAll(" ", S);
const EVE = "(?:ليله|عشيه)";
const EVE_STARTS = ["ليله", "عشيه"];
const DAY_STARTS = ["يوم", "عيد"];

/** Days after Easter Sunday of the western churches. */
const EASTER: readonly (readonly [names: string, starts: string, days: number])[] = [
  [`اربعاء${S}الرماد`, "اربعاء", -46],
  [`(?:احد|عيد)${S}(?:ال)?شعانين`, "احد عيد", -7],
  [`خميس${S}(?:العهد|الاسرار|الغسل)`, "خميس", -3],
  [`(?:يوم${S})?الجمعه${S}(?:العظيمه|الحزينه)|جمعه${S}الالام`, "الجمعه يوم جمعه", -2],
  [`سبت${S}النور`, "سبت", -1],
  [`(?:عيد${S}|يوم${S}|احد${S})الفصح`, "عيد يوم احد", 0],
  [`اثنين${S}(?:عيد${S})?الفصح`, "اثنين", 1],
  [`(?:عيد|خميس)${S}الصعود`, "عيد خميس", 39],
  [`(?:عيد|احد)${S}العنصره`, "عيد احد", 49],
];

/** «اليوم العالمي للصحة», «يوم الصحة العالمي». */
function worldDay([month, day, ...of]: (typeof WORLD_DAYS)[number]): Feast {
  // Of three lams one is not written: «للغة», «للاجئين».
  const dative = of.map((name) => spaced(`ل${name.replace(/^الل?/, "ل")}`));
  const plain = of.map(spaced);
  return {
    names: `اليوم${S}(?:العالمي|الدولي)${S}(?:${dative.join("|")})|يوم${S}(?:${plain.join("|")})${S}(?:العالمي|الدولي)`,
    starts: ["اليوم", "يوم"],
    on: (year) => makeDay(year, month, day),
  };
}

/** Countries of the Mashriq: Mother's Day is the first of spring there, and another day elsewhere. */
const MASHRIQ = new Set(words("AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE"));

/** Longer names stand before those that they begin with. */
export const FEASTS: readonly Feast[] = [
  ...WORLD_DAYS.map(worldDay),
  {
    names: `${EVE}${S}(?:عيد${S}الميلاد|الميلاد|الكريسماس)`,
    starts: EVE_STARTS,
    on: (year) => makeDay(year, 12, 24),
  },
  {
    names: `(?:يوم${S}|عيد${S})?(?:ال)?(?:كريسماس|كريسمس)|(?:يوم${S})?عيد${S}الميلاد(?:${S}المجيد)?`,
    starts: [...DAY_STARTS, ...words("الكريسماس كريسماس الكريسمس كريسمس")],
    on: (year) => makeDay(year, 12, 25),
  },
  { names: `${EVE}${S}(?:عيد${S})?راس${S}(?:${AL})?سنه`, starts: EVE_STARTS, on: (year) => makeDay(year, 12, 31) },
  {
    names: `(?:(?:يوم|عيد)${S})?راس${S}السنه(?:${S}(?:الميلاديه|الجديده))?|يواندان`,
    starts: [...DAY_STARTS, "راس", "يواندان"],
    on: (year) => makeDay(year, 1, 1),
  },
  {
    names: `(?:عيد|يوم)${S}(?:الحب|العشاق)|(?:عيد${S}|يوم${S})?(?:الفالنتاين|فالنتاين)`,
    starts: [...DAY_STARTS, "الفالنتاين", "فالنتاين"],
    on: (year) => makeDay(year, 2, 14),
  },
  {
    names: `عيد${S}الام(?:هات)?`,
    starts: ["عيد"],
    on: (year, region) => (MASHRIQ.has(region ?? "") ? makeDay(year, 3, 21) : undefined),
  },
  { names: `(?:عيد|يوم)${S}المراه`, starts: DAY_STARTS, on: (year) => makeDay(year, 3, 8) },
  { names: `عيد${S}(?:النوروز|النيروز)`, starts: ["عيد"], on: (year) => makeDay(year, 3, 21) },
  { names: `(?:عيد|يوم)${S}القديس${S}باتريك`, starts: DAY_STARTS, on: (year) => makeDay(year, 3, 17) },
  {
    names: `(?:كذبه|يوم${S}كذبه)${S}(?:ابريل|نيسان|افريل)`,
    starts: ["كذبه", "يوم"],
    on: (year) => makeDay(year, 4, 1),
  },
  { names: `(?:عيد|يوم)${S}(?:العمال|الشغل)(?:${S}العالمي)?`, starts: DAY_STARTS, on: (year) => makeDay(year, 5, 1) },
  {
    names: `(?:(?:عيد|يوم)${S})?(?:ال)?هالو?وين`,
    starts: [...DAY_STARTS, ...words("الهالوين هالوين الهالووين هالووين")],
    on: (year) => makeDay(year, 10, 31),
  },
  { names: `(?:عيد|يوم)${S}جميع${S}القديسين`, starts: DAY_STARTS, on: (year) => makeDay(year, 11, 1) },
  { names: `(?:عيد|يوم)${S}الشكر`, starts: DAY_STARTS, on: (year) => nthWeekday(year, 11, 4, 4) },
  ...EASTER.map(([names, starts, days]) => ({
    names,
    starts: words(starts),
    on: (year: number) => addDays(easterSunday(year), days),
  })),
];

/** Three letters, without the article. */
const beginningOf = (word: string) => word.replace(/^ال(?=.)/, "").slice(0, 3);
const BEGINNINGS: ReadonlySet<string> = new Set(
  FEASTS.flatMap(({ names }) => names.match(/[\u0621-\u064a]{2,}/g) ?? []).map(beginningOf),
);

/** Whether a word may go on with the name of a feast of several words: false for most. */
export const mayBeOfFeast = (word: string): boolean => BEGINNINGS.has(beginningOf(word));

/** Words inside names of feasts that always have another of the name behind them: «يوم الجمعة العظيمة». */
export const INSIDE_FEASTS: ReadonlySet<string> = new Set(["الجمعه"]);
/** First words of feasts that are words of other dates, too, and no name by themselves. */
export const FEAST_OPENERS = words("يوم اليوم الجمعه");
