/** The records a query names, above the articles. */
import { lettersOf } from "../../../arabic/analysis/names.ts";
import { BROWSER, formatCount } from "../../strings.ts";
import type { CardRecord } from "../../views/search.ts";
import { fetchPacked, remember } from "./fetch.ts";
import type { Index } from "./index-client.ts";
import { CARDS } from "./names.ts";
import type { Volume } from "./postings.ts";
import { type Naming, spellingNumber } from "./postings-format.ts";
import { parseQuery, type Unit } from "./query.ts";
import { make } from "./results.ts";

/** More words than this name no record; events are named by headlines. */
const LONGEST = 24;
/** A name that more records bear tells none of them. */
const MOST = 3;
/** Where a word may mean other things, as many of the pages that hold it must name the record. */
const MOSTLY = 0.5;
/** Words of a headline that must be typed, and their share of it; and of what is typed. */
const TITLE_WORDS = 3;
const OF_TITLE = 0.6;
const OF_TYPED = 0.75;
/** Share of a name, typed in part, that must be there. */
const OF_NAME = 0.5;

const readFile = remember(async (url: string) => JSON.parse(await fetchPacked(url)) as CardRecord[], String);

/** Reads the records that what is asked for names; what must not be there names none, nor does a field. */
export async function findRecords(
  { analyzer, folder, cards, volumes: [newest] }: Pick<Index, "analyzer" | "folder" | "cards" | "volumes">,
  typed: string,
  fieldWords: ReadonlyMap<string, string>,
): Promise<readonly CardRecord[]> {
  const { clauses } = parseQuery(typed, analyzer, fieldWords);
  const units = clauses.filter(({ isExcluded }) => !isExcluded).flatMap((clause) => clause.units);
  if (cards === undefined || newest === undefined || units.length > LONGEST) return [];
  const numbers = await recordsNamed(newest, units);
  const cardOf = async (record: number) =>
    (await readFile(`${folder}${cards}/${Math.floor(record / CARDS)}.gz`))[record % CARDS];
  const found = await Promise.all(numbers.map(cardOf));
  return found.filter((card) => card !== undefined).sort(([, , , a], [, , , b]) => b - a);
}

/** What the words say of one record. */
interface Match {
  readonly record: number;
  readonly kind: Naming["kind"];
  /** Words typed that its name has, and words of the name. */
  words: number;
  size: number;
  /** Units that it bears. */
  units: number;
  /** Pages that name it, where a single word is all that is typed. */
  pages?: number;
}

/** Numbers of the records that the words name: by a whole name, else by a part of it that tells them from others. */
export async function recordsNamed(
  volume: Pick<Volume, "namings" | "find">,
  units: readonly Unit[],
): Promise<number[]> {
  const told = distinct(units.filter(({ isStopWord }) => !isStopWord));
  const [only] = told;
  if (only === undefined) return [];
  const found = await Promise.all(told.map(async (unit) => ({ unit, namings: await namingsOf(volume, unit) })));
  const typed = told.reduce((sum, unit) => sum + wordsIn(unit), 0);
  const matches = [...matchAll(found).values()];
  const names = matches.filter(({ kind, units }) => kind !== "event" && units === told.length);
  const whole = names.filter(({ size, words, pages }) => words >= size && pages === undefined);
  if (whole.length > 0) return few(whole);
  const events = matches
    .filter(
      ({ kind, words, size }) => kind === "event" && words >= Math.min(TITLE_WORDS, size) && words >= OF_TITLE * size,
    )
    .filter(({ words }) => words >= OF_TYPED * typed);
  const most = Math.max(...events.map(({ words, size }) => words / size));
  if (events.length > 0) return few(events.filter(({ words, size }) => words / size === most));
  if (told.length > 1 || only.isName)
    return few(names.filter(({ kind, words, size }) => kind !== "topic" && words > OF_NAME * size));
  const called = names.filter(({ pages }) => pages !== undefined);
  if (called.length === 0) return [];
  const pages = await Promise.all(only.keys.map((key) => volume.find({ key })));
  const held = new Set(pages.flatMap((page) => [...page.keys()])).size;
  const naming = called.reduce((sum, { pages = 0 }) => sum + pages, 0);
  return naming >= MOSTLY * held ? few(called) : [];
}

const few = (matches: readonly Match[]) => (matches.length > MOST ? [] : matches.map(({ record }) => record));

function matchAll(
  found: readonly { readonly unit: Unit; readonly namings: readonly Naming[] }[],
): ReadonlyMap<number, Match> {
  const matches = new Map<number, Match>();
  for (const { unit, namings } of found) {
    const here = new Map<number, { kind: Naming["kind"]; size: number; pages?: number }>();
    for (const { record, kind, size, pages } of namings) {
      const one = here.get(record) ?? { kind, size: Number.POSITIVE_INFINITY };
      here.set(record, one);
      if (kind === "called") one.pages = pages;
      else one.size = Math.min(one.size, size);
    }
    const words = wordsIn(unit);
    for (const [record, { kind, size, pages }] of here) {
      const match = matches.get(record) ?? { record, kind, words: 0, size: 0, units: 0 };
      matches.set(record, match);
      // A name within a longer one is a part of it, however it is spelled.
      match.words += unit.isName && size > 0 ? Math.min(words, size - 1) : words;
      match.units++;
      match.size = Math.max(match.size, Number.isFinite(size) ? size || words : words);
      if (found.length === 1 && size > 0 && pages !== undefined) match.pages = pages;
    }
  }
  return matches;
}

/** The names that a word may stand in: in any form where that does, else with particles written on to it at the most. */
async function namingsOf(volume: Pick<Volume, "namings">, unit: Unit): Promise<Naming[]> {
  const spellings = new Set([
    0,
    ...[unit.text, ...withoutParticles(unit.text)].map((text) => spellingNumber(lettersOf(text))),
  ]);
  const all = (await Promise.all(unit.keys.map((key) => volume.namings(key)))).flat();
  return all.filter(({ spelling }) => spellings.has(spelling));
}

/** Readings of a name without the conjunction, the preposition or both before it. */
function withoutParticles(words: string): string[] {
  const plain = words.normalize("NFC").replace(/[\p{M}ـ]|^[^\p{L}]+/gu, "");
  const readings = [/^[وف](?=..)/, /^[وف]?[بك](?=..)/, /^[وف]?لل(?=..)/, /^[وف]?ل(?=..)/].map((particle) =>
    // ل takes the alif of the article: للصين is ل and الصين.
    plain.replace(particle, (found) => (found.endsWith("لل") ? "ال" : "")),
  );
  return readings.filter((name) => name !== plain);
}

const wordsIn = ({ text, isName }: Unit) => (isName ? text.split(" ").length : 1);

/** A word that is said twice counts once. */
function distinct(units: readonly Unit[]): Unit[] {
  return [...new Map([...units].reverse().map((unit) => [unit.keys[0], unit])).values()].reverse();
}

export function showRecords(box: HTMLElement, records: readonly CardRecord[]): void {
  box.hidden = records.length === 0;
  box.replaceChildren(...records.map(makeCard));
}

function makeCard([label, url, type, count]: CardRecord): HTMLElement {
  return make(
    "article",
    { class: "card record" },
    make("p", { class: "kicker" }, BROWSER.types[type] ?? ""),
    make("h3", {}, make("a", { href: url }, make("bdi", {}, label))),
    make("p", { class: "lead" }, formatCount(count, BROWSER.articles)),
  );
}
