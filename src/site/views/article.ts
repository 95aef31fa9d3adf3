/** What the page of an article shows. */
import type { ArticleCard, DateView, Page, Ref } from "./parts.ts";

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
  /** The page it stood on before it came here. */
  readonly original?: WebLink;
  readonly citation: CitationView;
}

/** A link to another site. */
export interface WebLink {
  readonly url: string;
  readonly label: string;
}

/** How to cite the article. */
export interface CitationView {
  /** Author, title, outlet and date as a sentence. */
  readonly words: string;
  readonly originalUrl?: string;
  /** «محفوظ في سِجِلّ» */
  readonly kept: string;
  /** Absolute address of the page; the article's id where none is known. */
  readonly address: string;
  /** For reference managers. */
  readonly files: readonly { readonly label: string; readonly name: string; readonly href: string }[];
  /** Names and contents of the page's `<meta>`. */
  readonly meta: readonly (readonly [name: string, content: string])[];
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
  /** The raw text around the words: before, marked words, after; at most some 80 characters a side, none where the words stand beside the text. */
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
