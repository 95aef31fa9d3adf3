import type { Entity, Occasion } from "../model/entity.ts";

/** What extractors may ask of the authority files. Words come as written; ids go out. */
export interface Gazetteer {
  /** Id of the place that these words alone name, or undefined. */
  place(words: string): string | undefined;
  /** Id of the outlet with this name or code, or undefined. */
  outlet(words: string): string | undefined;
  readonly topics: readonly Entity[];
  readonly occasions: readonly Occasion[];
}
