import { type Day, isDay, yearOf } from "../arabic/calendars.ts";
import type { Relatable } from "../model/article.ts";
import { PROVISIONAL_ID } from "../resolve/provisional.ts";

/** TF-IDF vector of unit length: hashes of the terms, ascending, and the weight of each. */
export interface TextVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

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
  readonly vector: TextVector;
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
  /** By how many articles have the term: the same numbers again and again. */
  const known: number[] = [];
  return (term) => {
    const count = seen.get(term) ?? 0;
    known[count] ??= Math.log(1 + (articles.length + 1) / (count + 0.5));
    return known[count];
  };
}

/** What is compared of each of all articles of an archive. */
export function sketchEvents(articles: readonly Relatable[]): EventSketch[] {
  const idf = inverseFrequencies(articles);
  return articles.map((article) => sketchEvent(article, idf));
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
    rare: heaviest(vector),
  };
}

/** People of the authority files before those whom only the articles know. */
function knownFirst(people: readonly string[]): string[] {
  return [...people.filter((id) => !PROVISIONAL_ID.test(id)), ...people.filter((id) => PROVISIONAL_ID.test(id))];
}

/** Weight of each term, the vector of length one. The plain count: what a report says again and again is its matter. */
function vectorOf(counted: readonly number[], idf: (term: number) => number): TextVector {
  const size = counted.length / 2;
  let squares = 0;
  // Term and place in one number, which sorts faster than pairs do.
  if (scratch.length < size) scratch = new Float64Array(2 * size);
  for (let i = 0; i < size; i++) {
    const weight = (counted[2 * i + 1] as number) * idf(counted[2 * i] as number);
    squares += weight * weight;
    scratch[i] = (counted[2 * i] as number) * PLACES + i;
  }
  const length = Math.sqrt(squares) || 1;
  scratch.subarray(0, size).sort();
  const terms = new Int32Array(size);
  const weights = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const one = scratch[i] as number;
    const term = Math.floor(one / PLACES);
    terms[i] = term;
    weights[i] = ((counted[2 * (one - term * PLACES) + 1] as number) * idf(term)) / length;
  }
  return { terms, weights };
}

/** No article has so many terms. */
const PLACES = 2 ** 20;

/** Room for sorting, used again for each article: making such an array costs more than filling it. */
let scratch = new Float64Array(256);

/** The terms of most weight, of equal ones the lesser. */
function heaviest({ terms, weights }: TextVector): number[] {
  const places: number[] = [];
  for (let i = 0; i < terms.length; i++) {
    const weight = weights[i] as number;
    let at = places.length;
    while (at > 0 && weight > (weights[places[at - 1] as number] as number)) at--;
    if (at >= RARE_TERMS) continue;
    places.splice(at, 0, i);
    if (places.length > RARE_TERMS) places.pop();
  }
  return places.map((place) => terms[place] as number);
}

/** Cosine of two unit vectors, 0 to 1. */
export const cosine = (a: TextVector, b: TextVector): number => cosinesWith(a)(b);

/**
 * Cosines of a unit vector with others, 0 to 1, until those of another one are asked for. The terms of the others are
 * looked up in a table of its own, which is mostly empty: merging the lists of both takes several times as long.
 */
export function cosinesWith({ terms, weights }: TextVector): (other: TextVector) => number {
  // A term stands at its own place or at the next one free, counted from 1; 0 is an empty place.
  if (table.length < SPARSE * terms.length) table = new Uint32Array(2 ** Math.ceil(Math.log2(SPARSE * terms.length)));
  const places = table;
  const last = places.length - 1;
  places.fill(0);
  for (let i = 0; i < terms.length; i++) {
    let place = (terms[i] as number) & last;
    while (places[place] !== 0) place = (place + 1) & last;
    places[place] = i + 1;
  }
  return (other) => {
    const { terms: asked, weights: beside } = other;
    let sum = 0;
    for (let i = 0; i < asked.length; i++) {
      const term = asked[i] as number;
      let place = term & last;
      let own = places[place] as number;
      while (own !== 0 && terms[own - 1] !== term) {
        place = (place + 1) & last;
        own = places[place] as number;
      }
      if (own !== 0) sum += (weights[own - 1] as number) * (beside[i] as number);
    }
    return sum;
  };
}

/** Places for each term, nearly all of them empty: most terms of two texts differ, and are told at the first look. */
const SPARSE = 16;
/** Used again for each vector: making such an array costs more than filling it. */
let table = new Uint32Array(4096);
