import { LABEL_COUNT as L } from "./labels.ts";

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
  /** Room for the features that the filter lets through. */
  readonly likely: Int32Array;
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
/** So many weights of 8 bits never overflow a sum of 16. */
const MOST_AT_ONCE = 128;
const LANES = 0x00ff00ff;

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
  return { numbers, shift, leads, filter, likely: new Int32Array(MOST_AT_ONCE + 1) };
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

/** Adds the weights of the first `count` of the features to the sums of the tags that begin at `at`. */
export function addWeights(
  table: WeightTable,
  features: Int32Array,
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
  table: WeightTable,
  features: Int32Array,
  start: number,
  end: number,
  into: Int32Array,
  at: number,
): void {
  const { numbers, shift, leads, filter, likely } = table;
  // The filter is asked for all features first: without a branch on its answers the processor reads ahead.
  let count = 0;
  for (let k = start; k < end; k++) {
    const feature = features[k] as number;
    const bit = feature >>> (32 - FILTER_BITS);
    likely[count] = feature;
    count = (count + (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1)) | 0;
  }
  let found = 0;
  let sum02 = 0;
  let sum13 = 0;
  let sum46 = 0;
  let sum57 = 0;
  let sum8 = 0;
  for (let k = 0; k < count; k++) {
    const feature = likely[k] as number;
    const slot = slotOf(feature, leads[feature >>> (32 - BUCKET_BITS)] as number, shift) << 2;
    const last = numbers[slot + 3] as number;
    if (numbers[slot] !== feature || last === 0) continue;
    const low = numbers[slot + 1] as number;
    const high = numbers[slot + 2] as number;
    found = (found + RAISED) | 0;
    sum02 = (sum02 + (low & LANES)) | 0;
    sum13 = (sum13 + ((low >>> 8) & LANES)) | 0;
    sum46 = (sum46 + (high & LANES)) | 0;
    sum57 = (sum57 + ((high >>> 8) & LANES)) | 0;
    sum8 = (sum8 + (last & 0xff)) | 0;
  }
  add(into, at, (sum02 & 0xffff) - found);
  add(into, at + 1, (sum13 & 0xffff) - found);
  add(into, at + 2, (sum02 >>> 16) - found);
  add(into, at + 3, (sum13 >>> 16) - found);
  add(into, at + 4, (sum46 & 0xffff) - found);
  add(into, at + 5, (sum57 & 0xffff) - found);
  add(into, at + 6, (sum46 >>> 16) - found);
  add(into, at + 7, (sum57 >>> 16) - found);
  add(into, at + 8, sum8 - found);
}

function add(into: Int32Array, at: number, value: number): void {
  into[at] = ((into[at] as number) + value) | 0;
}
