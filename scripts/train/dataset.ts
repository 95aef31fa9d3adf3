import { atOffset, describeWord, EDGE_ATOM, REACH, type Word } from "../../src/recognise/features.ts";
import { JOINT_COUNT, jointFeatures } from "../../src/recognise/groups.ts";
import { LABEL_COUNT as L } from "../../src/recognise/labels.ts";
import { type LexiconEntries, makeLexicon } from "../../src/recognise/lexicon.ts";
import type { Model } from "../../src/recognise/model.ts";
import { surroundingsOf } from "../../src/recognise/surroundings.ts";
import type { TaggedSentence } from "./corpus.ts";
import { type Settings, trainCrf } from "./crf.ts";
import { makeNumbering, type Numbering } from "./numbering.ts";

/** Numbers of the features of a sentence's words, word after word; `ends[i]` is where those of word `i` end. */
export interface HashedSentence {
  readonly features: Int32Array;
  readonly ends: Int32Array;
}

/** Turns sentences into features. The numbers of the features are good for all sentences of one hasher. */
export interface Hasher {
  hash(sentence: TaggedSentence): HashedSentence;
  readonly numbering: Numbering;
}

export function makeHasher(entries: LexiconEntries): Hasher {
  const lexicon = makeLexicon(entries);
  const numbering = makeNumbering();
  const joint = new Int32Array(JOINT_COUNT);
  const edge = numbersAround([EDGE_ATOM], [EDGE_ATOM], numbering);
  const known = new Map<string, NumberedWord>();
  const wordOf = (key: string) => {
    let numbered = known.get(key);
    if (numbered === undefined) {
      const { word, own, near } = describeWord(key, lexicon);
      numbered = { word, around: numbersAround(own, near, numbering) };
      known.set(key, numbered);
    }
    return numbered;
  };
  return {
    numbering,
    hash({ keys }) {
      const numbered = keys.map(wordOf);
      const words = numbered.map(({ word }) => word);
      const around = surroundingsOf(words, lexicon);
      const features: number[] = [];
      const ends = new Int32Array(words.length);
      for (let i = 0; i < words.length; i++) {
        for (let offset = -REACH; offset <= REACH; offset++) {
          const numbers = (numbered[i + offset]?.around ?? edge)[offset + REACH] as Int32Array;
          for (const number of numbers) features.push(number);
        }
        jointFeatures(words, i, around, joint);
        for (const hash of joint) features.push(numbering.numberOf(hash));
        ends[i] = features.length;
      }
      return { features: Int32Array.from(features), ends };
    },
  };
}

/** A word, and the numbers of the features it gives to the words around it, from two before it to two after. */
interface NumberedWord {
  readonly word: Word;
  readonly around: readonly Int32Array[];
}

function numbersAround(own: readonly number[], near: readonly number[], { numberOf }: Numbering): Int32Array[] {
  return Array.from({ length: 2 * REACH + 1 }, (_, index) => {
    const offset = index - REACH;
    return Int32Array.from(offset === 0 ? own : near, (atom) => numberOf(atOffset(atom, offset)));
  });
}

/** A feature seen less often is left out. */
const LEAST_SEEN = 2;
/** Weights are kept in 127 steps to each side, the largest at `LARGEST`; larger ones are cut. */
const LARGEST = 1.27;

export const SETTINGS: Settings = { epochs: 8, orders: 1, penalty: 8, rate: 0.05, margin: { missed: 1, wrong: 0.6 } };

/** The model learned from these sentences, hashed by one hasher. The same sentences and lists give the same bytes. */
export function trainModel(
  sentences: readonly TaggedSentence[],
  hashed: readonly HashedSentence[],
  { numbering }: Hasher,
  lexicon: LexiconEntries,
  settings: Settings = SETTINGS,
): Model {
  const counts = new Int32Array(numbering.size);
  for (const { features } of hashed) for (const number of features) counts[number] = (counts[number] as number) + 1;
  // The commonest features stand first, close together in the processor's cache.
  const numbers = Int32Array.from(counts.keys())
    .filter((number) => (counts[number] as number) >= LEAST_SEEN)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const rows = new Int32Array(numbering.size).fill(-1);
  for (const [row, number] of numbers.entries()) rows[number] = row;
  const sequences = sentences
    .map(({ tags }, index) => ({ tags, ...keepRows(hashed[index] as HashedSentence, rows) }))
    .filter(({ tags }) => tags.length > 0);
  const learned = trainCrf({ sentences: sequences, rows: numbers.length }, settings);
  const unit = LARGEST / 127;
  const weights = Int8Array.from(learned.features, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / unit))),
  );
  const hashOf = (row: number) => numbering.hashOf(numbers[row] as number);
  const kept = Array.from(numbers.keys())
    .filter((row) => weights.subarray(row * L, row * L + L).some((weight) => weight !== 0))
    .sort((a, b) => hashOf(a) - hashOf(b));
  const keptWeights = new Int8Array(kept.length * L);
  for (const [to, row] of kept.entries()) keptWeights.set(weights.subarray(row * L, row * L + L), to * L);
  return {
    lexicon,
    features: Uint32Array.from(kept, hashOf),
    weights: keptWeights,
    unit,
    transitions: learned.transitions.map((weight) => Math.round(weight * 1000) / 1000 + 0),
  };
}

/** Rows of a sentence's features; those without one left out. */
function keepRows({ features, ends }: HashedSentence, rows: Int32Array): HashedSentence {
  const kept = new Int32Array(features.length);
  const keptEnds = new Int32Array(ends.length);
  let size = 0;
  for (let i = 0, at = 0; i < ends.length; i++) {
    for (; at < (ends[i] as number); at++) {
      const row = rows[features[at] as number] as number;
      if (row >= 0) kept[size++] = row;
    }
    keptEnds[i] = size;
  }
  return { features: kept.slice(0, size), ends: keptEnds };
}
