/** What is known of the pages of a volume without reading them: dates and the values of the filters. */
import type { Condition } from "./fields.ts";
import type { Volume } from "./postings.ts";

/** Value → number of articles, by filter. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Pages {
  /** EDTF, empty when unknown. */
  readonly dates: readonly string[];
  /** Filter → the values of each page. */
  readonly values: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Reads the dates, the filters that lie with them, and those of `names` that have files of their own. */
export async function readPages(volume: Volume, names: readonly string[]): Promise<Pages> {
  const { dates, filters } = await volume.tables();
  const all = [...Object.keys(filters), ...names.filter((name) => volume.filters.includes(name))];
  const values = await Promise.all(all.map(async (name) => [name, await readValues(volume, name)] as const));
  return { dates: dates.split(","), values: Object.fromEntries(values) };
}

async function readValues(volume: Volume, name: string): Promise<readonly (readonly string[])[]> {
  const known = read.get(volume) ?? new Map<string, readonly (readonly string[])[]>();
  read.set(volume, known);
  const column = known.has(name) ? undefined : await volume.column(name);
  if (column)
    known.set(
      name,
      column.pages
        .split(",")
        .map((page) =>
          page === "" ? [] : page.split(".").map((place) => column.values[Number.parseInt(place, 36)] ?? ""),
        ),
    );
  return known.get(name) ?? [];
}

const read = new WeakMap<Volume, Map<string, readonly (readonly string[])[]>>();

export type Filters = ReadonlyMap<string, ReadonlySet<string>>;

/** True when the page has, for every filter but `without`, one of the values asked for. */
export function passes({ values }: Pages, page: number, filters: Filters, without?: string): boolean {
  for (const [name, wanted] of filters) {
    if (name === without) continue;
    if (!values[name]?.[page]?.some((value) => wanted.has(value))) return false;
  }
  return true;
}

/** True when the page has what all conditions say. */
export function meets({ values }: Pages, page: number, conditions: readonly Condition[]): boolean {
  return conditions.every(
    ({ name, values: wanted, isExcluded }) =>
      (values[name]?.[page]?.some((value) => wanted.has(value)) === true) !== isExcluded,
  );
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
  page: number,
): void {
  counts[name] ??= {};
  const one = counts[name];
  for (const value of values[name]?.[page] ?? []) one[value] = (one[value] ?? 0) + 1;
}
