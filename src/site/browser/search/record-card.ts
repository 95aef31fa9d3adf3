/** The record a query names, above the articles. */
import { lettersOf } from "../../../arabic/analysis/names.ts";
import type { NamedRecord } from "../../site-data.ts";
import { BROWSER, formatCount } from "../../strings.ts";
import type { Index } from "./index-client.ts";
import { make } from "./results.ts";

const tables = new WeakMap<Index, ReadonlyMap<string, NamedRecord>>();

/** The record that bears the name; of several, the one most articles name. */
export function findRecord(index: Index, words: string): NamedRecord | undefined {
  let table = tables.get(index);
  if (!table) {
    const made = new Map<string, NamedRecord>();
    for (const record of index.records)
      for (const name of [record.label, ...record.names.flat()]) {
        const letters = lettersOf(name);
        if ((made.get(letters)?.count ?? -1) < record.count) made.set(letters, record);
      }
    table = made;
    tables.set(index, table);
  }
  return table.get(lettersOf(words));
}

export function showRecord(box: HTMLElement, record: NamedRecord | undefined): void {
  box.hidden = record === undefined;
  if (!record) {
    box.replaceChildren();
    return;
  }
  const link = make("a", { href: record.url }, make("bdi", {}, record.label));
  box.replaceChildren(
    make(
      "article",
      { class: "card record" },
      make("p", { class: "kicker" }, BROWSER.types[record.type] ?? ""),
      make("h3", {}, link),
      make("p", { class: "lead" }, formatCount(record.count, BROWSER.articles)),
    ),
  );
}
