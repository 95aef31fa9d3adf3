import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { diskEffects, packageRoot } from "../src/effects.ts";
import type { Entity } from "../src/model/entity.ts";
import { loadAuthority } from "../src/resolve/authority.ts";
import { countryOf } from "../src/site/containment.ts";
import { OUTLINES } from "../src/site/map/outlines.ts";
import { type PlaceMap, placeMap, positionOf } from "../src/site/map/place-map.ts";

let entities: ReadonlyMap<string, Entity>;
beforeAll(async () => {
  const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
  entities = (await loadAuthority(effects, [join(packageRoot(), "content", "authority")])).entities;
});
const get = (id: string) => entities.get(id) as Entity;
const mapOf = (id: string) => placeMap(get(id), countryOf({ entity: get }, get(id)));

/** Points of a path made of M, l and z. */
function pointsOf(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Ml])(-?\d+) (-?\d+)/g)].map(([, command, dx, dy]) => {
    [x, y] = command === "M" ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
}

/** Nothing is drawn far outside the box, and the dot is in it. */
function expectInside({ width, height, land, home, dot }: PlaceMap): void {
  expect(land + home).toMatch(/^(?:M-?\d+ -?\d+(?:l-?\d+ -?\d+)+z)*$/);
  // One expectation for all points: there are half a million.
  const outside = pointsOf(land + home).filter(([x, y]) => x < -6 || x > width + 6 || y < -6 || y > height + 6);
  expect(outside).toEqual([]);
  if (dot === undefined) return;
  expect(dot.x >= 0 && dot.x <= width && dot.y >= 0 && dot.y <= height).toBe(true);
}

describe("the map of a place", () => {
  it("stays in its box for every shipped place, and small", () => {
    let drawn = 0;
    for (const place of entities.values()) {
      if (place.type !== "place") continue;
      const map = placeMap(place, countryOf({ entity: get }, place));
      if (map === undefined) continue;
      drawn++;
      expectInside(map);
      expect(map.land.length + map.home.length, place.id).toBeLessThan(20_000);
    }
    expect(drawn).toBeGreaterThan(500);
  });

  it("shows the country, and a dot where the place is known to lie", () => {
    expect(mapOf("china")?.home).not.toBe("");
    expect(mapOf("china")?.dot).toBeUndefined();
    const [beijing, guangzhou] = [mapOf("beijing"), mapOf("guangzhou")];
    expect(beijing?.home).toBe(mapOf("china")?.home);
    // Guangzhou lies south of Beijing and a little west of it.
    expect(guangzhou?.dot?.y).toBeGreaterThan(beijing?.dot?.y as number);
    expect(guangzhou?.dot?.x).toBeLessThan(beijing?.dot?.x as number);
  });

  it("shows the land around a place whose country is too small for an outline, or not certain", () => {
    const manama = mapOf("manama");
    expect(manama?.home).toBe("");
    expect(manama?.land).not.toBe("");
    expect(manama?.dot).toEqual({ x: 150, y: 100 });
  });

  it("is none where nothing is known", () => {
    expect(placeMap({ ...get("beijing"), latitude: undefined } as unknown as Entity, undefined)).toBeUndefined();
    expect(positionOf({ ...get("china"), latitude: 10 })).toBeUndefined();
  });

  it("shows what lies over the antimeridian: Russia is one piece from Kaliningrad's neighbour to Chukotka", () => {
    const widest = (mapOf("russia")?.home ?? "")
      .split("z")
      .map((ring) => pointsOf(ring).map(([x]) => x))
      .map((xs) => Math.max(...xs) - Math.min(...xs));
    expect(Math.max(...widest)).toBeGreaterThan(200);
    expect(mapOf("suva")?.land.length).toBeGreaterThan(0);
  });

  it("can be drawn around any point of the earth", () => {
    const place = { ...get("beijing") };
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.constantFrom(undefined, "china", "russia", "fiji", "bahrain"),
        (latitude, longitude, country) => {
          const map = placeMap({ ...place, latitude, longitude }, country === undefined ? undefined : get(country));
          expectInside(map as PlaceMap);
        },
      ),
    );
  });
});

it("has outlines of shipped countries and territories only", () => {
  const strangers = Object.keys(OUTLINES).filter((id) => id !== "other" && get(id)?.type !== "place");
  expect(strangers).toEqual([]);
});

it("has both of latitude and longitude wherever there is one", () => {
  for (const place of entities.values())
    expect(place.latitude === undefined, place.id).toBe(place.longitude === undefined);
});
