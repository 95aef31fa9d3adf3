/** What is put into the search index, and the files of it that the browser reads (docs/search.md). */
import type { EntityType } from "../../model/fields.ts";

/** What the search index reads of one article. */
export interface SearchDocument {
  readonly url: string;
  readonly title: string;
  /** The body as on the page. */
  readonly html: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Names of records the article is found by, whether or not its text holds them in this form. */
  readonly names: readonly string[];
  /** What results can be sorted by; absent: unknown. */
  readonly sort: Readonly<Record<string, string>>;
}

/** A document that is read when it is indexed, and not kept. */
export interface SearchSource {
  /** The key stands for all that `read` gives. */
  outline(): { readonly key: string; readonly isDated: boolean };
  read(): Promise<SearchDocument>;
}

/** A record with a page, for the search: what it is called and where it is. */
export interface NamedRecord {
  readonly label: string;
  readonly url: string;
  readonly type: EntityType | "event";
  /** Articles that name it. */
  readonly count: number;
  /** Groups of names that mean the same; in each the first is the one the others are found under. */
  readonly names: readonly (readonly string[])[];
}

/** search.gz: what the browser reads first. */
export interface SearchManifest {
  /** Names that the analyzer must know, those of one thing a line, `|` between them. */
  readonly names: string;
  /** Folder of the files of CardRecords; absent when there are none. */
  readonly cards?: string;
  /** Oldest first. */
  readonly volumes: readonly SearchVolume[];
  /** Tables of the newest volume, which nearly every search asks; of none when there is none. */
  readonly tables?: SearchTables;
}

/** So many articles in order of time, which are asked together. */
export interface SearchVolume {
  readonly folder: string;
  readonly pages: number;
  /** First and last date, EDTF; empty when no article has one. */
  readonly from: string;
  readonly to: string;
  /** In order; the pages of the volume are numbered through. */
  readonly shards: readonly SearchShard[];
  /** A letter for the length of each page. */
  readonly lengths: string;
  /** For every file of postings what its keys begin with at the least. */
  readonly openings: readonly string[];
  /** Filters that have a file of their own. */
  readonly filters: readonly string[];
}

/** Pages that were indexed together; each is a file, `page/<number>.gz`. */
export interface SearchShard {
  readonly folder: string;
  readonly pages: number;
}

/** pages.gz of a volume; its lists are in the order of the pages, joined by commas. */
export interface SearchTables {
  /** `2021-12-17`, `2021-12`, `2021` or nothing. */
  readonly dates: string;
  /** Those that have no file of their own. */
  readonly filters: Readonly<Record<string, SearchColumn>>;
}

/** A filter: its values, most frequent first, and for every page their places in base 36, joined by dots. */
export interface SearchColumn {
  readonly values: readonly string[];
  readonly pages: string;
}

/** What is shown of a page that was found. */
export interface SearchedPage {
  readonly url: string;
  /** Words of the headline, with which the content begins. */
  readonly titleWords: number;
  readonly content: string;
  readonly source?: string;
  readonly date?: string;
  readonly certainty?: string;
  /** Says that the headline is none the article came with. */
  readonly titleNote?: string;
}

/** What the search shows of a record. */
export type CardRecord = readonly [label: string, url: string, type: NamedRecord["type"], count: number];
