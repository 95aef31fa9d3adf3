import { LANES } from "./lanes.ts";

/**
 * Sums that were worked out before, by three numbers that say all that they depend on. Each triple has one cell where it
 * may stand; whoever comes there later takes its place, so that a memo never grows and nothing is looked for twice.
 */
export interface Memo {
  /** Cell after cell: the three numbers and behind them the rows of sums; then the spare cells. */
  readonly cells: Int32Array;
  readonly stride: number;
  /** How far a hash is shifted to be the number of a cell. */
  readonly shift: number;
}

const KEY = 3;
/** For sums whose cell holds others that are still being read. */
const SPARE = 8;

/** A memo of 2 ** `bits` cells with so many rows of sums each. */
export function makeMemo(bits: number, rows: number): Memo {
  const stride = KEY + rows * LANES;
  const cells = new Int32Array(stride * (2 ** bits + SPARE));
  // Nothing but zeros is a cell that is free; 0, 0, 0 itself belongs in the first, which begins with something else.
  cells[0] = 1;
  return { cells, stride, shift: 32 - bits };
}

function cellOf(a: number, b: number, c: number, shift: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> shift;
}

/** Where in `cells` the sums begin; -1 when they are not there. */
export function findSums({ cells, stride, shift }: Memo, a: number, b: number, c: number): number {
  const cell = cellOf(a, b, c, shift) * stride;
  return cells[cell] === a && cells[cell + 1] === b && cells[cell + 2] === c ? cell + KEY : -1;
}

/** Where in `cells` the sums of these three are to be put: all zeros. */
export function makePlace({ cells, stride, shift }: Memo, a: number, b: number, c: number): number {
  const cell = cellOf(a, b, c, shift) * stride;
  for (let k = KEY; k < stride; k++) cells[cell + k] = 0;
  cells[cell] = a;
  cells[cell + 1] = b;
  cells[cell + 2] = c;
  return cell + KEY;
}

/** Where these three would take the place of others. */
export function placeOf({ stride, shift }: Memo, a: number, b: number, c: number): number {
  return cellOf(a, b, c, shift) * stride + KEY;
}

/** A place for sums that are read once, all zeros: `number`, from 0 to 7, is that of no other that is still read. */
export function sparePlace({ cells, stride, shift }: Memo, number: number): number {
  const from = (2 ** (32 - shift) + number) * stride + KEY;
  cells.fill(0, from, from + stride - KEY);
  return from;
}
