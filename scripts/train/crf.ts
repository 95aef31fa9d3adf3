import { allowed, factorsOf, marginals } from "../../src/recognise/decode.ts";
import { LABEL_COUNT as L } from "../../src/recognise/labels.ts";

/** A corpus as the trainer sees it. */
export interface Sequences {
  readonly sentences: readonly Sequence[];
  readonly rows: number;
}

/** Rows of the features of word after word; `ends[t]` is where those of word `t` end; and the words' tags. */
interface Sequence {
  readonly features: Int32Array;
  readonly ends: Int32Array;
  readonly tags: Uint8Array;
}

export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

export interface Settings {
  readonly epochs: number;
  /** In so many orders the sentences are learnt from; the weights are the mean of all. */
  readonly orders: number;
  /** Strength of the L2 penalty, for the whole corpus. */
  readonly penalty: number;
  readonly rate: number;
  /** By how much the right tag is to beat a wrong one: no name where one is, and any other. */
  readonly margin: { readonly missed: number; readonly wrong: number };
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
 * The mean of the weights that several orders of the sentences lead to: what one order has by chance cancels out. A sum
 * of scores stays one, so the mean of linear models costs no more to use than one of them.
 */
export function trainCrf(corpus: Sequences, settings: Settings): Weights {
  const sum = trainInOrder(corpus, settings, 1);
  for (let seed = 2; seed <= settings.orders; seed++) {
    const { features, transitions } = trainInOrder(corpus, settings, seed);
    for (const [k, weight] of features.entries()) sum.features[k] = (sum.features[k] as number) + weight;
    for (const [k, weight] of transitions.entries()) sum.transitions[k] = (sum.transitions[k] as number) + weight;
  }
  const mean = (weight: number) => weight / settings.orders;
  return { features: sum.features.map(mean), transitions: sum.transitions.map(mean) };
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic gradient descent on the
 * penalised likelihood, the penalty applied by scaling (Bottou 2010, «Large-scale machine learning with SGD»), the rate
 * falling in a straight line. While it learns, wrong tags are scored too high by a margin, most of all that which misses
 * a name (softmax-margin: Gimpel and Smith 2010), so that what is learnt holds in sentences it has not seen.
 */
function trainInOrder({ sentences, rows }: Sequences, settings: Settings, seed: number): Weights {
  const features = new Float32Array(rows * L);
  const transitions = new Float64Array(L * L);
  const lambda = settings.penalty / sentences.length;
  const random = randomFrom(seed);
  let scale = 1;
  let steps = 0;
  const total = settings.epochs * sentences.length;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(sentences.length, random)) {
      const sentence = sentences[index] as Sequence;
      const n = sentence.tags.length;
      const eta = settings.rate * (1 - (0.95 * steps++) / total);
      const scores = emissions(features, sentence, scale);
      addMargin(scores, sentence.tags, settings.margin);
      const chained = allowed(transitions.map((w) => w * scale));
      const probabilities = new Float64Array(n * L);
      const pairs = new Float64Array(L * L);
      loss += marginals(scores, n, factorsOf(chained), probabilities, pairs);
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
        addToRows(features, sentence, t, slopes);
      }
      for (let k = 0; k < L * L; k++) transitions[k] = (transitions[k] as number) - gain * (pairs[k] as number);
      if (scale < 1e-4) {
        for (let k = 0; k < features.length; k++) features[k] = (features[k] as number) * scale;
        for (let k = 0; k < L * L; k++) transitions[k] = (transitions[k] as number) * scale;
        scale = 1;
      }
    }
    settings.log?.(`order ${seed}, epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  for (let k = 0; k < features.length; k++) features[k] = (features[k] as number) * scale;
  return { features, transitions: transitions.map((w) => w * scale) };
}

/** Raises the scores of the tags that are wrong. */
function addMargin(scores: Float64Array, tags: Uint8Array, { missed, wrong }: Settings["margin"]): void {
  for (const [t, tag] of tags.entries()) {
    for (let y = 0; y < L; y++) {
      if (y !== tag) scores[t * L + y] = (scores[t * L + y] as number) + (y === 0 ? missed : wrong);
    }
  }
}

/** The sums of the words' rows, a row of tags for each word. One line a tag: this is where training's time goes. */
function emissions(weights: Float32Array, { features, ends }: Sequence, scale: number): Float64Array {
  const scores = new Float64Array(ends.length * L);
  for (let t = 0, k = 0; t < ends.length; t++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    for (const end = ends[t] as number; k < end; k++) {
      const at = (features[k] as number) * L;
      s0 += weights[at] as number;
      s1 += weights[at + 1] as number;
      s2 += weights[at + 2] as number;
      s3 += weights[at + 3] as number;
      s4 += weights[at + 4] as number;
      s5 += weights[at + 5] as number;
      s6 += weights[at + 6] as number;
      s7 += weights[at + 7] as number;
      s8 += weights[at + 8] as number;
    }
    const to = t * L;
    scores[to] = s0 * scale;
    scores[to + 1] = s1 * scale;
    scores[to + 2] = s2 * scale;
    scores[to + 3] = s3 * scale;
    scores[to + 4] = s4 * scale;
    scores[to + 5] = s5 * scale;
    scores[to + 6] = s6 * scale;
    scores[to + 7] = s7 * scale;
    scores[to + 8] = s8 * scale;
  }
  return scores;
}

/** Adds a number for each tag to the rows of word `t`. */
function addToRows(weights: Float32Array, { features, ends }: Sequence, t: number, slopes: Float64Array): void {
  const d0 = slopes[0] as number;
  const d1 = slopes[1] as number;
  const d2 = slopes[2] as number;
  const d3 = slopes[3] as number;
  const d4 = slopes[4] as number;
  const d5 = slopes[5] as number;
  const d6 = slopes[6] as number;
  const d7 = slopes[7] as number;
  const d8 = slopes[8] as number;
  const end = ends[t] as number;
  for (let k = t === 0 ? 0 : (ends[t - 1] as number); k < end; k++) {
    const at = (features[k] as number) * L;
    weights[at] = (weights[at] as number) + d0;
    weights[at + 1] = (weights[at + 1] as number) + d1;
    weights[at + 2] = (weights[at + 2] as number) + d2;
    weights[at + 3] = (weights[at + 3] as number) + d3;
    weights[at + 4] = (weights[at + 4] as number) + d4;
    weights[at + 5] = (weights[at + 5] as number) + d5;
    weights[at + 6] = (weights[at + 6] as number) + d6;
    weights[at + 7] = (weights[at + 7] as number) + d7;
    weights[at + 8] = (weights[at + 8] as number) + d8;
  }
}
