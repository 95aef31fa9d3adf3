import { type Day, isDay, yearOf } from "../arabic/calendars.ts";
import type { Relatable } from "../model/article.ts";

/** What is compared of an article when events are looked for. */
export interface EventSketch {
  readonly id: string;
  /** Day of the event as the text itself gives it. */
  readonly eventDay?: Day;
  /** Day of publishing or filing. */
  readonly reportDay?: Day;
  /** Year known at most approximately (`2024~`). */
  readonly year?: number;
  readonly weekday?: number;
  readonly kind?: string;
  readonly mode?: string;
  readonly people: readonly string[];
  /** Places and organisations of the lead. */
  readonly others: readonly string[];
  readonly figures: readonly string[];
  /** TF-IDF vector of unit length. */
  readonly vector: ReadonlyMap<string, number>;
  /** The most telling terms, rarest first. */
  readonly rare: readonly string[];
}

const RARE_TERMS = 6;
const MOST_PEOPLE = 4;
const MOST_OTHERS = 5;

/** Inverse document frequency over the terms of `articles`; unseen terms weigh as if seen once. */
export function inverseFrequencies(
  articles: readonly { readonly signals: Relatable["signals"] }[],
): (term: string) => number {
  const seen = new Map<string, number>();
  for (const { signals } of articles)
    for (const term of Object.keys(signals.terms)) seen.set(term, (seen.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (articles.length + 1) / ((seen.get(term) ?? 0) + 0.5));
}

export function sketchEvent(article: Relatable, idf: (term: string) => number): EventSketch {
  const { fields, signals } = article;
  const eventDay = fields.event?.value;
  const reportDay = [fields.published?.value, fields.filed?.value].find(isDay);
  const year = yearOf(eventDay ?? reportDay ?? fields.published?.value);
  const people = new Set(fields.people?.map(({ value }) => value) ?? []);
  const weighted = Object.entries(signals.terms).map(
    ([term, count]) => [term, (1 + Math.log(count)) * idf(term)] as const,
  );
  const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return {
    id: article.id,
    ...(isDay(eventDay) && { eventDay }),
    ...(reportDay !== undefined && { reportDay }),
    ...(year !== undefined && { year }),
    ...(signals.weekday && { weekday: signals.weekday.value }),
    ...(signals.eventKind && { kind: signals.eventKind }),
    ...(signals.eventMode && { mode: signals.eventMode }),
    people: signals.participants.filter((id) => people.has(id)).slice(0, MOST_PEOPLE),
    others: signals.participants.filter((id) => !people.has(id)).slice(0, MOST_OTHERS),
    figures: signals.figures,
    vector: new Map(weighted.map(([term, weight]) => [term, weight / length])),
    rare: weighted
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, RARE_TERMS)
      .map(([term]) => term),
  };
}

/** Cosine of two unit vectors, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
