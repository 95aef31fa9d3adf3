import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { findChromium } from "../../scripts/chromium.ts";

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ["--disable-dev-shm-usage"] });
}

export interface Visit {
  /** Phone or desktop width in CSS pixels. */
  readonly width: number;
  readonly scheme?: "light" | "dark";
  readonly javaScript?: boolean;
  /** Address of another site than the repository's own. */
  readonly site?: string;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What must not happen: console errors, uncaught errors, failed requests, requests to another host. */
  readonly complaints: readonly string[];
}

/** A fresh browser profile on the built site; its addresses are relative to the site. */
export async function visit(
  browser: Browser,
  { width, scheme = "light", javaScript = true, site: baseURL = inject("siteUrl") }: Visit,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: width < 600 ? 800 : 900 },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
    locale: "ar",
    // A script from elsewhere or an inline style would be refused, as on a real server.
    bypassCSP: false,
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isOurs = url.origin === new URL(baseURL).origin;
    if (!isOurs && !["data:", "blob:", "about:"].includes(url.protocol)) complaints.push(`asks another host: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Leaving a page ends what it was still loading.
    if (!why.includes("ERR_ABORTED")) complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  return { page, context, complaints };
}
