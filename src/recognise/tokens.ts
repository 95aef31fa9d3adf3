import { fold } from "../arabic/normalize.ts";

/** A word or one mark of punctuation. */
export interface Piece {
  /** Folded; the mark itself for punctuation. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const PIECE = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|[^\s\p{C}]/gu;

/** Words and marks of `text` with offsets shifted by `base`. */
export function cutPieces(text: string, base = 0): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: match, index } of text.matchAll(PIECE)) {
    const key = fold(match);
    if (key !== "") pieces.push({ key, start: base + index, end: base + index + match.length });
  }
  return pieces;
}
