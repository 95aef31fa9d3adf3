import type { AnalyzedChunk, AnalyzedWord } from "./analyze.ts";

/**
 * How a key is written in the index. The end marker closes it, so that the index, which takes a word for the
 * beginning of longer ones, finds it alone; a letter of Arabic script that no key holds and that has no case. Between
 * key and marker stand three combining marks for the form the word was written in: the index folds them when it
 * compares, and prefers the same ones when it ranks.
 */
export const END = "\u06BD";
/** Stands for a chunk without words: counted by the index, not searchable. */
export const NO_WORD = "-";
/** Between terms of one place. */
export const BETWEEN = "_";

/** Combining marks that are letters to the index. */
const MARKS =
  "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0610\u0611\u0612\u0613\u0614\u0615\u0616\u0617\u0618\u0619\u061A\u06D6\u06D7\u06D8\u06D9\u06DA\u06DB\u06DC";

/** One word for the index: the terms of everything a chunk is found by. No sign of markup is among them. */
export function formatTerms({ words, names }: AnalyzedChunk): string {
  let own = written.get(words);
  if (own === undefined) {
    own = [...new Set(words.flatMap((word) => word.keys.map((key) => formatTerm(key, word))))].join(BETWEEN);
    written.set(words, own);
  }
  if (names.length === 0) return own === "" ? NO_WORD : own;
  const whole = names.map((name) => formatTerm(name)).join(BETWEEN);
  return own === "" ? whole : own + BETWEEN + whole;
}

/** The analyzer gives equal chunks the same list of words. */
const written = new WeakMap<readonly AnalyzedWord[], string>();

/** A key as it stands in the index; with the form it was written in, when that is another. */
export function formatTerm(key: string, word?: Pick<AnalyzedWord, "form">): string {
  return plain(key) + (word === undefined || word.form === key ? "" : marksOf(word.form)) + END;
}

/** The beginning of a key: finds every key that begins with it. */
export function formatBeginning(key: string): string {
  return plain(key);
}

/** The index drops what is no letter or number: the point of 3.5 becomes a letter. */
const plain = (key: string) => (key.includes(".") ? key.replaceAll(".", "x") : key);

function marksOf(form: string): string {
  // FNV-1a: 32 bits are enough for three of 26 marks.
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193) >>> 0;
  const mark = (place: number) => MARKS[Math.floor(hash / MARKS.length ** place) % MARKS.length] as string;
  return mark(0) + mark(1) + mark(2);
}
