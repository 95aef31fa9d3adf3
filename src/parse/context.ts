import { remember } from "../arabic/remember.ts";
import { tokenize } from "../arabic/tokenize.ts";
import { cuesOfWords } from "../extract/cited.ts";
import type { Gazetteer } from "../extract/context.ts";
import { regionOf } from "../extract/region.ts";
import { indexTopics, type TopicTerms } from "../extract/topics.ts";
import type { Authority } from "../model/entity.ts";
import { nameByCountry } from "../resolve/certain-names.ts";
import { buildLexicon, type Lexicon, type Name, type NameNode, sourceKey } from "../resolve/lexicon.ts";
import type { Recognise } from "../resolve/names.ts";
import { indexPeople, type PeopleIndex } from "../resolve/people-index.ts";
import type { Knowledge } from "../segment/knowledge.ts";

/** What parsing leans on, built once a run. */
export interface ParseContext {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly terms: TopicTerms;
  readonly people: PeopleIndex;
  readonly knows: Knowledge;
  readonly recognise?: Recognise;
}

/** «أ,ب» is two cells of a table, «أ ب» and «أ.ب.» are an agency. */
const LISTED = /[\p{L}\p{N}]\s*[,،;؛|\t]\s*[\p{L}\p{N}]/u;

/** Without `recognise` only the names of the authority files are found. */
export function parseContext(authority: Authority, recognise?: Recognise): ParseContext {
  const lexicon = buildLexicon(authority);
  const openings = new Set<string>();
  for (const key of lexicon.sources.keys()) for (let end = 0; end <= key.length; end++) openings.add(key.slice(0, end));
  const capitals = capitalsCalledAsCountries(authority);
  const outletNamed = rememberShort((words) => {
    const id = lexicon.sources.get(sourceKey(words))?.id;
    return id === undefined || LISTED.test(words) ? null : id;
  });
  const gazetteer: Gazetteer = {
    place: (words, countries) => placeNamed(words, lexicon, countries),
    capitalCalledAs: (country) => capitals.get(country),
    isWithin: (place, container) => isWithin(place, container, authority),
    outlet: (words) => outletNamed(words) ?? undefined,
    outletsCalled: (words) =>
      LISTED.test(words) ? [] : (lexicon.sharedSources.get(sourceKey(words)) ?? []).map(({ id }) => id),
    opensOutlet: (words) => openings.has(sourceKey(words)),
    cuesOf: cuesOfWords((letters) => openings.has(letters)),
    isAgency: (id) => authority.entities.get(id)?.kind === "agency",
    country: (id) => countryOf(id, authority),
    region: (id) => regionOf(id, authority),
    topics: lexicon.topics,
    occasions: authority.occasions,
  };
  return {
    lexicon,
    gazetteer,
    terms: indexTopics(lexicon.topics),
    people: indexPeople(authority),
    knows: knowledgeOf(lexicon, gazetteer),
    ...(recognise && { recognise }),
  };
}

function countryOf(id: string, { entities }: Pick<Authority, "entities">): string | undefined {
  const entity = entities.get(id);
  return entity?.country ?? (entity?.kind === "country" ? id : undefined);
}

/** «الجزائر العاصمة», «مدينة الكويت»: capitals that have no name but their country's, by country. */
function capitalsCalledAsCountries({ entities }: Authority): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, kind, prefLabel, country, broader = [] } of entities.values()) {
    if (kind !== "capital") continue;
    const words = new Set(tokenize(prefLabel).map(({ key }) => key));
    for (const container of [country, ...broader]) {
      const own = container === undefined ? undefined : entities.get(container);
      if (own?.kind !== "country" || words.size < 2) continue;
      const name = tokenize(own.prefLabel).map(({ key }) => key);
      const rest = [...words].filter((key) => !name.includes(key));
      if (name.every((key) => words.has(key)) && rest.every((key) => /^(?:مدينه|العاصمه|عاصمه)$/.test(key)))
        found.set(own.id, id);
    }
  }
  return found;
}

/** What segmenting asks of the authority files: any place that answers to the words, sure or not, makes a dateline. */
function knowledgeOf(lexicon: Lexicon, gazetteer: Gazetteer): Knowledge {
  return {
    isPlace: rememberShort((words) => placesNamed(words, lexicon).length > 0),
    isOutlet: rememberShort(
      (words) => gazetteer.outlet(words) !== undefined || gazetteer.outletsCalled(words).length > 0,
    ),
  };
}

/** Longer names come seldom, and not again. */
const LONGEST_REMEMBERED = 40;

/** Where a report comes from is asked several times of one dateline, and of the next one again. */
function rememberShort<T>(tell: (words: string) => T): (words: string) => T {
  const known = remember(tell);
  return (words) => (words.length > LONGEST_REMEMBERED ? tell(words) : known(words));
}

/**
 * The place a dateline names. Datelines name towns: of a town and a country that share a name («عمان») it is the
 * town.
 */
function placeNamed(
  words: string,
  lexicon: Lexicon,
  countries: () => ReadonlySet<string> = () => new Set(),
): string | undefined {
  const places = placesNamed(words, lexicon);
  const certain = places.filter(({ kind }) => kind !== "ambiguous");
  if (certain.length > 0 && certain.length < places.length) {
    const [, where] = words.split(BEFORE_WHERE);
    const wider = where === undefined ? [] : placesNamed(where, lexicon).map(({ entity }) => entity);
    const there = places.filter(({ entity }) => wider.some(({ id }) => isWithin(entity.id, id, lexicon.authority)));
    const others = places.filter((name) => !certain.includes(name));
    const chosen = there.length === 1 ? there[0] : nameByCountry(certain, others, lexicon, countries);
    if (chosen !== undefined) return chosen.entity.id;
  }
  const candidates = certain.length > 0 ? certain : places;
  const towns = candidates.filter(({ entity }) => entity.kind !== "country");
  const [place, other] = candidates.length > 1 && towns.length === 1 ? towns : candidates;
  return other === undefined ? place?.entity.id : undefined;
}

function isWithin(id: string, container: string, { entities }: Pick<Authority, "entities">, depth = 4): boolean {
  const place = entities.get(id);
  const wider = [...(place?.country === undefined ? [] : [place.country]), ...(place?.broader ?? [])];
  return depth > 0 && wider.some((other) => other === container || isWithin(other, container, { entities }, depth - 1));
}

/** «دبي، الإمارات العربية المتحدة»: the first name is the place, the second says where it lies. */
const BEFORE_WHERE = /[,،]/;

function placesNamed(words: string, lexicon: Lexicon): Name[] {
  const [name = ""] = words.split(BEFORE_WHERE);
  const keys = tokenize(name).map(({ key }) => key);
  let node: NameNode | undefined = keys.length > 0 ? lexicon.names : undefined;
  for (const key of keys) node = node?.next.get(key);
  return node?.names.filter(({ type, kind }) => type === "place" && kind !== "short") ?? [];
}
