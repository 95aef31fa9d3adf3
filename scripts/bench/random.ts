/** Pseudo-random numbers from a seed: the same on every machine, no state outside the closure. */
export interface Random {
  /** From 0 up to, not with, 1. */
  next(): number;
  /** Whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Early items are picked more often, as names are in news: in proportion to 1/(rank + 10) (Zipf's law as Mandelbrot has it). */
  pickZipf<T>(list: readonly T[]): T;
}

/** Mulberry32 by Tommy Ettinger (public domain); `seeds` are mixed, so that (1, 2) and (2, 1) differ. */
export function makeRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce(
    (mixed, seed) => Math.imul(mixed ^ (seed + 0x9e3779b9), 0x85ebca6b) ^ (mixed >>> 13),
    0x2545f491,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    pickZipf: (list) => at(list, zipfIndex(next(), list.length)),
  };
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError("picked from an empty list");
  return list[index] as T;
}

const FLATTENED = 10;

/** The rank (from 0) at which the sum of 1/(rank + 10) passes `share` of the whole. Additions and divisions only. */
function zipfIndex(share: number, size: number): number {
  let whole = 0;
  for (let rank = 1; rank <= size; rank++) whole += 1 / (rank + FLATTENED);
  let left = share * whole;
  for (let rank = 1; rank <= size; rank++) {
    left -= 1 / (rank + FLATTENED);
    if (left < 0) return rank - 1;
  }
  return size - 1;
}
