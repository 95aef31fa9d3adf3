import type { Entity } from "../../model/entity.ts";
import { GRID, OUTLINES } from "./outlines.ts";

/** A small map as SVG paths, in a box of WIDTH × HEIGHT. */
export interface PlaceMap {
  readonly width: number;
  readonly height: number;
  /** All land that is seen, but for `home`. */
  readonly land: string;
  /** The country the place lies in or is. */
  readonly home: string;
  readonly dot?: { readonly x: number; readonly y: number };
}

const WIDTH = 300;
const HEIGHT = 200;
/** Degrees of latitude that a map shows at least: smaller windows show outlines coarser than they are. */
const LEAST = 14;
/** Room around a country, as a part of its size. */
const MARGIN = 0.15;

type Point = readonly [x: number, y: number];

/** A ring in degrees and the box around it. */
interface Ring {
  readonly points: readonly Point[];
  readonly box: Box;
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * The map of a place: its country, whole, or where there is none on the map the land around it; a dot where its record
 * says where it lies. Undefined when neither is known. Plate carrée, widths as they are at the middle latitude.
 */
export function placeMap(place: Entity, country: Entity | undefined): PlaceMap | undefined {
  const home = country === undefined ? undefined : allRings().get(country.id);
  const at = positionOf(place);
  const view = viewOf(home, at);
  if (view === undefined) return undefined;
  const stretch = Math.cos((((view.north + view.south) / 2) * Math.PI) / 180);
  const scale = HEIGHT / (view.north - view.south);
  const project = ([longitude, latitude]: Point): Point => [
    (longitude - view.west) * stretch * scale,
    (view.north - latitude) * scale,
  ];
  // What lies over the antimeridian may be seen from either side.
  const draw = (rings: readonly Ring[]) =>
    [-360, 0, 360]
      .flatMap((turn) =>
        rings
          .filter(({ box }) => meets({ ...box, west: box.west + turn, east: box.east + turn }, view))
          .map(({ points }) => formatPath(clip(points.map(([x, y]) => project([x + turn, y]))))),
      )
      .join("");
  const land = [...allRings()].flatMap(([id, rings]) => (id === country?.id ? [] : rings));
  const dot = at && project(at);
  return {
    width: WIDTH,
    height: HEIGHT,
    land: draw(land),
    home: draw(home ?? []),
    ...(dot === undefined ? {} : { dot: { x: Math.round(dot[0]), y: Math.round(dot[1]) } }),
  };
}

/** Longitude and latitude; both or nothing. */
export function positionOf({ latitude, longitude }: Entity): Point | undefined {
  return latitude === undefined || longitude === undefined ? undefined : [longitude, latitude];
}

/** What the map shows, of the shape of the box it is drawn in: the country's largest part, unless the place lies elsewhere. */
function viewOf(home: readonly Ring[] | undefined, at: Point | undefined): Box | undefined {
  const main = home && [...home].sort((a, b) => areaOf(b.box) - areaOf(a.box))[0]?.box;
  const isInside = main !== undefined && (at === undefined || contains(main, at));
  const box = isInside ? main : at && { west: at[0], east: at[0], south: at[1], north: at[1] };
  if (box === undefined) return undefined;
  const middle = [(box.west + box.east) / 2, (box.south + box.north) / 2] as const;
  const stretch = Math.cos((middle[1] * Math.PI) / 180);
  const needed = Math.max(box.north - box.south, ((box.east - box.west) * stretch * HEIGHT) / WIDTH);
  const tall = Math.max(LEAST, needed * (1 + 2 * MARGIN));
  const wide = (tall * WIDTH) / HEIGHT / stretch;
  return {
    west: middle[0] - wide / 2,
    east: middle[0] + wide / 2,
    south: middle[1] - tall / 2,
    north: middle[1] + tall / 2,
  };
}

/** Degrees around a country within which a place on its coast may lie: outlines are coarse. */
const NEAR = 1;

function contains({ west, east, south, north }: Box, [x, y]: Point): boolean {
  return x >= west - NEAR && x <= east + NEAR && y >= south - NEAR && y <= north + NEAR;
}

function meets(a: Box, b: Box): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

function areaOf({ west, east, south, north }: Box): number {
  return (east - west) * (north - south);
}

/** All outlines, unpacked when the first map is drawn. */
let unpacked: ReadonlyMap<string, readonly Ring[]> | undefined;
function allRings(): ReadonlyMap<string, readonly Ring[]> {
  unpacked ??= new Map(Object.entries(OUTLINES).map(([id, rings]) => [id, rings.split(";").map(parseRing)]));
  return unpacked;
}

function parseRing(text: string): Ring {
  const steps = text.split(" ").map(Number);
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] as number;
    y += steps[i + 1] as number;
    points.push([x / GRID, y / GRID]);
  }
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const box = {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
  return { points, box };
}

/** Units beyond the box that are kept, so that the line of a cut does not show. */
const BLEED = 4;

/** The part of a ring inside the box: one side of the box after the other cuts it (Sutherland and Hodgman, 1974). */
function clip(ring: readonly Point[]): readonly Point[] {
  const sides: readonly ((point: Point) => number)[] = [
    ([x]) => x + BLEED,
    ([x]) => WIDTH + BLEED - x,
    ([, y]) => y + BLEED,
    ([, y]) => HEIGHT + BLEED - y,
  ];
  return sides.reduce<readonly Point[]>((points, inside) => {
    const kept: Point[] = [];
    for (const [i, point] of points.entries()) {
      const before = points.at(i - 1) as Point;
      const [from, to] = [inside(before), inside(point)];
      if (from < 0 !== to < 0) {
        const part = from / (from - to);
        kept.push([before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part]);
      }
      if (to >= 0) kept.push(point);
    }
    return kept;
  }, ring);
}

/** Whole units and steps between them: short, and the same on every machine. */
function formatPath(points: readonly Point[]): string {
  let path = "";
  let [x, y] = [0, 0];
  for (const point of points) {
    const [nextX, nextY] = [Math.round(point[0]), Math.round(point[1])];
    if (path === "") path = `M${nextX} ${nextY}`;
    else if (nextX === x && nextY === y) continue;
    else path += `l${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
  }
  return path.includes("l") ? `${path}z` : "";
}
