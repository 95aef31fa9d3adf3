import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import type { ArchiveConfig } from "../src/model/archive.ts";
import type { Article } from "../src/model/article.ts";
import { siteData } from "../src/site/data.ts";
import { uuid } from "../src/site/feed.ts";
import { robotsFile, sitemapFiles } from "../src/site/sitemap.ts";
import { makeUrls } from "../src/site/urls.ts";
import { escapeXml } from "../src/site/xml.ts";
import { heldTexts } from "./support/held-texts.ts";

function files(
  count: number,
  config: Partial<ArchiveConfig> = {},
  change: (article: Article) => Article = (article) => article,
) {
  const { archive, raw } = sampleArchive(count, config);
  const data = siteData(
    { ...archive, articles: archive.articles.map(change) },
    heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "", generator: "Sijill 1" }),
  );
  return new Map(data.files.map(({ url, content }) => [url, content()]));
}

describe("the Atom feed", () => {
  const feed = (config: Partial<ArchiveConfig> = {}, change?: (article: Article) => Article) => {
    const text = files(90, config, change).get(`${new URL(config.baseUrl ?? "https://x.org/").pathname}feed.xml`) ?? "";
    return { text, root: new DOMParser().parseFromString(text, "text/xml").documentElement as unknown as Element };
  };
  const child = (element: Element, name: string) => [...element.children].filter(({ tagName }) => tagName === name);

  it("holds what RFC 4287 asks for", () => {
    const { root } = feed();
    for (const name of ["id", "title", "updated"]) expect(child(root, name)).toHaveLength(1);
    const entries = child(root, "entry");
    expect(entries).toHaveLength(50);
    for (const entry of entries) {
      for (const name of ["id", "title", "updated"]) expect(child(entry, name)).toHaveLength(1);
      expect(child(entry, "updated")[0]?.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(child(entry, "link")[0]?.getAttribute("rel")).toBe("alternate");
    }
    const ids = entries.map((entry) => child(entry, "id")[0]?.textContent);
    expect(new Set(ids).size).toBe(50);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("states no date it does not know: entries dated to the day only, the feed's date that of the latest", () => {
    const { root } = feed();
    const dates = child(root, "entry").map((entry) => child(entry, "updated")[0]?.textContent ?? "");
    expect(dates).toEqual([...dates].sort().reverse());
    expect(child(root, "updated")[0]?.textContent).toBe(dates[0]);
  });

  it("tells where an article stood before", () => {
    const of = (originalUrl: string[]) => {
      const [entry] = child(feed({}, (article) => ({ ...article, originalUrl })).root, "entry");
      return child(entry as Element, "link").map((link) => `${link.getAttribute("rel")} ${link.getAttribute("href")}`);
    };
    expect(of(["https://shore.example/?a=1"])[1]).toBe("via https://shore.example/?a=1");
    expect(of(["javascript:alert(1)"])).toHaveLength(1);
  });

  it("is left out when no article is dated to the day", () => {
    expect(feed({}, ({ date: _, ...article }) => article as Article).text).toBe("");
  });

  it("keeps the ids of its entries when the site moves, and links absolutely with a base address", () => {
    const ids = (text: string) => [...text.matchAll(/<entry>\s*<id>([^<]*)/g)].map((match) => match[1]);
    const here = feed({ baseUrl: "https://example.org/press/" }).text;
    expect(ids(here)).toEqual(ids(feed().text));
    expect(
      [...here.matchAll(/href="([^"]*)"/g)].every(([, url]) => url?.startsWith("https://example.org/press/")),
    ).toBe(true);
    expect([...feed().text.matchAll(/href="([^"]*)"/g)].every(([, url]) => url?.startsWith("/"))).toBe(true);
  });

  it("escapes markup and leaves out what XML forbids", () => {
    expect(escapeXml('a<b>&"\u0000\u000B\uFFFE\uD800c\u{1F600}\n')).toBe("a&lt;b&gt;&amp;&quot;c\u{1F600}\n");
    const { root } = feed({}, (article) => ({ ...article, title: '<قمة> & "لقاء"\u0001' }));
    expect(child(child(root, "entry")[0] as Element, "title")[0]?.textContent).toBe('<قمة> & "لقاء"');
  });

  it("makes version 5 UUIDs", () => {
    // As Python has it: uuid.uuid5(uuid.NAMESPACE_URL, …).
    expect(uuid("http://www.ietf.org/rfc/rfc4122.txt")).toBe("urn:uuid:d0690b3c-b29d-52e7-81b0-d573b503f2d4");
  });
});

describe("the sitemap", () => {
  it("lists every page but the one for errors, absolutely", () => {
    const all = files(30, { baseUrl: "https://example.org/press/" });
    const urls = [...(all.get("/press/sitemap.xml") ?? "").matchAll(/<loc>([^<]*)/g)].map(
      (match) => match[1] as string,
    );
    expect(urls).toContain("https://example.org/press/");
    expect(urls.every((url) => url.startsWith("https://example.org/press/"))).toBe(true);
    expect(urls).not.toContain("https://example.org/press/404.html");
    expect(all.get("/press/robots.txt")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://example.org/press/sitemap.xml\n",
    );
  });

  it("is not made without a base address", () => {
    expect([...files(5).keys()]).toEqual([
      "/feed.xml",
      "/robots.txt",
      "/articles.csv",
      "/review/doubts.csv",
      "/review/records.json",
    ]);
    expect(robotsFile(makeUrls()).content()).toBe("User-agent: *\nAllow: /\n");
  });

  it("is cut into parts where the protocol wants it", () => {
    const pages = Array.from({ length: 100_001 }, (_, index) => ({
      url: `/articles/${index}/`,
      kind: "article" as const,
      view: () => undefined as never,
    }));
    const made = sitemapFiles(makeUrls("https://example.org/"), pages);
    expect(made.map(({ url }) => url)).toEqual(["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]);
    expect(made[0]?.content().match(/<sitemap>/g)).toHaveLength(3);
    expect(made[3]?.content().match(/<url>/g)).toHaveLength(1);
  });
});
