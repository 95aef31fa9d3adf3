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
    const found = article.signals.strangers ?? [];
    if (found.length === 0) continue;
    const company = companyIn(article);
    for (const stranger of found) {
      const sightings = byId.get(stranger.id) ?? [];
      if (sightings.length === 0) byId.set(stranger.id, sightings);
      sightings.push(makeSighting(article.id, stranger, company));
    }
  }
  const known = new Map(before.map((entity) => [entity.id, entity]));
  const strangers: Entity[] = [];
  const renamed = new Map<string, Renamed>();
  const rename = (article: string, from: string, to: string) => {
    const names = renamed.get(article) ?? {};
    names[from] = to;
    renamed.set(article, names);
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

/** Who else and what organisations an article names, and its places and topics. Each once. */
interface Company {
  /** The person in question as well. */
  readonly beside: readonly string[];
  readonly setting: readonly string[];
}

interface Sighting extends Stranger, Company {
  readonly article: string;
  readonly walk: string | undefined;
}

function companyIn({ fields }: Relatable): Company {
  return { beside: valuesOf(fields.people, fields.organizations), setting: valuesOf(fields.places, fields.topics) };
}

function makeSighting(article: string, stranger: Stranger, { beside, setting }: Company): Sighting {
  const { id, names, roles, countries } = stranger;
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
}

/**
 * By what an article may know the people of one name again: people and organisations named with them, offices they are
 * called by, the royal house, and the places and topics of their articles (by the article's number, whose person is in
 * `people`). So an article is held against those only with whom it has something in common, not against all of the name.
 */
interface Circle {
  readonly beside: Map<string, Set<Person>>;
  readonly offices: Map<string, Set<Person>>;
  readonly royal: Set<Person>;
  readonly settings: Map<string, number[]>;
  readonly people: Person[];
}

const isOffice = (role: string) => role.includes(" ");

/**
 * Articles that name a country tell people apart; those that name a walk of life only, then those that say nothing,
 * find their person when there is just one they can mean. Of a name that is one person's its company is not asked.
 */
function peopleOf(sightings: readonly Sighting[], before: Entity | undefined): Person[] {
  const people: Person[] = [];
  const isRare = sightings.length < 2 || sightings.every(({ names }) => isRareName(names[0] ?? ""));
  const circle: Circle | undefined = isRare
    ? undefined
    : { beside: new Map(), offices: new Map(), royal: new Set(), settings: new Map(), people: [] };
  const saying = (sighting: Sighting) => (sighting.countries.length > 0 ? 2 : sighting.walk === undefined ? 0 : 1);
  for (const level of [2, 1, 0]) {
    for (const sighting of sightings) {
      if (saying(sighting) !== level) continue;
      let person = onlyFitting(circle === undefined ? people : inCompany(circle, sighting), sighting);
      if (person === undefined) {
        person = { sightings: [], countries: new Set(), walk: undefined };
        people.push(person);
      }
      take(person, sighting);
      if (circle !== undefined) introduce(circle, person, sighting);
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

/** The one that nothing contradicts; undefined when there is none, or another one as well. */
function onlyFitting(candidates: Iterable<Person>, sighting: Sighting): Person | undefined {
  let found: Person | undefined;
  for (const person of candidates) {
    if (person === found || !fits(person, sighting)) continue;
    if (found !== undefined) return undefined;
    found = person;
  }
  return found;
}

/**
 * The people, some of them more than once, of whom an article and this one both name another person or organisation, or
 * two places or topics, or the person by the same office.
 */
function* inCompany(circle: Circle, sighting: Sighting): Generator<Person> {
  for (const value of sighting.beside) if (value !== sighting.id) yield* circle.beside.get(value) ?? [];
  for (const role of sighting.roles) if (isOffice(role)) yield* circle.offices.get(role) ?? [];
  if (isOfRoyalHouse(sighting)) yield* circle.royal;
  const met = new Uint8Array(circle.people.length);
  for (const value of sighting.setting) {
    for (const number of circle.settings.get(value) ?? []) {
      if (met[number] === 1) yield circle.people[number] as Person;
      met[number] = 1;
    }
  }
}

/** Takes what an article of the person's says into the circle. */
function introduce(circle: Circle, person: Person, sighting: Sighting): void {
  for (const value of sighting.beside) if (value !== sighting.id) setOf(circle.beside, value).add(person);
  for (const role of sighting.roles) if (isOffice(role)) setOf(circle.offices, role).add(person);
  if (isOfRoyalHouse(sighting)) circle.royal.add(person);
  const number = circle.people.push(person) - 1;
  for (const value of sighting.setting) {
    const numbers = circle.settings.get(value);
    if (numbers === undefined) circle.settings.set(value, [number]);
    else numbers.push(number);
  }
}

function setOf(sets: Map<string, Set<Person>>, key: string): Set<Person> {
  let set = sets.get(key);
  if (set === undefined) {
    set = new Set();
    sets.set(key, set);
  }
  return set;
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

function take(person: Person, sighting: Sighting): void {
  person.sightings.push(sighting);
  for (const country of sighting.countries) person.countries.add(country);
  person.walk ??= sighting.walk;
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
  if (texts.length < 2) return [...texts];
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
