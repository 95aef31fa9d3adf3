/** The record a query names, above the articles. */
import type { Analyzer } from "../../../arabic/analysis/analyze.ts";
import { lettersOf } from "../../../arabic/analysis/names.ts";
import type { NamedRecord } from "../../site-data.ts";
import { BROWSER, formatCount } from "../../strings.ts";
import type { Index } from "./index-client.ts";
import { make } from "./results.ts";

const tables = new WeakMap<Pick<Index, "records">, ReadonlyMap<string, NamedRecord>>();

/**
 * The record that bears the name; of several, the one most articles name. A particle written on to the name («والصين»,
 * «للصين») is passed over where the analyzer reads the name under it, too («ولد» names no «اللد»).
 */
export function findRecord(index: Pick<Index, "analyzer" | "records">, words: string): NamedRecord | undefined {
  const table = tableOf(index);
  const named = table.get(lettersOf(words));
  if (named) return named;
  const keys = new Set(keysOf(words, index.analyzer));
  for (const name of withoutParticles(words)) {
    const meant = table.get(lettersOf(name));
    if (meant && keysOf(name, index.analyzer).some((key) => keys.has(key))) return meant;
  }
  return undefined;
}

/** Readings of a name without the conjunction, the preposition or both before it. */
function withoutParticles(words: string): string[] {
  const plain = words.normalize("NFC").replace(/[\p{M}ـ]|^[^\p{L}]+/gu, "");
  const readings = [/^[وف](?=..)/, /^[وف]?[بك](?=..)/, /^[وف]?لل(?=..)/, /^[وف]?ل(?=..)/].map((particle) =>
    // ل takes the alif of the article: للصين is ل and الصين.
    plain.replace(particle, (found) => (found.endsWith("لل") ? "ال" : "")),
  );
  return readings.filter((name) => name !== plain);
}

/** What the first word is found by, alone or as the beginning of a name. */
function keysOf(words: string, { analyze }: Analyzer): string[] {
  const [first] = analyze(words);
  return first ? [...first.names, ...first.words.flatMap(({ keys }) => keys)] : [];
}

function tableOf(index: Pick<Index, "records">): ReadonlyMap<string, NamedRecord> {
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
  return table;
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
