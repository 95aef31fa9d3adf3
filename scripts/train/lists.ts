import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fold } from "../../src/arabic/normalize.ts";
import { tokenize } from "../../src/arabic/tokenize.ts";
import type { Authority } from "../../src/model/entity.ts";
import type { EntityType } from "../../src/model/fields.ts";
import { hashText } from "../../src/recognise/hash.ts";
import { extendPhrase, FIELDS, type Field, fieldOf, type LexiconEntries, PHRASE } from "../../src/recognise/lexicon.ts";
import { trainSpelling } from "./spelling.ts";

const NAME_CLASSES: Readonly<Record<string, readonly [Field, number]>> = {
  g: ["given", 3],
  h: ["given", 2],
  i: ["given", 1],
  f: ["family", 3],
  k: ["family", 2],
  l: ["family", 1],
  u: ["rare", 1],
  x: ["foreign", 1],
};
const BITS: Readonly<Partial<Record<EntityType, number>>> = {
  person: PHRASE.person,
  place: PHRASE.place,
  organization: PHRASE.organization,
  source: PHRASE.organization,
};
const PLACE_CLASSES: Readonly<Record<string, number>> = { n: 1, c: 2, r: 3, t: 4, s: 5 };

/** The kind of place of a word that places of several words hold («هونغ»), if it is not a common word. */
const PART_OF_PLACE = 6;
const TOO_COMMON_FOR_PART = 4;

/** How common «علي» is where it is surely the name. */
const ALI_FREQUENCY = 3;

type Rows = (name: string) => Promise<[string, string, string][]>;

/** Listed words with what they are (an index of `SOUNDS`); a common word that is no name is ordinary. */
async function samplesOf(rows: Rows): Promise<[string, number][]> {
  const sounds = new Map<string, number>();
  for (const [name, kind] of await rows("places.tsv")) if (!name.includes(" ") && kind !== "s") sounds.set(name, 3);
  for (const [name, classes] of await rows("person-names.tsv")) {
    if (/[ghfk]/.test(classes)) sounds.set(name, 1);
    else if (classes.includes("x")) sounds.set(name, 2);
    else if (!sounds.has(name)) sounds.set(name, 1);
  }
  for (const [word, step] of await rows("frequency.tsv"))
    if (!sounds.has(word) || Number(step) > 10) sounds.set(word, 0);
  return [...sounds];
}

/** The word lists of `folder` and the authority files as the model's lexicon. */
export async function readLists(folder: string, authority?: Authority): Promise<LexiconEntries> {
  const words = new Map<number, number>();
  const phrases = new Map<number, number>();
  const note = (key: string, field: Field, value: number) => {
    const [shift, most] = FIELDS[field];
    const hash = hashText(key);
    const old = words.get(hash) ?? 0;
    if (((old >> shift) & most) < value) words.set(hash, (old & ~(most << shift)) | (value << shift));
  };
  const add = (phrase: string, bit: number) => {
    const keys = tokenize(phrase).map(({ key }) => key);
    let hash: number | undefined;
    for (const [index, key] of keys.entries()) {
      hash = extendPhrase(hash, hashText(key));
      phrases.set(hash, (phrases.get(hash) ?? 0) | (index === keys.length - 1 ? bit : PHRASE.prefix));
    }
    return keys;
  };
  const rows: Rows = async (name) =>
    (await readFile(join(folder, name), "utf8"))
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t") as [string, string, string]);
  for (const [word, classes] of await rows("person-names.tsv")) {
    for (const letter of classes) {
      const [field, value] = NAME_CLASSES[letter] as readonly [Field, number];
      note(word, field, value);
    }
  }
  for (const [name, kind] of await rows("places.tsv")) {
    const keys = add(name, "nc".includes(kind) ? PHRASE.place : PHRASE.smallPlace);
    if (keys.length === 1) {
      const place = PLACE_CLASSES[kind] as number;
      const hash = hashText(name);
      const old = ((words.get(hash) ?? 0) >> FIELDS.place[0]) & 7;
      if (old === 0 || place < old)
        words.set(hash, ((words.get(hash) ?? 0) & ~(7 << FIELDS.place[0])) | (place << FIELDS.place[0]));
    }
  }
  for (const name of ["people.txt", "people-of-the-news.txt"]) {
    for (const [person] of await rows(name)) {
      const keys = add(fold(person), PHRASE.person);
      for (const key of keys) if (key.length > 3) note(key, "famous", 1);
    }
  }
  for (const [name] of await rows("full-names.txt")) add(name, PHRASE.fullName);
  for (const name of ["organizations.txt", "organizations-of-the-news.txt"]) {
    for (const [organization] of await rows(name)) {
      const keys = add(fold(organization), PHRASE.organization);
      if (keys.length === 1) note(keys[0] as string, "organization", 1);
    }
  }
  const parts = new Set<string>();
  for (const [name] of await rows("places-of-the-news.txt")) {
    const keys = add(fold(name), PHRASE.place);
    if (keys.length === 1) setPlace(keys[0] as string, 2);
    else for (const key of keys) parts.add(key);
  }
  for (const entity of authority?.entities.values() ?? []) {
    const bit = BITS[entity.type];
    if (bit === undefined) continue;
    for (const label of [entity.prefLabel, ...entity.altLabel, ...entity.shortLabel]) {
      const keys = add(label, bit);
      if (entity.type === "person") for (const key of keys) if (key.length > 3) note(key, "famous", 1);
      if (entity.type === "place" && keys.length === 1) setPlace(keys[0] as string, entity.kind === "country" ? 1 : 2);
      if (bit === PHRASE.organization && keys.length === 1) note(keys[0] as string, "organization", 1);
    }
  }
  function isRare(key: string) {
    const value = words.get(hashText(key)) ?? 0;
    return fieldOf(value, "place") === 0 && fieldOf(value, "frequency") < TOO_COMMON_FOR_PART;
  }
  function setPlace(key: string, place: number) {
    const hash = hashText(key);
    words.set(hash, ((words.get(hash) ?? 0) & ~(7 << FIELDS.place[0])) | (place << FIELDS.place[0]));
  }
  for (const [word, step] of await rows("frequency.tsv"))
    note(word, "frequency", Math.max(1, Math.min(7, Number(step) - 5)));
  for (const key of parts) if (key.length > 2 && isRare(key)) note(key, "place", PART_OF_PLACE);
  const clusters = new Map<number, number>();
  for (const [word, coarse, fine] of await rows("clusters.tsv"))
    clusters.set(hashText(word), Number(coarse) | (Number(fine) << 8));
  // The lists are folded; the recogniser tells «على» and «علي» apart (`keyOf` in tokens.ts).
  const [ali, on] = [hashText("علي"), hashText("على")] as const;
  words.set(on, words.get(ali) ?? 0);
  clusters.set(on, clusters.get(ali) ?? 0);
  words.set(ali, ((words.get(ali) ?? 0) & ~(7 << FIELDS.frequency[0])) | (ALI_FREQUENCY << FIELDS.frequency[0]));
  return { words, phrases, clusters, spelling: trainSpelling(await samplesOf(rows)) };
}
