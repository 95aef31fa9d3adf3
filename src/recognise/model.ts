import { gunzipSync, gzipSync } from "node:zlib";
import { LABEL_COUNT as L } from "./labels.ts";
import type { LexiconEntries } from "./lexicon.ts";

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
  const lists = [lexicon.words, lexicon.phrases].map((list) => [...list].sort(([a], [b]) => a - b));
  const [words, phrases] = lists as [[number, number][], [number, number][]];
  const head = {
    features: features.length,
    words: words.length,
    phrases: phrases.length,
    unit,
    transitions: [...transitions],
  };
  const columns = new Uint8Array(weights.length);
  for (let row = 0; row < features.length; row++)
    for (let y = 0; y < L; y++) columns[y * features.length + row] = (weights[row * L + y] as number) & 0xff;
  const low = (list: [number, number][]) => Uint8Array.from(list, ([, value]) => value & 0xff);
  const high = (list: [number, number][]) => Uint8Array.from(list, ([, value]) => value >> 8);
  const parts = [
    new TextEncoder().encode(`${MAGIC}${JSON.stringify(head)}\n`),
    differences(features),
    columns,
    ...[words, phrases].flatMap((list) => [differences(list.map(([key]) => key)), low(list), high(list)]),
  ];
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

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
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as {
    features: number;
    words: number;
    phrases: number;
    unit: number;
    transitions: number[];
  };
  let at = end + 1;
  const keys = (count: number) => {
    const found = new Uint32Array(count);
    let last = 0;
    for (let i = 0; i < count; i++) {
      let shift = 0;
      let byte: number;
      let value = 0;
      do {
        byte = bytes[at++] as number;
        value += (byte & 0x7f) * 2 ** shift;
        shift += 7;
      } while (byte & 0x80);
      last += value;
      found[i] = last;
    }
    return found;
  };
  const features = keys(head.features);
  const weights = new Int8Array(head.features * L);
  for (let y = 0; y < L; y++)
    for (let row = 0; row < head.features; row++) weights[row * L + y] = bytes[at++] as number;
  const list = (count: number) => {
    const found = keys(count);
    const low = bytes.subarray(at, at + count);
    const high = bytes.subarray(at + count, at + 2 * count);
    at += 2 * count;
    return new Map(Array.from(found, (key, i) => [key, (low[i] as number) | ((high[i] as number) << 8)]));
  };
  const words = list(head.words);
  const phrases = list(head.phrases);
  if (at !== bytes.length) throw new Error("This model of names is cut off or has bytes left over.");
  return {
    lexicon: { words, phrases },
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
