import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "../support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Follows the first link of the main part to a page of a section and returns the link's words. */
async function follow(page: Page, section: string): Promise<string> {
  const link = page.locator(`main a[href^="/${section}/"]:not([href="/${section}/"])`).first();
  const words = (await link.innerText()).trim();
  await link.click();
  await page.waitForURL(`**/${section}/*/**`);
  return words;
}

async function heading(page: Page): Promise<string> {
  return (await page.locator("main h1").innerText()).trim();
}

describe.each([375, 1280])("at %i pixels", (width) => {
  it("leads from the front page to an article, a person and an event, and back", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto("/");
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("html").getAttribute("lang")).toMatch(/^ar\b/);

    const title = await follow(page, "articles");
    expect(await heading(page)).toBe(title);

    const name = await follow(page, "people");
    expect(await heading(page)).toBe(name);
    await expect.poll(() => page.locator('main a[href^="/articles/"]').count()).toBeGreaterThan(0);

    await follow(page, "events");
    // A dossier sets at least two reports side by side.
    const reports = await page
      .locator('main a[href^="/articles/"]')
      .evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    expect(new Set(reports).size).toBeGreaterThanOrEqual(2);

    await page.goBack();
    expect(await heading(page)).toBe(name);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("reaches every section of the navigation", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto("/");
    const sections = await page
      .locator("nav a[href]")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
    expect(sections.length).toBeGreaterThanOrEqual(7);
    for (const section of new Set(sections)) {
      const response = await page.goto(section);
      expect(response?.status(), section).toBe(200);
      expect(await page.locator("main h1").count(), section).toBe(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it("shows where a value came from: the evidence leads to its words in the raw text", async () => {
  const { page, context, complaints } = await visit(browser, { width: 1280 });
  await page.goto("/");
  await follow(page, "articles");
  const link = page.locator('main a[href^="#raw-"]').first();
  const target = (await link.getAttribute("href")) ?? "";
  await page.goto(page.url() + target);
  const words = page.locator(target);
  await expect.poll(() => words.isVisible()).toBe(true);
  expect((await words.innerText()).trim()).not.toBe("");
  expect(complaints).toEqual([]);
  await context.close();
});

it("gives a reference to an article, to be copied and as a file", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  const title = await follow(page, "articles");
  const reference = page.locator("#citation");
  expect(await reference.innerText()).toContain(`«${title}»`);
  await page.locator("[data-copy]").click();
  await expect.poll(() => page.locator(".cite-files [role=status]").innerText()).not.toBe("");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await reference.innerText());

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('a[download$=".ris"]').click()]);
  const ris = await readFile(await download.path(), "utf8");
  expect(ris).toContain(`TI  - ${title}\r\n`);
  expect(download.suggestedFilename()).toMatch(/^[\w-]+\.ris$/);
  expect(complaints).toEqual([]);
  await context.close();
});

it("answers an address that is not there with the page that says so", async () => {
  const { page, context } = await visit(browser, { width: 375 });
  const response = await page.goto("/nothing/here/");
  expect(response?.status()).toBe(404);
  expect(await page.locator("main a[href]").count()).toBeGreaterThan(3);
  await context.close();
});

describe("without JavaScript", () => {
  it("is browsed all the same", async () => {
    const { page, context, complaints } = await visit(browser, { width: 375, javaScript: false });
    await page.goto("/");
    const title = await follow(page, "articles");
    expect(await heading(page)).toBe(title);
    const name = await follow(page, "people");
    expect(await heading(page)).toBe(name);
    await page.goto("/search/");
    expect(await page.locator("main noscript, main").first().innerText()).toContain("JavaScript");
    await page.locator('main a[href="/people/"]').first().click();
    await page.waitForURL("**/people/");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it("narrows an index as one types, and tells how many names are left", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375 });
  await page.goto("/places/");
  const all = await page.locator(".register > li").count();
  await page.fill("#narrow-words", "بكين");
  await page.waitForFunction(() => document.querySelector("#narrowed")?.textContent !== "");
  const left = page.locator(".register > li:visible");
  expect(await left.count()).toBeLessThan(all);
  expect(await left.first().textContent()).toContain("Beijing");
  expect(await page.locator(".letters li:visible").count()).toBe(
    await page.locator(".groups > section:visible").count(),
  );
  // Another spelling, the Latin name and a name without its article find it, too.
  for (const words of ["بيجينغ", "beijing"]) {
    await page.fill("#narrow-words", words);
    expect(await left.count(), words).toBe(1);
  }
  await page.fill("#narrow-words", "صين");
  expect((await left.allTextContents()).join()).toContain("الصين");
  await page.fill("#narrow-words", "ء ء ء");
  expect(await page.textContent("#narrowed")).toBe("لا اسم يطابق");
  await page.fill("#narrow-words", "");
  expect(await left.count()).toBe(all);
  expect(complaints).toEqual([]);
  await context.close();
});
