import { byCodePoint } from "../effects.ts";
import type { Article } from "../model/article.ts";
import type { Learned } from "../relate/relate.ts";

/** The same article with people of one name told apart as the other articles say now, whatever they said before. */
export function withNamesakes(article: Article, now: Learned["namesakes"]): Article {
  if (article.namesakes === undefined && now === undefined) return article;
  const { namesakes: before, ...own } = article;
  const plain = new Map(Object.entries(before ?? {}).map(([from, to]) => [to, from]));
  const of = (id: string) => {
    const base = plain.get(id) ?? id;
    return now?.[base] ?? base;
  };
  const ofKey = (key: string) => (key.startsWith("people.") ? `people.${of(key.slice("people.".length))}` : key);
  const { people } = own;
  return {
    ...own,
    ...(people && { people: people.map(of) }),
    ...(now && { namesakes: now }),
    names: Object.fromEntries(
      Object.entries(own.names)
        .map(([id, naming]) => [of(id), naming] as const)
        .sort(([a], [b]) => byCodePoint(a, b)),
    ),
    evidence: Object.fromEntries(Object.entries(own.evidence).map(([key, value]) => [ofKey(key), value])),
  };
}
