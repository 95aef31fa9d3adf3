import { FIELDS } from "../model/fields.ts";
import { VIEW } from "./strings.ts";

const LABELS: ReadonlyMap<string, string> = new Map([
  ["title", VIEW.fields.title],
  ["date", VIEW.fields.date],
  ...Object.entries(FIELDS).map(([field, { label }]) => [field, label] as const),
]);

/** Arabic label of the field an evidence key is about: `title`, `date`, `dates.event`, `people.<id>`. */
export function fieldLabel(key: string): string {
  const dot = key.indexOf(".");
  const head = dot < 0 ? key : key.slice(0, dot);
  const field = head === "dates" ? key.slice(dot + 1) : head;
  return LABELS.get(field) ?? field;
}
