import { byCodePoint } from "../effects.ts";
import type { Archive } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Corrected } from "../model/correction.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, FIELDS } from "../model/fields.ts";
import { type Doubt, type DoubtKind, doubtsOf } from "./find.ts";

/** A doubt with what it is worth to settle it. */
export interface RankedDoubt extends Doubt {
  /** How much readers lean on the field, 1 to 5. */
  readonly weight: number;
  /** 0 to 1: how likely the archive is wrong or ignorant here. */
  readonly doubt: number;
  /** Pages of the site that show the value, or would show it if it were known. */
  readonly pages: number;
  /** weight × doubt × pages. */
  readonly worth: number;
}

/** The title stands in every list, like the date. */
const TITLE_WEIGHT = 5;

/**
 * How likely the archive is wrong or ignorant. Where a rule says how sure it is, the rest of its confidence counts:
 * that is what `undefined` says, and the number is the least it counts for.
 */
const DOUBTS: Readonly<Record<DoubtKind, { readonly is: number } | { readonly atLeast: number }>> = {
  missing: { is: 1 },
  "unknown-record": { is: 1 },
  contradicting: { is: 0.9 },
  truncated: { is: 0.8 },
  unresolved: { is: 0.8 },
  several: { is: 0.8 },
  stale: { is: 0.6 },
  uncertain: { atLeast: 0.5 },
  derived: { atLeast: 0.4 },
  contested: { atLeast: 0.4 },
  inferred: { atLeast: 0.2 },
  unsure: { atLeast: 0 },
};

/**
 * All doubts of the archive, those worth most first: weight of the field × how doubtful it is × how many pages lean on
 * it. A field (of a list: a value) that several rules doubt is told once, by the one that doubts it most. `found`
 * are doubts that only reading the raw files tells of.
 */
export function rankDoubts(archive: Archive, found: readonly Doubt[] = []): RankedDoubt[] {
  const leaning = leaningPages(archive);
  const best = new Map<string, RankedDoubt>();
  const all = [...archive.articles.flatMap((article) => doubtsOf(article, archive)), ...found];
  const articles = new Map(archive.articles.map((article) => [article.id, article]));
  for (const doubt of all) {
    const article = articles.get(doubt.article);
    if (article === undefined) continue;
    const ranked = rank(doubt, leaning(article, doubt.field));
    const key = keyOf(doubt);
    const before = best.get(key);
    if (before === undefined || before.doubt < ranked.doubt) best.set(key, ranked);
  }
  return [...best].sort(([a, x], [b, y]) => y.worth - x.worth || byCodePoint(a, b)).map(([, ranked]) => ranked);
}

/** Article, field and value: what is told once. */
function keyOf({ article, field, value, words }: Doubt): string {
  return `${article} ${field} ${value ?? words ?? ""}`;
}

function rank(doubt: Doubt, pages: number): RankedDoubt {
  const weight = doubt.field === "title" ? TITLE_WEIGHT : FIELDS[doubt.field].weight;
  const known = DOUBTS[doubt.kind];
  const degree = "is" in known ? known.is : Math.max(known.atLeast, 1 - (doubt.evidence?.confidence ?? 1));
  return { ...doubt, weight, doubt: round(degree), pages, worth: round(weight * degree * pages) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * How many pages lean on a field of an article. Title, source and principal date stand wherever the article is listed:
 * on the pages of its records, its day, month and year, its event, of reports of the same event, of copies and of
 * articles it is related to. A record in a list field stands on the article's page, the record's own and those of
 * the records named with it. A date also bears what other articles infer from it.
 */
function leaningPages(archive: Archive): (article: ListedArticle, field: Corrected) => number {
  const sizes = new Map(archive.events.map(({ id, articles }) => [id, articles.length]));
  const copies = new Map(archive.duplicates.flatMap((group) => group.map((id) => [id, group.length - 1] as const)));
  const relatedTo = new Map<string, number>();
  for (const list of Object.values(archive.related))
    for (const { id } of list) relatedTo.set(id, (relatedTo.get(id) ?? 0) + 1);
  const inferred = new Map<string, number>();
  for (const { evidence } of archive.articles) {
    const documents = new Set(DATE_FIELDS.flatMap((field) => evidence[`dates.${field}`]?.documents ?? []));
    for (const id of documents) inferred.set(id, (inferred.get(id) ?? 0) + 1);
  }
  return (article, field) => {
    const records = recordsOf(article);
    const size = article.event === undefined ? undefined : sizes.get(article.event);
    const ofEvent = size === undefined ? 0 : 1;
    const periods = article.date === undefined ? 0 : (/^\d{4}(-\d{2})?(-\d{2})?/.exec(article.date)?.[0] ?? "").length;
    const lists =
      records +
      Math.ceil(periods / 4) +
      ofEvent +
      Math.max(0, (size ?? 0) - 1) +
      (copies.get(article.id) ?? 0) +
      (relatedTo.get(article.id) ?? 0);
    if (field === "title" || field === "source") return 1 + lists;
    if ((DATE_FIELDS as readonly string[]).includes(field)) {
      const isPrincipal = article.date === undefined || article.dates[field as "event"] === article.date;
      return 1 + (isPrincipal ? lists : ofEvent) + (inferred.get(article.id) ?? 0);
    }
    return FIELDS[field].kind === "texts" ? 1 : 1 + Math.max(1, records) + ofEvent;
  };
}

function recordsOf(article: ListedArticle): number {
  return new Set([
    ...ENTITY_FIELDS.flatMap((field) => article[field] ?? []),
    ...ENTITIES_FIELDS.flatMap((field) => article[field] ?? []),
  ]).size;
}
