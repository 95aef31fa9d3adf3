import type { Token } from "../arabic/tokenize.ts";
import type { Entity, Occasion } from "../model/entity.ts";

/** What extractors may ask of the authority files. Words come as written; ids go out. */
export interface Gazetteer {
  /** Id of the place that these words name, alone or with the countries that the text names besides, or undefined. */
  place(words: string, countries?: () => ReadonlySet<string>): string | undefined;
  /** Id of the capital that is called as its country is, «الجزائر», «تونس», or undefined: the country's id goes in. */
  capitalCalledAs(country: string): string | undefined;
  /** Whether the place of the first id lies in that of the second, as the records say. */
  isWithin(place: string, container: string): boolean;
  /** Id of the outlet with this name or code, or undefined. */
  outlet(words: string): string | undefined;
  /** Ids of the outlets that share this name, which names none of them by itself. */
  outletsCalled(words: string): readonly string[];
  /** Whether an outlet's name or code begins with all the letters of these words, or is they. */
  opensOutlet(words: string): boolean;
  /** What a word may begin where an agency is quoted: see `cuesOfWords`. */
  cuesOf(word: Pick<Token, "key" | "id">): number;
  /** Whether the outlet is a news agency. */
  isAgency(outlet: string): boolean;
  /** Id of the country of an outlet or place, or undefined. */
  country(id: string): string | undefined;
  /** ISO 3166-1 code of the country of an outlet or place, or undefined. */
  region(id: string): string | undefined;
  readonly topics: readonly Entity[];
  readonly occasions: readonly Occasion[];
}
