/**
 * Numbers of 32 bits → 32 bits: open addressing, key and value side by side, and before them one bit for each key,
 * small enough for the processor's cache, that answers most questions for what is not there.
 */
export interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
  readonly filter: Uint32Array;
}

const ABSENT = -1;
const FILTER_BITS = 22;

/** A table of `keys[i]` → `values[i]`. Values are 0 or more; a key given twice keeps its first value. */
export function makeTable(keys: ArrayLike<number>, values: ArrayLike<number>): Table {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const table: Table = {
    slots: new Int32Array(2 * size).fill(ABSENT),
    mask: size - 1,
    filter: new Uint32Array(1 << (FILTER_BITS - 5)),
  };
  const { slots, mask, filter } = table;
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] as number) | 0;
    let slot = key & mask;
    while (slots[2 * slot + 1] !== ABSENT && slots[2 * slot] !== key) slot = (slot + 1) & mask;
    if (slots[2 * slot + 1] !== ABSENT) continue;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = values[i] as number;
    const bit = key >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return table;
}

/** The value of `key`, or -1. */
export function lookUp({ slots, mask, filter }: Table, hash: number): number {
  const key = hash | 0;
  const bit = key >>> (32 - FILTER_BITS);
  if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return ABSENT;
  let slot = key & mask;
  for (;;) {
    const value = slots[2 * slot + 1] as number;
    if (value === ABSENT || slots[2 * slot] === key) return value;
    slot = (slot + 1) & mask;
  }
}
