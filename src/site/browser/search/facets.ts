/** The filters: a group of checkboxes each, with how many articles every value would leave. */
import { fold } from "../../../arabic/normalize.ts";
import { BROWSER, directionOf, fill, formatNumber } from "../../strings.ts";
import type { Tally } from "./answer.ts";
import { make } from "./results.ts";

/** Values shown before «أظهر الكل», and after it; a list of more than `FIND` of them can be looked through by words. */
const FEW = 6;
const MANY = 300;
const FIND = 20;

const collator = new Intl.Collator("ar");

/** Filter name → values ticked; filters without one are absent. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>;

export interface Facets {
  readonly names: readonly string[];
  chosen(): Chosen;
  choose(chosen: Chosen): void;
  /** Large filters that the reader asked for. */
  wanted(): readonly string[];
  /** Lists the values as the answer counts them. */
  show(answer: Tally): void;
}

/**
 * Binds the fieldsets `[data-filter]` inside `box`; `onChange` runs when the reader ticks a value, `onWanted` when they
 * ask for a filter that was not counted.
 */
export function bindFacets(box: HTMLElement, onChange: () => void, onWanted: () => Promise<void>): Facets {
  const groups = [...box.querySelectorAll<HTMLFieldSetElement>("fieldset[data-filter]")].map((field) => ({
    name: field.dataset.filter ?? "",
    field,
    find: field.appendChild(makeFind(field)),
    list: field.appendChild(make("ul", {})),
    all: field.appendChild(make("button", { type: "button", class: "quiet" })),
    isWhole: false,
    isWanted: false,
  }));
  let chosen: Chosen = new Map();
  let latest: Tally | undefined;

  const show = (answer: Tally) => {
    latest = answer;
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
    for (const group of groups) {
      const ticked = chosen.get(group.name) ?? new Set<string>();
      const values = inOrder(answer.totals[group.name] ?? {}, ticked);
      group.find.hidden = !group.isWhole || values.length <= FIND;
      const isMeant = group.find.hidden ? () => true : holds(group.find.value);
      const found = values.filter((value) => isMeant(value) || ticked.has(value));
      const shown = found.filter((value, i) => i < (group.isWhole ? MANY : FEW) || ticked.has(value));
      group.list.replaceChildren(
        ...shown.map((value) => item(group.name, value, answer.counts[group.name]?.[value] ?? 0, ticked.has(value))),
      );
      group.all.hidden = shown.length === values.length || group.isWhole;
      group.all.textContent = fill(BROWSER.all, { n: formatNumber(values.length) });
      group.field.hidden = values.length === 0;
      if (!answer.uncounted?.includes(group.name)) continue;
      group.all.textContent = BROWSER.list;
      group.all.hidden = false;
      group.field.hidden = false;
    }
    if (focused && !focused.isConnected) refocus(box, focused);
  };

  for (const group of groups) {
    group.find.addEventListener("input", () => latest && show(latest));
    group.all.addEventListener("click", async () => {
      const first = latest?.uncounted?.includes(group.name) ? 0 : FEW;
      if (first === 0) {
        group.isWanted = true;
        await onWanted();
      } else {
        group.isWhole = true;
        if (latest) show(latest);
      }
      const next = group.find.hidden ? group.list.querySelectorAll("input")[first] : group.find;
      next?.focus();
    });
  }
  box.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "checkbox") return;
    chosen = toggled(chosen, event.target.name, event.target.value, event.target.checked);
    onChange();
  });
  return {
    names: groups.map((group) => group.name),
    chosen: () => chosen,
    choose: (wanted) => {
      chosen = wanted;
    },
    wanted: () => groups.filter(({ isWanted }) => isWanted).map(({ name }) => name),
    show,
  };
}

/** A field above a long list; it is no part of the question. */
function makeFind(field: HTMLFieldSetElement): HTMLInputElement {
  const words = fill(BROWSER.find, { name: field.querySelector("legend")?.textContent ?? "" });
  const input = make("input", { type: "search", "aria-label": words, placeholder: words, autocomplete: "off" });
  input.hidden = true;
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  return input;
}

/** Tells values that hold all the words, each from its beginning on, with or without the article. */
function holds(typed: string): (value: string) => boolean {
  const wordsOf = (text: string) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`.replace(/ ال(?=\S{2})/g, " ");
  const wanted = wordsOf(typed)
    .split(" ")
    .filter((word) => word !== "");
  return (value) => wanted.every((word) => wordsOf(value).includes(` ${word}`));
}

function toggled(chosen: Chosen, name: string, value: string, isTicked: boolean): Chosen {
  const values = new Set(chosen.get(name));
  if (isTicked) values.add(value);
  else values.delete(value);
  const next = new Map(chosen);
  if (values.size > 0) next.set(name, values);
  else next.delete(name);
  return next;
}

/** Years newest first; names by count, then by the alphabet. Ticked values that match nothing stay to be unticked. */
function inOrder(totals: Readonly<Record<string, number>>, ticked: ReadonlySet<string>): readonly string[] {
  const values = Object.keys(totals).filter((value) => (totals[value] ?? 0) > 0);
  for (const value of ticked) if (!values.includes(value)) values.push(value);
  const year = (value: string) => (/^\d{4}$/.test(value) ? Number(value) : 0);
  return values.sort((a, b) => year(b) - year(a) || (totals[b] ?? 0) - (totals[a] ?? 0) || collator.compare(a, b));
}

function item(name: string, value: string, count: number, isTicked: boolean): HTMLLIElement {
  const input = make("input", { type: "checkbox", name, value });
  input.checked = isTicked;
  const dir = directionOf(value);
  const words = make("bdi", dir === undefined ? {} : { dir }, value);
  return make("li", {}, make("label", {}, input, words, make("span", { class: "count" }, formatNumber(count))));
}

function refocus(box: HTMLElement, lost: HTMLInputElement): void {
  for (const input of box.querySelectorAll("input")) {
    if (input.name === lost.name && input.value === lost.value) input.focus({ preventScroll: true });
  }
}
