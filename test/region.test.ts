import { join } from "node:path";
import { expect, test } from "vitest";
import { diskEffects, packageRoot } from "../src/effects.ts";
import { regionOf, regionOfLanguage } from "../src/extract/region.ts";
import { loadAuthority } from "../src/resolve/authority.ts";

const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
const authority = await loadAuthority(effects, [join(packageRoot(), "content/authority")]);

test.each([
  ["al-ahram", "EG"],
  ["sana", "SY"],
  ["syria", "SY"],
  ["xinhua", undefined],
  ["nobody", undefined],
])("the country of %s is %s", (id, region) => expect(regionOf(id, authority)).toBe(region));

test.each([
  ["ar-MA", "MA"],
  ["ar", undefined],
  ["en-US", undefined],
])("a page in %s is of %s", (value, region) => {
  const language = { value, rule: "html:lang", words: value, place: "html[lang]" };
  const metadata = { language: { chosen: [language], by: "choose:rank", confidence: 1, others: [] } } as const;
  expect(regionOfLanguage(metadata)).toBe(region);
  expect(regionOfLanguage({})).toBeUndefined();
});
