/** A run of what stands between blanks, and the words in it. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between blanks, punctuation and all: the unit the index counts in. */
export function chunks(text: string): Chunk[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: chunk, index }) => ({
    text: chunk,
    start: index,
    end: index + chunk.length,
  }));
}

/** Letters of the script, its digits, and what may stand between them; its own marks of punctuation (٪ ٭ ۔) divide. */
const ARABIC =
  "[\\u0620-\\u0669\\u066E-\\u06D3\\u06D5-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06FC\\u06FF\\u0750-\\u077F\\u0870-\\u08FF\\p{M}\\u200C\\u200D]";
/**
 * Tokenizer: words of a chunk. Punctuation divides («الصين/روسيا»), and so does the border of a script or of a
 * number («كوفيد19», «لـGoogle»); a dot or comma between digits does not («3.5»), nor between letters of an
 * abbreviation («U.S.»), nor an apostrophe («Xi'an»).
 */
const WORD = new RegExp(
  `\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*|(?:(?=\\p{Script=Arabic})${ARABIC}+)|(?:(?!\\p{Script=Arabic})\\p{L}\\p{M}*)(?:['’.](?=\\p{L})|(?!\\p{Script=Arabic})\\p{L}|\\p{M})*`,
  "gu",
);

export function words(chunk: string): string[] {
  const plain = /[\uFB50-\uFDFF\uFE70-\uFEFF\uFF00-\uFFEF]/.test(chunk) ? chunk.normalize("NFKC") : chunk;
  // A letter of an Arabic word is never a digit, but Arabic digits are of its script.
  return Array.from(
    plain.replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/g, "").matchAll(WORD),
    ([word]) => word,
  ).flatMap(splitDigits);
}

function splitDigits(word: string): string[] {
  return /\p{Nd}/u.test(word) && /\p{L}/u.test(word) ? (word.match(/\p{Nd}+|[^\p{Nd}]+/gu) ?? []) : [word];
}
