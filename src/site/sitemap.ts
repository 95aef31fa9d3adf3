import type { PageSource, SiteText } from "./site-data.ts";
import type { Urls } from "./urls.ts";
import { escapeXml } from "./xml.ts";

/** https://www.sitemaps.org/protocol.html: more addresses than this go into several files below an index. */
const LIMIT = 50_000;

/** Sitemaps, none without a base address: the protocol wants absolute ones. `lastmod` is left out, nobody recorded it. */
export function sitemapFiles(urls: Urls, pages: readonly PageSource[]): SiteText[] {
  const listed = pages
    .filter(({ kind }) => kind !== "notFound" && kind !== "review" && kind !== "moved")
    .map(({ url }) => urls.absolute(url))
    .filter((url) => url !== undefined);
  if (listed.length === 0) return [];
  const main = urls.file("sitemap.xml");
  if (listed.length <= LIMIT) return [{ url: main, content: () => formatMap("urlset", "url", listed) }];
  const parts = Array.from({ length: Math.ceil(listed.length / LIMIT) }, (_, index) => ({
    url: urls.file(`sitemap-${index + 1}.xml`),
    content: () => formatMap("urlset", "url", listed.slice(index * LIMIT, (index + 1) * LIMIT)),
  }));
  return [
    {
      url: main,
      content: () =>
        formatMap(
          "sitemapindex",
          "sitemap",
          parts.map(({ url }) => urls.absolute(url) as string),
        ),
    },
    ...parts,
  ];
}

function formatMap(root: string, item: string, urls: readonly string[]): string {
  const lines = urls.map((url) => `  <${item}><loc>${escapeXml(url)}</loc></${item}>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("\n")}\n</${root}>\n`;
}

/** Everything may be read by everybody; says where the sitemap is. */
export function robotsFile(urls: Urls): SiteText {
  const sitemap = urls.absolute(urls.file("sitemap.xml"));
  return {
    url: urls.file("robots.txt"),
    content: () => `User-agent: *\nAllow: /\n${sitemap === undefined ? "" : `\nSitemap: ${sitemap}\n`}`,
  };
}
