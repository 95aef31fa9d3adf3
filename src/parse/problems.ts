import { CONTRADICTING, type Contradiction } from "../extract/contradictions.ts";
import type { SharedName } from "../extract/shared-outlets.ts";
import { type Problem, placeAt } from "../messages.ts";
import type { RawArticle, SegmentedArticle } from "../model/article.ts";
import type { Extracted, Part } from "../model/span.ts";
import type { Unresolved } from "../resolve/mentions.ts";

/** What is to be told of one article. */
export interface Doubtful {
  readonly unresolved: readonly Unresolved[];
  readonly contradictions: readonly Contradiction[];
  /** A headline that is cut off. */
  readonly truncated?: Extracted<string>;
  /** The place of a dateline that no record knows. */
  readonly unknownPlace?: Part;
  readonly unknownOutlets: readonly Part[];
  /** Names of several outlets, none of which was chosen. */
  readonly shared?: readonly SharedName[];
  /** Items beside the first one of the file. */
  readonly items?: readonly Part[];
  /** Those that have a dateline of their own and no day. */
  readonly further?: readonly Part[];
  readonly wrapped?: SegmentedArticle["wrapped"];
}

/** Problems of the raw file, each with its place and what to do about it. */
export function problemsOf(raw: RawArticle, doubtful: Doubtful): Problem[] {
  const { unresolved, contradictions, truncated, unknownPlace, unknownOutlets, shared, items, further, wrapped } =
    doubtful;
  return [
    ...firstOfEach(unresolved).map((part) => unresolvedName(raw, part)),
    ...contradictions.map((part) => contradiction(raw, part)),
    ...(truncated ? [truncatedHeadline(raw, truncated)] : []),
    ...(unknownPlace ? [unknownDateline(raw, unknownPlace)] : []),
    ...unknownOutlets.map((part) => unknownOutlet(raw, part)),
    ...(shared ?? []).slice(0, 1).map((name) => sharedOutlet(raw, name)),
    ...(items || further ? [severalItems(raw, items ?? [], further ?? [])] : []),
    ...(wrapped ? [hardWrapped(raw, wrapped)] : []),
  ];
}

/** A name that stays open is told once, where it is first read. */
function firstOfEach(unresolved: readonly Unresolved[]): Unresolved[] {
  const first = new Map<string, Unresolved>();
  for (const part of unresolved) {
    const key = part.candidates.join(" ");
    if (!first.has(key)) first.set(key, part);
  }
  return [...first.values()];
}

function unresolvedName(raw: RawArticle, part: Unresolved): Problem {
  if (part.isShort) {
    return {
      file: `raw/${raw.path}`,
      severity: "info",
      rule: "resolve:shared-short-name",
      reason: `«${part.text}» may be any of two or more whom the text names in full; none was chosen`,
      ...placeAt(raw.text, part.at[0]),
      expected: part.candidates,
      note: "Nothing needs to be done: each of them is in the article's list already.",
    };
  }
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "resolve:ambiguous-name",
    reason: `«${part.text}» names more than one record; none was chosen`,
    ...placeAt(raw.text, part.at[0]),
    actual: part.text,
    expected: part.candidates,
    note: "Name the right one in content/corrections, or move the shared label to ambiguousLabel in content/authority.",
  };
}

const CONTRADICTS = {
  weekday: "does not fall on the weekday it names",
  calendars: "is one day in two calendars that do not agree",
  "other-stamp": "is another day than the stamp before it",
  "filed-later": "is later than the day of publication that the page prints",
} as const;

function contradiction(raw: RawArticle, { text, at, kind, field, isTaken }: Contradiction): Problem {
  const outcome = isTaken
    ? "it was taken all the same"
    : kind === "other-stamp"
      ? "the first was taken"
      : "no date was taken from it";
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: CONTRADICTING[field],
    reason: `«${text}» ${CONTRADICTS[kind]}; ${outcome}`,
    ...placeAt(raw.text, at[0]),
    actual: text,
    note: `Set ${field} in content/corrections when the right day is known.`,
  };
}

function truncatedHeadline(raw: RawArticle, title: Extracted<string>): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "headline:truncated",
    reason: `The headline is cut off: «${title.value}»`,
    ...placeAt(raw.text, title.at?.[0] ?? 0),
    note: "It is kept as found. Set title in content/corrections when the whole headline is known.",
  };
}

function unknownDateline(raw: RawArticle, place: Part): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "info",
    rule: "place:unknown-dateline",
    reason: `The dateline names «${place.text}», which no record knows`,
    ...placeAt(raw.text, place.at[0]),
    actual: place.text,
    note: "Add the place to content/authority/places.yaml.",
  };
}

function unknownOutlet(raw: RawArticle, part: Part): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "info",
    rule: "source:unknown-outlet",
    reason: `The text is credited to «${part.text}», which no record knows; the line is no part of the article`,
    ...placeAt(raw.text, part.at[0]),
    actual: part.text,
    note: "Add the outlet to content/authority/sources.yaml, or restore the line in content/corrections.",
  };
}

function sharedOutlet(raw: RawArticle, { text, at, candidates }: SharedName): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "source:ambiguous-outlet",
    reason: `«${text}» is the name of outlets in several countries, and nothing tells which; none was chosen`,
    ...(at && placeAt(raw.text, at[0])),
    actual: text,
    expected: candidates,
    note: "Set source in content/corrections.",
  };
}

function severalItems(raw: RawArticle, items: readonly Part[], further: readonly Part[]): Problem {
  const [first] = [...items, ...further] as unknown as readonly [Part];
  const starts = [...items, ...further].map(({ at }) => at[0]).sort((a, b) => a - b);
  const cuts = [...new Set(starts)].map((start) => placeAt(raw.text, start).line);
  const split = `split: [${cuts.join(", ")}]`;
  const own = items.length > 0 ? "a day of its own; it dates nothing of the first item" : "a dateline of its own";
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "segment:several-items",
    reason: `Several items in one file: «${first.text}» has ${own}`,
    ...placeAt(raw.text, first.at[0]),
    actual: first.text,
    expected: [split],
    note: `Write \`${split}\` into a correction, or confirm, set or clear \`published\` where it is one text.`,
  };
}

function hardWrapped(raw: RawArticle, { at, width, breaks }: NonNullable<SegmentedArticle["wrapped"]>): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "info",
    rule: "segment:hard-wrapped",
    reason: `The lines were cut at ${width} letters; ${breaks} line ends were taken for spaces`,
    ...placeAt(raw.text, at[0]),
    note: "Nothing needs to be done. Restore a line in content/corrections where it is one of its own.",
  };
}
