import { LABEL_COUNT as L } from "./labels.ts";
import { makeRoom, makeSheets } from "./room.ts";

const doubles = (length: number) => new Float64Array(length);
const [roomForEmitted, roomForFront] = [makeRoom(doubles), makeRoom(doubles)];
const [BACK, FLOW] = [doubles(L), doubles(L)];
const newCertainties = makeSheets(doubles);
const NONE = doubles(0);

/** Powers of e that scores are asked for: of 0, -`unit`, -2 × `unit`, and so on. */
export interface Powers {
  readonly unit: number;
  readonly powers: Float64Array;
}

/** Scores that lie further apart than this many units are rare. */
const MOST_UNITS = 4096;
/** So near to a whole number of units a score is one, but for rounding. */
const NEAR = 1e-9;

export function makePowers(unit: number): Powers {
  return { unit, powers: Float64Array.from({ length: MOST_UNITS }, (_, k) => Math.exp(-k * unit)) };
}

/**
 * For each word how likely its tag of `tags` is, by the forward-backward recursion: what `marginals` of decode.ts says
 * of these tags, but for rounding. `scores` holds a row of tags for each word, `factors` are those of the transitions.
 * Nothing is said of words before the first name or behind the last, or of a sentence without names.
 */
export function certaintiesOf(
  scores: Float64Array,
  tags: Uint8Array,
  factors: Float64Array,
  powers: Powers,
): Float64Array {
  const n = tags.length;
  let first = 0;
  while (first < n && tags[first] === 0) first++;
  if (first === n) return NONE;
  let last = n - 1;
  while (tags[last] === 0) last--;
  const certainties = newCertainties(n);
  const emitted = roomForEmitted(n * L);
  emit(scores, n, powers, emitted);
  const front = roomForFront((last + 1) * L);
  for (let t = 0, row = 0; t <= last; t++, row += L) {
    let sum = 0;
    for (let y = 0; y < L; y++) {
      const reached =
        t === 0
          ? (factors[y] as number)
          : y > 0 && y % 2 === 0
            ? (front[row - L + y - 1] as number) * (factors[(y - 1) * L + y] as number) +
              (front[row - L + y] as number) * (factors[y * L + y] as number)
            : reach(front, row - L, factors, y);
      const flow = (emitted[row + y] as number) * reached;
      front[row + y] = flow;
      sum += flow;
    }
    const scale = 1 / sum;
    for (let y = 0; y < L; y++) front[row + y] = (front[row + y] as number) * scale;
  }
  BACK.fill(1);
  for (let t = n - 1, row = t * L; t >= first; t--, row -= L) {
    if (t <= last) {
      let all = 0;
      for (let y = 0; y < L; y++) all += (front[row + y] as number) * (BACK[y] as number);
      const tag = tags[t] as number;
      certainties[t] = ((front[row + tag] as number) * (BACK[tag] as number)) / all;
    }
    let sum = 0;
    for (let y = 0; y < L; y++) sum += (emitted[row + y] as number) * (BACK[y] as number);
    const scale = 1 / sum;
    for (let y = 0; y < L; y++) FLOW[y] = (emitted[row + y] as number) * (BACK[y] as number) * scale;
    for (let x = 0; x < L; x++) BACK[x] = leave(FLOW, factors, x * L);
    for (let y = 2; y < L; y += 2) {
      BACK[y] = (BACK[y] as number) + (factors[y * L + y] as number) * (FLOW[y] as number);
      BACK[y - 1] = (BACK[y - 1] as number) + (factors[(y - 1) * L + y] as number) * (FLOW[y] as number);
    }
  }
  return certainties;
}

/** How much less likely than the best one each tag is by its word alone. Most scores are whole numbers of units. */
function emit(scores: Float64Array, n: number, { unit, powers }: Powers, into: Float64Array): void {
  const inUnits = 1 / unit;
  for (let t = 0, row = 0; t < n; t++, row += L) {
    let top = scores[row] as number;
    for (let y = 1; y < L; y++) if ((scores[row + y] as number) > top) top = scores[row + y] as number;
    for (let y = 0; y < L; y++) {
      const units = (top - (scores[row + y] as number)) * inUnits;
      const whole = (units + 0.5) | 0;
      const isWhole = units < MOST_UNITS - 1 && Math.abs(units - whole) < NEAR;
      into[row + y] = isWhole ? (powers[whole] as number) : Math.exp(-units * unit);
    }
  }
}

/** What comes to tag `y`, which may follow any, from the row of tags that begins at `row`: a line a tag, all at once. */
function reach(front: Float64Array, row: number, factors: Float64Array, y: number): number {
  return (
    (front[row] as number) * (factors[y] as number) +
    (front[row + 1] as number) * (factors[L + y] as number) +
    (front[row + 2] as number) * (factors[2 * L + y] as number) +
    (front[row + 3] as number) * (factors[3 * L + y] as number) +
    (front[row + 4] as number) * (factors[4 * L + y] as number) +
    (front[row + 5] as number) * (factors[5 * L + y] as number) +
    (front[row + 6] as number) * (factors[6 * L + y] as number) +
    (front[row + 7] as number) * (factors[7 * L + y] as number) +
    (front[row + 8] as number) * (factors[8 * L + y] as number)
  );
}

/** What comes back from the tags that may follow any to the tag whose factors begin at `from`. */
function leave(flow: Float64Array, factors: Float64Array, from: number): number {
  return (
    (factors[from] as number) * (flow[0] as number) +
    (factors[from + 1] as number) * (flow[1] as number) +
    (factors[from + 3] as number) * (flow[3] as number) +
    (factors[from + 5] as number) * (flow[5] as number) +
    (factors[from + 7] as number) * (flow[7] as number)
  );
}
