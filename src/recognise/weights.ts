import { LABEL_COUNT as L } from "./labels.ts";
import { LANES } from "./lanes.ts";

/**
 * Features' weights by their hashes: a slot of 16 bytes with the hash and a byte for each tag, so that a feature costs
 * one line of the processor's cache; and before the slots one bit for each hash, small enough for that cache, that
 * answers most questions for what is not there.
 *
 * No two features have one slot (hash, displace and compress; Belazzougui, Botelho and Dietzfelbinger 2009): features
 * are put in buckets by their highest bits, and each bucket has a number that leads all of its features to slots of
 * their own. So the answer stands in the slot looked at or nowhere, and the processor need not guess how often to look.
 */
export interface WeightTable {
  readonly numbers: Int32Array;
  /** How far a spread hash is shifted to be the number of a slot. */
  readonly shift: number;
  /** The numbers of the buckets. */
  readonly leads: Uint16Array;
  readonly filter: Int32Array;
  /** Room for the features that the filter lets through, and for where their sums are. */
  readonly likely: Int32Array;
  readonly rows: Int32Array;
}

const SLOT = 16;
/** Where in a slot the weights stand, raised by `RAISED` to be 0 or more, and after them the mark of a slot in use. */
const WEIGHTS = 4;
const USED = WEIGHTS + L;
const RAISED = 128;
const FILTER_BITS = 22;
const BUCKET_BITS = 15;
/** A fuller table takes long to make; an emptier one takes more of the cache. */
const FULLEST = 0.75;
const RAISED_BOTH = RAISED * 0x10001;
/** Features that the filter is asked for before the first weight is looked at. */
const AT_ONCE = 128;
/** The lower bytes of the halves of a number. */
const LOWER = 0x00ff00ff;

function slotOf(feature: number, lead: number, shift: number): number {
  return Math.imul(feature ^ Math.imul(lead, 0x9e3779b1), 0x85ebca6b) >>> shift;
}

/** `features` ascend; `weights` holds a row of tags for each of them. */
export function makeWeights(features: Uint32Array, weights: Int8Array): WeightTable {
  let bits = 4;
  while (2 ** bits * FULLEST < features.length) bits++;
  let leads = findLeads(features, bits);
  while (leads === undefined) leads = findLeads(features, ++bits);
  const shift = 32 - bits;
  const bytes = new Uint8Array(SLOT * 2 ** bits);
  const numbers = new Int32Array(bytes.buffer);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    const slot = slotOf(feature, leads[feature >>> (32 - BUCKET_BITS)] as number, shift);
    numbers[slot << 2] = feature;
    for (let y = 0; y < L; y++) bytes[slot * SLOT + WEIGHTS + y] = (weights[row * L + y] as number) + RAISED;
    bytes[slot * SLOT + USED] = 1;
    const bit = feature >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return {
    numbers,
    shift,
    leads,
    filter,
    likely: new Int32Array(2 * AT_ONCE + 1),
    rows: new Int32Array(2 * AT_ONCE + 1),
  };
}

/** Numbers that lead each bucket's features to free slots, the fullest buckets first; undefined when there are none. */
function findLeads(features: Uint32Array, bits: number): Uint16Array | undefined {
  const leads = new Uint16Array(1 << BUCKET_BITS);
  const starts = new Int32Array(leads.length + 1);
  for (const feature of features) {
    const next = (feature >>> (32 - BUCKET_BITS)) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  const sizes = starts.slice(1);
  for (let bucket = 0; bucket < leads.length; bucket++)
    starts[bucket + 1] = (starts[bucket] as number) + (sizes[bucket] as number);
  const taken = new Uint8Array(2 ** bits);
  const slots = new Int32Array(Math.max(...new Set(sizes)));
  for (let size = slots.length; size > 0; size--) {
    for (let bucket = sizes.indexOf(size); bucket >= 0; bucket = sizes.indexOf(size, bucket + 1)) {
      const start = starts[bucket] as number;
      for (let lead = 0, placed = 0; placed < size; lead++) {
        if (lead > 0xffff) return undefined;
        leads[bucket] = lead;
        for (placed = 0; placed < size; placed++) {
          const slot = slotOf(features[start + placed] as number, lead, 32 - bits);
          if (taken[slot]) break;
          taken[slot] = 1;
          slots[placed] = slot;
        }
        if (placed < size) for (let i = 0; i < placed; i++) taken[slots[i] as number] = 0;
      }
    }
  }
  return leads;
}

/** Whether one of the first `count` features may have weights: the filter lets most go. */
export function mayHoldAny({ filter }: WeightTable, features: Int32Array, count: number): boolean {
  let found = 0;
  for (let k = 0; k < count; k++) {
    const bit = (features[k] as number) >>> (32 - FILTER_BITS);
    found |= (filter[bit >>> 5] as number) >>> (bit & 31);
  }
  return (found & 1) !== 0;
}

/**
 * Adds the weights of features to rows of lanes, the first of which begins at `at`: those up to `ends[0]` to the first
 * row, those up to `ends[1]` to the next, and so on. A sum that 16 bits do not hold runs into another one.
 */
export function addWeights(
  table: WeightTable,
  features: Int32Array,
  ends: ArrayLike<number>,
  into: Int32Array,
  at: number,
): void {
  const { numbers, shift, leads, filter, likely, rows } = table;
  let start = 0;
  for (let row = 0; row < ends.length; ) {
    // The filter is asked for many features first: without a branch on its answers the processor reads ahead.
    let count = 0;
    for (; row < ends.length && count <= AT_ONCE; row++) {
      const end = Math.min(ends[row] as number, start + AT_ONCE);
      const lane = at + row * LANES;
      for (; start < end; start++) {
        const feature = features[start] as number;
        const bit = feature >>> (32 - FILTER_BITS);
        likely[count] = feature;
        rows[count] = lane;
        count = (count + (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1)) | 0;
      }
      if (start < (ends[row] as number)) break;
    }
    for (let k = 0; k < count; k++) {
      const feature = likely[k] as number;
      const slot = slotOf(feature, leads[feature >>> (32 - BUCKET_BITS)] as number, shift) << 2;
      const last = numbers[slot + 3] as number;
      if (numbers[slot] !== feature || last === 0) continue;
      const low = numbers[slot + 1] as number;
      const high = numbers[slot + 2] as number;
      const lane = rows[k] as number;
      into[lane] = ((into[lane] as number) + (low & LOWER) - RAISED_BOTH) | 0;
      into[lane + 1] = ((into[lane + 1] as number) + ((low >>> 8) & LOWER) - RAISED_BOTH) | 0;
      into[lane + 2] = ((into[lane + 2] as number) + (high & LOWER) - RAISED_BOTH) | 0;
      into[lane + 3] = ((into[lane + 3] as number) + ((high >>> 8) & LOWER) - RAISED_BOTH) | 0;
      into[lane + 4] = ((into[lane + 4] as number) + (last & 0xff) - RAISED) | 0;
    }
  }
}
