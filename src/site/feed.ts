import { createHash } from "node:crypto";
import type { ListedArticle } from "../model/article.ts";
import { webLink } from "./citation.ts";
import type { SiteContext } from "./context.ts";
import { headline, idsIn } from "./listed-article.ts";
import type { SiteText } from "./site-data.ts";
import { escapeXml } from "./xml.ts";

/** Entries in the feed: readers ask for what is new, the site has the rest. */
const LIMIT = 50;
/** Name space of the ids: the one RFC 4122, appendix C, gives for URLs (`sijill:…` is one). Never to change. */
const NAME_SPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/**
 * Atom feed (RFC 4287) of the latest articles; undefined when there is nothing to put in.
 *
 * RFC 4287 asks every entry for `updated` and every feed for a date and lasting ids. Sijill states no date it
 * does not know and never the clock's: an entry's `updated` is the article's principal date (midnight UTC), so only
 * articles dated to the day are in the feed, and the feed's own is that of its latest entry. Ids are version 5
 * UUIDs of the article's id and of the archive's title: they stay when the site moves. Links are absolute with
 * a base address and relative to the feed without one, which RFC 4287 allows.
 */
export function feedFile(context: SiteContext): SiteText | undefined {
  const articles = latest(context);
  const [first] = articles;
  return first && { url: context.urls.file("feed.xml"), content: () => formatFeed(context, first, articles) };
}

function formatFeed(context: SiteContext, first: ListedArticle, articles: readonly ListedArticle[]): string {
  const { archive, urls } = context;
  const link = (url: string) => urls.absolute(url) ?? url;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
  <id>${uuid(`sijill:feed:${archive.config.title}`)}</id>
  <title>${escapeXml(archive.config.title)}</title>
  <subtitle>${escapeXml(archive.config.description)}</subtitle>
  <updated>${instant(first.date as string)}</updated>
  <author><name>${escapeXml(archive.config.title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(link(urls.file("feed.xml")))}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(link(urls.home()))}"/>
  <generator>${escapeXml(context.texts.generator)}</generator>
${articles.map((article) => formatEntry(context, article, link)).join("\n")}
</feed>
`;
}

/** Articles dated to the day, the latest first. */
function latest(context: SiteContext): ListedArticle[] {
  const found: ListedArticle[] = [];
  for (let index = context.archive.articles.length - 1; index >= 0 && found.length < LIMIT; index--) {
    const article = context.archive.articles[index] as ListedArticle;
    if (isDay(article.date)) found.push(article);
  }
  return found;
}

const isDay = (date: string | undefined): date is string => date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date);
const instant = (day: string) => `${day}T00:00:00Z`;

function formatEntry(context: SiteContext, article: ListedArticle, link: (url: string) => string): string {
  const { source, dates } = article;
  const label = (id: string) => escapeXml(context.entity(id).prefLabel);
  const lead = context.card(article).lead;
  const original = webLink(article.originalUrl?.[0]);
  const lines = [
    `<id>${uuid(`sijill:article:${article.id}`)}</id>`,
    `<title>${escapeXml(headline(article))}</title>`,
    `<updated>${instant(article.date as string)}</updated>`,
    ...(isDay(dates.published) ? [`<published>${instant(dates.published)}</published>`] : []),
    ...(source === undefined ? [] : [`<author><name>${label(source)}</name></author>`]),
    `<link rel="alternate" type="text/html" href="${escapeXml(link(context.urls.article(article.id)))}"/>`,
    // RFC 4287, 4.2.7.2: where the information of the entry comes from.
    ...(original === undefined ? [] : [`<link rel="via" href="${escapeXml(original.url)}"/>`]),
    ...idsIn(article, "topics").map((id) => `<category term="${escapeXml(id)}" label="${label(id)}"/>`),
    ...(lead === "" ? [] : [`<summary>${escapeXml(lead)}</summary>`]),
  ];
  return `  <entry>\n${lines.map((line) => `    ${line}`).join("\n")}\n  </entry>`;
}

/** RFC 4122 version 5 UUID of a name, as a URN. */
export function uuid(name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(NAME_SPACE.replace(/-/g, ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}`;
}
