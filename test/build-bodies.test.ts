import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskEffects, packageRoot } from "../src/effects.ts";
import { type BodySource, renderBody } from "../src/site/body.ts";
import { loadBodies } from "../src/site/body-cache.ts";
import { openRenderer } from "../src/site/render-bodies.ts";

let folder = "";
let workerFile = "";

beforeAll(async () => {
  // Inside the package, so that the worker finds its packages; node_modules is nobody's source.
  folder = mkdtempSync(join(packageRoot(), "node_modules", ".sijill-test-"));
  workerFile = join(folder, "body-worker.mjs");
  await build({
    entryPoints: [join(packageRoot(), "src/site/body-worker.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile: workerFile,
    logLevel: "silent",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources: BodySource[] = Array.from({ length: 600 }, (_, index) => ({
  markdown: index % 7 === 0 ? `## قسم ${index}\n\nنص *مائل* ${index}` : `قال سامر إن العدد ${index}.`,
  mentions: [{ words: ["سامر"], url: "/people/s/" }],
}));

describe("bodies", () => {
  it("are the same from worker threads as from this one, in the same order", async () => {
    const renderer = openRenderer(sources.length, { workerFile });
    expect(await renderer.render(sources)).toEqual(sources.map(renderBody));
    await renderer.close();
  });

  it("are rendered once and then come from the cache", async () => {
    const caches = mkdtempSync(join(tmpdir(), "sijill-bodies-"));
    try {
      const steps: number[] = [];
      const effects = diskEffects({ report: () => {}, log: () => {}, progress: (_, done) => steps.push(done) });
      const few = new Map(sources.slice(0, 20).map((source, index) => [`a${index}`, source]));
      const load = async (map: ReadonlyMap<string, BodySource>, version = "1") => {
        const wanted = [...map].map(([id, source]) => ({
          id,
          from: JSON.stringify(source),
          source: async () => source,
        }));
        const { read } = await loadBodies(effects, wanted, { caches, version });
        return new Map(await Promise.all([...map.keys()].map(async (id) => [id, await read(id)] as const)));
      };
      const first = await load(few);
      expect(steps.at(-1)).toBe(20);

      steps.length = 0;
      expect(await load(few)).toEqual(first);
      expect(steps).toEqual([]);

      const changed = new Map(few).set("a3", { markdown: "نص آخر", mentions: [] });
      expect((await load(changed)).get("a3")?.html).toBe("<p>نص آخر</p>");
      expect(steps).toEqual([1]);

      steps.length = 0;
      await load(changed, "2");
      expect(steps.at(-1)).toBe(20);

      // A cache that cannot be read costs time and nothing else.
      for (const name of readdirSync(join(caches, "bodies"))) writeFileSync(join(caches, "bodies", name), "{");
      expect(await load(few)).toEqual(first);
      expect(
        readdirSync(join(caches, "bodies")).some((name) =>
          readFileSync(join(caches, "bodies", name), "utf8").includes("سامر"),
        ),
      ).toBe(true);
    } finally {
      rmSync(caches, { recursive: true, force: true });
    }
  });
});
