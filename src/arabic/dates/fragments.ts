import { HIJRI_MONTHS, LIBYAN_MONTHS, MONTHS, WEEKDAYS } from "../lexicon/months.ts";
import {
  ANAPHORIC_ADJECTIVES,
  COUNTED,
  FUTURE_ADJECTIVES,
  PAST_ADJECTIVES,
  PHASES,
  PRESENT_ADJECTIVES,
} from "../lexicon/time-words.ts";
import { parseCardinals, parseOrdinal } from "../numbers.ts";
import type { Groups } from "./pattern.ts";

/**
 * Pieces that the patterns are put together from: sources of regular expressions in the letters of `fold`, and what
 * their groups mean. Blanks are bounded and never a line break: a date does not run over lines.
 */

/** Blank between words. */
export const S = "[^\\S\\n]{1,4}";
/** Blank where one may be missing. */
export const O = "[^\\S\\n]{0,4}";
/** After the last letter of a word. */
export const END = "(?![a-z\\u0621-\\u064a\\u066e-\\u06d3])";
/** After the last digit of a number that is a whole one: not 15.5, 15:30, 15%; the hour may be joined to it: 2019-14:30. */
export const NUMBER_END = "(?!\\d|[.,:٫٬]\\d|[/\\\\]\\d|-(?!\\d{1,2}:\\d\\d)\\d|[^\\S\\n]?[%٪])";
/** The article, also as it is written after ل. */
export const AL = "ا?ل";

/** Any of the words, the longest first, whole. */
export function any(words: Iterable<string>): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return `(?:${sorted.join("|").replaceAll(" ", S)})${END}`;
}

const numbered = (names: readonly (readonly string[])[], first: number) =>
  new Map(names.flatMap((words, index) => words.map((word) => [word, index + first] as const)));

const MONTH_NUMBERS = numbered(MONTHS, 1);
const LIBYAN_NUMBERS = numbered(LIBYAN_MONTHS, 1);
const HIJRI_NUMBERS = numbered(HIJRI_MONTHS, 1);
const WEEKDAY_NUMBERS = numbered(WEEKDAYS, 0);

export const MONTH_WORDS: readonly string[] = [...MONTH_NUMBERS.keys()];
/** First words of the names: «كانون», «تشرين» among them. */
export const MONTH_STARTS: readonly string[] = MONTH_WORDS.map((name) => name.split(" ")[0] as string);
export const LIBYAN_WORDS: readonly string[] = [...LIBYAN_NUMBERS.keys()];
export const LIBYAN_STARTS: readonly string[] = LIBYAN_WORDS.map((name) => name.split(" ")[0] as string);
export const HIJRI_WORDS: readonly string[] = [...HIJRI_NUMBERS.keys()];
/** With the article, as a day is named, and without, as days are counted («ثالث ثلاثاء»). */
export const WEEKDAY_WORDS: readonly string[] = [...WEEKDAY_NUMBERS.keys()].map((word) => `ال${word}`);
export const BARE_WEEKDAY_WORDS: readonly string[] = [...WEEKDAY_NUMBERS.keys()];

const squeeze = (words: string) => words.replace(/\s+/g, " ").trim();

/** «الأربعاء», also «أربعاء»: 0 Sunday to 6 Saturday. */
export const WEEKDAY = `${AL}${any(BARE_WEEKDAY_WORDS)}`;
export const weekdayOfName = (name: string) => WEEKDAY_NUMBERS.get(name.replace(/^ا?ل(?!$)/, "")) as number;

/** «كانون الثاني، يناير»: behind a comma only the same month is its other name; another one is the next of a list. */
const SAME_MONTH = MONTHS.map((names) => {
  const either = any(names);
  return `(?<=${either}${O}[،,]${O})${either}`;
}).join("|");

/** One month name, or the same month by two names: «كانون الأول (ديسمبر)», «مارس/آذار», «مايو - أيار», «تموز، يوليو». */
export const MONTH = `(?<month>${any(MONTH_WORDS)}|${any(LIBYAN_WORDS)}(?=${O}[/(\\[]${O}${any(MONTH_WORDS)}))(?:${O}[/(\\[–—-]${O}(?<again>${any([...MONTH_WORDS, ...LIBYAN_WORDS])})(?:${O}[)\\]])?|${S}(?<also>${any(MONTH_WORDS)})|${O}[،,]${O}(?:${SAME_MONTH}))?`;

/** 1 to 12, or undefined when the two names are of different months. */
export function monthOf({ month, again, also }: Groups): number | undefined {
  const number = numberOfMonth(month);
  const other = again ?? also;
  return other !== undefined && numberOfMonth(other) !== number ? undefined : number;
}

export function numberOfMonth(name: string | undefined): number | undefined {
  const words = squeeze(name ?? "");
  return MONTH_NUMBERS.get(words) ?? LIBYAN_NUMBERS.get(words);
}

/** A month of the Hijri year with the honours it is named with: «رمضان المبارك», «صفر الخير». */
export const HIJRI_MONTH = `(?<hijriMonth>${any(HIJRI_WORDS)})(?:${S}(?:المبارك|المعظم|الحرام|الخير|الفرد|الكريم)${END})?`;
export const hijriMonthOf = (name: string | undefined) => HIJRI_NUMBERS.get(squeeze(name ?? ""));

const ORDINAL = `(?:${AL})?(?:حاديه?|واحده?|اولي?|ثان(?:يه?)?|ثالثه?|رابعه?|خامسه?|سادسه?|سابعه?|ثامنه?|تاسعه?|عاشره?)`;
/** Days are masculine: «الأيام الأولى من مايو» names no day. */
const SINGLE_ORDINAL = `(?:${AL})?(?:اول|ثاني?|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)`;
const CARDINAL =
  "(?:واحده?|احدي?|اثن(?:ان|ين|ا|ي)|اثنت(?:ان|ين|ا|ي)|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمان(?:يه?)?|تسعه?|عشره?)";
const TENS = `(?:${AL})?(?:عشر|ثلاث)(?:ون|ين)`;

/** A number of one to 31 in words, cardinal or ordinal: «الخامس عشر», «واحد وعشرين», «الفاتح». */
export const DAY_WORDS = `(?:(?:${ORDINAL}|${CARDINAL})${END}(?:${S}عشره?${END}|${S}و${O}${TENS}${END})|(?:${SINGLE_ORDINAL}|${CARDINAL})${END}|${TENS}${END}|(?:(?:ال)?فاتح|غره)${END})`;
/** A small number in cardinal words: «ثلاثة», «خمسة عشر», «واحد وعشرين». */
export const CARDINAL_WORDS = `(?:${CARDINAL}${END}(?:${S}عشره?${END}|${S}و(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)${END})?|(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)${END})`;
/** A day of the month in digits or words. */
export const DAY = `(?<day>\\d{1,2}(?!\\d)|${DAY_WORDS})`;

/** First words of `DAY_WORDS`. */
export const DAY_STARTS: readonly string[] = (() => {
  const ordinals =
    "واحد واحده حادي حاديه اول اولي ثان ثاني ثانيه ثالث ثالثه رابع رابعه خامس خامسه سادس سادسه سابع سابعه ثامن ثامنه تاسع تاسعه عاشر عاشره".split(
      " ",
    );
  const cardinals =
    "واحد واحده احد احدي اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثمان ثماني ثمانيه تسع تسعه عشر عشره".split(
      " ",
    );
  const tens = ["عشرون", "عشرين", "ثلاثون", "ثلاثين"];
  return [...ordinals, ...tens].flatMap((word) => [word, `ال${word}`]).concat(cardinals, "الفاتح", "فاتح", "غره");
})();

/** 1 to 31, or undefined. */
export function dayOf(words: string | undefined): number | undefined {
  const value = numberOf(words);
  return value !== undefined && value >= 1 && value <= 31 ? value : undefined;
}

/** Number of digits or words, ordinal or cardinal. */
export function numberOf(text: string | undefined): number | undefined {
  const words = squeeze(text ?? "");
  if (/^\d+$/.test(words)) return Number(words);
  if (/^(?:(?:ال)?فاتح|غره)$/.test(words)) return 1;
  const list = words.replace(/ و /, " و").split(" ");
  const ordinal = parseOrdinal(list);
  return ordinal?.used === list.length ? ordinal.value : parseCardinals(list);
}

const ROUND = "(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)";
const HUNDREDS = "(?:ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع)?(?:ميه|مايه)|(?:مي|ماي)ت(?:ان|ين)";
const MORE = `(?:${S}و?(?:${CARDINAL}|${ROUND}|${HUNDREDS})${END})`;
/** A year in words: «ألفين وواحد وعشرين», «ألف وتسعمئة وثمانية وأربعين»; «ألف» alone is no year. */
export const YEAR_WORDS = `(?:الف(?:ان|ين)${END}${MORE}{0,3}|الفي${END}${MORE}{1,3}|الف${END}${MORE}{1,5})`;

/** «م», «هـ» after a year. */
export const ERA = `${O}\\(?(?<era>م|ميلادي|ميلاديه|للميلاد|ه|ھ|هجري|هجريه|للهجره)\\)?${END}`;
export const isHijriEra = (era: string | undefined) => /^[هھ]|للهجره/.test(era ?? "");

/** Not followed by what the number counts: «2000 شخص». */
export const NOT_COUNTING = `(?!${S}(?:${COUNTED})(?:ا|ات|ين)?${END})`;

const YEAR_NOUN = `(?:(?:في${S})?(?:[لب]|ا?ل|لل|بال)?(?:عام|سنه))${S}`;
/** What joins a year to the month before it. */
export const YEAR_LINK = `(?:\\.(?=\\d{4})|${O}[,،/\\\\–—-]?${O})(?:من${S})?(?:${YEAR_NOUN})?`;

/** Masculine, without the article. */
export const ADJECTIVES: readonly string[] = [
  ...PAST_ADJECTIVES,
  ...FUTURE_ADJECTIVES,
  ...PRESENT_ADJECTIVES,
  ...ANAPHORIC_ADJECTIVES,
];
const adjectives = any(ADJECTIVES.flatMap((word) => [word, `${word}ه`]));
/** «الماضي», «بعد المقبل», «ما قبل الماضي». */
export const ADJECTIVE = `(?:(?:ما${S})?(?:قبل|بعد)${S})?${AL}${adjectives}`;
/** «العام الماضي», «هذه السنة». */
export const RELATIVE_YEAR = `(?:هذا|هذه)${S}${AL}(?:عام|سنه)${END}|${AL}(?:عام|سنه)${S}${ADJECTIVE}`;
/** A year as it stands after a noun that needs one: «عام 2021», «العام الماضي», «2021». */
export const ITS_YEAR = `(?:(?:${AL}|ل)?(?:عام|سنه)${S})?(?<year>\\d{4})${NUMBER_END}|(?<relativeYear>${RELATIVE_YEAR})`;
/** «من العام نفسه»: the year is one the text named before. */
const SAME_YEAR = `(?:من${S}|في${S})?(?:(?:نفس|ذات|ذلك)${S}${AL}(?:عام|سنه)|${AL}(?:عام|سنه)${S}(?:نفس|ذات)(?:ه|ها))${END}`;

/**
 * What may follow a month: a year in digits or words, «الماضي», «من العام المقبل», «من العام نفسه», or nothing.
 * Groups `year`, `era`, `yearWords`, `adjective`, `relativeYear`, `sameYear`.
 */
export const TAIL = `(?:${YEAR_LINK}(?:(?<year>\\d{4})${NUMBER_END}${NOT_COUNTING}(?:${ERA})?|(?<yearWords>${YEAR_WORDS}${END}))|${S}(?:من${S}|في${S})?(?<relativeYear>${RELATIVE_YEAR})|${S}(?<sameYear>${SAME_YEAR})|${S}(?<adjective>${ADJECTIVE}))?`;

/**
 * A year of two digits behind a month («3 نوفمبر 98», «22-مايو-16», «من عام 73»): written on to it, after «عام», or
 * where nothing follows that it could count. Group `shortYear`.
 */
export const SHORT_YEAR = `(?:(?:[-/.]|${S}(?:من${S})?[لب]?(?:عام|سنه)${S})(?<shortYear>\\d{2})${NUMBER_END}(?!\\d|${O}[-–]${O}\\d|${S}(?:${COUNTED})|${S}(?:من${S})?(?:[لب]?(?:${AL})?شهر${S})?${any(MONTH_WORDS)})|${S}'?(?<closingYear>\\d{2})(?!\\d)(?=${O}(?:$|[)\\]\\n؛;]|[.،,!؟](?!\\d))))`;

/** -2 «قبل الماضي» to 2 «بعد المقبل»; 0 «الجاري»; undefined for «التالي», which leans on another date. */
export function stepOf(adjective: string): number | undefined {
  const bare = (adjective.split(/\s+/).at(-1) ?? "").replace(/^ا?ل/, "");
  const is = (words: readonly string[]) => words.includes(bare) || words.includes(bare.replace(/ه$/, ""));
  if (is(ANAPHORIC_ADJECTIVES)) return undefined;
  const sign = is(PAST_ADJECTIVES) ? -1 : is(FUTURE_ADJECTIVES) ? 1 : 0;
  return /^(?:ما\s+)?(?:قبل|بعد)\s/.test(adjective) ? sign * 2 : sign;
}

/** Orders that days are counted with: «ثالث ثلاثاء», «آخر يوم». */
export const ORDER = "اول|اولي|ثان|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|اخر|اخير|اخيره";
/** 1 to 5, or -1 for the last. */
export const orderOf = (words: string | undefined) => (/^(?:ال)?اخ/.test(words ?? "") ? -1 : numberOf(words));

/** Between a day and its month: «من», «شهر», a dash, nothing at all («26يوليو»). */
export const LINK = `(?:${O}[-–—/\\\\]${O}|\\.(?=\\p{L})|${O}(?:من${S})?(?:[لب]?(?:${AL})?شهر${S})?ب?)`;

/** «مطلع»، «منتصف»: makes a month or a year approximate. */
export const PHASE = `(?<phase>${any(PHASES)})${S}`;
