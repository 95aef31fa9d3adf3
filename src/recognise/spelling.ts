import { hashRange } from "./hash.ts";

/** What a word may be by its letters alone. */
export const SOUNDS = ["ordinary word", "Arabic name", "foreign name", "place"] as const;

export const SOUND_COUNT = SOUNDS.length;
/** Runs of letters are hashed into so many rows of weights. */
export const SPELLING_ROWS = 1 << 15;

/**
 * Two linear classifiers of words by their runs of letters, each learned from one half of the listed words: a word is
 * judged by the one that has not seen it, so that a listed word looks no surer than one that no list has.
 */
export interface Spelling {
  /** The two halves one after another, row after row of `SOUND_COUNT` weights. */
  readonly weights: Int8Array;
  readonly unit: number;
}

export const NO_SPELLING: Spelling = { weights: new Int8Array(0), unit: 1 };

/** Which half of the listed words a word is of: 0 or 1. */
export function halfOf(hash: number): number {
  return (hash >>> 7) & 1;
}

/** Rows of the runs of one to five letters of a word, its ends marked; the article is left out. */
export function spellingRows(key: string): number[] {
  const framed = `^${key.startsWith("ال") && key.length > 4 ? key.slice(2) : key}$`;
  const rows: number[] = [];
  for (let n = 2; n <= 5; n++) {
    for (let i = 0; i + n <= framed.length; i++) rows.push(hashRange(framed, i, i + n) & (SPELLING_ROWS - 1));
  }
  return rows;
}

/** How much rather than an ordinary word a word looks like each other kind; empty without a classifier. */
export function spellingOf({ weights, unit }: Spelling, key: string, hash: number): number[] {
  if (weights.length === 0) return [];
  const base = (1 - halfOf(hash)) * SPELLING_ROWS;
  let [ordinary, arabic, foreign, place] = [0, 0, 0, 0];
  for (const row of spellingRows(key)) {
    const at = (base + row) * SOUND_COUNT;
    ordinary += (weights[at] as number) * unit;
    arabic += (weights[at + 1] as number) * unit;
    foreign += (weights[at + 2] as number) * unit;
    place += (weights[at + 3] as number) * unit;
  }
  return [arabic - ordinary, foreign - ordinary, place - ordinary];
}
