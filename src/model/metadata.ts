/** What a source may declare beside its text; in this order: nothing is published after it was retrieved, and a site is no author. */
export const METADATA_FIELDS = [
  "title",
  "kicker",
  "retrieved",
  "published",
  "modified",
  "site",
  "author",
  "domain",
  "url",
  "section",
  "keyword",
  "description",
  "language",
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** A value as one place of the source declares it. */
export interface Declaration {
  /** Dates: an EDTF day, as written there, in no other time zone. `language`: BCP 47. */
  readonly value: string;
  /** Stable name, e.g. `html:json-ld`, `feed:pubDate`. */
  readonly rule: string;
  /** The exact words there. */
  readonly words: string;
  /** Where in the source, for a person: `meta[property="og:title"]`, `line 12`. */
  readonly place: string;
}

/** All that was declared for a field: what was chosen and by which rule, and what was not, in the order found. */
export interface Declared {
  /** One value; several only of `author` and `keyword`. */
  readonly chosen: readonly [Declaration, ...Declaration[]];
  /** Why these: `choose:rank`, `choose:agreement`, `choose:printed-day`. */
  readonly by: string;
  /** 0 to 1: lower where declarations contradict each other. */
  readonly confidence: number;
  readonly others: readonly Declaration[];
}

export type Metadata = { readonly [F in MetadataField]?: Declared };
