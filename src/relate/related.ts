import type { Related } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";
import { cosinesWith, type EventSketch, sketchEvents } from "./sketch.ts";

/** How many are kept for an article. */
const MOST_RELATED = 6;
/**
 * Cosine of the texts from which they treat of one matter. Of 87 pairs that people judged (SemEval 2022, task 8) the
 * text tells related ones from others (area under the curve 0.92); the records they both name do not (0.71): two
 * reports that name one country and one topic have nothing else in common more often than not. From here on three
 * pairs of four are related ones.
 */
const SAME_MATTER = 0.25;
/** Neighbours in time looked at on each side in the list of a record or a word: keeps the work linear. */
const NEIGHBOURS = 12;
/** Records and rare words that two must have in common for their texts to be compared. */
const LEAST_SHARED = 2;
/** So many texts are compared with an article's, those first that have most in common with it. */
const MOST_COMPARED = 12;
/** So much of what two have in common is told. */
const MOST_SHARED = 6;

/**
 * Articles that treat of the same matter: those that name the same people, organisations, places and topics or say
 * the same rare words, where their texts are alike. `articles` come by date, `sketches` are theirs; `groupOf` tells
 * the event an article belongs to, and articles of one event are not each other's related ones.
 */
export function relateArticles(
  articles: readonly Relatable[],
  groupOf: ReadonlyMap<string, string>,
  sketches: readonly EventSketch[] = sketchEvents(articles),
): Record<string, Related[]> {
  const named = articles.map(namesOf);
  const known = new Map<string | number, Hook>();
  const hooks = named.map((ids, index) =>
    [...ids, ...(sketches[index] as EventSketch).rare].map((key) => {
      let hook = known.get(key);
      if (hook === undefined) {
        hook = { articles: [], weight: 0, asked: 0 };
        known.set(key, hook);
      }
      hook.articles.push(index);
      return hook;
    }),
  );
  for (const hook of known.values()) hook.weight = Math.log(1 + articles.length / hook.articles.length);
  const weight = (id: string) => (known.get(id) as Hook).weight;
  const common = inCommon(articles.length);
  const result: Record<string, Related[]> = {};
  articles.forEach((article, index) => {
    const event = groupOf.get(article.id);
    const likeness = likenessTo(sketches[index] as EventSketch);
    const related = common(index, hooks[index] as readonly Hook[])
      .filter((other) => event === undefined || groupOf.get((articles[other] as Relatable).id) !== event)
      .slice(0, MOST_COMPARED)
      .map((other) => ({ other, score: likeness(sketches[other] as EventSketch) }))
      .filter(({ score }) => score >= SAME_MATTER)
      .sort((a, b) => b.score - a.score || Math.abs(a.other - index) - Math.abs(b.other - index) || a.other - b.other)
      .slice(0, MOST_RELATED);
    if (related.length === 0) return;
    const own = new Set(named[index]);
    result[article.id] = related.map(({ other, score }) => ({
      id: (articles[other] as Relatable).id,
      score,
      shared: (named[other] as readonly string[])
        .filter((id) => own.has(id))
        .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
        .slice(0, MOST_SHARED),
    }));
  });
  return result;
}

function namesOf({ fields }: Relatable): string[] {
  const lists = [fields.people, fields.organizations, fields.places, fields.topics];
  return [...new Set(lists.flatMap((list) => list?.map(({ value }) => value) ?? []))];
}

/** A record or rare word that articles have in common. */
interface Hook {
  /** In their order. */
  readonly articles: number[];
  /** The fewer they are, the more. */
  weight: number;
  /** How many of them were asked for what they have in common with others. */
  asked: number;
}

/**
 * Asked article by article, in their order: those next to it in the lists of its hooks that stand in several of them,
 * those first that have most in common with it.
 */
function inCommon(count: number): (index: number, hooks: readonly Hook[]) => number[] {
  const shared = new Uint16Array(count);
  const weights = new Float64Array(count);
  return (index, hooks) => {
    const found: number[] = [];
    for (const hook of hooks) {
      const { articles, weight } = hook;
      if (articles.length === 1) continue;
      const at = hook.asked++;
      const end = Math.min(articles.length, at + NEIGHBOURS + 1);
      for (let near = Math.max(0, at - NEIGHBOURS); near < end; near++) {
        const other = articles[near] as number;
        if (shared[other] === 0) {
          found.push(other);
          weights[other] = 0;
        }
        (shared[other] as number)++;
        (weights[other] as number) += weight;
      }
    }
    const most = found
      .filter((other) => other !== index && (shared[other] as number) >= LEAST_SHARED)
      .sort(
        (a, b) => (weights[b] as number) - (weights[a] as number) || Math.abs(a - index) - Math.abs(b - index) || a - b,
      );
    for (const other of found) shared[other] = 0;
    return most;
  };
}

/** To two digits: one article more in the archive does not change all scores. */
function likenessTo({ vector }: EventSketch): (other: EventSketch) => number {
  const cosine = cosinesWith(vector);
  return (other) => Math.min(1, Math.round(cosine(other.vector) * 100) / 100);
}
