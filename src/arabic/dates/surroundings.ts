import { ANNOUNCING, EXPECTING, FUTURE_CUES, NOT_FUTURE, PAST_CUES, SAYING } from "../lexicon/time-words.ts";
import { remember } from "../remember.ts";
import type { At, Scene } from "./pattern.ts";
import { isBlank } from "./text.ts";

/** What the words around an expression tell of it. */

/** How far back the sentence is read for its tense, in characters. */
const REACH = 160;

interface WordBefore {
  readonly word: string;
  /** Offset in the scene's text. */
  readonly start: number;
}

/** Words of the sentence in front of an offset, nearest first. */
export function wordsBefore(scene: Scene, offset: number, reach = REACH): WordBefore[] {
  const words: WordBefore[] = [];
  for (let word = lastWord(scene.text, offset, offset, reach); word !== undefined; ) {
    words.push(word);
    word = lastWord(scene.text, word.start, offset, reach);
  }
  return words;
}

/** The last word before `end` of the sentence in front of `offset`, not more than `reach` characters before that. */
function lastWord(text: string, end: number, offset: number, reach = REACH): WordBefore | undefined {
  const first = Math.max(0, offset - reach);
  let last = end;
  for (; last > first && !isLetter(text.charCodeAt(last - 1)); last--) {
    const code = text.charCodeAt(last - 1);
    if (code === 0x0a || (ENDS_SENTENCE.has(code) && last < offset && /\s/.test(text[last] as string)))
      return undefined;
  }
  const start = wordFrom(text, last, first);
  return start === last ? undefined : { word: text.slice(start, last), start };
}

const ENDS_SENTENCE: ReadonlySet<number> = new Set([...".؟?!؛;"].map((sign) => sign.charCodeAt(0)));

/**
 * The word in front of an offset, blanks and an opening bracket or quote between them allowed; proclitics written
 * on to what stands at the offset («والأربعاء») are passed over.
 */
export function wordBefore(scene: Scene, offset: number): string | undefined {
  const { text } = scene;
  const first = Math.max(0, offset - 40);
  const attached = wordFrom(text, offset, first);
  let end = offset;
  if (offset - attached <= 2 && PROCLITICS.test(text.slice(attached, offset))) end = attached;
  if (end > first && OPENS_QUOTE.has(text.charCodeAt(end - 1))) end--;
  const last = Math.max(first, end - 4);
  while (end > last && isBlank(text.charCodeAt(end - 1))) end--;
  const start = wordFrom(text, end, first);
  return start === end ? undefined : text.slice(start, end);
}

const PROCLITICS = /^[وفبلك]*$/;
const OPENS_QUOTE: ReadonlySet<number> = new Set([...'("«“'].map((sign) => sign.charCodeAt(0)));
const isLetter = (code: number) =>
  (code >= 0x0621 && code <= 0x064a) || (code >= 0x066e && code <= 0x06d3) || (code >= 0x61 && code <= 0x7a);

/** Where the word begins that ends at an offset, not before `first`. */
function wordFrom(text: string, end: number, first: number): number {
  let start = end;
  while (start > first && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The word directly after an offset. */
export function wordAfter(scene: Scene, offset: number): string | undefined {
  return /^[^\S\n]{0,4}([\u0621-\u064a\u066e-\u06d3a-z]+)/.exec(scene.text.slice(offset, offset + 30))?.[1];
}

/** «يوم المعلم سنة 2016»: the year belongs to a day whose name is not known here, so it is not what is dated. */
export const isOfNamedDay = (scene: Scene, offset: number): boolean =>
  /(?<![\u0621-\u064a])[وفبل]?(?:يوم|عيد)[^\S\n]{1,4}ال[\u0621-\u064a]{2,12}[^\S\n]{1,4}$/.test(
    scene.text.slice(Math.max(0, offset - 30), offset),
  );

/** True when the text holds nothing besides: a field's value, a query, a table's cell. */
export function standsAlone(scene: Scene, [start, end]: At): boolean {
  const rest = scene.text.length - (end - start);
  return rest <= 40 && !/[\p{L}\p{N}]/u.test(scene.text.slice(0, start) + scene.text.slice(end));
}

/** What a word says of the sentence's tense: bits. */
const IS_FUTURE = 1;
/** Future where an alef with a hamza was written: «سأزور», not «ساحة». */
const IS_FUTURE_WITH_HAMZA = 2;
const EXPECTS = 4;
const ANNOUNCES = 8;
const MAY_BE = 16;
const IS_PAST = 32;
const SAYS = 64;
/** Turns the word behind it into the past. */
const TURNS_PAST = 128;
const OPENS_CLAUSE = 256;
const IS_PRESENT_VERB = 512;

const withoutConjunction = (word: string) => (/^[وف]..../.test(word) ? word.slice(1) : word);

/** The words of a sentence come again in the next: what each says is worked out once. */
const cuesOf = remember((word) => {
  const bare = withoutConjunction(word);
  const isOne = (words: ReadonlySet<string>) => words.has(word) || words.has(bare);
  const isFuture = isOne(FUTURE_CUES) || (!/^سا..../.test(bare) && /^س[يتن].../.test(bare) && !NOT_FUTURE.test(bare));
  return (
    (isFuture ? IS_FUTURE : /^سا..../.test(bare) ? IS_FUTURE_WITH_HAMZA : 0) |
    (EXPECTING.has(bare) ? EXPECTS : 0) |
    (ANNOUNCING.has(bare) ? ANNOUNCES : 0) |
    // «قد يزور» is what may be.
    (bare === "قد" ? MAY_BE : 0) |
    (isOne(PAST_CUES) ? IS_PAST : 0) |
    (isOne(SAYING) ? SAYS : 0) |
    // «لم يعقد», «كان يستقبل».
    (/^[وف]?(?:لم|كان|كانت|كانوا|ظل|ظلت|بات)$/.test(word) ? TURNS_PAST : 0) |
    (word.startsWith("ان") ? OPENS_CLAUSE : 0) |
    (/^[يتن]/.test(word) ? IS_PRESENT_VERB : 0)
  );
});

/** Words in front of the expression that a verb of saying may be. */
const SAID_WITHIN = 2;

/**
 * Whether the sentence speaks of what was or of what will be, by the cue nearest in front of the expression:
 * «سيزور», «من المقرر» against «كان», «وقع». Verbs of saying count only directly before it.
 */
export function tenseAround(scene: Scene, [start, end]: At): "past" | "future" | undefined {
  const after = wordAfter(scene, end);
  if (after !== undefined && isFuture(cuesOf(after), after, scene, scene.text.indexOf(after, end))) return "future";
  /** What the word behind the one looked at says. */
  let behind = 0;
  let word = lastWord(scene.text, start, start);
  for (let i = 0; word !== undefined; i++) {
    const cues = cuesOf(word.word);
    if (isFuture(cues, word.word, scene, word.start)) return "future";
    if ((cues & EXPECTS) !== 0 && (behind & OPENS_CLAUSE) !== 0) return "future";
    const before = lastWord(scene.text, word.start, start);
    if ((cues & ANNOUNCES) !== 0 && (before === undefined || (cuesOf(before.word) & TURNS_PAST) === 0)) return "future";
    const mayBe = (cues & MAY_BE) !== 0 && (behind & IS_PRESENT_VERB) !== 0;
    if (!mayBe && ((cues & IS_PAST) !== 0 || ((cues & SAYS) !== 0 && i < SAID_WITHIN))) return "past";
    behind = cues;
    word = before;
  }
  return undefined;
}

function isFuture(cues: number, word: string, scene: Scene, offset: number): boolean {
  if ((cues & IS_FUTURE_WITH_HAMZA) === 0) return (cues & IS_FUTURE) !== 0;
  return scene.written(offset + word.length - withoutConjunction(word).length + 1) === "أ";
}
