import { runsOf } from "./characters.ts";
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
const LETTER = /\p{L}/u;
const NUMBER = /\p{N}/u;

/** What a character is to words and sentences: bits. */
const WORD = 1;
const IS_LETTER = 2;
const IS_NUMBER = 4;
/** A sentence may end at it: . ؟ ! ? … */
const ENDS = 8;
/** May stand behind the mark that ends a sentence: quotation marks and brackets that close. */
const CLOSES = 16;
const SPACE = 32;
/** Half a character: the other half must be asked. */
const HALF = 64;

/** Kinds of code units. A table, as in `fold`; no unit is of two of these classes, so that whole runs are filled. */
const KINDS = new Uint8Array(0x10000);
for (const [kind, expression] of [
  [WORD | IS_LETTER, LETTER],
  [WORD | IS_NUMBER, NUMBER],
  [WORD, /[\p{M}\u200C\u200D]/u],
  [ENDS, /[.؟!?…]/],
  [CLOSES, /[”"»’'\])}]/],
  [SPACE, /\s/],
] as const)
  for (const [from, to] of runsOf(expression)) KINDS.fill(kind, from, to);
KINDS.fill(HALF, 0xd800, 0xe000);

/** Kind of the character that begins at `at`; of half a one no kind. */
function kindAt(text: string, at: number): number {
  const kind = KINDS[text.charCodeAt(at)] as number;
  return kind === HALF ? kindOf(String.fromCodePoint(text.codePointAt(at) as number)) : kind;
}

function kindOf(character: string): number {
  return (
    (IN_WORD.test(character) ? WORD : 0) |
    (LETTER.test(character) ? IS_LETTER : 0) |
    (NUMBER.test(character) ? IS_NUMBER : 0)
  );
}

/** Words of `text`, at most the first `most` of them, with offsets shifted by `base`. */
export function tokenize(text: string, base = 0, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length && tokens.length < most; ) {
    let hash = NO_HASH;
    let end = start;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      const kind = KINDS[code] as number;
      if ((kind & WORD) !== 0) end++;
      else if (kind === HALF && (kindAt(text, end) & WORD) !== 0) end += 2;
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

/** Letters and digits of a text alone. */
export function lettersOf(text: string): string {
  let letters = "";
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const length = KINDS[code] === HALF && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    if ((kindAt(text, at) & (IS_LETTER | IS_NUMBER)) === 0) {
      letters += text.slice(from, at);
      from = at + length;
    }
    at += length;
  }
  return from === 0 ? text : letters + text.slice(from);
}

/** A line's words alone, folded: «** المزيد…» and «المزيد» have one key. Empty for a line without words. */
export function lineKey(line: string): string {
  return tokenize(line)
    .map(({ key }) => key)
    .join(" ");
}

/** The words and sentences of a whole text, cut once and looked up by range, and its letters, folded once. */
export interface Words {
  readonly tokens: readonly Token[];
  /** Number of the first word that begins at `offset` or behind it. */
  first(offset: number): number;
  /** Number of the first word that does not end before `offset`, or at it. */
  last(offset: number): number;
  /** Words that lie wholly in `[start, end)`, in order: those from `first(start)` to before `last(end)`. */
  between(start: number, end: number): readonly Token[];
  /** The sentences of the text from `start` up to `end`: see `sentences`. */
  sentencesIn(start: number, end: number): readonly (readonly [number, number])[];
  /** `foldInPlace` of the text from `start` up to `end`. */
  folded(start: number, end: number): string;
}

export function indexWords(text: string): Words {
  const tokens = tokenize(text);
  let marks: readonly number[] | undefined;
  const known = new Map<number, { readonly end: number; readonly ranges: [number, number][] }>();
  let inPlace: string | undefined;
  const first = (offset: number) => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle] as Token).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const last = (offset: number) => {
    const to = first(offset);
    return to > 0 && (tokens[to - 1] as Token).end > offset ? to - 1 : to;
  };
  return {
    tokens,
    first,
    last,
    between: (start, end) => tokens.slice(first(start), last(end)),
    sentencesIn(start, end) {
      const found = known.get(start);
      if (found?.end === end) return found.ranges;
      marks ??= marksBetween(text, tokens);
      const ranges = sentencesBetween(text, start, end, marks);
      known.set(start, { end, ranges });
      return ranges;
    },
    folded(start, end) {
      inPlace ??= foldInPlace(text);
      return inPlace.slice(start, end);
    },
  };
}

/** Half-open ranges of the sentences of `text`, white space trimmed, shifted by `base`. */
export function sentences(text: string, base = 0): [number, number][] {
  const ranges = sentencesBetween(text, 0, text.length, marksBetween(text, []));
  if (base !== 0)
    for (const range of ranges) {
      range[0] += base;
      range[1] += base;
    }
  return ranges;
}

/** Where the marks stand that a sentence may end at; none stands in a word. */
function marksBetween(text: string, words: readonly Token[]): number[] {
  const marks: number[] = [];
  let at = 0;
  for (let i = 0; i <= words.length; i++) {
    const word = words[i];
    for (const end = word?.start ?? text.length; at < end; at++)
      if (KINDS[text.charCodeAt(at)] === ENDS) marks.push(at);
    if (word !== undefined) at = word.end;
  }
  return marks;
}

/** Sentences of `text` from `start` up to `end` as if it were a text by itself; `marks` are all that one may end at. */
function sentencesBetween(text: string, start: number, end: number, marks: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  let begin = start;
  const push = (until: number) => {
    let from = begin;
    let to = until;
    while (from < to && isSpace(text, from)) from++;
    while (to > from && isSpace(text, to - 1)) to--;
    if (to > from) ranges.push([from, to]);
    begin = until;
  };
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  for (; low < marks.length && (marks[low] as number) < end; low++) {
    const until = sentenceEnd(text, marks[low] as number, start, end);
    if (until !== undefined) push(until);
  }
  push(end);
  return ranges;
}

const isSpace = (text: string, at: number) => ((KINDS[text.charCodeAt(at)] as number) & SPACE) !== 0;
const DOT = 0x2e;

/**
 * Where the sentence ends whose mark stands at `at`: a sentence ends at . ؟ ! … (with closing quotes and brackets after
 * it) before white space, not inside a number. A dot written with a space before it ("…" .) ends one as well; two dots
 * («وصف.. وتفصيل») are the press's dash, and a dot after one letter («د. سليم», «أ.ف.ب.») is its abbreviation's, unless a
 * number stands before it («2021 م.»). `start` and `end` are those of the text looked at.
 */
function sentenceEnd(text: string, at: number, start: number, end: number): number | undefined {
  const isDot = text.charCodeAt(at) === DOT;
  if (at > start && isMark(text.charCodeAt(at - 1), isDot)) return undefined;
  let until = at + 1;
  while (until < end && isMark(text.charCodeAt(until), isDot)) until++;
  if (isDot && until > at + 1) return undefined;
  while (until < end && ((KINDS[text.charCodeAt(until)] as number) & CLOSES) !== 0) until++;
  if (until < end && !isSpace(text, until)) return undefined;
  return isDot && endsAbbreviation(text, at, start) ? undefined : until;
}

const isMark = (code: number, isDot: boolean) => (isDot ? code === DOT : code !== DOT && KINDS[code] === ENDS);

/** Whether one letter stands before `at`, neither in a word nor behind a number. */
function endsAbbreviation(text: string, at: number, start: number): boolean {
  const letter = characterBefore(text, at, start);
  if (letter < start || (kindAt(text, letter) & IS_LETTER) === 0) return false;
  const before = characterBefore(text, letter, start);
  if (before < start) return true;
  // White space, unlike the marks of a word, may part the letter from its number.
  if ((kindAt(text, before) & WORD) !== 0 && !isJoiner(text.charCodeAt(before))) return false;
  const number = isSpace(text, before) ? characterBefore(text, before, start) : before;
  return number < start || (kindAt(text, number) & IS_NUMBER) === 0;
}

/** Zero-width characters stand in words and are neither letters nor marks. */
const isJoiner = (code: number) => code === 0x200c || code === 0x200d;

/** Where the character before `at` begins; before `start` when there is none. */
function characterBefore(text: string, at: number, start: number): number {
  const isPair = at - 2 >= start && (text.codePointAt(at - 2) as number) > 0xffff;
  return isPair ? at - 2 : at - 1;
}
