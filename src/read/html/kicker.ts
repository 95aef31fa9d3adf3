import { parseArabicDate } from "../../arabic/dates.ts";
import { lettersOf } from "../choose.ts";
import type { Candidate } from "../types.ts";
import { lineOf } from "./page.ts";

/** What pages and their makers call the line above a headline. */
const KICKER =
  /(?:^|[\s_-])(?:kicker|overline|eyebrow|surtitle|(?:pre|up|upper|over|sup|top)[_-]?(?:title|headline)|(?:title|headline)[_-]?(?:kicker|upper|over))(?:$|[\s_-])/i;
/** «headlineKicker» */
const IN_CAMEL_CASE = /[a-z](?:Kicker|Eyebrow|Overline)(?:$|[\s_A-Z-])/;
/** How many levels above the headline are looked at. */
const LEVELS = 3;
const LONGEST = 120;
/** One word names a section. */
const FEWEST_WORDS = 2;

/**
 * Takes the line above a headline out of the heading that holds both, and sets it before it: an element at the beginning
 * that is named so, or whose words the page's title does without.
 */
export function liftKickers(document: Document): void {
  const title = lettersOf(lineOf(document.querySelector("head > title")));
  for (const heading of [...document.querySelectorAll("h1, h2")].slice(0, MOST_HEADINGS)) {
    const first = [...heading.childNodes].find((node) => (node.textContent ?? "").trim() !== "");
    if (first?.nodeType !== 1) continue;
    const element = first as Element;
    const [whole, own] = [lettersOf(lineOf(heading)), lettersOf(lineOf(element))];
    const rest = whole.slice(own.length);
    if (!whole.startsWith(own) || rest.length < SHORTEST_HEADLINE) continue;
    if (!isNamed(element)) {
      if (!title.startsWith(rest) || isLink(element, lineOf(element))) continue;
      element.setAttribute("class", "kicker");
    }
    // One word is the section's, and no line of the text.
    if (lineOf(element).split(" ").length < FEWEST_WORDS) element.remove();
    else heading.before(element);
    if (/^br$/i.test(heading.firstElementChild?.tagName ?? "")) heading.firstElementChild?.remove();
  }
}

/** Headings of a page that are looked at. */
const MOST_HEADINGS = 10;
/** Letters of what is left of a heading. */
const SHORTEST_HEADLINE = 12;

/**
 * The kicker that the page prints above its headline, where its markup says so: by the class of the element, or as a
 * paragraph before the heading of an `<hgroup>` (https://html.spec.whatwg.org/#the-hgroup-element). The name of a
 * section, a link to one, and a date are none.
 */
export function readKicker(headline: Element, declared: readonly Candidate[]): Candidate[] {
  const others = new Set(
    declared
      .filter(({ field }) => field === "section" || field === "site" || field === "title" || field === "keyword")
      .map(({ value }) => lettersOf(value)),
  );
  let at: Element | null = headline;
  for (let level = 0; level < LEVELS && at !== null; level++, at = at.parentElement) {
    const isGroup = /^hgroup$/i.test(at.parentElement?.tagName ?? "");
    for (let above = at.previousElementSibling; above !== null; above = above.previousElementSibling) {
      const named = [above, ...above.querySelectorAll("[class]")].filter(isNamed);
      for (const element of isGroup && /^p$/i.test(above.tagName) ? [above] : named) {
        const words = lineOf(element);
        if (isKicker(words) && !others.has(lettersOf(words)) && !isLink(element, words))
          return [{ field: "kicker", value: words, rule: "html:kicker", words, place: "above the headline" }];
      }
    }
  }
  return [];
}

const isNamed = (element: Element) => {
  const name = element.getAttribute("class") ?? "";
  return KICKER.test(name) || IN_CAMEL_CASE.test(name);
};

function isKicker(words: string): boolean {
  return (
    words.length <= LONGEST &&
    words.split(" ").length >= FEWEST_WORDS &&
    /\p{L}{2}/u.test(words) &&
    !parseArabicDate(words).some(({ absolute, at }) => absolute && at[1] - at[0] > words.length / 2)
  );
}

/** A whole line that leads elsewhere is the section's. */
const isLink = (element: Element, words: string) =>
  element.closest("a[href]") !== null || [...element.querySelectorAll("a[href]")].some((a) => lineOf(a) === words);
