import type { Article, ListedArticle } from "../model/article.ts";
import type { Alternative, Evidence } from "../model/span.ts";

/** From this confidence on a value is not doubted; the interface calls it high. */
const HIGH = 0.85;
/** A candidate less sure than the one chosen by no more than this comes near it. */
const NEAR = 0.1;
const IS_FILED = /^date:dateline$/;

/** An editor set the value or found it right. */
export function isSettled(evidence: Evidence | undefined): boolean {
  return evidence?.rule === "correction" || evidence?.confirmed === true;
}

/** A rule that is not sure of a value that nobody settled. */
export function isUnsure(evidence: Evidence): boolean {
  return evidence.confidence < HIGH && !isSettled(evidence);
}

/** The strongest candidate about as sure as the value. That a report was filed on another day than it came out is no dispute. */
export function rivalOf(key: string, evidence: Evidence): Alternative | undefined {
  if (isSettled(evidence)) return undefined;
  const rivals = (evidence.alternatives ?? []).filter(
    ({ rule, confidence }) =>
      confidence !== undefined &&
      confidence >= evidence.confidence - NEAR &&
      !(key === "dates.published" && IS_FILED.test(rule)),
  );
  const [rival] = rivals.sort((a, b) => (b.confidence as number) - (a.confidence as number));
  return rival;
}

/** What stays in memory of an article: of its evidence that of its dates, of a title not found, and what may be doubted. */
export function listed({ body: _, removed: __, links: ___, ...article }: Article): ListedArticle {
  const evidence = Object.entries(article.evidence).filter(
    ([key, one]) =>
      key === "date" ||
      key.startsWith("dates.") ||
      (key === "title" && article.titleStatus !== "found") ||
      isUnsure(one) ||
      rivalOf(key, one) !== undefined,
  );
  return { ...article, evidence: Object.fromEntries(evidence), cites: citedIn(article) };
}

/** Ids that the evidence names besides the values; among them words that are none. */
export function citedIn({ evidence }: Pick<ListedArticle, "evidence">): string[] {
  const cited = Object.values(evidence).flatMap(({ documents = [], alternatives = [] }) => [
    ...documents,
    ...alternatives.map(({ value }) => value),
  ]);
  return [...new Set(cited)];
}
