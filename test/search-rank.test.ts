import { expect, it } from "vitest";
import { makeAnalyzer } from "../src/arabic/analysis/analyze.ts";
import { makeNames } from "../src/arabic/analysis/names.ts";
import type { Postings, Volume } from "../src/site/browser/search/postings.ts";
import { parseQuery } from "../src/site/browser/search/query.ts";
import { rankVolume } from "../src/site/browser/search/rank.ts";

const analyzer = makeAnalyzer(makeNames());
const EXACT = { exact: false, isOpen: false, isPartial: false };

/** Key → pages that hold it, no two keys side by side. */
function volumeOf(keys: Readonly<Record<string, readonly number[]>>, pages: number): Volume {
  const find = async ({ key }: { readonly key: string }): Promise<Postings> =>
    new Map((keys[key] ?? []).map((page) => [page, { score: 1, places: [page + key.length] }]));
  return { find, pages } as Partial<Volume> as Volume;
}

async function pagesOf(typed: string, keys: Readonly<Record<string, readonly number[]>>): Promise<number[]> {
  const found = await rankVolume(parseQuery(typed, analyzer), volumeOf(keys, 4), EXACT);
  return found.map(({ page }) => page);
}

it.each([
  ["الصين", [0, 2]],
  ["الصين -روسيا", [0]],
  ["-الصين", [1, 3]],
  ["-الصين -روسيا", [3]],
  ["-«الصين وروسيا»", [0, 1, 2, 3]],
  ["-كتاب", [0, 1, 2, 3]],
])("finds for «%s» the pages %j", async (typed, pages) => {
  expect(await pagesOf(typed, { صين: [0, 2], روسيا: [1, 2] })).toEqual(pages);
});
