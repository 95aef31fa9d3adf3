import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { formatPlaces, keysOf, placesOf, writtenAs } from "../src/arabic/analysis/engine-terms.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { packageRoot } from "../src/effects.ts";
import { daysOf } from "../src/export/period.ts";
import { engineSettings } from "../src/export/settings.ts";
import { exportSearch } from "../src/export.ts";
import { memoryEffects, readFixture } from "./support/memory-effects.ts";

const root = packageRoot();
const archives = join(root, "test/fixtures/archives");
const fixtures = join(root, "test/fixtures/export");

/** What the archive's fixture expects of ingest is the archive that is exported. */
function archive(name: string) {
  const effects = memoryEffects({}, [join(root, "content/authority")]);
  for (const [path, bytes] of Object.entries(readFixture(join(archives, name)))) {
    const own = path.replace(/^expected\//, "");
    if (/^(?:articles|authority|archive\.json|sijill\.yaml)/.test(own)) effects.put(`/archive/${own}`, bytes);
  }
  return effects;
}

const BULK_SIZE = 10 * 1024 * 1024;

describe.each(readdirSync(fixtures))("the export of archive %s", (name) => {
  it("is exactly the expected files, and the same again", async () => {
    const effects = archive(name);
    const options = { content: "/archive", out: "/out", bulkSize: BULK_SIZE };
    const { files } = await exportSearch(effects, options);
    expect(effects.messages).toEqual([]);
    for (const file of files)
      await expect(effects.text(`/out/${file}`)).toMatchFileSnapshot(join(fixtures, name, file));
    expect(Object.keys(readFixture(join(fixtures, name))).sort()).toEqual([...files].sort());
    effects.forget();
    await exportSearch(effects, options);
    expect(effects.writes).toEqual([]);
  });
});

describe("bulk files", () => {
  const lines = (text: string) => text.split("\n").slice(0, -1);

  it("are as large as they may be, an article at least, and those of a longer export go", async () => {
    const effects = archive("names");
    const run = (bulkSize: number) => exportSearch(effects, { content: "/archive", out: "/out", bulkSize });
    await run(BULK_SIZE);
    const whole = effects.text("/out/bulk-0001.ndjson");
    const small = await run(1);
    expect(small.files).toEqual(["settings.json", ...[1, 2, 3, 4].map((n) => `bulk-000${n}.ndjson`)]);
    const parts = small.files.slice(1).map((file) => effects.text(`/out/${file}`));
    expect(parts.join("")).toBe(whole);
    for (const part of parts) expect(lines(part)).toHaveLength(2);
    await run(BULK_SIZE);
    expect([...effects.files.keys()].filter((path) => path.startsWith("/out/"))).toEqual([
      "/out/settings.json",
      "/out/bulk-0001.ndjson",
    ]);
  });

  it("tell of an article file that cannot be read, once, and hold the others", async () => {
    const effects = archive("names");
    effects.put("/archive/articles/undated/broken.md", "no front matter");
    const { articles } = await exportSearch(effects, { content: "/archive", out: "/out", bulkSize: BULK_SIZE });
    expect(effects.messages.map((message) => `${message.file} ${message.ruleId}`)).toEqual([
      "articles/undated/broken.md article-file",
    ]);
    expect(articles).toBe(4);
    expect(lines(effects.text("/out/bulk-0001.ndjson"))).toHaveLength(8);
  });

  it("hold no field that the mapping does not know", async () => {
    const effects = archive("names");
    await exportSearch(effects, { content: "/archive", out: "/out", bulkSize: BULK_SIZE });
    const { mappings } = JSON.parse(effects.text("/out/settings.json"));
    const check = (value: unknown, mapping: { type?: string; properties?: Record<string, object> }, path: string) => {
      if (mapping.properties === undefined) return;
      for (const [key, inner] of Object.entries(value as object)) {
        expect(mapping.properties, `${path}${key}`).toHaveProperty(key);
        check(inner, mapping.properties[key] ?? {}, `${path}${key}.`);
      }
    };
    for (const [index, line] of lines(effects.text("/out/bulk-0001.ndjson")).entries())
      if (index % 2 === 1) check(JSON.parse(line), mappings, "");
  });
});

/** The engine's analyzer as settings.json describes it: Lucene's whitespace tokenizer and pattern capture filter. */
function analyzeAsEngine(text: string): { readonly place: number; readonly token: string }[] {
  const { settings } = engineSettings([]) as {
    settings: { analysis: { filter: { alternatives: { patterns: string[] } } } };
  };
  const [pattern = ""] = settings.analysis.filter.alternatives.patterns;
  return text
    .split(/[^\S\u00A0\u2007\u202F\uFEFF]+/) // Java's blanks, but for control characters, are those that may break a line
    .filter((part) => part !== "")
    .flatMap((part, place) =>
      Array.from(part.matchAll(new RegExp(pattern, "g")), ([, token = ""]) => ({ place, token })),
    );
}

describe("tokens for the engine", () => {
  const names = [
    ["شي جين بينغ", "شي جينبينغ"],
    ["فلاديمير بوتين", "Vladimir Putin"],
    ["بكين", "بيجينغ"],
  ];
  const analyzer = makeAnalyzer(makeNames(names));
  const arabic = fc.stringMatching(/^[\u0621-\u063A\u0641-\u0652\u0660-\u0669 ،/_=a-zà-ü'.0-9-]{0,60}$/);
  const known = fc.constantFrom(...names.flat(), "عبد الله", "كوفيد-19", "3.5", "لـGoogle", "Al-Jazeera", "—");
  const text = fc.oneof(
    arabic,
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.array(fc.oneof(arabic, known), { maxLength: 8 }).map((parts) => parts.join(" ")),
  );

  it("are the analyzer's keys and the form written, each word at a place of its own", () => {
    fc.assert(
      fc.property(text, (words) => {
        const chunks = analyzer.analyze(words);
        expect([...formatPlaces(placesOf(chunks))].every((letter) => letter >= " ")).toBe(true);
        const expected = chunks
          .flatMap((chunk) => chunk.words.map((word) => ({ word, names: chunk.names })))
          .flatMap(({ word, names }, place) =>
            [...new Set([...keysOf(word.keys), ...keysOf(names), writtenAs(word)])].map((token) => ({ place, token })),
          );
        expect(analyzeAsEngine(formatPlaces(placesOf(chunks)))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("are never longer than Lucene takes", () => {
    const [place] = placesOf(analyzer.analyze("ب".repeat(40_000)));
    for (const term of place?.terms ?? []) expect(Buffer.byteLength(term)).toBeLessThan(2000);
  });
});

describe("the days of a date", () => {
  it.each([
    ["2021-12-17", { gte: "2021-12-17", lte: "2021-12-17" }],
    ["2021-12", { gte: "2021-12-01", lte: "2021-12-31" }],
    ["2024~", { gte: "2024-01-01", lte: "2024-12-31" }],
    ["2021-XX", { gte: "2021-01-01", lte: "2021-12-31" }],
    ["202X", { gte: "2020-01-01", lte: "2029-12-31" }],
    ["2021-12-28/2022-01-03", { gte: "2021-12-28", lte: "2022-01-03" }],
    ["2021/..", { gte: "2021-01-01" }],
    ["/2021-03", { lte: "2021-03-31" }],
    ["[2019,2021]", { gte: "2019-01-01", lte: "2021-12-31" }],
    ["Y17000", undefined],
    ["غدا", undefined],
  ])("of %s", (edtf, days) => {
    expect(daysOf(edtf)).toEqual(days);
  });
});
