import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import { diskEffects } from "../src/effects.ts";
import { EMPTY_MANIFEST, type Manifest } from "../src/site/manifest.ts";
import { formatFragment, parseFragment, parsePageIds } from "../src/site/search/pagefind-files.ts";
import { makeShadow } from "../src/site/search/shadow.ts";
import { formatVocabulary, makeTables } from "../src/site/search/tables.ts";
import { writeSearchIndex } from "../src/site/search-index.ts";
import type { SearchDocument, SearchManifest } from "../src/site/site-data.ts";

const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });

const article = (number: number, title: string, html: string): SearchDocument => ({
  url: `/articles/${number}/`,
  title,
  html,
  filters: { source: ["الصباح"], person: number % 2 ? ["سامر الحلبي"] : [] },
  names: ["الصباح"],
  meta: { source: "الصباح" },
  sort: number === 3 ? {} : { date: `2019-0${number}-01` },
});

const documents = [
  article(
    1,
    "قمة <المرفأ> & ما بعدها",
    "<p>افتتح سامر الحلبي، اليوم، المرفأ الجديد.</p><h2>خلفية</h2><ul><li>بند أول</li><li>بند ثانٍ</li></ul>",
  ),
  article(2, "بيان", '<p>نص <a href="/x/">مع رابط</a>داخل كلمة — وشرطة، و12% و3.5 و«كوفيد-19» و_خط_ و🙂</p>'),
  article(3, "بيان", "<p>نص بلا تاريخ</p>"),
];

describe("the search index", () => {
  let output = "";
  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), "sijill-test-"));
  });
  afterAll(() => rm(output, { recursive: true, force: true }));

  const write = (before: Manifest["search"], of: readonly SearchDocument[] = documents) =>
    writeSearchIndex(
      effects,
      { documents: of.map((document) => () => document), records: [] },
      { output, caches: output, version: "test", before, begin: async () => {} },
    );
  const read = (file: string) => readFile(join(output, file));

  it("holds the words of the articles and not those of the index", async () => {
    const { files, indexed } = await write(EMPTY_MANIFEST.search);
    expect(indexed).toBe(3);
    const manifest: SearchManifest = JSON.parse((await read("pagefind/search.json")).toString());
    expect(manifest.shards).toMatchObject([{ pages: 3, from: "2019-01-01", to: "2019-02-01" }]);
    const folder = `pagefind/${manifest.shards[0]?.folder}`;
    const ids = parsePageIds(await read(`${folder}/${manifest.shards[0]?.meta}`));
    const fragments = await Promise.all(
      ids.map(async (id) => parseFragment(await read(`${folder}/fragment/${id}.pf_fragment`))),
    );
    expect(fragments.map(({ url }) => url)).toEqual(documents.map(({ url }) => url));
    expect(fragments[0]).toMatchObject({
      content: "قمة <المرفأ> & ما بعدها افتتح سامر الحلبي، اليوم، المرفأ الجديد. خلفية بند أول بند ثانٍ",
      meta: { title: "قمة <المرفأ> & ما بعدها", source: "الصباح", titleWords: "5" },
    });
    expect(fragments[1]?.content).toBe("بيان نص مع رابطداخل كلمة — وشرطة، و12% و3.5 و«كوفيد-19» و_خط_ و🙂");
    for (const { content, word_count } of fragments) expect(content.split(" ")).toHaveLength(word_count);
    const tables = gunzipSync(await read(`${folder}/pages.gz`)).subarray("pagefind_dcd".length);
    expect(JSON.parse(tables.toString())).toEqual(makeTables(documents));
    expect(files).toContain("pagefind/pagefind.js");
    expect(files.at(-1)).toBe("pagefind/search.json");
  });

  it("has the same bytes when it is made again, and is not made again without need", async () => {
    const first = await write(EMPTY_MANIFEST.search);
    const bytes = await Promise.all(first.files.map(read));
    const second = await write(EMPTY_MANIFEST.search);
    expect(second.files).toEqual(first.files);
    expect(await Promise.all(second.files.map(read))).toEqual(bytes);
    expect((await write(first)).indexed).toBe(0);
  });

  it("stands beside the one before until its own list of files is written", async () => {
    const before = await write(EMPTY_MANIFEST.search);
    const after = await write(before, documents.slice(1));
    const folders = (files: readonly string[]) =>
      new Set(files.map((file) => file.split("/")[1]).filter((name) => !name?.includes(".")));
    expect([...folders(before.files)]).not.toEqual([...folders(after.files)]);
    await Promise.all(before.files.map(read));
  });

  it("is empty for an empty archive", async () => {
    const { indexed } = await write(EMPTY_MANIFEST.search, []);
    expect(indexed).toBe(0);
    expect(JSON.parse((await read("pagefind/search.json")).toString()).shards).toEqual([]);
  });
});

describe("the shadow of a document", () => {
  const analyzer = makeAnalyzer(makeNames());

  it("has one word for each of the original's, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (title, text) => {
        const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        const { html, words, content, titleWords } = makeShadow(
          { title, html: `<p>${escaped}</p>`, names: [] },
          analyzer,
          () => {},
        );
        const shadow = html
          .replace(/^.*<body data-pagefind-body>/s, "")
          .replace(/<[^>]*>/g, " ")
          .split(/\s+/)
          .filter(Boolean);
        expect(shadow).toHaveLength(words);
        expect(content.split(" ").filter(Boolean)).toHaveLength(words);
        expect(titleWords).toBe((title.match(/\S+/g) ?? []).length);
      }),
    );
  });
});

describe("files of the index", () => {
  it("are refused in another shape", () => {
    const file = formatFragment({ url: "/", content: "نص", word_count: 1, meta: {} });
    expect(parseFragment(file)).toEqual({ url: "/", content: "نص", word_count: 1, meta: {} });
    const strange = formatFragment({ title: "نص" } as never);
    expect(() => parseFragment(strange)).toThrow("Pagefind: a fragment has another shape than version 1.5 writes");
    expect(() => parsePageIds(file)).toThrow("Pagefind: the index has another shape than version 1.5 writes");
  });

  it("list words by how often they occur", () => {
    expect(
      formatVocabulary(
        new Map([
          ["مرفأ", 1],
          ["بيان", 2],
          ["أمر", 1],
        ]),
      ),
    ).toBe("بيان 2\nأمر\nمرفأ");
  });
});
