/** The part of Pagefind's browser API this page uses (https://pagefind.app/docs/api/), and one search over it. */
import type { Order, Question } from "./address.ts";

/** Value → number of articles, by filter. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Hit {
  readonly id: string;
  data(): Promise<{
    readonly url: string;
    readonly excerpt: string;
    readonly meta: Readonly<Record<string, string | undefined>>;
  }>;
}

interface Found {
  readonly results: readonly Hit[];
  readonly filters: Counts;
  readonly totalFilters: Counts;
}

interface Pagefind {
  options(options: { readonly baseUrl: string; readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** Loads the values of all filters: a search counts only those that are loaded. */
  filters(): Promise<Counts>;
  search(
    words: string | null,
    options: {
      readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>>;
      readonly sort?: Readonly<Record<string, "asc" | "desc">>;
    },
  ): Promise<Found>;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** For every filter, what each of its values would give beside the choices made in the other filters. */
  readonly counts: Counts;
  /** The same for the words alone: decides the order of the values, which must not jump while they are ticked. */
  readonly totals: Counts;
}

const EXCERPT_WORDS = 30;
const SORTS: Readonly<Record<Order, Readonly<Record<string, "asc" | "desc">> | undefined>> = {
  relevance: undefined,
  newest: { date: "desc" },
  oldest: { date: "asc" },
};

/** Loads the index that lies at `folder`; throws when it is not there. */
export async function openIndex(folder: string): Promise<Pagefind> {
  const pagefind = (await import(`${folder}pagefind.js`)) as Pagefind;
  // The index holds whole addresses: nothing goes before them.
  await pagefind.options({ baseUrl: "/", excerptLength: EXCERPT_WORDS });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}

/** Asks the index. A question without words lists what the filters leave, an empty one everything, newest first. */
export async function search(pagefind: Pagefind, question: Question): Promise<Answer> {
  const words = question.words === "" ? null : question.words;
  const ask = (options: { readonly without?: string; readonly order?: Order } = {}) => {
    const filters = [...question.filters].filter(([name]) => name !== options.without);
    const sort = options.order && SORTS[options.order];
    return pagefind.search(words, {
      filters: Object.fromEntries(filters.map(([name, values]) => [name, { any: [...values] }])),
      ...(sort ? { sort } : {}),
    });
  };
  const found = await ask();
  const order = words === null && question.order === "relevance" ? "newest" : question.order;
  const hits = order === "relevance" ? found.results : undatedLast(found.results, (await ask({ order })).results);
  const counts: Record<string, Readonly<Record<string, number>>> = { ...found.filters };
  for (const name of question.filters.keys()) counts[name] = (await ask({ without: name })).filters[name] ?? {};
  // Without words Pagefind counts nothing under totalFilters.
  return { hits, counts, totals: words === null ? await pagefind.filters() : found.totalFilters };
}

/** Pagefind leaves out of a sorted list what has nothing to sort by. */
function undatedLast(all: readonly Hit[], sorted: readonly Hit[]): readonly Hit[] {
  const dated = new Set(sorted.map((hit) => hit.id));
  return [...sorted, ...all.filter((hit) => !dated.has(hit.id))];
}
