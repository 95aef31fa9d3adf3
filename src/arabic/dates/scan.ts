import { isDay } from "../calendars.ts";
import { ADJECTIVE, S, WEEKDAY, weekdayOfName } from "./fragments.ts";
import { type Outcome, type Pattern, REFUSED, type Reading, type Scene } from "./pattern.ts";
import { prepare, type Trial, trialsAtNumber, trialsAtWord, trialsOf } from "./triggers.ts";
import { withWeekday } from "./whole-day.ts";

/** A reading with the place it was read at, in the folded text. */
export interface Found extends Reading {
  readonly rule: string;
  readonly at: readonly [number, number];
}

const LETTER = 1;
const DIGIT = 2;
/** Code unit → what it is to dates: a letter of Arabic or Latin script, a digit, or neither. */
const KIND = new Uint8Array(0x10000);
for (const [from, to, kind] of [
  [0x30, 0x39, DIGIT],
  [0x61, 0x7a, LETTER],
  [0xe0, 0x24f, LETTER],
  [0x621, 0x64a, LETTER],
  [0x66e, 0x6d3, LETTER],
] as const) {
  KIND.fill(kind, from, to + 1);
}

/**
 * Readings of a text in order. Goes over it once: at each word or number that a pattern can begin with, the longest
 * match that is a date, or that is known to be none, takes its words.
 */
export function scan(scene: Scene): Found[] {
  const { text } = scene;
  const found: Found[] = [];
  for (let i = 0; i < text.length; ) {
    const kind = KIND[text.charCodeAt(i)];
    let end = i + 1;
    if (kind !== 0) while (KIND[text.charCodeAt(end)] === kind) end++;
    i = kind === LETTER ? readWord(scene, i, end, found) : kind === DIGIT ? readNumber(scene, i, end, found) : end;
  }
  return found;
}

/** A run of digits; returns where to go on. */
function readNumber(scene: Scene, start: number, end: number, found: Found[]): number {
  const trials =
    end - start > 4 || !startsNumber(scene.text, start) ? undefined : trialsAtNumber(scene.text, start, end);
  return (trials && tryAt(scene, start, trials, found)) ?? end;
}

/** False inside a longer number, a code or an address: +20-12-2021, F-16, 1.2.3, a/2021. */
function startsNumber(text: string, start: number): boolean {
  const before = text[start - 1] ?? " ";
  if (/[a-z+#$€£_@=&?%٪]/.test(before)) return false;
  if (!/[.,:/\\–-]/.test(before) || !/[0-9a-z/]/.test(text[start - 2] ?? " ")) return true;
  // «14:08-20 أبريل»: an hour joined to the day.
  return /[–-]/.test(before) && /(?<!\d)\d{1,2}:\d\d$/.test(text.slice(Math.max(0, start - 7), start - 1));
}

const PROCLITICS = new Set([..."وفبلك"].map((letter) => letter.charCodeAt(0)));
const TENS = /^(?:ال)?(?:عشر|ثلاث)(?:ون|ين)$/;
const LAM = "ل".charCodeAt(0);

/** A word, as it stands and without one or two proclitics: «وبأيلول», «للأربعاء» (the article has lost its alef). */
function readWord(scene: Scene, start: number, end: number, found: Found[]): number {
  const { text } = scene;
  for (let at = start; ; at++) {
    // «السادس والعشرين»: tens after و belong to the number in front, read or not.
    if (at > start && TENS.test(text.slice(at, end))) return end;
    const trials = trialsAtWord(text, at, end);
    const next = trials && tryAt(scene, at, trials, found);
    if (next !== undefined) return next;
    if (at - start >= 2 || end - at < 4 || !PROCLITICS.has(text.charCodeAt(at))) return end;
    if (text.charCodeAt(at) === LAM && text.charCodeAt(at + 1) === LAM) {
      const articled = trialsOf(`ا${text.slice(at + 1, end)}`, text, end);
      return (articled && tryAt(scene, at + 1, articled, found)) ?? end;
    }
  }
}

/** «من كل عام»: no one day. */
const RECURRING = /^[^\S\n]{1,4}(?:من|في)[^\S\n]{1,4}كل[^\S\n]/;

/** The range without a bracket that is not opened or closed in it; with the one that closes what it opens. */
function balanced(text: string, start: number, end: number): [start: number, end: number] {
  const words = text.slice(start, end);
  const opened = words.includes("(");
  if (words.endsWith(")") && !opened) return [start, end - 1];
  if (opened && !words.includes(")")) {
    if (text[end] === ")") return [start, end + 1];
    if (words.startsWith("(")) return [start + 1, end];
  }
  return [start, end];
}

const BEHIND = new RegExp(
  `^${S}(?<mark>\\((?:يوم${S})?|يوم${S})?(?<weekday>${WEEKDAY})(?!${S}(?:${ADJECTIVE}|(?:من|هذا)${S}))\\)?`,
  "u",
);

/** «14/3/2019 (الخميس)»: a weekday behind the day is the day's, and checked, unless it stands there by chance. */
function withWeekdayBehind(date: Found, text: string): Found {
  const match = isDay(date.edtf) ? BEHIND.exec(text.slice(date.at[1], date.at[1] + 40)) : null;
  if (match === null) return date;
  const checked = withWeekday(date, weekdayOfName(match.groups?.weekday as string));
  if (checked.contradiction !== undefined && match.groups?.mark === undefined) return date;
  return { ...date, ...checked, at: balanced(text, date.at[0], date.at[1] + match[0].length) };
}

/** Tries the patterns at an offset, longest match first; returns the end of the words that were taken. */
function tryAt(scene: Scene, start: number, trials: readonly Trial[], found: Found[]): number | undefined {
  const matches: { pattern: Pattern; match: RegExpExecArray }[] = [];
  for (const trial of trials) {
    const { pattern, expression } = trial;
    if (!trial.isReady) prepare(trial);
    expression.lastIndex = start;
    const match = expression.exec(scene.text);
    if (match !== null && match[0].length > 0) matches.push({ pattern, match });
  }
  matches.sort((a, b) => b.match[0].length - a.match[0].length);
  for (const { pattern, match } of matches) {
    const at = balanced(scene.text, start, start + match[0].length);
    const outcome: Outcome = RECURRING.test(scene.text.slice(at[1], at[1] + 20))
      ? REFUSED
      : pattern.read(match.groups ?? {}, scene, at);
    if (outcome === undefined) continue;
    if (outcome === REFUSED) return at[1];
    for (const reading of "edtf" in outcome ? [outcome] : outcome)
      found.push({ ...reading, rule: reading.rule ?? pattern.rule, at: reading.at ?? at });
    if (pattern.opening && match.groups?.weekday === undefined)
      found.push(withWeekdayBehind(found.pop() as Found, scene.text));
    return (found.at(-1) as Found).at[1];
  }
  return undefined;
}
