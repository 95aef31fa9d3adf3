/** Numbers 32-bit hashes from 0 on, in the order they are first asked for. */
export interface Numbering {
  numberOf(hash: number): number;
  hashOf(number: number): number;
  readonly size: number;
}

/** Open addressing; a `Map` of so many numbers of 32 bits takes five times the time and memory. */
export function makeNumbering(): Numbering {
  let slots = new Int32Array(1 << 16).fill(-1);
  let hashes = new Int32Array(1 << 15);
  let size = 0;
  const slotOf = (hash: number) => {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot] !== -1 && hashes[slots[slot] as number] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = () => {
    const wider = new Int32Array(hashes.length * 2);
    wider.set(hashes);
    hashes = wider;
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let number = 0; number < size; number++) slots[slotOf(hashes[number] as number)] = number;
  };
  return {
    numberOf(unsigned) {
      const hash = unsigned | 0;
      const slot = slotOf(hash);
      const known = slots[slot] as number;
      if (known !== -1) return known;
      const number = size++;
      slots[slot] = number;
      hashes[number] = hash;
      if (size === hashes.length) grow();
      return number;
    },
    hashOf: (number) => (hashes[number] as number) >>> 0,
    get size() {
      return size;
    },
  };
}
