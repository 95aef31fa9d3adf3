import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { packageRoot } from "../../src/effects.ts";
import type { Article } from "../../src/model/article.ts";
import { parseArticleFile } from "../../src/write/article-file.ts";
import { openBrowser, visit } from "../support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function articles(content: string): Article[] {
  const folder = join(content, "articles");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => parseArticleFile(readFileSync(join(folder, path), "utf8"), path));
}

/** The article with most lines taken out: it has something of everything. */
function richest(): Article {
  const [first] = articles(inject("siteContent")).sort((a, b) => b.removed.length - a.removed.length);
  return first as Article;
}

/** Ingests a copy of the archive with this one correction and reads the article again. */
function ingestWith(id: string, yaml: string): { article: Article; all: Article[]; output: string } {
  const folder = mkdtempSync(join(tmpdir(), "sijill-correction-"));
  try {
    const content = join(folder, "content");
    cpSync(inject("siteContent"), content, { recursive: true });
    mkdirSync(join(content, "corrections"), { recursive: true });
    writeFileSync(join(content, "corrections", `${id}.yaml`), yaml);
    const cli = join(packageRoot(), "dist", "src", "cli.js");
    const output = execFileSync(process.execPath, [cli, "check", "--json", "--content", content], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    execFileSync(process.execPath, [cli, "ingest", "--content", content], { stdio: ["ignore", "ignore", "inherit"] });
    const all = articles(content);
    return { article: all.find((one) => one.id === id) as Article, all, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function change(page: Page, action: string, field?: string): Promise<void> {
  await page.selectOption("#action", action);
  if (field !== undefined) await page.selectOption("#field", field);
}

const add = (page: Page) => page.click("#change button[type=submit]");

it("leads from an article to a correction that ingesting accepts", async () => {
  const before = richest();
  const { page, context, complaints } = await visit(browser, { width: 1280 });
  await page.goto(`/articles/${before.id}/`);
  await page.click("#evidence");
  await page.click('.values [data-field="people"] .why a');
  await page.waitForSelector("#change:not([hidden])");
  expect(await page.inputValue("#article")).toBe(before.id);
  expect(await page.inputValue("#field")).toBe("people");

  // One name goes, another, written as the archive writes it, comes.
  await page.uncheck("#values li:first-child input");
  await page.fill("#value", "فلاديمير بوتين");
  await add(page);
  // What is no date is refused where it stands, and told.
  await change(page, "set", "published");
  await page.fill("#value", "أمس");
  await add(page);
  expect(await page.textContent("#problem")).toContain("«\u2068أمس\u2069» ليس تاريخًا");
  expect(await page.getAttribute("#value", "aria-invalid")).not.toBeNull();
  await page.fill("#value", "2021-03~");
  await add(page);
  await change(page, "set", "source");
  await page.fill("#value", "nobody-at-all");
  await add(page);
  expect(await page.textContent("#problem")).toContain("nobody-at-all");
  await change(page, "confirm", "title");
  await add(page);
  await change(page, "clear", "eventPlace");
  await add(page);
  await change(page, "restore");
  const restored = await page.inputValue("#line");
  await add(page);
  await change(page, "remove");
  const removed = await page.inputValue("#line");
  await add(page);
  expect(await page.locator("#changes li").count()).toBe(6);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual(
    [],
  );

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  expect(download.suggestedFilename()).toBe(`${before.id}.yaml`);
  const yaml = readFileSync(await download.path(), "utf8");
  expect(yaml).toBe(await page.textContent("#yaml"));
  expect(complaints).toEqual([]);
  await context.close();

  const { article, output } = ingestWith(before.id, yaml);
  expect(JSON.parse(output).problems.filter(({ rule }: { rule: string }) => rule.startsWith("correction:"))).toEqual(
    [],
  );
  expect(article.people).toEqual([...(before.people ?? []).slice(1), "vladimir-putin"]);
  expect(article.evidence["people.vladimir-putin"]?.rule).toBe("correction");
  expect(article.dates.published).toBe("2021-03~");
  expect(article.eventPlace).toBeUndefined();
  expect(article.evidence.title?.confirmed).toBe(true);
  expect(article.removed.map(({ text }) => text)).not.toContain(restored);
  expect(article.removed.find(({ text }) => text === removed)?.rule).toBe("correction");
});

it("takes back a change, and tells when there is no such article", async () => {
  const { id } = richest();
  const { page, context } = await visit(browser, { width: 375, scheme: "dark" });
  await page.goto(`/review/?article=${id}&field=title`);
  await page.waitForSelector("#change:not([hidden])");
  await page.fill("#value", "عنوان آخر");
  await add(page);
  expect(await page.isVisible("#result")).toBe(true);
  await page.click("#changes button");
  expect(await page.isVisible("#result")).toBe(false);
  await page.fill("#article", "no-such-article");
  await page.press("#article", "Enter");
  await page.waitForFunction(() => document.querySelector("#said")?.textContent?.includes("no-such-article"));
  expect(await page.isVisible("#change")).toBe(false);
  await context.close();
});

it("splits an article at a line, and asks which other one it is to be merged into", async () => {
  const before = articles(inject("siteContent"));
  const { id } = richest();
  const { page, context } = await visit(browser, { width: 1280 });
  await page.goto(`/review/?article=${id}`);
  await page.waitForSelector("#change:not([hidden])");
  await change(page, "split");
  await page.selectOption("#line", { index: (await page.locator("#line option").count()) >> 1 });
  await add(page);
  await change(page, "merge");
  await page.fill("#target", id);
  await add(page);
  await page.waitForFunction(() => document.querySelector("#problem")?.textContent !== "");
  await page.fill("#target", before.find((other) => other.id !== id)?.id as string);
  await add(page);
  await page.waitForFunction(() => document.querySelector("#yaml")?.textContent?.includes("merge: "));
  await page.click("#changes li:last-child button");
  const yaml = (await page.textContent("#yaml")) as string;
  await context.close();
  const { all, output } = ingestWith(id, yaml);
  expect(output).not.toContain("correction:");
  expect(all.filter(({ raw }) => raw.path.includes("#part-2"))).toHaveLength(1);
  expect(all).toHaveLength(before.length + 1);
});

it("is a list to be read without JavaScript", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375, javaScript: false });
  await page.goto("/review/");
  expect(await page.isVisible("#correction")).toBe(false);
  expect(await page.locator(".doubts > li").count()).toBeGreaterThan(5);
  expect(await page.textContent(".correct pre")).toContain("set:");
  const first = page.locator(".doubts .where a, .doubts .value a").first();
  const href = await first.getAttribute("href");
  await first.click();
  expect(new URL(page.url()).pathname).toBe(href);
  expect(complaints).toEqual([]);
  await context.close();
});
