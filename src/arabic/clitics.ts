import { isIgnored } from "./normalize.ts";

/** One way to read a word: `key` without its proclitics, `length` the folded letters taken off. */
export interface Reading {
  readonly key: string;
  readonly length: number;
}

const CONJUNCTIONS = "وف";
const PREPOSITIONS = "بكل";

/** Readings of words met before: a text repeats its words, and several stages ask for them. */
const KNOWN = new Map<string, readonly Reading[]>();
const MOST_KNOWN = 50_000;
/** Longer words may be views of a whole text, which would be kept alive with them. */
const LONGEST_KNOWN = 12;

/**
 * Readings of a folded word, fewest letters taken off first. Proclitics of Arabic nouns are the
 * conjunctions و and ف ("and"), then one preposition ب ك ل ("with, as, for"), then the article ال,
 * whose alef is not written after ل: للصين is ل + الصين.
 * Nothing says which reading is right; the caller looks each up.
 */
export function readings(key: string): readonly Reading[] {
  let found = KNOWN.get(key);
  if (found === undefined) {
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    found = readingsOf(key);
    if (key.length <= LONGEST_KNOWN) KNOWN.set(key, found);
  }
  return found;
}

function readingsOf(key: string): Reading[] {
  const found: Reading[] = [{ key, length: 0 }];
  const hasConjunction = CONJUNCTIONS.includes(key[0] as string);
  for (let skip = 0; skip <= (hasConjunction ? 1 : 0); skip++) {
    const rest = skip === 0 ? key : key.slice(skip);
    if (skip > 0 && rest.length >= 2) found.push({ key: rest, length: skip });
    if (rest.length < 3 || !PREPOSITIONS.includes(rest[0] as string)) continue;
    found.push({ key: rest.slice(1), length: skip + 1 });
    if (rest.startsWith("لل") && rest.length >= 4) found.push({ key: `ال${rest.slice(2)}`, length: skip });
  }
  return found;
}

/** Offset in `text` after its first `letters` letters that folding keeps. */
export function offsetAfter(text: string, letters: number): number {
  let offset = 0;
  for (
    let left = letters;
    offset < text.length && (left > 0 || (left === 0 && letters > 0 && isIgnored(text[offset] as string)));
    offset++
  ) {
    if (!isIgnored(text[offset] as string)) left--;
  }
  return offset;
}
