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
      sightings.push(toSighting(article, stranger));
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
  /** People and organisations that the article names besides; its places and topics. */
  readonly company: ReadonlySet<string>;
  readonly setting: ReadonlySet<string>;
}

interface Person {
  readonly sightings: Sighting[];
  readonly countries: Set<string>;
  walk: string | undefined;
}

function toSighting({ id: article, fields }: Relatable, stranger: Stranger): Sighting {
  const idsOf = (...names: ("people" | "organizations" | "places" | "topics")[]) =>
    new Set(names.flatMap((name) => (fields[name] ?? []).map(({ value }) => value)).filter((id) => id !== stranger.id));
  return {
    article,
    ...stranger,
    walk: walkOf(stranger.roles),
    company: idsOf("people", "organizations"),
    setting: idsOf("places", "topics"),
  };
}

/**
 * Articles that name a country tell people apart; those that name a walk of life only, then those that say nothing,
 * find their person when there is just one they can mean.
 */
function peopleOf(sightings: readonly Sighting[], before: Entity | undefined): Person[] {
  const people: Person[] = [];
  const isRare = sightings.every(({ names }) => isRareName(names[0] ?? ""));
  const saying = (sighting: Sighting) => (sighting.countries.length > 0 ? 2 : sighting.walk === undefined ? 0 : 1);
  for (const level of [2, 1, 0]) {
    for (const sighting of sightings.filter((one) => saying(one) === level)) {
      const fitting = people.filter(
        (person) =>
          fits(person, sighting) && (isRare || person.sightings.some((other) => keepSameCompany(other, sighting))),
      );
      const [person, another] = fitting;
      const isClear = person !== undefined && another === undefined;
      if (isClear) take(person, sighting);
      else people.push(take({ sightings: [], countries: new Set(), walk: undefined }, sighting));
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

/** Both articles name another person or organisation, or two places or topics, or the person by the same office. */
function keepSameCompany(a: Sighting, b: Sighting): boolean {
  const shared = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].filter((id) => y.has(id)).length;
  if (shared(a.company, b.company) > 0 || shared(a.setting, b.setting) > 1) return true;
  if (a.roles.some((role) => role.includes(" ") && b.roles.includes(role))) return true;
  return isOfRoyalHouse(a) && isOfRoyalHouse(b);
}

/** Princes are few; those who are told by their fathers («الأمير محمد بن فهد») are not. */
function isOfRoyalHouse({ roles, names }: Stranger): boolean {
  return (
    roles.some((role) => tokenize(role).some(({ key }) => ROYAL.has(key))) &&
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

/** The one walk of life that titles name; undefined when they name none or several. */
function walkOf(roles: readonly string[]): string | undefined {
  const words = roles.flatMap((role) => tokenize(role).map(({ key }) => key.replace(/^(?:[وفبل])?ال/u, "")));
  const walks = Object.keys(WALKS).filter((walk) => words.some((word) => WALKS[walk]?.has(word)));
  return walks.length === 1 ? walks[0] : undefined;
}
