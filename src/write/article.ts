import { byCodePoint } from "../effects.ts";
import type { Article, ExtractedFields, Naming, ParsedArticle } from "../model/article.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS, TEXTS_FIELDS } from "../model/fields.ts";
import type { Evidence, Extracted } from "../model/span.ts";
import type { Learned } from "../relate/relate.ts";
import { formatBody } from "./body.ts";

/** The durable record: values on top, where each was read under `evidence`. */
export function toArticle(parsed: ParsedArticle, relation: Learned): Article {
  const fields: ExtractedFields = relation.inferredDate
    ? { ...parsed.fields, event: relation.inferredDate }
    : parsed.fields;
  const evidence: Record<string, Evidence> = { title: evidenceOf(parsed.title) };
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
  const date = dates.published ?? dates.filed ?? dates.event;
  const { links, removed, raw } = parsed;
  return {
    id: parsed.id,
    title: parsed.title.value,
    titleStatus: parsed.titleStatus,
    ...(date !== undefined && { date }),
    dates,
    ...values,
    ...(links.length > 0 && { links: links.map(({ url, label }) => ({ url, ...(label && { label }) })) }),
    ...(relation.event !== undefined && { event: relation.event }),
    names: namesOf(parsed),
    raw,
    evidence,
    removed,
    body: formatBody(parsed.blocks),
  };
}

function evidenceOf({ value: _, ...evidence }: Extracted<string>): Evidence {
  return evidence;
}

/** How each record is written in this article, most frequent form first. */
function namesOf({ mentions }: ParsedArticle): Record<string, Naming> {
  const forms = new Map<string, Map<string, number>>();
  const roles = new Map<string, Set<string>>();
  for (const { entity, type, words, role } of mentions) {
    if (type === "source") continue;
    const own = forms.get(entity) ?? new Map<string, number>();
    const form = withArticle(words);
    own.set(form, (own.get(form) ?? 0) + 1);
    forms.set(entity, own);
    if (role !== undefined) roles.set(entity, (roles.get(entity) ?? new Set()).add(role));
  }
  const sorted = [...forms].sort(([a], [b]) => byCodePoint(a, b));
  return Object.fromEntries(
    sorted.map(([entity, own]) => [
      entity,
      {
        forms: Object.fromEntries([...own].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))),
        ...(roles.has(entity) && { roles: [...(roles.get(entity) as Set<string>)] }),
      },
    ]),
  );
}

/** «للصين» is the name الصين behind the preposition ل, whose article loses its alef: the form is the name. */
function withArticle(words: string): string {
  return words.startsWith("لل") ? `ال${words.slice(2)}` : words;
}
