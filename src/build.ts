import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { renderPage } from "../templates/index.tsx";
import { doubtsAmong } from "./doubts/messages.ts";
import { type Effects, packageRoot, programVersion } from "./effects.ts";
import type { Archive } from "./model/archive.ts";
import { openArticles } from "./site/articles.ts";
import { readAssets } from "./site/assets.ts";
import { renderBody } from "./site/body.ts";
import type { SiteTexts } from "./site/context.ts";
import { siteData } from "./site/data.ts";
import { renderSite } from "./site/render.ts";
import { count } from "./terminal.ts";
import { loadArchive } from "./write/load.ts";

export interface BuildOptions {
  /** The archive's folder. */
  readonly content: string;
  /** Where the website is written. */
  readonly output: string;
  /** What ingesting reported: some of it belongs on the list of doubtful fields. */
  readonly problems?: readonly VFileMessage[];
}

export interface BuildResult {
  readonly pages: number;
  readonly rendered: number;
  readonly removed: number;
  readonly indexed: number;
  readonly summary: string;
}

/** Archive → website with its search index: renders what changed since the last build into the same folder. */
export async function build(effects: Effects, options: BuildOptions): Promise<BuildResult> {
  const archive = await loadArchive(effects, options.content);
  return buildSite(effects, archive, options);
}

/** The same for an archive that is already loaded. */
export async function buildSite(
  effects: Effects,
  archive: Archive,
  { content, output, problems = [] }: BuildOptions,
): Promise<BuildResult> {
  const caches = join(content, ".sijill");
  const version = await programVersion();
  const assets = await readAssets(effects);
  const texts: SiteTexts = {
    ...(await openArticles(effects, archive, { content, caches, version })),
    doubts: doubtsAmong(problems, archive),
    pages: await readPages(effects, join(content, "pages")),
    assetVersion: assets.version,
    generator: await generatorName(effects),
  };
  const data = siteData(archive, texts);
  const counts = await renderSite(effects, data, { output, caches, version, assets: assets.files, renderPage });
  const parts = [
    `${count(counts.pages, "page")}, ${counts.rendered} rendered`,
    ...(counts.removed > 0 ? [`${count(counts.removed, "file")} removed`] : []),
    ...(counts.indexed > 0 ? [`search index made of ${count(counts.indexed, "article")}`] : []),
  ];
  return { ...counts, summary: parts.join(", ") };
}

/** Hand-written pages in Markdown: the first heading is the title, the file's name the address. */
async function readPages(effects: Effects, folder: string): Promise<SiteTexts["pages"]> {
  const paths = (await effects.listFiles(folder)).filter((path) => /^[a-z0-9-]+\.md$/.test(path));
  const pages = [];
  for (const path of paths) {
    const markdown = (await effects.readFile(join(folder, path)))?.toString("utf8") ?? "";
    const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(markdown);
    const name = basename(path, ".md");
    const rest = heading === null ? markdown : markdown.replace(heading[0], "");
    pages.push({ name, title: heading?.[1] ?? name, body: renderBody({ markdown: rest, mentions: [] }) });
  }
  return pages;
}

async function generatorName(effects: Effects): Promise<string> {
  const { version } = JSON.parse(
    (await effects.readFile(join(packageRoot(), "package.json")))?.toString("utf8") ?? "{}",
  );
  return `Sijill ${version}`;
}
