import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { packageRoot } from "../src/effects.ts";

const FOLDER = join(packageRoot(), "test/fixtures/analysis");
/** Names of an archive that tests invent. */
const analyzer = makeAnalyzer(
  makeNames([
    ["نور فان", "Nour Van"],
    ["فانغ", "فانج", "Fang"],
  ]),
);

const keysOf = (text: string) =>
  new Set(analyzer.analyze(text).flatMap(({ names, words }) => [...names, ...words.flatMap(({ keys }) => keys)]));

/** As a search does it: a name of several words counts as one, every other word by any of its keys. */
function finds(indexed: string, asked: string): boolean {
  const keys = keysOf(indexed);
  const chunks = analyzer.analyze(asked);
  return chunks.every(({ names, words }) =>
    names.length > 0
      ? names.some((key) => keys.has(key))
      : words.every((word) => word.keys.some((key) => keys.has(key))),
  );
}

describe("the analyzer", () => {
  for (const file of readdirSync(FOLDER)) {
    it(`finds what it should and nothing else: ${file}`, () => {
      const rows = readFileSync(join(FOLDER, file), "utf8").trim().split("\n").slice(1);
      expect(rows.length).toBeGreaterThan(5);
      const wrong = rows.filter((row) => {
        const [verdict, indexed = "", asked = ""] = row.split("\t");
        return finds(indexed, asked) !== (verdict === "found");
      });
      expect(wrong).toEqual([]);
    });
  }

  it("gives every chunk its place in the text, and cuts nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const chunks = analyzer.analyze(text);
        expect(chunks.map((chunk) => chunk.text)).toEqual(text.match(/\S+/g) ?? []);
        for (const { start, end, text: part } of chunks) expect(text.slice(start, end)).toBe(part);
      }),
    );
  });

  it("gives any word of letters a key, and keys without blanks", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u0621-\u063A\u0641-\u064A]{2,12}$/), (word) => {
        const keys = [...keysOf(word)];
        expect(keys.length).toBeGreaterThan(0);
        for (const key of keys) expect(key).toMatch(/^[^\s_]+$/);
      }),
    );
  });

  it("takes at most 30 KB of a browser's time, lexicon and all", () => {
    const [bundle] = buildSync({
      entryPoints: [
        join(packageRoot(), "src/arabic/analysis/analyze.ts"),
        join(packageRoot(), "src/arabic/analysis/names.ts"),
      ],
      bundle: true,
      minify: true,
      charset: "utf8",
      format: "esm",
      write: false,
      outdir: "out",
    }).outputFiles;
    expect(gzipSync(bundle?.contents ?? new Uint8Array()).length).toBeLessThan(30 * 1024);
  });
});
