import { digest } from "../digest.ts";
import type { Event } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import { memo, type SiteContext } from "./context.ts";
import { idsIn, NAMING_FIELDS } from "./listed-article.ts";
import { eventCard } from "./lists.ts";

/**
 * Keys of what pages are made from: where the key of a page is the same as in the last build, so is its view, which then
 * need not be made. A key may change when the view does not; never the other way round. Each is worked out once.
 */
export interface Keys {
  /** A record, what it lies in or belongs to, and which of these have pages. */
  record(id: string): string;
  /** How many articles name the records, where lists show it. */
  counts(ids: readonly string[]): string;
  /** An article as lists show it. */
  card(article: ListedArticle): string;
  /** An article with the records it names and its event. */
  article(article: ListedArticle): string;
  event(event: Event): string;
  /** The configuration, which words dates and addresses. */
  readonly config: string;
}

export function makeKeys(context: SiteContext): Keys {
  const record = memo((id: string) => digest(JSON.stringify(above(context, id))));
  const count = (id: string) => context.occurrences.get(id)?.length ?? 0;
  const counts = (ids: readonly string[]) => ids.map((id) => `${id} ${count(id)} ${record(id)}`).join("\n");
  const event = memo((one: Event) => digest(JSON.stringify([one, eventCard(context, one)])));
  const card = memo((one: ListedArticle) => digest(JSON.stringify(context.card(one))));
  const article = memo((one: ListedArticle) => {
    const reported = one.event === undefined ? undefined : context.events.get(one.event);
    return digest(
      [ownKey(one), card(one), ...namedBy(one).map(record), reported === undefined ? "" : event(reported)].join("\n"),
    );
  });
  return { record, counts, card, article, event, config: digest(JSON.stringify(context.archive.config)) };
}

/** The article itself. */
export function ownKey(article: ListedArticle): string {
  return article.file?.digest ?? digest(JSON.stringify(article));
}

/** Ids of the records that an article names. */
export function namedBy(article: ListedArticle): string[] {
  return NAMING_FIELDS.flatMap((field) => idsIn(article, field));
}

/** A record and all above it, however it leads there. */
function above({ entity, occurrences }: SiteContext, id: string): unknown[] {
  const seen = new Set([id]);
  // What is found is looked into in its turn.
  for (const one of seen) {
    const { broader, country } = entity(one);
    for (const next of broader) seen.add(next);
    if (country !== undefined) seen.add(country);
  }
  return [...seen].map((one) => [entity(one), occurrences.has(one)]);
}
