/** Which pages of a volume answer a query, and how well. */
import { inverseFrequency, type Posting, type Postings, type Term, type Volume } from "./postings.ts";
import type { Clause, Query, Unit } from "./query.ts";

/** How exactly the words are to be taken. */
export interface Strictness {
  /** The form typed and no other. */
  readonly exact: boolean;
  /** The last word may go on. */
  readonly isOpen: boolean;
  /** Pages may lack some of the words. */
  readonly isPartial: boolean;
}

export interface Candidate {
  readonly volume: Volume;
  /** Number of the page in it. */
  readonly page: number;
  readonly score: number;
  /** Share of the query's weight that the page holds, 0 to 1. */
  readonly coverage: number;
  /** What was looked for. */
  readonly clauses: readonly Clause[];
  /** Places of each clause's words in the text. */
  readonly places: readonly (readonly number[])[];
}

/** What a clause finds: pages with a score and the places. */
type Found = Postings;

/** Words of a question that must be there for a page to be shown at all, by weight. */
const LEAST_COVERAGE = 0.1;
/** Two words of the query side by side, as a share of the rarer one's weight. */
const NEIGHBOURS = 0.5;
/** Words that follow each other with at most this many between them count as near. */
const NEAR = 4;

export async function rankVolume(query: Query, volume: Volume, strictness: Strictness): Promise<Candidate[]> {
  const wanted = requiredOf(query.clauses);
  const last = wanted.at(-1);
  const [found, excluded] = await Promise.all([
    Promise.all(
      wanted.map((clause) =>
        findClause(clause, volume, { ...strictness, isOpen: strictness.isOpen && clause === last && !clause.isPhrase }),
      ),
    ),
    Promise.all(
      query.clauses
        .filter(({ isExcluded }) => isExcluded)
        .map((clause) => findClause(clause, volume, { ...strictness, isOpen: false })),
    ),
  ]);
  // Nothing but what must not be there: every other page is an answer.
  if (wanted.length === 0)
    return Array.from({ length: volume.pages }, (_, page) => page)
      .filter((page) => !excluded.some((out) => out.has(page)))
      .map((page) => ({ volume, page, score: 0, coverage: 1, clauses: [], places: [] }));
  const weights = found.map((pages) => inverseFrequency(volume.pages, pages.size));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const candidates: Candidate[] = [];
  const seen = new Set<number>();
  for (const pages of found) {
    for (const page of pages.keys()) {
      if (seen.has(page)) continue;
      seen.add(page);
      if (excluded.some((out) => out.has(page))) continue;
      const held = found.map((one) => one.get(page));
      const coverage = held.reduce((sum, one, index) => sum + (one ? (weights[index] as number) : 0), 0) / total;
      if (coverage < (strictness.isPartial ? LEAST_COVERAGE : 1 - 1e-9)) continue;
      const places = held.map((one) => one?.places ?? []);
      const words = held.reduce((sum, one) => sum + (one?.score ?? 0), 0);
      const score = (words + nearness(places, weights)) * coverage;
      candidates.push({ volume, page, score, coverage, clauses: wanted, places });
    }
    // What lacks a word is no answer: the first one's pages are all there can be.
    if (!strictness.isPartial) break;
  }
  return candidates;
}

/** Stop words count only where nothing else is asked for. */
export function requiredOf(clauses: readonly Clause[]): Clause[] {
  const wanted = clauses.filter(({ isExcluded }) => !isExcluded);
  const telling = wanted.filter(({ units, isPhrase }) => isPhrase || units.some(({ isStopWord }) => !isStopWord));
  return telling.length > 0 ? telling : wanted;
}

async function findClause(clause: Clause, volume: Volume, strictness: Strictness): Promise<Found> {
  const found = await Promise.all(clause.units.map((unit) => findUnit(unit, volume, strictness)));
  return clause.isPhrase ? findPhrase(clause.units, found) : (found[0] ?? new Map());
}

async function findUnit(unit: Unit, volume: Volume, { exact, isOpen }: Strictness): Promise<Found> {
  const terms: Term[] = unit.keys.map((key) => (unit.isName ? { key } : { key, form: unit.form, isExact: exact }));
  if (isOpen && !exact) for (const key of beginningsOf(unit)) terms.push({ key, isBeginning: true });
  return union(await Promise.all(terms.map((term) => volume.find(term))));
}

/** The letters typed so far, and those behind an article that may stand before them. */
export function beginningsOf({ keys, form }: Unit): string[] {
  const article = /^[وف]?(?:[بك]?ال|لل)(?=.)/.exec(form)?.[0] ?? "";
  return [...new Set([form.slice(article.length), ...keys.filter((key) => form.endsWith(key))])];
}

/** Pages with any of the terms: the best score, all the places. */
function union(parts: readonly Postings[]): Found {
  if (parts.length === 1) return parts[0] as Postings;
  const all = new Map<number, Posting>();
  for (const part of parts)
    for (const [id, posting] of part) {
      const before = all.get(id);
      all.set(
        id,
        before
          ? { ...before, score: Math.max(before.score, posting.score), places: merge(before.places, posting.places) }
          : posting,
      );
    }
  return all;
}

const merge = (a: readonly number[], b: readonly number[]) => [...new Set([...a, ...b])].sort((x, y) => x - y);

/** Pages on which the units follow each other; the places are those of the phrase. */
function findPhrase(units: readonly Unit[], found: readonly Found[]): Found {
  const [first = new Map<number, Posting>(), ...others] = found;
  const pages = new Map<number, Posting>();
  for (const [id, posting] of first) {
    const parts = [posting, ...others.map((other) => other.get(id))];
    if (!parts.every((part) => part !== undefined)) continue;
    const sets = parts.map(({ places }) => new Set(places));
    const places = posting.places.flatMap((start: number) => follow(start, sets, units) ?? []);
    if (places.length === 0) continue;
    const score = parts.reduce((sum, part) => sum + part.score, 0);
    pages.set(id, { ...posting, score, places: [...new Set(places)] });
  }
  return pages;
}

function follow(start: number, sets: readonly ReadonlySet<number>[], units: readonly Unit[]): number[] | undefined {
  const places: number[] = [];
  let at = start;
  for (const [index, set] of sets.entries()) {
    // Words that punctuation divides may stand in one place: «بيروت/دمشق».
    if (index > 0 && !set.has(at) && set.has(at - 1)) continue;
    if (!set.has(at)) return undefined;
    places.push(at++);
    // A name goes over as many places as the text takes for it.
    if (units[index]?.isName) while (set.has(at)) places.push(at++);
  }
  return places;
}

/** What words of the query earn by standing together, in the order they were typed. */
function nearness(places: readonly (readonly number[])[], weights: readonly number[]): number {
  let sum = 0;
  for (let index = 1; index < places.length; index++) {
    const distance = leastDistance(places[index - 1] as readonly number[], places[index] as readonly number[]);
    if (distance <= NEAR)
      sum += (NEIGHBOURS * Math.min(weights[index - 1] as number, weights[index] as number)) / distance;
  }
  return sum;
}

/** Least number of places from one of `a` to one of `b`; both in order. The other way round counts one more. */
function leastDistance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (b[j] as number) - (a[i] as number);
    least = Math.min(least, difference > 0 ? difference : 1 - difference);
    if (difference > 0) i++;
    else j++;
  }
  return least;
}
