// Takes the README's picture: the article with most to show, from a built site.
//
//   npm run build && npm run picture
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../src/dev/serve.ts";
import { packageRoot } from "../src/effects.ts";
import { findChromium } from "./chromium.ts";

const VIEW = { width: 1280, height: 1000 };

const root = packageRoot();
const folder = join(root, "_site");
const target = join(root, "docs", "images", "article.png");

/** Id of the article with the longest page among those whose source and date are known. */
function richestArticle(): string {
  const pages = readdirSync(join(folder, "articles"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, html: readFileSync(join(folder, "articles", name, "index.html"), "utf8") }))
    .filter(({ html }) => !/<dl class="byline">.*?<\/dl>/s.exec(html)?.[0].includes("unknown"))
    .sort((a, b) => b.html.length - a.html.length);
  if (pages[0] === undefined) throw new Error(`There is no such article in ${folder}: run npm run build first`);
  return pages[0].name;
}

const site = await serve({ folder, root: () => "/", host: "127.0.0.1", port: 0, live: false });
const browser = await chromium.launch({ executablePath: await findChromium() });
try {
  const page = await browser.newPage({ viewport: VIEW, deviceScaleFactor: 1.5, colorScheme: "light" });
  await page.goto(`${site.url}articles/${richestArticle()}/`);
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(dirname(target), { recursive: true });
  await page.screenshot({ path: target });
  console.log(target);
} finally {
  await browser.close();
  await site.close();
}
