import { readings } from "../arabic/clitics.ts";
import { hashText, join } from "./hash.ts";
import type { Spelling } from "./spelling.ts";
import { lookUp, makeTable, type Table } from "./table.ts";

/**
 * What is known of single words, packed into one number: how often people carry it as a given name and as a family
 * name (0 to 3), whether it is a transliterated foreign name, a kind of place, and how common it is (0 to 7).
 */
export const FIELDS = {
  given: [0, 3],
  family: [2, 3],
  rare: [4, 1],
  foreign: [5, 1],
  place: [6, 7],
  famous: [9, 1],
  organization: [10, 1],
  frequency: [11, 7],
} as const;

export type Field = keyof typeof FIELDS;

export function fieldOf(value: number, field: Field): number {
  const bits = FIELDS[field];
  return (value >> bits[0]) & bits[1];
}

/** Everything but how common a word is. */
export const NAME_BITS = (1 << FIELDS.frequency[0]) - 1;

/** Bits of a phrase's value; `fullName` is somebody's whole name, `person` a well-known one's. */
export const PHRASE = { person: 1, place: 2, smallPlace: 4, organization: 8, prefix: 16, fullName: 32 } as const;

export interface Lexicon {
  readonly words: Table;
  readonly phrases: Table;
  /** Word → its cluster among 256 (8 bits) and among 1,024 (10 bits above them). */
  readonly clusters: Table;
  readonly spelling: Spelling;
}

/** Hashes and the value of each: a map while it is made, two arrays when it is read. */
export interface WordList {
  keys(): Iterable<number>;
  values(): Iterable<number>;
}

/** The words and phrases as lists, as the model's file keeps them: sorted by key. */
export interface LexiconEntries {
  readonly words: WordList;
  readonly phrases: WordList;
  readonly clusters: WordList;
  readonly spelling: Spelling;
}

export function makeLexicon({ words, phrases, clusters, spelling }: LexiconEntries): Lexicon {
  return {
    spelling,
    clusters: tableOf(clusters),
    words: tableOf(words),
    phrases: tableOf(phrases),
  };
}

function tableOf(list: WordList): Table {
  const [keys, values] = [list.keys(), list.values()];
  return keys instanceof Uint32Array && values instanceof Int32Array
    ? makeTable(keys, values)
    : makeTable([...keys], [...values]);
}

/** What is known of a folded word; 0 for nothing. */
export function wordValue(lexicon: Lexicon, hash: number): number {
  return Math.max(0, lookUp(lexicon.words, hash));
}

const PHRASE_SEED = 0x51ed270b;

/** The hash of a phrase so far, and with one more word. */
export function extendPhrase(sofar: number | undefined, word: number): number {
  return join(sofar ?? PHRASE_SEED, word);
}

export function phraseOf(lexicon: Lexicon, hash: number): number {
  return Math.max(0, lookUp(lexicon.phrases, hash));
}

/** The reading of a word that is most likely without its clitics. */
export interface Bare {
  readonly key: string;
  /** Folded letters in front of it. */
  readonly length: number;
  readonly hash: number;
  readonly value: number;
}

/**
 * A word that is a name or a place is read whole («وليد», «باريس»); else the reading that is one; else the
 * commonest word among the readings, the fewest letters taken off first.
 */
export function bareOf(key: string, lexicon: Lexicon): Bare {
  const hash = hashText(key);
  const whole: Bare = { key, length: 0, hash, value: wordValue(lexicon, hash) };
  if (key.length < 3 || isKnown(whole.value)) return whole;
  let best = whole;
  for (const reading of readings(key)) {
    if (reading.key === key) continue;
    const readingHash = hashText(reading.key);
    const value = wordValue(lexicon, readingHash);
    const bare = { key: reading.key, length: reading.length, hash: readingHash, value };
    if (weight(bare) > weight(best)) best = bare;
  }
  return best;
}

function isKnown(value: number): boolean {
  return (
    fieldOf(value, "given") > 1 || fieldOf(value, "family") > 1 || isKnownPlace(value) || fieldOf(value, "famous") > 0
  );
}

function isKnownPlace(value: number): boolean {
  const place = fieldOf(value, "place");
  return place > 0 && place <= 2;
}

function weight({ value }: Bare): number {
  return (isKnown(value) ? 8 : 0) + fieldOf(value, "frequency") + (value & NAME_BITS ? 0.5 : 0);
}
