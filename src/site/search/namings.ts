/** Which words name which records: what the cards above the results are found by. */
import type { AnalyzedChunk, Analyzer } from "../../arabic/analysis/analyze.ts";
import { indexedKey } from "../../arabic/analysis/index-terms.ts";
import { lettersOf } from "../../arabic/analysis/names.ts";
import { isStopWord } from "../../arabic/analysis/stop-words.ts";
import { byCodePoint } from "../../effects.ts";
import { type Naming, type NamingKind, spellingNumber } from "../browser/search/postings-format.ts";
import type { NamedRecord, SearchDocument } from "../views/search.ts";

/** The records that a key names, in their order. */
export interface KeyNamings {
  readonly key: string;
  readonly namings: readonly Naming[];
}

/** The words of the records' names, in order of their keys. `pages`: those of the volume that the names stand in. */
export function makeNamings(
  records: readonly NamedRecord[],
  analyzer: Analyzer,
  pages: readonly Pick<SearchDocument, "filters">[],
): KeyNamings[] {
  const counts = countLabels(pages);
  const keys = new Map<string, Naming[]>();
  for (const [record, { label, type, names }] of records.entries()) {
    const kind: NamingKind = type === "event" || type === "topic" ? type : "name";
    const add = (key: string, { kind, size, spelling, pages }: Omit<Naming, "record">) => {
      const naming = { record, kind, size, spelling, pages };
      const stored = indexedKey(key);
      const known = keys.get(stored);
      if (known === undefined) keys.set(stored, [naming]);
      else {
        // Records come in order: those of this one are the last of the list.
        let at = known.length;
        const isSame = ({ kind, spelling }: Naming) => kind === naming.kind && spelling === naming.spelling;
        do at--;
        while (known[at]?.record === record && !isSame(known[at] as Naming));
        const same = known[at]?.record === record ? known[at] : undefined;
        // Of several names with the word the shortest is the likeliest to be meant.
        if (same === undefined) known.push(naming);
        else if (same.size > size) known[at] = naming;
      }
    };
    for (const name of new Set([label, ...names.flat()])) {
      const chunks = analyzer.analyze(name).filter(isTelling);
      const size = new Set(chunks.map(({ words }) => words[0]?.keys[0])).size;
      const whole = chunks[0]?.names.filter((key) => chunks.every((chunk) => chunk.names.includes(key))) ?? [];
      const isOne = chunks.length === 1 && chunks[0]?.words.length === 1;
      for (const key of kind === "event" ? [] : whole) add(key, { kind, size: 0, spelling: 0, pages: 0 });
      for (const [place, { text, words, names: joined }] of chunks.entries()) {
        for (const key of joined)
          if (kind === "event" || !whole.includes(key)) add(key, { kind, size, spelling: 0, pages: 0 });
        // «بوتين» of «فلاديمير بوتين»: a word that may mean something else («سلام») is told from the name by its pages.
        const isCalled = type === "person" && label.includes(" ") && place === chunks.length - 1;
        for (const { keys: own, form } of words)
          for (const key of own) {
            const spelling = kind === "event" ? 0 : spellingNumber(lettersOf(words.length === 1 ? text : form));
            if (isCalled) add(key, { kind: "called", size: 0, spelling, pages: counts.get(label) ?? 0 });
            if (!isOne) add(key, { kind, size, spelling, pages: 0 });
            else if (!isCalled) add(key, { kind, size: kind === "event" ? 1 : 0, spelling, pages: 0 });
          }
      }
    }
  }
  return [...keys].sort(([a], [b]) => byCodePoint(a, b)).map(([key, namings]) => ({ key, namings }));
}

/** A chunk with a word that tells something. */
function isTelling({ words, names }: AnalyzedChunk): boolean {
  return names.length > 0 || words.some(({ form, keys }) => !isStopWord(form, keys));
}

/** Pages by the labels that they can be narrowed by. */
function countLabels(pages: readonly Pick<SearchDocument, "filters">[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { filters } of pages)
    for (const label of new Set(Object.values(filters).flat())) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
