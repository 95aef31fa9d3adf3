import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { countryOf } from "./containment.ts";
import type { SiteContext } from "./context.ts";
import { FILTER_FROM, indexEntry, kindOf, letterId } from "./index-entry.ts";
import { letterIndex, type RecordIndex } from "./index-letters.ts";
import { groupBy, WHOLE_INDEX } from "./index-shelves.ts";
import { collectionJsonLd } from "./json-ld.ts";
import { compareLetters, eventCard, indexLetter, listParts, sortEntities } from "./lists.ts";
import type { PageSource } from "./site-data.ts";
import { formatCount, NOUNS, VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";
import type { IndexPage } from "./views/indexes.ts";

type Groups = IndexPage["groups"];

/** The index of one type of record, whose records come in order: one page, or where it would be too long one a letter. */
export function recordIndex(context: SiteContext, type: EntityType, entities: readonly Entity[]): RecordIndex {
  if (entities.length > WHOLE_INDEX) return letterIndex(context, type, entities);
  const url = context.urls.index(type);
  return { pages: [{ url, kind: "index", view: async () => indexPage(context, type, url, entities) }], files: [] };
}

function indexPage(context: SiteContext, type: EntityType, url: string, entities: readonly Entity[]): IndexPage {
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

function byLetter(context: SiteContext, entities: readonly Entity[]): Groups {
  const groups = groupBy(entities, ({ prefLabel }) => indexLetter(prefLabel) ?? "");
  const letters = [...groups.keys()].sort((a, b) => Number(a === "") - Number(b === "") || compareLetters(a, b));
  return letters.map((letter) => ({
    heading: letter === "" ? VIEW.otherLetters : letter,
    id: letterId(letter),
    refs: (groups.get(letter) ?? []).map((entity) => indexEntry(context, entity)),
  }));
}

/** Places under their countries, each country first in its own group. */
function byCountry(context: SiteContext, entities: readonly Entity[]): Groups {
  const groups = groupBy(entities, (entity) => countryOf(context, entity)?.id ?? "");
  const countries = sortEntities([...groups.keys()].filter((id) => id !== "").map(context.entity));
  const placeEntry = (entity: Entity) => indexEntry(context, entity, kindOf(entity));
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
    refs: (groups.get(kind) ?? []).map((entity) => indexEntry(context, entity)),
  }));
}

/** Topics are few: one list, the largest first. */
function bySize(context: SiteContext, entities: readonly Entity[]): Groups {
  const refs = entities.map((entity) => indexEntry(context, entity)).sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return refs.length === 0 ? [] : [{ heading: VIEW.sections.topics, id: "all", refs }];
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
