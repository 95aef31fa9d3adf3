/**
 * The field table: one row a field of an article. The front matter's schema, the Arabic label,
 * the JSON-LD property, the search filter and the link to the value's page all follow from a row.
 * Property names are those of schema.org (https://schema.org/NewsArticle) unless noted.
 */
export type FieldKind = "date" | "entity" | "entities" | "texts";
export type EntityType = "person" | "organization" | "place" | "topic" | "source";

export interface FieldRow {
  readonly kind: FieldKind;
  readonly entityType?: EntityType;
  /** Arabic label of the interface. */
  readonly label: string;
  /** schema.org property of NewsArticle; absent when the standard has none. */
  readonly schemaOrg?: string;
  /** Name of the filter of the search; absent when the field does not narrow a search. */
  readonly filter?: string;
  /** How much readers lean on the field, 1 to 5: what is doubtful in it is reviewed the sooner (docs/review.md). */
  readonly weight: number;
}

export const FIELDS = {
  published: { kind: "date", label: "تاريخ النشر", schemaOrg: "datePublished", weight: 5 },
  filed: { kind: "date", label: "تاريخ البرقية", schemaOrg: "dateCreated", weight: 3 },
  event: { kind: "date", label: "تاريخ الحدث", schemaOrg: "temporalCoverage", weight: 4 },
  modified: { kind: "date", label: "تاريخ التعديل", schemaOrg: "dateModified", weight: 1 },
  source: {
    kind: "entity",
    entityType: "source",
    label: "المصدر",
    schemaOrg: "publisher",
    filter: "source",
    weight: 5,
  },
  provider: { kind: "entity", entityType: "source", label: "الجهة المزوِّدة", schemaOrg: "provider", weight: 2 },
  citedAgencies: { kind: "entities", entityType: "source", label: "وكالات نُقل عنها", schemaOrg: "citation", weight: 1 },
  reprintOf: { kind: "entity", entityType: "source", label: "منقول عن", schemaOrg: "isBasedOn", weight: 2 },
  translatedFrom: {
    kind: "entity",
    entityType: "source",
    label: "مترجم عن",
    schemaOrg: "translationOfWork",
    weight: 2,
  },
  /** The line above the headline, where the source declares it; a list like other texts, of one. */
  kicker: { kind: "texts", label: "العنوان التمهيدي", schemaOrg: "alternativeHeadline", weight: 1 },
  /** Where the article stood before it came here, as its source declares it; a list of one. */
  originalUrl: { kind: "texts", label: "الصفحة الأصلية", schemaOrg: "sameAs", weight: 1 },
  authors: { kind: "texts", label: "الكاتب", schemaOrg: "author", weight: 2 },
  translators: { kind: "texts", label: "المترجم", schemaOrg: "translator", weight: 1 },
  datelinePlace: {
    kind: "entity",
    entityType: "place",
    label: "مكان البرقية",
    schemaOrg: "locationCreated",
    weight: 2,
  },
  eventPlace: { kind: "entity", entityType: "place", label: "مكان الحدث", schemaOrg: "contentLocation", weight: 3 },
  people: {
    kind: "entities",
    entityType: "person",
    label: "الأشخاص",
    schemaOrg: "mentions",
    filter: "person",
    weight: 4,
  },
  organizations: {
    kind: "entities",
    entityType: "organization",
    label: "المنظمات",
    schemaOrg: "mentions",
    filter: "organization",
    weight: 3,
  },
  places: {
    kind: "entities",
    entityType: "place",
    label: "الأماكن",
    schemaOrg: "mentions",
    filter: "place",
    weight: 3,
  },
  topics: { kind: "entities", entityType: "topic", label: "الموضوعات", schemaOrg: "about", filter: "topic", weight: 2 },
} as const satisfies Record<string, FieldRow>;

export type FieldName = keyof typeof FIELDS;
type Of<K extends FieldKind> = { [F in FieldName]: (typeof FIELDS)[F]["kind"] extends K ? F : never }[FieldName];
export type DateField = Of<"date">;
export type EntityField = Of<"entity">;
export type EntitiesField = Of<"entities">;
export type TextsField = Of<"texts">;

const names = Object.keys(FIELDS) as FieldName[];
const ofKind = <F extends FieldName>(kind: FieldKind) => names.filter((name) => FIELDS[name].kind === kind) as F[];

export const DATE_FIELDS = ofKind<DateField>("date");
export const ENTITY_FIELDS = ofKind<EntityField>("entity");
export const ENTITIES_FIELDS = ofKind<EntitiesField>("entities");
export const TEXTS_FIELDS = ofKind<TextsField>("texts");

/** Filter → the field whose records it narrows a search to. */
export const NAME_FILTERS: Readonly<Record<string, EntityField | EntitiesField>> = Object.fromEntries(
  [...ENTITY_FIELDS, ...ENTITIES_FIELDS].flatMap((field) => {
    const { filter }: FieldRow = FIELDS[field];
    return filter === undefined ? [] : [[filter, field] as const];
  }),
);
