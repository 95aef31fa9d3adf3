import { allowed, marginals } from "../../src/recognise/decode.ts";
import { LABEL_COUNT as L } from "../../src/recognise/labels.ts";

/** A corpus as the trainer sees it: for each sentence, for each word, rows of features; and its tags. */
export interface Sequences {
  readonly sentences: readonly { readonly features: readonly Int32Array[]; readonly tags: Uint8Array }[];
  readonly rows: number;
}

export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

export interface Settings {
  readonly epochs: number;
  /** Strength of the L2 penalty, for the whole corpus. */
  readonly penalty: number;
  readonly rate: number;
  readonly log?: (line: string) => void;
}

/** A generator of pseudo-random numbers in [0, 1) (mulberry32): the same seed, the same corpus order, the same model. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

export function shuffled(length: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic gradient descent on the
 * penalised likelihood, the penalty applied by scaling (Bottou 2010, «Large-scale machine learning with SGD»), the rate
 * falling in a straight line.
 */
export function trainCrf({ sentences, rows }: Sequences, settings: Settings): Weights {
  const features = new Float32Array(rows * L);
  const transitions = new Float64Array(L * L);
  const lambda = settings.penalty / sentences.length;
  const random = randomFrom(1);
  let scale = 1;
  let steps = 0;
  const total = settings.epochs * sentences.length;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(sentences.length, random)) {
      const sentence = sentences[index] as Sequences["sentences"][number];
      const n = sentence.tags.length;
      const eta = settings.rate * (1 - (0.95 * steps++) / total);
      const scores = emissions(features, sentence.features, scale);
      const chained = allowed(transitions.map((w) => w * scale));
      const probabilities = new Float64Array(n * L);
      const pairs = new Float64Array(L * L);
      loss += marginals(scores, n, chained, probabilities, pairs);
      scale *= 1 - eta * lambda;
      const gain = eta / scale;
      for (let t = 0; t < n; t++) {
        const tag = sentence.tags[t] as number;
        loss -= scores[t * L + tag] as number;
        const from = t === 0 ? 0 : (sentence.tags[t - 1] as number);
        loss -= chained[from * L + tag] as number;
        const slopes = probabilities.subarray(t * L, t * L + L);
        let most = 0;
        for (let y = 0; y < L; y++) {
          const slope = ((y === tag ? 1 : 0) - (slopes[y] as number)) * gain;
          slopes[y] = slope;
          most = Math.max(most, Math.abs(slope));
        }
        if (t > 0) transitions[from * L + tag] = (transitions[from * L + tag] as number) + gain;
        if (most < gain * 1e-4) continue;
        for (const row of sentence.features[t] as Int32Array) {
          const at = row * L;
          for (let y = 0; y < L; y++) features[at + y] = (features[at + y] as number) + (slopes[y] as number);
        }
      }
      for (let k = 0; k < L * L; k++) transitions[k] = (transitions[k] as number) - gain * (pairs[k] as number);
      if (scale < 1e-4) {
        for (let k = 0; k < features.length; k++) features[k] = (features[k] as number) * scale;
        for (let k = 0; k < L * L; k++) transitions[k] = (transitions[k] as number) * scale;
        scale = 1;
      }
    }
    settings.log?.(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  for (let k = 0; k < features.length; k++) features[k] = (features[k] as number) * scale;
  return { features, transitions: transitions.map((w) => w * scale) };
}

export function emissions(features: Float32Array, words: readonly Int32Array[], scale = 1): Float64Array {
  const scores = new Float64Array(words.length * L);
  for (const [t, rows] of words.entries()) {
    for (const row of rows) {
      const at = row * L;
      for (let y = 0; y < L; y++) scores[t * L + y] = (scores[t * L + y] as number) + (features[at + y] as number);
    }
    if (scale !== 1) for (let y = 0; y < L; y++) scores[t * L + y] = (scores[t * L + y] as number) * scale;
  }
  return scores;
}
