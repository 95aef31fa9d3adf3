/** On an article that a search led to: marks the words searched, as the search reads them, and goes to the first. */
import { type Analyzer, makeAnalyzer } from "../../arabic/analysis/analyze.ts";
import { makeNames } from "../../arabic/analysis/names.ts";
import type { NamedRecord, SearchManifest } from "../site-data.ts";
import { BROWSER } from "../strings.ts";
import { MARK_PARAMETER } from "./search/address.ts";
import { fetchPacked } from "./search/postings.ts";
import { parseQuery } from "./search/query.ts";
import { requiredOf } from "./search/rank.ts";

/** Where an article's own words stand. */
const TEXTS = "main h1, main .prose";

const words = new URLSearchParams(location.search).get(MARK_PARAMETER) ?? "";
const analyzer = makeAnalyzer(makeNames(await readNames()));
const keys = keysOf(words, analyzer);
const marks = [...document.querySelectorAll(TEXTS)].flatMap((element) => markWords(element, keys, analyzer));
if (location.hash === "") marks[0]?.scrollIntoView({ block: "center" });

/** Names of the archive; without them words are marked all the same. */
async function readNames(): Promise<(readonly string[])[]> {
  try {
    const folder = new URL("../pagefind/", import.meta.url).href;
    const manifest = (await (await fetch(`${folder}search.json`)).json()) as SearchManifest;
    const records = JSON.parse(await fetchPacked(folder + manifest.names)) as NamedRecord[];
    return records.flatMap(({ names }) => names);
  } catch {
    return [];
  }
}

function keysOf(typed: string, analyzer: Analyzer): ReadonlySet<string> {
  const query = parseQuery(typed, analyzer, new Map(Object.entries(BROWSER.fieldWords)));
  return new Set(requiredOf(query.clauses).flatMap(({ units }) => units.flatMap((unit) => unit.keys)));
}

function markWords(root: Element, keys: ReadonlySet<string>, { analyze }: Analyzer): HTMLElement[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.flatMap((node) => {
    const found = analyze(node.data).filter(
      ({ names, words }) =>
        names.some((key) => keys.has(key)) || words.some((word) => word.keys.some((key) => keys.has(key))),
    );
    // From the last to the first: what stands before keeps its place.
    return found
      .reverse()
      .map(({ text, start }) => {
        const before = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
        const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(text)?.[0].length ?? 0;
        const range = document.createRange();
        range.setStart(node, start + before);
        range.setEnd(node, start + text.length - after);
        const mark = document.createElement("mark");
        range.surroundContents(mark);
        return mark;
      })
      .reverse();
  });
}
