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
import { makeShard } from "../src/site/search/make-shard.ts";
import { formatVocabulary, makeTables } from "../src/site/search/tables.ts";
import { writeSearchIndex } from "../src/site/search-index.ts";
import type {
  NamedRecord,
  SearchDocument,
  SearchedPage,
  SearchManifest,
  SearchTables,
} from "../src/site/views/search.ts";
import { heldDocument } from "./support/held-texts.ts";

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

  const write = (
    before: Manifest["search"],
    of: readonly SearchDocument[] = documents,
    records: readonly NamedRecord[] = [],
  ) =>
    writeSearchIndex(
      effects,
      { documents: of.map(heldDocument), records },
      { output, caches: output, version: "test", before, begin: async () => {} },
    );
  const read = (file: string) => readFile(join(output, file));

  const readPacked = async (file: string) =>
    JSON.parse(
      gunzipSync(await read(`search-index/${file}`))
        .toString()
        .slice("sijill_index".length),
    );

  it("holds the words of the articles and not those of the index", async () => {
    const { files, indexed } = await write(EMPTY_MANIFEST.search);
    expect(indexed).toBe(3);
    const manifest: SearchManifest = await readPacked("search.gz");
    expect(manifest.volumes).toMatchObject([{ pages: 3, from: "2019-01-01", to: "2019-02-01", filters: [] }]);
    const [volume] = manifest.volumes;
    // The article without a date stands with the oldest.
    expect(volume?.shards.map(({ pages }) => pages)).toEqual([1, 2]);
    const pages: SearchedPage[] = [];
    for (const shard of volume?.shards ?? [])
      for (let page = 0; page < shard.pages; page++) pages.push(await readPacked(`${shard.folder}/page/${page}.gz`));
    expect(pages.map(({ url }) => url)).toEqual(["/articles/3/", "/articles/1/", "/articles/2/"]);
    expect(pages[1]).toEqual({
      url: "/articles/1/",
      titleWords: 5,
      source: "الصباح",
      content: "قمة <المرفأ> & ما بعدها افتتح سامر الحلبي، اليوم، المرفأ الجديد. خلفية بند أول بند ثانٍ",
    });
    expect(pages[2]?.content).toBe("بيان نص مع رابطداخل كلمة — وشرطة، و12% و3.5 و«كوفيد-19» و_خط_ و🙂");
    const tables: SearchTables = await readPacked(`${volume?.folder}/pages.gz`);
    expect(tables).toEqual(makeTables([documents[2], documents[0], documents[1]] as SearchDocument[]));
    expect(files.at(-1)).toBe("search-index/search.gz");
  });

  it("has the same bytes when it is made again, and is not made again without need", async () => {
    const first = await write(EMPTY_MANIFEST.search);
    const bytes = await Promise.all(first.files.map(read));
    const second = await write(EMPTY_MANIFEST.search);
    expect(second.files).toEqual(first.files);
    expect(await Promise.all(second.files.map(read))).toEqual(bytes);
    expect((await write(first)).indexed).toBe(0);
  });

  it("makes anew only what changed", async () => {
    const before = await write(EMPTY_MANIFEST.search);
    const [undated, first, second] = [documents[2], documents[0], documents[1]] as SearchDocument[];
    const changed = { ...(undated as SearchDocument), html: "<p>نص آخر بلا تاريخ</p>" };
    const after = await write(before, [first, second, changed] as SearchDocument[]);
    expect(after.indexed).toBe(1);
    const whole = await write(EMPTY_MANIFEST.search, [first, second, changed] as SearchDocument[]);
    expect(after).toEqual({ ...whole, indexed: 1 });
    expect(await Promise.all(after.files.map(read))).toEqual(await Promise.all(whole.files.map(read)));
  });

  it("makes anew only what has the words of a new name", async () => {
    const person = (label: string): NamedRecord => ({
      label,
      url: `/${label}/`,
      type: "person",
      count: 1,
      names: [[label]],
    });
    const known = [person("سامر الحلبي")];
    for (const [label, indexed] of [
      ["نص بلا", 1],
      ["بيان الحلبي", 2],
      ["سلوى القرمزي", 0],
    ] as const) {
      const before = await write(EMPTY_MANIFEST.search, documents, known);
      const after = await write(before, documents, [...known, person(label)]);
      expect([label, after.indexed]).toEqual([label, indexed]);
      const whole = await write(EMPTY_MANIFEST.search, documents, [...known, person(label)]);
      expect(after.files).toEqual(whole.files);
      expect(after.key).toBe(whole.key);
    }
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
    expect((await readPacked("search.gz")).volumes).toEqual([]);
  });
});

describe("the words of a document", () => {
  const analyzer = makeAnalyzer(makeNames());

  it("are counted as they stand between blanks, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), async (title, text) => {
        const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        const document = article(1, title, `<p>${escaped}</p>`);
        const { files, rest } = await makeShard([heldDocument(document)], {
          key: "0123456789ab",
          analyzer,
          progress: () => {},
        });
        const shown: SearchedPage = JSON.parse(
          gunzipSync(files[0]?.content as Uint8Array)
            .toString()
            .slice("sijill_index".length),
        );
        expect(shown.content.split(/\s+/).filter(Boolean)).toHaveLength(rest.pages[0]?.words as number);
        expect(shown.titleWords).toBe((title.match(/\S+/g) ?? []).length);
      }),
    );
  });

  it("list words by how often they occur", () => {
    expect(
      formatVocabulary(
        new Map([
          ["مرفأ", 1],
          ["بيان", 2],
          ["أمر", 1],
          ["امر", 2],
        ]),
      ),
    ).toBe("امر 3\nبيان 2\nمرفأ 1 مرفا");
  });
});
