import { addDays, addMonths, type Day, numbersOf } from "../calendars.ts";
import { NOT_TODAY_AFTER } from "../lexicon/time-words.ts";
import { CARDINAL_WORDS, END, HIJRI_WORDS, MONTH_WORDS, NUMBER_END, numberOf, O, S } from "./fragments.ts";
import { type At, FRIDAY, type Groups, type Pattern, REFUSED, type Reading, type Scene } from "./pattern.ts";
import { standsAlone, tenseAround, wordAfter, wordBefore } from "./surroundings.ts";
import { isPlainYear } from "./whole-day.ts";

/** Spellings of the units: singular, dual, plural. */
const UNITS = {
  day: { one: ["يوم", "يوما"], two: ["يومين", "يومان"], many: ["ايام"] },
  week: { one: ["اسبوع", "اسبوعا"], two: ["اسبوعين", "اسبوعان"], many: ["اسابيع"] },
  month: { one: ["شهر", "شهرا"], two: ["شهرين", "شهران"], many: ["اشهر", "شهور"] },
  year: { one: ["سنه", "عام", "عاما"], two: ["سنتين", "سنتان", "عامين", "عامان"], many: ["سنوات", "سنين", "اعوام"] },
} as const;
type Unit = keyof typeof UNITS;

interface Name {
  readonly unit: Unit;
  /** The number the form itself tells. */
  readonly count?: number;
  readonly plural?: true;
}

const NAMES = new Map<string, Name>();
for (const [unit, { one, two, many }] of Object.entries(UNITS) as [Unit, (typeof UNITS)[Unit]][]) {
  for (const name of one) NAMES.set(name, { unit });
  for (const name of two) NAMES.set(name, { unit, count: 2 });
  for (const name of many) NAMES.set(name, { unit, plural: true });
}
const MONTH_STARTS: ReadonlySet<string> = new Set(
  [...MONTH_WORDS, ...HIJRI_WORDS].map((name) => name.split(" ")[0] as string),
);
const NAME = `(?:${[...NAMES.keys()].sort((a, b) => b.length - a.length).join("|")})${END}`;
const FEW = `بضعه?${END}`;
const AMOUNT = `(?:(?:\\d{1,3}${NUMBER_END}|${CARDINAL_WORDS}|${FEW})${S})?${NAME}(?:${S}(?:واحده?|اثنين|اثنتين)${END})?`;
const ABOUT = `(?:(?<about>نحو|حوالي|قرابه|زهاء|ما${S}يقارب)${S})?`;
const AMOUNTS = `(?<amounts>${AMOUNT}(?:${O}(?:[,،]${O}و?|${S}و)${O}${AMOUNT}){0,3})`;
/** «من الآن»، «من الغد»: counted from a day near the reference, and exactly. */
const FROM_NOW = `(?:${S}من${S}(?<from>الان|اليوم|تاريخ${S}اليوم|(?:يوم${S})?(?:ال)?(?:غد|امس)|البارحه)${END}|${S}(?<gone>مضت|مضي|مضيا|مضوا|خلت|خلون)${END})`;
const daysFromToday = (words: string) => (/غد$/.test(words) ? 1 : /امس$|البارحه$/.test(words) ? -1 : 0);
/** What shows that it is counted from something else («قبل يومين من الحادث») or that more follows («وربع», «ونصف»). */
const FROM_ELSEWHERE = `(?!${S}\\d|${S}و(?:نصف|ربع|ثلث)${END}|${S}(?:من|علي|عن)${S})`;

/** «منذ 3 أيام», «بعد أسبوعين من الآن». */
export const DURATIONS: readonly Pattern[] = [
  {
    rule: "time-ago",
    starts: ["منذ", "قبل"],
    expression: `(?:منذ|قبل)${S}${ABOUT}${AMOUNTS}(?:${FROM_NOW}|${FROM_ELSEWHERE})`,
    read: (g, scene, at) => counted(-1, g, scene, at),
    examples: [
      ["منذ يومين", "2019-03-18", "2019-03-20"],
      ["منذ 18 يوما", "2019-03-02", "2019-03-20"],
      ["قبل ثلاثة أشهر", "2010-09-17~", FRIDAY],
      ["منذ 2 شهر, 9 أيام من الآن", "2019-01-11", "2019-03-20"],
      ["قبل عامين", "2008-12-17~", FRIDAY],
      ["قبل نحو شهرين", "2010-10-17~", FRIDAY],
      ["منذ حوالي عشرة أيام", "2010-12-07~", FRIDAY],
      ["قبل بضعة أيام", "2010-12-14~", FRIDAY],
      ["منذ بضع سنوات", "2007~", FRIDAY],
      ["منذ يوم", "2010-12-16", FRIDAY],
    ],
    counterexamples: [
      ["منذ عام 2011", FRIDAY],
      ["قبل يوم الأربعاء المقبل", FRIDAY],
      ["قبل يومين من الانتخابات", FRIDAY],
      ["منذ أيام", FRIDAY],
      ["منذ سنتين ونصف", FRIDAY],
      ["قبل بضعة أيام من الانتخابات", FRIDAY],
      ["قبل عدة أيام", FRIDAY],
      ["منذ شهر رمضان", FRIDAY],
      ["منذ يومين"],
      ["قبل يوم", FRIDAY],
      ["قبل أسبوع من اليوم العالمي للمرأة", FRIDAY],
      ["سيطلق خلال شهر من الآن", FRIDAY],
    ],
  },
  {
    rule: "time-ahead",
    starts: ["بعد", "في"],
    expression: `(?<after>بعد|في)${S}${ABOUT}${AMOUNTS}(?:${FROM_NOW}|${FROM_ELSEWHERE})`,
    read(g, scene, at) {
      // «بعد يومين أعلن…» counts from what was told before; «في 10 أيام» may be how long it took.
      const outcome = counted(1, g, scene, at);
      const isSure = g.from !== undefined || standsAlone(scene, at) || tenseAround(scene, at) === "future";
      return outcome === undefined || isSure ? outcome : REFUSED;
    },
    examples: [
      ["بعد ثلاثة أسابيع من الآن", "2019-04-10", "2019-03-20"],
      ["حدد موعد اللقاء في 12 يوما", "2019-04-01", "2019-03-20"],
      ["سيعود بعد 3 أيام", "2010-12-20", FRIDAY],
      ["بعد يومين من الغد", "2010-12-20", FRIDAY],
    ],
    counterexamples: [
      ["وبعد يومين أعلن استقالته", FRIDAY],
      ["بني المستشفى في 10 أيام", FRIDAY],
      ["بعد يومين من الحادث", FRIDAY],
    ],
  },
  {
    rule: "time-ago",
    starts: [
      "#",
      ..."سنه عام شهر يوم اسبوع سنتين عامين شهرين يومين اسبوعين سنتان عامان شهران يومان اسبوعان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره".split(
        " ",
      ),
    ],
    expression: `${AMOUNTS}${FROM_NOW}`,
    read(g, scene, at) {
      const tense = g.gone === undefined ? tenseAround(scene, at) : "past";
      if (tense === undefined && !standsAlone(scene, at)) return REFUSED;
      const outcome = counted(tense === "past" ? -1 : 1, g, scene, at);
      return tense !== "past" && typeof outcome === "object" ? { ...outcome, rule: "time-ahead" } : outcome;
    },
    examples: [
      ["وصلت 3 سنوات و2 شهر و5 أيام من الآن", "2016-01-15", "2019-03-20"],
      ["3 أيام مضت", "2010-12-14", FRIDAY],
      ["أسبوعان مضيا", "2010-12-03~", FRIDAY],
    ],
    counterexamples: [["مهلة 3 أيام من الآن", FRIDAY]],
  },
];

/** Hours that an article's day of writing is told to hold: more may reach into the day before. */
const MOST_HOURS = 6;
const CLOCK_COUNT = `(?:(?<count>\\d{1,2})${NUMBER_END}|(?<countWords>${CARDINAL_WORDS}))${S}`;

/** «منذ 5 دقائق», «الآن»: stamps of pages, which tell the day by the hour. Only alone: in a sentence they count from anything. */
export const MOMENTS: readonly Pattern[] = [
  {
    rule: "moments-ago",
    starts: ["منذ", "قبل", "الان", "حالا"],
    expression: `(?:(?:منذ|قبل)${S}(?:(?:لحظات|ثوان|ثواني|دقايق|(?<hour>ساعه)(?:${S}واحده)?|(?<hours>ساعتين)|دقيقه|دقيقتين)${END}|${CLOCK_COUNT}(?:(?:دقيقه|دقايق|ثانيه|ثوان|ثواني)|(?<manyHours>ساعات|ساعه))${END})(?:${S}مضت${END})?|(?:الان|حالا)${END})`,
    read(g, scene, at) {
      if (!standsAlone(scene, at)) return undefined;
      const count = numberOf(g.count ?? g.countWords) ?? 0;
      if (scene.reference === undefined || (g.manyHours !== undefined && count > MOST_HOURS)) return REFUSED;
      return {
        edtf: `${scene.reference}${/^(?:الان|حالا)/.test(scene.text.slice(at[0])) ? "" : "~"}`,
        absolute: false,
      };
    },
    examples: [
      ["منذ 21 دقيقة", "2010-12-17~", FRIDAY],
      ["قبل خمس دقائق", "2010-12-17~", FRIDAY],
      ["منذ ساعتين", "2010-12-17~", FRIDAY],
      ["الآن", "2010-12-17", FRIDAY],
    ],
    counterexamples: [
      ["منذ 23 ساعة", FRIDAY],
      ["سجل الهدف قبل 5 دقائق من النهاية", FRIDAY],
      ["حتى الآن", FRIDAY],
      ["منذ 5 دقائق"],
    ],
  },
];

const WITHIN = /^[وفبل]?(?:خلال|غضون|مده|لمده|طوال|طيله)$/;
const MOST_YEARS_TO_THE_DAY = 10;

function counted(sign: 1 | -1, g: Groups, scene: Scene, at: At): Reading | typeof REFUSED | undefined {
  const amounts = parseAmounts(g.amounts as string);
  if (amounts === undefined) return REFUSED;
  // «قبل أسبوع من اليوم العالمي»: not from today. «خلال شهر من الآن»: at any time until then.
  if (g.from !== undefined && NOT_TODAY_AFTER.has(wordAfter(scene, at[1]) ?? "")) return REFUSED;
  if (WITHIN.test(wordBefore(scene, at[0]) ?? "")) return REFUSED;
  const from = g.from === undefined ? 0 : daysFromToday(g.from);
  const [first] = amounts;
  // «قبل يوم الأربعاء», «منذ شهر رمضان», «قبل عام الفيل», «قبل يوم»: the noun is no measure.
  if (amounts.length === 1 && first?.bare && g.from === undefined) {
    const after = wordAfter(scene, at[1]) ?? "";
    // «منذ يوم» is the stamp of a page.
    const isStamp = scene.text.startsWith("منذ", at[0]) && standsAlone(scene, at);
    if ((first.unit === "day" && !isStamp) || after.startsWith("ال") || MONTH_STARTS.has(after)) return undefined;
  }
  if (scene.reference === undefined) return REFUSED;
  let day: Day = addDays(scene.reference, from);
  for (const { count, unit } of amounts) {
    if (unit === "day") day = addDays(day, sign * count);
    else if (unit === "week") day = addDays(day, sign * count * 7);
    else day = addMonths(day, sign * count * (unit === "year" ? 12 : 1));
    if (!isPlainYear(numbersOf(day)[0])) return REFUSED;
  }
  const isRough = g.about !== undefined || (g.from === undefined && amounts.some(({ unit }) => unit !== "day"));
  const isFew = amounts.some(({ few }) => few);
  if (!isRough && !isFew) return { edtf: day, absolute: false };
  // «منذ ستين عاما» and «قبل بضع سنوات» tell no month.
  const isLong = amounts.some(({ unit, count, few }) => unit === "year" && (few || count > MOST_YEARS_TO_THE_DAY));
  return {
    edtf: `${isLong ? day.slice(0, 4) : day}~`,
    absolute: false,
    ...(isFew && { confidence: FEW_CONFIDENCE }),
  };
}

interface Amount {
  readonly count: number;
  readonly unit: Unit;
  /** True when no number stands with the noun. */
  readonly bare: boolean;
  /** True when the number is «بضعة». */
  readonly few: boolean;
}

/** «بضعة» is three to nine: counted as three, the number date grammars give it, and never for sure. */
const LEAST_FEW = 3;
const FEW_CONFIDENCE = 0.4;

/** «2 سنة و1 شهر و21 أيام» → its parts, or undefined when one is not told («منذ أيام»). */
function parseAmounts(text: string): Amount[] | undefined {
  const amounts: Amount[] = [];
  let number: string[] = [];
  for (const word of text.split(/[\s,،]+/)) {
    const name = NAMES.get(word) ?? (word.startsWith("و") ? NAMES.get(word.slice(1)) : undefined);
    if (name === undefined) {
      if (/^(?:واحده?|اثنين|اثنتين)$/.test(word) && number.length === 0 && amounts.length > 0) {
        amounts[amounts.length - 1] = { ...(amounts.at(-1) as Amount), bare: false };
      } else
        number.push(number.length === 0 && amounts.length > 0 ? word.replace(/^و(?=\d|[\u0621-\u064a]{3})/, "") : word);
      continue;
    }
    const few = /^بضعه?$/.test(number.join(" "));
    const count =
      name.count ?? (few ? LEAST_FEW : number.length > 0 ? numberOf(number.join(" ")) : name.plural ? undefined : 1);
    if (count === undefined) return undefined;
    amounts.push({ count, unit: name.unit, bare: number.length === 0 && name.count === undefined, few });
    number = [];
  }
  return number.length === 0 ? amounts : undefined;
}
