import { isDay } from "../../arabic/calendars.ts";
import { parseArabicDate } from "../../arabic/dates.ts";
import type { Span } from "../../model/span.ts";

/** Between the parts. Tatweel and underscore are dashes only between blanks, a slash not between numbers. */
const SEPARATOR =
  /\s*(?:[‐‑‒–—―−]{1,3}|-{1,3}|(?<=\s)[ـ_]{1,3}(?=\s)|[:[\]()«»“”"|•]|(?<!\d)\/|\/(?!\d))(?:\s|[-‐‑‒–—―−:[\]()«»“”"|•/])*/gu;
const MOST_PIECES = 8;

/** What stands for a date while the parts are cut; no text holds it. */
const MASK = "\uE000";
/** A date that `masked` masked. */
export const MASKED = /\uE000+/;

/** What stands between two separators of a line, and where in it. */
export interface Piece {
  readonly text: string;
  readonly at: Span;
}

/** The pieces, and where the separator behind each ends. */
export interface Cut {
  readonly pieces: readonly Piece[];
  readonly ends: readonly number[];
}

/** Where the first line ends. */
export function lineEnd(text: string): number {
  const at = text.indexOf("\n");
  return at < 0 ? text.length : at;
}

/** The line with its dates masked, letter for letter. */
export function masked(line: string): string {
  let result = line;
  for (const { at, edtf, absolute } of parseArabicDate(line))
    if (absolute && isDay(edtf)) result = result.slice(0, at[0]) + MASK.repeat(at[1] - at[0]) + result.slice(at[1]);
  return result;
}

/** Pieces between separators, and where the separator behind each ends. */
export function cut(line: string): { pieces: Piece[]; ends: number[] } {
  const pieces: Piece[] = [];
  const ends: number[] = [];
  let start = 0;
  const add = (from: number, to: number, end: number) => {
    const text = line.slice(from, to).trim();
    if (text !== "") {
      const at = line.indexOf(text, from);
      pieces.push({ text, at: [at, at + text.length] });
      ends.push(end);
    } else if (ends.length > 0) ends[ends.length - 1] = end;
  };
  for (const { 0: separator, index } of line.matchAll(SEPARATOR)) {
    add(start, index, index + separator.length);
    start = index + separator.length;
    if (pieces.length >= MOST_PIECES) break;
  }
  add(start, line.length, line.length);
  return { pieces, ends };
}
