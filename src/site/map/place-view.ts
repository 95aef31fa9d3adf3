import type { Entity } from "../../model/entity.ts";
import { countryOf } from "../containment.ts";
import type { SiteContext } from "../context.ts";
import { fill, VIEW } from "../strings.ts";
import type { MapView } from "../views/records.ts";
import { placeMap, positionOf } from "./place-map.ts";

/** The map of a place, with words for those who do not see it. */
export function mapView(context: SiteContext, place: Entity): { map?: MapView } {
  const country = countryOf(context, place);
  const map = placeMap(place, country);
  if (map === undefined) return {};
  const at = positionOf(place);
  const isWithin = country !== undefined && country.id !== place.id;
  const names = { place: place.prefLabel, country: country?.prefLabel ?? "" };
  return {
    map: {
      ...map,
      title: fill(isWithin ? VIEW.mapIn : VIEW.mapOf, names),
      ...(at === undefined ? {} : { position: formatPosition(at) }),
    },
  };
}

/** «25.28° شمالًا، 110.29° شرقًا». */
function formatPosition([longitude, latitude]: readonly [number, number]): string {
  const degrees = (value: number, plus: string, minus: string) => `${Math.abs(value)}° ${value < 0 ? minus : plus}`;
  return [degrees(latitude, VIEW.north, VIEW.south), degrees(longitude, VIEW.east, VIEW.west)].join(VIEW.listComma);
}
