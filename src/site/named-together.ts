import { byCodePoint } from "../effects.ts";
import type { ListedArticle } from "../model/article.ts";
import type { EntityType } from "../model/fields.ts";
import { memo, type SiteContext } from "./context.ts";
import { VIEW } from "./strings.ts";
import type { Ref } from "./views/parts.ts";
import type { EntityPage } from "./views/records.ts";

/** Records named together with one, shown per type. */
const WITH_LIMIT = 12;
const WITH: readonly (readonly [EntityType, string])[] = [
  ["person", VIEW.withPeople],
  ["organization", VIEW.withOrganizations],
  ["place", VIEW.withPlaces],
  ["topic", VIEW.withTopics],
  ["source", VIEW.withSources],
];

/** Records named in the same articles, by type, the most frequent first; the count is that of shared articles. */
export type NamedTogether = (articles: readonly ListedArticle[], id: string) => EntityPage["with"];

/** Finds the records named together with one; what its records share is worked out once. */
export function makeNamedTogether(context: SiteContext): NamedTogether {
  const idOf = (index: number) => context.recordIds[index] as string;
  const byId = (a: number, b: number) => byCodePoint(idOf(a), idOf(b));
  const refOnce = memo((index: number): Ref => ({ ...context.ref(idOf(index)), count: 1 }));
  // Most records are named once, several by the same article: of each type the first, and one more for the one itself.
  const ofOne = memo((article: ListedArticle) => {
    const groups = byType(context, context.records(article));
    return WITH.map(([type]) => first(groups.get(type) ?? [], WITH_LIMIT + 1, byId));
  });
  return (articles, id) => {
    const [only, another] = articles;
    if (only !== undefined && another === undefined)
      return withHeadings(
        ofOne(only).map((group) =>
          group
            .filter((index) => idOf(index) !== id)
            .slice(0, WITH_LIMIT)
            .map(refOnce),
        ),
      );
    const { count, found } = countRecords(context, articles);
    const groups = byType(context, found);
    const most = (a: number, b: number) => count(b) - count(a) || byId(a, b);
    return withHeadings(
      WITH.map(([type]) =>
        first(
          (groups.get(type) ?? []).filter((index) => idOf(index) !== id),
          WITH_LIMIT,
          most,
        ).map((index) => ({
          ...context.ref(idOf(index)),
          count: count(index),
        })),
      ),
    );
  };
}

function withHeadings(groups: readonly (readonly Ref[])[]): EntityPage["with"] {
  return groups.flatMap((refs, index) => (refs.length === 0 ? [] : [{ heading: WITH[index]?.[1] ?? "", refs }]));
}

function byType(context: SiteContext, found: Iterable<number>): Map<EntityType, number[]> {
  const groups = new Map<EntityType, number[]>();
  for (const index of found) {
    const { type } = context.entity(context.recordIds[index] as string);
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [index]);
    else group.push(index);
  }
  return groups;
}

/** What sorting would put first, without sorting the rest: a record may be named with a thousand others. */
function first(items: readonly number[], limit: number, compare: (a: number, b: number) => number): number[] {
  const best: number[] = [];
  for (const item of items) {
    if (best.length === limit && compare(item, best[limit - 1] as number) >= 0) continue;
    let at = best.length;
    while (at > 0 && compare(item, best[at - 1] as number) < 0) at--;
    best.splice(at, 0, item);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Articles up to which counting in a map is cheaper than a list of all records, of which there may be 100,000. */
const FEW = 50;

/** How many of the articles name a record, by its place in `recordIds`, and the places that occur. */
function countRecords(context: SiteContext, articles: readonly ListedArticle[]) {
  if (articles.length > FEW) {
    const counts = new Uint32Array(context.recordIds.length);
    const found: number[] = [];
    for (const article of articles) {
      for (const index of context.records(article)) {
        if (counts[index] === 0) found.push(index);
        counts[index] = (counts[index] as number) + 1;
      }
    }
    return { count: (index: number) => counts[index] as number, found };
  }
  const counts = new Map<number, number>();
  for (const article of articles)
    for (const index of context.records(article)) counts.set(index, (counts.get(index) ?? 0) + 1);
  return { count: (index: number) => counts.get(index) as number, found: counts.keys() };
}
