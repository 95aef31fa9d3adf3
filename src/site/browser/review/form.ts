/** The parts of the review page's form, and what is chosen in them. */
import { type Corrected, isListField } from "../../../model/correction.ts";
import type { EntityType } from "../../../model/fields.ts";

export function find<T extends Element = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The review page has no ${selector}`);
  return element;
}

export const form = find<HTMLFormElement>("#correction");
export const articleInput = find<HTMLInputElement>("#article");
export const action = find<HTMLSelectElement>("#action");
export const field = find<HTMLSelectElement>("#field");
export const value = find<HTMLInputElement>("#value");
export const values = find<HTMLUListElement>("#values");
export const addValue = find<HTMLButtonElement>("#add-value");
export const line = find<HTMLSelectElement>("#line");
export const target = find<HTMLInputElement>("#target");
export const problem = find("#problem");
export const said = find("#said");
export const download = find<HTMLAnchorElement>("#download");

const { article = "", records = "" } = form.dataset;
/** Addresses of an article's page and of the records, as the page gives them. */
export const articlePattern = article;
export const recordsUrl = records;

export const kind = () => field.selectedOptions[0]?.dataset.kind ?? "title";
export const type = () => field.selectedOptions[0]?.dataset.type as EntityType | undefined;
export const isLine = () => ["restore", "remove", "split"].includes(action.value);
export const isMerge = () => action.value === "merge";
export const isList = () => isListField(field.value as Corrected);

/** Words between marks that keep their direction from what stands around them. */
export const isolated = (text: string) => `\u2068${text}\u2069`;

/** Tells what is wrong with what was typed; empty words: nothing any more. */
export function complain(words: string): void {
  problem.textContent = words;
  for (const input of [value, target])
    input.toggleAttribute("aria-invalid", words !== "" && !input.closest("[hidden]"));
}
