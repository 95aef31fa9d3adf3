/** What is asked of the search, and its form in the address. */

/** In the address of an article: words to mark in it. */
export const MARK_PARAMETER = "mark";

export type Order = "relevance" | "newest" | "oldest";

export interface Question {
  readonly words: string;
  /** Filter name → values, one of which a result must have. */
  readonly filters: ReadonlyMap<string, ReadonlySet<string>>;
  readonly order: Order;
  /** Days, months or years, EDTF, both ends included; empty: no end. */
  readonly from: string;
  readonly to: string;
  /** The words as they were typed, in no other form. */
  readonly exact: boolean;
}

/** An order by its name; anything else is the order by relevance. */
export function parseOrder(value: string | null): Order {
  return value === "newest" || value === "oldest" ? value : "relevance";
}

/** A year, a month or a day; anything else is no date. */
export function parseDay(value: string | null): string {
  return value !== null && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) ? value : "";
}

/** Reads `?q=…&person=…&person=…&sort=newest`; parameters that are no filter of this page are passed over. */
export function parseQuestion(query: string, filterNames: readonly string[]): Question {
  const params = new URLSearchParams(query);
  const filters = new Map<string, ReadonlySet<string>>();
  for (const name of filterNames) {
    const values = params.getAll(name).filter((value) => value !== "");
    if (values.length > 0) filters.set(name, new Set(values));
  }
  return {
    words: (params.get("q") ?? "").trim(),
    filters,
    order: parseOrder(params.get("sort")),
    from: parseDay(params.get("from")),
    to: parseDay(params.get("to")),
    exact: params.get("exact") === "1",
  };
}

/** The query part of the address, with its `?`; empty for an empty question. Same question, same address. */
export function formatQuestion(question: Question): string {
  const params = new URLSearchParams();
  if (question.words !== "") params.set("q", question.words);
  for (const [name, values] of question.filters) for (const value of values) params.append(name, value);
  if (question.order !== "relevance") params.set("sort", question.order);
  if (question.from !== "") params.set("from", question.from);
  if (question.to !== "") params.set("to", question.to);
  if (question.exact) params.set("exact", "1");
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

/** True when there is nothing to search for. */
export function isEmpty(question: Question): boolean {
  return question.words === "" && question.filters.size === 0 && question.from === "" && question.to === "";
}
