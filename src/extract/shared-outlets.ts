import type { SegmentedArticle } from "../model/article.ts";
import type { Metadata } from "../model/metadata.ts";
import type { Span } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";
import { regionOfLanguage } from "./region.ts";

/**
 * Names that several papers have: «الوطن» comes out in six countries. Such a name is taken for the one of a country that
 * the article speaks from, and for none where it speaks from no such country, or from two.
 */

/** A name of outlets, none of which was chosen. */
export interface SharedName {
  readonly text: string;
  /** Absent where the source declares it beside its text. */
  readonly at?: Span;
  readonly candidates: readonly string[];
}

/** Countries that an article speaks from: ids of places, ISO 3166-1 codes. */
export type Countries = ReadonlySet<string>;

/** What the page's language tag and the end of its address tell («ar-DZ», «.dz»). */
export function countriesDeclared(metadata: Metadata): Countries {
  const region = regionOfLanguage(metadata);
  const ends = (metadata.domain?.chosen ?? []).flatMap(({ value }) => /\.([a-z]{2})$/.exec(value)?.[1] ?? []);
  return new Set([...(region ? [region] : []), ...ends.map((end) => end.toUpperCase())]);
}

/** What the towns of its dateline tell. */
export function countriesOfDateline({ dateline }: SegmentedArticle, gazetteer: Gazetteer): Countries {
  const towns = dateline?.place === undefined ? [] : [dateline.place, ...(dateline.otherPlaces ?? [])];
  return new Set(
    towns.flatMap(({ text }) => {
      const place = gazetteer.place(text);
      return (place && gazetteer.country(place)) ?? [];
    }),
  );
}

/** Id of the outlet of that name: the only one, that which the source declares, or the only one in those countries. */
export function outletHere(
  words: string,
  gazetteer: Gazetteer,
  countries: Countries,
  declared?: string,
): { readonly id: string; readonly isShared: boolean } | undefined {
  const sure = gazetteer.outlet(words);
  if (sure !== undefined) return { id: sure, isShared: false };
  const candidates = gazetteer.outletsCalled(words);
  if (declared !== undefined && candidates.includes(declared)) return { id: declared, isShared: true };
  const [here, other] = candidates.filter((id) =>
    [gazetteer.country(id), gazetteer.region(id)].some((country) => country !== undefined && countries.has(country)),
  );
  return here === undefined || other !== undefined ? undefined : { id: here, isShared: true };
}

/** Shared names that the source declares for itself. */
export function sharedSites({ site }: Metadata, gazetteer: Gazetteer): SharedName[] {
  return (site?.chosen ?? []).flatMap(({ value }) => {
    const candidates = gazetteer.outletsCalled(value);
    return candidates.length === 0 ? [] : [{ text: value, candidates }];
  });
}
