import type { EntityType } from "./fields.ts";

/** Labels in one language; names follow SKOS (https://www.w3.org/TR/skos-reference/#labels). */
export interface Labels {
  /** The name the archive shows. */
  readonly prefLabel: string;
  /** Other full names and spellings, any script: each alone is enough to recognise the record. */
  readonly altLabel: readonly string[];
  /** Misspellings: recognised, never shown. */
  readonly hiddenLabel: readonly string[];
  /** Bare family or given names: count only in an article that also holds a full label. */
  readonly shortLabel: readonly string[];
  /** Labels that are also ordinary words or somebody else's name: count only after one of `contextWords`. */
  readonly ambiguousLabel: readonly string[];
}

/** An office held, with EDTF dates when known. */
export interface Role {
  readonly label: string;
  readonly start?: string;
  readonly end?: string;
}

/** One record of the authority files (content/authority), hand-edited; or a provisional one, found in the articles. */
export interface Entity extends Labels {
  readonly id: string;
  readonly type: EntityType;
  /** No authority file knows it: the articles name it, and its id is made from the name (content/archive.json). */
  readonly provisional?: true;
  /** Latin-script name, for URLs, citations and search. */
  readonly latin?: string;
  readonly description?: string;
  /** URIs of the same thing elsewhere (Wikidata, IPTC). */
  readonly sameAs: readonly string[];
  readonly roles: readonly Role[];
  /** Ids of people who are somebody else, whatever their names look like (owl:differentFrom). */
  readonly differentFrom?: readonly string[];
  /** Country of a person, organisation, source or place: id of a place. */
  readonly country?: string;
  /** Broader records: containing place, wider topic, parent organisation. */
  readonly broader: readonly string[];
  /** Nationality adjectives of a country in the masculine singular without the article, e.g. صيني. */
  readonly demonym: readonly string[];
  /** EDTF date of founding or signing, for anniversaries. */
  readonly inception?: string;
  /** kind of place: country, capital, city, region, territory; of source: agency, newspaper, broadcaster, website, wire. */
  readonly kind?: string;
  /** Sources: hosts the outlet publishes on, and codes it signs datelines with (شينخوا, د ب أ, CNN). */
  readonly domains: readonly string[];
  readonly codes: readonly string[];
  /** Words one of which must stand directly before an ambiguousLabel. */
  readonly contextWords: readonly string[];
  /** Topics: words that speak for the topic; see docs/authority.md. */
  readonly terms: readonly TopicTerm[];
  /** Topics: IPTC Media Topic code, e.g. 11000000, and its top-level name in English. */
  readonly iptc?: string;
  /** Places: where it lies, in degrees of WGS 84, north and east positive (https://www.w3.org/2003/01/geo/). */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Topics: places a topic is about (dcterms:spatial). */
  readonly spatial: readonly string[];
}

/** Of a record of which nothing is known but its name. */
export const NO_LISTS = {
  altLabel: [],
  hiddenLabel: [],
  shortLabel: [],
  ambiguousLabel: [],
  sameAs: [],
  roles: [],
  broader: [],
  demonym: [],
  domains: [],
  codes: [],
  contextWords: [],
  terms: [],
  spatial: [],
} as const satisfies Partial<Entity>;

/** A word or phrase that speaks for a topic. `weight` 2 and more: once is enough; 1: needs company. */
export interface TopicTerm {
  readonly term: string;
  readonly weight: number;
}

/** A dated fact that anniversaries are counted from («الذكرى الـ75 لإقامة…»): content/authority/occasions.yaml. */
export interface Occasion {
  readonly id: string;
  readonly label: string;
  /** Phrases (normalised, any order) that all must stand in the words that follow the ordinal. */
  readonly words: readonly string[];
  /** EDTF, at least a year. */
  readonly date: string;
}

export interface Authority {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly occasions: readonly Occasion[];
}
