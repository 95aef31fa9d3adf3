import { AL, END, ITS_YEAR, numberOf, S } from "./fragments.ts";
import { FRIDAY, type Pattern, REFUSED, whole } from "./pattern.ts";
import { wordBefore } from "./surroundings.ts";
import { yearOfTail } from "./whole-day.ts";

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
/** Quarters, halves, thirds and seasons of a year, and decades: EDTF levels 1 and 2. */
export const PARTS_OF_YEARS: readonly Pattern[] = [
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
      ["الربع الأخير من العام الجاري", "2010-36", FRIDAY],
      ["النصف الثاني من 2020", "2020-41"],
    ],
    counterexamples: [["الربع الأول", FRIDAY], ["النصف الثالث من عام 2021"], ["الربع الأول من المباراة", FRIDAY]],
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
      ["في خريف العام الماضي", "2009-23", FRIDAY],
    ],
    counterexamples: [["الربيع العربي", FRIDAY], ["ربيع 1436"]],
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
