import type { Word } from "./features.ts";
import type { Piece } from "./tokens.ts";

export type NameType = "person" | "organization" | "place";

/** A sentence cut and tagged. */
export interface ReadSentence {
  readonly pieces: readonly Piece[];
  readonly words: readonly Word[];
  /** Phrases of the lists, as `Surroundings` has them. */
  readonly phrases: Int32Array;
  readonly tags: Uint8Array;
  /** For each word the probability of each tag. */
  readonly probabilities: Float64Array;
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
