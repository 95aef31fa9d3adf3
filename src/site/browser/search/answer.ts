/** What a search gives, from whatever index. */
import type { Part } from "./excerpt.ts";
import type { Counts } from "./pages.ts";

export interface Hit {
  readonly id: string;
  /** EDTF; empty when unknown or not asked for. */
  readonly date: string;
  data(): Promise<HitData>;
}

export interface HitData {
  readonly url: string;
  /** What the article is to mark, for its address. */
  readonly marks: string;
  readonly title: readonly Part[];
  readonly excerpt: readonly Part[];
  readonly meta: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Reads what the filters show; `names`: those of the large ones that are to be counted. */
  tally(names: readonly string[]): Promise<Tally>;
  /** What was searched instead, when what was typed gave nothing. */
  readonly corrected?: string;
  /** What the reader may have meant. */
  readonly suggestion?: string;
  /** Not every page must hold all the words. */
  readonly isPartial: boolean;
  /** Whether some page does, as far as that is known. */
  readonly hasWhole?: boolean;
  /** All articles found, where `hits` has fewer. */
  readonly total?: number;
  /** What was written as a date and is none. */
  readonly unread?: string;
  /** No page has the last word as it was typed: these have words that begin with it; `isCut`: not all of them. */
  readonly begun?: { readonly isCut: boolean };
  /** Articles up to this date were not looked into, since newer ones gave enough. */
  readonly leftBefore?: string;
}

/** What the pages found have, beside the choices made. */
export interface Tally {
  /** For every filter, what each of its values would give beside the choices made in the other filters. */
  readonly counts: Counts;
  /** The same for the words alone: decides the order of the values, which must not jump while they are ticked. */
  readonly totals: Counts;
  /** Date, as far as it is known → articles, before the range is applied. */
  readonly dates: ReadonlyMap<string, number>;
  /** Filters that were not counted, since nobody asked for them. */
  readonly uncounted?: readonly string[];
}
