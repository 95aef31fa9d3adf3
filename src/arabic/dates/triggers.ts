import { DAY_PARTS, PHASES } from "../lexicon/time-words.ts";
import { FEAST_OPENERS, INSIDE_FEASTS, mayBeOfFeast } from "./feasts.ts";
import { ADJECTIVES, DAY_STARTS, HIJRI_WORDS, LIBYAN_STARTS, MONTH_STARTS, ORDER } from "./fragments.ts";
import { OPENING, OPENING_STARTS } from "./opening.ts";
import { DIGITS, DIGITS_AND_SIGN, FOUR_DIGITS, type Pattern } from "./pattern.ts";
import { PATTERNS } from "./patterns.ts";
import { isBlank } from "./text.ts";

/** A pattern ready to be tried at an offset. */
export interface Trial {
  readonly pattern: Pattern;
  /** Sticky: set `lastIndex` first. */
  readonly expression: RegExp;
  /** True once `prepare` was called for it. */
  isReady: boolean;
}

/** No pattern begins with it; in two bytes a character, as Arabic is. */
const LONG_TEXT = "؛".repeat(1024);

/**
 * Has an expression compiled for its first try. V8 compiles one twice, to bytecode and, when it is used again, to
 * machine code, unless the first text it meets is longer than 1,000 characters. For expressions of this size bytecode
 * takes six times as long as machine code (1.3 s for all of them), and is thrown away at once.
 */
export function prepare(trial: Trial): void {
  trial.expression.lastIndex = 0;
  trial.expression.exec(LONG_TEXT);
  trial.isReady = true;
}

/**
 * Which patterns to try where. A paragraph of news has some 350 words and 20 numbers, and a dozen of them can begin a
 * date: the others must cost next to nothing.
 */
const BY_WORD = new Map<string, Trial[]>();
/** Patterns behind an opening («يوم», a weekday, «مساء الأحد»), in order. */
export const OPENED: Trial[] = [];
const TRIALS: Trial[] = [];

function addTo(table: Map<string, Trial[]>, start: string, trial: Trial): void {
  const trials = table.get(start);
  if (trials === undefined) table.set(start, [trial]);
  else if (!trials.includes(trial)) trials.push(trial);
}

for (const pattern of PATTERNS) {
  const plain: Trial = { pattern, expression: new RegExp(pattern.expression, "uy"), isReady: false };
  TRIALS.push(plain);
  for (const start of pattern.starts) addTo(BY_WORD, start, plain);
  if (!pattern.opening) continue;
  OPENED.push({ pattern, expression: new RegExp(OPENING + pattern.expression, "uy"), isReady: false });
}
for (const start of OPENING_STARTS) if (!BY_WORD.has(start)) BY_WORD.set(start, []);

/** Trials at the kinds of numbers, in the order of the patterns. */
function takeTrials(...kinds: readonly string[]): readonly Trial[] {
  const wanted = new Set(kinds.flatMap((kind) => BY_WORD.get(kind) ?? []));
  return TRIALS.filter((trial) => wanted.has(trial));
}
const BEFORE_A_SIGN = takeTrials(DIGITS, DIGITS_AND_SIGN);
export const BEFORE_A_WORD = takeTrials(DIGITS);
const AT_FOUR_DIGITS = takeTrials(FOUR_DIGITS);
for (const kind of [DIGITS, DIGITS_AND_SIGN, FOUR_DIGITS]) BY_WORD.delete(kind);

/** Words that only begin a date when a number or another word of dates follows: «من», «أول», «مساء», «عام». */
const LEADING: ReadonlySet<string> = new Set([
  ..."من بين ما مابين في بعد قبل منذ حتي خلال بحلول هذا هذه عام سنه العام السنه".split(" "),
  ...DAY_STARTS,
  ...ORDER.split("|"),
  ...PHASES,
  ...DAY_PARTS,
]);
/** Words that dates go on with and never begin with. */
const GOING_ON: ReadonlySet<string> = new Set([
  ...LIBYAN_STARTS,
  ...ADJECTIVES.flatMap((word) => [`ال${word}`, `ال${word}ه`]),
  ..."ايام اسابيع اشهر شهور شهرا سنوات سنين اعوام عاما يوما اسبوعا بين يومي شهري من الي حتي وحتي والي لغايه ل".split(
    " ",
  ),
  ..."نحو حوالي قرابه زهاء بضع بضعه لحظات ثوان ثواني دقايق دقيقه دقيقتين ساعه ساعات ساعتين".split(" "),
  ..."غضون شهر الموافق المصادف الف الفين الفان الفي الدراسي الدراسيه المالي الماليه الجامعي الجامعيه الاخير".split(" "),
  ..."الشعانين شعانين الفصح العنصره الرماد".split(" "),
  ..."اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين".split(" "),
]);

/** One bit for each start by its length and three of its letters: most words are sent away without being cut out. */
const SEEN = new Uint8Array(8192);
const hash = (text: string, start: number, end: number) =>
  ((end - start) * 1021 +
    text.charCodeAt(start) * 31 +
    text.charCodeAt(end - 1) * 131 +
    text.charCodeAt(start + ((end - start) >> 1)) * 7) &
  8191;
for (const word of BY_WORD.keys()) SEEN[hash(word, 0, word.length)] = 1;

/** Patterns to try at the word `text[start, end)`, without proclitics; undefined for most words. */
export function trialsAtWord(text: string, start: number, end: number): readonly Trial[] | undefined {
  return SEEN[hash(text, start, end)] === 0 ? undefined : trialsOf(text.slice(start, end), text, end);
}

/** Whether a date may begin with a word, without proclitics; what follows is not asked. */
export const beginsDates = (word: string): boolean => BY_WORD.has(word);

/** All patterns that begin with a word, whatever follows it. */
export const trialsWith = (word: string): readonly Trial[] => BY_WORD.get(word) ?? [];

/** The same for a word given by itself that ends at `end` of the text: «العام» for «للعام». */
export function trialsOf(word: string, text: string, end: number): readonly Trial[] | undefined {
  const trials = BY_WORD.get(word);
  if (trials === undefined) return undefined;
  const opens = OPENS.has(word);
  if (!opens && !LEADING.has(word)) return trials;
  if (!goesOn(text, end)) return LEADING.has(word) ? undefined : trials;
  if (!opens) return trials;
  const plain = WITHOUT_FEASTS.get(word);
  const own = plain === undefined || mayNameFeast(text, end) ? trials : plain;
  return withOpened(own, openedAt(text, end));
}

/** Words that a date is opened with before its own first word or number. */
const OPENS: ReadonlySet<string> = new Set(OPENING_STARTS);
/** What an opening goes on with: «مساء | يوم | الأحد | الموافق | ل», and what may stand before a month's name. */
const IN_OPENING: ReadonlySet<string> = new Set([
  ...OPENING_STARTS,
  ...OPENING_STARTS.filter((word) => word.startsWith("ال")).map((word) => word.slice(1)),
  ..."في ل".split(" "),
  ...["موافق", "مصادف"].flatMap((word) => ["ال", "ل"].flatMap((al) => ["", "ه", "ل"].map((end) => al + word + end))),
]);
/** First word of a pattern that may be opened → one bit for each of those, in the order of `OPENED`. */
const OPENED_BY_START = new Map<string, number>();
for (const [bit, { pattern }] of OPENED.entries())
  for (const start of pattern.starts) OPENED_BY_START.set(start, (OPENED_BY_START.get(start) ?? 0) | (1 << bit));
const ALL_OPENED = (1 << OPENED.length) - 1;
// Every name of a month may stand first, also behind «شهر».
for (const start of ["شهر", ...LIBYAN_STARTS]) OPENED_BY_START.set(start, ALL_OPENED);
const startsAt = (start: string) => OPENED_BY_START.get(start) ?? 0;
const OPENED_AT_DIGITS = startsAt(DIGITS);
const OPENED_AT_DIGITS_AND_SIGN = startsAt(DIGITS) | startsAt(DIGITS_AND_SIGN);
const OPENED_AT_FOUR_DIGITS = startsAt(FOUR_DIGITS);
/** More than an opening holds. */
const MOST_OPENING_WORDS = 6;
const MOST_SIGNS = 20;

/** Which patterns can follow an opening whose first word ends at `end`: by the words and the number that come. */
function openedAt(text: string, end: number): number {
  let found = 0;
  let at = end;
  for (let words = 0; words < MOST_OPENING_WORDS; words++) {
    const farthest = at + MOST_SIGNS;
    let code = text.charCodeAt(at);
    while (at < farthest && !isLetter(code) && !isDigit(code)) {
      if (code === 0x0a || Number.isNaN(code)) return found;
      code = text.charCodeAt(++at);
    }
    const start = at;
    if (isDigit(code)) {
      while (isDigit(text.charCodeAt(at))) at++;
      if (at - start === 4) return found | OPENED_AT_FOUR_DIGITS;
      if (at - start > 2) return found;
      const next = skipBlanks(text, at);
      if (SIGNS.has(text.charCodeAt(next))) return found | OPENED_AT_DIGITS_AND_SIGN;
      return found | (BEHIND_NUMBER.get(arabicAt(text, next))?.opened ?? OPENED_AT_DIGITS);
    }
    while (isLetter(text.charCodeAt(at))) at++;
    const word = text.slice(start, at);
    found |= startsOf(word);
    if (!IN_OPENING.has(word)) return found;
  }
  return found;
}

/** «الخامس», «للخامس», «لخامس»: with the article that ل takes the alef of. */
function startsOf(word: string): number {
  const found = startsAt(word);
  if (word.charCodeAt(0) !== LAM) return found;
  const rest = word.slice(1);
  return found | startsAt(rest) | startsAt(`ا${word}`) | startsAt(`ا${rest}`);
}
const LAM = "ل".charCodeAt(0);

/** «يوم», «الجمعة» → their patterns when no feast is named: hundreds of names need not be compared at each of them. */
const WITHOUT_FEASTS = new Map(
  FEAST_OPENERS.map((word) => [word, (BY_WORD.get(word) ?? []).filter(({ pattern }) => pattern.rule !== "holiday")]),
);

/** Whether the words behind `offset` may go on with the name of a feast. */
function mayNameFeast(text: string, offset: number): boolean {
  const at = skipBlanks(text, offset);
  const word = arabicAt(text, at);
  return mayBeOfFeast(word) && !(INSIDE_FEASTS.has(word) && !mayNameFeast(text, at + word.length));
}

/** A word's own patterns, then those behind it as an opening: put together once for each that occurs. */
function withOpened(own: readonly Trial[], opened: number): readonly Trial[] {
  if (opened === 0) return own;
  const known = WITH_OPENED.get(own) ?? new Map<number, readonly Trial[]>();
  const joined = known.get(opened) ?? [...own, ...OPENED.filter((_, bit) => opened & (1 << bit))];
  if (known.size === 0) WITH_OPENED.set(own, known);
  known.set(opened, joined);
  return joined;
}
const WITH_OPENED = new Map<readonly Trial[], Map<number, readonly Trial[]>>();

/** Patterns to try at the run of digits `text[start, end)`; undefined when what follows makes it no date. */
export function trialsAtNumber(text: string, start: number, end: number): readonly Trial[] | undefined {
  if (!goesOn(text, end)) return undefined;
  if (end - start === 4) return AT_FOUR_DIGITS;
  const at = skipBlanks(text, end);
  if (SIGNS.has(text.charCodeAt(at))) return BEFORE_A_SIGN;
  return BEHIND_NUMBER.get(arabicAt(text, at))?.trials ?? BEFORE_A_WORD;
}

function arabicAt(text: string, at: number): string {
  let end = at;
  while (isArabic(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** Words whose kind rules patterns out → the others, and those of `OPENED` that begin with the number. */
const BEHIND_NUMBER = new Map<string, { readonly trials: readonly Trial[]; readonly opened: number }>();
for (const [kind, words] of [
  ["hijri", HIJRI_WORDS.map((name) => name.split(" ")[0] as string)],
  ["month", [...MONTH_STARTS, ...LIBYAN_STARTS]],
  ["link", "من في شهر لشهر بشهر الشهر".split(" ")],
  ["to", "الي حتي لغايه والي وحتي ولغايه و ل".split(" ")],
  [
    "unit",
    "ايام اسابيع اشهر شهور شهرا سنوات سنين اعوام عاما يوما اسبوعا ساعه ساعات دقيقه دقايق ثانيه ثوان ثواني".split(" "),
  ],
] as const) {
  const isOpen = ({ pattern }: Trial) => pattern.behindNumber?.includes(kind) ?? true;
  const trials = BEFORE_A_WORD.filter(isOpen);
  const opened = OPENED.reduce((bits, trial, bit) => (isOpen(trial) ? bits | (1 << bit) : bits), 0) & OPENED_AT_DIGITS;
  for (const word of words) BEHIND_NUMBER.set(word, { trials, opened });
}

/** The letters that words of patterns are made of: see `END`. */
const isLetter = (code: number) =>
  (code >= 0x0621 && code <= 0x064a) || (code >= 0x066e && code <= 0x06d3) || (code >= 0x61 && code <= 0x7a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isArabic = (code: number) => code >= 0x0621 && code <= 0x06d3;
const isLatin = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x24f);
const SIGNS = new Set([..."/\\.-–—؍،,"].map((sign) => sign.charCodeAt(0)));

/** True when a date can go on after an offset: with a number, a sign that joins numbers, or a word of dates. */
export function goesOn(text: string, offset: number): boolean {
  const at = skipBlanks(text, offset);
  const code = text.charCodeAt(at);
  if (isDigit(code) || SIGNS.has(code) || isLatin(code)) return true;
  if (!isArabic(code)) return code === 0x28;
  let end = at + 1;
  while (isArabic(text.charCodeAt(end))) end++;
  // «25 و26», «10 لـ20»: the number after the letter.
  if (end - at <= 3 && isDigit(text.charCodeAt(end))) return true;
  for (let i = at; i < Math.min(at + 3, end - 1); i++) {
    if (SEEN[hash(text, i, end)] === 1 && BY_WORD.has(text.slice(i, end))) return true;
  }
  return GOING_ON.has(text.slice(at, end)) || (text.startsWith("لل", at) && BY_WORD.has(`ا${text.slice(at + 1, end)}`));
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (at < offset + 4 && isBlank(text.charCodeAt(at))) at++;
  return at;
}
