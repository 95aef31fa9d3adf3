import { hashOn, NO_HASH } from "../arabic/words.ts";

/** Words and single marks of punctuation. */
const PIECE = /^(?:([\p{L}\p{M}\p{N}\u0640\u200C\u200D])|[^\s\p{C}])$/u;

const UNKNOWN = 0;
const BETWEEN = 1;
const MARK = 2;
const IN_WORD = 3;

/** What code units are, asked of the expression once each. */
const KINDS = new Uint8Array(0x10000);

function kindOf(character: string): number {
  const match = PIECE.exec(character);
  return match === null ? BETWEEN : match[1] === undefined ? MARK : IN_WORD;
}

function kindOfUnit(code: number): number {
  let kind = KINDS[code] as number;
  if (kind === UNKNOWN) {
    kind = kindOf(String.fromCharCode(code));
    KINDS[code] = kind;
  }
  return kind;
}

/** Starts and ends, in turn, of the words and marks of `text`; `hashes` gains those of the pieces, as `spellingAt` asks for them. */
export function cutPieces(text: string, hashes: number[] = []): number[] {
  const ends: number[] = [];
  let start = -1;
  let hash = NO_HASH;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let kind = kindOfUnit(code);
    let next = at + 1;
    if (code >= 0xd800 && code <= 0xdbff) {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      kind = kindOf(character);
      next = at + character.length;
    }
    if (kind === IN_WORD) {
      if (start < 0) {
        start = at;
        hash = NO_HASH;
      }
      for (let i = at; i < next; i++) hash = hashOn(hash, text.charCodeAt(i));
    } else {
      if (start >= 0) {
        ends.push(start, at);
        hashes.push(hash);
      }
      start = -1;
      if (kind === MARK) {
        ends.push(at, next);
        hash = NO_HASH;
        for (let i = at; i < next; i++) hash = hashOn(hash, text.charCodeAt(i));
        hashes.push(hash);
      }
    }
    at = next;
  }
  if (start >= 0) {
    ends.push(start, text.length);
    hashes.push(hash);
  }
  return ends;
}

/** «على» (on) and «علي» (Ali), with and without the conjunctions that may stand before them. */
const ALI = new Map(["", "و", "ف"].map((conjunction) => [`${conjunction}علي`, `${conjunction}على`]));
const [YEH, ALEF_MAKSURA] = ["ي", "ى"];

/** Whether a sentence writes ى at the end of words: where one does not, ي stands for both. */
export function writesMaksura(text: string): boolean {
  return text.includes(ALEF_MAKSURA as string);
}

/**
 * The key of a word that folds to `key` and ends in `text` before `end`. Folding makes one word of
 * «على» and «علي», and the first is a hundred times as common: the key keeps ى unless a ي is surely meant, because the
 * sentence (`marked`) writes ى elsewhere.
 */
export function keyOf(key: string, text: string, end: number, marked: boolean): string {
  if (key.length > 4 || !key.endsWith("علي") || (marked && text[end - 1] === YEH)) return key;
  return ALI.get(key) ?? key;
}

/** The key as lists have it, which are folded: «على» is «علي» there. */
export function listedKey(key: string): string {
  return key.at(-1) === ALEF_MAKSURA ? key.slice(0, -1) + YEH : key;
}
