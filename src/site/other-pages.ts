import type { SiteContext } from "./context.ts";
import { collectionJsonLd } from "./json-ld.ts";
import { headline } from "./listed-article.ts";
import { searchFilters } from "./search-document.ts";
import type { PageSource } from "./site-data.ts";
import { VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";
import type { Ref, SiteFrame } from "./views/parts.ts";

/** The name of the hand-written page that the navigation shows as the archive's own word. */
const ABOUT = "about";

/** What is the same on every page. */
export function siteFrame(context: SiteContext, hasFeed: boolean): SiteFrame {
  const { archive, urls, texts } = context;
  const written = texts.pages.map(({ name, title }) => ({
    key: name,
    url: urls.text(name),
    label: name === ABOUT ? VIEW.sections.about : title,
  }));
  return {
    title: archive.config.title,
    description: archive.config.description,
    ...(urls.origin === undefined ? {} : { origin: urls.origin }),
    root: urls.root,
    homeUrl: urls.home(),
    searchUrl: urls.search(),
    reviewUrl: urls.review(),
    tableUrl: urls.file("articles.csv"),
    ...(archive.config.search === undefined ? {} : { searchEndpoint: archive.config.search.endpoint }),
    ...(hasFeed ? { feedUrl: urls.file("feed.xml") } : {}),
    navigation: [
      ...sectionRefs(context),
      { key: "search", url: urls.search(), label: VIEW.sections.search },
      ...written,
    ],
    assetVersion: texts.assetVersion,
    generator: texts.generator,
  };
}

/** Indexes of the archive, with their keys. */
function sectionRefs({ urls }: SiteContext): (Ref & { readonly key: string })[] {
  const types = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
  const sections = types.map((type) => ({
    key: SECTIONS[type],
    url: urls.index(type),
    label: VIEW.sections[SECTIONS[type]],
  }));
  return [...sections, { key: "time", url: urls.time(), label: VIEW.sections.time }];
}

/** The old addresses of merged articles, each leading to where the article is now. */
export function movedPages({ archive, urls }: SiteContext): PageSource[] {
  return archive.articles.flatMap((article) =>
    (article.merged ?? []).map(({ id }): PageSource => {
      const url = urls.article(id);
      const to = { url: urls.article(article.id), label: headline(article) };
      return { url, kind: "moved", view: async () => ({ kind: "moved", url, title: to.label, to }) };
    }),
  );
}

/** Search, hand-written pages and the page for addresses that are none. */
export function otherPages(context: SiteContext): PageSource[] {
  const { urls, texts } = context;
  const indexes = sectionRefs(context).map(({ url, label }) => ({ url, label }));
  const searchUrl = urls.search();
  const notFoundUrl = urls.file("404.html");
  const search: PageSource = {
    url: searchUrl,
    kind: "search",
    view: async () => ({
      kind: "search",
      url: searchUrl,
      title: VIEW.sections.search,
      section: "search",
      indexes,
      filters: searchFilters(),
    }),
  };
  const notFound: PageSource = {
    url: notFoundUrl,
    kind: "notFound",
    view: async () => ({ kind: "notFound", url: notFoundUrl, title: VIEW.notFound, indexes }),
  };
  const written = texts.pages.map(({ name, title, body }): PageSource => {
    const url = urls.text(name);
    return {
      url,
      kind: "text",
      view: async () => ({
        kind: "text",
        url,
        title,
        section: name,
        jsonLd: collectionJsonLd(context, url, title),
        heading: title,
        html: body.html,
      }),
    };
  });
  return [search, ...written, notFound];
}
