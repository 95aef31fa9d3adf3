import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLoop } from "../src/dev/loop.ts";
import { CONTENT_SECURITY_POLICY, type Serving, serve, withReload } from "../src/dev/serve.ts";
import { packageRoot } from "../src/effects.ts";

describe("serve", () => {
  let folder: string;
  const open: Serving[] = [];
  const start = async (options: Partial<Parameters<typeof serve>[0]> = {}) => {
    const site = await serve({
      folder: join(folder, "site"),
      root: () => "/",
      host: "127.0.0.1",
      port: 0,
      live: true,
      ...options,
    });
    open.push(site);
    return site;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sijill-dev-"));
    mkdirSync(join(folder, "site", "articles", "one"), { recursive: true });
    const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
    write("secret.html", "secret");
    write("site/index.html", "<!doctype html><body><h1>الأولى</h1></body>");
    write("site/404.html", "<!doctype html><body>لا شيء هنا</body>");
    write("site/articles/one/index.html", "<body>واحد</body>");
    write("site/style.css", "body::before { content: 'أ' }");
    write("site/feed.xml", "<feed/>");
    write("site/search.wasm", "\0asm");
    write("site/index.pf_meta", "x");
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((site) => site.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  it("sends files with their types and what docs/publishing.md recommends", async () => {
    const { url } = await start();
    for (const [path, type] of [
      ["", "text/html;charset=utf-8"],
      ["articles/one/", "text/html;charset=utf-8"],
      ["style.css", "text/css;charset=utf-8"],
      ["feed.xml", /xml/],
      ["search.wasm", "application/wasm"],
    ] as const) {
      const response = await fetch(url + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-type"), path).toEqual(
        typeof type === "string" ? type : expect.stringMatching(type),
      );
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'; ");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      await response.arrayBuffer();
    }
    expect((await fetch(`${url}index.pf_meta`)).status).toBe(200);
  });

  it("recommends what it sends", () => {
    expect(readFileSync(join(packageRoot(), "docs", "publishing.md"), "utf8")).toContain(
      `Content-Security-Policy: ${CONTENT_SECURITY_POLICY}\n`,
    );
  });

  it("lets pages ask the search endpoint that is configured", async () => {
    const { url } = await start({ searchOrigin: () => "https://search.example.org" });
    const policy = (await fetch(url)).headers.get("content-security-policy");
    expect(policy).toContain("connect-src 'self' https://search.example.org;");
  });

  it("answers what is not there with the site's own page, and shows nothing outside the site", async () => {
    const { url } = await start();
    for (const path of [
      "nothing/",
      "articles/one/x.html",
      "..%2fsecret.html",
      "%2e%2e/secret.html",
      "a%00b",
      "%E0%A4%A",
    ]) {
      const response = await fetch(url + path);
      const text = await response.text();
      expect([400, 404], path).toContain(response.status);
      expect(text, path).not.toContain("secret");
      if (response.status === 404) expect(text, path).toContain("لا شيء هنا");
    }
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    const head = await fetch(url, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  });

  it("adds the reloading script to pages only, and only when live", async () => {
    const live = await start();
    const page = await (await fetch(live.url)).text();
    const [, script] = /<script type="module" src="([^"]+)"><\/script><\/body>$/.exec(page) ?? [];
    expect(script).toBeDefined();
    expect(await (await fetch(new URL(script as string, live.url))).text()).toContain("EventSource");
    const still = await start({ live: false });
    expect(await (await fetch(still.url)).text()).not.toContain("<script");
    expect((await fetch(new URL(script as string, still.url))).status).toBe(404);
    expect(withReload("<p>")).toMatch(/^<p><script/);
  });

  it("tells open pages of a new build", async () => {
    const site = await start();
    const response = await fetch(`${site.url}.sijill/events`);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("retry:");
    site.reload();
    expect((await reader?.read())?.value).toContain("event: built");
    await reader?.cancel();
  });

  it("serves below the path the site is published at", async () => {
    const { url } = await start({ root: () => "/archive/" });
    expect(url).toMatch(/\/archive\/$/);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}style.css`)).status).toBe(200);
    expect((await fetch(new URL("/style.css", url))).status).toBe(404);
    const front = await fetch(new URL("/", url));
    expect(front.url).toBe(url);
  });

  it("takes the next free port when one is taken", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { url } = await start({ port });
    expect(Number(new URL(url).port)).toBeGreaterThan(port);
    expect((await fetch(url)).status).toBe(200);
    await new Promise((resolve) => blocker.close(resolve));
  });
});

describe("createLoop", () => {
  it("takes changes that come together, or during a run, into one run, and never runs twice at once", async () => {
    const runs: string[][] = [];
    let running = 0;
    let most = 0;
    const loop = createLoop<string>(
      async (changes) => {
        most = Math.max(most, ++running);
        runs.push([...changes]);
        if (runs.length === 1) for (const change of ["c", "d", "c"]) loop.add(change);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running--;
      },
      () => {},
    );
    loop.add("a");
    loop.add("b");
    await loop.idle();
    expect(runs).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(most).toBe(1);
  });

  it("goes on after a run that failed", async () => {
    const told: unknown[] = [];
    let runs = 0;
    const loop = createLoop<string>(
      async () => {
        if (++runs === 1) throw new Error("broken");
      },
      (error) => told.push(error),
    );
    loop.add("a");
    await loop.idle();
    loop.add("b");
    await loop.idle();
    expect(runs).toBe(2);
    expect(told).toEqual([new Error("broken")]);
  });
});
