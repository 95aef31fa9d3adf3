import { lettersOf } from "../choose.ts";
import { isSiteFurniture, lineOf } from "./page.ts";
import { LINES, LONGEST_STAMP } from "./page-lines.ts";

/** The words of the `<title>`. */
export function titleOf(document: Document): string {
  return lineOf(document.querySelector("head > title") ?? document.querySelector("title"));
}

/**
 * The element that prints the headline: an `<h1>` that repeats the page's title, else another heading that does;
 * else the first `<h1>` that is no logo and no menu; without one, anything that holds the title's words and no
 * others. The site's name may stand before the title's words or after them.
 */
export function headlineOf(document: Document): Element | undefined {
  const title = lettersOf(titleOf(document));
  const headings = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => lineOf(element) !== "" && !isSiteFurniture(element));
  const repeats = (element: Element) => {
    const letters = lettersOf(lineOf(element));
    return title.startsWith(letters) || (letters.length >= SHORTEST_HEADLINE && title.endsWith(letters));
  };
  const isLong = (element: Element) => lettersOf(lineOf(element)).length >= SHORTEST_HEADLINE;
  const first = headings("h1");
  return (
    first.find(repeats) ??
    headings("h2, h3, [class*=title], [class*=Title], [class*=headline]").find(
      (element) => isLong(element) && repeats(element),
    ) ??
    first[0] ??
    (title.length < SHORTEST_HEADLINE
      ? (largestLine(document) ?? onlyTitle(document))
      : [...document.querySelectorAll(PLAIN_HEADLINE)].find(
          (element) =>
            (element.textContent ?? "").length <= LONGEST_STAMP * 2 &&
            element.closest("a") === null &&
            !isSiteFurniture(element) &&
            isLong(element) &&
            repeats(element),
        ))
  );
}

/** On a page of the nineties whose title is the site's name: the line in the largest letters. */
function largestLine(document: Document): Element | undefined {
  const sizeOf = (element: Element) => {
    const size = element.getAttribute("size") ?? "";
    return Number(size) + (size.startsWith("+") ? 3 : 0);
  };
  let largest: Element | undefined;
  for (const element of [...document.querySelectorAll("font[size]")].slice(0, LINES)) {
    if (!(sizeOf(element) >= LARGE && sizeOf(element) > (largest ? sizeOf(largest) : 0))) continue;
    const letters = lettersOf(lineOf(element)).length;
    if (letters < SHORTEST_HEADLINE || letters > LONGEST_STAMP || element.closest("a") !== null) continue;
    if (!isSiteFurniture(element) && !MASTHEAD.test(lineOf(element))) largest = element;
  }
  return largest;
}

/** On such a page without large letters: the one line that is called a title. */
function onlyTitle(document: Document): Element | undefined {
  const titles = [...document.querySelectorAll(".title, .storytitle, .contentheading, .newstitle")].slice(0, LINES);
  const [only, ...others] = titles.filter((element) => {
    const letters = lettersOf(lineOf(element)).length;
    return (
      letters >= SHORTEST_HEADLINE &&
      letters <= LONGEST_STAMP &&
      element.closest("a") === null &&
      !isSiteFurniture(element) &&
      !MASTHEAD.test(lineOf(element))
    );
  });
  return others.length === 0 ? only : undefined;
}

const MASTHEAD = /^(?:صحيفة|جريدة|مجلة|وكالة|شبكة|موقع|قناة|بوابة)\s/u;
/** `<font size>` of running text is 3. */
const LARGE = 4;

/** Letters that the title must share with a line that is marked as no heading. */
export const SHORTEST_HEADLINE = 12;
const PLAIN_HEADLINE = "h4, h5, h6, b, strong, font, span, p, td, div";

/** The `<article>` elements that announce other pages: their heading is a link. */
export function cardsOf(document: Document): ReadonlySet<Element> {
  const articles = [...document.querySelectorAll("article")].slice(0, LINES);
  return new Set(
    articles.filter(
      (article) =>
        article.querySelector("h1") === null &&
        article.querySelector("a[href] h2, a[href] h3, h2 a[href], h3 a[href]") !== null,
    ),
  );
}
