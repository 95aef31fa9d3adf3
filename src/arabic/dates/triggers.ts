import { DAY_PARTS, PHASES } from "../lexicon/time-words.ts";
import { ADJECTIVES, DAY_STARTS, LIBYAN_STARTS, ORDER } from "./fragments.ts";
import { OPENING, OPENING_STARTS } from "./opening.ts";
import { DIGITS, DIGITS_AND_SIGN, FOUR_DIGITS, type Pattern } from "./pattern.ts";
import { PATTERNS } from "./patterns.ts";

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
/** The same for «يوم» and the weekdays when the rest of a date follows them: patterns behind an opening too. */
const OPENED = new Map<string, Trial[]>();
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
  const opened: Trial = { pattern, expression: new RegExp(OPENING + pattern.expression, "uy"), isReady: false };
  for (const start of OPENING_STARTS) addTo(OPENED, start, opened);
}
for (const [start, trials] of OPENED) OPENED.set(start, [...(BY_WORD.get(start) ?? []), ...trials]);
for (const start of OPENED.keys()) if (!BY_WORD.has(start)) BY_WORD.set(start, []);

/** Trials at the kinds of numbers, in the order of the patterns. */
function takeTrials(...kinds: readonly string[]): readonly Trial[] {
  const wanted = new Set(kinds.flatMap((kind) => BY_WORD.get(kind) ?? []));
  return TRIALS.filter((trial) => wanted.has(trial));
}
const BEFORE_A_SIGN = takeTrials(DIGITS, DIGITS_AND_SIGN);
const BEFORE_A_WORD = takeTrials(DIGITS);
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

/** The same for a word given by itself that ends at `end` of the text: «العام» for «للعام». */
export function trialsOf(word: string, text: string, end: number): readonly Trial[] | undefined {
  const trials = BY_WORD.get(word);
  const opened = OPENED.get(word);
  if (opened !== undefined && goesOn(text, end)) return opened;
  return trials !== undefined && LEADING.has(word) && !goesOn(text, end) ? undefined : trials;
}

/** Patterns to try at the run of digits `text[start, end)`; undefined when what follows makes it no date. */
export function trialsAtNumber(text: string, start: number, end: number): readonly Trial[] | undefined {
  if (!goesOn(text, end)) return undefined;
  if (end - start === 4) return AT_FOUR_DIGITS;
  return SIGNS.has(text.charCodeAt(skipBlanks(text, end))) ? BEFORE_A_SIGN : BEFORE_A_WORD;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isArabic = (code: number) => code >= 0x0621 && code <= 0x06d3;
const isLatin = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x24f);
const SIGNS = new Set([..."/\\.-–—؍،,"].map((sign) => sign.charCodeAt(0)));

/** True when a date can go on after an offset: with a number, a sign that joins numbers, or a word of dates. */
function goesOn(text: string, offset: number): boolean {
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

const isBlank = (code: number) =>
  code === 0x20 || code === 0xa0 || code === 0x09 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
