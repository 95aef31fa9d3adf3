import { byCodePoint } from "../effects.ts";

/** A record named in an article: the words that may stand for it, and its page. */
export interface MentionTarget {
  readonly words: readonly string[];
  readonly url: string;
}

/** A piece of a text; `url` on the words of a mention. */
export interface LinkedPiece {
  readonly text: string;
  readonly url?: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly target: MentionTarget;
}

/** What Arabic writes joined to the front of a name: a conjunction (و ف, "and"), then a preposition (ب ك ل, "with, as, for"). */
const PROCLITICS = /^[وف]?[بكل]?$/;
const CONJUNCTION = /^[وف]?$/;
const LETTER = /[\p{L}\p{M}\p{N}\u0640]/u;
const ARABIC = /^\p{Script=Arabic}/u;

/**
 * A function that cuts one text after another into pieces and links each record where it is first named, as a
 * whole word with its proclitics, the punctuation outside. Call it on the texts of one article in order.
 */
export function makeMentionLinker(targets: readonly MentionTarget[]): (text: string) => readonly LinkedPiece[] {
  let waiting = targets.map(({ words, url }) => ({ url, words: distinct(words) }));
  return (text) => {
    const found = firstMentions(text, waiting);
    if (found.length === 0) return [{ text }];
    const done = new Set(found.map(({ target }) => target.url));
    waiting = waiting.filter(({ url }) => !done.has(url));
    const pieces: LinkedPiece[] = [];
    let at = 0;
    for (const { start, end, target } of found) {
      if (start > at) pieces.push({ text: text.slice(at, start) });
      pieces.push({ text: text.slice(start, end), url: target.url });
      at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return pieces;
  };
}

/** Forms with single spaces, without punctuation around them. */
function distinct(words: readonly string[]): string[] {
  return [
    ...new Set(
      words
        .map((form) => form.replace(/\s+/g, " ").replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ""))
        .filter((form) => form !== ""),
    ),
  ];
}

/**
 * The first mention of each waiting record in `text`, none overlapping another. Where two begin at the same
 * place the longer wins, and the other record is looked for behind it.
 */
function firstMentions(text: string, waiting: readonly MentionTarget[]): Found[] {
  const queue = waiting.map((target) => find(text, target, 0)).filter((found) => found !== undefined);
  const accepted: Found[] = [];
  let end = 0;
  while (queue.length > 0) {
    queue.sort((a, b) => a.start - b.start || b.end - a.end || byCodePoint(a.target.url, b.target.url));
    const next = queue.shift() as Found;
    if (next.start >= end) {
      accepted.push(next);
      end = next.end;
    } else {
      const later = find(text, next.target, end);
      if (later !== undefined) queue.push(later);
    }
  }
  return accepted;
}

/** The first place at or after `from` that any of the forms takes, the longest where several begin together. */
function find(text: string, target: MentionTarget, from: number): Found | undefined {
  let best: Found | undefined;
  const offer = (at: readonly [number, number] | undefined) => {
    if (at === undefined) return;
    const [start, end] = at;
    if (best === undefined || start < best.start || (start === best.start && end > best.end))
      best = { start, end, target };
  };
  for (const words of target.words) {
    offer(findWord(text, words, ARABIC.test(words) ? PROCLITICS : /^$/, from));
    // After the preposition ل the article loses its alef: للصين is ل + الصين.
    if (words.startsWith("ال") && words.length > 3) offer(findWord(text, `لل${words.slice(2)}`, CONJUNCTION, from));
  }
  return best;
}

/** `words` with nothing but one of the allowed prefixes before it in its word, and nothing after it. */
function findWord(text: string, words: string, prefix: RegExp, from: number): readonly [number, number] | undefined {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (end < text.length && LETTER.test(text[end] as string)) continue;
    let start = at;
    while (start > 0 && LETTER.test(text[start - 1] as string)) start--;
    if (start >= from && prefix.test(text.slice(start, at))) return [start, end];
  }
  return undefined;
}
