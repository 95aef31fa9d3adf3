import { foldWord } from "../../arabic/analysis/fold.ts";
import { byCodePoint } from "../../effects.ts";
import type { SearchDocument, SearchTables } from "../views/search.ts";

/** What a search narrows and sorts by, of pages in their order. */
export function makeTables(documents: readonly Pick<SearchDocument, "filters" | "sort">[]): SearchTables {
  const names = [...new Set(documents.flatMap(({ filters }) => Object.keys(filters)))].sort(byCodePoint);
  const filters = names.map((name) => {
    const counts = new Map<string, number>();
    for (const { filters } of documents)
      for (const value of filters[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || byCodePoint(a, b));
    const places = new Map(values.map((value, index) => [value, index]));
    const pages = documents.map(({ filters }) =>
      (filters[name] ?? []).map((value) => (places.get(value) ?? 0).toString(36)).join("."),
    );
    return [name, { values, pages: pages.join(",") }] as const;
  });
  return { dates: documents.map(({ sort }) => sort.date ?? "").join(","), filters: Object.fromEntries(filters) };
}

/** A word that is told once in a large archive is a slip as often as a word. */
const RARE_FROM = 20_000;
const MOST_WORDS = 40_000;

/**
 * Words of the archive, most frequent first: what a typing error is compared with. A line holds a word as it is
 * written most, the number of times it occurs in any spelling, and its folded letters; what is the same is left out.
 */
export function formatVocabulary(counts: ReadonlyMap<string, number>): string {
  const words = new Map<string, { word: string; most: number; count: number }>();
  for (const [word, count] of counts) {
    const folded = foldWord(word);
    if (folded === "") continue;
    const before = words.get(folded);
    if (before === undefined) words.set(folded, { word, most: count, count });
    else {
      before.count += count;
      if (count > before.most || (count === before.most && byCodePoint(word, before.word) < 0))
        Object.assign(before, { word, most: count });
    }
  }
  const least = words.size > RARE_FROM ? 2 : 1;
  return [...words]
    .filter(([, { count }]) => count >= least)
    .sort(([, a], [, b]) => b.count - a.count || byCodePoint(a.word, b.word))
    .slice(0, MOST_WORDS)
    .map(([folded, { word, count }]) =>
      folded === word ? (count === 1 ? word : `${word} ${count}`) : `${word} ${count} ${folded}`,
    )
    .join("\n");
}
