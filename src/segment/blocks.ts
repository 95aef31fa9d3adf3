import type { Block, CleanArticle, LayoutKind, Line } from "../model/article.ts";
import { isHardWrapped, looksLikeHeading } from "./headline.ts";
import { findItems } from "./lists.ts";
import { splitRunOn } from "./run-on.ts";

/** What the source itself says each line is; undefined for plain text, which says nothing. */
export function layoutKinds({ layout = [] }: CleanArticle): ((line: Line) => LayoutKind) | undefined {
  if (layout.length === 0) return undefined;
  const kinds = new Map(layout.map(({ kind, at }) => [at[0], kind === "line" ? "paragraph" : kind]));
  return (line) => kinds.get(line.at[0]) ?? "paragraph";
}

/** The body's lines as headings, items, captions and paragraphs; `declared`: what the source says they are. */
export function toBlocks(
  { text: raw, layout = [] }: CleanArticle,
  lines: readonly Line[],
  declared: ((line: Line) => LayoutKind) | undefined,
): Block[] {
  // Plain text beside a declared headline is read as plain text is.
  const silent = new Set(layout.flatMap(({ kind, at }) => (kind === "line" ? at[0] : [])));
  const kindAt = silent.size > 0 && lines.every(({ at }) => silent.has(at[0])) ? undefined : declared;
  const isWrapped = kindAt === undefined && isHardWrapped(lines);
  const isSetOff = (line: Line, next: Line | undefined) => line.gapBefore && next?.gapBefore === true;
  const isHeading = (line: Line, i: number) =>
    kindAt === undefined
      ? looksLikeHeading(line, lines[i + 1], lines[i - 1], isWrapped) && (!isWrapped || isSetOff(line, lines[i + 1]))
      : kindAt(line) === "heading";
  const numbers = new Map(layout.flatMap(({ at, number }) => (number === undefined ? [] : [[at[0], number]])));
  const items = findItems(raw, lines, kindAt, ({ at }) => numbers.get(at[0]));
  const blocks = lines.map((line, i): Block => {
    const item = items.get(line);
    if (item !== undefined) return { ...item };
    return { kind: isHeading(line, i) ? "heading" : "paragraph", text: line.text, at: line.at };
  });
  // A text that lost its line breaks: one long paragraph is all there is.
  const only = blocks[0];
  return blocks.length === 1 && only !== undefined ? splitRunOn(raw, only) : blocks;
}
