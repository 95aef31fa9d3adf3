import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium, type Page } from "playwright-core";
import { serve } from "../../src/dev/serve.ts";
import { diskEffects, packageRoot } from "../../src/effects.ts";
import { EMPTY_MANIFEST } from "../../src/site/manifest.ts";
import { synonymsOf } from "../../src/site/search/records.ts";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import type { NamedRecord, SearchDocument, SearchSource } from "../../src/site/views/search.ts";
import { findChromium } from "../chromium.ts";
import { readSharedAuthority } from "./authority.ts";
import type { OpenSearch, SearchablePage, SearchHit } from "./part.ts";

/** The site's script for asking the index, to be bundled for the browser as it is for the site. */
const CLIENT = "src/site/browser/search/index-client.ts";

/**
 * Indexes the pages as the site does, serves the index and asks it in Chromium through the site's own code.
 * Everything lies in a temporary folder until `close`.
 */
export async function openSearchInBrowser(pages: readonly SearchablePage[]): Promise<OpenSearch> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await step();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), "sijill-search-"));
    opened.push(() => rm(folder, { recursive: true, force: true }));
    await writeSite(folder, pages);
    const site = await serve({ folder, root: () => "/", host: "127.0.0.1", port: 0, live: false });
    opened.push(() => site.close());
    const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--disable-dev-shm-usage"] });
    opened.push(() => browser.close());
    const page = await browser.newPage({ locale: "ar" });
    await page.goto(site.url);
    return {
      query: async (typed, limit) => (await ask(page, typed, limit)).hits,
      suggestion: async (typed) => (await ask(page, typed, 0)).suggestion,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function writeSite(folder: string, pages: readonly SearchablePage[]): Promise<void> {
  await writeSearchIndex(
    diskEffects({ report: () => {}, progress: () => {}, log: () => {} }),
    { documents: pages.map(sourceOf), records: await recordsOf(pages) },
    {
      output: folder,
      caches: join(folder, "caches"),
      version: "evaluate",
      before: EMPTY_MANIFEST.search,
      begin: async () => {},
    },
  );
  await build({
    entryPoints: [join(packageRoot(), CLIENT)],
    outfile: join(folder, "client.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  await writeFile(join(folder, "index.html"), '<!doctype html><html lang="ar" dir="rtl"><title>.</title></html>');
}

function sourceOf(page: SearchablePage): SearchSource {
  return { outline: () => ({ key: page.url, isDated: false }), read: async () => documentOf(page) };
}

function documentOf({ url, title, text }: SearchablePage): SearchDocument {
  const escaped = (words: string) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const paragraphs = text.split(/\n+/).map((words) => `<p>${escaped(words)}</p>`);
  return { url, title, html: paragraphs.join(""), meta: {}, filters: {}, names: [], sort: {} };
}

/** The records of the shared authority files that the pages name, as an archive of these pages would have them. */
async function recordsOf(pages: readonly SearchablePage[]): Promise<NamedRecord[]> {
  const { entities } = await readSharedAuthority();
  const text = ` ${pages
    .map((page) => `${page.title} ${page.text}`)
    .join(" ")
    .replace(/\s+/g, " ")} `;
  return [...entities.values()].flatMap((entity) => {
    const names = synonymsOf(entity);
    const isNamed = [entity.prefLabel, ...entity.shortLabel, ...names.flat()].some((name) => text.includes(name));
    return isNamed ? [{ label: entity.prefLabel, url: "/", type: entity.type, count: 1, names }] : [];
  });
}

interface Answered {
  readonly hits: SearchHit[];
  readonly suggestion?: string;
}

/** What src/site/browser/search.ts does with words and no filter. Runs in the page but for its arguments. */
function ask(page: Page, typed: string, limit: number): Promise<Answered> {
  return page.evaluate(
    async ({ typed, limit }) => {
      const script = "/client.js";
      const client: typeof import("../../src/site/browser/search/index-client.ts") = await import(script);
      const state = globalThis as { index?: ReturnType<typeof client.openIndex> };
      state.index ??= client.openIndex("/search-index/");
      const answer = await client.search(await state.index, {
        words: typed.trim(),
        filters: new Map(),
        order: "relevance",
        from: "",
        to: "",
        exact: false,
      });
      const hits = await Promise.all(answer.hits.slice(0, limit).map((hit) => hit.data()));
      const html = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      const shown = hits.map(({ url, excerpt }) => ({
        url,
        excerpt: excerpt.map(({ text, isMarked }) => (isMarked ? `<mark>${html(text)}</mark>` : html(text))).join(""),
      }));
      const suggestion = answer.corrected ?? answer.suggestion;
      return { hits: shown, ...(suggestion === undefined ? {} : { suggestion }) };
    },
    { typed, limit },
  );
}
