import { gunzipSync, gzipSync } from "node:zlib";
import { LABEL_COUNT as L } from "./labels.ts";
import type { LexiconEntries, WordList } from "./lexicon.ts";

/** A trained tagger with the word lists it was trained on. */
export interface Model {
  readonly lexicon: LexiconEntries;
  /** Hashes of features, ascending. */
  readonly features: Uint32Array;
  /** Weights of feature after feature, one for each tag, in units of `unit`. */
  readonly weights: Int8Array;
  readonly unit: number;
  /** Weights of tag after tag. */
  readonly transitions: Float64Array;
}

const MAGIC = "sijill names 1\n";

/**
 * The model's file: gzip around the magic line, one line of JSON with the lengths, then the feature hashes as
 * differences in LEB128, the weights column by column, and the two word lists in the same way.
 */
export function writeModel({ lexicon, features, weights, unit, transitions }: Model): Uint8Array {
  const lists = [lexicon.words, lexicon.phrases, lexicon.clusters].map((list) => {
    const values = [...list.values()];
    return Array.from(list.keys(), (key, i) => [key >>> 0, values[i] as number] as const).sort(([a], [b]) => a - b);
  });
  const head: Head = {
    features: features.length,
    lists: lists.map(({ length }) => length),
    spelling: lexicon.spelling.weights.length,
    spellingUnit: lexicon.spelling.unit,
    unit,
    transitions: [...transitions],
  };
  const columns = new Uint8Array(weights.length);
  for (let row = 0; row < features.length; row++)
    for (let y = 0; y < L; y++) columns[y * features.length + row] = (weights[row * L + y] as number) & 0xff;
  const parts = [
    new TextEncoder().encode(`${MAGIC}${JSON.stringify(head)}\n`),
    differences(features),
    columns,
    ...lists.flatMap((list) => [
      differences(list.map(([key]) => key)),
      ...VALUE_BYTES.map((shift) => Uint8Array.from(list, ([, value]) => (value >> shift) & 0xff)),
    ]),
    new Uint8Array(lexicon.spelling.weights),
  ];
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** What the file's line of JSON says. */
interface Head {
  readonly features: number;
  /** Lengths of the lists of words, phrases and clusters. */
  readonly lists: readonly number[];
  readonly spelling: number;
  readonly spellingUnit: number;
  readonly unit: number;
  readonly transitions: readonly number[];
}

/** A list's values have 24 bits, kept byte by byte. */
const VALUE_BYTES = [0, 8, 16] as const;

/** Reads what `writeModel` wrote. Throws an Error when the bytes are something else. */
export function readModel(file: Uint8Array): Model {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(file);
  } catch (cause) {
    throw new Error("This is no model of names: it is not compressed with gzip.", { cause });
  }
  const start = MAGIC.length;
  if (new TextDecoder().decode(bytes.subarray(0, start)) !== MAGIC)
    throw new Error(`This is no model of names: it does not begin with «${MAGIC.trim()}».`);
  const end = bytes.indexOf(10, start);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as Head;
  let at = end + 1;
  const keys = (count: number) => {
    const found = new Uint32Array(count);
    let last = 0;
    for (let i = 0; i < count; i++) {
      // Five bytes hold 35 bits, more than a shift can make: they are multiplied instead.
      let place = 1;
      let byte = bytes[at++] as number;
      while (byte & 0x80) {
        last += (byte & 0x7f) * place;
        place *= 0x80;
        byte = bytes[at++] as number;
      }
      last += byte * place;
      found[i] = last;
    }
    return found;
  };
  const features = keys(head.features);
  const weights = new Int8Array(head.features * L);
  for (let y = 0; y < L; y++)
    for (let row = 0; row < head.features; row++) weights[row * L + y] = bytes[at++] as number;
  const lists = head.lists.map((count): WordList => {
    const found = keys(count);
    const values = new Int32Array(count);
    for (const shift of VALUE_BYTES)
      for (let i = 0; i < count; i++) values[i] = (values[i] as number) | ((bytes[at++] as number) << shift);
    return { keys: () => found, values: () => values };
  });
  const spelling = { weights: Int8Array.from(bytes.subarray(at, at + head.spelling)), unit: head.spellingUnit };
  at += head.spelling;
  const [words, phrases, clusters] = lists;
  if (at !== bytes.length || !words || !phrases || !clusters)
    throw new Error("This model of names is cut off or has bytes left over.");
  return {
    lexicon: { words, phrases, clusters, spelling },
    features,
    weights,
    unit: head.unit,
    transitions: Float64Array.from(head.transitions),
  };
}

function differences(sorted: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const next of sorted) {
    let value = next - last;
    last = next;
    while (value > 0x7f) {
      bytes.push((value & 0x7f) | 0x80);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}
