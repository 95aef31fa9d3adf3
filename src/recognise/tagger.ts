import { spellingIn } from "../arabic/words.ts";
import { allowed, bestTags, factorsOf, spreadOf } from "./decode.ts";
import { atOffset, describeWord, EDGE_ATOM, REACH, type Word } from "./features.ts";
import { JOINT_COUNT, jointFeatures } from "./joint.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { type Lexicon, makeLexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { makeRoom, makeSheets } from "./room.ts";
import { surroundingsOf } from "./surroundings.ts";
import { cutPieces } from "./tokens.ts";
import { addWeights, makeWeights, type WeightTable } from "./weights.ts";

/**
 * A word and the scores, in units of the weights, it gives to the tags of the words around it, from two before it to
 * two after.
 */
interface Scored {
  readonly word: Word;
  readonly scores: Int32Array;
}

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly weights: WeightTable;
  readonly unit: number;
  readonly transitions: Float64Array;
  readonly spread: number;
  /** The transitions as factors. */
  readonly factors: Float64Array;
  /**
   * Words met so far, by the numbers of their keys or, without one, by the keys: a text repeats most of its words. When
   * `known` is full it becomes `knownBefore`, from where a word that is met again comes back: what is met often stays,
   * and memory has a limit.
   */
  known: Map<number | string, Scored>;
  knownBefore: Map<number | string, Scored>;
  /** The scores of what stands outside the sentence. */
  readonly edge: Int32Array;
}

/** A sentence's words and the scores of the tags of each. */
export interface ScoredSentence {
  readonly words: readonly Word[];
  /** Where each word starts and ends in the sentence's text, in turn. */
  readonly at: readonly number[];
  readonly scores: Float64Array;
  /** Phrases of the lists, as `Surroundings` has them. */
  readonly phrases: Int32Array;
}

/** Words in `known`: about 100 MB with `knownBefore`. */
const MOST_KNOWN = 40_000;
/** A longer piece of a text is a view of it, which would be kept alive with the word. */
const LONGEST_PIECE = 12;

const newScores = makeSheets((length) => new Float64Array(length));
const roomForSums = makeRoom((length) => new Int32Array(length));
const JOINT = new Int32Array(JOINT_COUNT);

export function makeTagger(model: Model): Tagger {
  const lexicon = makeLexicon(model.lexicon);
  const weights = makeWeights(model.features, model.weights);
  const transitions = allowed(model.transitions);
  return {
    lexicon,
    weights,
    unit: model.unit,
    transitions,
    spread: spreadOf(transitions),
    factors: factorsOf(transitions),
    known: new Map(),
    knownBefore: new Map(),
    edge: scoresAround(weights, [EDGE_ATOM], [EDGE_ATOM]),
  };
}

/** The likeliest tags of a sentence, by its scores. */
export function tagScores({ transitions, spread }: Tagger, scores: Float64Array): Uint8Array {
  return bestTags(scores, scores.length / L, transitions, spread);
}

/** What the words of a sentence, their neighbours and the lists say of each word's tag. */
export function scoreSentence(tagger: Tagger, text: string): ScoredSentence {
  const { lexicon, weights, unit, edge } = tagger;
  const words: Word[] = [];
  const at: number[] = [];
  const known: Scored[] = [];
  const cuts = cutPieces(text);
  for (let k = 0; k < cuts.length; k += 2) {
    const scored = scoredWord(tagger, text, cuts[k] as number, cuts[k + 1] as number);
    if (scored === undefined) continue;
    known.push(scored);
    words.push(scored.word);
    at.push(cuts[k] as number, cuts[k + 1] as number);
  }
  const n = words.length;
  const around = surroundingsOf(words, lexicon);
  // A row of tags for each word, with `2 * REACH` rows before and after for what words give to those outside.
  const sums = roomForSums((n + 4 * REACH) * L).fill(0, 0, (n + 4 * REACH) * L);
  for (let i = -REACH; i < n + REACH; i++) {
    const from = i >= 0 && i < n ? (known[i] as Scored).scores : edge;
    const to = (i + REACH) * L;
    for (let k = 0; k < (2 * REACH + 1) * L; k++) sums[to + k] = (sums[to + k] as number) + (from[k] as number);
  }
  const scores = newScores(n * L);
  for (let i = 0; i < n; i++) {
    const row = (i + 2 * REACH) * L;
    jointFeatures(words, i, around, JOINT);
    addWeights(weights, JOINT, JOINT_COUNT, sums, row);
    for (let y = 0; y < L; y++) scores[i * L + y] = (sums[row + y] as number) * unit;
  }
  return { words, at, scores, phrases: around.phrase };
}

/** The word `text[start, end)`; undefined for a piece that has nothing but marks on letters. */
function scoredWord(tagger: Tagger, text: string, start: number, end: number): Scored | undefined {
  const { key, id } = spellingIn(text, start, end);
  const name = id < 0 ? key : id;
  const known = tagger.known.get(name);
  if (known !== undefined) return known;
  if (key === "") return undefined;
  const found = tagger.knownBefore.get(name) ?? describe(tagger, key);
  if (tagger.known.size >= MOST_KNOWN) {
    tagger.knownBefore = tagger.known;
    tagger.known = new Map();
  }
  tagger.known.set(id < 0 ? found.word.key : id, found);
  return found;
}

function describe({ weights, lexicon }: Tagger, key: string): Scored {
  const { word, own, near } = describeWord(key.length > LONGEST_PIECE ? copyOf(key) : key, lexicon);
  return { word, scores: scoresAround(weights, own, near) };
}

function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** Row `k` is what the word gives to the word `k - REACH` places after it, which sees it at `REACH - k`. */
function scoresAround(weights: WeightTable, own: readonly number[], near: readonly number[]): Int32Array {
  const sums = new Int32Array((2 * REACH + 1) * L);
  const features = new Int32Array(Math.max(own.length, near.length));
  for (let k = 0; k <= 2 * REACH; k++) {
    const atoms = k === REACH ? own : near;
    for (let i = 0; i < atoms.length; i++) features[i] = atOffset(atoms[i] as number, REACH - k);
    addWeights(weights, features, atoms.length, sums, k * L);
  }
  return sums;
}
