import { BETWEEN } from "../arabic/analysis/engine-terms.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, NAME_FILTERS, TEXTS_FIELDS } from "../model/fields.ts";

/** The engine cuts tokens that are longer; one place with all its alternatives is far shorter. */
const LONGEST_TOKEN = 65_536;

const TERMS = { type: "text", analyzer: "terms", similarity: "prose" } as const;
/** How long a list of names is says nothing of how much an article is about one of them. */
const NAMES = { ...TERMS, similarity: "names" } as const;
const KEYWORD = { type: "keyword" } as const;
const DAYS = { type: "date_range", format: "yyyy-MM-dd" } as const;
/** Kept to be shown, not searched. */
const SHOWN = { type: "object", enabled: false } as const;
const TEXT_SHOWN = { type: "keyword", index: false, doc_values: false } as const;

/**
 * Settings and mappings of the index, as `PUT /<index>` takes them from OpenSearch 1 and Elasticsearch 7 on. The
 * analyzer `terms` puts the tokens that were exported back where they stood and does nothing else: blanks part the
 * places, `_` the tokens of one place. `strict`: a field that is not described here is a mistake of the export.
 */
export function engineSettings(filters: readonly string[]): object {
  return {
    settings: {
      analysis: {
        tokenizer: { places: { type: "whitespace", max_token_length: LONGEST_TOKEN } },
        filter: {
          alternatives: { type: "pattern_capture", preserve_original: false, patterns: [`([^${BETWEEN}]+)`] },
        },
        analyzer: { terms: { type: "custom", tokenizer: "places", filter: ["alternatives"] } },
      },
      similarity: { prose: { type: "BM25", k1: 1.2, b: 0.5 }, names: { type: "BM25", k1: 1.2, b: 0 } },
    },
    mappings: {
      dynamic: "strict",
      properties: {
        id: KEYWORD,
        url: TEXT_SHOWN,
        title: TEXT_SHOWN,
        titleStatus: KEYWORD,
        body: TEXT_SHOWN,
        meta: SHOWN,
        terms: {
          properties: {
            title: TERMS,
            headings: TERMS,
            body: TERMS,
            names: { properties: each(Object.keys(NAME_FILTERS), NAMES) },
          },
        },
        filters: { properties: each(filters, KEYWORD) },
        records: { properties: each([...ENTITY_FIELDS, ...ENTITIES_FIELDS], KEYWORD) },
        event: KEYWORD,
        ...each(TEXTS_FIELDS, KEYWORD),
        date: { properties: { edtf: KEYWORD, days: DAYS } },
        dates: { properties: each(DATE_FIELDS, { properties: { edtf: KEYWORD, days: DAYS } }) },
        period: KEYWORD,
        precision: KEYWORD,
        day: { type: "date", format: "yyyy-MM-dd" },
      },
    },
  };
}

function each<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
