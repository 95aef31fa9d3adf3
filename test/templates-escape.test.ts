import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyPage } from "../src/site/site-data.ts";
import { renderPage } from "../templates/index.tsx";
import { parsePage } from "./support/page.ts";
import { frame, pages } from "./support/views.ts";

/** Strings that are not shown as they are: addresses, keys, what was made safe before. */
const NOT_TEXT = new Set(["kind", "url", "id", "key", "anchor", "section", "of", "type", "scale", "datetime", "edtf"]);
const IS_HTML = new Set(["bodyHtml", "html", "jsonLd", "search", "sameAs", "filters", "rawPath", "rawSha256"]);

/** Words of the program itself, which hold no direction marks. */
const OWN_WORDS = new Set(["ruleLabel", "confidenceLabel"]);

/** The same view with every shown string passed through `change`. */
function mapText<T>(value: T, change: (text: string, key: string) => string, key = ""): T {
  if (typeof value === "string") return (NOT_TEXT.has(key) ? value : change(value, key)) as T;
  if (Array.isArray(value)) return value.map((item) => mapText(item, change, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, IS_HTML.has(name) ? item : mapText(item, change, name)]),
  ) as T;
}

/** What a hostile text might be made of. */
const hostile = fc
  .array(
    fc.constantFrom(
      "<script>alert(1)</script>",
      "</script>",
      "<img src=x onerror=alert(1)>",
      '" onmouseover="alert(1)',
      "'",
      "`",
      "&lt;b&gt;",
      "&",
      "</bdi></title>",
      "<!--",
      "]]>",
      "\u202E",
      "\u202D",
      "\u2067",
      "\u200F",
      "عربي",
      "Latin",
      "$&",
      "{n}",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

/** Names of the elements in order, with their attributes' names. */
function skeleton(html: string): string[] {
  return [...parsePage(html).querySelectorAll("*")].map(
    (element) =>
      `${element.localName} ${element
        .getAttributeNames()
        .filter((name) => name !== "dir")
        .join(" ")}`,
  );
}

describe.each(Object.entries(pages))("%s", (_name, page) => {
  it("takes every text for text", () => {
    const calm = skeleton(
      renderPage(
        mapText(page as AnyPage, () => "كلمة"),
        frame,
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(
          skeleton(
            renderPage(
              mapText(page as AnyPage, () => text),
              frame,
            ),
          ),
        ).toEqual(calm);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps direction marks inside what isolates them", () => {
    const open = "\u202Eabc";
    const document = parsePage(
      renderPage(
        mapText(page as AnyPage, (text, key) => (OWN_WORDS.has(key) ? text : open + text)),
        frame,
      ),
    );
    const walker = document.createTreeWalker(document, 4); // NodeFilter.SHOW_TEXT
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? "";
      if (!words.includes("\u202E")) continue;
      const isIsolatedByElement = node.parentElement?.closest("bdi, code[dir], .raw") !== null;
      const isIsolatedByMarks = words.indexOf("\u2068") < words.indexOf("\u202E") && words.includes("\u2069");
      expect(isIsolatedByElement || isIsolatedByMarks, words).toBe(true);
    }
  });
});

it("sets structured data as it is given: it was made safe where it was written", () => {
  const html = renderPage(pages.article, frame);
  expect(html).toContain(`<script type="application/ld+json">${pages.article.jsonLd}</script>`);
});
