import type { LayoutPart, PartKind, ReadLink } from "./types.ts";

/** A line of an article before it stands in the text of record. */
export interface Block {
  readonly kind: PartKind;
  /** One line, no blanks at its ends. */
  readonly text: string;
  /** A single line break before it, not a new paragraph. */
  readonly isContinuation?: boolean;
  readonly links?: readonly BlockLink[];
  /** Number of an item that does not go on from the one before. */
  readonly number?: number;
}

export interface BlockLink {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** Base of links that are relative to a page whose address is not known: they are links, but lead nowhere. */
export const NOWHERE = "http://page.invalid/";

/** Headline, empty line, blocks with empty lines between: the text of record and where its parts stand in it. */
export function layOut(
  headline: string | undefined,
  blocks: readonly Block[],
): { text: string; layout: LayoutPart[]; links: ReadLink[] } {
  let text = "";
  const layout: LayoutPart[] = [];
  const links: ReadLink[] = [];
  const add = (block: Block) => {
    if (text !== "") text += block.isContinuation ? "\n" : "\n\n";
    const start = text.length;
    text += block.text;
    layout.push({
      kind: block.kind,
      at: [start, text.length],
      ...(block.number !== undefined && { number: block.number }),
    });
    for (const link of block.links ?? []) {
      if (link.url.startsWith(NOWHERE)) continue;
      links.push({
        url: link.url,
        label: block.text.slice(link.start, link.end),
        at: [start + link.start, start + link.end],
      });
    }
  };
  if (headline !== undefined) add({ kind: "headline", text: headline });
  for (const block of blocks) add(block);
  return { text, layout, links };
}
