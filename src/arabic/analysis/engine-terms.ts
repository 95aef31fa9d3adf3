import type { AnalyzedChunk, AnalyzedWord } from "./analyze.ts";

/**
 * How analyzed text is handed to a search engine (OpenSearch, Elasticsearch) so that it has nothing left to analyze:
 * words in a row with blanks between them, each the alternatives it is found by. The engine's analyzer (src/export)
 * cuts at the blanks, which makes the positions, and then at `BETWEEN`, which makes the tokens of one position. Keys
 * are letters, digits and points: neither mark occurs in one.
 */
export const BETWEEN = "_";
/** Before the form a word was written in, for searches in that form alone. */
const WRITTEN = "=";
/** Lucene refuses tokens of more than 32,766 bytes; no word is as long as this. */
const LONGEST_KEY = 256;

/** One place of a text: what is found there, and the chunk it is in. */
export interface Place {
  readonly chunk: number;
  readonly terms: readonly string[];
}

/** The words of a text in a row. A chunk of several («الصين/روسيا») is several places, one without any is none. */
export function placesOf(chunks: readonly AnalyzedChunk[]): Place[] {
  return chunks.flatMap(({ words, names }, chunk) =>
    words.map((word) => ({ chunk, terms: [...new Set([...keysOf(word.keys), ...keysOf(names), writtenAs(word)])] })),
  );
}

/** Text of a field for the engine. */
export function formatPlaces(places: readonly Pick<Place, "terms">[]): string {
  return places.map(({ terms }) => formatAlternatives(terms)).join(" ");
}

/** One place of a field or of a question: any of the terms. */
export function formatAlternatives(terms: readonly string[]): string {
  return terms.join(BETWEEN);
}

/** The keys as tokens. */
export function keysOf(keys: readonly string[]): string[] {
  return keys.map((key) => (key.length > LONGEST_KEY ? [...key].slice(0, LONGEST_KEY).join("") : key));
}

/** The token of the form a word was written in. */
export function writtenAs({ form }: Pick<AnalyzedWord, "form">): string {
  return WRITTEN + (keysOf([form])[0] ?? "");
}
