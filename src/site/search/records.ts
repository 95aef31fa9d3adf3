import { lettersOf } from "../../arabic/analysis/names.ts";
import { byCodePoint } from "../../effects.ts";
import type { Entity } from "../../model/entity.ts";
import { CARDS } from "../browser/search/names.ts";
import type { SiteContext } from "../context.ts";
import type { CardRecord, NamedRecord } from "../views/search.ts";
import { packText } from "./pack.ts";

/** The records that occur in the archive, as the search knows them, and its events, which go by their titles; by address. */
export function namedRecords(context: SiteContext): NamedRecord[] {
  const records = context.recordIds.map((id): NamedRecord => {
    const entity = context.entity(id);
    const { label, url, count } = context.ref(id);
    return { label, url, type: entity.type, count: count ?? 0, names: synonymsOf(entity) };
  });
  const events = [...context.events.values()].map(
    ({ id, title, articles }): NamedRecord => ({
      label: title,
      url: context.urls.event(id),
      type: "event",
      count: articles.length,
      // A headline is no name that the analyzer of a query must know.
      names: [],
    }),
  );
  return [...records, ...events].sort((a, b) => byCodePoint(a.url, b.url));
}

/**
 * Names of a record that mean the same: its full names; and spellings of the name it is called by, as full names that
 * differ from the preferred one in their last word give them («فلاديمير بوتن» and «Vladimir Putin» beside
 * «فلاديمير بوتين», called «بوتين»).
 */
export function synonymsOf({ type, prefLabel, altLabel, hiddenLabel, shortLabel, latin, codes }: Entity): string[][] {
  // Labels of a topic are words that speak of it, not names that mean the same.
  if (type === "topic") return [];
  // What a source signs with in Latin letters is its name as well («BBC»); Arabic letters may make another word.
  const signs = codes.filter((code) => /^[A-Z][A-Za-z .]+$/.test(code));
  const full = [
    ...new Set([prefLabel, ...altLabel, ...hiddenLabel, ...(latin === undefined ? [] : [latin]), ...signs]),
  ];
  const parts = prefLabel.split(" ");
  const called = (type === "person" ? shortLabel : []).filter(
    (label) => label === parts.at(-1) || (parts.length > 2 && prefLabel.endsWith(` ${label}`)),
  );
  const groups = called.map((label) => {
    const rest = parts.length - label.split(" ").length;
    const others = full
      .map((name) => name.split(" "))
      .filter((words) => words.length === parts.length)
      .map((words) => words.slice(rest).join(" "));
    // «جين بينج» beside «جين بينغ»: short names that are all but the same.
    const spelled = shortLabel.filter((other) => isNear(lettersOf(other), lettersOf(label)));
    return [...new Set([label, ...others, ...spelled])];
  });
  return [full, ...groups].filter((group) => group.length > 1 || group[0]?.includes(" "));
}

/** At most one letter apart. */
function isNear(a: string, b: string): boolean {
  if (a.length > b.length) return isNear(b, a);
  if (b.length - a.length > 1 || a.length < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  return a.slice(start + (a.length === b.length ? 1 : 0)) === b.slice(start + 1);
}

/** Names of several words without another spelling that the browser is told of: those of the records named most. */
const MOST_PLAIN = 4000;

/**
 * The names that the analyzer of a query must know, one thing a line: a name the same letters of which were told
 * is left out, as is a name of several words that a record has alone and few articles tell.
 */
export function formatNames(records: readonly NamedRecord[]): string {
  const lines = new Map<string, number>();
  for (const { names, count } of records)
    for (const group of names) {
      const told = new Map(group.map((name) => [lettersOf(name), name]).reverse() as [string, string][]);
      const line = group.filter((name) => told.get(lettersOf(name)) === name && !/[|\n]/.test(name)).join("|");
      lines.set(line, Math.max(lines.get(line) ?? 0, count));
    }
  const plain = [...lines]
    .filter(([line]) => !line.includes("|"))
    .sort(([a, m], [b, n]) => n - m || byCodePoint(a, b))
    .slice(MOST_PLAIN);
  for (const [line] of plain) lines.delete(line);
  return [...lines.keys()].sort(byCodePoint).join("\n");
}

/** Files of what the search shows of records, in their order. */
export function makeCardFiles(records: readonly NamedRecord[]): Buffer[] {
  const cards = records.map(({ label, url, type, count }): CardRecord => [label, url, type, count]);
  return Array.from({ length: Math.ceil(cards.length / CARDS) }, (_, file) =>
    packText(JSON.stringify(cards.slice(file * CARDS, (file + 1) * CARDS))),
  );
}
