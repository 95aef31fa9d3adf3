/** What the pages show of which there is one of a kind: home, search, texts, moved and missing pages. */
import type { ArticleCard, EventCard, Page, Ref } from "./parts.ts";

export interface HomePage extends Page {
  readonly kind: "home";
  readonly intro: string;
  readonly totals: readonly string[];
  readonly latest: readonly ArticleCard[];
  readonly events: readonly EventCard[];
  readonly people: readonly Ref[];
  readonly topics: readonly Ref[];
  readonly sources: readonly Ref[];
  readonly years: readonly Ref[];
  /** Where each list goes on, where it does. */
  readonly more: Readonly<Partial<Record<"latest" | "events" | "people" | "topics" | "sources", Ref>>>;
}

export interface SearchPage extends Page {
  readonly kind: "search";
  readonly indexes: readonly Ref[];
  /** Filters of the index, by name (the address keeps `?q=…&person=…`), with their Arabic labels. */
  readonly filters: readonly { readonly name: string; readonly label: string }[];
}

/** content/pages/*.md: about, help. */
export interface TextPage extends Page {
  readonly kind: "text";
  readonly heading: string;
  readonly html: string;
}

/** The old address of an article that an editor merged into another one. */
export interface MovedPage extends Page {
  readonly kind: "moved";
  readonly to: Ref;
}

export interface NotFoundPage extends Page {
  readonly kind: "notFound";
  readonly indexes: readonly Ref[];
}
