import type { ExtractedFields, ParsedArticle } from "../model/article.ts";
import type { Correction } from "../model/correction.ts";
import { FIELDS } from "../model/fields.ts";
import type { Extracted } from "../model/span.ts";

/**
 * The editor's word over what was extracted: values set carry the rule `correction`, values confirmed keep
 * their evidence and are sure. Names that an editor took out of a field are no longer mentions in the text.
 */
export function applyCorrection<
  A extends Pick<ParsedArticle, "title" | "titleStatus" | "fields" | "mentions" | "signals">,
>(article: A, { set, clear, confirm }: Correction): A {
  if (clear.length + confirm.length + Object.keys(set).length === 0) return article;
  const fields: Record<string, unknown> = { ...article.fields };
  for (const name of clear) delete fields[name];
  for (const name of confirm)
    if (name !== "title" && fields[name] !== undefined) fields[name] = confirmed(fields[name]);
  for (const [name, value] of Object.entries(set)) {
    if (name === "title" || value === undefined) continue;
    fields[name] = typeof value === "string" ? edited(value) : (value as readonly string[]).map(edited);
  }
  const confirmedTitle = confirm.includes("title") ? { title: confirmed(article.title) as Extracted<string> } : {};
  const title =
    typeof set.title === "string" ? { title: edited(set.title), titleStatus: "found" as const } : confirmedTitle;
  const whole = { ...article, ...title, fields: fields as ExtractedFields };
  const isNamed = namingOf(clear, set);
  if (isNamed === undefined) return whole;
  const mentions = article.mentions.filter(({ entity, type }) => isNamed(entity, type));
  const kept = new Set(mentions);
  const gone = new Set(article.mentions.filter((mention) => !kept.has(mention)).map(({ entity }) => entity));
  const signals = { ...article.signals, participants: article.signals.participants.filter((id) => !gone.has(id)) };
  return { ...whole, mentions, signals };
}

/** Whether the editor leaves a record among those the article names; undefined where all stay. */
function namingOf(
  clear: Correction["clear"],
  set: Correction["set"],
): ((entity: string, type: string) => boolean) | undefined {
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const field of ["people", "organizations", "places"] as const) {
    const list = set[field] ?? (clear.includes(field) ? [] : undefined);
    if (list !== undefined) allowed.set(FIELDS[field].entityType, new Set(list));
  }
  if (allowed.size === 0) return undefined;
  return (entity, type) => allowed.get(type)?.has(entity) ?? true;
}

function confirmed(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(confirmed);
  return { ...(found as Extracted<string>), confidence: 1, confirmed: true };
}

function edited(value: string): Extracted<string> {
  return { value, rule: "correction", confidence: 1 };
}
