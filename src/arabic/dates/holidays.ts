import { numbersOf } from "../calendars.ts";
import { FEASTS, type Feast } from "./feasts.ts";
import { ADJECTIVE, END, NUMBER_END, O, RELATIVE_YEAR, S, stepOf } from "./fragments.ts";
import { type At, FRIDAY, type Groups, leaning, type Outcome, type Pattern, REFUSED, type Scene } from "./pattern.ts";
import { tenseAround } from "./surroundings.ts";
import { isPlainYear, yearOfTail } from "./whole-day.ts";

/** Not the feasts of the eastern churches, of the Jews, or a birthday. */
const NOT_ANOTHER = `(?!${S}(?:ال\\d|ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)?${END}|الارثوذكسي|القبطي|الشرقي|اليهودي|عند${S}(?:الاقباط|الارثوذكس|اليهود)|لدي${S}(?:الاقباط|الارثوذكس|اليهود)|الهجري|الصيني|القبطي|الامازيغي|العبري|الايراني|الفارسي|الكردي|الجلالي))`;

/** Feasts with a sure date. */
export const HOLIDAY_DATES: readonly Pattern[] = [
  {
    rule: "holiday",
    starts: [...new Set(FEASTS.flatMap(({ starts }) => starts))],
    expression: `(?:${FEASTS.map(({ names }, i) => `(?<f${i}>${names})`).join("|")})${END}${NOT_ANOTHER}(?:${O}[,،]?${O}(?:(?:ل|في${S}|من${S})?(?:عام|سنه)${S})?(?<year>\\d{4})${NUMBER_END}|${S}(?:من${S})?(?<relativeYear>${RELATIVE_YEAR})|${S}(?<adjective>${ADJECTIVE}))?`,
    read: readHoliday,
    examples: [
      ["عيد الميلاد 2021", "2021-12-25"],
      ["ليلة رأس السنة العام الماضي", "2009-12-31", FRIDAY],
      ["في عيد العمال", "2010-05-01", FRIDAY],
      ["عيد الفصح 2019", "2019-04-21"],
      ["عيد الشكر 2019", "2019-11-28"],
      ["عيد العمال الماضي", "2010-05-01", FRIDAY],
      ["الجمعة العظيمة 2019", "2019-04-19"],
      ["اليوم العالمي لحرية الصحافة 2020", "2020-05-03"],
      ["يوم الصحة العالمي لعام 2020", "2020-04-07"],
    ],
    counterexamples: [
      ["عيد الفصح اليهودي 2019"],
      ["رأس السنة الهجرية", FRIDAY],
      ["عيد ميلاده الخمسين", FRIDAY],
      ["عيد الميلاد الخمسين", FRIDAY],
      ["عيد الميلاد الـ50 للملكة", FRIDAY],
      ["عيد الميلاد"],
      ["عيد الأم 2019"],
      ["عيد العمال التالي", FRIDAY],
    ],
  },
];

function readHoliday(g: Groups, scene: Scene, at: At): Outcome {
  const { reference, region } = scene;
  const feast = FEASTS.find((_, i) => g[`f${i}`] !== undefined) as Feast;
  const named = yearOfTail(g, scene);
  if (named === undefined) return REFUSED;
  if (typeof named === "number") {
    const day = isPlainYear(named) ? feast.on(named, region) : undefined;
    return day === undefined ? REFUSED : { edtf: day, absolute: g.relativeYear === undefined };
  }
  if (reference === undefined) return REFUSED;
  const [year] = numbersOf(reference);
  const days = [-2, -1, 0, 1, 2].flatMap((step) => feast.on(year + step, region) ?? []);
  if (g.adjective !== undefined) {
    const step = stepOf(g.adjective);
    if (step === undefined) return REFUSED;
    if (step === 0) return leaning(days.find((day) => day.startsWith(reference.slice(0, 4))));
    return leaning(step < 0 ? days.filter((d) => d < reference).at(step) : days.filter((d) => d > reference)[step - 1]);
  }
  const tense = tenseAround(scene, at);
  if (tense === "past") return leaning(days.filter((d) => d <= reference).at(-1));
  if (tense === "future") return leaning(days.find((d) => d >= reference));
  return leaning(days.find((day) => day.startsWith(reference.slice(0, 4))));
}
