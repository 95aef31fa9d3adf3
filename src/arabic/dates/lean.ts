import { addMonths, type Day, daysBetween, makeDay, numbersOf, weekdayOf } from "../calendars.ts";
import { NAMED_BY_A_DAY } from "../lexicon/time-words.ts";
import { stepOf } from "./fragments.ts";
import type { At, Scene } from "./pattern.ts";
import { standsAlone, tenseAround, wordBefore } from "./surroundings.ts";

/**
 * Dates that lack something, told from the reference day and the words around them. What cannot be told for sure
 * is undefined.
 */

/** Days within which a day without a year is taken for the one nearby, whatever its side. A quarter of a year. */
const NEARBY = 92;
/** The same for months without a year. */
const NEARBY_MONTHS = 3;
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
  const sameYear = candidates.find((d) => numbersOf(d)[0] === year);
  return nearestOf(candidates, sameYear, scene, at);
}

/** Which of the days, in order of time, is meant: the one nearby, else what the tense says; `alone` outside a sentence. */
export function nearestOf(days: readonly Day[], alone: Day | undefined, scene: Scene, at: At): Day | undefined {
  const { reference } = scene;
  if (reference === undefined) return undefined;
  const past = days.filter((d) => d <= reference).at(-1);
  const future = days.find((d) => d > reference);
  const isNear = (d: Day | undefined) => d !== undefined && Math.abs(daysBetween(d, reference)) <= NEARBY;
  return choose({ past, future, pastIsNear: isNear(past), futureIsNear: isNear(future), alone }, scene, at);
}

/** The year that a month by itself is of, on the same grounds. */
export function nearestYear(month: number, scene: Scene, at: At): number | undefined {
  if (scene.reference === undefined) return undefined;
  const [year, now] = numbersOf(scene.reference);
  const back = (now - month + 12) % 12;
  if (back === 0) return year;
  const past = month < now ? year : year - 1;
  // «رفعت في أكتوبر», said in August, is last year's as often as not: a month ahead needs a word that says so.
  const pastIsNear = back <= NEARBY_MONTHS;
  return choose({ past, future: past + 1, pastIsNear, futureIsNear: false, alone: year }, scene, at);
}

/** Year and month of «الشهر الماضي», «هذا الشهر». */
export function nearMonth(words: string, { reference }: Scene): [year: number, month: number] | undefined {
  const step = /^هذا/.test(words) ? 0 : stepOf(words.replace(/^\S+\s+/, ""));
  if (reference === undefined || step === undefined) return undefined;
  const [year, month] = numbersOf(addMonths(`${reference.slice(0, 7)}-01`, step));
  return [year, month];
}

/** Year and month of «مايو الماضي», «يونيو المقبل». */
export function monthBeside(
  month: number,
  adjective: string,
  reference: Day,
): [year: number, month: number] | undefined {
  const step = stepOf(adjective);
  const [year, now] = numbersOf(reference);
  if (step === undefined || (step === 0 && month !== now)) return undefined;
  if (step < 0) return [month < now ? year + step + 1 : year + step, month];
  return [step > 0 && month > now ? year + step - 1 : year + step, month];
}

interface Choice<T> {
  /** The last one not after the reference, and the first after it. */
  readonly past: T;
  readonly future: T;
  readonly pastIsNear: boolean;
  readonly futureIsNear: boolean;
  /** Meant when there is no sentence around. */
  readonly alone: T;
}

function choose<T>({ past, future, pastIsNear, futureIsNear, alone }: Choice<T>, scene: Scene, at: At): T | undefined {
  if (standsAlone(scene, at)) return alone;
  if (pastIsNear) return past;
  const tense = tenseAround(scene, at);
  // Days ahead, yet told as past: one of the two is misread.
  if (tense === "past") return futureIsNear ? undefined : past;
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
