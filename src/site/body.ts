import type { Element, ElementContent, Nodes, Root, Text } from "hast";
import rehypeSanitize, { defaultSchema, type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type LinkedPiece, type MentionTarget, makeMentionLinker } from "./link-mentions.ts";

/** What a body is rendered from. */
export interface BodySource {
  /** Markdown. */
  readonly markdown: string;
  /** Records to link where they are first named. */
  readonly mentions: readonly MentionTarget[];
}

/** A body as the site shows it. */
export interface RenderedBody {
  /** Sanitised HTML. */
  readonly html: string;
  /** Section headings in order, with the ids they have in `html`. */
  readonly outline: readonly { readonly id: string; readonly text: string }[];
  /** Plain text of the first paragraphs, as many as make a lead. */
  readonly lead: string;
  /** Words of all paragraphs and headings. */
  readonly words: number;
}

/** Would be fetched from elsewhere, or are controls: an archive's pages ask nobody for anything. */
const LEFT_OUT = new Set(["img", "input", "picture", "source"]);

/** GitHub's schema, which allows no script, style or event handler, with what Arabic text and evidence need. */
const SCHEMA: Schema = {
  ...defaultSchema,
  // Ids here are made by `finish`, never taken from the Markdown: nothing to tell apart by a prefix.
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => !LEFT_OUT.has(name)), "bdi", "mark", "time"],
  attributes: {
    ...defaultSchema.attributes,
    a: ["href", ["className", "mention"]],
    p: [["className", "caption"]],
    time: ["dateTime"],
  },
};

const parser = unified().use(remarkParse).use(remarkRehype);
const writer = unified().use(rehypeSanitize, SCHEMA).use(rehypeStringify);

/** Markdown body → sanitised HTML with ids on its headings and the first mention of each record linked. */
export function renderBody(source: BodySource): RenderedBody {
  return isPlain(source.markdown) ? renderPlain(source) : renderMarkdown(source);
}

/**
 * Characters and line beginnings that Markdown might give a meaning to, but for `#`. Wider than CommonMark
 * needs: text that passes is the same read as Markdown or as plain blocks (a property test holds it to that).
 */
const SIGNIFICANT = /[\\`*_[\]<>+~|&=!\t\r\0]|^ | $|^\d+[.)]|^-/m;
/** The one mark the fast path knows: a section heading alone in its block, as ingest writes them. */
const HEADING = /^## [^\s#][^\n#]*$/;

/** True when blocks parted by blank lines, each a paragraph or a section heading, are all Markdown would see. */
export function isPlain(markdown: string): boolean {
  return (
    !SIGNIFICANT.test(markdown) &&
    (!markdown.includes("#") || blocksOf(markdown).every((block) => !block.includes("#") || HEADING.test(block)))
  );
}

function blocksOf(markdown: string): string[] {
  return markdown
    .split(/\n{2,}/)
    .map((text) => text.replace(/^\n+|\n+$/g, ""))
    .filter((text) => text !== "");
}

/** Plain blocks straight to HTML: some fifty times as fast as through unified. */
function renderPlain({ markdown, mentions }: BodySource): RenderedBody {
  const link = makeMentionLinker(mentions);
  const outline: { id: string; text: string }[] = [];
  const paragraphs: string[] = [];
  let words = 0;
  const html = blocksOf(markdown).map((block) => {
    const isHeading = block.startsWith("#");
    const text = isHeading ? block.slice(3) : block;
    words += countWords(text);
    if (!isHeading) {
      paragraphs.push(text);
      return `<p>${link(text).map(formatPiece).join("")}</p>`;
    }
    const id = `section-${outline.length + 1}`;
    outline.push({ id, text: plainText(text) });
    return `<h2 id="${id}">${text}</h2>`;
  });
  return { html: html.join("\n"), outline, lead: leadOf(paragraphs), words };
}

/** Plain text has no character that HTML would need escaped; a URL of ours is ASCII but may hold `&` and quotes. */
function formatPiece({ text, url }: LinkedPiece): string {
  return url === undefined
    ? text
    : `<a href="${url.replace(/&/g, "&#x26;").replace(/"/g, "&#x22;")}" class="mention">${text}</a>`;
}

/** Through unified: every body can go this way. */
export function renderMarkdown({ markdown, mentions }: BodySource): RenderedBody {
  const tree = parser.runSync(parser.parse(markdown)) as Root;
  const outline: { id: string; text: string }[] = [];
  const link = makeMentionLinker(mentions);
  markCaptions(tree);
  finish(tree, link, outline);
  const paragraphs = tree.children.filter(
    (node): node is Element => node.type === "element" && node.tagName === "p" && !node.properties.className,
  );
  const lead = leadOf(paragraphs.map((node) => textOf(node)));
  const html = writer.stringify(writer.runSync(tree) as Root);
  return { html, outline, lead, words: countWords(textOf(tree, " ")) };
}

/** A paragraph that is all emphasis is a caption: ingest writes no other. */
function markCaptions(tree: Root): void {
  for (const node of tree.children) {
    if (node.type !== "element" || node.tagName !== "p" || node.children.length !== 1) continue;
    const [only] = node.children;
    if (only?.type !== "element" || only.tagName !== "em") continue;
    node.properties.className = ["caption"];
    node.children = only.children;
  }
}

/** Gives headings ids (the page has the only h1) and links mentions in text that is not in a link, heading or code. */
function finish(
  parent: Root | Element,
  link: (text: string) => readonly LinkedPiece[],
  outline: { id: string; text: string }[],
): void {
  const children: Root["children"] = [];
  for (const node of parent.children) {
    if (node.type === "text") children.push(...link(node.value).map(toNode));
    else children.push(node);
    if (node.type !== "element") continue;
    if (/^h[1-6]$/.test(node.tagName)) {
      if (node.tagName === "h1") node.tagName = "h2";
      const id = `section-${outline.length + 1}`;
      node.properties.id = id;
      outline.push({ id, text: plainText(textOf(node)) });
    } else if (!["a", "code", "pre"].includes(node.tagName)) finish(node, link, outline);
  }
  parent.children = children as ElementContent[];
}

function toNode({ text, url }: LinkedPiece): Text | Element {
  const value: Text = { type: "text", value: text };
  return url === undefined
    ? value
    : { type: "element", tagName: "a", properties: { href: url, className: ["mention"] }, children: [value] };
}

function textOf(node: Nodes, between = ""): string {
  if (node.type === "text") return node.value;
  return "children" in node
    ? node.children.map((child) => textOf(child, between)).join(node.type === "root" ? between : "")
    : "";
}

/** Letters after which a lead is long enough: lists show some two lines of it. */
const LEAD_LENGTH = 300;

function leadOf(paragraphs: readonly string[]): string {
  let lead = "";
  for (const text of paragraphs) {
    if (lead.length >= LEAD_LENGTH) break;
    lead = plainText(`${lead} ${text}`);
  }
  return lead;
}

/** One line, white space as single spaces. */
function plainText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function countWords(text: string): number {
  let count = 0;
  for (const word of text.matchAll(/[^\s\p{P}\p{S}][^\s]*/gu)) if (word) count++;
  return count;
}
