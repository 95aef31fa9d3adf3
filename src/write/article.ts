import { byCodePoint } from "../effects.ts";
import type { Article, Merged, Naming, ParsedArticle } from "../model/article.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, TEXTS_FIELDS } from "../model/fields.ts";
import type { Evidence, Extracted } from "../model/span.ts";
import { INFERRED_DATE } from "../relate/infer-dates.ts";
import type { Learned } from "../relate/relate.ts";
import { formatBody } from "./body.ts";
import { withNamesakes } from "./namesakes.ts";

/** What an article file says besides what its own text does: relations across documents, and who was merged into it. */
export interface Relation extends Learned {
  readonly merged?: readonly Merged[];
}

/** The durable record: values on top, where each was read under `evidence`. */
export function toArticle(parsed: ParsedArticle, relation: Relation = {}): Article {
  const { fields } = parsed;
  const evidence = emptyRecord<Evidence>();
  evidence.title = evidenceOf(parsed.title);
  const dates: Record<string, string> = {};
  const values: Record<string, string | string[]> = {};
  for (const field of DATE_FIELDS) {
    const found = fields[field];
    if (found === undefined) continue;
    dates[field] = found.value;
    evidence[`dates.${field}`] = evidenceOf(found);
  }
  for (const field of ENTITY_FIELDS) {
    const found = fields[field];
    if (found === undefined) continue;
    values[field] = found.value;
    evidence[field] = evidenceOf(found);
  }
  for (const field of [...ENTITIES_FIELDS, ...TEXTS_FIELDS]) {
    const found = fields[field] ?? [];
    if (found.length === 0) continue;
    values[field] = found.map(({ value }) => value);
    for (const item of found) evidence[`${field}.${item.value}`] = evidenceOf(item);
  }
  const { links, removed, raw } = parsed;
  const article: Article = {
    id: parsed.id,
    title: parsed.title.value,
    titleStatus: parsed.titleStatus,
    ...dated(dates),
    ...values,
    ...(links.length > 0 && { links: links.map(({ url, label }) => ({ url, ...(label && { label }) })) }),
    names: namesOf(parsed),
    raw,
    evidence,
    removed,
    body: formatBody(parsed.blocks),
  };
  return withRelation(article, relation);
}

/** The principal date with the others. */
function dated(dates: Article["dates"]): Pick<Article, "date" | "dates"> {
  const date = dates.published ?? dates.filed ?? dates.event;
  return { ...(date !== undefined && { date }), dates };
}

const EVENT_DATE = "dates.event";

/** The same article with another relation in the place of the one it had. */
export function withRelation(found: Article, { event, inferredDate, merged, namesakes }: Relation): Article {
  const article = withNamesakes(found, namesakes);
  const before = article.evidence[EVENT_DATE];
  const isOwn = before !== undefined && before.rule !== INFERRED_DATE;
  const isBare = (event ?? inferredDate ?? merged ?? article.event ?? article.merged) === undefined;
  if (isBare && isOwn === (before !== undefined)) return article;
  const { event: _event, merged: _merged, date: _date, ...own } = article;
  const { [EVENT_DATE]: _before, ...evidence } = article.evidence;
  const { event: day, ...dates } = article.dates;
  const eventDay = isOwn ? day : inferredDate?.value;
  const eventEvidence = isOwn ? before : inferredDate && evidenceOf(inferredDate);
  return {
    ...own,
    ...dated(inOrder({ ...dates, ...(eventDay !== undefined && { event: eventDay }) }, DATE_FIELDS)),
    ...(event !== undefined && { event }),
    ...(merged && { merged }),
    evidence: inOrder({ ...evidence, ...(eventEvidence && { [EVENT_DATE]: eventEvidence }) }, EVIDENCE_FIRST),
  };
}

const EVIDENCE_FIRST = ["title", ...DATE_FIELDS.map((field) => `dates.${field}`)];

/** The same entries, those of `keys` first and in that order. */
function inOrder<T extends object>(entries: T, keys: readonly string[]): T {
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => rank(a) - rank(b))) as T;
}

function evidenceOf({ value: _, ...evidence }: Extracted<string>): Evidence {
  return evidence;
}

/**
 * A record without a prototype, which V8 keeps as a table from the first key on. Ids, and forms of names, are other keys
 * in each article: in a plain object each new one makes V8 note a new kind of object, which takes longer than all else
 * that is done with it.
 */
const emptyRecord = <T>(): Record<string, T> => Object.create(null);

interface Named {
  /** Form → how often. */
  readonly forms: Map<string, number>;
  readonly roles: Set<string>;
}

/** How each record is written in this article, most frequent form first. */
function namesOf({ mentions }: ParsedArticle): Record<string, Naming> {
  const found = new Map<string, Named>();
  for (const { entity, type, words, role } of mentions) {
    if (type === "source") continue;
    let own = found.get(entity);
    if (own === undefined) {
      own = { forms: new Map(), roles: new Set() };
      found.set(entity, own);
    }
    const form = withArticle(words);
    own.forms.set(form, (own.forms.get(form) ?? 0) + 1);
    if (role !== undefined) own.roles.add(role);
  }
  const names = emptyRecord<Naming>();
  for (const entity of [...found.keys()].sort(byCodePoint)) {
    const own = found.get(entity) as Named;
    const forms = emptyRecord<number>();
    const sorted =
      own.forms.size === 1 ? own.forms : [...own.forms].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
    for (const [form, times] of sorted) forms[form] = times;
    names[entity] = own.roles.size === 0 ? { forms } : { forms, roles: [...own.roles] };
  }
  return names;
}

/** «للصين» is the name الصين behind the preposition ل, whose article loses its alef: the form is the name. */
function withArticle(words: string): string {
  return words.startsWith("لل") ? `ال${words.slice(2)}` : words;
}
