import type { Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { findDateline } from "./dateline.ts";
import { looksLikeItemHeadline } from "./items.ts";
import type { Knowledge } from "./knowledge.ts";

/** A paragraph has more letters. */
const SHORTEST_TEXT = 60;
/** What every dateline of an agency holds. */
const SETS_OFF = /[-–—(/:]/u;
const REACH = 60;

/**
 * Headlines below the text of an article that have no day of their own and open another item all the same: directly under
 * each stands the dateline of an agency, its town known, as it does under the first one. `lines`: the text behind the
 * first dateline.
 */
export function itemsByDateline(lines: readonly Line[], knows: Knowledge): Part[] {
  return lines.flatMap(({ text, at }, i) => {
    const next = lines[i + 1];
    if (i === 0 || next === undefined || next.text.length < SHORTEST_TEXT) return [];
    if (!SETS_OFF.test(next.text.slice(0, REACH)) || !looksLikeItemHeadline(text)) return [];
    return isSigned(next, knows) ? [{ text, at }] : [];
  });
}

/** Whether a dateline opens the line of which both town and agency are known. */
function isSigned({ text, at }: Line, knows: Knowledge): boolean {
  const { place, agency } = findDateline(text, at[0], knows, false) ?? {};
  return place !== undefined && agency !== undefined && knows.isPlace(place.text) && knows.isOutlet(agency.text);
}
