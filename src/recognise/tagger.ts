import { allowed, bestTags, marginals } from "./decode.ts";
import { atOffset, describeWord, EDGE_ATOM, REACH, type Word } from "./features.ts";
import { JOINT_COUNT, jointFeatures } from "./joint.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { type Lexicon, makeLexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { surroundingsOf } from "./surroundings.ts";
import { addWeights, makeWeights, type WeightTable } from "./weights.ts";

/** A word and the scores, in units of the weights, it gives to the tags of the words around it, from two before it to two after. */
interface Scored {
  readonly word: Word;
  readonly scores: Int32Array;
}

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly weights: WeightTable;
  readonly unit: number;
  readonly transitions: Float64Array;
  /** Words met so far: a text repeats most of its words. */
  readonly known: Map<string, Scored>;
  /** Stands outside the sentence. */
  readonly edge: Scored;
}

/** A sentence's words and the scores of the tags of each. */
export interface ScoredSentence {
  readonly words: readonly Word[];
  readonly scores: Float64Array;
  /** Phrases of the lists, as `Surroundings` has them. */
  readonly phrases: Int32Array;
}

/** Taken off the score of no name: the likeliest tagging leaves too many names out for the best F1. */
const BOLDNESS = 0.4;

/** Words remembered before the memory is emptied: about 100 MB. */
const MOST_KNOWN = 60_000;

export function makeTagger(model: Model): Tagger {
  const lexicon = makeLexicon(model.lexicon);
  const weights = makeWeights(model.features, model.weights);
  return {
    lexicon,
    weights,
    unit: model.unit,
    transitions: allowed(model.transitions),
    known: new Map(),
    edge: scoreAround(weights, describeWord("\n", lexicon).word, [EDGE_ATOM], [EDGE_ATOM]),
  };
}

/** The likeliest tags of a sentence, by its scores. */
export function tagScores({ transitions }: Tagger, scores: Float64Array): Uint8Array {
  return bestTags(scores, scores.length / L, transitions);
}

/** How likely each tag of each word is; nothing for a sentence without names. */
export function probabilitiesOf({ transitions }: Tagger, scores: Float64Array, tags: Uint8Array): Float64Array {
  const probabilities = new Float64Array(scores.length);
  if (tags.some((tag) => tag !== 0)) marginals(scores, tags.length, transitions, probabilities);
  return probabilities;
}

/** What the words of a sentence, their neighbours and the lists say of each word's tag. */
export function scoreSentence(tagger: Tagger, keys: readonly string[]): ScoredSentence {
  const { lexicon, weights, unit, edge } = tagger;
  const n = keys.length;
  const known = keys.map((key) => scoredWord(tagger, key));
  const words = known.map(({ word }) => word);
  const around = surroundingsOf(words, lexicon);
  const scores = new Float64Array(n * L);
  const joint = new Uint32Array(JOINT_COUNT);
  const sums = new Int32Array(L);
  for (let i = 0; i < n; i++) {
    sums.fill(0);
    for (let offset = -REACH; offset <= REACH; offset++) {
      const from = i + offset < 0 || i + offset >= n ? edge.scores : (known[i + offset] as Scored).scores;
      const at = (offset + REACH) * L;
      for (let y = 0; y < L; y++) sums[y] = (sums[y] as number) + (from[at + y] as number);
    }
    jointFeatures(words, i, around, joint);
    addWeights(weights, joint, sums, 0);
    for (let y = 0; y < L; y++) scores[i * L + y] = (sums[y] as number) * unit;
    scores[i * L] = (scores[i * L] as number) - BOLDNESS;
  }
  return { words, scores, phrases: around.phrase };
}

function scoredWord(tagger: Tagger, key: string): Scored {
  const found = tagger.known.get(key);
  if (found) return found;
  if (tagger.known.size >= MOST_KNOWN) tagger.known.clear();
  const { word, own, near } = describeWord(key, tagger.lexicon);
  const scored = scoreAround(tagger.weights, word, own, near);
  tagger.known.set(key, scored);
  return scored;
}

/** The word at distance `offset` from the one that is tagged gives the scores of row `offset + REACH`. */
function scoreAround(weights: WeightTable, word: Word, own: readonly number[], near: readonly number[]): Scored {
  const scores = new Int32Array((2 * REACH + 1) * L);
  for (let offset = -REACH; offset <= REACH; offset++) {
    const atoms = offset === 0 ? own : near;
    addWeights(
      weights,
      Uint32Array.from(atoms, (atom) => atOffset(atom, offset)),
      scores,
      (offset + REACH) * L,
    );
  }
  return { word, scores };
}
