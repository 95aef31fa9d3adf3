import type { Word } from "./features.ts";

export type NameType = "person" | "organization" | "place";

/** A sentence cut and tagged. */
export interface ReadSentence {
  readonly words: readonly Word[];
  /** Where each word starts and ends in the sentence's text, in turn. */
  readonly at: readonly number[];
  /** As `ScoredSentence` has them. */
  readonly bares: Int32Array;
  /** Phrases of the lists, as `Surroundings` has them. */
  readonly phrases: Int32Array;
  readonly tags: Uint8Array;
  /** How likely the tag of each word is, from the first name to the last; empty for a sentence without names. */
  readonly certainties: Float64Array;
}

/** A name by its words, both ends inside. */
export interface WordRange {
  readonly type: NameType;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly rule: string;
}
