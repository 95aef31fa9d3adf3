import type { Corrected, Correction } from "../../../model/correction.ts";
import type { FieldName } from "../../../model/fields.ts";

export type Action = "set" | "clear" | "confirm" | "restore" | "remove";

/** One thing an editor says: about a field, or about a line of the raw text. */
export type Change =
  | { readonly action: "set"; readonly field: Corrected; readonly value: string | readonly string[] }
  | { readonly action: "clear" | "confirm"; readonly field: Corrected }
  | { readonly action: "restore" | "remove"; readonly line: string };

/** A field is spoken of once, and so is a line: what is said last counts. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  return [...changes.filter((other) => subject(other) !== subject(change)), change];
}

function subject(change: Change): string {
  return "line" in change ? `line ${change.line}` : `field ${change.field}`;
}

/** All of them as the correction of the raw file with this hash. */
export function correctionOf(changes: readonly Change[], sha256: string): Correction {
  const fields = (action: Action) =>
    changes.flatMap((change) => ("field" in change && change.action === action ? [change.field] : []));
  const lines = (action: Action) =>
    changes.flatMap((change) => ("line" in change && change.action === action ? [change.line] : []));
  return {
    raw: sha256,
    set: Object.fromEntries(
      changes.flatMap((change) => (change.action === "set" ? [[change.field, change.value] as const] : [])),
    ),
    clear: fields("clear").filter((field): field is FieldName => field !== "title"),
    confirm: fields("confirm"),
    restore: lines("restore"),
    remove: lines("remove"),
  };
}
