import type { Related } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";

/** How many are kept for an article. */
const MOST_RELATED = 6;
/** Neighbours in time looked at on each side in a record's list of articles: keeps the work linear. */
const NEIGHBOURS = 12;
const LEAST_SHARED = 2;
/** So much of what two have in common is told. */
const MOST_SHARED = 6;

/**
 * Articles near in what they name: cosine over people, organisations, places and topics, each weighing the more
 * the fewer articles name it. `articles` come by date; `groupOf` tells the event an article belongs to, and
 * articles of one event are not each other's related ones.
 */
export function relateArticles(
  articles: readonly Relatable[],
  groupOf: ReadonlyMap<string, string>,
): Record<string, Related[]> {
  const named = articles.map(({ fields }) => [
    ...new Set(
      [fields.people, fields.organizations, fields.places, fields.topics].flatMap(
        (list) => list?.map(({ value }) => value) ?? [],
      ),
    ),
  ]);
  const lists = new Map<string, number[]>();
  named.forEach((ids, index) => {
    for (const id of ids) {
      const list = lists.get(id);
      if (list === undefined) lists.set(id, [index]);
      else list.push(index);
    }
  });
  const weights = new Map([...lists].map(([id, { length }]) => [id, Math.log(1 + articles.length / length)]));
  const weight = (id: string) => weights.get(id) as number;
  const lengths = named.map((ids) => Math.sqrt(ids.reduce((sum, id) => sum + weight(id) ** 2, 0)) || 1);
  const seenAt = new Map<string, number>();
  const result: Record<string, Related[]> = {};
  articles.forEach((article, index) => {
    const shared = new Map<number, string[]>();
    for (const id of named[index] as readonly string[]) {
      const list = lists.get(id) as number[];
      const at = seenAt.get(id) ?? 0;
      seenAt.set(id, at + 1);
      for (let near = Math.max(0, at - NEIGHBOURS); near < Math.min(list.length, at + NEIGHBOURS + 1); near++) {
        const other = list[near] as number;
        if (other === index) continue;
        const ids = shared.get(other);
        if (ids === undefined) shared.set(other, [id]);
        else ids.push(id);
      }
    }
    const event = groupOf.get(article.id);
    const candidates: { score: number; shared: string[]; index: number }[] = [];
    for (const [other, ids] of shared) {
      if (ids.length < LEAST_SHARED) continue;
      if (event !== undefined && groupOf.get((articles[other] as Relatable).id) === event) continue;
      let dot = 0;
      for (const id of ids) dot += weight(id) ** 2;
      const score = Math.round((dot / ((lengths[index] as number) * (lengths[other] as number))) * 1000) / 1000;
      candidates.push({ score, shared: ids, index: other });
    }
    candidates.sort(
      (a, b) => b.score - a.score || Math.abs(a.index - index) - Math.abs(b.index - index) || a.index - b.index,
    );
    if (candidates.length > 0)
      result[article.id] = candidates.slice(0, MOST_RELATED).map(({ index, score, shared }) => ({
        id: (articles[index] as Relatable).id,
        score,
        shared: shared.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, MOST_SHARED),
      }));
  });
  return result;
}
