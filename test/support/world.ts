import fc from "fast-check";
import type { RawArticle } from "../../src/model/article.ts";
import type { Authority } from "../../src/model/entity.ts";
import { type ParseContext, parseContext } from "../../src/parse/context.ts";
import { loadAuthority } from "../../src/resolve/authority.ts";
import { memoryEffects } from "./memory-effects.ts";

/** Authority files of an invented world: every kind of label, shared ones among them. */
export const WORLD: Readonly<Record<string, string>> = {
  "people.yaml": `
salim-nakhli:
  prefLabel: سليم النخلي
  altLabel: [سليم نخلي, Salim Nakhli]
  shortLabel: [النخلي]
hadi-wardani:
  prefLabel: هادي الورداني
  shortLabel: [الورداني]
salma-wardani:
  prefLabel: سلمى الورداني
  shortLabel: [الورداني]
wan-lo-shi:
  prefLabel: وان لو شي
  shortLabel: [وان]
first-fares:
  prefLabel: فارس الحداد
second-fares:
  prefLabel: فارس الحداد
  altLabel: [فارس يونس الحداد]
rabea-khayal:
  prefLabel: ربيع الخيال
  ambiguousLabel: [ربيع]
  contextWords: [الوزير, السيد]
`,
  "places.yaml": `
wadia:
  prefLabel: الواديا
  kind: country
  demonym: [وادياوي]
marjana:
  prefLabel: مرجانة
  kind: capital
  country: wadia
bala:
  prefLabel: بالة
  kind: city
`,
  "organizations.yaml": `
coast-union:
  prefLabel: اتحاد السواحل
  altLabel: [رابطة دول السواحل]
`,
  "sources.yaml": `
rih:
  prefLabel: ريح
  altLabel: [وكالة أنباء الريح]
  codes: [ر ي ح, RYH]
nada:
  prefLabel: قناة الندى
  codes: [ندى 24]
`,
  "topics.yaml": `
fishing:
  prefLabel: صيد الأسماك
  terms:
    2: [صيد الأسماك, قوارب الصيد]
    1: [صياد, سمك]
sea:
  prefLabel: شؤون البحر
  terms:
    2: [الثروة البحرية]
    1: [سمك, بحر]
`,
  "occasions.yaml": `
coast-treaty:
  label: توقيع معاهدة الساحل بين الواديا وبالة
  words: [معاهدة الساحل, الواديا]
  date: 1950-05-04
coast-union-founded:
  label: تأسيس اتحاد السواحل
  words: [تأسيس اتحاد السواحل]
  date: 1920
`,
};

/** Authority files, file name → YAML, as the pipeline loads them. With `isRight`, a mistake in them fails the test. */
export async function authorityOf(files: Readonly<Record<string, string>> = WORLD, isRight = true): Promise<Authority> {
  const effects = memoryEffects(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/a/${name}`, text])));
  const authority = await loadAuthority(effects, ["/a"]);
  const mistake = effects.messages.find(({ fatal }) => fatal);
  if (mistake && isRight) throw new Error(`${mistake.file}: ${mistake.reason}`);
  return authority;
}

export async function worldContext(): Promise<ParseContext> {
  return parseContext(await authorityOf());
}

export function rawArticle(text: string, path = "a.txt"): RawArticle {
  return { path, text, sha256: "0".repeat(64), mediaType: "text/plain", encoding: "utf-8" } as RawArticle;
}

const FRAGMENTS = [
  "سليم النخلي",
  "النخلي",
  "وللنخلي",
  "سلمى الورداني",
  "الورداني",
  "وان لو شي",
  "وانلوشي",
  "فارس الحداد",
  "الوزير ربيع",
  "الواديا",
  "للواديا",
  "بالواديا",
  "مرجانة",
  "اتحاد السواحل",
  "وكالة ريح",
  "قوارب الصيد",
  "معاهدة الساحل",
  "هذا العام",
  "الذكرى الـ 75",
  "الرئيس الوادياوي",
  "قال",
  "وأضاف أن",
  "التقى",
  "في",
  "مَرْجَانَة",
  "مـرجـانـة",
  "أُوروبّا",
  "كَتَبَ",
  "لا",
  "ﻻ",
  "ڤيينا",
  "گوگل",
  "17 كانون الأول (ديسمبر) 2021",
  "٥ مايو ٢٠٢١",
  "۵ أيار",
  "3/24/2021",
  "31 أبريل 2021",
  "يوم الأربعاء",
  "اليوم (الثلاثاء)",
  "أمس",
  "عام 2021",
  "مرجانة 5 مايو 2021 (ريح) -",
  "(ريح) —",
  "مرجانة - ريح",
  "كتب: سليم أحمد",
  "نشر في 5 مايو 2021",
  "مشاركة :",
  "اقرأ أيضاً: خبر",
  "00:00",
  "https://example.org/a?b=1&c=2",
  "فيديو: https://example.org/v",
  "www.example.org",
  "a@b.org",
  "<b>نص</b>",
  "<!--",
  "&amp;",
  "&#x41;",
  "# عنوان",
  "- بند",
  "1. بند",
  "12) بند",
  "> قول",
  "* نجمة",
  "_سطر_",
  "`كود`",
  "[نص](رابط)",
  "![",
  "|",
  "~~~",
  "===",
  "---",
  "+",
  "\\",
  ":::",
  "\\*",
  "«قول»",
  "“قول”",
  '"',
  "'",
  "؟",
  "!",
  ".",
  "…",
  "..",
  "،",
  "؛",
  ":",
  "(",
  ")",
  "-",
  "–",
  "—",
  "ـ",
  "100 مليار دولار",
  "٢٠٪",
  " ",
  "  ",
  "    ",
  "\t",
  "\u00A0",
  "\u202F",
  "\u200F",
  "\u200E",
  "\u202B",
  "\u202C",
  "\u2067",
  "\u2069",
  "\u200B",
  "\u200C",
  "\u200D",
  "\uFEFF",
  "\u2028",
  "\u0651",
  "\u064E",
  "\u0670",
  "😀",
  "👩‍👩‍👧",
  "𐤀",
  "𝟙",
  "é",
  "İ",
  "ß",
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "•",
  "• ",
];

/** Hostile news: names, dates, furniture, Markdown, marks, controls and line breaks of every kind, in any order. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 4, arbitrary: fc.constantFrom(" ", " ", "\n", "\n\n", ". ") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));
