import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Reading } from "../src/read/types.ts";
import { articlesIn, problemsIn, readAll } from "./support/readings.ts";

// Large files, and a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

const PARAGRAPH =
  "<p>قال حارس المنارة إن السفينة مرت قبل الفجر بقليل، وإن الضباب كان كثيفاً حتى إنه لم ير إلا ضوءها الأخضر.</p>\n";
const page = (body: string) => `<html><head><title>المنارة</title></head><body>${body}</body></html>`;

/** What holds of every reading, whatever was read. */
function expectSound(readings: readonly Reading[]): void {
  const paths = new Set<string>();
  for (const reading of readings) {
    if ("problem" in reading) {
      expect(reading.problem.rule).toMatch(/^read:[a-z0-9-]+$/);
      expect(reading.problem.reason).not.toBe("");
      continue;
    }
    const { path, text, layout, links, metadata, sha256, confidence } = reading.article;
    expect(paths.has(path)).toBe(false);
    paths.add(path);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    let end = 0;
    for (const { at } of layout) {
      expect(at[0]).toBeGreaterThanOrEqual(end);
      expect(at[1]).toBeGreaterThan(at[0]);
      expect(text.slice(end, at[0]).trim()).toBe("");
      end = at[1];
    }
    if (layout.length > 0) expect(end).toBe(text.length);
    for (const link of links) {
      expect(text.slice(...link.at)).toBe(link.label);
      expect(link.url).toMatch(/^https?:\/\//);
    }
    for (const declared of Object.values(metadata)) {
      for (const { value, words, rule, place } of [...declared.chosen, ...declared.others]) {
        expect([value, words, rule, place]).not.toContain("");
      }
    }
  }
}

describe("files made to break readers", () => {
  it.each([
    ["many elements", page(`<div>${PARAGRAPH.repeat(40_000)}</div>`), 40_000],
    ["elements nested deep", page(`${"<div>".repeat(50_000)}${PARAGRAPH}`), 1],
    ["inline elements nested deep", page(`${"<b>".repeat(50_000)}نص${PARAGRAPH}`), 1],
    ["tables nested deep", page(`${"<table><tr><td>".repeat(20_000)}${PARAGRAPH}`), 1],
    ["signs that open nothing", page(`${"<".repeat(200_000)}${PARAGRAPH}`), 1],
    [
      "an element with many attributes",
      page(`<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(" ")}>${PARAGRAPH}`),
      1,
    ],
    [
      "structured data nested deep",
      page(`<script type="application/ld+json">${"[".repeat(50_000)}</script>${PARAGRAPH.repeat(5)}`),
      5,
    ],
    [
      "many declarations",
      `<html><head>${'<meta property="article:tag" content="ا">'.repeat(40_000)}</head><body>${PARAGRAPH.repeat(5)}</body></html>`,
      5,
    ],
  ])("a page with %s keeps its text", async (_, html, paragraphs) => {
    const [article, ...others] = articlesIn(await readAll("x.html", html));
    expect(others).toEqual([]);
    expect(article?.text.match(/حارس المنارة/g)).toHaveLength(paragraphs);
  });

  it("entities that expand stay closed", async () => {
    const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss><channel><item><title>ضحك</title><description>&e30; كثير</description></item></channel></rss>`;
    const [article] = articlesIn(await readAll("x.xml", feed));
    expect(article?.text).toBe("ضحك\n\n&e30; كثير");
  });

  it("outside files are not fetched by entities", async () => {
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]><rss><channel><item><title>ملف &file;</title></item></channel></rss>`;
    expect(articlesIn(await readAll("x.xml", feed))[0]?.text).toBe("ملف &file;");
  });

  it("a feed nested deep is told with its line, the entries before it are kept", async () => {
    const feed = `<rss><channel>\n<item><title>خبر</title></item>\n<item>${"<a>".repeat(1000)}`;
    const readings = await readAll("x.xml", feed);
    expect(articlesIn(readings).map(({ text }) => text)).toEqual(["خبر"]);
    expect(problemsIn(readings).filter((problem) => !problem.includes("read:title-alone"))).toEqual([
      "raw/x.xml:3 fatal read:too-deep Not a feed: elements are nested more than 300 deep at line 3",
    ]);
  });

  it("a small file that swells is refused", async () => {
    const readings = await readAll("x.gz", gzipSync(Buffer.alloc(70 * 1024 * 1024, "ا\n")));
    expect(problemsIn(readings)).toEqual(["raw/x.gz:1 fatal read:too-large The file holds more than 64 MB"]);
  });

  it("a file compressed again and again is refused", async () => {
    const readings = await readAll("x.gz", gzipSync(gzipSync(gzipSync("نص"))));
    expect(problemsIn(readings)).toEqual(["raw/x.gz:1 fatal read:no-article The file is compressed again and again"]);
  });

  it("JSON Lines cut off in their compression keep the lines before", async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, i) => `{"id": ${i}, "text": "خبر رقم ${i} من ${(i * 7919) % 10007}"}`,
    );
    const bytes = gzipSync(lines.join("\n"));
    const readings = await readAll("x.jsonl.gz", bytes.subarray(0, bytes.length - 2000));
    const articles = articlesIn(readings);
    expect(articles.length).toBeGreaterThan(500);
    expect(articles[0]?.text).toBe("خبر رقم 0 من 0");
    expect(problemsIn(readings)).toEqual([
      `raw/x.jsonl.gz fatal read:cut-off The compressed file is cut off or broken after line ${articles.length}: unexpected end of file`,
    ]);
  });

  it.each(["99999999999", "abc", "-5", ""])(
    "a crawl whose record says it is «%s» bytes long ends there",
    async (length) => {
      const record = `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>نص`;
      const readings = await readAll("x.warc", record);
      expect(articlesIn(readings)).toEqual([]);
      expectSound(readings);
    },
  );
});

describe("an element that is never closed swallows nothing", () => {
  const BEFORE = `<p>${"رست السفينة عند الرصيف القديم بعد الظهر وأنزلت حمولتها من الملح والخشب. ".repeat(3)}</p>`;
  it.each([
    ["svg", `<svg viewBox="0 0 1 1"><path d="M0 0">`],
    ["svg before another", `<svg><svg viewBox="0 0 1 1"></svg>`],
    ["svg without its end", "<svg "],
    ["math", "<math><mi>x"],
    ["select", "<select><option>"],
    ["textarea", "<textarea>"],
    ["title", "<title>"],
  ])("%s", async (_, opened) => {
    const [article] = articlesIn(await readAll("a.html", page(`${BEFORE}<div>${opened}${PARAGRAPH.repeat(3)}</div>`)));
    expect(article?.text).toContain("رست السفينة عند الرصيف القديم");
    expect(article?.text).toContain("قال حارس المنارة إن السفينة مرت");
  });

  it("a title ends where the next tag begins", async () => {
    const [article] = articlesIn(
      await readAll(
        "a.html",
        `<html><head><title>المنارة والسفينة\n<meta charset="utf-8"></head><body>${BEFORE}</body></html>`,
      ),
    );
    expect(article?.metadata.title?.chosen[0].value).toBe("المنارة والسفينة");
    expect(article?.text).toContain("رست السفينة عند الرصيف القديم");
  });
});

describe("whatever the bytes", () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.string({ unit: "binary", maxLength: 400 }).map((text) => Buffer.from(text)),
  );
  /** Beginnings that lead to each reader. */
  const beginnings = fc.constantFrom(
    "",
    "<html><body>",
    '<?xml version="1.0"?><rss><channel><item>',
    "<feed><entry>",
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>',
    '{"text":',
    "---\ntitle: ",
    "# عنوان\n",
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 90\r\n\r\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n",
    "\x1f\x8b\x08\x00",
    "\ufeff",
  );

  it("readers do not crash, and what they read is sound", async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, anything, async (beginning, rest) => {
        const start = beginning.startsWith("\x1f") ? Buffer.from(beginning, "latin1") : Buffer.from(beginning);
        expectSound(await readAll("any", Buffer.concat([start, rest])));
      }),
      { numRuns: 300 },
    );
  });

  const tag = fc.constantFrom(
    ..."p div br a b h1 h2 ul li table tr td script style svg form blockquote figure figcaption article main nav pre time".split(
      " ",
    ),
  );
  const attribute = fc.constantFrom(
    ' onclick="evil()"',
    " onload=evil()",
    ' href="javascript:evil()"',
    ' href="https://good.example/"',
    ' style="display:none"',
    ' class="share"',
    ' datetime="2020-01-01"',
    "",
  );
  const markup = fc
    .array(
      fc.oneof(
        fc.tuple(tag, attribute).map(([name, text]) => `<${name}${text}>`),
        tag.map((name) => `</${name}>`),
        fc.constantFrom("قال الوزير ", "إن العدد زاد. ", "&lt;b&gt;", "&#8207;", "\n", PARAGRAPH, "<!-- سر -->"),
        fc.constantFrom(
          "<script>evil()</script>",
          "<style>evil{}</style>",
          '<img src=x onerror="evil()">',
          "<svg><script>evil()</script></svg>",
          "<iframe srcdoc='evil()'></iframe>",
          "<noscript>evil()</noscript>",
          "<template>evil()</template>",
        ),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(""));

  it("no script, no handler and no address but http leaves a page", async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (html) => {
        for (const input of [page(html), JSON.stringify({ html })]) {
          const readings = await readAll("x", input);
          expectSound(readings);
          for (const { text, links } of articlesIn(readings)) {
            expect(text).not.toMatch(/evil|onclick|onload|onerror|javascript:|سر/);
            for (const { url } of links) expect(url).toBe("https://good.example/");
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("the same bytes give the same articles", async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (html) => {
        expect(await readAll("x", page(html))).toEqual(await readAll("x", page(html)));
      }),
      { numRuns: 30 },
    );
  });
});
