import type { Event, Relations } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import { relateEvents } from "./events.ts";
import { inferDates } from "./infer-dates.ts";
import { relateArticles } from "./related.ts";
import { sketchEvents } from "./sketch.ts";
import { relateStrangers } from "./strangers.ts";

/** What one article learned from the others. */
export interface Learned {
  readonly event?: string;
  readonly inferredDate?: Extracted<string>;
  /** Plain provisional ids → the ids of those whom the other articles tell apart by one name. */
  readonly namesakes?: Readonly<Record<string, string>>;
}

/**
 * Relations across documents. `articles` come by date, then id; `before` is what the last run found. What the article
 * files hold of them is worked out at once, the rest when `relations` are asked for.
 */
export function relate(
  found: readonly Relatable[],
  before: Pick<Relations, "events" | "strangers">,
): { events: readonly Event[]; relationOf: (id: string) => Learned; relations: () => Relations } {
  const { strangers, namesakesIn } = relateStrangers(found, before.strangers);
  const articles = found.map((article) => {
    const renamed = namesakesIn(article.id);
    return renamed === undefined ? article : withNames(article, renamed);
  });
  const sketches = sketchEvents(articles);
  const { events, duplicates } = relateEvents(articles, before.events, sketches);
  const dates = inferDates(articles, events);
  const eventOf = new Map(events.flatMap((event) => event.articles.map((id) => [id, event.id] as const)));
  const relations = () => ({ events, related: relateArticles(articles, eventOf, sketches), duplicates, strangers });
  const relationOf = (id: string): Learned => {
    const [event, inferredDate, namesakes] = [eventOf.get(id), dates.get(id), namesakesIn(id)];
    return {
      ...(event !== undefined && { event }),
      ...(inferredDate && { inferredDate }),
      ...(namesakes && { namesakes }),
    };
  };
  return { events, relationOf, relations };
}

/** The article with people named as the others tell them apart. */
function withNames(article: Relatable, renamed: NonNullable<Learned["namesakes"]>): Relatable {
  const of = (id: string) => renamed[id] ?? id;
  const { people } = article.fields;
  const participants = article.signals.participants.map(of);
  return {
    ...article,
    fields: {
      ...article.fields,
      ...(people && { people: people.map((found) => ({ ...found, value: of(found.value) })) }),
    },
    signals: { ...article.signals, participants },
  };
}
