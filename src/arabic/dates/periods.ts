import { numbersOf } from "../calendars.ts";
import { dayOfHijri, hijriMonthLength } from "../hijri.ts";
import { AFTER_A_YEAR, PHASES } from "../lexicon/time-words.ts";
import { wordSet } from "../lexicon/word-set.ts";
import {
  AL,
  END,
  ERA,
  isHijriEra,
  MONTH,
  MONTH_WORDS,
  monthOf,
  NOT_COUNTING,
  NUMBER_END,
  numberOf,
  O,
  PHASE,
  RELATIVE_YEAR,
  S,
  stepOf,
  TAIL,
  YEAR_WORDS,
} from "./fragments.ts";
import { isHijriYear } from "./hijri-day.ts";
import { isOfNamedDay, nearestYear, standsAlone, wordAfter, wordBefore } from "./lean.ts";
import {
  type At,
  type Groups,
  leaning,
  type Outcome,
  type Pattern,
  REFUSED,
  type Scene,
  whole,
  yearMonth,
} from "./pattern.ts";
import { isPlainYear, relativeYear, yearOfTail } from "./whole-day.ts";

const LATE = "2021-12-17";
const MONTH_STARTS = MONTH_WORDS.map((name) => name.split(" ")[0] as string);
const YEAR_NOUNS = ["عام", "سنه", "العام", "السنه"];
const YEAR_NOUN = `(?:${AL})?(?:عام|سنه)${END}`;
/** Words that show a month's name to be one: «في مارس», not «مارس الرياضة». */
const BEFORE_A_MONTH = /^[وفبل]?(?:في|خلال|بحلول|منذ|حتي|شهر)$/;
const BEFORE_A_YEAR = "في|منذ|حتي|بحلول|خلال|بعد|قبل";

/** «الأمين العام الحالي»: the year's name is also «general». */
const GENERAL: ReadonlySet<string> = wordSet(
  "الأمين المدير الرأي المدعي الأمن القطاع النائب المفتش المراقب القائد السكرتير المنسق الحاكم الصالح المال الدين الوكيل المشرف",
);

const SEASONS: Readonly<Record<string, number>> = { ربيع: 21, صيف: 22, خريف: 23, شتاء: 24 };
const PARTS: Readonly<Record<string, readonly number[]>> = { ربع: [33, 34, 35, 36], نصف: [40, 41], ثلث: [37, 38, 39] };
const DECADES: Readonly<Record<string, number>> = {
  عشرين: 1920,
  ثلاثين: 1930,
  اربعين: 1940,
  خمسين: 1950,
  ستين: 1960,
  سبعين: 1970,
  ثمانين: 1980,
  تسعين: 1990,
};
/** A year as it stands after a noun that needs one: «عام 2021», «العام الماضي», «2021». */
const ITS_YEAR = `(?:(?:${AL}|ل)?(?:عام|سنه)${S})?(?<year>\\d{4})${NUMBER_END}|(?<relativeYear>${RELATIVE_YEAR})`;

/** Months, years and what divides them. */
export const PERIODS: readonly Pattern[] = [
  {
    rule: "month-year",
    starts: [...MONTH_STARTS, ...PHASES, "شهر"],
    expression: `(?:${PHASE})?(?:(?<noun>شهر)${S})?${MONTH}${TAIL}`,
    read: readMonth,
    examples: [
      ["ديسمبر 2021", "2021-12"],
      ["كانون الأول/ديسمبر من عام 2021", "2021-12"],
      ["مطلع ديسمبر", "2021-12~", LATE],
      ["في مايو الماضي", "2021-05", LATE],
      ["شهر مارس المقبل", "2022-03", LATE],
      ["منتصف آذار 2011", "2011-03~"],
    ],
    counterexamples: [
      ["مارس الرياضة", LATE],
      ["مارس/شباط 2021"],
      ["ديسمبر", LATE],
      ["سيارة نيسان 2021"],
      ["مايو 1436هـ"],
      ["في أب", LATE],
    ],
  },
  {
    rule: "year",
    starts: [...YEAR_NOUNS, ...PHASES],
    expression: `(?:${PHASE})?(?<noun>${YEAR_NOUN})${S}(?:(?<year>\\d{1,4})${NUMBER_END}${NOT_COUNTING}(?:${O}(?<bce>ق\\.?${O}م\\.?${END}|قبل${S}الميلاد${END})|${ERA})?|(?<yearWords>${YEAR_WORDS}))`,
    read: (g, scene, at) => (isOfNamedDay(scene, at[0]) ? REFUSED : readYear(g)),
    examples: [
      ["عام 2021", "2021"],
      ["لعام 1949م", "1949"],
      ["سنة 622م", "0622"],
      ["عام 332 ق.م", "-0331"],
      ["مطلع عام 2021", "2021~"],
      ["عام ألف وتسعمئة وثمانية وأربعين", "1948"],
      ["نحو عام 1990", "1990~"],
      ["يعتقد أنه ولد عام 1990", "1990?"],
      ["عام 1436هـ", "2014-10-25/2015-10-13"],
    ],
    counterexamples: [["عام 500"], ["يوم الشباب سنة 2017"], ["مدير عام 15 شركة"], ["عام 3000"], ["منذ عام 2000 شخص"]],
  },
  {
    rule: "years",
    starts: ["عامي", "سنتي", "العامين", "العامان", "الاعوام"],
    expression: `(?:عامي|سنتي|العامين|العامان|الاعوام)${S}(?<first>\\d{4})${O}و${O}(?<second>\\d{4})${NUMBER_END}(?:${ERA})?`,
    read(g, scene, at) {
      const [first, second] = [Number(g.first), Number(g.second)];
      if (![first, second].every(isPlainYear) || isHijriEra(g.era)) return REFUSED;
      if (wordBefore(scene, at[0]) === "بين") return first < second ? whole(`${first}/${second}`) : REFUSED;
      const place = (digits: string, from: number): At => {
        const start = scene.text.indexOf(digits, from);
        return [start, start + digits.length];
      };
      const one = place(g.first as string, at[0]);
      return [
        { edtf: String(first), absolute: true, at: [at[0], one[1]] },
        { edtf: String(second), absolute: true, at: place(g.second as string, one[1]) },
      ];
    },
    examples: [
      ["عامي 2019 و2020", "2019 2020"],
      ["بين عامي 2010 و2015", "2010/2015"],
    ],
    counterexamples: [["عامي 15 و20"]],
  },
  {
    rule: "bare-year",
    starts: BEFORE_A_YEAR.split("|"),
    expression: `(?:${BEFORE_A_YEAR})${S}(?<year>(?:19|20)\\d{2})(?!\\d|[.,:/–-]\\d|${O}[%٪]|${O}[-–]${O}\\d)(?:${O}م${END})?`,
    read(g, scene, at) {
      // «في 2000 مدرسة» counts; what ends a clause or goes on with a particle does not.
      const after = wordAfter(scene, at[1]);
      const isClosed = /^[^\S\n]{0,4}(?:$|[.,،؛:؟!)(»"\]\n-])/.test(scene.text.slice(at[1], at[1] + 6));
      if (!isClosed && !(after !== undefined && (AFTER_A_YEAR.has(after) || /^(?:و|بال|لل)/.test(after))))
        return undefined;
      const start = scene.text.indexOf(g.year as string, at[0]);
      return { edtf: g.year as string, absolute: true, at: [start, start + 4] };
    },
    examples: [
      ["منذ 2012 بعد", "2012"],
      ["بحلول 2030.", "2030"],
      ["في 2018 و", "2018"],
    ],
    counterexamples: [["في 2000 مدرسة"], ["في 2018 شخصا"], ["منذ 1500"], ["في 2,000"]],
  },
  {
    rule: "relative-year",
    starts: ["العام", "السنه", "هذا", "هذه", ...PHASES],
    expression: `(?:${PHASE})?(?<words>${RELATIVE_YEAR})`,
    read(g, scene, at) {
      if (/^العام/.test(g.words as string) && GENERAL.has(wordBefore(scene, at[0]) ?? "")) return undefined;
      const year = relativeYear(g.words as string, scene);
      return year === undefined ? REFUSED : leaning(`${year}${g.phase === undefined ? "" : "~"}`);
    },
    examples: [
      ["العام الماضي", "2020", LATE],
      ["منتصف العام المقبل", "2022~", LATE],
      ["هذه السنة", "2021", LATE],
      ["العام قبل الماضي", "2019", LATE],
    ],
    counterexamples: [["العام الماضي"], ["العام التالي", LATE], ["الأمين العام الحالي", LATE]],
  },
  {
    rule: "part-of-year",
    starts: Object.keys(PARTS).flatMap((part) => [part, `ال${part}`]),
    expression: `${AL}(?<part>ربع|نصف|ثلث)${S}${AL}(?<order>اول|ثاني|ثالث|رابع|اخير)${END}${S}(?:(?:من|ل|في)${S})?(?:${ITS_YEAR})`,
    read(g, scene) {
      const codes = PARTS[g.part as string] as readonly number[];
      const code = g.order === "اخير" ? codes.at(-1) : codes[(numberOf(g.order) ?? 0) - 1];
      const year = yearOfTail(g, scene);
      return code === undefined || typeof year !== "number"
        ? REFUSED
        : { edtf: `${year}-${code}`, absolute: g.relativeYear === undefined };
    },
    examples: [
      ["الربع الأول من عام 2021", "2021-33"],
      ["الربع الأخير من العام الجاري", "2021-36", LATE],
      ["النصف الثاني من 2020", "2020-41"],
    ],
    counterexamples: [["الربع الأول", LATE], ["النصف الثالث من عام 2021"], ["الربع الأول من المباراة", LATE]],
  },
  {
    rule: "season",
    starts: Object.keys(SEASONS),
    expression: `(?<season>ربيع|صيف|خريف|شتاء)${END}${S}(?:${ITS_YEAR})`,
    read(g, scene) {
      const year = yearOfTail(g, scene);
      return typeof year !== "number"
        ? REFUSED
        : { edtf: `${year}-${SEASONS[g.season as string]}`, absolute: g.relativeYear === undefined };
    },
    examples: [
      ["صيف 2021", "2021-22"],
      ["في خريف العام الماضي", "2020-23", LATE],
    ],
    counterexamples: [["الربيع العربي", LATE], ["ربيع 1436"]],
  },
  {
    rule: "decade",
    starts: Object.keys(DECADES).flatMap((decade) => [
      `${decade}ات`,
      `${decade}يات`,
      `ال${decade}ات`,
      `ال${decade}يات`,
    ]),
    expression: `(?:${AL})?(?<decade>عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)(?:ي)?ات${END}(?<century>${S}(?:من${S})?القرن${S}(?:الماضي|العشرين|الفايت|المنصرم)${END}|${S}القرن)?`,
    read(g, scene, at) {
      const start = DECADES[g.decade as string] as number;
      const before = wordBefore(scene, at[0]) ?? "";
      // «في الستينات من عمره» is an age; without the century the word needs one that shows it to be a time.
      if (/^[^\S\n]{0,4}من[^\S\n]{1,4}(?:ال)?عمر/.test(scene.text.slice(at[1], at[1] + 16))) return REFUSED;
      if (
        g.century === undefined &&
        !/^[وفبل]?(?:منذ|خلال|اوايل|اواخر|مطلع|منتصف|بدايه|نهايه|عقد|حقبه|فتره|في)$/.test(before)
      )
        return undefined;
      if (g.century?.endsWith("القرن")) return REFUSED;
      return whole(`${String(start).slice(0, 3)}X`);
    },
    examples: [
      ["تسعينيات القرن الماضي", "199X"],
      ["منذ السبعينيات", "197X"],
      ["أواخر الثمانينات", "198X"],
    ],
    counterexamples: [["رجل في الستينات من عمره"], ["سجينات الثلاثينيات"], ["تسعينيات القرن التاسع عشر"]],
  },
];

function readMonth(g: Groups, scene: Scene, at: At): Outcome {
  const month = monthOf(g);
  const year = yearOfTail(g, scene);
  const before = wordBefore(scene, at[0]) ?? "";
  if (month === undefined || year === undefined) return REFUSED;
  // «أب» is a father; the month is written with another letter. «نيسان» is also a make of cars.
  if (g.month === "اب" && scene.written(scene.text.indexOf("اب", at[0])) === "أ") return undefined;
  if (g.month === "نيسان" && g.again === undefined && /^(?:ال)?(?:سيار|شرك|طراز|موديل|مركب)/.test(before))
    return undefined;
  const isNamed = g.phase !== undefined || g.noun !== undefined || g.again !== undefined || BEFORE_A_MONTH.test(before);
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
    const named = besideReference(month, g.adjective, scene.reference);
    return named === undefined ? REFUSED : { edtf: `${named}${qualifier}`, absolute: false, rule: "month" };
  }
  if (!isNamed) return undefined;
  const nearest = nearestYear(month, scene, at);
  return nearest === undefined
    ? REFUSED
    : { edtf: `${yearMonth(nearest, month)}${qualifier}`, absolute: false, rule: "month" };
}

function besideReference(month: number, adjective: string, reference: string): string | undefined {
  const step = stepOf(adjective);
  const [year, now] = numbersOf(reference);
  if (step === undefined) return undefined;
  if (step === 0) return month === now ? yearMonth(year, month) : undefined;
  if (step < 0) return yearMonth(month < now ? year + step + 1 : year + step, month);
  return yearMonth(month > now ? year + step - 1 : year + step, month);
}

function readYear(g: Groups): Outcome {
  const year = numberOf(g.year ?? g.yearWords);
  const qualifier = g.phase === undefined ? "" : "~";
  if (year === undefined) return undefined;
  if (g.bce !== undefined) return year >= 1 ? whole(`-${String(year - 1).padStart(4, "0")}${qualifier}`) : REFUSED;
  if (isHijriEra(g.era)) return hijriYear(year);
  if (g.era !== undefined && year >= 1) return whole(`${String(year).padStart(4, "0")}${qualifier}`);
  return isPlainYear(year) ? whole(`${year}${qualifier}`) : undefined;
}

function hijriYear(year: number): Outcome {
  const [first, last] = [dayOfHijri({ year, month: 1, day: 1 }), hijriMonthLength(year, 12)];
  if (!isHijriYear(year) || !first?.exact || last === undefined) return REFUSED;
  return {
    edtf: `${first.day}/${dayOfHijri({ year, month: 12, day: last })?.day}`,
    absolute: true,
    hijri: String(year),
  };
}
