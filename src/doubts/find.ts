import type { Archive } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Corrected } from "../model/correction.ts";
import { DATE_FIELDS, type DateField, ENTITIES_FIELDS, ENTITY_FIELDS } from "../model/fields.ts";
import type { Alternative, Evidence } from "../model/span.ts";
import { isSettled, isUnsure, rivalOf } from "../write/listed.ts";

/** Why a field is doubtful. */
export type DoubtKind =
  | "missing"
  | "unknown-record"
  | "contradicting"
  | "truncated"
  | "unresolved"
  | "several"
  | "stale"
  | "uncertain"
  | "derived"
  | "inferred"
  | "contested"
  | "unsure";

/** One field of one article that an editor should look at. */
export interface Doubt {
  /** Id of the article. */
  readonly article: string;
  readonly field: Corrected;
  /** Key of the evidence: `title`, `dates.event`, `people.<id>`. */
  readonly key: string;
  readonly kind: DoubtKind;
  /** Stable name, as `sijill check` reports it. */
  readonly rule: string;
  /** The value in doubt: an EDTF date, the id of a record, a title; absent when there is none. */
  readonly value?: string;
  readonly evidence?: Evidence;
  /** Words of the raw text that nothing could be made of. */
  readonly words?: string;
  /** The line of a correction that would settle it, where it is known. */
  readonly fix?: string;
  /** The candidate that lost by little. */
  readonly rival?: Alternative;
  /** The other value that it contradicts. */
  readonly against?: { readonly field: DateField; readonly value: string };
}

/** What an article does not say, or says with a doubt, in the order of the field table but for the title, which comes first. */
export function doubtsOf(article: ListedArticle, archive: Pick<Archive, "authority">): Doubt[] {
  return [
    ...titleDoubts(article),
    ...dateDoubts(article),
    ...contradictions(article),
    ...(article.source === undefined ? [doubt(article, "source", "missing", "source:missing")] : []),
    ...recordDoubts(article, archive),
    ...contested(article),
    ...evidenceDoubts(article),
  ];
}

function doubt(
  { id }: ListedArticle,
  field: Corrected,
  kind: DoubtKind,
  rule: string,
  value?: string,
  evidence?: Evidence,
  key = evidenceKey(field),
): Doubt {
  return {
    article: id,
    field,
    key,
    kind,
    rule,
    ...(value === undefined ? {} : { value }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** The key under which the evidence of a field that holds one value stands. */
export function evidenceKey(field: Corrected): string {
  return (DATE_FIELDS as readonly string[]).includes(field) ? `dates.${field}` : field;
}

function titleDoubts(article: ListedArticle): Doubt[] {
  const { title, titleStatus, evidence } = article;
  if (titleStatus === "missing") return [doubt(article, "title", "missing", "title:missing")];
  if (titleStatus === "found" || isSettled(evidence.title)) return [];
  return titleStatus === "derived"
    ? [doubt(article, "title", "derived", "title:derived", title, evidence.title)]
    : [doubt(article, "title", "truncated", "headline:truncated", title, evidence.title)];
}

/** EDTF marks: `~` approximate, `?` uncertain, `%` both, `X` a digit nobody knows. */
const DOUBTFUL = /[~?%X]/;

function dateDoubts(article: ListedArticle): Doubt[] {
  const missing = article.date === undefined ? [doubt(article, "published", "missing", "date:missing")] : [];
  const known = DATE_FIELDS.flatMap((field) => {
    const value = article.dates[field];
    const evidence = article.evidence[`dates.${field}`];
    if (value === undefined || isSettled(evidence)) return [];
    return [
      ...(DOUBTFUL.test(value) ? [doubt(article, field, "uncertain", "date:uncertain", value, evidence)] : []),
      ...(evidence?.documents?.length ? [doubt(article, field, "inferred", "date:inferred", value, evidence)] : []),
    ];
  });
  return [...missing, ...known];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Days that cannot both be right: a report is filed before it comes out and changed after. The day of the event may
 * lie on either side: much is announced beforehand.
 */
const ORDER: readonly (readonly [earlier: DateField, later: DateField])[] = [
  ["filed", "published"],
  ["published", "modified"],
];

function contradictions(article: ListedArticle): Doubt[] {
  return ORDER.flatMap(([earlier, later]) => {
    const [a, b] = [article.dates[earlier], article.dates[later]];
    if (a === undefined || b === undefined || !DAY.test(a) || !DAY.test(b) || a <= b) return [];
    const [first, second] = [article.evidence[`dates.${earlier}`], article.evidence[`dates.${later}`]];
    if (isSettled(first) && isSettled(second)) return [];
    const found = doubt(article, later, "contradicting", "date:contradicts", b, second);
    return [{ ...found, against: { field: earlier, value: a } }];
  });
}

/** Names of records that the authority files do not hold (any more). */
function recordDoubts(article: ListedArticle, { authority }: Pick<Archive, "authority">): Doubt[] {
  const named = [
    ...ENTITY_FIELDS.map((field) => [field, article[field] === undefined ? [] : [article[field]]] as const),
    ...ENTITIES_FIELDS.map((field) => [field, article[field] ?? []] as const),
  ];
  return named.flatMap(([field, ids]) =>
    ids
      .filter((id) => !authority.entities.has(id))
      .map((id) => doubt(article, field, "unknown-record", "article:unknown-record", id, undefined, `${field}.${id}`)),
  );
}

function evidenceDoubts(article: ListedArticle): Doubt[] {
  return Object.entries(article.evidence)
    .filter(([, evidence]) => isUnsure(evidence))
    .map(([key, evidence]) => {
      const { field, value } = fieldOf(key, article);
      return doubt(article, field, "unsure", "evidence:unsure", value, evidence, key);
    });
}

/** Values whose strongest rival is about as sure. */
function contested(article: ListedArticle): Doubt[] {
  return Object.entries(article.evidence).flatMap(([key, evidence]) => {
    const rival = rivalOf(key, evidence);
    if (rival === undefined) return [];
    const { field, value } = fieldOf(key, article);
    return [{ ...doubt(article, field, "contested", "evidence:contested", value, evidence, key), rival }];
  });
}

/** The field and the value a key of the evidence is about: `title`, `dates.event`, `people.<id>`. */
function fieldOf(key: string, article: ListedArticle): { readonly field: Corrected; readonly value?: string } {
  const dot = key.indexOf(".");
  const [head, rest] = dot < 0 ? [key, ""] : [key.slice(0, dot), key.slice(dot + 1)];
  const [field, value] =
    head === "dates" ? [rest, article.dates[rest as DateField]] : [head, rest || single(head, article)];
  return { field: field as Corrected, ...(value === undefined ? {} : { value }) };
}

function single(field: string, article: ListedArticle): string | undefined {
  const value = (article as unknown as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : undefined;
}
