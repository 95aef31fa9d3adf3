import type { Span } from "../../src/model/span.ts";

/**
 * Metrics of one part by name. A name is `column` or `row.column` (`PER.recall`); a column that is `n` or
 * starts with `n_` is a count, every other one a share from 0 to 1. `n` is always there: cases scored.
 */
export type Scores = Readonly<Record<string, number>> & { readonly n: number };

/** A table for a reader that is no metric: what was taken for what. */
export interface Crossing {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export type PartResult =
  | {
      readonly status: "scored";
      readonly scores: Scores;
      readonly crossing?: Crossing;
      /** Single cases worth a look, for a reader. */
      readonly notes?: readonly string[];
    }
  /** The folder holds no data for the part. */
  | { readonly status: "absent" }
  /** Nothing in the program does this yet. */
  | { readonly status: "no stage" };

export const ABSENT: PartResult = { status: "absent" };
export const NO_STAGE: PartResult = { status: "no stage" };

/** One part: the data of `folder` (which holds the part's own folder) put through the stages. */
export type ScorePart = (folder: string, stages: Stages) => Promise<PartResult>;

export type NameClass = "PER" | "LOC" | "ORG";

/** Names in the sentences of one document, sentence by sentence; `at` in the sentence. */
export type FindNames = (
  sentences: readonly string[],
) => readonly (readonly { readonly type: NameClass; readonly at: Span }[])[];

export interface TaggedWord {
  readonly word: string;
  /** `O`, `B-PER`, `I-ORG` … */
  readonly tag: string;
}

export interface NewsText {
  readonly title?: string;
  readonly text: string;
}

/** A news text as the archive understood it, reduced to what is scored. */
export interface UnderstoodText {
  /** Characters of headings and paragraphs. */
  readonly bodyLength: number;
  /** EDTF. */
  readonly date?: string;
}

export interface Topic {
  /** IPTC Media Topic code, any depth. */
  readonly iptc?: string;
  readonly broader: readonly string[];
}

export interface SearchablePage {
  /** Ends in `/`. */
  readonly url: string;
  readonly title: string;
  /** Paragraphs of plain text. */
  readonly text: string;
}

export interface SearchHit {
  readonly url: string;
  /** HTML with `<mark>`. */
  readonly excerpt: string;
}

/** The site's own search over some pages, in a real browser. */
export interface OpenSearch {
  /** Best `limit` hits in order; typed as a reader would type it. */
  query(typed: string, limit: number): Promise<readonly SearchHit[]>;
  /** What is offered, or searched instead, for words that are nearly those of the pages. */
  suggestion?(typed: string): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface ReadPage {
  readonly title?: string;
  /** EDTF. */
  readonly date?: string;
  readonly authors: readonly string[];
  readonly body: string;
}

/** What the program can do, seen from the parts. A member that is missing is a stage that does not exist yet. */
export interface Stages {
  readonly findNames?: FindNames;
  /** As `findNames`, but learned from these sentences only; without the lists and records unless `lists`. */
  readonly learnNames?: (sentences: readonly (readonly TaggedWord[])[], lists: boolean) => Promise<FindNames>;
  /** Date expressions of a text as EDTF, `at` in that text; `reference` is the day it was written, `YYYY-MM-DD`. */
  readonly parseDates?: (text: string, reference?: string) => readonly { readonly edtf: string; readonly at: Span }[];
  /** Place and reporter or agency of the line that opens a report, as written. */
  readonly readDateline?: (text: string) => { readonly place?: string; readonly by: readonly string[] };
  /** Ids of topics, most telling first, and the records they belong to. */
  readonly topics?: {
    readonly of: (news: NewsText) => readonly string[];
    readonly records: ReadonlyMap<string, Topic>;
  };
  /** How surely the two reports of each pair tell of one event, 0 to 1; all pairs together are the archive. */
  readonly compareEvents?: (pairs: readonly (readonly [NewsText, NewsText])[]) => readonly number[];
  /** Every stage over one text. */
  readonly understand?: (news: NewsText) => UnderstoodText;
  readonly openSearch?: (pages: readonly SearchablePage[]) => Promise<OpenSearch>;
  /** A saved page as its bytes; `undefined` when it is refused. */
  readonly readHtml?: (bytes: Uint8Array, address?: string) => ReadPage | undefined;
}
