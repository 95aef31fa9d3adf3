/** What the indexes of records show: whole on one page, or cut by letter. */
import type { EntityType } from "../../model/fields.ts";
import type { EventCard, Page, Pager, Ref } from "./parts.ts";

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

export interface IndexEntry extends Ref {
  readonly latin?: string;
  /** No authority file knows it. */
  readonly isProvisional?: boolean;
  /** By which a reader may look for it, too. */
  readonly otherNames?: readonly string[];
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
  /** Where a name is looked for: a folder of packed files of NameLines, one for each of these letters. */
  readonly names: { readonly folder: string; readonly letters: string };
}

/** A name as it is looked for in an index that is cut; what is not known is empty. */
export type NameLine = readonly [
  label: string,
  url: string,
  count: number,
  note: string,
  latin: string,
  otherNames: string,
  isProvisional: 0 | 1,
];

/** The way to the names under a letter. `here`: this page, or one below it. */
export interface LetterRef extends Ref {
  readonly here?: "page" | "below";
}
