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

/** Devanagari zero: a digit of no script that articles are written in. */
const POINT = "\u0966";

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
  return indexedKey(key) + (word === undefined || word.form === key ? "" : marksOf(word.form)) + END;
}

/** A term of the index as what it stands for; undefined when it is several joined, or none. */
export function parseTerm(term: string): { readonly key: string; readonly form: number } | undefined {
  if (!term.endsWith(END) || term.includes(BETWEEN)) return undefined;
  const end = term.length - END.length;
  const marks = [...term.slice(Math.max(0, end - 3), end)].map((mark) => MARKS.indexOf(mark));
  if (marks.length < 3 || marks.includes(-1)) return { key: term.slice(0, end), form: 0 };
  return {
    key: term.slice(0, end - 3),
    form: 1 + marks.reduceRight((number, mark) => number * MARKS.length + mark, 0),
  };
}

/** The form a key was written in as the index tells it from others; 0 when it is the key itself. */
export function formNumber(key: string, form: string): number {
  return form === key ? 0 : 1 + (hashOf(form) % MARKS.length ** 3);
}

/** The index drops what is no letter or number and divides where numbers meet letters: the point of 3.5 becomes a digit. */
export const indexedKey = (key: string) => (key.includes(".") ? key.replaceAll(".", POINT) : key);

function marksOf(form: string): string {
  const hash = hashOf(form);
  const mark = (place: number) => MARKS[Math.floor(hash / MARKS.length ** place) % MARKS.length] as string;
  return mark(0) + mark(1) + mark(2);
}

/** FNV-1a: 32 bits are enough for three of 26 marks. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
