import { foldInPlace } from "./normalize.ts";
import { hashOn, NO_HASH, spellingAt } from "./words.ts";

/** A word of the text: letters, marks and digits without a break. */
export interface Token {
  readonly text: string;
  /** Folded form for look-ups; never empty. */
  readonly key: string;
  /** Number of the key: see `rememberByWord`. */
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const IN_WORD = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]/u;

const OUTSIDE = 0;
const INSIDE = 1;
const HALF = 2;

/** Whether a code unit stands in a word; of half a character its other half must be asked. A table, as in `fold`. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code >= 0xd800 && code <= 0xdfff ? HALF : IN_WORD.test(String.fromCharCode(code)) ? INSIDE : OUTSIDE,
);

/** Words of `text`, at most the first `most` of them, with offsets shifted by `base`. */
export function tokenize(text: string, base = 0, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length && tokens.length < most; ) {
    let hash = NO_HASH;
    let end = start;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      const kind = KINDS[code];
      if (kind === INSIDE) end++;
      else if (kind === HALF && IN_WORD.test(String.fromCodePoint(text.codePointAt(end) as number))) end += 2;
      else break;
      hash = hashOn(hash, code);
    }
    if (end === start) {
      start++;
      continue;
    }
    const { text: word, key, id } = spellingAt(text, start, end, hash);
    if (key !== "") tokens.push({ text: word, key, id, start: base + start, end: base + end });
    start = end;
  }
  return tokens;
}

/** A line's words alone, folded: «** المزيد…» and «المزيد» have one key. Empty for a line without words. */
export function lineKey(line: string): string {
  return tokenize(line)
    .map(({ key }) => key)
    .join(" ");
}

/** The words and sentences of a whole text, cut once and looked up by range, and its letters, folded once. */
export interface Words {
  /** Words that lie wholly in `[start, end)`, in order. */
  between(start: number, end: number): readonly Token[];
  /** The sentences of the text from `start` up to `end`: see `sentences`. */
  sentencesIn(start: number, end: number): readonly (readonly [number, number])[];
  /** `foldInPlace` of the text from `start` up to `end`. */
  folded(start: number, end: number): string;
}

export function indexWords(text: string): Words {
  const tokens = tokenize(text);
  const known = new Map<number, { readonly end: number; readonly ranges: [number, number][] }>();
  let inPlace: string | undefined;
  const firstFrom = (offset: number) => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle] as Token).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    between(start, end) {
      let to = firstFrom(end);
      if (to > 0 && (tokens[to - 1] as Token).end > end) to--;
      const from = firstFrom(start);
      return tokens.slice(from, Math.max(from, to));
    },
    sentencesIn(start, end) {
      const found = known.get(start);
      if (found?.end === end) return found.ranges;
      const ranges = sentences(text.slice(start, end), start);
      known.set(start, { end, ranges });
      return ranges;
    },
    folded(start, end) {
      inPlace ??= foldInPlace(text);
      return inPlace.slice(start, end);
    },
  };
}

/**
 * A sentence ends at . ؟ ! … (with closing quotes and brackets after it) before white space, not inside a number.
 * A dot written with a space before it ("…" .) ends one as well; two dots («وصف.. وتفصيل») are the press's dash,
 * and a dot after one letter («د. سليم», «أ.ف.ب.») is its abbreviation's, unless a number stands before it («2021 م.»).
 */
const SENTENCE_END =
  /(?:(?<!\.)(?<!(?<!\p{N}\s?)(?<![\p{L}\p{M}\p{N}])\p{L})\.(?!\.)|(?<![؟!…?])[؟!…?]+)[”"»’'\])}]*(?=\s|$)/uy;

/** The marks a sentence ends at: only there is the expression tried. */
const isEndMark = (code: number) =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x61f || code === 0x2026;

const SPACE = /\s/;
const isSpace = (code: number) =>
  code === 0x20 || ((code <= 0x20 || code >= 0xa0) && SPACE.test(String.fromCharCode(code)));

/** Half-open ranges of the sentences of `text`, white space trimmed, shifted by `base`. */
export function sentences(text: string, base = 0): [number, number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) ranges.push([base + from, base + to]);
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    if (!isEndMark(text.charCodeAt(at))) continue;
    SENTENCE_END.lastIndex = at;
    if (!SENTENCE_END.test(text)) continue;
    push(SENTENCE_END.lastIndex);
    at = start - 1;
  }
  push(text.length);
  return ranges;
}
