import { LABEL_COUNT as L, LABELS, mayFollow } from "./labels.ts";
import { makeRoom } from "./room.ts";

export const IMPOSSIBLE = -1e9;

/** The tags that each tag may follow stand in a row: all, or its own class. */
const FIRST_BEFORE = Uint8Array.from({ length: L }, (_, y) => LABELS.findIndex((_, x) => mayFollow(x, y)));
const LAST_BEFORE = Uint8Array.from({ length: L }, (_, y) => LABELS.findLastIndex((_, x) => mayFollow(x, y)));

/** Scores of tag after tag, row by row; what may not follow is impossible. `-1` before the first word counts as O. */
export function allowed(transitions: ArrayLike<number>): Float64Array {
  return Float64Array.from(transitions, (score, index) =>
    mayFollow(Math.floor(index / L), index % L) ? score : IMPOSSIBLE,
  );
}

/**
 * How much more one transition may score than another; with a little added, so that rounding decides nothing. A tag
 * that lies further below the best one than this leads nowhere, where both may go on.
 */
export function spreadOf(transitions: Float64Array): number {
  const possible = transitions.filter((score) => score !== IMPOSSIBLE);
  return Math.max(...possible) - Math.min(...possible) + 1e-6;
}

const doubles = (length: number) => new Float64Array(length);
/** What one row of tags needs: twice, for the word at hand and the one before it. */
const [roomForBest, roomForBefore] = [makeRoom(doubles), makeRoom(doubles)];
const [roomForEmitted, roomForScale] = [makeRoom(doubles), makeRoom(doubles)];
const LIVE = new Uint8Array(L);
const roomForOrigins = makeRoom((length) => new Uint8Array(length));

/**
 * The likeliest tags of a sentence of `n` words; `scores` holds a row of tags for each word, `spread` is the
 * transitions' own.
 */
export function bestTags(scores: Float64Array, n: number, transitions: Float64Array, spread: number): Uint8Array {
  const tags = new Uint8Array(n);
  if (n === 0) return tags;
  let best = roomForBest(L);
  let before = roomForBefore(L);
  const from = roomForOrigins(n * L);
  for (let y = 0; y < L; y++) best[y] = (scores[y] as number) + (transitions[y] as number);
  for (let t = 1; t < n; t++) {
    const row = t * L;
    [before, best] = [best, before];
    let most = before[0] as number;
    let top = 0;
    for (let x = 1; x < L; x++)
      if ((before[x] as number) > most) {
        most = before[x] as number;
        top = x;
      }
    let count = 0;
    for (let x = 0; x < L; x++) if ((before[x] as number) >= most - spread) LIVE[count++] = x;
    // O and B-, the odd tags, may follow any tag; I- only B- of its own class, just before it, and itself.
    if (count === 1)
      for (let y = 0; y < L; y += y === 0 ? 1 : 2) {
        best[y] = most + (transitions[top * L + y] as number) + (scores[row + y] as number);
        from[row + y] = top;
      }
    else
      for (let y = 0; y < L; y += y === 0 ? 1 : 2) {
        let topFrom = LIVE[0] as number;
        let reached = (before[topFrom] as number) + (transitions[topFrom * L + y] as number);
        for (let k = 1; k < count; k++) {
          const x = LIVE[k] as number;
          const score = (before[x] as number) + (transitions[x * L + y] as number);
          if (score > reached) {
            reached = score;
            topFrom = x;
          }
        }
        best[y] = reached + (scores[row + y] as number);
        from[row + y] = topFrom;
      }
    for (let y = 2; y < L; y += 2) {
      const begun = (before[y - 1] as number) + (transitions[(y - 1) * L + y] as number);
      const inside = (before[y] as number) + (transitions[y * L + y] as number);
      best[y] = (inside > begun ? inside : begun) + (scores[row + y] as number);
      from[row + y] = inside > begun ? y : y - 1;
    }
  }
  let last = 0;
  for (let y = 1; y < L; y++) if ((best[y] as number) > (best[last] as number)) last = y;
  for (let t = n - 1; t >= 0; t--) {
    tags[t] = last;
    last = from[t * L + last] as number;
  }
  return tags;
}

/** `allowed` scores as factors; 0 for what may not follow. */
export function factorsOf(transitions: Float64Array): Float64Array {
  return transitions.map((score) => (score === IMPOSSIBLE ? 0 : Math.exp(score)));
}

/**
 * The probability of each tag of each word, by the forward-backward recursion with each word's sums scaled to one.
 * `factors` are those of the transitions. Returns the logarithm of the sum over all taggings. `pairs`, when given,
 * gains the expected counts of tag after tag.
 */
export function marginals(
  scores: Float64Array,
  n: number,
  factors: Float64Array,
  into: Float64Array,
  pairs?: Float64Array,
): number {
  const emit = roomForEmitted(n * L);
  const scale = roomForScale(n);
  let logZ = 0;
  // First `into` holds the sums from the front.
  for (let t = 0; t < n; t++) {
    const row = t * L;
    let top = scores[row] as number;
    for (let y = 1; y < L; y++) if ((scores[row + y] as number) > top) top = scores[row + y] as number;
    let sum = 0;
    for (let y = 0; y < L; y++) {
      const e = Math.exp((scores[row + y] as number) - top);
      emit[row + y] = e;
      let reach = 0;
      if (t === 0) reach = factors[y] as number;
      else {
        const end = LAST_BEFORE[y] as number;
        for (let x = FIRST_BEFORE[y] as number; x <= end; x++)
          reach += (into[row - L + x] as number) * (factors[x * L + y] as number);
      }
      into[row + y] = reach * e;
      sum += reach * e;
    }
    scale[t] = sum;
    for (let y = 0; y < L; y++) into[row + y] = (into[row + y] as number) / sum;
    logZ += top + Math.log(sum);
  }
  const back = roomForBest(L).fill(1);
  const before = roomForBefore(L);
  for (let t = n - 1; t > 0; t--) {
    const row = t * L;
    const s = scale[t] as number;
    before.fill(0);
    for (let y = 0; y < L; y++) {
      const e = emit[row + y] as number;
      const b = back[y] as number;
      const end = LAST_BEFORE[y] as number;
      for (let x = FIRST_BEFORE[y] as number; x <= end; x++) {
        const flow = ((factors[x * L + y] as number) * e * b) / s;
        before[x] = (before[x] as number) + flow;
        if (pairs) pairs[x * L + y] = (pairs[x * L + y] as number) + (into[row - L + x] as number) * flow;
      }
    }
    for (let y = 0; y < L; y++) {
      into[row + y] = (into[row + y] as number) * (back[y] as number);
      back[y] = before[y] as number;
    }
  }
  if (n > 0) for (let y = 0; y < L; y++) into[y] = (into[y] as number) * (back[y] as number);
  return logZ;
}
