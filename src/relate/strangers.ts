import { ROYAL, WALKS } from "../arabic/lexicon/professions.ts";
import { isArabicName, wordsOfName } from "../arabic/names/key.ts";
import { parseName } from "../arabic/names/parse.ts";
import { tokenize } from "../arabic/tokenize.ts";
import { byCodePoint } from "../effects.ts";
import type { Relatable, Stranger } from "../model/article.ts";
import type { Entity, Role } from "../model/entity.ts";
import { provisionalId, provisionalPerson } from "../resolve/provisional.ts";

/** Titles kept of a person, those of most articles. */
const MOST_ROLES = 5;
const MOST_NAMES = 6;

/** Plain id → the id of whom the article means. */
type Renamed = Record<string, string>;

/**
 * People whom no authority file knows, brought together across articles by the strict key of their names. Where
 * titles contradict each other (another country, another walk of life), where a common name is named in another
 * company, or where an article may mean either of two, one name is several people: the one who had the plain id in the
 * last run, else the one of the earliest article, has it, the others get their own. `sijill check` tells of them.
 * Articles in any order.
 */
export function relateStrangers(
  articles: readonly Relatable[],
  before: readonly Entity[],
): { strangers: Entity[]; namesakesIn: (article: string) => Readonly<Renamed> | undefined } {
  const byId = new Map<string, Sighting[]>();
  for (const article of articles) {
    for (const stranger of article.signals.strangers ?? []) {
      const sightings = byId.get(stranger.id) ?? [];
      if (sightings.length === 0) byId.set(stranger.id, sightings);
      sightings.push(makeSighting(article, stranger));
    }
  }
  const known = new Map(before.map((entity) => [entity.id, entity]));
  const strangers: Entity[] = [];
  const renamed = new Map<string, Renamed>();
  const rename = (article: string, from: string, to: string) => {
    renamed.set(article, { ...renamed.get(article), [from]: to });
  };
  for (const [id, sightings] of byId) {
    sightings.sort((a, b) => byCodePoint(a.article, b.article));
    const people = peopleOf(sightings, known.get(id));
    const marks = new Set<string>();
    for (const [index, person] of people.entries()) {
      const [first] = person.sightings as [Sighting, ...Sighting[]];
      const said = markOf(person);
      const mark = said === "" || marks.has(said) ? first.article : said;
      marks.add(mark);
      const own = index === 0 ? id : provisionalId(first.names[0] ?? "", mark);
      strangers.push(describe(own, person));
      if (index > 0) for (const { article } of person.sightings) rename(article, id, own);
    }
  }
  return {
    strangers: strangers.sort((a, b) => byCodePoint(a.id, b.id)),
    namesakesIn: (article) => renamed.get(article),
  };
}

interface Sighting extends Stranger {
  readonly article: string;
  readonly walk: string | undefined;
  /** Who else and what organisations the article names; its places and topics. Each once. */
  readonly beside: readonly string[];
  readonly setting: readonly string[];
}

function makeSighting({ id: article, fields }: Relatable, stranger: Stranger): Sighting {
  const { id, names, roles, countries } = stranger;
  const beside = valuesOf(fields.people, fields.organizations).filter((value) => value !== id);
  const setting = valuesOf(fields.places, fields.topics);
  return { article, id, names, roles, countries, walk: walkOf(roles), beside, setting };
}

function valuesOf(...lists: (readonly { readonly value: string }[] | undefined)[]): string[] {
  const values = new Set<string>();
  for (const list of lists) for (const { value } of list ?? []) values.add(value);
  return [...values];
}

interface Person {
  readonly sightings: Sighting[];
  readonly countries: Set<string>;
  walk: string | undefined;
  /** Who and what is named with the person in any of the articles; of a name that is one person's it is not asked. */
  readonly company?: Company;
}

interface Company {
  /** People and organisations; places and topics. */
  readonly names: Set<string>;
  readonly setting: Set<string>;
  /** Titles of several words, which are an office. */
  readonly offices: Set<string>;
  isRoyal: boolean;
}

const isOffice = (role: string) => role.includes(" ");

/** Whether so many of the values stand in the set. */
function hasOf(values: readonly string[], set: { has(value: string): boolean }, least: number): boolean {
  let left = least;
  for (const value of values) if (set.has(value) && --left === 0) return true;
  return false;
}

/**
 * Articles that name a country tell people apart; those that name a walk of life only, then those that say nothing,
 * find their person when there is just one they can mean.
 */
function peopleOf(sightings: readonly Sighting[], before: Entity | undefined): Person[] {
  const people: Person[] = [];
  const isRare = sightings.length < 2 || sightings.every(({ names }) => isRareName(names[0] ?? ""));
  const saying = (sighting: Sighting) => (sighting.countries.length > 0 ? 2 : sighting.walk === undefined ? 0 : 1);
  for (const level of [2, 1, 0]) {
    for (const sighting of sightings.filter((one) => saying(one) === level)) {
      const fitting = people.filter(
        (person) => fits(person, sighting) && (person.company === undefined || keepsCompany(person, sighting)),
      );
      const [person, another] = fitting;
      const isClear = person !== undefined && another === undefined;
      if (isClear) take(person, sighting);
      else people.push(take(newPerson(isRare), sighting));
    }
  }
  for (const person of people) person.sightings.sort((a, b) => byCodePoint(a.article, b.article));
  const wasPlain = ({ countries }: Person) => Number(before?.country !== undefined && countries.has(before.country));
  return people.sort(
    (a, b) => wasPlain(b) - wasPlain(a) || byCodePoint(a.sightings[0]?.article ?? "", b.sightings[0]?.article ?? ""),
  );
}

/** A foreign name of two words, or an Arabic one of three parts, is hardly two people's; «محمد القرني» is many people's. */
function isRareName(name: string): boolean {
  return parseName(name).parts.length > 2 || !isArabicName(wordsOfName(name));
}

function newPerson(isAlone: boolean): Person {
  const company = { names: new Set<string>(), setting: new Set<string>(), offices: new Set<string>(), isRoyal: false };
  return { sightings: [], countries: new Set(), walk: undefined, ...(isAlone ? {} : { company }) };
}

/**
 * An article of the person's and this one both name another person or organisation, or two places or topics, or the
 * person by the same office.
 */
function keepsCompany({ company, sightings }: Person, sighting: Sighting): boolean {
  if (company === undefined) return false;
  if (hasOf(sighting.beside, company.names, 1)) return true;
  if (sighting.roles.some((role) => isOffice(role) && company.offices.has(role))) return true;
  if (company.isRoyal && isOfRoyalHouse(sighting)) return true;
  if (!hasOf(sighting.setting, company.setting, 2)) return false;
  const setting = new Set(sighting.setting);
  return sightings.some((other) => hasOf(other.setting, setting, 2));
}

/** Princes are few; those who are told by their fathers («الأمير محمد بن فهد») are not. */
function isOfRoyalHouse({ roles, names }: Stranger): boolean {
  return (
    roles.some((role) => readTitle(role).isRoyal) &&
    parseName(names[0] ?? "").parts.every(({ kind }) => kind !== "nasab")
  );
}

/** Nothing the person's titles say contradicts the article's: a country in common, or none said; the same walk of life. */
function fits({ countries, walk }: Person, sighting: Sighting): boolean {
  const sameWalk = walk === undefined || sighting.walk === undefined || walk === sighting.walk;
  const sameCountry =
    countries.size === 0 ||
    sighting.countries.length === 0 ||
    sighting.countries.some((country) => countries.has(country));
  return sameWalk && sameCountry;
}

function take(person: Person, sighting: Sighting): Person {
  person.sightings.push(sighting);
  for (const country of sighting.countries) person.countries.add(country);
  person.walk ??= sighting.walk;
  const { company } = person;
  if (company !== undefined) {
    for (const value of sighting.beside) company.names.add(value);
    for (const value of sighting.setting) company.setting.add(value);
    for (const role of sighting.roles) if (isOffice(role)) company.offices.add(role);
    company.isRoyal ||= isOfRoyalHouse(sighting);
  }
  return person;
}

/** What sets a person apart from another of the name, for the id: what the earliest article that says something says. */
function markOf({ sightings }: Person): string {
  const first =
    sightings.find(({ countries }) => countries.length > 0) ?? sightings.find(({ walk }) => walk !== undefined);
  return [...[...(first?.countries ?? [])].sort(byCodePoint).slice(0, 1), first?.walk ?? ""].join(" ").trim();
}

function describe(id: string, { sightings, countries }: Person): Entity {
  const [prefLabel = "", ...altLabel] = mostCommon(sightings.flatMap(({ names }) => names)).slice(0, MOST_NAMES);
  const roles: Role[] = mostCommon(sightings.flatMap(({ roles }) => roles))
    .slice(0, MOST_ROLES)
    .map((label) => ({ label }));
  const [country, other] = countries;
  return provisionalPerson(id, {
    prefLabel,
    altLabel,
    roles,
    ...(country !== undefined && other === undefined && { country }),
  });
}

/** Distinct texts, the most frequent first. */
function mostCommon(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([text]) => text);
}

/** What a title says: folded words without their article, the walks of life they name, a royal house. Titles come again and again. */
interface TitleWords {
  readonly walks: readonly string[];
  readonly isRoyal: boolean;
}

const titles = new Map<string, TitleWords>();
const MOST_TITLES = 10_000;

function readTitle(role: string): TitleWords {
  let found = titles.get(role);
  if (found === undefined) {
    const keys = tokenize(role).map(({ key }) => key);
    const words = keys.map((key) => key.replace(/^(?:[وفبل])?ال/u, ""));
    found = {
      walks: Object.keys(WALKS).filter((walk) => words.some((word) => WALKS[walk]?.has(word))),
      isRoyal: keys.some((key) => ROYAL.has(key)),
    };
    if (titles.size < MOST_TITLES) titles.set(role, found);
  }
  return found;
}

/** The one walk of life that titles name; undefined when they name none or several. */
function walkOf(roles: readonly string[]): string | undefined {
  const walks = new Set(roles.flatMap((role) => readTitle(role).walks));
  const [walk] = walks;
  return walks.size === 1 ? walk : undefined;
}
