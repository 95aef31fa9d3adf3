import { sha256 } from "../effects.ts";
import { type Problem, placeAt } from "../messages.ts";
import type { RawArticle } from "../model/article.ts";
import type { Placed } from "../model/correction.ts";
import type { Span } from "../model/span.ts";
import { PART } from "../write/texts.ts";

/**
 * One raw article as the editor splits it: the first part keeps path and hash, the others are `path#part-2` and so
 * on. Every part has the whole raw text with the others blanked out, so that offsets are those of the file. `file`
 * names the correction in the problems.
 */
export function splitRaw(
  raw: RawArticle,
  split: readonly Placed<number | string>[],
  file: string,
): { parts: readonly [RawArticle, ...RawArticle[]]; problems: Problem[] } {
  const problems: Problem[] = [];
  const starts = new Set<number>();
  for (const cut of split) {
    const found = findCut(raw.text, cut.value);
    if (typeof found === "string") problems.push(noSuchPlace(raw, cut, file, found));
    else starts.add(found);
  }
  const [first = raw.text.length, ...others] = [...starts].sort((a, b) => a - b);
  const ends = [...others, raw.text.length];
  const later = starts.size === 0 ? [] : [first, ...others];
  const parts = later.map((start, i): RawArticle => {
    const name = `${PART}${i + 2}`;
    return { ...partOf(raw, [start, ends[i] as number]), path: raw.path + name, sha256: sha256(raw.sha256 + name) };
  });
  return { parts: [starts.size === 0 ? raw : partOf(raw, [0, first]), ...parts], problems };
}

/** Offset at which the next article begins, or what keeps the place from being one. */
function findCut(text: string, place: number | string): number | string {
  if (typeof place === "number") {
    const start = startOfLine(text, place);
    return start ?? `it has ${text.split("\n").length} lines`;
  }
  const start = text.indexOf(place);
  if (start < 0) return "the words do not stand in it";
  if (text.indexOf(place, start + 1) >= 0) return "the words stand in it more than once";
  return text.slice(0, start).trim() === "" ? "the words are its beginning" : start;
}

function startOfLine(text: string, line: number): number | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return start;
}

/** The article with all but one range of its text blanked: line ends stay, everything else is a space. */
function partOf(raw: RawArticle, range: Span): RawArticle {
  const [start, end] = range;
  const { text, layout, links } = raw;
  const isInside = ({ at }: { at: Span }) => start <= at[0] && at[1] <= end;
  const blank = (part: string) => part.replace(/[^\n]/g, " ");
  return {
    ...raw,
    text: blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end)),
    ...(layout && { layout: layout.filter(isInside) }),
    ...(links && { links: links.filter(isInside) }),
  };
}

function noSuchPlace(
  raw: RawArticle,
  { value, line, column }: Placed<number | string>,
  file: string,
  why: string,
): Problem {
  const { line: last } = placeAt(raw.text, raw.text.length);
  return {
    file,
    severity: "fatal",
    line,
    column,
    rule: "correction:no-such-place",
    reason: `raw/${raw.path} cannot be split at ${typeof value === "number" ? `line ${value}` : `«${value}»`}: ${why}`,
    expected: [`a line from 2 to ${last}`, "words that stand in it once"],
    note: "The article stays whole there.",
  };
}
