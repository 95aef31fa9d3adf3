/** The whole site as it is written: its pages, what is searched, and its other files. */
import type { ArticlePage } from "./views/article.ts";
import type { IndexPage, LettersPage } from "./views/indexes.ts";
import type { HomePage, MovedPage, NotFoundPage, SearchPage, TextPage } from "./views/pages.ts";
import type { SiteFrame } from "./views/parts.ts";
import type { EntityPage, EventPage, TimePage } from "./views/records.ts";
import type { ReviewPage } from "./views/review.ts";
import type { NamedRecord, SearchSource } from "./views/search.ts";

export type AnyPage =
  | HomePage
  | ArticlePage
  | IndexPage
  | LettersPage
  | EntityPage
  | EventPage
  | TimePage
  | SearchPage
  | TextPage
  | ReviewPage
  | MovedPage
  | NotFoundPage;

export type PageKind = AnyPage["kind"];

/** One page of the site. Views are made when asked for and not kept: one at a time is in memory. */
export interface PageSource {
  readonly url: string;
  readonly kind: PageKind;
  /**
   * Key of all that the view is made from: the same, and the view is the same. Absent where that is as much work as
   * the view.
   */
  from?(): string;
  /** Stands for the body and the raw text when two views of the page are compared: what they were made from. */
  readonly textKey?: string;
  view(): Promise<AnyPage>;
}

/** A file that is not HTML, made when it is asked for. */
export interface SiteText {
  readonly url: string;
  /** Written as the files of the search index are, small whatever the server compresses. */
  readonly isPacked?: boolean;
  content(): string;
}

/** The whole site: pages, what is searched, and files that are not HTML (feed, sitemap, robots). */
export interface SiteData {
  readonly frame: SiteFrame;
  readonly pages: readonly PageSource[];
  readonly documents: readonly SearchSource[];
  /** Records the documents name, for the search. */
  readonly records: readonly NamedRecord[];
  readonly files: readonly SiteText[];
  /** Key of all that pages, documents and files are made from. */
  inputs(): string;
}
