import { addDays, easterSunday, makeDay, nthWeekday, numbersOf } from "../calendars.ts";
import { AL, END, NUMBER_END, O, RELATIVE_YEAR, S } from "./fragments.ts";
import { type At, FRIDAY, type Groups, type Outcome, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { tenseAround } from "./surroundings.ts";
import { isPlainYear, yearOfTail } from "./whole-day.ts";

const EVE = "(?:ليله|عشيه)";
/** Not the feasts of the eastern churches, of the Jews, or a birthday. */
const NOT_ANOTHER = `(?!${S}(?:ال\\d|ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)?${END}|الارثوذكسي|القبطي|الشرقي|اليهودي|عند${S}(?:الاقباط|الارثوذكس|اليهود)|لدي${S}(?:الاقباط|الارثوذكس|اليهود)|الهجري|الصيني|القبطي|الامازيغي|العبري|الايراني|الفارسي|الكردي|الجلالي))`;

interface Holiday {
  readonly names: string;
  /** The day in a year. */
  on(year: number): string | undefined;
}

/** Days that are on the same date, or by the same rule, wherever they are kept. */
const HOLIDAYS: readonly Holiday[] = [
  { names: `${EVE}${S}(?:عيد${S}الميلاد|الميلاد|الكريسماس)`, on: (year) => makeDay(year, 12, 24) },
  {
    names: `(?:يوم${S}|عيد${S})?(?:ال)?(?:كريسماس|كريسمس)|(?:يوم${S})?عيد${S}الميلاد(?:${S}المجيد)?`,
    on: (year) => makeDay(year, 12, 25),
  },
  { names: `${EVE}${S}(?:عيد${S})?راس${S}(?:${AL})?سنه`, on: (year) => makeDay(year, 12, 31) },
  {
    names: `(?:(?:يوم|عيد)${S})?راس${S}السنه(?:${S}(?:الميلاديه|الجديده))?|يواندان`,
    on: (year) => makeDay(year, 1, 1),
  },
  {
    names: `(?:عيد|يوم)${S}(?:الحب|العشاق)|(?:عيد${S}|يوم${S})?(?:الفالنتاين|فالنتاين)`,
    on: (year) => makeDay(year, 2, 14),
  },
  {
    names: `اليوم${S}(?:العالمي|الدولي)${S}للمراه|(?:عيد|يوم)${S}المراه(?:${S}العالمي)?`,
    on: (year) => makeDay(year, 3, 8),
  },
  { names: `(?:عيد|يوم)${S}القديس${S}باتريك`, on: (year) => makeDay(year, 3, 17) },
  { names: `(?:كذبه|يوم${S}كذبه)${S}(?:ابريل|نيسان|افريل)`, on: (year) => makeDay(year, 4, 1) },
  { names: `(?:عيد|يوم)${S}(?:العمال|الشغل)(?:${S}العالمي)?`, on: (year) => makeDay(year, 5, 1) },
  { names: `(?:(?:عيد|يوم)${S})?(?:ال)?هالو?وين`, on: (year) => makeDay(year, 10, 31) },
  { names: `(?:عيد|يوم)${S}جميع${S}القديسين`, on: (year) => makeDay(year, 11, 1) },
  { names: `(?:عيد|يوم)${S}الشكر`, on: (year) => nthWeekday(year, 11, 4, 4) },
  { names: `(?:عيد${S}|يوم${S}|احد${S})الفصح`, on: easterSunday },
  { names: `اثنين${S}(?:عيد${S})?الفصح`, on: (year) => addDays(easterSunday(year), 1) },
];

/** Feasts with a sure date. */
export const HOLIDAY_DATES: readonly Pattern[] = [
  {
    rule: "holiday",
    starts:
      "ليله عشيه الكريسماس كريسماس الكريسمس كريسمس يوم عيد راس يواندان الفالنتاين فالنتاين اليوم كذبه الهالوين هالوين الهالووين هالووين احد اثنين".split(
        " ",
      ),
    expression: `(?:${HOLIDAYS.map(({ names }, i) => `(?<h${i}>${names})`).join("|")})${END}${NOT_ANOTHER}(?:${O}[,،]?${O}(?:(?:ل|في${S}|من${S})?(?:عام|سنه)${S})?(?<year>\\d{4})${NUMBER_END}|${S}(?:من${S})?(?<relativeYear>${RELATIVE_YEAR}))?`,
    read: readHoliday,
    examples: [
      ["عيد الميلاد 2021", "2021-12-25"],
      ["ليلة رأس السنة العام الماضي", "2009-12-31", FRIDAY],
      ["في عيد العمال", "2010-05-01", FRIDAY],
      ["عيد الفصح 2019", "2019-04-21"],
      ["عيد الشكر 2019", "2019-11-28"],
    ],
    counterexamples: [
      ["عيد الفصح اليهودي 2019"],
      ["رأس السنة الهجرية", FRIDAY],
      ["عيد ميلاده الخمسين", FRIDAY],
      ["عيد الميلاد الخمسين", FRIDAY],
      ["عيد الميلاد الـ50 للملكة", FRIDAY],
      ["عيد الميلاد"],
    ],
  },
];

function readHoliday(g: Groups, scene: Scene, at: At): Outcome {
  const holiday = HOLIDAYS.find((_, i) => g[`h${i}`] !== undefined) as Holiday;
  const named = yearOfTail(g, scene);
  if (named === undefined) return REFUSED;
  if (typeof named === "number") {
    const day = isPlainYear(named) ? holiday.on(named) : undefined;
    return day === undefined ? REFUSED : { edtf: day, absolute: g.relativeYear === undefined };
  }
  if (scene.reference === undefined) return REFUSED;
  const [year] = numbersOf(scene.reference);
  const days = [year - 1, year, year + 1].map((y) => holiday.on(y) as string);
  const tense = tenseAround(scene, at);
  const day =
    tense === "past"
      ? days.filter((d) => d <= (scene.reference as string)).at(-1)
      : tense === "future"
        ? days.find((d) => d >= (scene.reference as string))
        : days[1];
  return day === undefined ? REFUSED : { edtf: day, absolute: false };
}
