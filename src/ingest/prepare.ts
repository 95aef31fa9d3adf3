import { linesOf } from "../clean.ts";
import { CONTRADICTING } from "../extract/contradictions.ts";
import { furnitureIn, type LearnedFurniture, type RecurringLines } from "../furniture.ts";
import { nearest, type Problem } from "../messages.ts";
import type { ExtractedFields, Named, RawArticle, Relatable } from "../model/article.ts";
import { type Corrected, type Correction, NO_CORRECTION, type Placed } from "../model/correction.ts";
import type { Authority } from "../model/entity.ts";
import { DATE_FIELDS, type FieldName } from "../model/fields.ts";
import type { Extracted } from "../model/span.ts";
import type { ParseContext } from "../parse/context.ts";
import { type Parsed, parseText } from "../parse.ts";
import { applyCorrection } from "../resolve/apply-correction.ts";
import { toArticle } from "../write/article.ts";
import { formatFacts } from "../write/article-text.ts";

/** The editor's word on an article, as its file was read. */
export interface Word {
  readonly id: string;
  readonly correction: Correction;
  /** Lines to restore or remove, with their places in the file. */
  readonly lines: readonly Placed<string>[];
}

/** What follows from one article alone: all but its id and its relations. */
export interface Prepared {
  readonly known: Omit<Relatable, "id">;
  /** Its own dates before any correction, for an id. */
  readonly dates: Pick<Relatable["fields"], "published" | "filed" | "event">;
  /** Of the text, without those that the editor has answered. */
  readonly problems: readonly Problem[];
  /** Of the editor's lines. */
  readonly missing: readonly Problem[];
  readonly recurring: RecurringLines;
  readonly furniture: readonly string[];
  /** The article file from behind its id on, in UTF-8. */
  readonly facts: Uint8Array;
}

const encoder = new TextEncoder();

/** `base`: what the text says by itself, where that is known. */
export function prepare(
  raw: RawArticle,
  context: ParseContext,
  { word, learned, base = parseText(raw, context) }: { word?: Word; learned: LearnedFurniture; base?: Parsed },
): Prepared {
  const correction = word?.correction ?? NO_CORRECTION;
  const furniture = furnitureIn(base.recurring, learned);
  const hasEdits = correction.restore.length + correction.remove.length + furniture.length > 0;
  const edits = { ...correction, recurring: new Set(furniture) };
  const { article, problems } = hasEdits ? parseText(raw, context, edits) : base;
  const parsed = applyCorrection({ ...article, id: "" }, correction);
  const { title, titleStatus, fields } = parsed;
  // A date that the editor cleared is not inferred from other reports either.
  const { weekday, ...others } = parsed.signals;
  const signals = correction.clear.includes("event") || weekday === undefined ? others : { ...others, weekday };
  const { published, filed, event } = base.article.fields;
  const isOpen = (found: Problem) => !isSettled(found, correction, context.lexicon.authority);
  return {
    known: { title: { value: title.value }, titleStatus, fields: valuesOf(fields), signals },
    dates: valuesOf({ ...(published && { published }), ...(filed && { filed }), ...(event && { event }) }),
    problems: problems.filter(isOpen),
    missing: word === undefined ? [] : missingLines(raw, word.lines, word.id),
    recurring: base.recurring,
    furniture,
    facts: encoder.encode(formatFacts(toArticle(parsed))),
  };
}

/** Fields that hold names, by the type of their records. */
const NAME_FIELDS = { person: "people", organization: "organizations", place: "places" } as const;

function knownOf({ value, words }: Extracted<string>, hasWords = false): Named {
  return { value, ...(hasWords && words !== undefined && { words }) };
}

/** What other articles are compared with: values alone, which are half of what is kept of an article; of a provider its words. */
function valuesOf(fields: ExtractedFields): Relatable["fields"] {
  const values: Record<string, unknown> = {};
  for (const [name, found] of Object.entries(fields) as [string, Extracted<string> | readonly Extracted<string>[]][])
    values[name] = "value" in found ? knownOf(found, name === "provider") : found.map((one) => knownOf(one));
  return values;
}

/**
 * True for what an editor has answered: a headline set or confirmed is no longer cut off, a date or a place of the
 * dateline set or cleared no longer open. A name is settled by the record that was set for it in any field, or by a
 * whole list that was set, cleared or confirmed where every record it may stand for would be.
 */
function isSettled(
  { rule, expected = [] }: Problem,
  { set, clear, confirm }: Correction,
  authority: Authority,
): boolean {
  const isSaid = (field: Corrected) =>
    set[field] !== undefined || clear.includes(field as FieldName) || confirm.includes(field);
  if (rule.startsWith("headline:")) return isSaid("title");
  const contradicting = DATE_FIELDS.find((field) => CONTRADICTING[field] === rule);
  if (contradicting !== undefined) return isSaid(contradicting);
  if (rule === "segment:several-items") return isSaid("published");
  if (rule === "source:ambiguous-outlet") return isSaid("source");
  if (rule === "place:unknown-dateline") return isSaid("datelinePlace");
  if (rule !== "resolve:ambiguous-name") return false;
  const named = new Set(Object.values(set).flat());
  if (expected.some((id) => named.has(id))) return true;
  const types = expected.map((id) => authority.entities.get(id)?.type ?? "person");
  return (
    types.length > 0 &&
    types.every((type) => type in NAME_FIELDS && isSaid(NAME_FIELDS[type as keyof typeof NAME_FIELDS]))
  );
}

/** Lines to restore or remove that the raw text does not hold: without a word they would stay as they are. */
function missingLines({ path, text }: RawArticle, wanted: readonly Placed<string>[], id: string): Problem[] {
  if (wanted.length === 0) return [];
  const lines = linesOf(text);
  return wanted
    .filter(({ value }) => value === "" || !lines.has(value))
    .map(({ value, line, column }) => {
      const near = value === "" ? undefined : nearest(value, lines);
      return {
        file: `corrections/${id}.yaml`,
        severity: "fatal",
        line,
        column,
        rule: "correction:no-such-line",
        reason: `raw/${path} holds no line «${value}»`,
        actual: value,
        expected: ["a whole line of the raw text, without its bullet and the blanks around it"],
        note: near ? `Did you mean «${near}»?` : "Nothing was restored or removed for it.",
      };
    });
}
