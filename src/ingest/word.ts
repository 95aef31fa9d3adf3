import { fold } from "../arabic/normalize.ts";
import type { Problem } from "../messages.ts";
import { NO_CORRECTION } from "../model/correction.ts";
import type { Authority, Entity } from "../model/entity.ts";
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

/** The record that a name in an id's place means: «بيروت» for `beirut`. */
function recordCalledIn({ entities }: Authority): (words: string, field: FieldName) => string | undefined {
  return (words, field) => {
    const name = fold(words).trim();
    const isCalled = ({ type, prefLabel, altLabel }: Entity) =>
      type === (FIELDS[field] as FieldRow).entityType && [prefLabel, ...altLabel].some((label) => fold(label) === name);
    const [found, other] = [...entities.values()].filter(isCalled);
    return other === undefined ? found?.id : undefined;
  };
}

/** The editor's word on an article; without a file an empty one. */
export function readWord(
  { corrections, authority }: { readonly corrections: CorrectionFiles; readonly authority: Authority },
  id: string,
) {
  const found = corrections.get(id);
  if (found === undefined) return { correction: NO_CORRECTION, problems: [], lines: [], hash: "" };
  return {
    ...parseCorrection(found.file, found.text, isRecordOf(authority), recordCalledIn(authority)),
    hash: found.hash,
  };
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
