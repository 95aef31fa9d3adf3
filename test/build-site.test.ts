import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type SampleArchive, sampleArchive } from "../scripts/sample-archive.ts";
import { diskEffects, type Effects } from "../src/effects.ts";
import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import { renderBody } from "../src/site/body.ts";
import { siteData } from "../src/site/data.ts";
import { renderSite } from "../src/site/render.ts";
import type { AnyPage } from "../src/site/site-data.ts";
import { heldTexts } from "./support/held-texts.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Change {
  readonly renderPage?: (page: AnyPage) => string;
  readonly version?: string;
  readonly css?: string;
  readonly output?: string;
  readonly bodyKeys?: ReadonlyMap<string, string>;
}

function makeSite(count = 6) {
  const folder = mkdtempSync(join(tmpdir(), "sijill-build-"));
  folders.push(folder);
  const output = join(folder, "site");
  const made = sampleArchive(count);
  const effects: Effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
  let rendered: string[] = [];
  const build = async (archive: SampleArchive["archive"] = made.archive, change: Change = {}) => {
    rendered = [];
    const bodies = new Map(
      archive.articles.map((article) => {
        const key = change.bodyKeys?.get(article.id);
        const body = renderBody({ markdown: article.body, mentions: [] });
        return [article.id, key === undefined ? body : { ...body, key }];
      }),
    );
    const data = siteData(
      archive,
      heldTexts({ raw: made.raw, bodies, pages: [], assetVersion: "1", generator: "Sijill" }),
    );
    const counts = await renderSite(effects, data, {
      output: change.output ?? output,
      caches: join(folder, "caches"),
      version: change.version ?? "1",
      assets: [{ path: "css/site.css", content: Buffer.from(change.css ?? "a{}") }],
      renderPage: (page) => {
        rendered.push(page.url);
        return (change.renderPage ?? ((view) => `<!doctype html><title>${view.title}</title>`))(page);
      },
    });
    return { counts, rendered: [...rendered].sort() };
  };
  const read = (path: string) => readFileSync(join(output, path), "utf8");
  const files = (under = output) =>
    readdirSync(under, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(under.length + 1))
      .sort();
  const state = () =>
    new Map(
      files().map((path) => [
        path,
        `${statSync(join(output, path)).mtimeMs} ${readFileSync(join(output, path), "base64")}`,
      ]),
    );
  return { archive: made.archive, folder, output, build, read, files, state, wasRendered: () => rendered };
}

const without = (archive: SampleArchive["archive"], id: string | undefined): SampleArchive["archive"] => ({
  ...archive,
  articles: archive.articles.filter((article) => article.id !== id),
  events: [],
  related: {},
});

describe("a build", () => {
  it("writes every page where its address says, and nothing again when nothing changed", async () => {
    const site = makeSite();
    const first = await site.build();
    expect(first.counts).toMatchObject({ rendered: first.counts.pages, removed: 0, indexed: 6 });
    expect(site.read(`articles/${site.archive.articles[0]?.id}/index.html`)).toBe(
      `<!doctype html><title>${site.archive.articles[0]?.title}</title>`,
    );
    expect(site.files()).toEqual(
      expect.arrayContaining([
        "index.html",
        "404.html",
        "people/index.html",
        "feed.xml",
        "robots.txt",
        "css/site.css",
        "search-index/search.gz",
      ]),
    );
    const before = site.state();
    const second = await site.build();
    expect(second.counts).toEqual({ pages: first.counts.pages, rendered: 0, removed: 0, indexed: 0 });
    expect(site.state()).toEqual(before);
  });

  it("renders the pages that a changed article stands on, and no other", async () => {
    const site = makeSite();
    await site.build();
    const before = site.state();
    const [first, ...others] = site.archive.articles;
    const changed = {
      ...site.archive,
      articles: [{ ...first, body: `${first?.body}\nإضافة` } as (typeof others)[0], ...others],
    } as SampleArchive["archive"];
    const { rendered, counts } = await site.build(changed);
    expect(rendered).toEqual([
      `/articles/${first?.id}/`,
      ...site.archive.events.slice(0, 1).map(({ id }) => `/events/${id}/`),
    ]);
    // Articles without a date are indexed apart from the others.
    const alike = site.archive.articles.filter(({ date }) => (date === undefined) === (first?.date === undefined));
    expect(counts.indexed).toBe(alike.length);
    const touched = [...site.state()].filter(([path, content]) => before.get(path) !== content).map(([path]) => path);
    expect(touched.filter((path) => path.endsWith(".html")).sort()).toEqual(
      rendered.map((url) => `${url.slice(1)}index.html`),
    );
  });

  it("removes what no longer belongs to the site, after the new pages are there, and touches no foreign file", async () => {
    const site = makeSite();
    await site.build();
    writeFileSync(join(site.output, "CNAME"), "example.org");
    writeFileSync(join(site.output, "articles", "notes.txt"), "x");
    const gone = site.archive.articles[2];
    const { counts } = await site.build(without(site.archive, gone?.id));
    expect(counts.removed).toBeGreaterThan(1);
    expect(site.files()).not.toContain(`articles/${gone?.id}/index.html`);
    expect(site.files()).toEqual(expect.arrayContaining(["CNAME", "articles/notes.txt"]));
    const fresh = makeSite();
    await fresh.build(without(site.archive, gone?.id));
    expect(site.files().filter((path) => !["CNAME", "articles/notes.txt"].includes(path))).toEqual(fresh.files());
    const folders = (output: string) =>
      readdirSync(output, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ parentPath, name }) => join(parentPath, name).slice(output.length))
        .sort();
    expect(folders(site.output)).toEqual(folders(fresh.output));
  });

  it("writes a file again that is gone", async () => {
    const site = makeSite();
    await site.build();
    for (const path of ["people/index.html", "css/site.css", "feed.xml", "search-index/search.gz"])
      rmSync(join(site.output, path));
    const { rendered } = await site.build();
    expect(rendered).toEqual(["/people/"]);
    expect(site.files()).toEqual(
      expect.arrayContaining(["people/index.html", "css/site.css", "feed.xml", "search-index/search.gz"]),
    );
  });

  it("sees a changed body and a changed raw text by what they were made from", async () => {
    const site = makeSite();
    const [first] = site.archive.articles as readonly [Article, ...Article[]];
    const page = `/articles/${first.id}/`;
    const keyed = (bodyKey: string, raw: string) => ({
      bodyKeys: new Map([[first.id, bodyKey]]),
      archive: {
        ...site.archive,
        articles: site.archive.articles.map((a) => (a === first ? { ...a, raw: { ...a.raw, sha256: raw } } : a)),
      },
    });
    const build = async (bodyKey: string, raw: string) => {
      const { archive, bodyKeys } = keyed(bodyKey, raw);
      return (await site.build(archive, { bodyKeys })).rendered;
    };
    await build("one", "r1");
    expect(await build("one", "r1")).toEqual([]);
    expect(await build("two", "r1")).toEqual([page]);
    expect(await build("two", "r2")).toEqual([page]);
  });

  it("renders everything again for another program", async () => {
    const site = makeSite();
    const { counts } = await site.build();
    expect((await site.build(site.archive, { version: "2" })).counts).toMatchObject({
      rendered: counts.pages,
      indexed: 6,
    });
  });

  it("copies a changed asset and renders nothing for it", async () => {
    const site = makeSite();
    await site.build();
    const { counts } = await site.build(site.archive, { css: "b{}" });
    expect(counts.rendered).toBe(0);
    expect(site.read("css/site.css")).toBe("b{}");
  });

  it("gives the same bytes in another folder", async () => {
    const [a, b] = [makeSite(30), makeSite(30)];
    await a.build();
    await b.build();
    expect(a.files()).toEqual(b.files());
    for (const path of a.files())
      expect(readFileSync(join(a.output, path)).equals(readFileSync(join(b.output, path))), path).toBe(true);
  });

  it("tells the page a template failed on, and trusts no file of a build that was broken off", async () => {
    const site = makeSite();
    const { counts } = await site.build();
    const changed = { ...site.archive, config: { ...site.archive.config, title: "عنوان آخر" } };
    const renderPage = (page: AnyPage) => {
      if (page.kind === "search") throw new Error("no such thing");
      return `<!doctype html>other ${page.url}`;
    };
    await expect(site.build(changed, { renderPage })).rejects.toThrow(/search\/index\.html: no such thing/);
    // Back to what the last whole build wrote: its keys are the same, its files may not be.
    expect((await site.build()).counts.rendered).toBe(counts.pages);
    expect(site.read("index.html")).toBe("<!doctype html><title>أرشيف التجربة</title>");
  });

  it("comes to the same bytes as a build from nothing, whatever changed", async () => {
    const { archive, build, files, output, folder, wasRendered } = makeSite(3);
    await build();
    const { entities } = archive.authority;
    const [id, record] = [...entities].find(([, { type }]) => type === "person") as [string, Entity];
    const renamed = new Map(entities).set(id, { ...record, prefLabel: "اسم آخر" });
    const retitled = archive.articles.map((article, place) => (place === 2 ? { ...article, title: "عنوان" } : article));
    const changes: readonly [SampleArchive["archive"], Change][] = [
      [{ ...archive, articles: retitled }, {}],
      [{ ...archive, authority: { ...archive.authority, entities: renamed } }, {}],
      [{ ...archive, config: { ...archive.config, title: "أرشيف آخر" } }, {}],
      [archive, { version: "2", renderPage: (page) => `<!doctype html><h1>${page.title}</h1>` }],
      [archive, {}],
    ];
    for (const [place, [changed, change]] of changes.entries()) {
      const fresh = join(folder, `fresh-${place}`);
      await build(changed, { ...change, output: fresh });
      await build(changed, change);
      expect(wasRendered(), `change ${place} left every page as it was`).not.toEqual([]);
      expect(files()).toEqual(files(fresh));
      for (const path of files())
        expect(readFileSync(join(output, path)), path).toEqual(readFileSync(join(fresh, path)));
      await build(changed, change);
      expect(wasRendered()).toEqual([]);
    }
  });

  it("makes no view where nothing changed", async () => {
    const { build, output, folder } = makeSite();
    await build();
    const views = vi.fn();
    const made = sampleArchive(6);
    const bodies = new Map(
      made.archive.articles.map(({ id, body }) => [id, renderBody({ markdown: body, mentions: [] })]),
    );
    const data = siteData(
      made.archive,
      heldTexts({ raw: made.raw, bodies, pages: [], assetVersion: "1", generator: "Sijill" }),
    );
    const pages = data.pages.map((page) => ({ ...page, view: () => views() ?? page.view() }));
    const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
    const options = { output, caches: join(folder, "caches"), version: "1", renderPage: () => "" };
    const assets = [{ path: "css/site.css", content: Buffer.from("a{}") }];
    const counts = await renderSite(effects, { ...data, pages }, { ...options, assets });
    expect(counts).toEqual({ pages: pages.length, rendered: 0, removed: 0, indexed: 0 });
    expect(views).not.toHaveBeenCalled();
  });

  it("knows one output folder from another", async () => {
    const site = makeSite();
    const { counts } = await site.build();
    const other = join(site.folder, "other");
    expect((await site.build(site.archive, { output: other })).counts.rendered).toBe(counts.pages);
    expect(site.files(other)).toEqual(site.files());
    expect((await site.build()).counts.rendered).toBe(0);
  });

  it("says nothing on its own", async () => {
    const spies = (["log", "info", "warn", "error"] as const).map((level) =>
      vi.spyOn(console, level).mockReturnValue(),
    );
    await makeSite().build();
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
