import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { fold } from "../arabic/normalize.ts";
import type { Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { standsAlone } from "./credits.ts";
import { isPersonName } from "./person-name.ts";
import { HAS_DIGIT, isStamp } from "./stamp.ts";

/** A line that says who wrote, and the stamp that may stand on it. */
export interface BylineLine {
  readonly byline: Part & { readonly isBare: boolean; readonly isLast?: true };
  readonly stamps: readonly Part[];
}

/** «كتب: فلان الفلاني»: two to four words, the first without the article, as names are. */
const NAME = "(?!ال)\\p{L}[\\p{L}\\p{M}.-]*(?: \\p{L}[\\p{L}\\p{M}.-]*){1,3}";
/** Titles before a name, which are no part of it. */
const TITLE =
  "(?:(?:الدكتورة?|الأستاذة?|الاستاذة?|المهندسة?|المحامية?|السفيرة?|الشيخ|اللواء|العميد|الإعلامية?|الصحفية?|الكاتبة?)\\s*[/:]?\\s+)?";
/** «سليم أحمد وسلمى نور», «سليم أحمد، سلمى نور» */
const AND = "(?:\\s*[،,]\\s*|\\s+و\\s?)";
/** Words before a name, and those that have a colon or a dash behind them. */
const WROTE = "كتب(?:ت)?|بقلم|إعداد|أعد[هّ]?ا?|By|Par";
const WORKED =
  "كتب(?:ت)?|بقلم|إعداد|تقرير|تحقيق|حوار|تحرير|متابعة|حاورت?(?:ه|ها|هم|هما)|أجر(?:ى|ت) (?:الحوار|المقابلة|اللقاء)|كتبه|كتبها|الكاتبة?|المحررة?|محررة? الخبر|مراسلة?";
export const SIGNED = new RegExp(
  `^(?:(?:${WROTE})(?:\\s*[:/–ـ-])?\\s+${TITLE}(?<name>${NAME})|(?:${WORKED})\\s*[:/|–ـ-]\\s*(?:\\|\\s*)?${TITLE}(?<names>${NAME}(?:${AND}${NAME}){0,3}))\\s*:?\\s*$`,
  "du",
);
/** How `SIGNED` begins: asked first, for most lines begin otherwise, and letters of every script are dear to ask for. */
export const MAY_BE_SIGNED = new RegExp(`^(?:${WROTE}|${WORKED})`);
/** What content systems write before a name: «بواسطة سليم أحمد», «تحرير من طرف سليم أحمد». */
const BEHIND_BY = /^(?:(?:نُ?شِ?ر|كُ?تب|أُ?ضيف|حُ?رر|تحرير|تم النشر|أعد)\s+)?(?:بواسطة|من طرف|من قبل)(?:\s*:)?\s+(?=\p{L})/u;
/** «د. سليم أحمد»: what is written before a name that stands alone. */
const HONOUR = /^(?:(?:أ\.\s?)?د\s?[./]|أ\s?[./]|م\s?[./])\s*(?=\p{L}{2})/u;
/** «ن. الوادي», «سليم أحمد*»: a letter for the given name, and the sign of a note that says who it is. */
const INITIAL = /^(?!د|أ|م|س|ج)(?<name>\p{L}\. ?\p{L}{3,15})$/du;
const NOTE_BEHIND = /\s?\*+$/u;
/** «كتب سليم أحمد - تصوير سلمى نور» */
const WITH_PHOTOGRAPHER = /\s*[-–/|،]\s*(?:تصوير|عدسة)\s*[:/]?\s*\p{L}[\p{L}\p{M} ]{2,40}$/u;
/** «فلان الفلاني», «فلانة الفلانية صحافية @handle» */
const BARE =
  /^(?<name>\p{L}[\p{L}\p{M}.-]*(?: \p{L}[\p{L}\p{M}.-]*){1,3}?)(?: (?:ال)?(?:صحفي|صحافي|كاتب|مراسل|محرر|باحث|إعلامي|اعلامي|مدون|محلل)ة?(?: (?:و)?\p{L}+)?)?(?:\s+@\w{2,30})*$/du;
const MOST_BARE_WORDS = 3;
/** Between a byline and a stamp on one line. */
const BETWEEN = /\s*[|•·]\s*|\s+[-–—]\s+/gu;

/** Without one of these nothing is between. */
const SEPARATES = /[|•·–—-]/;

/**
 * The author's line: «كتب: سليم أحمد», «كتب: سليم أحمد | 14-03-2023 18:22», and directly under the headline a name alone
 * that begins with a given name that is known as one.
 */
export function readBylineLine(line: Line, isUnderHeadline: boolean): BylineLine | undefined {
  const signed = signedName(line.text) ?? signedWithPhotographer(line.text);
  if (signed !== undefined) return { byline: { ...partOf(line, signed), isBare: false }, stamps: [] };
  if (isUnderHeadline) {
    const bare = bareName(line.text);
    if (bare !== undefined) return { byline: { ...partOf(line, bare), isBare: true }, stamps: [] };
  }
  return withStamps(line, isUnderHeadline);
}

/** «كتب: سليم أحمد | 14-03-2023 18:22», «14-03-2023 - كتب: سليم أحمد», under the headline «سليم أحمد • 14-03-2023». */
function withStamps(line: Line, isUnderHeadline: boolean): BylineLine | undefined {
  if (!SEPARATES.test(line.text) || !HAS_DIGIT.test(line.text)) return undefined;
  for (const { 0: between, index } of line.text.matchAll(BETWEEN)) {
    const rest = index + between.length;
    const sides = [
      [0, index],
      [rest, line.text.length],
    ] as const;
    for (const [own, other] of [sides, [sides[1], sides[0]] as const]) {
      const words = line.text.slice(...own);
      const signed = signedName(words);
      const name = signed ?? (isUnderHeadline ? bareName(words) : undefined);
      if (name === undefined || !isStamp(line.text.slice(...other))) continue;
      const byline = partOf(line, [own[0] + name[0], own[0] + name[1]]);
      return { byline: { ...byline, isBare: signed === undefined }, stamps: [partOf(line, other)] };
    }
  }
  return undefined;
}

/** Where the name of a byline stands; «كتب من خمس قارات» ("books from …") has a preposition where names have none. */
function signedName(line: string): readonly [start: number, end: number] | undefined {
  const by = BEHIND_BY.exec(line)?.[0].length ?? 0;
  if (by > 0 && by < line.length && isPersonName(line.slice(by).replace(/\s*:?\s*$/u, "")))
    return [by, line.replace(/\s*:?\s*$/u, "").length];
  const { name, names } = (MAY_BE_SIGNED.test(line) && SIGNED.exec(line)?.indices?.groups) || {};
  const at = name ?? names;
  return at === undefined ||
    line
      .slice(...at)
      .split(" ")
      .some((word) => NOT_IN_NAMES.has(fold(word)))
    ? undefined
    : at;
}

function signedWithPhotographer(line: string): readonly [start: number, end: number] | undefined {
  if (!/تصوير|عدسة/.test(line) || !MAY_BE_SIGNED.test(line)) return undefined;
  const photographer = WITH_PHOTOGRAPHER.exec(line);
  return photographer === null ? undefined : signedName(line.slice(0, photographer.index));
}

function bareName(line: string): readonly [start: number, end: number] | undefined {
  const note = line.endsWith("*") ? NOTE_BEHIND.exec(line) : null;
  if (note !== null) return bareName(line.slice(0, note.index));
  const initial = line[1] === "." ? INITIAL.exec(line)?.indices?.groups?.name : undefined;
  if (initial !== undefined) return initial;
  const honour = HONOUR.exec(line)?.[0].length ?? 0;
  const at = honour > 0 ? bareName(line.slice(honour)) : plainName(line);
  return at && (honour > 0 ? [0, at[1] + honour] : at);
}

function plainName(line: string): readonly [start: number, end: number] | undefined {
  const at = beginsWithGivenName(line) ? BARE.exec(line)?.indices?.groups?.name : undefined;
  if (at === undefined) return undefined;
  const words = line
    .slice(...at)
    .split(" ")
    .map(fold);
  const isName =
    words.length <= MOST_BARE_WORDS && !words.some((word) => NOT_IN_NAMES.has(word) || NEWS_VERBS.has(word));
  return isName ? at : undefined;
}

/** «الكاتب:», «بقلم» on a line of its own, folded: the name stands on the next. */
const LABEL = /^(?:اسم )?(?:(?:ال)?(?:كاتب|مولف|محرر)ه?|بقلم|كتبت?|كتبه|كتبها)\s*[:/]?$/;
const LONGEST_LABEL = 15;
/** The name below a label that stands on a line of its own. */
export function readLabelledName(line: Line, above: Line | undefined): BylineLine | undefined {
  if (above === undefined || above.text.length > LONGEST_LABEL || !LABEL.test(fold(above.text).trim()))
    return undefined;
  return isPersonName(line.text) ? { byline: { ...line, isBare: false }, stamps: [] } : undefined;
}

/** «أسماء الفائزين بالجائزة», «آمال للعام الجديد»: given names that are nouns, and words no name goes on with. */
const OF_THINGS = /^(?:اسماء|امال|احلام|افراح|اهداف|جهاد|نضال|كفاح) ال|(?<!\p{L})(?:لل|بال)\p{L}/u;

/** «كاتب وأكاديمي موريتاني», «* باحثة في التاريخ»: who the author is, on the line below the name. */
const PROFESSION =
  /^[*•\s(]*(?:كاتب|صحفي|صحافي|باحث|اكاديمي|محلل|اعلامي|استاذ|روايي|شاعر|خبير|محام|ناشط|مدون|ناقد|دبلوماسي|مورخ|اقتصادي|مترجم)(?:ي?ه)?(?!\p{L})/u;
const LONGEST_PROFESSION = 70;
export const saysProfession = ({ text }: Line): boolean =>
  text.length <= LONGEST_PROFESSION && !/\.$/u.test(text) && PROFESSION.test(fold(text));

/**
 * A name alone in the last line of a text, behind its last sentence: who signs. A name that the text holds as well is of
 * somebody whom it is about.
 */
export function readClosingName(line: Line, before: Line | undefined, raw: string): BylineLine | undefined {
  const name = bareName(line.text);
  if (name === undefined || OF_THINGS.test(fold(line.text))) return undefined;
  const byline = partOf(line, name);
  if (!standsAlone({ ...byline, gapBefore: false }, before, raw)) return undefined;
  return { byline: { ...byline, isBare: true, isLast: true }, stamps: [] };
}

const partOf = ({ text, at }: Line, [from, to]: readonly [number, number]): Part => ({
  text: text.slice(from, to),
  at: [at[0] + from, at[0] + to],
});
