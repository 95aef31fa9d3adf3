import type { Line } from "../model/article.ts";
import { LAYOUTS } from "../sources/index.ts";
import { findDateline } from "./dateline.ts";
import type { Knowledge } from "./knowledge.ts";

/** Lines below the kicker one of which the dateline opens: the headline, then the text or a line between the two. */
const HEADLINE = 1;
const MOST_ABOVE_DATELINE = 3;

/**
 * Whether the first line of a plain text is a kicker: a source whose layout declares one, told by the dateline below,
 * sets it there. Nothing else tells such a line from a headline.
 */
export function opensWithKicker(lines: readonly Line[], knows: Knowledge): boolean {
  const first = lines[0]?.text ?? "";
  const declaring = LAYOUTS.filter(({ kicker }) => kicker?.test(first));
  if (declaring.length === 0) return false;
  return lines.slice(HEADLINE + 1, MOST_ABOVE_DATELINE + 1).some(({ text, at }) => {
    const rule = findDateline(text, at[0], knows, false)?.rule;
    return declaring.some(({ id }) => rule === `dateline:${id}`);
  });
}
