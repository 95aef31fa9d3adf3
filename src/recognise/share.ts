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
 * document. Changes `sentences[].scores`.
 */
export function shareEvidence(sentences: readonly ScoredSentence[], tagged: readonly Uint8Array[]): void {
  const counts = new Map<string, Int32Array>();
  for (const [index, { words }] of sentences.entries()) {
    for (const [t, word] of words.entries()) {
      if (!isCompared(word)) continue;
      let count = counts.get(word.bare.key);
      if (count === undefined) {
        count = new Int32Array(CLASS_COUNT + 1);
        counts.set(word.bare.key, count);
      }
      const of = classOf(tagged[index]?.[t] as number);
      count[of] = (count[of] as number) + 1;
      count[CLASS_COUNT] = (count[CLASS_COUNT] as number) + 1;
    }
  }
  for (const [index, { words, scores }] of sentences.entries()) {
    for (const [t, word] of words.entries()) {
      const count = isCompared(word) ? counts.get(word.bare.key) : undefined;
      const others = (count?.[CLASS_COUNT] ?? 0) - 1;
      if (count === undefined || others < 1) continue;
      const own = classOf(tagged[index]?.[t] as number);
      for (let y = 0; y < L; y++) {
        const of = classOf(y);
        const share = ((count[of] as number) - (of === own ? 1 : 0)) / others;
        scores[t * L + y] = (scores[t * L + y] as number) + (BONUS[Math.round(100 * share)] as number);
      }
    }
  }
}

function isCompared({ isMark, bare, value }: ScoredSentence["words"][number]): boolean {
  return !isMark && bare.key.length > 2 && fieldOf(value, "frequency") < TOO_COMMON;
}
