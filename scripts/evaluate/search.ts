import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mean, reciprocalRank, share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart, type SearchablePage, type SearchHit, type Stages } from "./part.ts";
import { readJsonLines, readQrels, readTsv } from "./read.ts";
import { letters, wordsOf } from "./text.ts";

type OpenSearch = NonNullable<Stages["openSearch"]>;

/** Forms on the page against forms typed, queries that are no form of the page's word, and questions over documents. */
export const scoreSearch: ScorePart = async (folder, { openSearch }) => {
  const at = (...names: string[]) => join(folder, "search", ...names);
  const variants = await readTsv(at("variants.tsv"), ["class", "page", "query"]);
  const unrelated = await readTsv(at("unrelated.tsv"), ["page", "query"]);
  const typos = await readTsv(at("typos.tsv"), ["page", "query"]);
  const collections = new Map<string, Collection>();
  for (const name of await foldersOf(at())) {
    const collection = await readCollection(at(name));
    if (collection) collections.set(name, collection);
  }
  if (!variants && !unrelated && !typos && collections.size === 0) return ABSENT;
  if (!openSearch) return NO_STAGE;
  const scores: Record<string, number> = {};
  const sizes: number[] = [];
  const notes: string[] = [];
  const add = (found: Record<string, number>, n: number) => {
    Object.assign(scores, found);
    sizes.push(n);
  };
  if (variants) add(await searchVariants(variants, openSearch, notes), variants.length);
  if (unrelated) add(await searchUnrelated(unrelated, openSearch, notes), unrelated.length);
  const mistyped = typos ?? variants?.filter((row) => row.class === "typo") ?? [];
  if (mistyped.length > 0) add(await searchTypos(mistyped, openSearch, notes), mistyped.length);
  for (const [name, collection] of collections)
    add(await searchQuestions(name, collection, openSearch), collection.queries.length);
  return { status: "scored", scores: { ...scores, n: sizes.reduce((sum, n) => sum + n, 0) }, notes };
};

/** Every page holds its form between these; the first page holds nothing else, so that they cannot earn a hit. */
const BEFORE = "ها هنا";
const AFTER = "ثم ذاك";
const EVERYTHING = 1000;

const variantPage = (number: number, form: string): SearchablePage => ({
  url: `/v/${number}/`,
  title: `ق${number}`,
  text: `${BEFORE} ${form} ${AFTER}`,
});

interface Variant {
  readonly class: string;
  readonly page: string;
  readonly query: string;
}

async function searchVariants(
  rows: readonly Variant[],
  openSearch: OpenSearch,
  notes: string[],
): Promise<Record<string, number>> {
  const search = await openSearch([variantPage(0, ""), ...rows.map((row, index) => variantPage(index + 1, row.page))]);
  const tallies = new Map<string, { found: number; highlight: number; n: number }>();
  const all = { found: 0, highlight: 0, n: 0 };
  try {
    for (const [index, row] of rows.entries()) {
      const hits = await search.query(row.query, EVERYTHING);
      const control = hits.some(({ url }) => url === "/v/0/");
      const hit = control ? undefined : hits.find(({ url }) => url === `/v/${index + 1}/`);
      const tally = tallies.get(row.class) ?? { found: 0, highlight: 0, n: 0 };
      tallies.set(row.class, tally);
      for (const one of [tally, all]) {
        one.n++;
        if (hit) one.found++;
        if (hit && marksRightly(hit, row)) one.highlight++;
      }
      if (!hit || !marksRightly(hit, row))
        notes.push(
          `${row.class}: ${row.query} → ${row.page}: ${hit ? hit.excerpt : control ? "finds everything" : "not found"}`,
        );
    }
  } finally {
    await search.close();
  }
  const scores: Record<string, number> = {};
  for (const [name, { found, highlight, n }] of [...tallies, ["all", all] as const]) {
    scores[`variants_${name}.found`] = share(found, n);
    scores[`variants_${name}.highlight`] = share(highlight, n);
    scores[`variants_${name}.n`] = n;
  }
  return scores;
}

/** Every word of the form is marked (of a phrase, as many as were typed) and nothing around it. */
export function marksRightly(hit: SearchHit, row: Variant): boolean {
  const marked = [...hit.excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].flatMap((match) => wordsOf(match[1] as string));
  const expected = wordsOf(row.class === "phrase" ? row.query : row.page).length;
  const form = letters(row.page);
  return marked.length >= expected && marked.every((word) => form.includes(word));
}

async function searchUnrelated(
  rows: readonly { readonly page: string; readonly query: string }[],
  openSearch: OpenSearch,
  notes: string[],
): Promise<Record<string, number>> {
  const words = [...new Set(rows.flatMap((row) => [row.page, row.query]))];
  const urlOf = (word: string) => `/v/${words.indexOf(word) + 1}/`;
  const search = await openSearch(words.map((word, index) => variantPage(index + 1, word)));
  let wrong = 0;
  let top = 0;
  try {
    for (const row of rows) {
      const hits = await search.query(row.query, EVERYTHING);
      if (hits.some((hit) => hit.url === urlOf(row.page))) {
        wrong++;
        notes.push(`unrelated: ${row.query} finds ${row.page}`);
      }
      if (hits[0]?.url === urlOf(row.query)) top++;
    }
  } finally {
    await search.close();
  }
  return {
    "unrelated.wrong": share(wrong, rows.length),
    "unrelated.right_on_top": share(top, rows.length),
    "unrelated.n": rows.length,
  };
}

/** Words of an archive mistyped: the word the search offers or takes instead is the right one. */
async function searchTypos(
  rows: readonly { readonly page: string; readonly query: string }[],
  openSearch: OpenSearch,
  notes: string[],
): Promise<Record<string, number>> {
  const words = [...new Set(rows.map((row) => row.page))];
  const search = await openSearch(words.map((word, index) => variantPage(index + 1, word)));
  let right = 0;
  try {
    for (const row of rows) {
      // Some slips are no other word to the search, which then finds the page without a suggestion.
      const hits = await search.query(row.query, 1);
      const suggestion = await search.suggestion?.(row.query);
      const isFound = suggestion === undefined && hits[0]?.url === `/v/${words.indexOf(row.page) + 1}/`;
      if (isFound || (suggestion !== undefined && letters(suggestion) === letters(row.page))) right++;
      else notes.push(`typos: ${row.query} → ${suggestion ?? "nothing"} instead of ${row.page}`);
    }
  } finally {
    await search.close();
  }
  return { "typos.suggested": share(right, rows.length), "typos.n": rows.length };
}

/** Documents, questions and which answer which, in the layout of search/xquad. */
interface Collection {
  readonly docs: readonly { readonly id: string; readonly text: string }[];
  readonly queries: readonly { readonly id: string; readonly query: string }[];
  /** Query id → ids of relevant documents. */
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Names of the folders below one, in order; none when it is not there. */
async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function readCollection(folder: string): Promise<Collection | undefined> {
  const docs = await readJsonLines(join(folder, "docs.jsonl"), ["id", "text"]);
  const queries = await readJsonLines(join(folder, "queries.jsonl"), ["id", "query"]);
  const rows = await readQrels(join(folder, "qrels.tsv"));
  if (!docs || !queries || !rows) return undefined;
  const relevant = new Map<string, Set<string>>();
  for (const { query, document } of rows) relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  return { docs, queries, relevant };
}

async function searchQuestions(name: string, { docs, queries, relevant }: Collection, openSearch: OpenSearch) {
  const urlOf = (id: string) => `/x/${id}/`;
  const search = await openSearch(docs.map((doc) => ({ url: urlOf(doc.id), title: doc.id, text: doc.text })));
  const ranks: { first: number; ten: number }[] = [];
  try {
    for (const { id, query } of queries) {
      const hits = await search.query(query, 10);
      const urls = new Set([...(relevant.get(id) ?? [])].map(urlOf));
      const isRelevant = (hit: SearchHit) => urls.has(hit.url);
      ranks.push({ first: reciprocalRank(hits, isRelevant, 1), ten: reciprocalRank(hits, isRelevant, 10) });
    }
  } finally {
    await search.close();
  }
  return {
    [`${name}.recall_1`]: mean(ranks.map(({ first }) => first)),
    [`${name}.recall_10`]: mean(ranks.map(({ ten }) => (ten > 0 ? 1 : 0))),
    [`${name}.mrr_10`]: mean(ranks.map(({ ten }) => ten)),
    [`${name}.n`]: queries.length,
  };
}
