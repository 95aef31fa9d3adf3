import type { Archive } from "../model/archive.ts";
import type { EntityType } from "../model/fields.ts";
import { articlePage, articlePageKey } from "./article-page.ts";
import { articlesTable } from "./articles-table.ts";
import { makeContext, memo, type SiteTexts } from "./context.ts";
import { makeEntityPages } from "./entity-page.ts";
import { eventPages } from "./event-page.ts";
import { feedFile } from "./feed.ts";
import { homePages } from "./home-page.ts";
import { eventIndexPages, recordIndex } from "./index-page.ts";
import { inputsKey } from "./inputs.ts";
import { makeKeys } from "./keys.ts";
import { entitiesOf } from "./lists.ts";
import { movedPages, otherPages, siteFrame } from "./other-pages.ts";
import { reviewPages } from "./review-page.ts";
import { namedRecords } from "./search/records.ts";
import { searchSource } from "./search-document.ts";
import type { PageSource, SiteData } from "./site-data.ts";
import { robotsFile, sitemapFiles } from "./sitemap.ts";
import { timePages } from "./time-page.ts";

const TYPES: readonly EntityType[] = ["person", "organization", "place", "topic", "source"];

/**
 * The whole site from the archive and its texts. Pure; the work grows as the archive does, and a page's view is
 * made when it is asked for. Pages come in a fixed order: front page, articles in order of time, records, events,
 * time, the rest.
 */
export function siteData(archive: Archive, texts: SiteTexts): SiteData {
  const context = makeContext(archive, texts);
  const keys = makeKeys(context);
  const entityPages = makeEntityPages(context, keys);
  const named = memo((type: EntityType) => entitiesOf(context, type));
  const indexes = TYPES.map((type) => ({ type, ...recordIndex(context, type, named(type)) }));
  const articles = archive.articles.map(
    (article): PageSource => ({
      url: context.urls.article(article.id),
      kind: "article",
      from: () => articlePageKey(context, keys, article),
      textKey: `${texts.bodies.get(article.id)?.key} ${texts.hasRaw(article) ? article.raw.sha256 : ""}`,
      view: async () => articlePage(context, article, await texts.read(article)),
    }),
  );
  const review = reviewPages(context);
  const pages = [
    ...homePages(context, named),
    ...articles,
    ...indexes.flatMap(({ type, pages }) => [...pages, ...named(type).flatMap(({ id }) => entityPages(id))]),
    ...eventIndexPages(context),
    ...archive.events.flatMap((event) => eventPages(context, keys, event)),
    ...timePages(context),
    ...review.pages,
    ...movedPages(context),
    ...otherPages(context),
  ];
  const feed = feedFile(context);
  const files = [
    ...(feed === undefined ? [] : [feed]),
    ...sitemapFiles(context.urls, pages),
    robotsFile(context.urls),
    articlesTable(context),
    ...review.files,
    ...indexes.flatMap(({ files }) => files),
  ];
  // Where the search asks elsewhere, the names are all it needs of an index here.
  const searched = archive.config.search === undefined ? archive.articles : [];
  const documents = searched.map((article) => searchSource(context, article));
  return {
    frame: siteFrame(context, feed !== undefined),
    pages,
    documents,
    records: namedRecords(context),
    files,
    inputs: () => inputsKey(archive, texts),
  };
}
