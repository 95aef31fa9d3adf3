import { makeDay, numbersOf } from "../calendars.ts";
import {
  AL,
  any,
  DAY,
  DAY_STARTS,
  DAY_WORDS,
  dayOf,
  LINK,
  MONTH,
  MONTH_STARTS,
  MONTH_WORDS,
  monthOf,
  NUMBER_END,
  numberOfMonth,
  O,
  S,
  TAIL,
  WEEKDAY,
} from "./fragments.ts";
import { DIGITS, FOUR_DIGITS, type Outcome, type Pattern, REFUSED, whole, yearMonth } from "./pattern.ts";
import { isPlainYear, readDay, yearOfTail } from "./whole-day.ts";

const TO = `(?:${O}[-–—]${O}|${S}(?:و?(?:الي|حتي|لغايه)|ل)${O})`;
const INTRO = `(?:(?:من|بين|ما${S}بين|مابين)${S}(?:يومي${S}|يوم${S})?)`;
const FROM = `(?<from>\\d{1,2}(?!\\d)|${DAY_WORDS})`;
const START_MONTH = any(MONTH_WORDS);
/** «الأحد» in front of a day of the range: passed over. */
const NAMED = `(?:${WEEKDAY}${S})?`;
const YEAR = `(?:${AL})?(?:عام|سنه)`;

/** From one date to another: an EDTF interval. */
export const RANGES: readonly Pattern[] = [
  {
    rule: "day-range",
    starts: [DIGITS, ...DAY_STARTS, "من", "بين", "ما", "مابين"],
    behindNumber: ["to"],
    expression: `(?:(?:من${S}(?:يوم${S})?${NAMED})?${FROM}${TO}|${INTRO}(?<between>\\d{1,2}(?!\\d)|${DAY_WORDS})${O}(?:و|${TO})${O})(?:يوم${S})?${NAMED}(?:ال)?${DAY}${LINK}${MONTH}${TAIL}`,
    read(g, scene, at) {
      const end = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      const from = dayOf(g.from ?? g.between);
      return interval(end, from === undefined ? undefined : { day: from });
    },
    examples: [
      ["من 3 إلى 5 مايو 2021", "2021-05-03/2021-05-05"],
      ["بين 3 و5 مايو 2021", "2021-05-03/2021-05-05"],
      ["3-5 مايو 2021", "2021-05-03/2021-05-05"],
      ["من 8 لـ18 أبريل الجاري", "2019-04-08/2019-04-18", "2019-04-20"],
    ],
    counterexamples: [["من 5 إلى 3 مايو 2021"], ["من 3 إلى 31 أبريل 2021"], ["من 3 إلى 5 لاعبين"]],
  },
  {
    rule: "day-range",
    starts: [DIGITS, ...DAY_STARTS, "من", "بين", "ما", "مابين"],
    behindNumber: ["month", "link"],
    expression: `(?<intro>${INTRO}${NAMED})?${FROM}${LINK}(?<fromMonth>${START_MONTH})(?:${O}[/(]${O}${START_MONTH}(?:${O}\\))?)?(?:${O}[,،]?${O}(?:عام${S}|من${S}عام${S})?(?<fromYear>\\d{4})(?!\\d)(?:${O}م(?![\\u0621-\\u064a]))?)?(?:${TO}|(?<and>${S}و${O}))(?:يوم${S})?${NAMED}${DAY}${LINK}${MONTH}${TAIL}`,
    read(g, scene, at) {
      if (g.and !== undefined && !/بين/.test(g.intro ?? "")) return undefined;
      if (g.and === undefined && g.intro === undefined && g.fromYear !== undefined) return undefined;
      const end = readDay(dayOf(g.day), monthOf(g), g, scene, at);
      const [day, month] = [dayOf(g.from), numberOfMonth(g.fromMonth)];
      if (day === undefined || month === undefined) return REFUSED;
      return interval(end, { day, month, ...(g.fromYear === undefined ? {} : { year: Number(g.fromYear) }) });
    },
    examples: [
      ["من 3 مايو إلى 5 يونيو 2021", "2021-05-03/2021-06-05"],
      ["بين يومي 4 مايو و7 يونيو 2012", "2012-05-04/2012-06-07"],
      ["من 20 ديسمبر إلى 5 يناير 2022", "2021-12-20/2022-01-05"],
      ["من الأحد 15 مايو إلى الخميس 19 مايو 2022", "2022-05-15/2022-05-19"],
    ],
    counterexamples: [["3 مايو 2021 - 31 أبريل 2021"], ["من 5 مايو 2021 إلى 3 مايو 2021"]],
  },
  {
    rule: "month-range",
    starts: ["من", "بين", ...MONTH_STARTS],
    expression: `(?:(?:من|بين)${S})?(?:شهر(?:ي)?${S})?(?<fromMonth>${START_MONTH})(?:${TO}|(?<and>${S}و${O}))${MONTH}${TAIL}`,
    read(g, scene, at) {
      const [from, to, year] = [numberOfMonth(g.fromMonth), monthOf(g), yearOfTail(g, scene)];
      const isOpened = /^(?:من|بين)/.test(scene.text.slice(at[0], at[0] + 3));
      // «مايو - أيار» is one month by two names.
      if (from === to || (g.and !== undefined && !isOpened)) return undefined;
      if (from === undefined || to === undefined || typeof year !== "number") return REFUSED;
      return {
        edtf: `${yearMonth(from < to ? year : year - 1, from)}/${yearMonth(year, to)}`,
        absolute: g.relativeYear === undefined,
      };
    },
    examples: [
      ["من مايو إلى يوليو 2021", "2021-05/2021-07"],
      ["بين نوفمبر وفبراير 2021", "2020-11/2021-02"],
    ],
    counterexamples: [["مايو - أيار 2021"], ["كانون الثاني/ديسمبر 2021"]],
  },
  {
    rule: "year-range",
    starts: ["من", "بين", "موسم", "الموسم", "العام", "عام", "السنه", "سنه", "الفتره"],
    expression: `(?:(?:(?:من|بين)${S}(?:${YEAR}${S})?|الفتره${S}(?:من${S})?)(?<from>\\d{4})(?!\\d)${O}م?(?:${TO}|${O}و${O})(?:${YEAR}${S})?|(?:(?:ا?ل)?موسم|${YEAR}(?:${S}ال(?:دراسي|جامعي|مالي)ه?)?)${S}(?<season>\\d{4})${O}[/–-]${O})(?<to>\\d{2}|\\d{4})${NUMBER_END}`,
    read(g) {
      const from = Number(g.from ?? g.season);
      const to = g.to?.length === 2 ? Math.floor(from / 100) * 100 + Number(g.to) : Number(g.to);
      if (g.from !== undefined && g.to?.length !== 4) return undefined;
      if (!isPlainYear(from) || !isPlainYear(to) || from >= to || (g.season !== undefined && to !== from + 1))
        return REFUSED;
      return whole(`${from}/${to}`);
    },
    examples: [
      ["من 2010 إلى 2015", "2010/2015"],
      ["من عام 2010 حتى عام 2015", "2010/2015"],
      ["موسم 2008-2009", "2008/2009"],
      ["العام الدراسي 2020/2021", "2020/2021"],
      ["السنة الدراسية 2020-2021", "2020/2021"],
    ],
    counterexamples: [["من 2015 إلى 2010"], ["من 1500 إلى 2000"]],
  },
  {
    rule: "year-range",
    starts: [FOUR_DIGITS],
    expression: `(?<from>\\d{4})${O}[–-]${O}(?<to>\\d{4})(?=${O}م?${O}\\))`,
    read(g, scene, at) {
      const [from, to] = [Number(g.from), Number(g.to)];
      // In brackets: the years of a life, a reign, a war.
      if (scene.text[at[0] - 1] !== "(") return undefined;
      return isPlainYear(from) && isPlainYear(to) && from < to ? whole(`${from}/${to}`) : REFUSED;
    },
    examples: [["الحرب العالمية الثانية (1939-1945)", "1939/1945"]],
    counterexamples: [["1939-1945"], ["(2000-1500)"], ["هاتف (2020-2021-5)"]],
  },
];

interface Start {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}

/** The interval that ends on the day read; its start takes over what it does not name, a year earlier when it would not be before. */
function interval(end: Outcome, start: Start | undefined): Outcome {
  if (
    end === undefined ||
    end === REFUSED ||
    start === undefined ||
    !("edtf" in end) ||
    end.tentative ||
    end.contradiction
  )
    return REFUSED;
  const [year, month] = numbersOf(end.edtf);
  const fromMonth = start.month ?? month;
  const fromYear = start.year ?? (fromMonth > month ? year - 1 : year);
  const from = makeDay(fromYear, fromMonth, start.day);
  return from === undefined || from >= end.edtf
    ? REFUSED
    : { edtf: `${from}/${end.edtf}`, absolute: end.absolute, rule: "day-range" };
}
