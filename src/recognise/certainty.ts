import { LABEL_COUNT as L } from "./labels.ts";
import { makeRoom, makeSheets } from "./room.ts";

const doubles = (length: number) => new Float64Array(length);
const [roomForEmitted, roomForFront, roomForScale] = [makeRoom(doubles), makeRoom(doubles), makeRoom(doubles)];
const [BACK, FLOW] = [doubles(L), doubles(L)];
const newCertainties = makeSheets(doubles);
const NONE = doubles(0);

/**
 * For each word how likely its tag of `tags` is, by the forward-backward recursion: what `marginals` of decode.ts says
 * of these tags, but for rounding. `scores` holds a row of tags for each word, `factors` are those of the transitions.
 * Nothing is said of words before the first name, or of a sentence without names.
 */
export function certaintiesOf(scores: Float64Array, tags: Uint8Array, factors: Float64Array): Float64Array {
  const first = tags.findIndex((tag) => tag !== 0);
  if (first < 0) return NONE;
  const n = tags.length;
  const certainties = newCertainties(n);
  const emitted = roomForEmitted(n * L);
  const front = roomForFront(n * L);
  const scale = roomForScale(n);
  for (let t = 0; t < n; t++) {
    const row = t * L;
    let top = scores[row] as number;
    for (let y = 1; y < L; y++) if ((scores[row + y] as number) > top) top = scores[row + y] as number;
    let sum = 0;
    for (let y = 0; y < L; y++) {
      const emission = Math.exp((scores[row + y] as number) - top);
      emitted[row + y] = emission;
      const reached = emission * (t === 0 ? (factors[y] as number) : reach(front, row - L, factors, y));
      front[row + y] = reached;
      sum += reached;
    }
    scale[t] = sum;
    for (let y = 0; y < L; y++) front[row + y] = (front[row + y] as number) / sum;
  }
  BACK.fill(1);
  for (let t = n - 1; t >= first; t--) {
    const row = t * L;
    const tag = tags[t] as number;
    certainties[t] = (front[row + tag] as number) * (BACK[tag] as number);
    for (let y = 0; y < L; y++) FLOW[y] = ((emitted[row + y] as number) * (BACK[y] as number)) / (scale[t] as number);
    for (let x = 0; x < L; x++) {
      const from = x * L;
      let sum = (factors[from] as number) * (FLOW[0] as number);
      for (let y = 1; y < L; y += 2) sum += (factors[from + y] as number) * (FLOW[y] as number);
      BACK[x] = sum;
    }
    for (let y = 2; y < L; y += 2) {
      BACK[y] = (BACK[y] as number) + (factors[y * L + y] as number) * (FLOW[y] as number);
      BACK[y - 1] = (BACK[y - 1] as number) + (factors[(y - 1) * L + y] as number) * (FLOW[y] as number);
    }
  }
  return certainties;
}

/** What comes to tag `y` from the row of tags that begins at `row`. */
function reach(front: Float64Array, row: number, factors: Float64Array, y: number): number {
  if (y > 0 && y % 2 === 0)
    return (
      (front[row + y - 1] as number) * (factors[(y - 1) * L + y] as number) +
      (front[row + y] as number) * (factors[y * L + y] as number)
    );
  let sum = 0;
  for (let x = 0; x < L; x++) sum += (front[row + x] as number) * (factors[x * L + y] as number);
  return sum;
}
