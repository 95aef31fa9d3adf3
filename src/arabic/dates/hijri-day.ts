import { addDays, type Day } from "../calendars.ts";
import { dayOfHijri, hijriMonthLength, hijriOfDay } from "../hijri.ts";
import { PHASES } from "../lexicon/time-words.ts";
import {
  AL,
  DAY,
  DAY_STARTS,
  dayOf,
  END,
  HIJRI_MONTH,
  HIJRI_WORDS,
  hijriMonthOf,
  isHijriEra,
  LINK,
  numberOf,
  ORDER,
  orderOf,
  PHASE,
  S,
  stepOf,
  TAIL,
  weekdayOfName,
} from "./fragments.ts";
import { nearestOf } from "./lean.ts";
import {
  type At,
  DIGITS,
  FRIDAY,
  type Groups,
  type Outcome,
  type Pattern,
  REFUSED,
  type Reading,
  type Scene,
} from "./pattern.ts";
import { withWeekday } from "./whole-day.ts";

/** Years that a Hijri month or «هـ» is read with. */
export const isHijriYear = (year: number) => year >= 1300 && year <= 1500;

/** Days of a Hijri month whose year is not told. */
const MOST_DAYS = 30;

/** Words that are months only with a day and a year: zero, forbidden, a name. */
const ORDINARY: ReadonlySet<string> = new Set(["صفر", "محرم", "رجب", "شعبان"]);

/** Days and months of the Hijri calendar, read by Umm al-Qura. */
export const HIJRI_DATES: readonly Pattern[] = [
  {
    rule: "hijri-day",
    opening: true,
    starts: [DIGITS, ...DAY_STARTS],
    behindNumber: ["hijri", "link"],
    expression: `${DAY}${LINK}${HIJRI_MONTH}${TAIL}`,
    read: readHijriDay,
    examples: [
      ["14شوال 1441هـ", "2020-06-06"],
      ["9 من ذي القعدة ١٤٤٠هـ", "2019-07-12"],
      ["غرة محرم 1443", "2021-08-09"],
      ["3 ربيع الآخر 1438 للهجرة", "2017-01-01"],
      ["في 10 جمادى الأولى الجاري", "2018-01-27", "2018-02-01"],
    ],
    counterexamples: [["فاز 3 صفر", FRIDAY], ["30 صفر 1437هـ"], ["15 رمضان 2021"], ["10 شوال"]],
  },
  {
    rule: "counted-day",
    starts: [...ORDER.split("|"), "اليوم", "يوم"],
    expression: `(?:(?<order>${ORDER})${S}(?:يوم|ايام)|(?:${AL})?يوم${S}ال(?<last>اخير|اول))${END}${S}(?:(?:من|في)${S})?(?:(?:${AL})?شهر${S})?${HIJRI_MONTH}${TAIL}`,
    read(g, scene, at) {
      const [order, month] = [orderOf(g.order ?? g.last), hijriMonthOf(g.hijriMonth) as number];
      const year = g.adjective === undefined ? numberOf(g.year ?? g.yearWords) : yearBeside(month, g.adjective, scene);
      if (order === undefined || g.relativeYear !== undefined || g.sameYear !== undefined) return REFUSED;
      if (year === undefined) {
        // The last day differs from year to year.
        const value =
          order < 0 || g.adjective !== undefined ? undefined : nearestHijri(month, order, undefined, scene, at);
        return value === undefined
          ? REFUSED
          : { edtf: value, absolute: false, hijri: `XXXX-${two(month)}-${two(order)}` };
      }
      const day = order > 0 ? order : hijriMonthLength(year, month);
      const reading = isHijriYear(year) && day !== undefined ? hijriReading(year, month, day) : undefined;
      return reading === undefined ? REFUSED : { ...reading, absolute: g.adjective === undefined };
    },
    examples: [
      ["أول أيام شهر رمضان 1440", "2019-05-06"],
      ["آخر يوم من شعبان 1440هـ", "2019-05-05"],
      ["أول أيام رمضان المقبل", "2018-05-16", "2018-02-01"],
    ],
    counterexamples: [["آخر أيام رمضان", FRIDAY], ["أول أيام رمضان"], ["أول أيام رمضان 2021"]],
  },
  {
    rule: "hijri-month",
    starts: [...HIJRI_WORDS.map((name) => name.split(" ")[0] as string), ...PHASES, "شهر"],
    expression: `(?:${PHASE})?(?:شهر${S})?${HIJRI_MONTH}${TAIL}`,
    read(g, scene) {
      const month = hijriMonthOf(g.hijriMonth) as number;
      const year = g.adjective === undefined ? numberOf(g.year ?? g.yearWords) : yearBeside(month, g.adjective, scene);
      if (year === undefined || !isHijriYear(year)) return undefined;
      const [start, length] = [dayOfHijri({ year, month, day: 1 }), hijriMonthLength(year, month)];
      if (start === undefined || length === undefined || !start.exact) return REFUSED;
      const edtf =
        g.phase === undefined
          ? `${start.day}/${addDays(start.day, length - 1)}`
          : `${addDays(start.day, Math.round(phaseShare(g.phase) * (length - 1)))}~`;
      return g.adjective === undefined
        ? { edtf, absolute: true, hijri: `${year}-${two(month)}` }
        : { edtf, absolute: false, hijri: `XXXX-${two(month)}` };
    },
    examples: [
      ["شهر رمضان المبارك 1440هـ", "2019-05-06/2019-06-03"],
      ["شهر رمضان المقبل", "2018-05-16/2018-06-14", "2018-02-01"],
      ["بداية رمضان المقبل", "2018-05-16~", "2018-02-01"],
      ["أواخر شعبان 1440", "2019-05-05~"],
    ],
    counterexamples: [["شهر رمضان", FRIDAY], ["رمضان 2021"], ["صفر 3"]],
  },
];

/** Year of «رمضان الماضي», «شوال المقبل» beside the Hijri day of the reference. */
function yearBeside(month: number, adjective: string, { reference }: Scene): number | undefined {
  const now = reference === undefined ? undefined : hijriOfDay(reference);
  const step = stepOf(adjective);
  if (now === undefined || step === undefined) return undefined;
  if (step === 0) return month === now.month ? now.year : undefined;
  if (step < 0) return now.year + step + (month < now.month ? 1 : 0);
  return now.year + step - (month > now.month ? 1 : 0);
}

/** How far into its month «مطلع», «منتصف», «نهاية» are, 0 to 1. */
const phaseShare = (phase: string) =>
  /^(?:مط|بد|اوا?ي|مست)/.test(phase) ? 0 : /^(?:منتصف|اواسط|وسط)/.test(phase) ? 0.5 : 1;

const two = (number: number) => String(number).padStart(2, "0");

/** A Hijri day as read, by the day it is in the Gregorian calendar. Before Umm al-Qura approximate. */
export function hijriReading(year: number, month: number, day: number, weekday?: number): Reading | undefined {
  const found = dayOfHijri({ year, month, day });
  if (found === undefined) {
    // A month of 29 days by the calendar may have had 30 by the moon, which only a Gregorian date beside it shows.
    const before = day === 30 ? dayOfHijri({ year, month, day: 29 }) : undefined;
    return (
      before && { edtf: addDays(before.day, 1), absolute: true, hijri: `${year}-${two(month)}-30`, tentative: true }
    );
  }
  const reading = {
    edtf: found.exact ? found.day : `${found.day}~`,
    absolute: true,
    hijri: `${year}-${two(month)}-${two(day)}`,
    ...(weekday !== undefined && { weekday }),
  };
  // The moon may have been seen a day before or after the calendar says: a weekday a day off contradicts nothing.
  const isNear = [-1, 0, 1].some(
    (shift) => withWeekday({ edtf: addDays(found.day, shift), absolute: true }, weekday).contradiction === undefined,
  );
  return isNear ? reading : { ...reading, contradiction: "weekday" };
}

function readHijriDay(g: Groups, scene: Scene, at: At): Outcome {
  const [day, month] = [dayOf(g.day), hijriMonthOf(g.hijriMonth)];
  if (day === undefined || month === undefined) return REFUSED;
  const weekday = g.weekday === undefined ? undefined : weekdayOfName(g.weekday);
  if (g.relativeYear !== undefined || g.sameYear !== undefined) return REFUSED;
  const year = numberOf(g.year ?? g.yearWords);
  if (year !== undefined) {
    if (!isHijriYear(year) || (g.era !== undefined && !isHijriEra(g.era))) return REFUSED;
    return hijriReading(year, month, day, weekday) ?? REFUSED;
  }
  // Three months of the printed calendars have a 31st, which only their year tells.
  if (day > MOST_DAYS) return REFUSED;
  const hijri = `XXXX-${two(month)}-${two(day)}`;
  if (ORDINARY.has(g.hijriMonth as string) && g.adjective === undefined && weekday === undefined)
    return { edtf: "", absolute: false, hijri, tentative: true };
  const value = nearestHijri(month, day, g.adjective, scene, at);
  return value === undefined
    ? { edtf: "", absolute: false, hijri, tentative: true }
    : { edtf: value, absolute: false, hijri };
}

/** The nearest occurrence of a Hijri day, when it is within a quarter of a year, or as the adjective or the tense says. */
function nearestHijri(
  month: number,
  day: number,
  adjective: string | undefined,
  scene: Scene,
  at: At,
): Day | undefined {
  const now = scene.reference === undefined ? undefined : hijriOfDay(scene.reference);
  if (now === undefined || scene.reference === undefined) return undefined;
  const reference = scene.reference;
  const candidates = [-1, 0, 1].flatMap((step) => dayOfHijri({ year: now.year + step, month, day })?.day ?? []);
  if (adjective !== undefined) {
    const step = stepOf(adjective);
    if (step === 0) return month === now.month ? dayOfHijri({ year: now.year, month, day })?.day : undefined;
    if (step === -1) return candidates.filter((d) => d <= reference).at(-1);
    return step === 1 ? candidates.find((d) => d > reference) : undefined;
  }
  return nearestOf(candidates, dayOfHijri({ year: now.year, month, day })?.day, scene, at);
}
