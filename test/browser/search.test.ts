import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "../support/chromium.ts";

const QUERY = "العلاقات";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const results = (page: Page) => page.locator("#results > li");

async function search(page: Page, query: string): Promise<void> {
  await page.locator("#query").fill(query);
  await page.locator("#query").press("Enter");
  await expect.poll(() => results(page).count()).toBeGreaterThan(0);
}

/** On a phone the filters are folded away. */
async function openFilters(page: Page): Promise<Locator> {
  const filters = page.locator("#filters");
  if (!(await filters.evaluate((details: HTMLDetailsElement) => details.open)))
    await filters.locator("summary").click();
  return filters;
}

describe.each([375, 1280])("search at %i pixels", (width) => {
  it("lists articles with the words marked, keeps the query in the address, and back works", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto("/search/");
    await search(page, QUERY);

    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(QUERY);
    await expect
      .poll(() =>
        results(page)
          .filter({ has: page.locator("mark") })
          .count(),
      )
      .toBeGreaterThan(1);
    const all = await results(page).count();
    expect(
      await results(page)
        .filter({ has: page.locator("mark") })
        .count(),
    ).toBe(all);
    expect(
      await results(page)
        .filter({ has: page.locator('a[href^="/articles/"]') })
        .count(),
    ).toBe(all);

    await page.reload();
    await expect.poll(() => results(page).count()).toBe(all);
    expect(await page.locator("#query").inputValue()).toBe(QUERY);

    await results(page).first().locator("h2 a, h3 a").first().click();
    await page.waitForURL("**/articles/**");
    await page.goBack();
    await expect.poll(() => results(page).count()).toBe(all);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("narrows by person, says so in the address, and widens again", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto(`/search/?q=${encodeURIComponent(QUERY)}`);
    await expect.poll(() => results(page).count()).toBeGreaterThan(1);
    const all = await results(page).count();

    const filters = await openFilters(page);
    const people = filters.locator('[data-filter="person"] label');
    await expect.poll(() => people.count()).toBeGreaterThan(1);
    // The person the fewest results name: narrowing must show.
    await people.last().click();
    await expect.poll(() => results(page).count()).toBeLessThan(all);
    expect(await results(page).count()).toBeGreaterThan(0);
    await expect.poll(() => new URL(page.url()).searchParams.getAll("person").length).toBe(1);
    const narrowed = page.url();

    await page.goto(narrowed);
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);
    expect(await results(page).count()).toBeLessThan(all);

    await openFilters(page);
    await page.locator("#clear").click();
    await expect.poll(() => results(page).count()).toBe(all);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("answers the search box of every page", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto("/");
    const box = page.locator('input[name="q"]:visible').first();
    // On a phone the box may stand on the search page only.
    if ((await box.count()) === 0) await page.locator('nav a[href^="/search/"]').first().click();
    await page.locator('input[name="q"]:visible').first().fill(QUERY);
    await page.locator('input[name="q"]:visible').first().press("Enter");
    await page.waitForURL("**/search/?q=*");
    await expect.poll(() => results(page).count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("says when nothing is found", async () => {
    const { page, context, complaints } = await visit(browser, { width });
    await page.goto(`/search/?q=${encodeURIComponent("ضضضضض")}`);
    await expect.poll(() => page.locator("#status").innerText()).toContain("لا نتائج");
    expect(await results(page).count()).toBe(0);
    // Without results there are no bars above the two dates, which keep their room.
    await page.locator("#filters").evaluate((filters) => filters.setAttribute("open", ""));
    const [from, to] = [await page.locator("#from").boundingBox(), await page.locator("#to").boundingBox()];
    expect(Math.min(from?.width ?? 0, to?.width ?? 0)).toBeGreaterThan(80);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("a query", () => {
  it("is put right, excludes, names fields, keeps to a form, and leads to marked words", async () => {
    const { page, context, complaints } = await visit(browser, { width: 1280 });
    const ask = async (query: string) => {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`);
      await expect.poll(() => page.locator("#status").innerText()).toMatch(/نتيج|نتائج/);
      return results(page).count();
    };
    const all = await ask("الصين");
    expect(all).toBeGreaterThan(1);
    expect(await page.locator("#record a").first().getAttribute("href")).toMatch(/^\/places\//);
    expect(await ask("الصين -الصين")).toBe(0);
    expect(await ask("مكان:الصين")).toBeGreaterThan(0);
    expect(await ask("الصبن")).toBeGreaterThan(0);
    expect(await page.locator("#notice").innerText()).toContain("الصين");

    await page.goto(`/search/?q=${encodeURIComponent("والصين")}&exact=1`);
    await expect.poll(() => page.locator("#status").innerText()).toMatch(/نتيج|نتائج/);
    expect(await page.locator("#exact").isChecked()).toBe(true);
    for (const mark of await page.locator("#results .lead mark").allInnerTexts()) expect(mark).toContain("والصين");

    await ask("الصين");
    await results(page).first().locator("h3 a").click();
    await page.waitForURL("**/articles/**");
    await expect.poll(() => page.locator("main .prose mark, main h1 mark").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
