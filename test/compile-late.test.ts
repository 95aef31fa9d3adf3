import { expect, test } from "vitest";
import { compileLate } from "../src/ingest/compile-late.ts";

test("expressions that were used before still find all they should", () => {
  const text = "اcxأ1cاc".repeat(30);
  const pattern = /[اأ]\d?c/g;
  expect(text.search(pattern)).toBe(0);
  compileLate();
  // V8 runs another kind of loop for each of these; a setting changed under it has crashed the process here.
  expect(text.replace(pattern, "-")).toBe("-x--".repeat(30));
  expect(text.replace(pattern, () => "-")).toBe("-x--".repeat(30));
  expect(text.match(pattern)).toHaveLength(90);
  expect([...text.matchAll(pattern)]).toHaveLength(90);
});
