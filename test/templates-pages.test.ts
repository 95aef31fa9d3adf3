import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import type { PageKind } from "../src/site/site-data.ts";
import { formatTitle } from "../templates/document.tsx";
import { renderPage } from "../templates/index.tsx";
import { parsePage } from "./support/page.ts";
import { approximateDay, article, frame, kinds, pages } from "./support/views.ts";

const EVERY_KIND = [
  "article",
  "entity",
  "event",
  "home",
  "index",
  "moved",
  "notFound",
  "review",
  "search",
  "text",
  "time",
] as const satisfies readonly PageKind[];

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });

it("lets the search page alone ask the endpoint that is configured", () => {
  const asking = { ...frame, searchEndpoint: "https://search.example.org:9200/archive" };
  const policyOf = (page: Parameters<typeof renderPage>[0]) =>
    parsePage(renderPage(page, asking)).querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  for (const page of Object.values(pages))
    expect(/connect-src[^;]*/.exec(policyOf(page))?.[0], page.kind).toBe(
      page.kind === "search" ? "connect-src 'self' https://search.example.org:9200" : undefined,
    );
});

it("has a view of every page kind", () => {
  expect([...kinds].sort()).toEqual([...EVERY_KIND]);
});

describe.each(Object.entries(pages))("%s", (_name, page) => {
  const html = renderPage(page, frame);
  const document = parsePage(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];

  it("is valid by the recommended rules of html-validate", async () => {
    const report = await validator.validateString(html);
    const problems = report.results.flatMap((result) =>
      result.messages.map((m) => `${m.line}:${m.column} ${m.message}`),
    );
    expect(problems).toEqual([]);
  });

  it("is an Arabic document with one heading, one main part and labelled landmarks", () => {
    expect(html.startsWith("<!DOCTYPE html>")).toBe(true);
    expect(document.documentElement.getAttribute("lang")).toBe("ar");
    expect(document.documentElement.getAttribute("dir")).toBe("rtl");
    expect(all("h1")).toHaveLength(1);
    expect(all("main")).toHaveLength(1);
    expect(all("header.masthead, footer.colophon")).toHaveLength(2);
    expect(all("nav:not([aria-label], [aria-labelledby])")).toEqual([]);
    expect(document.querySelector("a.skip")?.getAttribute("href")).toBe("#main");
  });

  it("asks nobody but the site, and holds no script or style of its own", () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
    expect(policy).toContain("default-src 'self'");
    expect(all("script:not([src], [type='application/ld+json']), style, [style]")).toEqual([]);
    const sources = all("script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img").map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href"),
    );
    for (const source of sources) expect(source).toMatch(/^\/(css|fonts|js|icon)/);
  });

  it("leaves no hole where a value is missing", () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|null</);
    const bare = all("main :is(p, li, dd, dt, td, th, h1, h2, h3, h4)").filter(
      (element) => element.textContent?.trim() === "" && !element.id,
    );
    expect(bare.map((element) => element.outerHTML)).toEqual([]);
  });

  it("gives every id once, and every link into the page a place to lead to", () => {
    const ids = all("[id]").map((element) => element.id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const link of all('a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
  });

  it("comes out the same again", () => {
    expect(renderPage(page, frame)).toBe(html);
  });
});

describe("breadcrumbs", () => {
  const trail = (page: Parameters<typeof renderPage>[0]) =>
    [...parsePage(renderPage(page, frame)).querySelectorAll(".trail li")].map((item) => item.textContent);

  it("lead from the home page over the section and the page above", () => {
    expect(trail(pages.month)).toEqual(["الرئيسية", "الزمن", "2021", "أيار/مايو 2021"]);
  });
  it("do not name an index twice", () => {
    expect(trail(pages.peopleIndex)).toEqual(["الرئيسية", "الأشخاص"]);
  });
  it("are not on the front page", () => {
    expect(trail(pages.home)).toEqual([]);
  });
});

describe("an article", () => {
  const document = parsePage(renderPage(article, frame));

  it("shows the raw text whole, line by line", () => {
    const raw = document.querySelector(".raw");
    for (const br of raw?.querySelectorAll("br") ?? []) br.replaceWith("\n");
    const whole = article.raw.map((piece) => piece.text).join("");
    expect(raw?.textContent).toBe(whole.replace(/\r\n?/g, "\n"));
  });

  it("marks the words of every value and leads from the value to the mark", () => {
    for (const view of article.evidence) {
      if (view.anchor === undefined) continue;
      expect(document.querySelector(`.values a[href="${view.anchor}"]`)).not.toBeNull();
      const mark = document.querySelector(view.anchor);
      expect(mark?.localName).toBe("mark");
      expect(mark?.getAttribute("data-fields")).toContain(view.field);
    }
  });

  it("strikes what was removed and says why", () => {
    const struck = [...document.querySelectorAll(".raw del")].map((element) => element.getAttribute("data-reason"));
    expect(struck).toEqual(article.raw.flatMap((piece) => piece.removed ?? []));
  });

  it("says what it does not know", () => {
    const sparse = parsePage(renderPage(pages.sparseArticle, frame));
    const byline = sparse.querySelector(".byline")?.textContent;
    expect(byline).toBe("المصدرغير معروفتاريخ النشرغير معروف");
  });

  it("writes a date for machines only when it is one", () => {
    const times = [...document.querySelectorAll(".byline time")].map((time) => time.getAttribute("datetime"));
    expect(times).toEqual(["2021-05-04", "2021-05-04", "2021-05-03"]);
    const approximate = parsePage(renderPage({ ...pages.sparseArticle, dates: [approximateDay] }, frame));
    expect(approximate.querySelectorAll(".byline time")).toHaveLength(0);
    expect(approximate.querySelector(".byline")?.textContent).toContain("نحو عام 2019 تقريبي");
  });
});

describe("the site's name and the page's title", () => {
  it("stand together, no longer than a tab shows", () => {
    expect(formatTitle("الأشخاص", "سِجِلّ")).toBe("الأشخاص · سِجِلّ");
    const long = formatTitle("كلمة ".repeat(40).trim(), "سِجِلّ");
    expect(long.length).toBeLessThanOrEqual(70);
    expect(long).toMatch(/كلمة… · سِجِلّ$/);
  });
  it("keep a Latin name apart", () => {
    expect(formatTitle("BBC News", "سِجِلّ")).toBe("\u2068BBC News\u2069 · سِجِلّ");
  });
});

it("works below a path and without a published address or feed", () => {
  const { origin: _origin, feedUrl: _feed, ...rest } = frame;
  const html = renderPage(pages.search, { ...rest, root: "/archive/", searchUrl: "/archive/search/" });
  expect(html).not.toContain("canonical");
  expect(html).not.toContain("atom+xml");
  expect(html).toContain('href="/archive/css/site.css?v=');
  expect(html).toContain('data-index="/archive/search-index/"');
});
