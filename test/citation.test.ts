import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import type { ArchiveConfig } from "../src/model/archive.ts";
import type { Article, ListedArticle } from "../src/model/article.ts";
import { citationOf, webLink } from "../src/site/citation.ts";
import { makeContext } from "../src/site/context.ts";
import { heldTexts } from "./support/held-texts.ts";

const PAGE = "https://www.shore.example/a?b=1&c=خبر";

function cite(over: Partial<Article>, config: Partial<ArchiveConfig> = { title: "أرشيف الميناء" }) {
  const { archive, raw } = sampleArchive(3, config);
  const [first] = archive.articles;
  const { date: _date, source: _source, authors: _authors, topics: _topics, ...bare } = first as ListedArticle;
  const article = { ...bare, dates: {}, id: "2021-05-04-a1", ...over } as ListedArticle;
  const texts = heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" });
  return citationOf(makeContext(archive, texts), article);
}

/** What a browser saves of a link to a file in itself. */
async function saved(citation: ReturnType<typeof cite>): Promise<string[]> {
  return Promise.all(citation.files.map(async ({ href }) => (await fetch(new URL(href))).text()));
}

test("says who wrote what, where and when, and where it is kept", async () => {
  const citation = cite(
    {
      title: "جسر 100% من الحجر #1 {قديم}",
      authors: ["سالم الناصري", "ليلى حدّاد"],
      dates: { published: "2021-05-04", event: "2021-05-03" },
      originalUrl: [PAGE],
    },
    { title: "أرشيف الميناء", baseUrl: "https://example.org/archive/" },
  );
  expect(citation.words).toBe("سالم الناصري، ليلى حدّاد، «جسر 100% من الحجر #1 {قديم}»، الثلاثاء 4 أيار/مايو 2021.");
  expect([citation.originalUrl, citation.kept, citation.address]).toEqual([
    PAGE,
    "محفوظ في أرشيف الميناء",
    "https://example.org/archive/articles/2021-05-04-a1/",
  ]);
  expect(await saved(citation)).toEqual([
    [
      "TY  - NEWS",
      "TI  - جسر 100% من الحجر #1 {قديم}",
      "AU  - سالم الناصري",
      "AU  - ليلى حدّاد",
      "PY  - 2021",
      "DA  - 2021/05/04/",
      "LA  - ar",
      `UR  - ${PAGE}`,
      "DB  - أرشيف الميناء",
      "AN  - 2021-05-04-a1",
      "AV  - https://example.org/archive/articles/2021-05-04-a1/",
      "ER  - ",
      "",
    ].join("\r\n"),
    `@article{2021-05-04-a1,
  entrysubtype = {newspaper},
  author = {{سالم الناصري} and {ليلى حدّاد}},
  title = {{جسر 100\\% من الحجر \\#1 \\{قديم\\}}},
  date = {2021-05-04},
  url = {${PAGE}},
  addendum = {أرشيف الميناء: https://example.org/archive/articles/2021-05-04-a1/},
  langid = {arabic},
}
`,
  ]);
  expect(citation.meta).toEqual([
    ["DC.type", "newspaperArticle"],
    ["DC.title", "جسر 100% من الحجر #1 {قديم}"],
    ["DC.creator", "سالم الناصري"],
    ["DC.creator", "ليلى حدّاد"],
    ["DC.date", "2021-05-04"],
    ["DC.source", PAGE],
    ["DC.language", "ar"],
  ]);
});

test("gives no date that is not known, and none as exact that is not", async () => {
  const told = cite({ title: "خبر", dates: { event: "2021-05-03" } });
  expect([told.words, told.address]).toEqual(["«خبر»، بلا تاريخ.", "2021-05-04-a1"]);
  expect((await saved(told))[0]).not.toMatch(/^(?:PY|DA|N1|UR|AV) /m);

  const about = cite({ title: "خبر", dates: { published: "2019~" } });
  const [ris, tex] = await saved(about);
  expect(about.words).toBe("«خبر»، نحو عام 2019.");
  expect(ris).toMatch(/^N1 {2}- نحو عام 2019\r$/m);
  expect(ris).not.toMatch(/^(?:PY|DA) /m);
  expect(tex).toContain("date = {2019~}");
  expect(about.meta.map(([name]) => name)).not.toContain("DC.date");
});

test("links to the web alone", () => {
  expect(webLink("https://www.shore.example/a")).toEqual({
    url: "https://www.shore.example/a",
    label: "shore.example",
  });
  for (const address of [undefined, "javascript:alert(1)", "data:text/html,x", "shore.example", ""])
    expect(webLink(address)).toBeUndefined();
});

test("whatever a title holds, the files hold it in one line", async () => {
  const sign = fc.constantFrom(
    "عنوان",
    " ",
    "\n",
    "\t",
    "%41",
    "#",
    "?",
    "&",
    '"',
    "<b>",
    "`",
    "\\",
    "^",
    "~",
    "{",
    "}",
    "\u202e",
    "é",
    "|",
    "'",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 8 }), async (parts) => {
      const title = `x${parts.join("")}x`;
      const [ris = ""] = await saved(cite({ title }));
      expect(ris.split("\r\n")).toContain(`TI  - ${title.replace(/\s+/g, " ")}`);
    }),
    { numRuns: 60 },
  );
});
