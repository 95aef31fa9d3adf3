/** Numbers of 32 bits → 32 bits; open addressing in two typed arrays, so that a million entries cost no objects. */
export interface Table {
  readonly keys: Uint32Array;
  readonly values: Int32Array;
  readonly mask: number;
}

const ABSENT = -1;

/** A table of `keys[i]` → `values[i]`. Values are 0 or more; a key given twice keeps its first value. */
export function makeTable(keys: ArrayLike<number>, values: ArrayLike<number>): Table {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const table = { keys: new Uint32Array(size), values: new Int32Array(size).fill(ABSENT), mask: size - 1 };
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    let slot = key & table.mask;
    while (table.values[slot] !== ABSENT && table.keys[slot] !== key) slot = (slot + 1) & table.mask;
    if (table.values[slot] !== ABSENT) continue;
    table.keys[slot] = key;
    table.values[slot] = values[i] as number;
  }
  return table;
}

/** The value of `key`, or -1. */
export function lookUp(table: Table, key: number): number {
  const { keys, values, mask } = table;
  let slot = key & mask;
  for (;;) {
    const value = values[slot] as number;
    if (value === ABSENT || keys[slot] === key) return value;
    slot = (slot + 1) & mask;
  }
}
