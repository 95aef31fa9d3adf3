import { type Day, isDay, yearOf } from "../arabic/calendars.ts";
import type { Relatable } from "../model/article.ts";
import { PROVISIONAL_ID } from "../resolve/provisional.ts";

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
  /** TF-IDF vector of unit length over the hashes of the terms. */
  readonly vector: ReadonlyMap<number, number>;
  /** The most telling terms, rarest first. */
  readonly rare: readonly number[];
}

const RARE_TERMS = 6;
const MOST_PEOPLE = 4;
const MOST_OTHERS = 5;

/** Inverse document frequency over the terms of `articles`; unseen terms weigh as if seen once. */
export function inverseFrequencies(
  articles: readonly { readonly signals: Relatable["signals"] }[],
): (term: number) => number {
  const seen = new Map<number, number>();
  for (const { signals } of articles)
    for (let i = 0; i < signals.terms.length; i += 2) {
      const term = signals.terms[i] as number;
      seen.set(term, (seen.get(term) ?? 0) + 1);
    }
  return (term) => Math.log(1 + (articles.length + 1) / ((seen.get(term) ?? 0) + 0.5));
}

export function sketchEvent(article: Relatable, idf: (term: number) => number): EventSketch {
  const { fields, signals } = article;
  const eventDay = fields.event?.value;
  const reportDay = [fields.published?.value, fields.filed?.value].find(isDay);
  const year = yearOf(eventDay ?? reportDay ?? fields.published?.value);
  const people = new Set(fields.people?.map(({ value }) => value) ?? []);
  const vector = vectorOf(signals.terms, idf);
  return {
    id: article.id,
    ...(isDay(eventDay) && { eventDay }),
    ...(reportDay !== undefined && { reportDay }),
    ...(year !== undefined && { year }),
    ...(signals.weekday && { weekday: signals.weekday.value }),
    ...(signals.eventKind && { kind: signals.eventKind }),
    ...(signals.eventMode && { mode: signals.eventMode }),
    people: knownFirst(signals.participants.filter((id) => people.has(id))).slice(0, MOST_PEOPLE),
    others: signals.participants.filter((id) => !people.has(id)).slice(0, MOST_OTHERS),
    figures: signals.figures,
    vector,
    rare: [...vector]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, RARE_TERMS)
      .map(([term]) => term),
  };
}

/** People of the authority files before those whom only the articles know. */
function knownFirst(people: readonly string[]): string[] {
  return [...people.filter((id) => !PROVISIONAL_ID.test(id)), ...people.filter((id) => PROVISIONAL_ID.test(id))];
}

/** Weight of each term, the vector of length one. The plain count: what a report says again and again is its matter. */
function vectorOf(terms: readonly number[], idf: (term: number) => number): Map<number, number> {
  const vector = new Map<number, number>();
  let squares = 0;
  for (let i = 0; i < terms.length; i += 2) {
    const weight = (terms[i + 1] as number) * idf(terms[i] as number);
    vector.set(terms[i] as number, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

/** Cosine of two unit vectors, 0 to 1. */
export function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
