import type { Word } from "./features.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { fieldOf } from "./lexicon.ts";
import type { ScoredSentence } from "./tagger.ts";

/** How much the other places of a word count. */
const TRUST = 0.6;
/** Keeps a class that was seen nowhere possible. */
const FLOOR = 0.05;
/** A word commoner than this is not compared. */
const TOO_COMMON = 6;
const CLASS_COUNT = (L + 1) / 2;
const classOf = (tag: number) => (tag + 1) >> 1;
/** What a share of the other places adds to the score, in hundredths. */
const BONUS = Float64Array.from({ length: 101 }, (_, share) => TRUST * Math.log(share / 100 + FLOOR));

/**
 * A word means the same in one document: adds to the scores of a word what it was taken for where else it stands in the
 * document. Changes `sentences[].scores`; says of which sentences it did.
 */
export function shareEvidence(sentences: readonly ScoredSentence[], tagged: readonly Uint8Array[]): boolean[] {
  /** For each word met, how often it was taken for each class; and how often it was met. */
  const counts = new Map<string, Int32Array>();
  const compared = sentences.map(({ words }, index) => {
    const tags = tagged[index] as Uint8Array;
    const found: { readonly t: number; readonly count: Int32Array }[] = [];
    for (let t = 0; t < words.length; t++) {
      const word = words[t] as Word;
      if (!isCompared(word)) continue;
      let count = counts.get(word.bare.key);
      if (count === undefined) {
        count = new Int32Array(CLASS_COUNT + 1);
        counts.set(word.bare.key, count);
      }
      const own = classOf(tags[t] as number);
      count[own] = (count[own] as number) + 1;
      count[CLASS_COUNT] = (count[CLASS_COUNT] as number) + 1;
      found.push({ t, count });
    }
    return found;
  });
  return compared.map((found, index) => {
    const { scores } = sentences[index] as ScoredSentence;
    const tags = tagged[index] as Uint8Array;
    let isChanged = false;
    for (const { t, count } of found) {
      const others = (count[CLASS_COUNT] as number) - 1;
      if (others < 1) continue;
      isChanged = true;
      const own = classOf(tags[t] as number);
      for (let y = 0; y < L; y++) {
        const of = classOf(y);
        const share = ((count[of] as number) - (of === own ? 1 : 0)) / others;
        scores[t * L + y] = (scores[t * L + y] as number) + (BONUS[Math.round(100 * share)] as number);
      }
    }
    return isChanged;
  });
}

function isCompared({ isMark, bare, value }: Word): boolean {
  return !isMark && bare.key.length > 2 && fieldOf(value, "frequency") < TOO_COMMON;
}
