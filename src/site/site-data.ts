/**
 * What templates see: one view a page type, everything already worded, sorted and linked.
 * Templates hold no logic beyond layout; views hold no markup except `html` made by unified.
 */
import type { EntityType, FieldKind } from "../model/fields.ts";

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

/** One value of one field with where it came from. */
export interface EvidenceView {
  /** Arabic label of the field. */
  readonly field: string;
  /** Its name in the field table, or `title`. */
  readonly name: string;
  readonly value: string;
  /** The value as a correction writes it: an EDTF date, the id of a record. */
  readonly id: string;
  readonly url?: string;
  /** Where a correction of the field is prepared. */
  readonly correctUrl: string;
  /** Stable rule name (Latin) and its meaning in Arabic. */
  readonly rule: string;
  readonly ruleLabel: string;
  /** «عالية», «متوسطة», «منخفضة», with the number. */
  readonly confidence: number;
  readonly confidenceLabel: string;
  /** The raw text around the words: before, marked words, after; plain text, at most some 80 characters a side. */
  readonly excerpt?: { readonly before: string; readonly words: string; readonly after: string };
  /** Fragment of the mark in the raw text shown on the same page, e.g. `#raw-412`. */
  readonly anchor?: string;
  /** Articles the value follows from. */
  readonly documents: readonly Ref[];
  readonly note?: string;
  /** What else the source offers for the value; absent when nothing contradicts it. */
  readonly alternatives?: readonly AlternativeView[];
  /** Why the value was preferred to its alternatives, in Arabic. */
  readonly chosenBy?: string;
}

/** A candidate that lost, worded, with the words it stands on. */
export interface AlternativeView {
  readonly value: string;
  /** The words it was read from; `before` and `after` are empty where they stand beside the text. */
  readonly excerpt: NonNullable<EvidenceView["excerpt"]>;
  readonly rule: string;
  readonly ruleLabel: string;
}

/** The raw text, cut so that the words of the evidence can be marked. Concatenated it equals the raw file. */
export interface RawPiece {
  readonly text: string;
  /** Set on marked pieces. */
  readonly id?: string;
  /** Arabic labels of the fields read from these words. */
  readonly fields?: readonly string[];
  /** Reason (Arabic) when the piece was removed from the article. */
  readonly removed?: string;
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
  /** Where the search page asks instead of the site's own index. */
  readonly searchEndpoint?: string;
  /** Absent when no article has a full date: an Atom feed must date its entries. */
  readonly feedUrl?: string;
  readonly navigation: readonly (Ref & { readonly key: string })[];
  /** Version of css, fonts and scripts, for their addresses. */
  readonly assetVersion: string;
  readonly generator: string;
}

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
}

export interface ArticlePage extends Page {
  readonly kind: "article";
  readonly id: string;
  readonly headline: string;
  /** The line above the headline. */
  readonly kicker?: string;
  readonly titleNote?: string;
  /** Principal date first. */
  readonly dates: readonly DateView[];
  /** «غير معروف» fields a reader would look for: labels of what the text does not say. */
  readonly unknown: readonly string[];
  readonly source?: Ref;
  readonly provider?: Ref;
  readonly citedAgencies: readonly Ref[];
  readonly authors: readonly string[];
  readonly datelinePlace?: Ref;
  readonly eventPlace?: Ref;
  readonly people: readonly Ref[];
  readonly organizations: readonly Ref[];
  readonly places: readonly Ref[];
  readonly topics: readonly Ref[];
  /** Body as sanitised HTML with the first mention of each entity linked. */
  readonly bodyHtml: string;
  /** What the names linked in the body stand for. */
  readonly mentions: readonly MentionCard[];
  readonly outline: readonly { readonly id: string; readonly text: string }[];
  readonly links: readonly { readonly url: string; readonly label: string; readonly isVideo: boolean }[];
  readonly event?: Ref;
  readonly sameEvent: readonly ArticleCard[];
  /** Articles with the same text. */
  readonly duplicates: readonly ArticleCard[];
  readonly related: readonly (ArticleCard & { readonly shared: readonly Ref[] })[];
  readonly earlier?: Ref;
  readonly later?: Ref;
  readonly evidence: readonly EvidenceView[];
  readonly raw: readonly RawPiece[];
  /** Raw files of the articles that an editor merged into this one. */
  readonly merged: readonly { readonly rawPath: string; readonly rawSha256: string }[];
  readonly rawPath: string;
  readonly rawSha256: string;
  readonly removed: readonly { readonly text: string; readonly reason: string }[];
  /** Where a correction of the article is prepared. */
  readonly correctUrl: string;
}

/** A record in a few words. */
export interface MentionCard {
  readonly url: string;
  /** «شخص», «عاصمة», «سجل مؤقت». */
  readonly label: string;
  readonly name: string;
  readonly latin?: string;
  /** A sentence, an office or a country. */
  readonly about?: string;
}

export interface EventCard {
  readonly url: string;
  readonly title: string;
  readonly date?: DateView;
  readonly participants: readonly Ref[];
  readonly outlets: readonly string[];
  readonly count: number;
}

/** Index of one type of entity, grouped under letters (or, for places, under countries). */
export interface IndexPage extends Page {
  readonly kind: "index";
  readonly of: EntityType | "event";
  readonly heading: string;
  readonly total: string;
  /** Long enough that a box for narrowing it helps. */
  readonly isFilterable: boolean;
  /** Some of the names have no record in an authority file: a mark beside them is explained. */
  readonly hasProvisional: boolean;
  /** Places on the page to go to: letters, or few headings. */
  readonly jumps: readonly { readonly heading: string; readonly id: string }[];
  /** `url`: the page of the heading itself (the country), where there is one. */
  readonly groups: readonly {
    readonly heading: string;
    readonly id: string;
    readonly url?: string;
    readonly refs: readonly IndexEntry[];
  }[];
  /** Events only, instead of groups. */
  readonly events?: readonly EventCard[];
  readonly pager?: Pager;
  /** Of an index that is cut by letter: its letters, and where one is cut again the second letters. */
  readonly strips?: readonly (readonly LetterRef[])[];
  /** Pages between the index and this one. */
  readonly above?: readonly Ref[];
  /** Where the names under a letter fill several pages: from which name to which each goes. */
  readonly parts?: readonly {
    readonly url: string;
    readonly first: string;
    readonly last: string;
    readonly isHere: boolean;
  }[];
}

/** The way to the names under a letter. `here`: this page, or one below it. */
export interface LetterRef extends Ref {
  readonly here?: "page" | "below";
}

/** An index too long for one page, or the names under one of its letters: the letters, and the names most named. */
export interface LettersPage extends Page {
  readonly kind: "letters";
  readonly of: EntityType;
  readonly heading: string;
  readonly total: string;
  readonly hasProvisional: boolean;
  /** The names with most articles; of places the countries as well. */
  readonly registers: readonly {
    readonly heading: string;
    readonly id: string;
    readonly refs: readonly IndexEntry[];
  }[];
  readonly letters: readonly {
    readonly label: string;
    readonly id: string;
    readonly url: string;
    /** «8,123 شخصًا». */
    readonly total: string;
    /** Some of them: those most named. */
    readonly names: readonly Ref[];
  }[];
  readonly strips: readonly (readonly LetterRef[])[];
  readonly above: readonly Ref[];
  /** The names under one letter, by the second. */
  readonly isSecond: boolean;
}

export interface IndexEntry extends Ref {
  readonly latin?: string;
  /** No authority file knows it. */
  readonly isProvisional?: boolean;
  /** By which a reader may look for it, too. */
  readonly otherNames?: readonly string[];
}

export interface EntityPage extends Page {
  readonly kind: "entity";
  readonly type: EntityType;
  readonly typeLabel: string;
  readonly name: string;
  readonly latin?: string;
  /** No authority file knows it: the articles alone do. */
  readonly isProvisional?: boolean;
  /** What it lies in or belongs to, the widest first, as far as there are pages. */
  readonly containers: readonly Ref[];
  readonly otherNames: readonly string[];
  /** What the authority file says of it; `description` is for search engines. */
  readonly about?: string;
  readonly roles: readonly { readonly label: string; readonly period?: string }[];
  readonly country?: Ref;
  readonly broader: readonly Ref[];
  readonly narrower: readonly Ref[];
  readonly sameAs: readonly string[];
  readonly map?: MapView;
  /** The earliest and the latest dated article that names it; the same article once. */
  readonly mentions: readonly { readonly label: string; readonly date: DateView; readonly article: Ref }[];
  /** Titles as the articles write them before the name, in order of time. */
  readonly rolesInTime: readonly { readonly label: string; readonly period?: string; readonly articles: string }[];
  /** Names as written: the outlets («مصدر غير معروف» last), and of each the years, those alike joined. */
  readonly writtenAs: readonly {
    readonly outlet: Ref | undefined;
    /** «2019», «2019–2021», «غير مؤرَّخ». */
    readonly years: string;
    readonly forms: readonly { readonly form: string; readonly count: number }[];
    readonly roles: readonly string[];
  }[];
  /** In order of time, newest first, grouped by year («غير مؤرخ» last). */
  readonly years: readonly {
    readonly heading: string;
    readonly id: string;
    readonly articles: readonly ArticleCard[];
  }[];
  readonly total: string;
  readonly pager?: Pager;
  readonly events: readonly EventCard[];
  readonly with: readonly { readonly heading: string; readonly refs: readonly Ref[] }[];
  /** The search page narrowed to this record. */
  readonly searchUrl?: string;
}

/** Where a place lies, as a small map: paths of SVG in a box of width × height. */
export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly home: string;
  readonly dot?: { readonly x: number; readonly y: number };
  /** «خريطة: قويلين في الصين»: what the picture shows, for those who do not see it. */
  readonly title: string;
  /** «25.28° شمالًا، 110.29° شرقًا». */
  readonly position?: string;
}

/** An event's dossier: the outlets side by side. */
export interface EventPage extends Page {
  readonly kind: "event";
  readonly heading: string;
  readonly date?: DateView;
  readonly place?: Ref;
  readonly participants: readonly Ref[];
  readonly reports: readonly (ArticleCard & {
    readonly dates: readonly DateView[];
    readonly people: readonly Ref[];
    readonly places: readonly Ref[];
    /** «320 كلمة». */
    readonly length: string;
  })[];
  /** Who names whom: rows are records, columns the reports in order; the cell holds the written forms. */
  readonly naming: readonly { readonly ref: Ref; readonly cells: readonly (readonly string[])[] }[];
  readonly onlyIn: readonly { readonly report: Ref; readonly refs: readonly Ref[] }[];
  /** Why the reports were joined, in Arabic. */
  readonly reasons: readonly string[];
}

/** A year, month or day, or the list of years. */
export interface TimePage extends Page {
  readonly kind: "time";
  readonly scale: "all" | "year" | "month" | "day" | "undated";
  readonly heading: string;
  readonly total: string;
  readonly up?: Ref;
  readonly earlier?: Ref;
  readonly later?: Ref;
  /** Smaller units with counts. */
  readonly units: readonly Ref[];
  readonly articles: readonly ArticleCard[];
  readonly pager?: Pager;
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

/** The doubtful fields of the archive, those worth most first, and the form for preparing a correction. */
export interface ReviewPage extends Page {
  readonly kind: "review";
  readonly heading: string;
  readonly total: string;
  /** «تُعرض هنا أول 200»; absent when all are shown. */
  readonly rest?: string;
  readonly csvUrl: string;
  /** Records a correction may name: JSON, `[{ id, type, label }]`. */
  readonly recordsUrl: string;
  /** Address of an article's page with `{id}` in the place of its id. */
  readonly articleUrl: string;
  readonly doubts: readonly DoubtView[];
  readonly fields: readonly CorrectableField[];
}

/** A field that a correction may name. */
export interface CorrectableField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind | "title";
  readonly type?: EntityType;
}

export interface DoubtView {
  readonly article: Ref;
  /** Arabic label of the field. */
  readonly field: string;
  /** As readers see it; absent when there is none. */
  readonly value?: Ref | string;
  /** «مفقود», «مستنتَج» … */
  readonly reason: string;
  readonly words?: string;
  /** «الأهمية 5 × الشك 0.4 × الصفحات 12 = 24». */
  readonly worth: string;
  /** The form, with the article and the field chosen. */
  readonly correctUrl: string;
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

/** A filter: its values, most frequent first, and for every page their places in base 36, joined by dots. */
export interface SearchColumn {
  readonly values: readonly string[];
  readonly pages: string;
}

/** pages.gz of a volume; its lists are in the order of the pages, joined by commas. */
export interface SearchTables {
  /** `2021-12-17`, `2021-12`, `2021` or nothing. */
  readonly dates: string;
  /** Those that have no file of their own. */
  readonly filters: Readonly<Record<string, SearchColumn>>;
}

/** A file that is not HTML, made when it is asked for. */
export interface SiteText {
  readonly url: string;
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
