import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, visit } from "../support/chromium.ts";

/** Page types by the shape of their address; the richest page (the largest file) stands for its type. */
const TYPES: readonly (readonly [name: string, address: RegExp])[] = [
  ["front page", /^\/$/],
  ["article", /^\/articles\/[^/]+\/$/],
  ["index of people", /^\/people\/$/],
  ["index of organizations", /^\/organizations\/$/],
  ["index of places", /^\/places\/$/],
  ["index of topics", /^\/topics\/$/],
  ["index of sources", /^\/sources\/$/],
  ["index of events", /^\/events\/$/],
  ["person", /^\/people\/[^/]+\/$/],
  ["organization", /^\/organizations\/[^/]+\/$/],
  ["place", /^\/places\/[^/]+\/$/],
  ["topic", /^\/topics\/[^/]+\/$/],
  ["source", /^\/sources\/[^/]+\/$/],
  ["event", /^\/events\/[^/]+\/$/],
  ["years", /^\/time\/$/],
  ["year", /^\/time\/\d{4}\/$/],
  ["month", /^\/time\/\d{4}\/\d{2}\/$/],
  ["day", /^\/time\/\d{4}\/\d{2}\/\d{2}\/$/],
  ["search", /^\/search\/$/],
  ["review", /^\/review\/$/],
  ["about", /^\/about\/$/],
  ["not found", /^\/404\.html$/],
];

function pages(): { readonly url: string; readonly file: string; readonly size: number }[] {
  const folder = inject("siteFolder");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const file = join(folder, path);
      const url = `/${path.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`;
      return { url, file, size: statSync(file).size };
    });
}

function richest(address: RegExp): string | undefined {
  return pages()
    .filter(({ url }) => address.test(url))
    .sort((a, b) => b.size - a.size)[0]?.url;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each(TYPES)("is accessible, quiet and within the page: %s", async (_, address) => {
  const url = richest(address);
  expect(url).toBeDefined();
  for (const { width, scheme } of [
    { width: 1280, scheme: "light" },
    { width: 375, scheme: "dark" },
  ] as const) {
    const { page, context, complaints } = await visit(browser, { width, scheme });
    await page.goto(url as string);
    await page.evaluate(() => document.fonts.ready);
    // What is folded away must be in order, too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await faults(new AxeBuilder({ page })), `${url} at ${width}, ${scheme}`).toEqual([]);
    // The layout was checked: what is left of the other scheme is its colours.
    await page.emulateMedia({ colorScheme: scheme === "light" ? "dark" : "light" });
    const colours = new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]);
    expect(await faults(colours), `${url} at ${width}, not ${scheme}`).toEqual([]);

    const [content, view] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(view as number);
    expect(complaints).toEqual([]);
    await context.close();
  }
});

/** What axe finds serious or critical, with the elements. */
async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
}

it("has no link to a page or a place on a page that is not there", () => {
  const all = pages();
  const folder = inject("siteFolder");
  const ids = new Map(
    all.map(({ url, file }) => [
      url,
      new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])),
    ]),
  );
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `/${path.replaceAll("\\", "/")}`),
  );
  const broken: string[] = [];
  for (const { url, file } of all) {
    for (const [, raw] of readFileSync(file, "utf8").matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const target = new URL((raw as string).replaceAll("&amp;", "&"), `http://site${url}`);
      if (target.host !== "site") continue;
      const path = decodeURIComponent(target.pathname);
      const page = ids.get(path);
      if (page === undefined && !files.has(path)) broken.push(`${url} → ${raw}`);
      else if (page !== undefined && target.hash !== "" && !page.has(decodeURIComponent(target.hash.slice(1))))
        broken.push(`${url} → ${raw}`);
    }
  }
  expect(all.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});
