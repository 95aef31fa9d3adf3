import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { indexWords } from "../../src/arabic/tokenize.ts";
import { diskEffects, type Effects, packageRoot, programVersion } from "../../src/effects.ts";
import { ingest } from "../../src/ingest.ts";
import type { ListedArticle } from "../../src/model/article.ts";
import { MODEL_PATH, openRecogniser, recognise } from "../../src/recognise/recognise.ts";
import { openArticles } from "../../src/site/articles.ts";
import { type Assets, readAssets } from "../../src/site/assets.ts";
import type { SiteTexts } from "../../src/site/context.ts";
import { siteData } from "../../src/site/data.ts";
import { PART_SIZE } from "../../src/site/lists.ts";
import { EMPTY_MANIFEST } from "../../src/site/manifest.ts";
import { renderSite } from "../../src/site/render.ts";
import { writeSearchIndex } from "../../src/site/search-index.ts";
import type { SiteData } from "../../src/site/site-data.ts";
import { loadArchive } from "../../src/write/load.ts";
import { renderPage } from "../../templates/index.tsx";
import type { StageReport } from "./child.ts";

type Stage = (effects: Effects, content: string, output: string) => Promise<Timing>;
type Timing = Pick<StageReport, "seconds" | "cpu" | "words">;

const STAGES: Readonly<Record<string, Stage>> = {
  ingest: (effects, content) => timed(() => ingest(effects, { content })),
  "ingest-plain": (effects, content) => timed(() => ingest(withoutModel(effects), { content })),
  "ingest-plain-one-thread": (effects, content) => timed(() => ingest(withoutModel(effects), { content, workers: 1 })),
  "ingest-one-thread": (effects, content) => timed(() => ingest(effects, { content, workers: 1 })),
  "ingest-two-threads": (effects, content) => timed(() => ingest(effects, { content, workers: 2 })),
  unified: async (_effects, content) => {
    const { readTexts, renderWithUnified } = await import("./unified.ts");
    const texts = await readTexts(join(content, "raw"));
    return timed(async () => renderWithUnified(texts));
  },
  recognise: async (_effects, content) => {
    const { readTexts } = await import("./unified.ts");
    const recogniser = openRecogniser(await readFile(join(packageRoot(), MODEL_PATH)));
    const documents = (await readTexts(join(content, "raw"))).map((text) =>
      indexWords(text)
        .sentencesIn(0, text.length)
        .map((at) => ({ text: text.slice(...at), at })),
    );
    const words = documents.flat().reduce((count, { text }) => count + (text.match(/\p{L}+/gu)?.length ?? 0), 0);
    const timing = await timed(async () => {
      for (const sentences of documents) recognise(recogniser, sentences);
    });
    return { ...timing, words };
  },
  render: (effects, content, output) =>
    timed(async () => {
      const site = await openSite(effects, content);
      // The index is timed apart: without documents there is none to make.
      const data = { ...site.data, documents: [], records: [] };
      await renderSite(effects, data, { ...site, assets: site.assets.files, output, renderPage });
    }),
  index: async (effects, content, output) => {
    const { data, caches, version } = await openSite(effects, content);
    const before = EMPTY_MANIFEST.search;
    return timed(() => writeSearchIndex(effects, data, { output, caches, version, before, begin: async () => {} }));
  },
  "stock-index": async (effects, content, output) => {
    const { data } = await openSite(effects, content);
    const { writeStockIndex } = await import("./stock-index.ts");
    return timed(() => writeStockIndex(data.documents, join(output, "stock-pagefind")));
  },
  "hugo-site": async (effects, content, output) => {
    const { data, markdown } = await openSite(effects, content);
    const { writeHugoSite } = await import("./hugo.ts");
    return timed(() => writeHugoSite({ ...data, markdown, listLength: PART_SIZE }, output));
  },
};

/** The recogniser's model is not found: only names of the authority files are. */
function withoutModel(effects: Effects): Effects {
  const model = join(packageRoot(), MODEL_PATH);
  return { ...effects, readFile: async (path) => (path === model ? undefined : effects.readFile(path)) };
}

/** Runs one stage; memory is that of the whole process so far. */
export async function runStage(name: string, content: string, output: string): Promise<StageReport> {
  const stage = STAGES[name];
  if (stage === undefined) throw new Error(`--stage ${name}: the stages are ${Object.keys(STAGES).join(", ")}`);
  const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
  const timing = await stage(effects, content, output);
  return { ...timing, wholeCpu: cpuSeconds(process.cpuUsage()), peakMb: process.resourceUsage().maxRSS / 1024 };
}

async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  return { seconds: (performance.now() - started) / 1000, cpu: cpuSeconds(process.cpuUsage(used)) };
}

const cpuSeconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;

interface OpenSite {
  readonly data: SiteData;
  readonly assets: Assets;
  readonly caches: string;
  readonly version: string;
  /** The Markdown of an article. */
  markdown(id: string): Promise<string>;
}

/** What `build` reads before it renders. */
export async function openSite(effects: Effects, content: string): Promise<OpenSite> {
  const archive = await loadArchive(effects, content);
  const caches = join(content, ".sijill");
  const version = await programVersion();
  const assets = await readAssets(effects);
  const texts: SiteTexts = {
    ...(await openArticles(effects, archive, { content, caches, version })),
    pages: [],
    assetVersion: assets.version,
    generator: "Sijill",
  };
  const articles = new Map(archive.articles.map((article) => [article.id, article]));
  const markdown = async (id: string) => (await texts.read(articles.get(id) as ListedArticle)).article.body;
  return { data: siteData(archive, texts), assets, caches, version, markdown };
}
