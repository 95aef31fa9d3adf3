import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type IndexFile, orderIndex } from "../src/site/canonical-index.ts";
import { formatDocument } from "../src/site/search-index.ts";

/** Text and lists as Pagefind writes them (RFC 8949), short ones only. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value < 24 ? Buffer.from([value]) : Buffer.from([24, value]);
  if (typeof value === "string")
    return Buffer.concat([Buffer.from([0x60 | Buffer.byteLength(value)]), Buffer.from(value)]);
  const items = value as unknown[];
  return Buffer.concat([Buffer.from([0x80 | items.length]), ...items.map(cbor)]);
}
const pack = (value: unknown) => gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), cbor(value)]));
const entry = (hash: string) => Buffer.from(JSON.stringify({ version: "1", languages: { ar: { hash, wasm: "ar" } } }));

function index(
  filters: readonly (readonly [string, readonly (readonly [string, number[]])[]])[],
  hash: string,
): IndexFile[] {
  return [
    { path: "pagefind-entry.json", content: entry(hash) },
    {
      path: `pagefind.${hash}.pf_meta`,
      content: pack([
        "1",
        [["ar_1", 200]],
        [],
        filters.map(([name]) => [name, `ar_${name.repeat(7)}`]),
        [["date", [0, 1]]],
      ]),
    },
    ...filters.map(([name, values]) => ({
      path: `filter/ar_${name.repeat(7)}.pf_filter`,
      content: pack([name, values]),
    })),
    { path: "fragment/ar_1.pf_fragment", content: Buffer.from("x") },
  ];
}

describe("the search index", () => {
  const one = index(
    [
      [
        "p",
        [
          ["ب", [1]],
          ["ا", [0, 200]],
        ],
      ],
      ["s", [["ج", [1]]]],
    ],
    "ar_1111111111",
  );
  const other = index(
    [
      ["s", [["ج", [1]]]],
      [
        "p",
        [
          ["ا", [0, 200]],
          ["ب", [1]],
        ],
      ],
    ],
    "ar_2222222222",
  ).reverse();

  it("has the same bytes in whatever order Pagefind listed its filters", () => {
    expect(orderIndex(one)).toEqual(orderIndex(other));
  });

  it("names its files by what they hold, and finds them by these names", () => {
    const files = new Map(orderIndex(one).map(({ path, content }) => [path, Buffer.from(content)]));
    const { hash } = JSON.parse((files.get("pagefind-entry.json") as Buffer).toString()).languages.ar;
    const meta = gunzipSync(files.get(`pagefind.${hash}.pf_meta`) as Buffer).toString("latin1");
    const filters = [...files.keys()].filter((path) => path.startsWith("filter/"));
    expect(filters).toHaveLength(2);
    for (const path of filters) expect(meta).toContain(path.slice("filter/".length, -".pf_filter".length));
    expect(
      gunzipSync(
        files.get(filters.find((path) => gunzipSync(files.get(path) as Buffer).includes("ا")) ?? "") as Buffer,
      ).subarray(12),
    ).toEqual(
      cbor([
        "p",
        [
          ["ا", [0, 200]],
          ["ب", [1]],
        ],
      ]),
    );
    expect(files.get("fragment/ar_1.pf_fragment")?.toString()).toBe("x");
  });

  it("is left as it is when it has another shape", () => {
    const strange = [...one, { path: "filter/ar_zzzzzzz.pf_filter", content: gzipSync(Buffer.from("other")) }];
    expect(orderIndex(strange)).toEqual(strange);
  });
});

describe("the document the index reads", () => {
  it("keeps filters, metadata and sort keys out of the searched text", () => {
    const html = formatDocument({
      url: "/a/",
      title: "قمة <المرفأ>",
      html: '<p>نص <a href="/people/x/" class="mention">سامر</a></p>',
      meta: { source: 'صحيفة "الصباح"', date: "عام 2019" },
      filters: { person: ["سامر, الحلبي", "ليلى"], year: ["2019"] },
      sort: { date: "2019" },
    });
    const head = html.slice(0, html.indexOf("<body"));
    expect(head).toContain(
      '<meta data-pagefind-filter="person[content]" content="سامر, الحلبي"><meta data-pagefind-filter="person[content]" content="ليلى">',
    );
    expect(head).toContain('<meta data-pagefind-meta="source[content]" content="صحيفة &quot;الصباح&quot;">');
    expect(head).toContain('<meta data-pagefind-sort="date[content]" content="2019">');
    expect(html.slice(html.indexOf("<body"))).toBe(
      '<body data-pagefind-body><h1 data-pagefind-meta="title">قمة &lt;المرفأ&gt;</h1><p>نص <a href="/people/x/" class="mention">سامر</a></p></body></html>',
    );
  });
});
