import { hashText } from "../../src/recognise/hash.ts";
import { halfOf, SOUND_COUNT as S, SPELLING_ROWS, type Spelling, spellingRows } from "../../src/recognise/spelling.ts";
import { randomFrom, shuffled } from "./crf.ts";

const EPOCHS = 6;
const RATE = 0.3;
const PENALTY = 1e-5;
/** Weights are kept in 127 steps to each side of zero. */
const LARGEST = 2.54;

/** Learns what the letters of words say (softmax regression by stochastic gradient descent), each half by itself. */
export function trainSpelling(words: readonly (readonly [word: string, sound: number])[]): Spelling {
  const unit = LARGEST / 127;
  const weights = new Int8Array(2 * SPELLING_ROWS * S);
  for (const half of [0, 1]) {
    const samples = words
      .filter(([word]) => halfOf(hashText(word)) === half)
      .map(([word, sound]) => ({ rows: spellingRows(word), sound }));
    const learned = new Float32Array(SPELLING_ROWS * S);
    const random = randomFrom(half + 1);
    let step = 0;
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      for (const index of shuffled(samples.length, random)) {
        const { rows, sound } = samples[index] as (typeof samples)[number];
        const rate = RATE / (1 + step++ / samples.length) / Math.sqrt(rows.length);
        const sums = new Float64Array(S);
        for (const row of rows)
          for (let y = 0; y < S; y++) sums[y] = (sums[y] as number) + (learned[row * S + y] as number);
        const top = Math.max(...sums);
        let total = 0;
        for (let y = 0; y < S; y++) {
          sums[y] = Math.exp((sums[y] as number) - top);
          total += sums[y] as number;
        }
        for (let y = 0; y < S; y++) {
          const slope = (y === sound ? 1 : 0) - (sums[y] as number) / total;
          for (const row of rows) {
            const old = learned[row * S + y] as number;
            learned[row * S + y] = old + rate * (slope - PENALTY * old);
          }
        }
      }
    }
    for (let k = 0; k < learned.length; k++)
      weights[half * learned.length + k] = Math.max(-127, Math.min(127, Math.round((learned[k] as number) / unit)));
  }
  return { weights, unit };
}
