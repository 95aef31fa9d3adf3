import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import { packageRoot } from "../src/effects.ts";
import { siteData } from "../src/site/data.ts";
import { openPageWriter } from "../src/site/page-writer.ts";
import type { PageBatch } from "../src/site/write-pages.ts";
import { renderPage } from "../templates/index.tsx";
import { heldTexts } from "./support/held-texts.ts";

let folder = "";
let workerFile = "";

beforeAll(async () => {
  // Inside the package, so that the worker finds its packages; node_modules is nobody's source.
  folder = mkdtempSync(join(packageRoot(), "node_modules", ".sijill-test-"));
  workerFile = join(folder, "page-worker.mjs");
  await build({
    entryPoints: [join(packageRoot(), "src/page-worker.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile: workerFile,
    logLevel: "silent",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function batches(output: string): Promise<PageBatch[]> {
  const { archive, raw } = sampleArchive(250);
  const data = siteData(
    archive,
    heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" }),
  );
  const views = await Promise.all(data.pages.map((page) => page.view()));
  const pages = views.map((view, index) => ({ path: `${index}/index.html`, view }));
  expect(pages.length).toBeGreaterThan(350);
  return [pages.slice(0, 320), pages.slice(320)].map((some) => ({ frame: data.frame, output, pages: some }));
}

describe("pages", () => {
  it("are the same from a thread of their own as from this one", async () => {
    const output = mkdtempSync(join(tmpdir(), "sijill-pages-"));
    try {
      const writer = openPageWriter({ renderPage, workerFile });
      const all = await batches(output);
      for (const batch of all) await writer.write(batch);
      await writer.close();
      const written = readdirSync(output).map((name) => [name, readFileSync(join(output, name, "index.html"), "utf8")]);
      const pages = all.flatMap((batch) => batch.pages);
      expect(written.length).toBe(pages.length);
      expect(Object.fromEntries(written)).toEqual(
        Object.fromEntries(pages.map(({ view }, index) => [String(index), renderPage(view, all[0]?.frame as never)])),
      );
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
  });

  it("tell what went wrong in the thread, with the path of the page", async () => {
    const output = mkdtempSync(join(tmpdir(), "sijill-pages-"));
    try {
      const writer = openPageWriter({ renderPage, workerFile });
      const [batch] = await batches(output);
      if (batch === undefined) throw new Error("no pages");
      await writer.write({
        ...batch,
        pages: [...batch.pages, { path: "broken.html", view: { kind: "home" } as never }],
      });
      await expect(writer.close()).rejects.toThrow(/^broken\.html: /);
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
  });
});
