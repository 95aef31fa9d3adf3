import { LABEL_COUNT as L } from "./labels.ts";

/**
 * Features' weights by their hashes: open addressing, a slot of 16 bytes with the hash and a byte for each tag, so that
 * a feature costs one line of the processor's cache; and before the slots one bit for each hash, small enough for that
 * cache, that answers most questions for what is not there.
 */
export interface WeightTable {
  readonly bytes: Int8Array;
  readonly numbers: Int32Array;
  readonly mask: number;
  readonly filter: Int32Array;
}

const SLOT = 16;
/** Where in a slot the weights stand, and after them the mark of a slot in use. */
const WEIGHTS = 4;
const USED = WEIGHTS + L;
const FILTER_BITS = 22;

/** `weights` holds a row of tags for each of `features`. */
export function makeWeights(features: Uint32Array, weights: Int8Array): WeightTable {
  let size = 16;
  while (size < features.length * 2) size *= 2;
  const bytes = new Int8Array(size * SLOT);
  const numbers = new Int32Array(bytes.buffer);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  for (const [row, feature] of features.entries()) {
    let slot = feature & (size - 1);
    while (bytes[slot * SLOT + USED] !== 0) slot = (slot + 1) & (size - 1);
    numbers[(slot * SLOT) >> 2] = feature;
    bytes.set(weights.subarray(row * L, row * L + L), slot * SLOT + WEIGHTS);
    bytes[slot * SLOT + USED] = 1;
    const bit = feature >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return { bytes, numbers, mask: size - 1, filter };
}

/** Adds the weights of the first `count` features to the sums of the tags that begin at `at`. */
export function addWeights(
  { bytes, numbers, mask, filter }: WeightTable,
  features: ArrayLike<number>,
  count: number,
  into: Int32Array,
  at: number,
): void {
  for (let k = 0; k < count; k++) {
    const feature = (features[k] as number) | 0;
    const bit = feature >>> (32 - FILTER_BITS);
    if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
    let slot = feature & mask;
    while (numbers[slot << 2] !== feature && bytes[slot * SLOT + USED] !== 0) slot = (slot + 1) & mask;
    if (bytes[slot * SLOT + USED] === 0) continue;
    const row = slot * SLOT + WEIGHTS;
    for (let y = 0; y < L; y++) into[at + y] = (into[at + y] as number) + (bytes[row + y] as number);
  }
}
