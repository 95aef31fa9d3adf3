/** What is known of the pages of a shard without reading them: dates and the values of the filters. */
import type { Shard } from "./postings.ts";

/** Value → number of articles, by filter. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Pages {
  /** Page id → its place in the lists. */
  readonly places: ReadonlyMap<string, number>;
  /** EDTF, empty when unknown. */
  readonly dates: readonly string[];
  /** Filter → the values of each page. */
  readonly values: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export async function readPages(shard: Shard): Promise<Pages> {
  const [ids, { dates, filters }] = await Promise.all([shard.ids(), shard.tables()]);
  const values = Object.entries(filters).map(([name, { values, pages }]) => {
    const lists = pages
      .split(",")
      .map((page) => (page === "" ? [] : page.split(".").map((place) => values[Number.parseInt(place, 36)] ?? "")));
    return [name, lists] as const;
  });
  return {
    places: new Map(ids.map((id, place) => [id, place])),
    dates: dates.split(","),
    values: Object.fromEntries(values),
  };
}

export type Filters = ReadonlyMap<string, ReadonlySet<string>>;

/** True when the page has, for every filter but `without`, one of the values asked for. */
export function passes({ values }: Pages, place: number, filters: Filters, without?: string): boolean {
  for (const [name, wanted] of filters) {
    if (name === without) continue;
    if (!values[name]?.[place]?.some((value) => wanted.has(value))) return false;
  }
  return true;
}

/** True when a date, as far as it is known, may lie in the range; both ends included. */
export function isWithin(date: string, from: string, to: string): boolean {
  if (from === "" && to === "") return true;
  if (date === "") return false;
  const length = (end: string) => Math.min(date.length, end.length);
  return (
    (from === "" || date.slice(0, length(from)) >= from.slice(0, length(from))) &&
    (to === "" || date.slice(0, length(to)) <= to.slice(0, length(to)))
  );
}

/** Adds what each value of a filter has among some pages. */
export function count(
  counts: Record<string, Record<string, number>>,
  name: string,
  { values }: Pages,
  place: number,
): void {
  counts[name] ??= {};
  const one = counts[name];
  for (const value of values[name]?.[place] ?? []) one[value] = (one[value] ?? 0) + 1;
}
