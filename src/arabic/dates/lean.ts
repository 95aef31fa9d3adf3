import { addMonths, type Day, daysBetween, makeDay, numbersOf, weekdayOf } from "../calendars.ts";
import {
  ANNOUNCING,
  EXPECTING,
  FUTURE_CUES,
  NAMED_BY_A_DAY,
  NOT_FUTURE,
  PAST_CUES,
  SAYING,
} from "../lexicon/time-words.ts";
import { stepOf } from "./fragments.ts";
import type { At, Scene } from "./pattern.ts";

/**
 * Dates that lack something, told from the reference day and the words around them. What cannot be told for sure
 * is undefined.
 */

/** Days within which a day without a year is taken for the one nearby, whatever its side. A quarter of a year. */
const NEARBY = 92;
/** The same for months without a year. */
const NEARBY_MONTHS = 3;
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
  const piece = scene.text.slice(Math.max(0, offset - 40), offset);
  const attached = /[\u0621-\u064a\u066e-\u06d3a-z]*$/.exec(piece)?.[0] ?? "";
  const rest = /^[وفبلك]{0,2}$/.test(attached) ? piece.slice(0, piece.length - attached.length) : piece;
  return /([\u0621-\u064a\u066e-\u06d3a-z]+)[^\S\n]{0,4}[("«“]?$/.exec(rest)?.[1];
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

/**
 * The day that a day and a month mean beside the reference. A weekday decides the year; else the one nearby does;
 * else the tense. By itself, without a sentence, the expression is of the reference's year.
 */
export function nearestDay(month: number, day: number, scene: Scene, at: At, weekday?: number): Day | undefined {
  const { reference } = scene;
  if (reference === undefined || isName(scene, at)) return undefined;
  const [year] = numbersOf(reference);
  const candidates = [year - 1, year, year + 1].map((y) => makeDay(y, month, day)).filter((d) => d !== undefined);
  const fitting = weekday === undefined ? [] : candidates.filter((d) => weekdayOf(d) === weekday);
  const distance = (d: Day) => Math.abs(daysBetween(d, reference));
  if (fitting.length > 0) return fitting.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  if (weekday !== undefined) {
    // No year near makes the two agree: only a day nearby is told, for its contradiction to be reported.
    const near = candidates.filter((d) => distance(d) <= NEARBY);
    return near[0];
  }
  const past = candidates.filter((d) => d <= reference).at(-1);
  const future = candidates.find((d) => d > reference);
  const isNear = (d: Day | undefined) => d !== undefined && distance(d) <= NEARBY;
  return choose(
    past,
    future,
    isNear(past),
    isNear(future),
    scene,
    at,
    candidates.find((d) => numbersOf(d)[0] === year),
  );
}

/** The year that a month by itself is of, on the same grounds. */
export function nearestYear(month: number, scene: Scene, at: At): number | undefined {
  if (scene.reference === undefined) return undefined;
  const [year, now] = numbersOf(scene.reference);
  const back = (now - month + 12) % 12;
  if (back === 0) return year;
  const past = month < now ? year : year - 1;
  // «رفعت في أكتوبر», said in August, is last year's as often as not: a month ahead needs a word that says so.
  return choose(past, past + 1, back <= NEARBY_MONTHS, false, scene, at, year);
}

/** Year and month of «الشهر الماضي», «هذا الشهر». */
export function nearMonth(words: string, { reference }: Scene): [year: number, month: number] | undefined {
  const step = /^هذا/.test(words) ? 0 : stepOf(words.replace(/^\S+\s+/, ""));
  if (reference === undefined || step === undefined) return undefined;
  const [year, month] = numbersOf(addMonths(`${reference.slice(0, 7)}-01`, step));
  return [year, month];
}

function choose<T>(
  past: T,
  future: T,
  pastIsNear: boolean,
  futureIsNear: boolean,
  scene: Scene,
  at: At,
  sameYear: T,
): T | undefined {
  if (standsAlone(scene, at)) return sameYear;
  if (pastIsNear) return past;
  const tense = tenseAround(scene, at);
  if (tense === "past") return past;
  return futureIsNear || tense === "future" ? future : undefined;
}

/** «ثورة 25 يناير»: the day is a name, and its year is not told by the reference. */
function isName(scene: Scene, [start]: At): boolean {
  const word = wordBefore(scene, start);
  return (
    word !== undefined &&
    [word, word.replace(/^[وفبل]?(?:ا?ل)?/, "")].some(
      (form) => NAMED_BY_A_DAY.has(form) || NAMED_BY_A_DAY.has(`${form.replace(/تي$/, "")}ه`),
    )
  );
}
