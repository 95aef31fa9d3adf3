import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { countryOf } from "./containment.ts";
import type { SiteContext } from "./context.ts";
import { collectionJsonLd } from "./json-ld.ts";
import { compareLetters, entitiesOf, eventCard, indexLetter, listParts, sortEntities } from "./lists.ts";
import type { IndexEntry, IndexPage, PageSource } from "./site-data.ts";
import { formatCount, NOUNS, VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";

/** From so many names on, looking through a list is slower than typing. */
const FILTER_FROM = 12;

type Groups = IndexPage["groups"];

/** The index of one type of record. */
export function indexPages(context: SiteContext, type: EntityType): PageSource[] {
  const url = context.urls.index(type);
  return [{ url, kind: "index", view: async () => indexPage(context, type, url) }];
}

function indexPage(context: SiteContext, type: EntityType, url: string): IndexPage {
  const entities = entitiesOf(context, type);
  const section = SECTIONS[type];
  const heading = VIEW.sections[section];
  const groups = groupsOf(context, type, entities);
  return {
    kind: "index",
    of: type,
    url,
    title: heading,
    section,
    jsonLd: collectionJsonLd(context, url, heading),
    heading,
    total: formatCount(entities.length, NOUNS[type]),
    isFilterable: entities.length >= FILTER_FROM,
    hasProvisional: entities.some(({ provisional }) => provisional === true),
    jumps: jumpsOf(groups),
    groups,
  };
}

/** More headings than this in words would be a wall before the list. */
const MOST_WORDS = 16;

/** Where a reader goes to: every heading, or of many that are words the first of each letter and the one without. */
function jumpsOf(groups: Groups): IndexPage["jumps"] {
  const jumps = groups.map(({ heading, id }) => ({ heading, id }));
  if (jumps.length <= MOST_WORDS || jumps.every(({ id }) => id.startsWith("letter-"))) return jumps;
  const seen = new Set<string>();
  return jumps.flatMap(({ heading, id }, i) => {
    if (i === jumps.length - 1 && heading === VIEW.noCountry) return [{ heading, id }];
    const letter = indexLetter(heading) ?? VIEW.otherLetters;
    if (seen.has(letter)) return [];
    seen.add(letter);
    return [{ heading: letter, id }];
  });
}

function groupsOf(context: SiteContext, type: EntityType, entities: readonly Entity[]): Groups {
  if (type === "place") return byCountry(context, entities);
  if (type === "source") return byKind(context, entities);
  return type === "topic" ? bySize(context, entities) : byLetter(context, entities);
}

function entry(
  context: SiteContext,
  entity: Entity,
  note = entity.roles.findLast(({ end }) => end === undefined)?.label,
): IndexEntry {
  return {
    ...context.ref(entity.id),
    ...(note === undefined ? {} : { note }),
    ...(entity.latin === undefined ? {} : { latin: entity.latin }),
    ...(entity.provisional === undefined ? {} : { isProvisional: true }),
    ...(entity.altLabel.length === 0 ? {} : { otherNames: entity.altLabel }),
  };
}

function byLetter(context: SiteContext, entities: readonly Entity[]): Groups {
  const groups = groupBy(entities, ({ prefLabel }) => indexLetter(prefLabel) ?? "");
  const letters = [...groups.keys()].sort((a, b) => Number(a === "") - Number(b === "") || compareLetters(a, b));
  return letters.map((letter) => ({
    heading: letter === "" ? VIEW.otherLetters : letter,
    id: letter === "" ? "letter-other" : `letter-${(letter.codePointAt(0) ?? 0).toString(16)}`,
    refs: (groups.get(letter) ?? []).map((entity) => entry(context, entity)),
  }));
}

/** Places under their countries, each country first in its own group. */
function byCountry(context: SiteContext, entities: readonly Entity[]): Groups {
  const groups = groupBy(entities, (entity) => countryOf(context, entity)?.id ?? "");
  const countries = sortEntities([...groups.keys()].filter((id) => id !== "").map(context.entity));
  const placeEntry = (entity: Entity) =>
    entry(context, entity, entity.kind === undefined ? undefined : VIEW.kinds[entity.kind]);
  const ofCountry = countries.map(({ id, prefLabel }) => {
    const places = groups.get(id) ?? [];
    return {
      heading: prefLabel,
      id: `country-${id}`,
      ...(context.occurrences.has(id) ? { url: context.ref(id).url } : {}),
      refs: [...places.filter((place) => place.id === id), ...places.filter((place) => place.id !== id)].map(
        placeEntry,
      ),
    };
  });
  const rest = groups.get("") ?? [];
  return rest.length === 0
    ? ofCountry
    : [...ofCountry, { heading: VIEW.noCountry, id: "country-none", refs: rest.map(placeEntry) }];
}

function byKind(context: SiteContext, entities: readonly Entity[]): Groups {
  const groups = groupBy(entities, ({ kind }) => (kind !== undefined && kind in VIEW.kinds ? kind : ""));
  const order = Object.keys(VIEW.kinds);
  const kinds = [...groups.keys()].sort(
    (a, b) => Number(a === "") - Number(b === "") || order.indexOf(a) - order.indexOf(b),
  );
  return kinds.map((kind) => ({
    heading: VIEW.kinds[kind] ?? VIEW.otherSources,
    id: `kind-${kind || "other"}`,
    refs: (groups.get(kind) ?? []).map((entity) => entry(context, entity)),
  }));
}

/** Topics are few: one list, the largest first. */
function bySize(context: SiteContext, entities: readonly Entity[]): Groups {
  const refs = entities.map((entity) => entry(context, entity)).sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return refs.length === 0 ? [] : [{ heading: VIEW.sections.topics, id: "all", refs }];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The index of events, the latest first. */
export function eventIndexPages(context: SiteContext): PageSource[] {
  const url = context.urls.index("event");
  const events = [...context.events.values()];
  const heading = VIEW.sections.events;
  return listParts(context, url, events).map((part) => ({
    url: part.url,
    kind: "index",
    view: async (): Promise<IndexPage> => ({
      kind: "index",
      of: "event",
      url: part.url,
      title: heading,
      section: SECTIONS.event,
      jsonLd: collectionJsonLd(context, part.url, heading),
      heading,
      total: formatCount(events.length, NOUNS.event),
      isFilterable: false,
      hasProvisional: false,
      jumps: [],
      groups: [],
      events: part.items.map((event) => eventCard(context, event)),
      ...(part.pager === undefined ? {} : { pager: part.pager }),
    }),
  }));
}
