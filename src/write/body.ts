import type { Root } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Block } from "../model/article.ts";

/** Characters and openings that mean something in Markdown; text without them is its own Markdown. */
const SIGNIFICANT = /[\\`*_[\]<>#+~|&=!]|^\s|\s$|^\d+[.)]|^[-–—]|^:|\p{Cc}| {2}/u;

/** Blocks as Markdown: headings of level two, paragraphs, a blank line between. What is text stays text. */
export function formatBody(blocks: readonly Pick<Block, "kind" | "text">[]): string {
  return blocks.map(formatBlock).join("\n\n") + (blocks.length > 0 ? "\n" : "");
}

function formatBlock({ kind, text }: Pick<Block, "kind" | "text">): string {
  if (!SIGNIFICANT.test(text)) return kind === "heading" ? `## ${text}` : text;
  const children = [{ type: "text" as const, value: text }];
  const root: Root = {
    type: "root",
    children: [kind === "heading" ? { type: "heading", depth: 2, children } : { type: "paragraph", children }],
  };
  return toMarkdown(root, { bullet: "-", emphasis: "_", rule: "-" }).trimEnd();
}
