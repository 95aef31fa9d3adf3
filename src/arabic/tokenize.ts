import { fold } from "./normalize.ts";

/** A word of the text: letters, marks and digits without a break. */
export interface Token {
  readonly text: string;
  /** Folded form for look-ups; never empty. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+/gu;

/** Words of `text` with offsets shifted by `base`. */
export function tokenize(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const key = fold(match[0]);
    if (key === "") continue;
    tokens.push({ text: match[0], key, start: base + match.index, end: base + match.index + match[0].length });
  }
  return tokens;
}

/** The words of a whole text, cut once and looked up by range. */
export interface Words {
  /** Words that lie wholly in `[start, end)`, in order. */
  between(start: number, end: number): readonly Token[];
}

export function indexWords(text: string): Words {
  const tokens = tokenize(text);
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
      return tokens.slice(firstFrom(start), Math.max(firstFrom(start), to));
    },
  };
}

/**
 * A sentence ends at . ؟ ! … (with closing quotes and brackets after it) before white space, not inside a number.
 * A dot written with a space before it ("…" .) ends one as well; two dots («وصف.. وتفصيل») are the press's dash,
 * and a dot after one letter («د. سليم», «أ.ف.ب.») is its abbreviation's, unless a number stands before it («2021 م.»).
 */
const SENTENCE_END =
  /(?:(?<!\.)(?<!(?<!\p{N}\s?)(?<![\p{L}\p{M}\p{N}])\p{L})\.(?!\.)|(?<![؟!…?])[؟!…?]+)[”"»’'\])}]*(?=\s|$)/gu;

/** Half-open ranges of the sentences of `text`, white space trimmed, shifted by `base`. */
export function sentences(text: string, base = 0): [number, number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from] as string)) from++;
    while (to > from && /\s/.test(text[to - 1] as string)) to--;
    if (to > from) ranges.push([base + from, base + to]);
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) push(match.index + match[0].length);
  push(text.length);
  return ranges;
}
