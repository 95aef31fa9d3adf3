import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { tidy } from "../encoding/tidy.ts";
import { blocksOf } from "./blocks.ts";
import { withoutUnclosed } from "./unclosed.ts";

/** A page as elements. Nothing in it is run or fetched. A fragment becomes the body of a page. */
export function parsePage(source: string): Document {
  const html = withoutUnclosed(source);
  const isPage = /<(?:html|body)[\s>]/i.test(html);
  const page = isPage ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  if (/\s[A-Z][A-Z-]*\s*=/.test(html)) lowerAttributes(document);
  return document;
}

/** In HTML `HREF` is `href`; the parser keeps capitals, as pages of the nineties wrote them, and then finds nothing. */
function lowerAttributes(document: Document): void {
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower === name) continue;
      element.removeAttribute(name);
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}

/** What a reader sees of an element, on one line. */
export function lineOf(element: Element | null | undefined): string {
  if (!element) return "";
  // A page's title is text alone, and shown outside the page.
  if (/^title$/i.test(element.tagName)) return oneLine(element.textContent ?? "");
  return blocksOf(element)
    .map(({ text }) => text)
    .join(" ");
}

export function oneLine(text: string): string {
  return tidy(text).text.replace(/\s+/gu, " ").trim();
}

/** Tags that systems leave in a value: elements of running text go, those that end a line become a blank. «<اسم>» stays. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;
const LINE_TAG = /<\/?(?:br|center|div|h[1-6]|hr|img|li|ol|p|td|tr|ul)(?:\s[^<>]*)?\/?>/gi;

/** A value as people read it: entities that were escaped once too often («&quot;») resolved, no tags, on one line. */
export function readable(text: string): string {
  return oneLine(unescapeEntities(text).replace(INLINE_TAG, "").replace(LINE_TAG, " "));
}

const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;

/** Text in which HTML's character references stand for their characters; the addresses in it («?a=1&copy=2») stay. */
export function unescapeEntities(text: string): string {
  return text.replace(REFERENCE, (reference) => {
    const pieces: string[] = [];
    const parser = new Parser({ ontext: (piece) => pieces.push(piece) }, { decodeEntities: true });
    parser.end(reference);
    return pieces.join("");
  });
}

/** True for elements that belong to the site rather than to the page: its header, menus, side columns, footer. */
export function isSiteFurniture(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const name = at.tagName.toUpperCase();
    if (name === "NAV" || name === "ASIDE") return true;
    // An article has a header and a footer of its own.
    if ((name === "HEADER" || name === "FOOTER") && at.closest("article, main") === null) return true;
    if (name === "ARTICLE" || name === "MAIN") return false;
  }
  return false;
}
