import type { DateField, EntitiesField, EntityField, TextsField } from "./fields.ts";
import type { Metadata } from "./metadata.ts";
import type { Evidence, Extracted, Part, Span } from "./span.ts";

/** What the read stage knows of one article: the text of record, its identity, and what the source declared. */
export interface RawArticle {
  /** Path below content/raw, with `/`; of one article among several in a file `#` and its own id follow. */
  readonly path: string;
  /** The text of record: every span of every later stage refers to it. */
  readonly text: string;
  /** Hex SHA-256 of the article's own bytes. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly encoding: string;
  /** Lines whose kind the source declares; absent or empty for plain text. */
  readonly layout?: readonly LayoutPart[];
  readonly links?: readonly Link[];
  readonly metadata?: Metadata;
}

/** `line`: of plain text beside a declared headline, which says nothing of itself. */
export type LayoutKind =
  | "headline"
  | "line"
  | "heading"
  | "paragraph"
  | "list-item"
  | "numbered-item"
  | "quote"
  | "caption"
  | "table-row";

export interface LayoutPart {
  readonly kind: LayoutKind;
  readonly at: Span;
  /** Number of an item that does not go on from the one before. */
  readonly number?: number;
}

/** A line of the raw text that is not the article's. */
export interface Removed extends Part {
  /** Stable name of the rule that removed it, e.g. `clean:share-button`. */
  readonly rule: string;
}

/** clean: the raw text with site furniture taken out; all spans still refer to the raw text. */
export interface CleanArticle extends RawArticle {
  /** Lines kept, in order; empty lines are not listed but `gapBefore` tells of them. */
  readonly lines: readonly Line[];
  readonly removed: readonly Removed[];
  /** Lines that stay whatever a later rule says: the editor restored them. */
  readonly restored?: readonly string[];
}

export interface Line extends Part {
  /** True when an empty (or removed) line, or the start of the file, stands before it. */
  readonly gapBefore: boolean;
}

export interface Dateline extends Part {
  readonly place?: Part;
  readonly date?: Part;
  /** The agency's or reporter's words as written. */
  readonly agency?: Part;
  /** Further towns («بالة (…) - مرجانة (…)»). */
  readonly otherPlaces?: readonly Part[];
  /** Reporters, where they stand beside the agency or behind a word that says so («مراسلنا»). */
  readonly reporters?: readonly Part[];
  readonly rule: string;
}

/** A line or closing brackets that say where the text comes from: «نقلا عن…», «ترجمة: …», «(رويترز)». */
export interface Credit {
  readonly kind: "source" | "nameplate" | "reprint" | "translation" | "translator";
  /** The outlet, of `translator` the person, as written. */
  readonly name: Part;
}

export interface Block extends Part {
  readonly kind: "heading" | "paragraph" | "list-item" | "numbered-item" | "caption";
  /** The break before this block is not in the raw text; a rule put it there. */
  readonly inferred?: string;
  /** Number of the first item of a list that does not count from one. */
  readonly number?: number;
}

export interface Link {
  readonly url: string;
  readonly label?: string;
  readonly at: Span;
}

/** segment: parts, each a span. `text`: the raw text; line ends of one that was cut at a width are spaces there. */
export interface SegmentedArticle extends CleanArticle {
  readonly headline?: Part & { readonly status: "found" | "truncated"; readonly rule: string };
  /** The line above the headline of a plain text, where the source's layout declares one, or the category before it. */
  readonly kicker?: Part & { readonly rule: string };
  /** `isBare`: a name alone under the headline, or `isLast` in the last line. */
  readonly byline?: Part & { readonly isBare: boolean; readonly isLast?: true };
  readonly dateline?: Dateline;
  readonly credits: readonly Credit[];
  /** Names in credits that no record of a source answers to. */
  readonly unknownOutlets?: readonly Part[];
  /** Headlines of further items that stand in the same text, each above a day of its own. */
  readonly items?: readonly Part[];
  /** The same, each above a dateline of its own and no day. */
  readonly further?: readonly Part[];
  /** The first of the lines that were cut at a width and joined again; its letters, and the line ends that were none. */
  readonly wrapped?: Part & { readonly width: number; readonly breaks: number };
  /** Lines that hold metadata, not prose (a page's date stamp). */
  readonly stamps: readonly Part[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** A name found in the text and the record it stands for. */
export interface Mention {
  readonly entity: string;
  readonly type: "person" | "organization" | "place" | "source";
  /** The name without clitics. */
  readonly words: string;
  readonly at: Span;
  readonly rule: string;
  readonly confidence: number;
  /** Title written before the name, as written («الرئيس الصيني»). */
  readonly role?: string;
}

export type ExtractedFields = {
  readonly [F in DateField | EntityField]?: Extracted<string>;
} & {
  readonly [F in EntitiesField | TextsField]?: readonly Extracted<string>[];
};

/** extract and resolve: what one document says by itself. */
export interface ParsedArticle {
  readonly id: string;
  readonly title: Extracted<string>;
  readonly titleStatus: TitleStatus;
  readonly fields: ExtractedFields;
  readonly mentions: readonly Mention[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly removed: readonly Removed[];
  readonly raw: { readonly path: string; readonly sha256: string };
  /** What relate needs and the article file does not keep. */
  readonly signals: Signals;
}

/** What relations across documents are worked out from. */
export type Relatable = Pick<ParsedArticle, "id" | "titleStatus" | "signals"> & {
  readonly title: Named;
  readonly fields: { readonly [F in DateField | EntityField]?: Named } & {
    readonly [F in EntitiesField | TextsField]?: readonly Named[];
  };
};

/** A value, and where they are asked for its words. */
export type Named = Pick<Extracted<string>, "value" | "words">;

/** `missing`: neither a headline nor a lead to derive one from. */
export type TitleStatus = "found" | "derived" | "truncated" | "missing";

/** What the text says of its event, for comparing documents. */
export interface Signals {
  /** Kind of event: meeting, call, attack, vote …; absent when no word names it. */
  readonly eventKind?: string;
  /** `virtual` or `in-person` when the text says so. */
  readonly eventMode?: string;
  /** Weekday named for the event, 0 Sunday to 6 Saturday, with its words. */
  readonly weekday?: Extracted<number>;
  /** People and countries of headline and lead, most telling first. */
  readonly participants: readonly string[];
  /** People whom no authority file knows; absent when there are none. */
  readonly strangers?: readonly Stranger[];
  /** Numbers with their unit, normalised, e.g. `100 مليار دولار`. */
  readonly figures: readonly string[];
  /** Hashes of the content words of the text, each followed by its count, most frequent first, for the tie-breaker. */
  readonly terms: readonly number[];
}

/** Somebody whom no authority file knows, as one article has it. */
export interface Stranger {
  /** `p-` and the hash of the strict key of the name. */
  readonly id: string;
  /** The full name in its written forms, without titles, most frequent first. */
  readonly names: readonly string[];
  /** Titles before the name, as written. */
  readonly roles: readonly string[];
  /** Ids of the countries that adjectives of the titles name. */
  readonly countries: readonly string[];
}

/** The names one outlet used for a record in one article. */
export interface Naming {
  /** Written form → times. */
  readonly forms: Readonly<Record<string, number>>;
  /** Titles written before the name. */
  readonly roles?: readonly string[];
}

/** An article that an editor held to be another one's: its id, which still leads there, and the text it came from. */
export interface Merged {
  readonly id: string;
  readonly raw: { readonly path: string; readonly sha256: string };
}

/** The durable record: what an article file (content/articles) holds. Absent means unknown. */
export type Article = {
  readonly id: string;
  readonly title: string;
  readonly titleStatus: TitleStatus;
  /** EDTF principal date: published, else filed, else event. */
  readonly date?: string;
  readonly dates: { readonly [F in DateField]?: string };
  readonly links?: readonly { readonly url: string; readonly label?: string }[];
  readonly event?: string;
  /** Provisional ids by the name alone → the ids of those whom other articles tell apart by that name. */
  readonly namesakes?: Readonly<Record<string, string>>;
  /** Articles that an editor merged into this one; their addresses lead here. */
  readonly merged?: readonly Merged[];
  readonly names: Readonly<Record<string, Naming>>;
  readonly raw: { readonly path: string; readonly sha256: string };
  /** `title`, `dates.event`, `source`, `people.<id>` … → evidence. Values set by an editor have rule `correction`. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly removed: readonly Removed[];
  /** Markdown. */
  readonly body: string;
} & { readonly [F in EntityField]?: string } & { readonly [F in EntitiesField | TextsField]?: readonly string[] };

/**
 * What lists, records, events and doubts need of an article: the archive in memory. The rest is read from its file when
 * its own page is made.
 */
export type ListedArticle = Omit<Article, "body" | "removed" | "links"> & {
  /** Its file below articles/, and the digest of its text; absent for an article that has none. */
  readonly file?: { readonly path: string; readonly digest: string };
  /** Ids that its evidence names besides its values: of records that lost against them, of articles they follow from. */
  readonly cites?: readonly string[];
};
