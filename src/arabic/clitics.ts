import { isIgnored } from "./normalize.ts";

/** One way to read a word: `key` without its proclitics, `length` the folded letters taken off. */
export interface Reading {
  readonly key: string;
  readonly length: number;
}

const CONJUNCTIONS = "وف";
const PREPOSITIONS = "بكل";

/**
 * Readings of a folded word, fewest letters taken off first. Proclitics of Arabic nouns are the
 * conjunctions و and ف ("and"), then one preposition ب ك ل ("with, as, for"), then the article ال,
 * whose alef is not written after ل: للصين is ل + الصين.
 * Nothing says which reading is right; the caller looks each up.
 */
export function readings(key: string): Reading[] {
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
