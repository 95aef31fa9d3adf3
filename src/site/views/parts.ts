/**
 * What all pages have and what stands in several. Of every page templates see one view, everything already worded,
 * sorted and linked: templates hold no logic beyond layout; views hold no markup except `html` made by unified.
 */

/** A link to a page of this site. `label` is plain text of unknown direction: templates wrap it in <bdi>. */
export interface Ref {
  readonly url: string;
  readonly label: string;
  /** Number of articles behind it, where a list shows counts. */
  readonly count?: number;
  /** Short plain text that stands beside it: a role as written, a kind of place, a reason. */
  readonly note?: string;
}

/** One page of a long list. Lists are cut from the oldest on, so an older page never changes when articles are added. */
export interface Pager {
  /** «الصفحة 2 من 5». */
  readonly label: string;
  readonly newer?: Ref;
  readonly older?: Ref;
}

/** A date as people read it. `text` is Arabic («الجمعة 4 آذار/مارس 2019», «نحو عام 2024»). */
export interface DateView {
  readonly text: string;
  /** EDTF, for <time datetime> only when it is also a valid HTML date. */
  readonly edtf: string;
  readonly datetime?: string;
  /** «تاريخ النشر», «تاريخ الحدث» … */
  readonly kind: string;
  /** «مؤكَّد», «تقريبي», «مستنتَج من تقارير أخرى» … absent when there is nothing to say. */
  readonly certainty?: string;
  /** The day's, month's or year's page. */
  readonly url?: string;
}

/** An article in a list. */
export interface ArticleCard {
  readonly url: string;
  readonly title: string;
  /** «عنوان مستخلص من المتن», «عنوان مبتور» … */
  readonly titleNote?: string;
  readonly date?: DateView;
  readonly source?: Ref;
  /** First words of the body, plain text, cut at a word. */
  readonly lead: string;
  readonly event?: Ref;
  /** Why it is in this list, where that is not plain: «نقلًا عنها» on an agency's page. */
  readonly note?: string;
}

export interface EventCard {
  readonly url: string;
  readonly title: string;
  readonly date?: DateView;
  readonly participants: readonly Ref[];
  readonly outlets: readonly string[];
  readonly count: number;
}

export interface Page {
  /** Ends in `/` or a file name; starts with `/`. */
  readonly url: string;
  /** <title> without the site's name. */
  readonly title: string;
  /** Its name in the breadcrumbs, where those above it say the rest. */
  readonly crumb?: string;
  readonly description?: string;
  /** JSON-LD, serialised so that it can stand as it is inside <script type="application/ld+json"> (no `<` in it). */
  readonly jsonLd?: string;
  /** Current section of the navigation: a key of the navigation, see SiteFrame. */
  readonly section?: string;
}

/** The same on every page. */
export interface SiteFrame {
  readonly title: string;
  readonly description: string;
  /** Scheme and host the site is published at, without a final slash; the canonical address is `origin + page.url`. */
  readonly origin?: string;
  /** Path the site is published below, `/` or `/path/`: every address starts with it, those of css, scripts and `search-index/` too. */
  readonly root: string;
  readonly homeUrl: string;
  readonly searchUrl: string;
  readonly reviewUrl: string;
  /** The table of all articles. */
  readonly tableUrl: string;
  /** Where the search page asks instead of the site's own index. */
  readonly searchEndpoint?: string;
  /** Absent when no article has a full date: an Atom feed must date its entries. */
  readonly feedUrl?: string;
  readonly navigation: readonly (Ref & { readonly key: string })[];
  /** Version of css, fonts and scripts, for their addresses. */
  readonly assetVersion: string;
  readonly generator: string;
}
