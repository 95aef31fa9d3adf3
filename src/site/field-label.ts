import { FIELDS, type FieldName } from "../model/fields.ts";
import { VIEW } from "./strings.ts";

/** Arabic label of the field an evidence key is about: `title`, `date`, `dates.event`, `people.<id>`. */
export function fieldLabel(key: string): string {
  const [head = "", second = ""] = key.split(".");
  const field = head === "dates" ? second : head;
  if (field in FIELDS) return FIELDS[field as FieldName].label;
  return field === "title" ? VIEW.fields.title : field === "date" ? VIEW.fields.date : field;
}
