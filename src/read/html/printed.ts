import { lettersOf } from "../choose.ts";
import type { Candidate } from "../types.ts";
import { cardsOf, SHORTEST_HEADLINE, titleOf } from "./headline.ts";
import { isSiteFurniture, lineOf } from "./page.ts";
import { LINES, linesOfPage, type PageLine } from "./page-lines.ts";
import { dayInAddress, readByline, readLabelled, readStamp, readTime } from "./printed-values.ts";

/** How far above the headline its stamp may stand in the tree. */
const LEVELS = 6;
/** The same for a stamp that is printed above the headline. */
const LEVELS_ABOVE = 1;

/**
 * What the page shows its readers around the headline: the headline itself, `<time>`, a printed date, a byline;
 * and the date in its address. The date in a site's header is the day the page was saved, dates in lists are
 * those of other articles: both are left alone.
 */
export function readPrinted(
  document: Document,
  headline: Element | undefined,
  address: string | undefined,
): Candidate[] {
  const found: Candidate[] = [];
  if (headline !== undefined) {
    const words = lineOf(headline);
    const name = headline.tagName.toLowerCase();
    found.push({ field: "title", value: words, rule: name === "h1" ? "html:h1" : "html:heading", words, place: name });
  }
  const title = titleOf(document);
  // Above a headline that is no heading and shares nothing with it, a short title names the site.
  const field =
    headline && /^font$/i.test(headline.tagName) && lettersOf(title).length < SHORTEST_HEADLINE ? "site" : "title";
  if (title !== "") found.push({ field, value: title, rule: "html:title-element", words: title, place: "title" });
  const page = linesOfPage(document.body, headline);
  found.push(...(headline === undefined ? onlyStamp(document, page) : nearHeadline(document, headline, page)));
  const day = address === undefined ? undefined : dayInAddress(address);
  if (day !== undefined) found.push({ field: "published", ...day, rule: "html:url-date", place: "the page's address" });
  return found;
}

/** Searches outwards from the headline; the nearest container that holds a stamp decides, in it the line nearest the headline. */
function nearHeadline(document: Document, headline: Element, page: readonly PageLine[]): Candidate[] {
  const times = [...document.querySelectorAll("time[datetime], abbr.published[title]")].slice(0, LINES);
  const cards = cardsOf(document);
  const nearby = [...page].sort((a, b) => a.distance - b.distance).slice(0, LINES);
  const found: Candidate[] = [];
  const has = (field: Candidate["field"]) => found.some((candidate) => candidate.field === field);
  const add = (candidate: Candidate | undefined) => {
    if (candidate === undefined || has(candidate.field)) return;
    // A day after the one of the change that stands nearer is not the article's.
    const dayOf = (wanted: Candidate["field"]) => found.find(({ field }) => field === wanted)?.value;
    const [published, changed] = [dayOf("published"), dayOf("modified")];
    if (candidate.field === "published" && changed !== undefined && candidate.value > changed) return;
    if (candidate.field === "modified" && published !== undefined && candidate.value < published) return;
    found.push(candidate);
  };
  let scope: Element | null = headline.parentElement;
  for (let level = 0; level < LEVELS && scope !== null && scope !== document.documentElement; level++) {
    const within = scope;
    const isNear = (element: Element) => within.contains(element) && !isElsewhere(element, within, cards, headline);
    // Above the headline and apart from it a page prints today's date.
    const near = nearby.filter(({ element, isAbove }) => isNear(element) && (!isAbove || level <= LEVELS_ABOVE));
    if (!has("published")) for (const time of times.filter(isNear)) add(readTime(time));
    // Beside a `<time>` of the publication the day of the change may be printed alone.
    const isDated = has("published");
    for (const line of near)
      for (const stamp of readStamp(line)) if (stamp.field === "modified" || !isDated) add(stamp);
    if (!has("author")) for (const line of near) add(readByline(line.text) ?? readLabelled(line));
    if (has("published") && has("author")) break;
    scope = scope.parentElement;
  }
  return found;
}

/** On a page without a headline: the one day that it prints, if it prints one alone. */
function onlyStamp(document: Document, page: readonly PageLine[]): Candidate[] {
  const cards = cardsOf(document);
  const stamps = page
    .slice(0, LINES)
    .filter(({ element }) => !isElsewhere(element, document.body, cards, undefined))
    .flatMap(readStamp);
  const found = stamps.filter(({ field }) => field === "published");
  return new Set(found.map(({ value }) => value)).size === 1 ? found.slice(0, 1) : [];
}

/** In a list of other articles, a side column or the site's header. */
function isElsewhere(
  element: Element,
  scope: Element,
  cards: ReadonlySet<Element>,
  headline: Element | undefined,
): boolean {
  if (isSiteFurniture(element)) return true;
  for (let at: Element | null = element; at !== null && at !== scope; at = at.parentElement) {
    const name = at.tagName.toUpperCase();
    if (isSiteHeader(at) && !(headline && at.contains(headline))) return true;
    if (name === "FORM" || (name === "A" && lineOf(at) !== lineOf(element))) return true;
    if (
      /(?:^|[\s_-])(?:related|sidebar|most|latest|comments?|repl(?:y|ies)|respond|disqus|bio|biography|author-(?:box|bio|info)|widget|recommend\w*|ticker)(?:$|[\s_-])/i.test(
        `${at.getAttribute("class") ?? ""} ${at.id}`,
      )
    )
      return true;
    if (at.getAttribute("itemprop") === "comment" || (name === "ARTICLE" && cards.has(at))) return true;
    // Readers' comments are articles, too, in a section of their own.
    if (name === "ARTICLE" && headline && at.contains(headline)) return false;
  }
  return false;
}

/** The part of a page that is the same on all of them and shows today's date, by its class or id. */
function isSiteHeader(element: Element): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return (
    /(?:^|[\s_-])(?:header|top|topbar|navbar|nav|menu|masthead|today|clock|weather|footer)(?:$|[\s_-])/i.test(names) &&
    !/article|post|entry|story|single|content|detail|news|date/i.test(names)
  );
}
