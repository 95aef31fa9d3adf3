import type { BlockContent, List, Root, Text } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { holdsUnit, unitTable } from "../arabic/characters.ts";
import type { Block } from "../model/article.ts";

/** Characters and openings that mean something in Markdown; text without them is its own Markdown. */
const SIGNIFICANT = unitTable(/[\p{Cc}\\`*_[\]<>#~|&]/u);
const AT_START = /^(?:[-–—:+=\s]|\d+[.)])/;
const isBlank = (character: string) => /\s/.test(character);

type Plain = Pick<Block, "kind" | "text" | "number">;

/**
 * Blocks as Markdown, a blank line between: headings of level two, paragraphs, lists, and captions as paragraphs in
 * emphasis. What is text stays text.
 */
export function formatBody(blocks: readonly Plain[]): string {
  const written: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Plain;
    const end = isItem(block) ? endOfRun(blocks, at) : at + 1;
    written.push(isItem(block) ? formatList(blocks.slice(at, end)) : formatBlock(block));
    at = end;
  }
  return written.join("\n\n") + (blocks.length > 0 ? "\n" : "");
}

function isItem({ kind }: Plain): boolean {
  return kind === "list-item" || kind === "numbered-item";
}

function endOfRun(blocks: readonly Plain[], start: number): number {
  let end = start + 1;
  while (blocks[end]?.kind === blocks[start]?.kind) end++;
  return end;
}

function formatList(items: readonly Plain[]): string {
  const list: List = {
    type: "list",
    ordered: items[0]?.kind === "numbered-item",
    ...(items[0]?.number !== undefined && { start: items[0].number }),
    spread: false,
    children: items.map(({ text }) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: [textNode(text)] }],
    })),
  };
  return write(list);
}

function formatBlock({ kind, text }: Plain): string {
  const children = [textNode(text)];
  if (kind === "caption") return write({ type: "paragraph", children: [{ type: "emphasis", children }] });
  if (!AT_START.test(text) && !isBlank(text.slice(-1)) && !text.includes("  ") && !holdsUnit(text, SIGNIFICANT))
    return kind === "heading" ? `## ${text}` : text;
  return write(kind === "heading" ? { type: "heading", depth: 2, children } : { type: "paragraph", children });
}

function textNode(value: string): Text {
  return { type: "text", value };
}

function write(node: BlockContent): string {
  const root: Root = { type: "root", children: [node] };
  return toMarkdown(root, { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one" }).trimEnd();
}
