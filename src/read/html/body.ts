import { Readability } from "@mozilla/readability";
import { lettersOf } from "../choose.ts";
import { type Tidied, tidy } from "../encoding/tidy.ts";
import type { Block } from "../layout.ts";
import { type BlockOptions, blocksOf } from "./blocks.ts";
import { parsePage, unescapeEntities } from "./page.ts";

/** Blocks of an element, and what had to be tidied in them. */
export interface Found {
  readonly blocks: readonly Block[];
  readonly tidied: readonly Tidied[];
}

export interface Body extends Found {
  readonly rule: string;
  /** 0 to 1, how sure it is that this is the article and all of it. */
  readonly confidence: number;
}

/** Letters that make a body; shorter pages are graded down, not dropped. */
const ENOUGH = 140;

export interface Known {
  /** JSON-LD's `articleBody`. */
  readonly declaredBody?: string;
  readonly description?: string;
  /** Where the page was, for links that are relative to it. */
  readonly address?: string;
}

/**
 * The article on a page. Readability finds it; what the page itself declares as its body (JSON-LD, microdata)
 * confirms the find or takes its place. Where nothing is found, the longest honest text stands in, graded so:
 * an `<article>`, the element with most prose of its own, the whole page, the page's own description. `parse`
 * gives the page anew: Readability takes it to pieces.
 *
 * Measured on saved pages with a known body (word F1): Readability 0.995 in 70 ms, Defuddle 0.957 in 350 ms.
 */
export function findBody(document: Document, parse: () => Document, known: Known): Body | undefined {
  const options: BlockOptions = known.address === undefined ? {} : { base: known.address };
  const take = (element: Element) => takeBlocks(element, options);
  const marked = longest([...document.querySelectorAll(MARKED)].map(take));
  const quoted = textBlocks(known.declaredBody ?? "");
  const readable = runReadability(document, take);
  if (lengthOf(readable) >= ENOUGH) {
    const claims: Body[] = [
      { ...quoted, rule: "html:json-ld-body", confidence: 0.8 },
      { ...marked, rule: "html:article-body", confidence: 0.8 },
    ].filter((claim) => lengthOf(claim) >= ENOUGH);
    const denied = claims.find((claim) => overlap(claim, readable) < 0.5);
    if (denied !== undefined) return denied;
    const confidence = claims.length > 0 ? 0.95 : lengthOf(readable) >= 3 * ENOUGH ? 0.85 : 0.7;
    return { ...readable, rule: "html:readability", confidence };
  }
  const fresh = parse();
  const candidates: Body[] = [
    { ...marked, rule: "html:article-body", confidence: 0.7 },
    { ...quoted, rule: "html:json-ld-body", confidence: 0.7 },
    {
      ...longest([...fresh.querySelectorAll(ARTICLES)].slice(0, 20).map(take)),
      rule: "html:article-element",
      confidence: 0.5,
    },
    { ...takeBlocks(densest(fresh), options), rule: "html:longest-text", confidence: 0.4 },
    { ...takeBlocks(fresh.body, options), rule: "html:whole-page", confidence: 0.3 },
    { ...readable, rule: "html:readability", confidence: 0.3 },
    { ...textBlocks(known.description ?? ""), rule: "html:description", confidence: 0.2 },
  ];
  return candidates.find((body) => lengthOf(body) >= ENOUGH) ?? best(candidates);
}

/** Elements that say they hold the article's text. */
const MARKED = '[itemprop="articleBody"], [property~="articleBody"], [property~="schema:articleBody"]';
const ARTICLES = "article, main, [role=main]";

export function takeBlocks(element: Element | null | undefined, options: BlockOptions = {}): Found {
  const tidied: Tidied[] = [];
  const blocks = element ? blocksOf(element, { ...options, onTidied: (found) => tidied.push(found) }) : [];
  return { blocks, tidied };
}

function runReadability(document: Document, take: (element: Element) => Found): Found {
  try {
    const parsed = new Readability<Node>(document, {
      charThreshold: ENOUGH,
      // The elements themselves, not their HTML: nothing is parsed twice.
      serializer: (element) => element,
    }).parse();
    return parsed?.content ? take(parsed.content as Element) : NOTHING;
  } catch {
    // A tree its scoring does not survive.
    return NOTHING;
  }
}

const NOTHING: Found = { blocks: [], tidied: [] };

/** The element whose own lines hold most text outside links. */
function densest(document: Document): Element | undefined {
  const own = new Map<Element, number>();
  if (document.body === null) return undefined;
  blocksOf(document.body, {
    onBlock: (block, element) => {
      const isParagraph = /^(?:P|LI|H[1-6]|BLOCKQUOTE)$/i.test(element.tagName) && element.parentElement !== null;
      const holder = isParagraph ? (element.parentElement as Element) : element;
      own.set(holder, (own.get(holder) ?? 0) + proseIn(block));
    },
  });
  let found: { element: Element; prose: number } | undefined;
  for (const [element, prose] of own) if (found === undefined || prose > found.prose) found = { element, prose };
  return found?.element;
}

/** Blocks of a text that may or may not hold HTML. */
export function textBlocks(text: string): Found {
  if (text.trim() === "") return NOTHING;
  const isHtml =
    /<\/?(?:p|br|div|span|a|strong|em|b|i|ul|ol|li|h[1-6]|img|figure|blockquote|script|style|table)\b[^>]*>/i.test(
      text,
    );
  return isHtml ? takeBlocks(parsePage(text).body) : plainBlocks(unescapeEntities(text));
}

/** Blanks that one line does not keep as they are. */
const ODD_BLANKS = /[^\S ]| {2}/;

/** Blocks of plain text: an empty line parts paragraphs, any other line end parts lines. */
export function plainBlocks(text: string): Found {
  const tidied = tidy(text);
  const blocks: Block[] = [];
  let isContinuation = false;
  for (const row of tidied.text.split("\n")) {
    const line = (ODD_BLANKS.test(row) ? row.replace(/\s+/gu, " ") : row).trim();
    if (line !== "") blocks.push({ kind: "line", text: line, ...(isContinuation && { isContinuation }) });
    isContinuation = line !== "";
  }
  return { blocks, tidied: [tidied] };
}

/** The longest, but the surer one unless another holds a fifth more. */
function best(bodies: readonly Body[]): Body | undefined {
  const found = bodies.reduce((a, b) => (lengthOf(b) > 1.2 * lengthOf(a) ? b : a));
  return lengthOf(found) === 0 ? undefined : { ...found, confidence: Math.min(found.confidence, 0.3) };
}

function longest(found: readonly Found[]): Found {
  return found.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), NOTHING);
}

function lengthOf({ blocks }: Found): number {
  return blocks.reduce((sum, block) => sum + proseIn(block), 0);
}

/** Characters outside links. */
function proseIn({ text, links = [] }: Block): number {
  return text.length - links.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Share of the words of `a` that `b` holds too. */
function overlap(a: Found, b: Found): number {
  const wordsOf = ({ blocks }: Found) =>
    blocks.flatMap(({ text }) => text.split(/\s+/).map(lettersOf)).filter((word) => word !== "");
  const words = wordsOf(a);
  const others = new Set(wordsOf(b));
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length;
}
