import { LABEL_COUNT as L } from "./labels.ts";

/**
 * Features' weights by their hashes: open addressing, a slot of 16 bytes with the hash and a byte for each tag, so that
 * a feature costs one line of the processor's cache; and before the slots one bit for each hash, small enough for that
 * cache, that answers most questions for what is not there.
 */
export interface WeightTable {
  readonly numbers: Int32Array;
  readonly mask: number;
  readonly filter: Int32Array;
  /** Room for the features that the filter lets through. */
  readonly likely: Int32Array;
}

const SLOT = 16;
/** Where in a slot the weights stand, raised by `RAISED` to be 0 or more, and after them the mark of a slot in use. */
const WEIGHTS = 4;
const USED = WEIGHTS + L;
const RAISED = 128;
const FILTER_BITS = 22;
/** A table fuller than this is searched long; an emptier one takes more of the cache. */
const FULLEST = 0.65;
/** So many weights of 8 bits never overflow a sum of 16. */
const MOST_AT_ONCE = 128;
const LANES = 0x00ff00ff;

/** `weights` holds a row of tags for each of `features`. */
export function makeWeights(features: Uint32Array, weights: Int8Array): WeightTable {
  let size = 16;
  while (size * FULLEST < features.length) size *= 2;
  const bytes = new Uint8Array(size * SLOT);
  const numbers = new Int32Array(bytes.buffer);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  for (const [row, feature] of features.entries()) {
    let slot = feature & (size - 1);
    while (bytes[slot * SLOT + USED] !== 0) slot = (slot + 1) & (size - 1);
    numbers[slot << 2] = feature;
    for (let y = 0; y < L; y++) bytes[slot * SLOT + WEIGHTS + y] = (weights[row * L + y] as number) + RAISED;
    bytes[slot * SLOT + USED] = 1;
    const bit = feature >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return { numbers, mask: size - 1, filter, likely: new Int32Array(MOST_AT_ONCE + 1) };
}

/** Adds the weights of the first `count` of the features to the sums of the tags that begin at `at`. */
export function addWeights(
  table: WeightTable,
  features: Uint32Array,
  count: number,
  into: Int32Array,
  at: number,
): void {
  for (let start = 0; start < count; start += MOST_AT_ONCE)
    addSome(table, features, start, Math.min(start + MOST_AT_ONCE, count), into, at);
}

/**
 * Adds two tags at a time, in the halves of one number: tags 0 and 2, 1 and 3, 4 and 6, 5 and 7; tag 8 alone. A number
 * of the table holds four tags, the first lowest, as in the memory of every machine that runs Node.
 */
function addSome(
  { numbers, mask, filter, likely }: WeightTable,
  features: Uint32Array,
  start: number,
  end: number,
  into: Int32Array,
  at: number,
): void {
  // The filter is asked for all features first: without a branch on its answers the processor reads ahead.
  let count = 0;
  for (let k = start; k < end; k++) {
    const feature = features[k] as number;
    const bit = feature >>> (32 - FILTER_BITS);
    likely[count] = feature;
    count += ((filter[bit >>> 5] as number) >>> (bit & 31)) & 1;
  }
  let found = 0;
  let sum02 = 0;
  let sum13 = 0;
  let sum46 = 0;
  let sum57 = 0;
  let sum8 = 0;
  for (let k = 0; k < count; k++) {
    const feature = likely[k] as number;
    let at4 = (feature & mask) << 2;
    let last = numbers[at4 + 3] as number;
    while (last !== 0 && numbers[at4] !== feature) {
      at4 = (((at4 >> 2) + 1) & mask) << 2;
      last = numbers[at4 + 3] as number;
    }
    if (last === 0) continue;
    const low = numbers[at4 + 1] as number;
    const high = numbers[at4 + 2] as number;
    found++;
    sum02 = (sum02 + (low & LANES)) | 0;
    sum13 = (sum13 + ((low >>> 8) & LANES)) | 0;
    sum46 = (sum46 + (high & LANES)) | 0;
    sum57 = (sum57 + ((high >>> 8) & LANES)) | 0;
    sum8 += last & 0xff;
  }
  const raised = found * RAISED;
  add(into, at, (sum02 & 0xffff) - raised);
  add(into, at + 1, (sum13 & 0xffff) - raised);
  add(into, at + 2, (sum02 >>> 16) - raised);
  add(into, at + 3, (sum13 >>> 16) - raised);
  add(into, at + 4, (sum46 & 0xffff) - raised);
  add(into, at + 5, (sum57 & 0xffff) - raised);
  add(into, at + 6, (sum46 >>> 16) - raised);
  add(into, at + 7, (sum57 >>> 16) - raised);
  add(into, at + 8, sum8 - raised);
}

function add(into: Int32Array, at: number, value: number): void {
  into[at] = (into[at] as number) + value;
}
