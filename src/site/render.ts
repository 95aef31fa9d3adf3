import { existsSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../digest.ts";
import type { Effects } from "../effects.ts";
import type { Asset } from "./assets.ts";
import { growHeapSlowly } from "./heap.ts";
import { type Manifest, manifestPath, readManifest, writeManifest } from "./manifest.ts";
import { openPageWriter } from "./page-writer.ts";
import { removeFiles } from "./remove-files.ts";
import { packText } from "./search/pack.ts";
import { writeSearchIndex } from "./search-index.ts";
import type { AnyPage, SiteData } from "./site-data.ts";
import { makeUrls } from "./urls.ts";
import type { ArticleCard, SiteFrame } from "./views/parts.ts";
import type { PageBatch } from "./write-pages.ts";

export interface RenderOptions {
  readonly output: string;
  /** Folder of the caches, `<content>/.sijill`. */
  readonly caches: string;
  /** Identity of the program: another one renders everything again. */
  readonly version: string;
  readonly assets: readonly Asset[];
  renderPage(page: AnyPage, frame: SiteFrame): string;
}

export interface RenderCounts {
  /** All pages of the site. */
  readonly pages: number;
  /** Pages that were rendered because their content changed or their file was gone. */
  readonly rendered: number;
  /** Files that no longer belong to the site. */
  readonly removed: number;
  /** Articles in the search index when it was made again, else 0. */
  readonly indexed: number;
}

/**
 * Pages rendered together: their views, and the documents that Eleventy keeps until it is done. Fewer save little
 * memory and pay Eleventy's start (some 15 ms) more often. A page with a long list counts for several.
 */
const BATCH = 500;
/** Entries of a list that take as much as a page without one. */
const ENTRIES = 16;

/**
 * Writes the site: pages whose view changed since the last build into this folder, other files, the search index;
 * then removes what the last build wrote and this one does not, folders with it. Nothing else in the folder is touched. Where nothing
 * at all changed that the site is made from, no view is made either.
 */
export async function renderSite(effects: Effects, data: SiteData, options: RenderOptions): Promise<RenderCounts> {
  const { output, caches, version } = options;
  growHeapSlowly();
  const path = manifestPath(caches, output);
  const before = await readManifest(effects, path);
  const files = new Map<string, string>();
  const begin = beginOnce(effects, path, before);

  const inputs = digest(JSON.stringify([version, process.versions, data.documents.length, data.inputs()]));
  const isSame = before.isComplete && before.inputs === inputs && isThere(output, before);
  const origins = new Map<string, string>(isSame ? Object.entries(before.from ?? {}) : []);
  const rendered = isSame ? 0 : await renderPages(effects, data, options, before, { files, origins }, begin);
  if (isSame) for (const [file, key] of Object.entries(before.files)) if (key !== "") files.set(file, key);
  for (const { path: file, content } of options.assets) {
    await effects.writeFile(join(output, file), content);
    files.set(file, "");
  }
  for (const [file, content] of textFiles(data)) {
    if (!isSame) await effects.writeFile(join(output, file), content());
    files.set(file, "");
  }
  const search = isSame
    ? { shards: [], volumes: [], ...before.search, indexed: 0 }
    : await writeSearchIndex(effects, data, { output, caches, version, before: before.search, begin });

  const kept = new Set([...files.keys(), ...search.files]);
  const stale = [...Object.keys(before.files), ...before.search.files].filter((file) => !kept.has(file));
  await removeFiles(effects, output, stale);
  await writeManifest(effects, path, {
    isComplete: true,
    inputs,
    files: Object.fromEntries(files),
    from: Object.fromEntries(origins),
    search: { key: search.key, files: search.files, shards: search.shards, volumes: search.volumes },
  });
  return { pages: data.pages.length, rendered, removed: stale.length, indexed: search.indexed };
}

/** True when every file of the last build is still in its place. */
function isThere(output: string, { files, search }: Manifest): boolean {
  return [...Object.keys(files), ...search.files].every((file) => existsSync(join(output, file)));
}

/** Says in the manifest, before the first file is touched, that a build is under way. */
function beginOnce(effects: Effects, path: string, before: Manifest): () => Promise<void> {
  let hasBegun = false;
  return async () => {
    if (hasBegun) return;
    hasBegun = true;
    await writeManifest(effects, path, { ...before, isComplete: false });
  };
}

async function renderPages(
  effects: Effects,
  { frame, pages }: SiteData,
  { output, version, renderPage }: RenderOptions,
  before: Manifest,
  { files, origins }: { readonly files: Map<string, string>; readonly origins: Map<string, string> },
  begin: () => Promise<void>,
): Promise<number> {
  const frameKey = digest(JSON.stringify([version, frame]));
  const { filePath } = makeUrls(frame.origin === undefined ? undefined : frame.origin + frame.root);
  const known = new Map(before.isComplete ? Object.entries(before.files) : []);
  const knownOrigins = new Map(before.isComplete ? Object.entries(before.from ?? {}) : []);
  const cardKey = makeCardKeys();
  const writer = openPageWriter({ renderPage });
  let batch: PageBatch["pages"][number][] = [];
  let [rendered, weight] = [0, 0];
  const flush = async () => {
    if (batch.length === 0) return;
    await begin();
    await writer.write({ frame, output, pages: batch });
    [batch, weight] = [[], 0];
  };
  try {
    for (const [index, source] of pages.entries()) {
      if (index % BATCH === 0) effects.progress("pages", index, pages.length);
      const path = filePath(source.url);
      const lastKey = known.get(path);
      const knownKey = lastKey !== undefined && existsSync(join(output, path)) ? lastKey : undefined;
      const origin = source.from && digest(frameKey + source.from());
      if (origin !== undefined) {
        origins.set(path, origin);
        if (knownKey !== undefined && knownOrigins.get(path) === origin) {
          files.set(path, knownKey);
          continue;
        }
      }
      const view = await source.view();
      const key = digest(frameKey + comparable(view, source.textKey, cardKey));
      files.set(path, key);
      if (knownKey === key) continue;
      rendered++;
      batch.push({ path, view });
      weight += 1 + entriesOf(view) / ENTRIES;
      if (weight >= BATCH) await flush();
    }
    await flush();
  } finally {
    await writer.close();
  }
  effects.progress("pages", pages.length, pages.length);
  return rendered;
}

/** Entries of the lists that may be long. */
function entriesOf(view: AnyPage): number {
  if (view.kind === "entity") return view.years.reduce((sum, { articles }) => sum + articles.length, 0);
  if (view.kind === "index") return view.groups.reduce((sum, { refs }) => sum + refs.length, 0) / 2;
  return view.kind === "time" ? view.articles.length : 0;
}

/**
 * What a page is compared by. Two thirds of an article's view are its body and its raw text, and both follow from
 * what `textKey` stands for (the marks in the raw text from the evidence, which is compared). Long lists hold
 * cards that stand in many lists: each is worked out once.
 */
function comparable(view: AnyPage, textKey: string | undefined, keyOf: (card: ArticleCard) => string): string {
  if (view.kind === "article") {
    const { bodyHtml: _body, raw: _raw, ...rest } = view;
    return JSON.stringify([textKey, rest]);
  }
  if (view.kind === "entity") {
    const years = view.years.map(({ articles, ...year }) => ({ ...year, articles: articles.map(keyOf) }));
    return JSON.stringify({ ...view, years });
  }
  return JSON.stringify(view.kind === "time" ? { ...view, articles: view.articles.map(keyOf) } : view);
}

function makeCardKeys(): (card: ArticleCard) => string {
  const keys = new WeakMap<ArticleCard, string>();
  return (card) => {
    const known = keys.get(card);
    if (known !== undefined) return known;
    const key = digest(JSON.stringify(card));
    keys.set(card, key);
    return key;
  };
}

/** As small as level 9 makes them within 1 %, in a third of the time. */
const NAMES_LEVEL = 6;

function textFiles({ frame, files }: SiteData): (readonly [path: string, content: () => string | Uint8Array])[] {
  const { filePath } = makeUrls(frame.origin === undefined ? undefined : frame.origin + frame.root);
  return files.map(({ url, isPacked, content }) => [
    filePath(url),
    isPacked === true ? () => packText(content(), NAMES_LEVEL) : content,
  ]);
}
