import { isEdtf } from "./edtf.ts";
import { ENTITIES_FIELDS, FIELDS, type FieldName, type FieldRow, TEXTS_FIELDS } from "./fields.ts";

/** A field that an editor may correct: those of the field table, and the title. */
export type Corrected = FieldName | "title";

/** An editor's word on one article: content/corrections/<article id>.yaml. */
export interface Correction {
  /** SHA-256 of the raw file it was written for. */
  readonly raw?: string;
  /** Field → value; wins over what was extracted. */
  readonly set: Readonly<Partial<Record<Corrected, string | readonly string[]>>>;
  /** Fields that stay unknown whatever the text seems to say. */
  readonly clear: readonly FieldName[];
  /** Fields whose extracted value is right. */
  readonly confirm: readonly Corrected[];
  /** Lines that cleaning took out and that belong to the article. */
  readonly restore: readonly string[];
  /** Lines that do not belong to it. */
  readonly remove: readonly string[];
  /** Where further articles begin in its raw text: a line, 1-based, or the words they begin with. */
  readonly split?: readonly Placed<number | string>[];
  /** Id of the article that this one is, or is a part of. */
  readonly merge?: Placed<string>;
}

/** A value of a correction with its place in the file, for what only turns out when it is applied. */
export interface Placed<T> {
  readonly value: T;
  readonly line: number;
  readonly column: number;
}

/** The word of an editor who said nothing. */
export const NO_CORRECTION: Correction = { set: {}, clear: [], confirm: [], restore: [], remove: [] };

export const CORRECTED: readonly Corrected[] = ["title", ...(Object.keys(FIELDS) as FieldName[])];
const LISTS: readonly string[] = [...ENTITIES_FIELDS, ...TEXTS_FIELDS];

/** Whether a field holds a list of values. */
export function isListField(name: Corrected): boolean {
  return LISTS.includes(name);
}

/** Whether an id is a record of the kind a field holds. */
export type IsRecord = (id: string, field: FieldName) => boolean;

/** Whether a field can hold a value: an EDTF date, the id of a record of its kind, or any words. */
export function isValueOf(name: Corrected, value: string, isRecord: IsRecord): boolean {
  const row: FieldRow | undefined = name === "title" ? undefined : FIELDS[name];
  if (row?.kind === "date") return isEdtf(value);
  if (row?.kind === "entity" || row?.kind === "entities") return isRecord(value, name as FieldName);
  return value.trim() !== "";
}

/**
 * A correction as the text of its file, comments before it. Words stand between double quotes as in JSON, which every
 * reader of YAML 1.2 knows; what is empty is left out.
 */
export function formatCorrection(correction: Correction, comments: readonly string[] = []): string {
  const { raw, set, clear, confirm, restore, remove, split = [], merge } = correction;
  const fields = Object.entries(set).flatMap(([name, value]) =>
    typeof value === "string" || value.length === 0
      ? [`  ${name}: ${JSON.stringify(value)}`]
      : [`  ${name}:`, ...value.map((item) => `    - ${JSON.stringify(item)}`)],
  );
  const list = (key: string, items: readonly (string | number)[]) =>
    items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${JSON.stringify(item)}`)];
  const lines = [
    ...comments.map((line) => `# ${line}`),
    ...(raw === undefined ? [] : [`raw: ${raw}`]),
    ...(fields.length === 0 ? [] : ["set:", ...fields]),
    ...list("clear", clear),
    ...list("confirm", confirm),
    ...list("restore", restore),
    ...list("remove", remove),
    ...list(
      "split",
      split.map(({ value }) => value),
    ),
    ...(merge === undefined ? [] : [`merge: ${JSON.stringify(merge.value)}`]),
  ];
  return `${lines.join("\n")}\n`;
}
