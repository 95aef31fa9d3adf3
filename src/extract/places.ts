import type { SegmentedArticle } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";

export function extractDatelinePlace(
  { dateline }: SegmentedArticle,
  gazetteer: Gazetteer,
): Extracted<string> | undefined {
  const place = dateline?.place;
  const value = place && gazetteer.place(place.text);
  return value === undefined || place === undefined
    ? undefined
    : { value, rule: "place:dateline", words: place.text, at: place.at, confidence: 0.97 };
}
