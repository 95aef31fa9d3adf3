import { allowed, bestTags, marginals } from "./decode.ts";
import { atOffset, EDGE_ATOM, jointFeatures, makeWord, REACH, surroundingsOf, type Word } from "./features.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { type Lexicon, makeLexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { lookUp, makeTable, type Table } from "./table.ts";

/** A word and the scores it gives to the tags of the words around it, from two before it to two after. */
interface Scored {
  readonly word: Word;
  readonly scores: Float64Array;
}

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly rows: Table;
  readonly weights: Int8Array;
  readonly unit: number;
  readonly transitions: Float64Array;
  /** Words met so far: a text repeats most of its words. */
  readonly known: Map<string, Scored>;
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
  return {
    lexicon: makeLexicon(model.lexicon),
    rows: makeTable(
      model.features,
      Int32Array.from(model.features, (_, row) => row),
    ),
    weights: model.weights,
    unit: model.unit,
    transitions: allowed(model.transitions),
    known: new Map(),
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
  const n = keys.length;
  const known = keys.map((key) => scoredWord(tagger, key));
  const words = known.map(({ word }) => word);
  const around = surroundingsOf(words, tagger.lexicon);
  const scores = new Float64Array(n * L);
  const joint: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let offset = -REACH; offset <= REACH; offset++) {
      const from = i + offset < 0 || i + offset >= n ? edge(tagger) : (known[i + offset] as Scored);
      const at = (offset + REACH) * L;
      for (let y = 0; y < L; y++) scores[i * L + y] = (scores[i * L + y] as number) + (from.scores[at + y] as number);
    }
    joint.length = 0;
    jointFeatures(words, i, around, joint);
    addScores(tagger, joint, scores, i * L);
    scores[i * L] = (scores[i * L] as number) - BOLDNESS;
  }
  return { words, scores, phrases: around.phrase };
}

function scoredWord(tagger: Tagger, key: string): Scored {
  const found = tagger.known.get(key);
  if (found) return found;
  if (tagger.known.size >= MOST_KNOWN) tagger.known.clear();
  const word = makeWord(key, tagger.lexicon);
  const scored = scoreAround(tagger, word, word.own, word.near);
  tagger.known.set(key, scored);
  return scored;
}

const EDGE_KEY = "\n";

function edge(tagger: Tagger): Scored {
  let found = tagger.known.get(EDGE_KEY);
  if (!found) {
    found = scoreAround(tagger, makeWord(EDGE_KEY, tagger.lexicon), [EDGE_ATOM], [EDGE_ATOM]);
    tagger.known.set(EDGE_KEY, found);
  }
  return found;
}

/** The word at distance `offset` from the one that is tagged gives the scores of row `offset + REACH`. */
function scoreAround(tagger: Tagger, word: Word, own: readonly number[], near: readonly number[]): Scored {
  const scores = new Float64Array((2 * REACH + 1) * L);
  for (let offset = -REACH; offset <= REACH; offset++) {
    const atoms = offset === 0 ? own : near;
    addScores(
      tagger,
      atoms.map((atom) => atOffset(atom, offset)),
      scores,
      (offset + REACH) * L,
    );
  }
  return { word, scores };
}

function addScores({ rows, weights, unit }: Tagger, features: readonly number[], into: Float64Array, at: number): void {
  for (const feature of features) {
    const row = lookUp(rows, feature);
    if (row < 0) continue;
    for (let y = 0; y < L; y++) into[at + y] = (into[at + y] as number) + (weights[row * L + y] as number) * unit;
  }
}
