import { linesOf } from "../clean.ts";
import { nearest, type Problem } from "../messages.ts";
import type { RawArticle } from "../model/article.ts";
import { type Corrected, type Correction, NO_CORRECTION, type Placed } from "../model/correction.ts";
import type { Authority } from "../model/entity.ts";
import { FIELDS, type FieldName, type FieldRow } from "../model/fields.ts";
import { parseCorrection } from "../resolve/corrections.ts";
import { PROVISIONAL_ID } from "../resolve/provisional.ts";
import type { CorrectionFiles } from "./memory.ts";

/** Whether an id is a record of the kind the field holds: a place is no person. A provisional id is a person's. */
function isRecordOf({ entities }: Authority): (id: string, field: FieldName) => boolean {
  return (id, field) =>
    (entities.get(id)?.type ?? (PROVISIONAL_ID.test(id) ? "person" : undefined)) ===
    (FIELDS[field] as FieldRow).entityType;
}

/** Fields that hold names, by the type of their records. */
const NAME_FIELDS = { person: "people", organization: "organizations", place: "places" } as const;

/**
 * True for what an editor has answered: a headline set or confirmed is no longer cut off, a date or a place of the
 * dateline set or cleared no longer open. A name is settled by the record that was set for it in any field, or by a
 * whole list that was set, cleared or confirmed where every record it may stand for would be.
 */
export function isSettled(
  { rule, expected = [] }: Problem,
  { set, clear, confirm }: Correction,
  authority: Authority,
): boolean {
  const isSaid = (field: Corrected) =>
    set[field] !== undefined || clear.includes(field as FieldName) || confirm.includes(field);
  if (rule.startsWith("headline:")) return isSaid("title");
  if (rule === "date:weekday-contradicts-date") return isSaid("event");
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

/** The editor's word on an article; without a file an empty one. */
export function readWord(
  { corrections, authority }: { readonly corrections: CorrectionFiles; readonly authority: Authority },
  id: string,
) {
  const found = corrections.get(id);
  if (found === undefined) return { correction: NO_CORRECTION, problems: [], lines: [], hash: "" };
  return { ...parseCorrection(found.file, found.text, isRecordOf(authority)), hash: found.hash };
}

/** Lines to restore or remove that the raw text does not hold: without a word they would stay as they are. */
export function missingLines({ path, text }: RawArticle, wanted: readonly Placed<string>[], id: string): Problem[] {
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

/** `sha256`: of the raw file as it is now. */
export function staleCorrection(id: string, path: string, sha256: string): Problem {
  return {
    file: `corrections/${id}.yaml`,
    severity: "warning",
    rule: "correction:stale",
    reason: `raw/${path} changed since this correction was written`,
    note: `It was applied all the same. Look at the article again; when it is right, write raw: ${sha256}`,
  };
}
