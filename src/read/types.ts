import type { Problem } from "../messages.ts";
import type { Declaration, Metadata, MetadataField } from "../model/metadata.ts";
import type { Span } from "../model/span.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "iso-8859-6";

/** What a raw file holds. `application/wxr+xml` is a WordPress export; it has no registered name. */
export type MediaType =
  | "text/plain"
  | "text/markdown"
  | "text/html"
  | "multipart/related"
  | "application/rss+xml"
  | "application/atom+xml"
  | "application/wxr+xml"
  | "application/json"
  | "application/jsonl"
  | "application/warc";

/**
 * One article as a reader hands it on.
 *
 * `text` is the text of record: every span of every later stage refers to it. For plain text it is the file as
 * decoded. For everything else it is what a reader of the page sees as the article, laid out in lines: headline,
 * empty line, then paragraphs, headings, captions and list items, an empty line between them. Decoding means in
 * all cases: no byte order mark, line ends as `\n`, no invisible characters, presentation forms as letters,
 * text that was encoded twice decoded twice. The same bytes always give the same text of record.
 */
export interface ReadArticle {
  /** Path below content/raw; of one article among several in a file `#` and the article's own id follow. */
  readonly path: string;
  /** The file alone. */
  readonly file: string;
  /** Stable id inside the file; absent when the file is the article. */
  readonly item?: string;
  readonly text: string;
  /** Hex SHA-256 of the article's own bytes: the file, or the line, feed entry or crawled page as it stands in it. */
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly encoding: Encoding;
  /** Lines of the text whose kind the source declares, in order; empty for plain text. */
  readonly layout: readonly LayoutPart[];
  readonly links: readonly ReadLink[];
  readonly metadata: Metadata;
  /** How the body was found, e.g. `html:readability`. */
  readonly bodyRule: string;
  /** How sure it is that the text is the article, the whole article and nothing else, 0 to 1. */
  readonly confidence: number;
}

/** `line`: of plain text, which says nothing of itself. */
export type PartKind =
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
  readonly kind: PartKind;
  readonly at: Span;
  /** Number of an item that does not go on from the one before: `<ol start="3">`. */
  readonly number?: number;
}

/** A link of the body: an absolute http(s) address on the words at `at`. */
export interface ReadLink {
  readonly url: string;
  readonly label: string;
  readonly at: Span;
}

/** A raw file gives articles and problems, in its own order. */
export type Reading = { readonly article: ReadArticle } | { readonly problem: Problem };

/** A declaration with the field it is for. */
export interface Candidate extends Declaration {
  readonly field: MetadataField;
}

/** A problem before it is known which file it is in. */
export type Notice = Omit<Problem, "file">;
