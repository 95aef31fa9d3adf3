import type { Event, Relations } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import { relateEvents } from "./events.ts";
import { inferDates } from "./infer-dates.ts";
import { relateArticles } from "./related.ts";

/** What one article learned from the others. */
export interface Learned {
  readonly event?: string;
  readonly inferredDate?: Extracted<string>;
}

/** Relations across documents. `articles` come by date, then id; `before` are the events of the last run. */
export function relate(
  articles: readonly Relatable[],
  before: readonly Event[],
): { relations: Relations; relationOf: (id: string) => Learned } {
  const { events, duplicates } = relateEvents(articles, before);
  const dates = inferDates(articles, events);
  const eventOf = new Map(events.flatMap((event) => event.articles.map((id) => [id, event.id] as const)));
  const relations = { events, related: relateArticles(articles, eventOf), duplicates };
  const relationOf = (id: string): Learned => {
    const [event, inferredDate] = [eventOf.get(id), dates.get(id)];
    return { ...(event !== undefined && { event }), ...(inferredDate && { inferredDate }) };
  };
  return { relations, relationOf };
}
