/** The field a change is of: its value now, and the new value, checked as ingesting will. */
import { isEdtf } from "../../../model/edtf.ts";
import type { EntityType } from "../../../model/fields.ts";
import { CORRECTION, fill } from "../../strings.ts";
import { addValue, complain, field, find, form, isList, isolated, kind, type, value, values } from "./form.ts";
import { state } from "./state.ts";

/** Shows the chosen field as it is, and the box for its new value. */
export function showField(): void {
  const now = state.article?.values.get(field.value) ?? [];
  const words = now.map(({ label }) => isolated(label)).join(CORRECTION.comma);
  find("#now").textContent = now.length === 0 ? CORRECTION.nowNone : fill(CORRECTION.now, { value: words });
  value.value = "";
  value.dir = kind() === "date" ? "ltr" : "auto";
  const hints: Readonly<Record<string, string>> = { date: CORRECTION.dateHint, title: CORRECTION.textHint };
  find("#value-hint").textContent = hints[kind()] ?? (type() ? CORRECTION.recordHint : CORRECTION.textHint);
  values.hidden = !isList();
  addValue.hidden = !isList();
  values.replaceChildren(...(isList() ? now.map(({ id, label }) => valueItem(id, label)) : []));
  if (field.value === "title") value.value = now[0]?.id ?? "";
  offerRecords(type());
}

/** The datalist of a field's records; made once a type. */
function offerRecords(of: EntityType | undefined): void {
  const id = of === undefined ? "" : `records-${of}`;
  if (of !== undefined && document.getElementById(id) === null) {
    const list = document.createElement("datalist");
    list.id = id;
    list.append(...(state.records?.of(of) ?? []).map(({ id: name, label }) => new Option(label, name)));
    form.append(list);
  }
  if (id === "") value.removeAttribute("list");
  else value.setAttribute("list", id);
}

/** One value of a list: it stays while its box is checked. */
function valueItem(id: string, label: string): HTMLLIElement {
  const item = document.createElement("li");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.value = id;
  const name = document.createElement("label");
  const words = document.createElement("bdi");
  words.textContent = label;
  name.append(box, " ", words);
  item.append(name);
  return item;
}

/** A value as the correction writes it; undefined, with the reason told, when the field cannot hold it. */
export function checkedValue(): string | undefined {
  const words = value.value.trim();
  const wrong = (reason: string) => {
    complain(reason);
    value.focus();
    return undefined;
  };
  if (words === "") return wrong(CORRECTION.noValue);
  if (kind() === "date") return isEdtf(words) ? words : wrong(fill(CORRECTION.notDate, { value: isolated(words) }));
  const of = type();
  if (of === undefined) return words;
  if (state.records === undefined) return wrong(CORRECTION.noRecords);
  const found = state.records.find(words, of);
  if (found === "several") return wrong(fill(CORRECTION.ambiguous, { value: isolated(words) }));
  if (found !== "none") return found.id;
  const label = field.selectedOptions[0]?.textContent ?? "";
  return wrong(fill(CORRECTION.notRecord, { value: isolated(words), type: label }));
}

/** Moves the written value into the list; false when it is none. */
export function addToList(): boolean {
  const checked = checkedValue();
  if (checked === undefined) return false;
  const isThere = [...values.querySelectorAll<HTMLInputElement>("input")].find((box) => box.value === checked);
  if (isThere) isThere.checked = true;
  else values.append(valueItem(checked, type() ? (state.records?.label(checked) ?? checked) : checked));
  value.value = "";
  complain("");
  value.focus();
  return true;
}
