import { type Tidied, tidy } from "../encoding/tidy.ts";
import { type Block, type BlockLink, NOWHERE } from "../layout.ts";
import type { PartKind } from "../types.ts";

/** Characters of a cell that is one of a table's values. */
const LONGEST_CELL = 200;

/** Elements whose content no reader reads. */
const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE FORM INPUT BUTTON SELECT OPTION TEXTAREA LABEL IFRAME OBJECT EMBED APPLET SVG MATH CANVAS AUDIO VIDEO MAP HEAD TITLE META LINK NAV DIALOG".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
const KINDS: Readonly<Record<string, PartKind>> = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "list-item",
  DD: "list-item",
  DT: "list-item",
  BLOCKQUOTE: "quote",
  FIGCAPTION: "caption",
  FIGURE: "caption",
  CAPTION: "caption",
  TR: "table-row",
};

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

export interface BlockOptions {
  /** Address of the page, for links that are relative to it. */
  readonly base?: string;
  /** Line ends of the source are those of the text, an empty line a new paragraph (WordPress stores posts so). */
  readonly keepLineEnds?: boolean;
  /** Told of every block with the block element that holds it. */
  readonly onBlock?: (block: Block, element: Element) => void;
  /** Told of every piece of text that held what no reader sees. */
  readonly onTidied?: (tidied: Tidied) => void;
}

/**
 * The text of an element as a browser breaks it into lines. Only text leaves: no element, no attribute but the
 * http(s) addresses of links. Walks without recursion, however deep the elements are nested.
 */
export function blocksOf(root: Node, options: BlockOptions = {}): Block[] {
  const blocks: Block[] = [];
  const kinds: PartKind[] = [];
  const containers: Element[] = [];
  let text = "";
  let links: BlockLink[] = [];
  let open: { url: string; start: number } | undefined;
  let isContinuation = false;
  let itemHasBlock = false;
  let hasCellBreak = false;
  let itemNumber: number | undefined;
  let preformatted = options.keepLineEnds ? 1 : 0;

  const flush = (continues: boolean) => {
    const line = text.replace(/(?:\s*\|)?\s*$/u, "");
    if (open !== undefined) {
      closeLink(line.length);
      open = undefined;
    }
    if (line !== "") {
      const kind = kinds.at(-1) ?? "paragraph";
      const block: Block = {
        // Numbers count items: a second paragraph of one is none.
        kind: kind === "numbered-item" && itemHasBlock ? "list-item" : kind,
        text: line,
        ...(isContinuation && blocks.length > 0 ? { isContinuation } : {}),
        ...(links.length > 0 ? { links } : {}),
        ...(kind === "numbered-item" && !itemHasBlock && itemNumber !== undefined ? { number: itemNumber } : {}),
      };
      blocks.push(block);
      itemHasBlock = true;
      options.onBlock?.(block, containers.at(-1) ?? (root as Element));
      isContinuation = continues;
    } else if (!continues || isContinuation) isContinuation = false;
    text = "";
    links = [];
  };
  const closeLink = (end: number) => {
    if (open !== undefined && end > open.start) links.push({ url: open.url, start: open.start, end });
  };
  const append = (words: string) => {
    const collapsed = words.replace(/\s+/gu, " ");
    text += text === "" || text.endsWith(" ") ? collapsed.trimStart() : collapsed;
  };
  const addText = (raw: string) => {
    if (raw === "") return;
    const tidied = tidy(raw);
    if (tidied.removed.size > 0 || tidied.folded > 0) options.onTidied?.(tidied);
    for (const [index, line] of (preformatted > 0 ? tidied.text.split("\n") : [tidied.text]).entries()) {
      if (index > 0) flush(true);
      append(line);
    }
  };
  const enter = (element: Element) => {
    const name = element.tagName.toUpperCase();
    if (name === "BR") {
      hasCellBreak = true;
      flush(true);
    } else if (BLOCKS.has(name)) {
      if (name === "TR") hasCellBreak = false;
      flush(false);
      if (name === "PRE") preformatted++;
      const isNumbered = name === "LI" && /^ol$/i.test(element.parentElement?.tagName ?? "");
      kinds.push(isNumbered && kinds.at(-1) !== "caption" ? "numbered-item" : kindOf(name, kinds.at(-1)));
      if (name === "LI") {
        itemHasBlock = false;
        itemNumber = isNumbered ? numberOf(element) : undefined;
      }
      containers.push(element);
    } else if (name === "TD" || name === "TH") {
      // A cell of several lines, or of a paragraph's length, is laid out beside the next one and no part of a row.
      if (hasCellBreak || text.length > LONGEST_CELL) flush(false);
      else if (text.trim() !== "") text = `${text.trimEnd()} | `;
      hasCellBreak = false;
    } else if (name === "A" && open === undefined) {
      const url = addressOf(element, options.base ?? NOWHERE);
      if (url !== undefined) open = { url, start: text.length };
    }
  };
  const leave = (element: Element) => {
    const name = element.tagName.toUpperCase();
    if (BLOCKS.has(name)) {
      flush(false);
      kinds.pop();
      containers.pop();
      if (name === "PRE") preformatted--;
    } else if (name === "A" && open !== undefined) {
      closeLink(text.trimEnd().length);
      open = undefined;
    }
  };

  let node: Node | null = root;
  while (node !== null) {
    const isEntered: boolean = node.nodeType === ELEMENT ? !isHidden(node as Element) : false;
    if (isEntered) enter(node as Element);
    else if (node.nodeType === TEXT || node.nodeType === CDATA) addText(node.nodeValue ?? "");
    if (isEntered && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (isEntered) leave(node as Element);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node.nodeType === ELEMENT) leave(node as Element);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  flush(false);
  return blocks;
}

/** A paragraph in a list item, a quotation or a caption is part of it; in a table it stands for itself: old pages are laid out in tables. */
function kindOf(name: string, outer: PartKind | undefined): PartKind {
  if (outer === "caption") return outer;
  return KINDS[name] ?? (outer === undefined || outer === "table-row" || outer === "heading" ? "paragraph" : outer);
}

/** The number that a list item begins to count from, where the page gives one: `<li value>`, `<ol start>` of the first. */
function numberOf(item: Element): number | undefined {
  const isFirst = item.previousElementSibling === null;
  const given = item.getAttribute("value") ?? (isFirst ? item.parentElement?.getAttribute("start") : undefined);
  return /^\d{1,6}$/.test(given?.trim() ?? "") && Number(given) !== 1 ? Number(given) : undefined;
}

/** True for what a browser does not show, and for what is no text. */
function isHidden(element: Element): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase())) return true;
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** The absolute http(s) address of a link; undefined for `javascript:`, anchors and what is no address. */
function addressOf(element: Element, base: string): string | undefined {
  const href = element.getAttribute("href")?.trim();
  if (!href || href.startsWith("#")) return undefined;
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  return url !== undefined && (url.protocol === "http:" || url.protocol === "https:") ? url.href : undefined;
}
