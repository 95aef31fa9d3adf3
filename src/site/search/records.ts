import { lettersOf } from "../../arabic/analysis/names.ts";
import type { Entity } from "../../model/entity.ts";
import type { SiteContext } from "../context.ts";
import type { NamedRecord } from "../site-data.ts";

/** The records that occur in the archive, as the search knows them. */
export function namedRecords(context: SiteContext): NamedRecord[] {
  return context.recordIds.map((id) => {
    const entity = context.entity(id);
    const { label, url, count } = context.ref(id);
    return { label, url, type: entity.type, count: count ?? 0, names: synonymsOf(entity) };
  });
}

/**
 * Names of a record that mean the same: its full names; and spellings of the name it is called by, as full names that
 * differ from the preferred one in their last word give them («فلاديمير بوتن» and «Vladimir Putin» beside
 * «فلاديمير بوتين», called «بوتين»).
 */
export function synonymsOf({ type, prefLabel, altLabel, hiddenLabel, shortLabel, latin }: Entity): string[][] {
  // Labels of a topic are words that speak of it, not names that mean the same.
  if (type === "topic") return [];
  const full = [...new Set([prefLabel, ...altLabel, ...hiddenLabel, ...(latin === undefined ? [] : [latin])])];
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
