import type { Declaration } from "../model/metadata.ts";
import type { Alternative, Extracted } from "../model/span.ts";

/**
 * The value with the candidates it was preferred to, added behind those it has already. A candidate of the same
 * value supports it and is none; of one value the first is kept.
 */
export function withAlternatives(
  found: Extracted<string>,
  candidates: readonly Alternative[],
  chosenBy: string,
): Extracted<string> {
  const seen = new Set([found.value]);
  const lost = [...(found.alternatives ?? []), ...candidates].filter(
    ({ value }) => !seen.has(value) && seen.add(value),
  );
  return lost.length === 0 ? found : { ...found, alternatives: lost, chosenBy: found.chosenBy ?? chosenBy };
}

/** One of two values for a field, the other kept beside it. */
export function prefer(
  winner: Extracted<string>,
  loser: Extracted<string> | undefined,
  chosenBy: string,
): Extracted<string> {
  if (loser === undefined) return winner;
  const { value, rule, words, at, confidence, alternatives = [] } = loser;
  const own: Alternative[] = words === undefined ? [] : [{ value, rule, words, ...(at && { at }), confidence }];
  return withAlternatives(winner, [...own, ...alternatives], chosenBy);
}

/** A declaration as a candidate for a field that writes the value as `value`. */
export function candidateFrom({ rule, words }: Declaration, value: string): Alternative {
  return { value, rule, words };
}
