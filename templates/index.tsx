/** How the site looks: one function from a page's view to its document. Pure: same view, same string. */
import type { AnyPage } from "../src/site/site-data.ts";
import type { Ref, SiteFrame } from "../src/site/views/parts.ts";
import { articleMain } from "./article.tsx";
import { type DocumentParts, renderDocument, sectionTrail } from "./document.tsx";
import { entityMain } from "./entity.tsx";
import { indexMain } from "./entity-index.tsx";
import { eventMain } from "./event.tsx";
import { homeMain } from "./home.tsx";
import { lettersMain } from "./letters.tsx";
import { movedMain } from "./moved.tsx";
import { notFoundMain } from "./not-found.tsx";
import { reviewMain } from "./review.tsx";
import { searchMain } from "./search.tsx";
import { textMain } from "./text.tsx";
import { timeMain } from "./time.tsx";

/** The style sheet of indexes and records. */
const NAMES: readonly string[] = ["names"];

/** A page's whole document, doctype included. */
export function renderPage(page: AnyPage, frame: SiteFrame): string {
  return renderDocument(page, frame, { kind: page.kind, ...partsOf(page, frame) });
}

function partsOf(page: AnyPage, frame: SiteFrame): Omit<DocumentParts, "kind"> {
  const trail = sectionTrail(page, frame);
  switch (page.kind) {
    case "home":
      return { main: homeMain(page, frame) };
    case "article":
      return {
        main: articleMain(page, frame),
        trail,
        isArticle: true,
        meta: page.citation.meta,
        styles: ["article"],
        scripts: page.mentions.length > 0 ? ["mentions"] : [],
      };
    case "index":
      return {
        main: indexMain(page, frame),
        trail: [...trail, ...(page.above ?? [])],
        styles: NAMES,
        scripts: page.isFilterable ? ["index"] : [],
      };
    case "letters":
      return { main: lettersMain(page, frame), trail: [...trail, ...page.above], styles: NAMES, scripts: ["letters"] };
    case "entity":
      return { main: entityMain(page, frame), trail: [...trail, ...page.containers], styles: NAMES };
    case "event":
      return { main: eventMain(page, frame), trail };
    case "time":
      return { main: timeMain(page, frame), trail: withParent(trail, page.up) };
    case "search":
      return { main: searchMain(page, frame), trail, styles: ["search"], scripts: ["search"] };
    case "review":
      return { main: reviewMain(page, frame), trail, styles: ["review"], scripts: ["review"], noIndex: true };
    case "text":
      return { main: textMain(page, frame), trail };
    case "moved":
      return { main: movedMain(page, frame), moveTo: page.to.url, noIndex: true };
    case "notFound":
      return { main: notFoundMain(page, frame), noIndex: true };
  }
}

/** The page above a day is its month; it is not named twice when it is the section itself. */
function withParent(trail: readonly Ref[], up: Ref | undefined): readonly Ref[] {
  return up === undefined || trail.some((ref) => ref.url === up.url) ? trail : [...trail, up];
}
