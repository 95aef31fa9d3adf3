import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, visit } from "../support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const results = (page: Page) => page.locator("#results > li");
const answered = (page: Page) => expect.poll(() => results(page).count()).toBeGreaterThan(0);

/** Presses Tab until the focus is on what the selector names, as a reader without a pointer does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let presses = 0; presses < 150; presses++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** A result of 2021 whose article has «والصين», and its source as the filter has it. */
async function wanted(page: Page): Promise<{ readonly path: string; readonly source: string }> {
  const folder = join(inject("siteContent"), "articles");
  const bodies = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .map((file) => [basename(file, ".md"), readFileSync(join(folder, file), "utf8").split("\n---\n")[1]] as const),
  );
  const found = await results(page).evaluateAll((items) =>
    items.map((item) => ({
      path: new URL(item.querySelector<HTMLAnchorElement>("h3 a")?.href ?? "").pathname,
      source: item.querySelector(".outlet")?.textContent ?? "",
      when: item.querySelector(".when")?.textContent ?? "",
    })),
  );
  const one = found.find(({ path, when }) => when.includes("2021") && bodies.get(basename(path))?.includes("والصين"));
  if (!one) throw new Error("No result of 2021 has «والصين»");
  return one;
}

/** Words marked in the article; the parts of one that a link begins within, together. */
const markedWords = (page: Page) =>
  page.locator("main h1, main .prose").evaluateAll((texts) =>
    texts.flatMap((text) => {
      const words: string[] = [];
      let isBeforeMarked = false;
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (node.data === "") continue;
        const isMarked = node.parentElement?.closest("mark") != null;
        if (isMarked) words.push((isBeforeMarked ? words.pop() : "") + node.data);
        isBeforeMarked = isMarked;
      }
      return words;
    }),
  );

const focusInView = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = (document.activeElement as Element).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** What a reader sees of the search. */
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    query: document.querySelector<HTMLInputElement>("#query")?.value,
    ticked: [...document.querySelectorAll<HTMLInputElement>("#filters input:checked")].map(({ value }) => value),
    isOpen: document.querySelector<HTMLDetailsElement>("#filters")?.open,
    status: document.querySelector("#status")?.textContent,
    titles: [...document.querySelectorAll("#results h3")].map(({ textContent }) => textContent),
    focus: document.activeElement?.getAttribute("href"),
  }));

it("leads a reader at 375 pixels with the keyboard alone to the words and back", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375 });
  await page.goto("/search/");
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("query");
  await page.keyboard.type("الصين", { delay: 30 });
  await answered(page);
  const { path, source } = await wanted(page);
  const all = await results(page).count();
  await expect.poll(() => page.locator("#record a").count()).toBe(1);

  await tabTo(page, "#filters > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, `input[name="source"][value="${source}"]`);
  await page.keyboard.press("Space");
  await expect.poll(() => new URL(page.url()).searchParams.getAll("source")).toEqual([source]);
  await expect.poll(() => results(page).count()).toBeLessThan(all);
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(source);
  await tabTo(page, 'input[name="year"][value="2021"]');
  await page.keyboard.press("Space");
  await expect.poll(() => new URL(page.url()).searchParams.getAll("year")).toEqual(["2021"]);
  await answered(page);
  // The tick keeps the focus while the values are counted anew.
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("2021");
  for (const card of await results(page).allInnerTexts()) {
    expect(card).toContain(source);
    expect(card).toContain("2021");
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);

  await tabTo(page, `#results h3 a[href^="${path}"]`);
  expect(await focusInView(page)).toBe(true);
  const before = { ...(await stateOf(page)), address: page.url() };
  const stood = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
  expect(before.ticked.toSorted()).toEqual(["2021", source].toSorted());
  await page.keyboard.press("Enter");
  await page.waitForURL("**/articles/**");
  const marks = page.locator("main h1 mark, main .prose mark");
  await expect.poll(() => marks.count()).toBeGreaterThan(0);
  const marked = await markedWords(page);
  expect(marked).toContain("والصين");
  for (const word of marked) expect(word).toMatch(/صين/);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const box = document.querySelector("main mark")?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }),
    )
    .toBe(true);

  await page.goBack();
  await page.waitForURL("**/search/**");
  await answered(page);
  await expect.poll(async () => ({ ...(await stateOf(page)), address: page.url() })).toEqual(before);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0))
    .toBeCloseTo(stood, -1);
  expect(complaints).toEqual([]);
  await context.close();
});

it("says beside the date of a result how sure it is, as the cards elsewhere do", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375 });
  await page.goto("/");
  const certainties = async () =>
    new Map(
      await page
        .locator(".card:has(.when .tag)")
        .evaluateAll((cards) =>
          cards.map((card): [string, string] => [
            new URL(card.querySelector<HTMLAnchorElement>("h3 a, h2 a")?.href ?? "", location.href).pathname,
            card.querySelector(".when .tag")?.textContent ?? "",
          ]),
        ),
    );
  const elsewhere = await certainties();
  expect(elsewhere.size).toBeGreaterThan(0);
  await page.goto(`/search/?q=${encodeURIComponent("والصين")}`);
  await answered(page);
  const here = await certainties();
  expect(here.size).toBeGreaterThan(0);
  for (const [path, words] of here) expect(elsewhere.get(path) ?? words).toBe(words);
  expect(await page.locator("#record a").getAttribute("href")).toMatch(/^\/places\//);
  expect(complaints).toEqual([]);
  await context.close();
});
