/**
 * How the postings lie in a file of the index. Numbers are written in base 128, lowest digits first, the high bit says
 * that more follow. A file lists keys in order:
 *
 *     letters shared with the key before, bytes of the rest, the rest, bytes of the entry, entry
 *     entry: number of namings, namings, number of forms, then of each: form (see index-terms.ts), shards that have it
 *            as bits, then of each shard: number of pages, pages
 *     naming: difference to the record before, 4 × size + kind, spelling, pages
 *     page:  difference to the page before, runs
 *     run:   2 × (number of places × weights + weight) + whether another run follows, places as differences
 *
 * The last two weights are none: NAMED stands for a page of a record that bears the word; after OTHER the weight follows.
 */

/** A word of the body weighs 24; one of several readings of a word a part of that. */
export const WEIGHTS = [24, 12, 120, 60, 48, 8, 40, 6];
export const NAMED = WEIGHTS.length;
export const OTHER = WEIGHTS.length + 1;
export const WEIGHT_CODES = WEIGHTS.length + 2;
/** Weight of a word of the body. */
const ONE = 24;

/** Lengths of pages are kept to a sixth of their logarithm: a letter each. */
const STEPS = 4;
const FIRST_LETTER = 48;

/** One letter for the number of words of a page. */
export const formatLength = (words: number) =>
  String.fromCharCode(FIRST_LETTER + Math.round(STEPS * Math.log2(Math.max(1, words))));

export const parseLength = (letter: number) => 2 ** ((letter - FIRST_LETTER) / STEPS);

/** The shortest beginning of `key` that sorts after `before`, the key in front of it. */
export function separate(before: string, key: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === key[shared]) shared++;
  return key.slice(0, shared + 1);
}

/** Numbers of a naming. */
const NAMING_NUMBERS = 4;

/** A key of a file and where its entry lies. */
export interface Entry {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The keys of a file of postings. */
export function parseEntries(bytes: Uint8Array): Entry[] {
  const { number, raw, isAtEnd } = readNumbers(bytes);
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  for (let before = ""; !isAtEnd(); ) {
    const key = before.slice(0, number()) + decoder.decode(raw(number()));
    entries.push({ key, bytes: raw(number()) });
    before = key;
  }
  return entries;
}

/** That a word stands in a name of a record: what the cards above the results are found by. */
export interface Naming {
  /** Number of the record among those of the archive. */
  readonly record: number;
  readonly kind: NamingKind;
  /** Words of the name that tell something; 0: the key is the whole name. */
  readonly size: number;
  /** `spellingNumber` of the word as the name has it; 0 where any form of the word will do. */
  readonly spelling: number;
  /** Pages of the volume that name the record, where the word may mean other things as well. */
  readonly pages: number;
}

/** A name; a part of a person's name that may stand alone; a headline of an event; a subject, which only its whole name means. */
export const NAMING_KINDS = ["name", "called", "event", "topic"] as const;
export type NamingKind = (typeof NAMING_KINDS)[number];

/** Two letters of base 128 are enough to tell the forms of a word from each other. */
export function spellingNumber(letters: string): number {
  let hash = 0x811c9dc5;
  for (const letter of letters) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return 1 + (hash % (128 ** 2 - 1));
}

export function readNamings({ bytes }: Entry): Naming[] {
  const { number } = readNumbers(bytes);
  let record = 0;
  return Array.from({ length: number() }, () => {
    record += number();
    const head = number();
    const kind = NAMING_KINDS[head % NAMING_KINDS.length] as NamingKind;
    return { record, kind, size: Math.floor(head / NAMING_KINDS.length), spelling: number(), pages: number() };
  });
}

/** What a page has of a word. */
export interface Held {
  /** Sum of the weights of its places; the body's is one. */
  weight: number;
  isNamed: boolean;
  /** In order within a run. */
  places: number[];
  runs: number;
}

export const makeHeld = (): Held => ({ weight: 0, isNamed: false, places: [], runs: 0 });

/** Adds what the pages of an entry have to what `onPage` gives for each of them and the form the key has there. */
export function readPages(
  { bytes }: Entry,
  starts: readonly number[],
  onPage: (page: number, form: number) => Held,
): void {
  const { number } = readNumbers(bytes);
  for (let left = NAMING_NUMBERS * number(); left > 0; left--) number();
  for (let forms = number(); forms > 0; forms--) {
    const form = number();
    let shards = number();
    for (let shard = 0; shards > 0; shard++, shards = Math.floor(shards / 2)) {
      if (shards % 2 === 0) continue;
      let page = starts[shard] as number;
      for (let pages = number(); pages > 0; pages--) {
        page += number();
        const held = onPage(page, form);
        for (let hasMore = true; hasMore; ) {
          const head = number();
          hasMore = head % 2 === 1;
          const run = Math.floor(head / 2);
          const code = run % WEIGHT_CODES;
          const count = Math.floor(run / WEIGHT_CODES);
          if (code === NAMED) held.isNamed = true;
          else held.weight += (count * (code === OTHER ? number() : (WEIGHTS[code] as number))) / ONE;
          held.runs++;
          for (let left = count, at = 0; left > 0; left--) {
            at += number();
            held.places.push(at);
          }
        }
      }
    }
  }
}

function readNumbers(bytes: Uint8Array) {
  let at = 0;
  return {
    isAtEnd: () => at >= bytes.length,
    number: () => {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 127) * unit;
        if (byte < 128) return value;
      }
    },
    raw: (length: number) => {
      at += length;
      return bytes.subarray(at - length, at);
    },
  };
}
