import type { Entity } from "../model/entity.ts";
import type { SiteContext } from "./context.ts";

type Known = Pick<SiteContext, "entity">;

/**
 * What a record lies in, the widest first: a city's country and region. The way up ends where a record has no broader one
 * or several (a sea between countries lies in none of them), and where it comes back to itself.
 */
export function containersOf(context: Known, entity: Entity): Entity[] {
  const above: Entity[] = [];
  const seen = new Set([entity.id]);
  for (let at = entity; ; ) {
    const [next, other] = broaderOf(at);
    if (next === undefined || other !== undefined || seen.has(next)) return above;
    seen.add(next);
    at = context.entity(next);
    above.unshift(at);
  }
}

/** Of a place, its country is broader, too. */
function broaderOf({ id, type, broader, country }: Entity): readonly string[] {
  if (broader.length > 0) return broader;
  return type === "place" && country !== undefined && country !== id ? [country] : [];
}

/** The country of a place: itself, the one its record names, or the one it lies in; undefined when none is certain. */
export function countryOf(context: Known, place: Entity): Entity | undefined {
  if (place.kind === "country") return place;
  if (place.country !== undefined) return context.entity(place.country);
  const above = containersOf(context, place);
  const country = above.find(({ kind }) => kind === "country");
  // A region may name its country without lying in a record.
  return (
    country ?? above.map(({ country: id }) => id).flatMap((id) => (id === undefined ? [] : [context.entity(id)]))[0]
  );
}
