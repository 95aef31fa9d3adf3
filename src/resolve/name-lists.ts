import { offsetAfter } from "../arabic/clitics.ts";
import { NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { ARABIC_GIVEN_NAMES, MANNERS, OPEN_PARTICLES } from "../arabic/lexicon/names.ts";
import { isArabicName } from "../arabic/names/key.ts";
import { remember } from "../arabic/remember.ts";
import { tokenize } from "../arabic/tokenize.ts";

/** Where a name stands. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Words of a name, which are the same each time an article has it. */
export const wordsOf = remember((name) => tokenize(name));

/**
 * «أنور سليم ونادر حبيب» are two people: a word with و, which is no name by itself, between two words and two more, or
 * whose rest the text has by itself as well; a hamza behind the و («وإدريس») is never a foreign W. A name that is cut
 * off goes on (`restOf`), one that ends with how something was said («نافيا») or with the verb of two people ends before it.
 */
export function splitList<Name extends Spot>(raw: string, name: Name): Name[] {
  const words = wordsOf(name.text);
  const last = words.at(-1);
  const rest = restOf(raw, name);
  if (rest > 0) {
    const end = name.end + rest;
    return splitList(raw, { ...name, end, text: raw.slice(name.start, end) });
  }
  const isBehind = last !== undefined && ((MANNERS.has(last.key) && words.length > 2) || isVerbOfTwo(raw, name));
  if (isBehind && words.length > 1) {
    const end = words.at(-2)?.end ?? 0;
    return splitList(raw, { ...name, end: name.start + end, text: name.text.slice(0, end) });
  }
  const at = words.findIndex(
    ({ key, text }, i) =>
      (i > 0 && /^و[إأآ]/u.test(text)) ||
      (key.startsWith("و") &&
        !ARABIC_GIVEN_NAMES.has(key) &&
        ((i >= 2 && i <= words.length - 2 && key.length > 3) || (i > 0 && key.length > 4 && standsAlone(raw, text)))),
  );
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return [name];
  const start = word.start + offsetAfter(word.text, 1);
  const others = { ...name, start: name.start + start, text: name.text.slice(start) };
  return [{ ...name, end: name.start + before.end, text: name.text.slice(0, before.end) }, ...splitList(raw, others)];
}

/**
 * How far a name that is cut off goes on: one that ends with «بن», «آل» or a foreign particle («فان») for the next word,
 * a foreign one of several words for what is joined to it by a hyphen without spaces («فو يانغ-سو»).
 */
function restOf(raw: string, { text, end }: Spot): number {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined || last.end < text.length) return 0;
  const isOpen = last.key === "بن" || last.key === "ال" || (words.length > 1 && OPEN_PARTICLES.has(last.key));
  const isJoined = raw[end] === "-" && words.length > 1 && !isArabicName(words.map(({ key }) => key));
  if (!isOpen && !isJoined) return 0;
  const next = tokenize(raw.slice(end, end + 40))[0];
  if (next === undefined) return 0;
  const gap = raw.slice(end, end + next.start);
  const goesOn = isJoined ? gap === "-" && !next.key.startsWith("ال") : /^ +$/u.test(gap);
  return goesOn && !NOT_IN_NAMES.has(next.key) ? next.end : 0;
}

/** «أنور ونادر يصلان»: two people did, and the recogniser may take the verb for the second one's family. */
function isVerbOfTwo(raw: string, { text, start }: Spot): boolean {
  const isSecond = text.startsWith("و") || /(?:^|\P{L})و$/u.test(raw.slice(0, start));
  return isSecond && /^\S+ ي\S{3,}ان$/u.test(text);
}

/** Whether what follows the «و» of a word is a word of the text too: «ولرابي» joins where «لرابي» stands elsewhere. */
function standsAlone(raw: string, word: string): boolean {
  const rest = word.slice(1);
  for (let at = raw.indexOf(rest); at >= 0; at = raw.indexOf(rest, at + 1)) {
    if (!LETTER.test(raw[at - 1] ?? "") && !LETTER.test(raw[at + rest.length] ?? "")) return true;
  }
  return false;
}

export const LETTER = /[\p{L}\p{M}]/u;
