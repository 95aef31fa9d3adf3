import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { serve } from "../../src/dev/serve.ts";
import { packText } from "../../src/site/search/pack.ts";
import { makeUrls } from "../../src/site/urls.ts";
import { renderPage } from "../../templates/index.tsx";
import { openBrowser, visit } from "../support/chromium.ts";
import { many, person, siteOf } from "../support/many-people.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const folder = mkdtempSync(join(tmpdir(), "sijill-letters-"));

/** The index of 2,000 people, and one of them: enough to look for a name. */
beforeAll(async () => {
  const data = siteOf([
    ...many(2000),
    { ...person("غريغوري ذاكروف", 9001), provisional: true },
    { ...person("آن الذاكر", 9002), latin: "Anne Thaker" },
  ]);
  const write = (url: string, content: string | Uint8Array) => {
    const path = join(folder, makeUrls().filePath(url));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  for (const { url, view } of data.pages)
    if (url === "/people/" || url === "/people/person-9001/") write(url, renderPage(await view(), data.frame));
  for (const { url, isPacked, content } of data.files) if (isPacked === true) write(url, packText(content()));
  for (const part of ["css", "js", "fonts", "icon.svg"])
    cpSync(join(inject("siteFolder"), part), join(folder, part), { recursive: true });
  [browser, site] = await Promise.all([
    openBrowser(),
    serve({ folder, root: () => "/", host: "127.0.0.1", port: 0, live: false }),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe.each([375, 1280])("an index that is cut by letter, at %i pixels", (width) => {
  it("finds a name in its own letters, in part, and in Latin ones", async () => {
    const { page, context, complaints } = await visit(browser, { width, site: site.url });
    await page.goto("/people/");
    const names = page.locator("#narrowed-names li");
    const status = page.locator("#narrowed");
    const letters = page.getByRole("heading", { name: "بحسب الحرف" });
    const input = page.getByLabel("ابحث عن اسم");

    await input.fill("ذاك");
    await expect.poll(() => names.allInnerTexts()).toHaveLength(2);
    expect(await status.innerText()).toBe("اسمان يطابقان");
    expect(await letters.isVisible()).toBe(false);
    await input.fill("grigori zakrov");
    await expect.poll(() => status.innerText()).toBe("اسم واحد يطابق");
    await input.fill("Thak");
    await expect.poll(() => names.first().innerText()).toContain("Anne Thaker");
    await page.getByLabel("من ملفات الأسماء وحدها").check();
    await input.fill("ذاكروف");
    await expect.poll(() => status.innerText()).toBe("لا اسم يطابق");
    await page.getByLabel("من ملفات الأسماء وحدها").uncheck();
    await expect.poll(() => names.count()).toBe(1);
    await input.fill("محمد");
    await expect.poll(() => names.count()).toBe(100);
    expect(await status.innerText()).toMatch(/تطابق \(تُعرض أول 100\)$/);
    await input.fill("");
    await expect.poll(() => letters.isVisible()).toBe(true);
    expect(await names.count()).toBe(0);

    await input.fill("غريغوري");
    await names.getByRole("link").click();
    await page.waitForURL("**/people/person-9001/");
    expect(await page.locator("main h1").innerText()).toBe("غريغوري ذاكروف");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it("leaves the letters to those without JavaScript", async () => {
  const { page, context, complaints } = await visit(browser, { width: 375, javaScript: false, site: site.url });
  await page.goto("/people/");
  expect(await page.locator("#narrow").isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: /^ا / }).first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});
