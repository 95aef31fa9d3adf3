import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand, versionOf } from "../scripts/bench/child.ts";
import { formatBenchJson, formatBenchText, median, type SizeFigures } from "../scripts/bench/report.ts";
import { openSite, runStage } from "../scripts/bench/stages.ts";
import { hugoArguments } from "../scripts/bench/turns.ts";
import { diskEffects, packageRoot } from "../src/effects.ts";
import type { AnyPage } from "../src/site/site-data.ts";
import { makeUrls } from "../src/site/urls.ts";
import type { ArticlePage } from "../src/site/views/article.ts";

const hasHugo = (await versionOf("hugo")) !== undefined;

describe("the Hugo site of the founding articles", () => {
  let folder: string;
  let pages: AnyPage[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sijill-hugo-"));
    const content = join(folder, "content");
    await cp(join(packageRoot(), "content"), content, { recursive: true, filter: (path) => !path.endsWith(".sijill") });
    await runStage("hugo-site", content, join(folder, "site"));
    const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
    const { data } = await openSite(effects, content);
    pages = await Promise.all(data.pages.map((page) => page.view()));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const isArticle = (page: AnyPage): page is ArticlePage => page.kind === "article";
  const matterOf = async (path: string) => {
    const text = await readFile(join(folder, "site", "content", path), "utf8");
    const end = text.indexOf("\n}\n") + 2;
    return { matter: JSON.parse(text.slice(0, end)), body: text.slice(end).trim() };
  };

  test("has every article with its body, its records and its evidence", async () => {
    const articles = pages.filter(isArticle);
    expect(articles.length).toBeGreaterThan(4);
    for (const page of articles) {
      const { matter, body } = await matterOf(`articles/${page.id}.md`);
      expect(matter.title).toBe(page.headline);
      expect(matter.people).toHaveLength(page.people.length);
      expect(matter.record.topics).toHaveLength(page.topics.length);
      expect(matter.evidence.flatMap(({ values }: { values: unknown[] }) => values)).toHaveLength(page.evidence.length);
      expect(matter.raw.map(({ t }: { t: string }) => t).join("")).toBe(page.raw.map(({ text }) => text).join(""));
      expect(matter.related).toHaveLength(page.related.length);
      expect(body.length).toBeGreaterThan(500);
    }
  });

  test("knows the label of every page it links to", async () => {
    const labels = JSON.parse(await readFile(join(folder, "site", "data", "labels.json"), "utf8"));
    for (const page of pages.filter(isArticle)) {
      const { matter } = await matterOf(`articles/${page.id}.md`);
      const keys = [
        ...Object.values<{ k: string }[]>(matter.record).flatMap((refs) => refs.map(({ k }) => k)),
        ...matter.dates.flatMap(({ k }: { k?: string }) => k ?? []),
        ...[matter.source, matter.event, matter.datelinePlace].filter(Boolean),
      ];
      expect(keys.filter((key) => labels[key] === undefined)).toEqual([]);
    }
  });

  test.skipIf(!hasHugo)("is built by Hugo into as many pages as ours has, at the same addresses", async () => {
    const output = join(folder, "output");
    await runCommand("hugo", hugoArguments(join(folder, "site"), output), folder);
    const built = (await readdir(output, { recursive: true })).filter((path) => path.endsWith(".html"));
    const theirs = new Set(built.map((path) => path.split("\\").join("/")));
    const { filePath } = makeUrls();
    // Time has other addresses there: years/2021, months/2021-12, days/2021-12-15.
    const ours = pages.map((page) => filePath(page.url)).filter((path) => !path.startsWith("time/"));
    expect(ours.filter((path) => !theirs.has(path))).toEqual([]);
    expect(theirs.size).toBe(pages.length);
    const [article] = pages.filter(isArticle);
    const html = await readFile(join(output, filePath(article?.url ?? "")), "utf8");
    for (const { words } of article?.evidence.flatMap(({ excerpt }) => excerpt ?? []) ?? []) {
      expect(html).toContain(words.replace(/"/g, "&#34;"));
    }
    expect(await readFile(join(output, "feed.xml"), "utf8")).toContain("<entry>");
    expect(await readFile(join(output, "sitemap.xml"), "utf8")).toContain("<url>");
  });
});

describe("the report", () => {
  const output = { pages: 20, pageBytes: 200_000, files: 30, bytes: 300_000 };
  const stage = (name: string, seconds: number) => ({ name, seconds, cpu: seconds, peakMb: 100 });
  const cost = (wall: number) => ({ wall, cpu: wall / 2, peakMb: 50 });
  const sizes: SizeFigures[] = [
    { articles: 100, stages: [stage("ingest", 1)], output },
    {
      articles: 1000,
      stages: [stage("ingest", 4)],
      output,
      turns: {
        unified: [2, 4].map(cost),
        plain: [6, 6].map(cost),
        one: [16, 14].map(cost),
        two: [10, 8].map(cost),
        recogniser: [4, 6].map(cost),
        words: 250_000,
      },
      hugo: { version: "hugo v1", ours: [3, 1, 2].map(cost), hugo: [4, 5, 4].map(cost), hugoOutput: output },
    },
    { articles: 10_000, stages: [stage("ingest", 52)], output },
  ];

  test("tells growth as the cost of an article relative to 1,000 articles", () => {
    const { sizes: report } = JSON.parse(formatBenchJson(sizes));
    expect(report.map(({ stages }: { stages: { growth: number }[] }) => stages[0]?.growth)).toEqual([2.5, 1, 1.3]);
    expect(report[2].stages[0].articlesPerSecond).toBeCloseTo(192.308);
  });

  test("compares the medians of turns", () => {
    const { sizes: report } = JSON.parse(formatBenchJson(sizes));
    expect(report[1].hugo).toMatchObject({ ratio: 0.5, cpuRatio: 0.5 });
    expect(report[0].hugo).toBeUndefined();
    expect(report[1].turns).toMatchObject({
      plainToUnified: 2,
      ingestToUnified: 5,
      twoThreadsToOne: 1.667,
      wordsPerCpuSecond: 100_000,
    });
    expect(report[0].turns).toBeUndefined();
    expect(median([4, 1])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  test("is a table a size", () => {
    expect(formatBenchText(sizes)).toMatchInlineSnapshot(`
      "100 articles → 20 pages of 10.0 kB (0.2 MB), 30 files in all (0.3 MB)
                   s  CPU s  articles/s  peak MB  s an article, 1,000 = 1  CPU s
        ingest  1.00   1.00         100      100                     2.50   2.50

      1,000 articles → 20 pages of 10.0 kB (0.2 MB), 30 files in all (0.3 MB)
                   s  CPU s  articles/s  peak MB  s an article, 1,000 = 1  CPU s
        ingest  4.00   4.00         250      100                     1.00   1.00

        from nothing, in turn              median s         runs  CPU s  peak MB  articles a CPU second
        unified, one thread                    3.00    2.00 4.00   1.50       50                    667
        ingest, no recogniser, one thread      6.00    6.00 6.00   3.00       50                    333
        ingest, one thread                    15.00  16.00 14.00   7.50       50                    133
        ingest, two threads                    9.00   10.00 8.00   4.50       50                    222
        the recogniser alone, one thread       5.00    4.00 6.00   2.50       50                    400
        ingest / unified, one thread each, in processor time: 2.00 without the recogniser, 5.00 with it
        one thread / two, in time: 1.67
        the recogniser alone: 100,000 words a CPU second

        against hugo v1 → 20 pages of 10.0 kB (0.2 MB), 30 files in all (0.3 MB)
        start to exit, in turn  median s            runs  CPU s  peak MB
        ours, bodies cached         2.00  3.00 1.00 2.00   1.00       50
        Hugo                        4.00  4.00 5.00 4.00   2.00       50
        ours / Hugo: 0.50 in time, 0.50 in processor time

      10,000 articles → 20 pages of 10.0 kB (0.2 MB), 30 files in all (0.3 MB)
                    s  CPU s  articles/s  peak MB  s an article, 1,000 = 1  CPU s
        ingest  52.00  52.00         192      100                     1.30   1.30"
    `);
  });
});
