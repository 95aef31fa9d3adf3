/**
 * Sums of weights for the tags of a word, two in a number: tags 0 and 2, 1 and 3, 4 and 6, 5 and 7, and 8 alone. The
 * first of two is added as it is, the other one 2 ** 16 times; so rows of sums are added number by number, as long as
 * every sum fits into 16 bits with sign.
 */
export const LANES = 5;

/** Adds `count` numbers that begin at `from` to those that begin at `at`. */
export function addLanes(into: Int32Array, at: number, sums: Int32Array, from: number, count: number): void {
  for (let k = 0; k < count; k++) into[at + k] = ((into[at + k] as number) + (sums[from + k] as number)) | 0;
}

const FIRST_TAGS = Uint8Array.of(0, 1, 4, 5, 8);

/** The row of sums that begins at `from`, tag by tag and times `unit`. */
export function unpackLanes(sums: Int32Array, from: number, unit: number, into: Float64Array, at: number): void {
  for (let lane = 0, tag = at; lane < LANES - 1; lane++, tag += lane === 2 ? 3 : 1) {
    const both = sums[from + lane] as number;
    const first = (both << 16) >> 16;
    into[tag] = first * unit;
    into[tag + 2] = (((both - first) | 0) >> 16) * unit;
  }
  into[at + 8] = (sums[from + LANES - 1] as number) * unit;
}

/** Adds a row of sums tag by tag, so that they may grow. */
export function addUnpacked(sums: Int32Array, into: Int32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    const both = sums[lane] as number;
    const first = (both << 16) >> 16;
    const tag = FIRST_TAGS[lane] as number;
    into[tag] = (into[tag] as number) + first;
    if (lane < LANES - 1) into[tag + 2] = (into[tag + 2] as number) + (((both - first) | 0) >> 16);
  }
}

/** A row of sums, one a tag; those that leave no room for others to be added are cut at `most` to each side. */
export function packLanes(row: Int32Array, most: number, into: Int32Array, at: number): void {
  const cut = (tag: number) => Math.max(-most, Math.min(most, row[tag] as number));
  for (let lane = 0; lane < LANES; lane++) {
    const tag = FIRST_TAGS[lane] as number;
    into[at + lane] = (cut(tag) + (lane < LANES - 1 ? cut(tag + 2) << 16 : 0)) | 0;
  }
}
