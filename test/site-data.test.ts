import { describe, expect, it } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import type { ArchiveConfig } from "../src/model/archive.ts";
import { renderBody } from "../src/site/body.ts";
import { siteData } from "../src/site/data.ts";
import { mentionsOf } from "../src/site/mentions.ts";
import type { AnyPage } from "../src/site/site-data.ts";
import { makeUrls } from "../src/site/urls.ts";
import type { IndexPage } from "../src/site/views/indexes.ts";
import type { HomePage } from "../src/site/views/pages.ts";
import type { EntityPage, TimePage } from "../src/site/views/records.ts";
import { heldTexts } from "./support/held-texts.ts";

async function sampleSite(count: number, config: Partial<ArchiveConfig> = {}) {
  const { archive, raw } = sampleArchive(count, config);
  const urls = makeUrls(archive.config.baseUrl);
  const bodies = new Map(
    archive.articles.map((article) => [
      article.id,
      renderBody({ markdown: article.body, mentions: mentionsOf(article, archive.authority, urls) }),
    ]),
  );
  const about = { name: "about", title: "عن التجربة", body: renderBody({ markdown: "نص", mentions: [] }) };
  const data = siteData(archive, heldTexts({ raw, bodies, pages: [about], assetVersion: "1", generator: "Sijill" }));
  const views = await Promise.all(data.pages.map((page) => page.view()));
  const page = <K extends AnyPage["kind"]>(kind: K, url: string) =>
    views.find((view) => view.kind === kind && view.url === url) as Extract<AnyPage, { kind: K }>;
  return { archive, raw, data, views, page };
}

/** Every string under a `url` key, and every href in HTML. */
function linksIn(value: unknown): string[] {
  if (typeof value === "string") return [...value.matchAll(/href="([^"]*)"/g)].map((match) => match[1] as string);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    /^(url|searchUrl|homeUrl|feedUrl)$/.test(key) && typeof item === "string" ? [item] : linksIn(item),
  );
}

const small = await sampleSite(60);
const large = await sampleSite(1200);

describe("the site's data", () => {
  it("has one page an address", () => {
    for (const { data, views } of [small, large]) {
      expect(new Set(data.pages.map(({ url }) => url)).size).toBe(data.pages.length);
      expect(views.map(({ url, kind }) => ({ url, kind }))).toEqual(data.pages.map(({ url, kind }) => ({ url, kind })));
    }
  });

  it.each([undefined, "https://example.org/", "https://example.org/press/archive/"])(
    "links only to pages and files of its own, base %s",
    async (baseUrl) => {
      const { data, views } = await sampleSite(150, baseUrl === undefined ? {} : { baseUrl });
      const known = new Set([...data.pages, ...data.files].map(({ url }) => url));
      const own = [...views, data.frame]
        .flatMap(linksIn)
        .filter((url) => !url.startsWith("https://example.org/") || baseUrl === undefined);
      const internal = own.filter((url) => url.startsWith("/"));
      expect(internal.length).toBeGreaterThan(1000);
      expect(internal.map((url) => url.replace(/\?.*/, "")).filter((url) => !known.has(url))).toEqual([]);
      expect(own.filter((url) => !url.startsWith("/") && !/^https:\/\/example\.org\/\d+$/.test(url))).toEqual([]);
    },
  );

  it("puts the path of the base address before every address", async () => {
    const { data, views } = await sampleSite(30, { baseUrl: "https://example.org/press/" });
    expect(data.frame).toMatchObject({
      origin: "https://example.org",
      root: "/press/",
      homeUrl: "/press/",
      searchUrl: "/press/search/",
    });
    expect(
      [...views, data.frame].flatMap(linksIn).filter((url) => url.startsWith("/") && !url.startsWith("/press/")),
    ).toEqual([]);
  });

  it("makes a page for every record that an article names, and for no other", async () => {
    const { archive, data } = await sampleSite(5);
    const named = new Set(
      archive.articles
        .flatMap((a) => [
          a.source,
          a.datelinePlace,
          ...(a.people ?? []),
          ...(a.organizations ?? []),
          ...(a.places ?? []),
          ...(a.topics ?? []),
        ])
        .filter((id) => id !== undefined),
    );
    const made = data.pages.filter(({ kind }) => kind === "entity").map(({ url }) => url.split("/").at(-2));
    expect([...made].sort()).toEqual([...named].sort());
    expect(archive.authority.entities.size).toBeGreaterThan(named.size);
  });

  it("is the same twice", async () => {
    expect(JSON.stringify((await sampleSite(60)).views)).toBe(JSON.stringify(small.views));
  });

  it("shows a record that the authority does not hold by its id", async () => {
    const { archive, raw } = sampleArchive(1);
    const article = { ...archive.articles[0], people: ["nobody"] } as (typeof archive.articles)[0];
    const data = siteData(
      { ...archive, articles: [article] },
      heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "", generator: "" }),
    );
    expect(await data.pages.find(({ url }) => url === "/people/nobody/")?.view()).toMatchObject({ name: "nobody" });
  });

  it("stands without any article", async () => {
    const { archive } = sampleArchive(0);
    const data = siteData(
      archive,
      heldTexts({ raw: new Map(), bodies: new Map(), pages: [], assetVersion: "", generator: "" }),
    );
    const views = await Promise.all(data.pages.map((page) => page.view()));
    expect(views.map(({ kind }) => kind)).toEqual([
      "home",
      "index",
      "index",
      "index",
      "index",
      "index",
      "index",
      "time",
      "review",
      "search",
      "notFound",
    ]);
    expect(data.files.map(({ url }) => url)).toEqual([
      "/robots.txt",
      "/articles.csv",
      "/review/doubts.csv",
      "/review/records.json",
    ]);
    expect(data.frame.feedUrl).toBeUndefined();
    expect(views[0]).toMatchObject({ totals: ["لا مقالات"] });
  });
});

describe("lists", () => {
  const topic = () => {
    const parts = large.views.filter(
      (view): view is EntityPage => view.kind === "entity" && view.url.startsWith("/topics/topic-0/"),
    );
    const cards = parts.flatMap(({ years }) => years.flatMap(({ articles }) => articles));
    return { parts, cards };
  };

  it("cut a long list from the oldest on and lose no article", () => {
    const { parts, cards } = topic();
    const count = large.archive.articles.filter(({ topics }) => topics?.includes("topic-0")).length;
    expect(parts.length).toBeGreaterThan(2);
    expect(new Set(cards.map(({ url }) => url)).size).toBe(count);
    expect(parts[0]?.url).toBe("/topics/topic-0/");
    expect(parts.slice(1).map(({ url }) => url)).toEqual(
      Array.from({ length: parts.length - 1 }, (_, i) => `/topics/topic-0/page-${parts.length - 1 - i}/`),
    );
    const dated = (part: EntityPage) =>
      part.years.flatMap(({ articles }) => articles).filter(({ date }) => date !== undefined).length;
    expect(parts.slice(1).map(dated)).toEqual(parts.slice(1).map(() => 100));
  });

  it("lead from page to page and back", () => {
    const { parts } = topic();
    parts.forEach((part, index) => {
      expect(part.pager?.newer?.url).toBe(parts[index - 1]?.url);
      expect(part.pager?.older?.url).toBe(parts[index + 1]?.url);
      expect(part.pager?.label).toBe(`الصفحة ${index + 1} من ${parts.length}`);
    });
  });

  it("keep older pages as they are when articles are added", async () => {
    const { archive, raw } = sampleArchive(1250);
    const more = siteData(
      archive,
      heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" }),
    );
    const urls = (page: { readonly years: EntityPage["years"] }) =>
      page.years.filter(({ heading }) => heading !== "غير مؤرَّخ").map(({ articles }) => articles.map(({ url }) => url));
    for (const part of topic().parts.slice(1))
      expect(urls((await more.pages.find(({ url }) => url === part.url)?.view()) as EntityPage)).toEqual(urls(part));
  });

  it("come newest first with the undated last", () => {
    const { cards } = topic();
    const dates = cards.map(({ date }) => date?.edtf ?? "");
    const dated = dates.filter((date) => date !== "");
    expect(dates.slice(dated.length).every((date) => date === "")).toBe(true);
    expect(dated).toEqual([...dated].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    expect(dates.length).toBeGreaterThan(dated.length);
  });
});

describe("index pages", () => {
  it("put people under letters without the article, alef forms together", () => {
    const { groups, total } = small.page("index", "/people/") as IndexPage;
    const headings = groups.map(({ heading }) => heading);
    expect(headings).toEqual([...headings].sort(new Intl.Collator("ar").compare));
    expect(groups.find(({ refs }) => refs.some(({ label }) => label.startsWith("إياد")))?.heading).toBe("ا");
    expect(groups.find(({ refs }) => refs.some(({ label }) => label.startsWith("آمال")))?.heading).toBe("ا");
    const listed = groups.reduce((sum, { refs }) => sum + refs.length, 0);
    expect(total).toBe(`${listed} ${listed > 10 ? "شخصًا" : "أشخاص"}`);
  });

  it("put places under their country, the country first", () => {
    const { groups } = small.page("index", "/places/") as IndexPage;
    for (const { heading, refs, url } of groups) expect(refs[0]).toMatchObject({ label: heading, url, note: "بلد" });
  });

  it("list every event once, the latest first", () => {
    const parts = large.views.filter((view): view is IndexPage => view.kind === "index" && view.of === "event");
    const cards = parts.flatMap(({ events }) => events ?? []);
    expect(parts.length).toBe(1);
    expect(cards).toHaveLength(large.archive.events.length);
    const dates = cards.map(({ date }) => date?.edtf).filter((date) => date?.length === 10);
    expect(dates).toEqual([...dates].sort().reverse());
  });
});

describe("time", () => {
  it("has a page for each year, month and day that holds articles, with right counts", () => {
    const times = large.views.filter((view): view is TimePage => view.kind === "time");
    const all = times.find(({ scale }) => scale === "all") as TimePage;
    expect(all.units.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(1200);
    expect(all.units.at(-1)).toMatchObject({ label: "غير مؤرَّخ", url: "/time/undated/" });
    const year = times.find(({ url }) => url === "/time/2019/") as TimePage;
    const inMonths = year.units.reduce((sum, { count }) => sum + (count ?? 0), 0);
    expect(year.units.map(({ label }) => label)[0]).toBe("كانون الثاني/يناير 2019");
    // Articles of which only the year is known stand on the year's page itself.
    expect(inMonths + year.articles.length).toBe(
      large.archive.articles.filter(({ date }) => date?.startsWith("2019")).length,
    );
    expect(year.articles.every(({ date }) => date?.edtf === "2019~")).toBe(true);
    const day = times.find(({ url }) => url === "/time/2019/03/01/") as TimePage;
    expect(day).toMatchObject({
      heading: "الجمعة 1 آذار/مارس 2019",
      up: { url: "/time/2019/03/" },
      earlier: { url: "/time/2019/02/28/" },
      later: { url: "/time/2019/03/02/" },
    });
  });
});

describe("an article's page", () => {
  it("says what is not known", () => {
    const { page } = large;
    const article = large.archive.articles.find(({ date, source }) => date === undefined && source === undefined);
    expect(page("article", `/articles/${article?.id}/`)).toMatchObject({
      dates: [],
      unknown: ["تاريخ النشر", "المصدر", "الكاتب"],
    });
  });

  it("names what else reports the event, and its neighbours in time", () => {
    const { archive, page } = small;
    const event = archive.events[0];
    const view = page("article", `/articles/${event?.articles[0]}/`);
    expect(view.event?.url).toBe(`/events/${event?.id}/`);
    // Its title is a report's headline, which is not said twice on that report.
    const labels = event?.articles.map((id) => {
      const { headline, event } = page("article", `/articles/${id}/`);
      return [headline === event?.label, event?.label];
    });
    const others = (event?.articles.length ?? 0) - 1;
    expect(labels?.filter(([, label]) => label === event?.title)).toHaveLength(others);
    expect(labels?.filter(([isSame]) => isSame)).toEqual([]);
    expect(view.sameEvent.map(({ url }) => url)).toEqual(event?.articles.slice(1).map((id) => `/articles/${id}/`));
    expect(view.later?.url).toBe(`/articles/${archive.articles[1]?.id}/`);
    expect(view.earlier).toBeUndefined();
  });

  it("links the first mention of each record in its body", () => {
    const { archive, page } = small;
    const article = archive.articles[0];
    const { bodyHtml, people } = page("article", `/articles/${article?.id}/`);
    for (const { url } of people) expect(bodyHtml.split(`href="${url}"`)).toHaveLength(2);
  });

  it("shows links of the text as people write them and leaves out what is no web address", async () => {
    const { archive, raw } = sampleArchive(1);
    const links = [
      { url: "https://www.youtube.com/watch?v=x", label: "فيديو" },
      { url: "http://example.org/a" },
      { url: "javascript:alert(1)" },
      { url: "nonsense" },
    ];
    const article = { ...archive.articles[0], links } as (typeof archive.articles)[0];
    const data = siteData(
      { ...archive, articles: [article] },
      heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "", generator: "" }),
    );
    expect(await data.pages[1]?.view()).toMatchObject({
      links: [
        { url: "https://www.youtube.com/watch?v=x", label: "فيديو", isVideo: true },
        { url: "http://example.org/a", label: "example.org/a", isVideo: false },
      ],
    });
  });
});

describe("an article in a list", () => {
  const lead = async (title: string, titleStatus: "derived" | "found") => {
    const { archive, raw } = sampleArchive(1);
    const article = { ...archive.articles[0], title, titleStatus } as (typeof archive.articles)[0];
    const body = renderBody({ markdown: "زار سامر المرفأ أمس. ثم عاد.\n\nوقال إنه راضٍ.", mentions: [] });
    const bodies = new Map([[article.id, body]]);
    const texts = heldTexts({ raw, bodies, pages: [], assetVersion: "", generator: "" });
    const data = siteData({ ...archive, articles: [article] }, texts);
    const home = (await data.pages[0]?.view()) as HomePage | undefined;
    return home?.latest[0]?.lead;
  };

  it("goes on where a headline that was derived from the lead ends", async () => {
    expect(await lead("زار سامر المرفأ أمس", "derived")).toBe("ثم عاد. وقال إنه راضٍ.");
    expect(await lead("زار سامر المرفأ…", "derived")).toBe("أمس. ثم عاد. وقال إنه راضٍ.");
    expect(await lead("زار سامر المرفأ أمس", "found")).toBe("زار سامر المرفأ أمس. ثم عاد. وقال إنه راضٍ.");
  });
});

describe("an event's dossier", () => {
  it("sets the reports side by side", () => {
    const { archive, page } = small;
    const event = archive.events[0];
    const view = page("event", `/events/${event?.id}/`);
    expect(view.reports).toHaveLength(3);
    expect(view.reasons[0]).toMatch(/اليوم نفسه، الأشخاص أنفسهم$/);
    for (const { cells } of view.naming) expect(cells).toHaveLength(3);
    const only = view.onlyIn.flatMap(({ refs }) => refs.map(({ url }) => url));
    for (const { ref, cells } of view.naming)
      expect(cells.filter((forms) => forms.length > 0).length === 1).toBe(only.includes(ref.url));
  });
});

describe("the search's documents", () => {
  it("hold what readers can narrow by", async () => {
    const { archive, data } = small;
    const index = archive.articles.findIndex(({ source, event }) => source !== undefined && event !== undefined);
    const article = archive.articles[index];
    const label = (id: string | undefined) => archive.authority.entities.get(id ?? "")?.prefLabel;
    expect(await data.documents[index]?.read()).toMatchObject({
      url: `/articles/${article?.id}/`,
      filters: {
        source: [label(article?.source)],
        person: article?.people?.map(label),
        year: ["2019"],
        event: [archive.events.find(({ id }) => id === article?.event)?.title],
      },
      sort: { date: article?.date },
    });
    const undated = await data.documents[archive.articles.length - 1]?.read();
    expect(undated).toMatchObject({ filters: { year: ["غير مؤرَّخ"] }, sort: {} });
  });
});
