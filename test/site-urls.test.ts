import { describe, expect, it } from "vitest";
import { makeUrls } from "../src/site/urls.ts";

describe("addresses", () => {
  it("begin with the path of the base address; files do not", () => {
    const urls = makeUrls("https://example.org/press/");
    expect(urls.article("2021-12-17-a")).toBe("/press/articles/2021-12-17-a/");
    expect(urls.filePath("/press/articles/2021-12-17-a/")).toBe("articles/2021-12-17-a/index.html");
    expect(urls.filePath("/press/")).toBe("index.html");
    expect(urls.filePath("/press/feed.xml")).toBe("feed.xml");
    expect(urls.absolute("/press/feed.xml")).toBe("https://example.org/press/feed.xml");
  });

  it("begin at the root without one", () => {
    const urls = makeUrls();
    expect([
      urls.home(),
      urls.entity("person", "x"),
      urls.event("e"),
      urls.index("source"),
      urls.time("2021-12-15"),
      urls.time(),
      urls.undated(),
      urls.text("about"),
    ]).toEqual([
      "/",
      "/people/x/",
      "/events/e/",
      "/sources/",
      "/time/2021/12/15/",
      "/time/",
      "/time/undated/",
      "/about/",
    ]);
    expect(urls.absolute("/")).toBeUndefined();
  });

  it("are ASCII and stay inside the output folder whatever an id holds", () => {
    const urls = makeUrls();
    expect(urls.article("../../مقال?#")).toMatch(/^\/articles\/[\x21-\x7e]+\/$/);
    expect(urls.filePath(urls.article("../../x"))).toBe("articles/..%2F..%2Fx/index.html");
    expect(urls.search({ name: "person", value: "سامر & ليلى" })).toBe(
      "/search/?person=%D8%B3%D8%A7%D9%85%D8%B1%20%26%20%D9%84%D9%8A%D9%84%D9%89",
    );
  });
});
