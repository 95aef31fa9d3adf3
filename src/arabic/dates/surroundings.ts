import { ANNOUNCING, EXPECTING, FUTURE_CUES, NOT_FUTURE, PAST_CUES, SAYING } from "../lexicon/time-words.ts";
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
  const from = Math.max(0, offset - reach);
  const piece = scene.text.slice(from, offset);
  const breaks = [...piece.matchAll(/[.؟?!؛;](?=\s)|\n/g)].at(-1);
  const start = breaks === undefined ? 0 : breaks.index + 1;
  return [...piece.slice(start).matchAll(/[\u0621-\u064a\u066e-\u06d3a-z]+/g)]
    .map((match) => ({ word: match[0], start: from + start + match.index }))
    .reverse();
}

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

/**
 * Whether the sentence speaks of what was or of what will be, by the cue nearest in front of the expression:
 * «سيزور», «من المقرر» against «كان», «وقع». Verbs of saying count only directly before it.
 */
export function tenseAround(scene: Scene, [start, end]: At): "past" | "future" | undefined {
  const after = wordAfter(scene, end);
  if (after !== undefined && isFutureCue(after, scene, scene.text.indexOf(after, end))) return "future";
  const words = wordsBefore(scene, start);
  for (const [i, { word, start: at }] of words.entries()) {
    if (isFutureCue(word, scene, at)) return "future";
    const bare = withoutConjunction(word);
    if (EXPECTING.has(bare) && /^ان/.test(words[i - 1]?.word ?? "")) return "future";
    if (ANNOUNCING.has(bare) && !TURNS_PAST.test(words[i + 1]?.word ?? "")) return "future";
    // «قد يزور» is what may be.
    if (bare === "قد" && /^[يتن]/.test(words[i - 1]?.word ?? "")) continue;
    if (PAST_CUES.has(word) || PAST_CUES.has(bare)) return "past";
    if (i <= 1 && (SAYING.has(word) || SAYING.has(bare))) return "past";
  }
  return undefined;
}

/** «لم يعقد», «كان يستقبل». */
const TURNS_PAST = /^[وف]?(?:لم|كان|كانت|كانوا|ظل|ظلت|بات)$/;
const withoutConjunction = (word: string) => (/^[وف]..../.test(word) ? word.slice(1) : word);

function isFutureCue(word: string, scene: Scene, offset: number): boolean {
  const bare = withoutConjunction(word);
  if (FUTURE_CUES.has(word) || FUTURE_CUES.has(bare)) return true;
  if (/^سا..../.test(bare)) return scene.written(offset + word.length - bare.length + 1) === "أ";
  return /^س[يتن].../.test(bare) && !NOT_FUTURE.test(bare);
}
