import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, visit } from "../support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens the first article of the front page whose body links a name. */
async function openArticle(page: Page): Promise<void> {
  await page.goto("/");
  const links = await page.locator(".card h3 a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const link of links) {
    await page.goto(link as string);
    if ((await page.locator("a.mention").count()) > 1) return;
  }
  throw new Error("No article links a name");
}

const card = "#mention-card";

it("shows a card while the pointer is on a name or on the card, until Escape", async () => {
  const { page, context, complaints } = await visit(browser, { width: 1280 });
  await openArticle(page);
  const name = page.locator("a.mention").first();
  await name.hover();
  await page.waitForSelector(card);
  const url = await name.getAttribute("href");
  const words = await page.textContent(card);
  expect(await name.getAttribute("aria-describedby")).toBe("mention-card");

  // The way from the name to the card leads over no gap.
  const [from, to] = [await name.boundingBox(), await page.locator(card).boundingBox()];
  if (from === null || to === null) throw new Error("not shown");
  expect(to.x).toBeGreaterThanOrEqual(0);
  expect(to.x + to.width).toBeLessThanOrEqual(1280);
  const middle = to.y + to.height / 2;
  await page.mouse.move(from.x + from.width - 3, from.y + from.height / 2);
  await page.mouse.move(Math.min(from.x + from.width, to.x + to.width) - 5, middle, { steps: 5 });
  await page.waitForTimeout(600);
  expect(await page.isVisible(card)).toBe(true);
  const { violations } = await new AxeBuilder({ page }).include(card).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press("Escape");
  expect(await page.isVisible(card)).toBe(false);
  expect(await name.getAttribute("aria-describedby")).toBeNull();
  await page.mouse.move(5, 5);
  await name.hover();
  await page.waitForSelector(card);
  await page.mouse.move(5, 5);
  await page.waitForSelector(card, { state: "hidden" });

  // It says what the page of the record is headed by.
  await page.goto(url as string);
  expect(words).toContain((await page.textContent("h1")) as string);
  expect(complaints).toEqual([]);
  await context.close();
});

it("shows the card to the keyboard, and one at a time", async () => {
  const { page, context } = await visit(browser, { width: 375, scheme: "dark" });
  await openArticle(page);
  await page.locator(".skip").focus();
  for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement?.matches("a.mention"))); i++)
    await page.keyboard.press("Tab");
  await page.waitForSelector(card);
  const [width, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBeLessThanOrEqual(view as number);
  const first = await page.textContent(card);
  await page.keyboard.press("Tab");
  expect(await page.textContent(card)).not.toBe(first);
  await page.keyboard.press("Escape");
  expect(await page.isVisible(card)).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.matches("a.mention"))).toBe(true);
  await context.close();
});

it("leaves a plain link without JavaScript", async () => {
  const { page, context, complaints } = await visit(browser, { width: 1280, javaScript: false });
  await openArticle(page);
  const name = page.locator("a.mention").first();
  const url = await name.getAttribute("href");
  await name.click();
  expect(new URL(page.url()).pathname).toBe(url);
  expect(complaints).toEqual([]);
  await context.close();
});
