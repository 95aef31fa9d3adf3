import { dayOfHijri, hijriMonthLength } from "../hijri.ts";
import { AFTER_A_YEAR, PHASES } from "../lexicon/time-words.ts";
import { wordSet } from "../lexicon/word-set.ts";
import {
  AL,
  END,
  ERA,
  isHijriEra,
  NOT_COUNTING,
  NUMBER_END,
  numberOf,
  O,
  PHASE,
  RELATIVE_YEAR,
  S,
  YEAR_WORDS,
} from "./fragments.ts";
import { isHijriYear } from "./hijri-day.ts";
import { type At, FRIDAY, type Groups, leaning, type Outcome, type Pattern, REFUSED, whole } from "./pattern.ts";
import { isOfNamedDay, wordAfter, wordBefore } from "./surroundings.ts";
import { isPlainYear, relativeYear } from "./whole-day.ts";

const YEAR_NOUNS = ["عام", "سنه", "العام", "السنه"];
const YEAR_NOUN = `(?:${AL})?(?:عام|سنه)${END}`;
const BEFORE_A_YEAR = "في|منذ|حتي|بحلول|خلال|بعد|قبل";
/** «الأمين العام الحالي»: the year's name is also «general». */
const GENERAL: ReadonlySet<string> = wordSet(
  "الأمين المدير الرأي المدعي الأمن القطاع النائب المفتش المراقب القائد السكرتير المنسق الحاكم الصالح المال الدين الوكيل المشرف",
);

/** Years of both calendars, alone and in pairs. */
export const YEARS: readonly Pattern[] = [
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
      ["عام 1440هـ", "2018-09-11/2019-08-30"],
    ],
    counterexamples: [["عام 500"], ["يوم المعلم سنة 2016"], ["مدير عام 15 شركة"], ["عام 3000"], ["منذ عام 2000 شخص"]],
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
      ["العام الماضي", "2009", FRIDAY],
      ["منتصف العام المقبل", "2011~", FRIDAY],
      ["هذه السنة", "2010", FRIDAY],
      ["العام قبل الماضي", "2008", FRIDAY],
    ],
    counterexamples: [["العام الماضي"], ["العام التالي", FRIDAY], ["الأمين العام الحالي", FRIDAY]],
  },
];

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
