import { atOffset, type DescribedWord, describeWord, EDGE_ATOM, REACH } from "../../src/recognise/features.ts";
import { JOINT_COUNT, jointFeatures } from "../../src/recognise/joint.ts";
import { LABEL_COUNT as L } from "../../src/recognise/labels.ts";
import { type LexiconEntries, makeLexicon } from "../../src/recognise/lexicon.ts";
import type { Model } from "../../src/recognise/model.ts";
import { surroundingsOf } from "../../src/recognise/surroundings.ts";
import type { TaggedSentence } from "./corpus.ts";
import { type Settings, trainCrf } from "./crf.ts";

/** Hashes of the features of each word of each sentence. */
export type HashedSentence = readonly (readonly number[])[];

export function hashFeatures(sentences: readonly TaggedSentence[], entries: LexiconEntries): HashedSentence[] {
  const lexicon = makeLexicon(entries);
  const joint = new Uint32Array(JOINT_COUNT);
  const known = new Map<string, DescribedWord>();
  const wordOf = (key: string) => {
    let word = known.get(key);
    if (word === undefined) {
      word = describeWord(key, lexicon);
      known.set(key, word);
    }
    return word;
  };
  return sentences.map(({ keys }) => {
    const described = keys.map(wordOf);
    const words = described.map(({ word }) => word);
    const around = surroundingsOf(words, lexicon);
    return words.map((_, i) => {
      const features: number[] = [];
      for (let offset = -REACH; offset <= REACH; offset++) {
        const word = described[i + offset];
        const atoms = word === undefined ? [EDGE_ATOM] : offset === 0 ? word.own : word.near;
        for (const atom of atoms) features.push(atOffset(atom, offset));
      }
      jointFeatures(words, i, around, joint);
      features.push(...joint);
      return features;
    });
  });
}

/** A feature seen less often is left out. */
const LEAST_SEEN = 2;
/** Weights are kept in 127 steps to each side, the largest at `LARGEST`; larger ones are cut. */
const LARGEST = 1.27;

export const SETTINGS: Settings = { epochs: 8, penalty: 8, rate: 0.05 };

/** The model learned from these sentences. The same sentences and lists give the same bytes. */
export function trainModel(
  sentences: readonly TaggedSentence[],
  hashed: readonly HashedSentence[],
  lexicon: LexiconEntries,
  settings: Settings = SETTINGS,
): Model {
  const seen = new Map<number, number>();
  for (const sentence of hashed)
    for (const word of sentence) for (const hash of word) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const features = Uint32Array.from([...seen].filter(([, count]) => count >= LEAST_SEEN).map(([hash]) => hash)).sort();
  const rows = new Map(Array.from(features, (hash, row) => [hash, row]));
  const rowsOf = (word: readonly number[]) =>
    Int32Array.from(word.map((hash) => rows.get(hash)).filter((row) => row !== undefined));
  const sequences = sentences
    .map(({ tags }, index) => ({ tags, features: (hashed[index] as HashedSentence).map(rowsOf) }))
    .filter(({ tags }) => tags.length > 0);
  const learned = trainCrf({ sentences: sequences, rows: features.length }, settings);
  const unit = LARGEST / 127;
  const weights = Int8Array.from(learned.features, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / unit))),
  );
  const kept = Array.from(features.keys()).filter((row) =>
    weights.subarray(row * L, row * L + L).some((weight) => weight !== 0),
  );
  const keptWeights = new Int8Array(kept.length * L);
  for (const [to, row] of kept.entries()) keptWeights.set(weights.subarray(row * L, row * L + L), to * L);
  return {
    lexicon,
    features: Uint32Array.from(kept, (row) => features[row] as number),
    weights: keptWeights,
    unit,
    transitions: learned.transitions.map((weight) => Math.round(weight * 1000) / 1000 + 0),
  };
}
