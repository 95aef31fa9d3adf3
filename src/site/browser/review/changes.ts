import type { Corrected, Correction, Placed } from "../../../model/correction.ts";
import type { FieldName } from "../../../model/fields.ts";

export type Action = "set" | "clear" | "confirm" | "restore" | "remove" | "split" | "merge";

/** One thing an editor says: about a field, a line of the raw text, or the article as a whole. */
export type Change =
  | { readonly action: "set"; readonly field: Corrected; readonly value: string | readonly string[] }
  | { readonly action: "clear" | "confirm"; readonly field: Corrected }
  | { readonly action: "restore" | "remove"; readonly line: string }
  | { readonly action: "split"; readonly cut: number | string }
  | { readonly action: "merge"; readonly into: string };

/** A field is spoken of once, and so is a line: what is said last counts. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  return [...changes.filter((other) => subject(other) !== subject(change)), change];
}

function subject(change: Change): string {
  if ("line" in change) return `line ${change.line}`;
  if ("cut" in change) return `cut ${change.cut}`;
  return "into" in change ? "merge" : `field ${change.field}`;
}

/** All of them as the correction of the raw file with this hash. */
export function correctionOf(changes: readonly Change[], sha256: string): Correction {
  const fields = (action: Action) =>
    changes.flatMap((change) => ("field" in change && change.action === action ? [change.field] : []));
  const lines = (action: Action) =>
    changes.flatMap((change) => ("line" in change && change.action === action ? [change.line] : []));
  const cuts = changes.flatMap((change) => ("cut" in change ? [placed(change.cut)] : []));
  const [into] = changes.flatMap((change) => ("into" in change ? [placed(change.into)] : []));
  return {
    raw: sha256,
    set: Object.fromEntries(
      changes.flatMap((change) => (change.action === "set" ? [[change.field, change.value] as const] : [])),
    ),
    clear: fields("clear").filter((field): field is FieldName => field !== "title"),
    confirm: fields("confirm"),
    restore: lines("restore"),
    remove: lines("remove"),
    ...(cuts.length > 0 && { split: cuts }),
    ...(into && { merge: into }),
  };
}

/** A value before it stands in a file. */
const placed = <T>(value: T): Placed<T> => ({ value, line: 0, column: 0 });
