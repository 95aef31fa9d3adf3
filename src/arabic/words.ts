import { fold } from "./normalize.ts";
import { ownCopy } from "./remember.ts";

/** A word as it is written, kept once for all its places: an archive says most of its words often. */
export interface Spelling {
  readonly text: string;
  /** Folded form for look-ups; empty for marks alone. */
  readonly key: string;
  /** Number of the key, the same for all its spellings, from 0; -1 when there were too many to keep. */
  readonly id: number;
}

interface Kept extends Spelling {
  readonly hash: number;
  readonly next: Kept | undefined;
}

/** Spellings and keys kept; in some 10,000 articles those that come later are one word in fifty. */
export const MOST_KEPT = 1 << 17;
const BUCKETS = 1 << 17;

const buckets: (Kept | undefined)[] = new Array(BUCKETS);
const ids = new Map<string, { readonly key: string; readonly id: number }>();
let kept = 0;

/** FNV-1a over code units, the next of them taken in; begins with `NO_HASH`. */
export const NO_HASH = 0x811c9dc5;
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The word `text[start, end)`, whose code units have the hash `hash`. Found without being cut out of the text. */
export function spellingAt(text: string, start: number, end: number, hash: number): Spelling {
  const bucket = (hash >>> 0) & (BUCKETS - 1);
  for (let one = buckets[bucket]; one !== undefined; one = one.next)
    if (one.hash === hash && isAt(one.text, text, start, end)) return one;
  return keep(text.slice(start, end), hash, bucket);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function keep(word: string, hash: number, bucket: number): Spelling {
  const folded = fold(word);
  if (kept >= MOST_KEPT) return { text: word, key: folded, id: ids.get(folded)?.id ?? -1 };
  kept++;
  // A piece of a text may be a view of it, which would be kept alive with the word.
  const text = ownCopy(word);
  let own = ids.get(folded);
  if (own === undefined) {
    own = { key: folded === word ? text : ownCopy(folded), id: ids.size };
    ids.set(own.key, own);
  }
  const found: Kept = { text, key: own.key, id: own.id, hash, next: buckets[bucket] };
  buckets[bucket] = found;
  return found;
}

/** What `make` says of a word's key, worked out once for each word that is kept. */
export function rememberByWord<T>(make: (key: string) => T): (word: Pick<Spelling, "key" | "id">) => T {
  // As long as the words met so far: room for all that are ever kept would be a megabyte for each question asked.
  const known: (T | undefined)[] = [];
  return ({ key, id }) => {
    if (id < 0) return make(key);
    while (known.length <= id) known.push(undefined);
    let found = known[id];
    if (found === undefined) {
      found = make(key);
      known[id] = found;
    }
    return found;
  };
}
