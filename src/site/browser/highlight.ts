/** On an article that a search led to: marks the words searched, as the search reads them, and goes to the first. */
import { BROWSER } from "../strings.ts";
import { MARK_PARAMETER } from "./search/address.ts";
import { plainAnalyzer } from "./search/mark-words.ts";
import { findMarks } from "./search/marks.ts";
import { parseQuery } from "./search/query.ts";
import { requiredOf } from "./search/rank.ts";

/** Where an article's own words stand. */
const TEXTS = "main h1, main .prose";

const words = new URLSearchParams(location.search).get(MARK_PARAMETER) ?? "";
const wanted = requiredOf(parseQuery(words, plainAnalyzer, new Map(Object.entries(BROWSER.fieldWords))).clauses);
const marks = [...document.querySelectorAll(TEXTS)].flatMap(markWords);
if (location.hash === "") marks[0]?.scrollIntoView({ block: "center" });

/** Elements that divide words; others, as the link of a name, may begin within one («و» and a link «الصين»). */
const DIVIDES = "p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, dt, dd, figcaption, div, br, sup, sub";

/** Runs of text that nothing divides, each as the nodes it lies in. */
function runsOf(root: Element): Text[][] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs: Text[][] = [];
  let within: Element | null | undefined;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) {
      if (node instanceof HTMLBRElement) within = undefined;
      continue;
    }
    const block = node.parentElement?.closest(DIVIDES);
    if (runs.length === 0 || block !== within) runs.push([]);
    within = block;
    runs.at(-1)?.push(node);
  }
  return runs;
}

function markWords(root: Element): HTMLElement[] {
  return runsOf(root).flatMap((nodes) => {
    const { chunks, places } = findMarks(nodes.map(({ data }) => data).join(""), wanted, plainAnalyzer, false);
    const marked = new Set(places.flat());
    const found = chunks.filter((_, place) => marked.has(place));
    const ranges = found.map(({ text, start, end }) => {
      const before = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
      const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(text)?.[0].length ?? 0;
      return { start: start + before, end: end - after };
    });
    return markRanges(nodes, ranges);
  });
}

/** Marks ranges of the text that the nodes are together; a word that lies in several nodes gets a mark in each. */
function markRanges(
  nodes: readonly Text[],
  ranges: readonly { readonly start: number; readonly end: number }[],
): HTMLElement[] {
  let length = 0;
  const placed = nodes.map((node) => {
    const start = length;
    length += node.length;
    return { node, start, end: length };
  });
  const pieces = ranges.flatMap(({ start, end }) =>
    placed
      .filter((one) => one.start < end && one.end > start)
      .map((one) => ({
        node: one.node,
        start: Math.max(0, start - one.start),
        end: Math.min(one.end, end) - one.start,
      })),
  );
  // From the last to the first: what stands before keeps its place.
  return pieces
    .reverse()
    .map(({ node, start, end }) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = document.createElement("mark");
      range.surroundContents(mark);
      return mark;
    })
    .reverse();
}
