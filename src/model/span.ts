/** Half-open range `[start, end)` in UTF-16 code units of the raw text as decoded (byte order mark removed). */
export type Span = readonly [start: number, end: number];

/** A piece of the raw text: `text` is what a reader sees, `at` where it stands in the raw text. */
export interface Part {
  readonly text: string;
  readonly at: Span;
}

/** Where a value was read: which rule, on which exact words, how sure (0 to 1). */
export interface Evidence {
  /** Stable name of the rule, e.g. `date:weekday-before-dateline`. */
  readonly rule: string;
  /** The exact words of the raw text; `raw.slice(...at) === words` always holds. Absent only when no words exist. */
  readonly words?: string;
  readonly at?: Span;
  readonly confidence: number;
  /** Ids of other articles the value follows from (values inferred across documents). */
  readonly documents?: readonly string[];
  /** One plain English line for a reader who asks why, when the rule's name does not say it. */
  readonly note?: string;
  /** An editor looked at it and found it right. */
  readonly confirmed?: true;
  /** What else the source offers for the value and was not chosen, likeliest first; absent when nothing else is. */
  readonly alternatives?: readonly Alternative[];
  /** Stable name of the rule that preferred the value to its alternatives, e.g. `choose:rank`. */
  readonly chosenBy?: string;
}

/** A candidate that lost, with where it stands, so that a reader can judge the choice. Its value differs from the one chosen. */
export interface Alternative {
  /** As the field writes its values: an EDTF date, a record's id, a text. */
  readonly value: string;
  readonly rule: string;
  /** The exact words; with `at`, `raw.slice(...at) === words` holds as for the value itself. */
  readonly words: string;
  readonly at?: Span;
  readonly confidence?: number;
}

/** A value with its evidence. */
export interface Extracted<T> extends Evidence {
  readonly value: T;
}

/** True when the two ranges share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** True when `inner` lies inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
