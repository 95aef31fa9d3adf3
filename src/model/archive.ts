import type { ListedArticle } from "./article.ts";
import type { Authority, Entity } from "./entity.ts";

/** Several articles that report one happening. */
export interface Event {
  /** Stable: `event-` and the id of the earliest article that founded it. */
  readonly id: string;
  /** Headline of the article that names it best; an editor may set another. */
  readonly title: string;
  readonly date?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly participants: readonly string[];
  /** Ids, by date then id. */
  readonly articles: readonly string[];
  /** Why each further article was joined. */
  readonly links: readonly EventLink[];
}

export interface EventLink {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly score: number;
  /** Names of the rules that spoke for it, e.g. `event:same-day`. */
  readonly why: readonly string[];
}

export interface Related {
  readonly id: string;
  /** 0 to 1: how alike the texts are. */
  readonly score: number;
  /** Ids of the records both name, most telling first. */
  readonly shared: readonly string[];
}

/** What relations across documents hold: content/archive.json. */
export interface Relations {
  readonly events: readonly Event[];
  /** Article id → related articles that do not report the same event, best first. */
  readonly related: Readonly<Record<string, readonly Related[]>>;
  /** Groups of articles with the same text, ids by date. */
  readonly duplicates: readonly (readonly string[])[];
  /** People whom the articles name and no authority file knows, by id; each is `provisional`. */
  readonly strangers: readonly Entity[];
}

export interface Archive extends Relations {
  /** By date (undated last), then id. */
  readonly articles: readonly ListedArticle[];
  readonly authority: Authority;
  readonly config: ArchiveConfig;
}

/** content/sijill.yaml; every key has a default. */
export interface ArchiveConfig {
  readonly title: string;
  readonly description: string;
  /** Absolute address the site is published at, with a final slash; absent: feeds and sitemap use relative addresses where the format allows and are left out where it does not. */
  readonly baseUrl?: string;
  /** Country code that decides month names and letter order in the interface, e.g. `SY`, `EG`, `MA`. */
  readonly region: string;
  /** Whether the records shipped with Sijill are used below the archive's own. */
  readonly sharedAuthority: boolean;
  /** Where the search page asks; absent: it searches the site's own index. */
  readonly search?: { readonly endpoint: string };
}
