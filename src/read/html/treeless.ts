import { type Found, plainBlocks } from "./body.ts";
import { unescapeEntities } from "./page.ts";
import { withoutUnclosed } from "./unclosed.ts";

/** Beyond these a page is no article, and a tree of it would cost minutes: browsers themselves stop at 512 levels. */
const MOST_ELEMENTS = 30_000;
const DEEPEST = 500;
const MOST_ATTRIBUTES = 1000;

/** Tags, and signs that stand for themselves: the parser makes a node of each. */
const TAG = /<(\/?)([a-z][a-z0-9]*)?/gi;
/** Elements that have no end tag, or may leave it out. */
const UNNESTED = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot option".split(
    " ",
  ),
);
const LONG_TAG = /<[a-z][^<>]{20000,}>/gi;

/** True for a page that a parser turns into a tree of a size and depth that articles have. */
export function hasReasonableTree(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(TAG)) {
    if (slash === "") elements++;
    if (elements > MOST_ELEMENTS) return false;
    if (UNNESTED.has(name.toLowerCase())) continue;
    depth = slash === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return false;
  }
  return !(html.match(LONG_TAG) ?? []).some((tag) => (tag.match(/\s[^\s=]+=/g)?.length ?? 0) > MOST_ATTRIBUTES);
}

/** The head of a page, where its title and what it declares of itself stand; nothing where even that is out of measure. */
export function headOf(html: string): string {
  const end = html.search(/<\/head\b|<body\b/i);
  const head = end < 0 ? "" : html.slice(0, end);
  return hasReasonableTree(head) ? `${head}</head><body></body></html>` : "<html><head></head><body></body></html>";
}

/** Elements whose content no reader reads; what stands between their tags is skipped. */
const SKIPPED = new Set(
  "script style noscript template form select textarea iframe object svg math head title".split(" "),
);
const INLINE = new Set(
  "a abbr b bdi bdo big cite code em font i ins del kbd mark q s small span strong sub sup tt u wbr img".split(" "),
);

/** The text of a page, line by line, without a tree: one pass, whatever is nested in what. */
export function linesWithoutTree(source: string): Found {
  const html = withoutUnclosed(source);
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      pieces.push(html.slice(at));
      break;
    }
    pieces.push(html.slice(at, open));
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 32));
    if (html.startsWith("<!--", open)) at = after(html, "-->", open);
    else if (name === null) {
      pieces.push("&lt;");
      at = open + 1;
    } else {
      const tag = (name[2] as string).toLowerCase();
      at = after(html, ">", open);
      if (!INLINE.has(tag)) pieces.push("\n\n");
      if (name[1] === "" && SKIPPED.has(tag)) at = after(html, ">", endTag(html, tag, at));
    }
  }
  return plainBlocks(unescapeEntities(pieces.join("")));
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function endTag(html: string, tag: string, from: number): number {
  const end = new RegExp(`</${tag}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
