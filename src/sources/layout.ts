/**
 * One provider's layout, declared. A dateline expression is tried at the start of the text, in the raw
 * letters, digits made Latin; its groups `place`, `date` and `agency` are what it may name. Most specific first in the list.
 */
export interface SourceLayout {
  /** Stable name, part of the rule `dateline:<id>`. */
  readonly id: string;
  /** With flags `du`: groups need their indices. */
  readonly dateline: RegExp;
  /** What every dateline of the layout holds: where the beginning of a text does not, the expression is not tried. */
  readonly holds?: RegExp;
  /** What `agency` holds: an outlet's name or code, or a reporter. */
  readonly signs: "agency" | "person" | "either";
  /** True when the dateline may also stand on a line by itself. */
  readonly ownLine?: boolean;
  /** Never the first line of a text: there «لبنان: جلسة جديدة» is a headline. */
  readonly afterHeadline?: boolean;
  /** When true the match counts only if `place` or `agency` is known to the authority files. */
  readonly needsKnown?: boolean;
  /** When true the match counts only if `place` is known to the authority files. */
  readonly needsPlace?: boolean;
  /** When true `place` may be any words: one that no record knows counts only where the text behind speaks of it as a place. */
  readonly unsurePlace?: boolean;
  /** When true the match counts only if `agency` is known to the authority files. */
  readonly needsOutlet?: boolean;
  /**
   * A line above the headline in plain texts of this source, as its first line: what it looks like, in the raw letters.
   * The next line is then the headline, and the dateline of this layout opens the text below it.
   */
  readonly kicker?: RegExp;
}
