import { fold, isIgnored } from "../normalize.ts";

/** Marks that belong to the letter in front of them, and the stretch: a span that ends on their letter takes them in. */
const TRAILING = /[\u0640\u064b-\u065f\u0670]/;

/** A text in the letters of `fold`, and the way back to the text as written. */
export interface FoldedText {
  readonly folded: string;
  /** Offset in the text of a folded letter. */
  origin(offset: number): number;
  /** The range in the text of a range of folded letters, the marks of its last letter included. */
  span(start: number, end: number): [start: number, end: number];
}

/** Blank between words of one line: `[^\\S\\n]`. */
export const isBlank = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  (code >= 0x0b && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x1680 && (code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || OTHER_BLANKS.has(code)));
const OTHER_BLANKS = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

export function foldText(text: string): FoldedText {
  const folded = fold(text);
  // Nothing was dropped: offsets are the same.
  if (folded.length === text.length) return { folded, origin: (offset) => offset, span: (start, end) => [start, end] };
  let known: Uint32Array | undefined;
  // Most texts hold no date: the table is made when the first one is found.
  const origin = (offset: number) => {
    known ??= originsOf(text, folded.length);
    return known[offset] ?? text.length;
  };
  return {
    folded,
    origin,
    span(start, end) {
      let last = origin(end - 1) + 1;
      while (last < text.length && TRAILING.test(text[last] as string)) last++;
      return [origin(start), last];
    },
  };
}

function originsOf(text: string, length: number): Uint32Array {
  const origins = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < text.length; i++) if (!isIgnored(text[i] as string)) origins[at++] = i;
  return origins;
}
