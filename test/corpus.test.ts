import { beforeAll, describe, expect, test } from "vitest";
import { type CorpusNames, makeArticle, makeCorpus, namesOf } from "../scripts/bench/corpus.ts";
import { makeRandom } from "../scripts/bench/random.ts";
import { DOMAINS, FRAMES, PREDICATES, SUBJECTS } from "../scripts/bench/stock.ts";
import { readSharedAuthority } from "../scripts/evaluate/authority.ts";
import { sha256 } from "../src/effects.ts";

const NAMES: CorpusNames = {
  people: ["سلمى حداد", "زيد نور", "هند صالح"].map((label) => ({ label, others: [] })),
  organizations: [{ label: "منظمة النخيل", others: ["منظمة النخل"] }],
  places: ["تلة", "وادية", "ساحلية"].map((label) => ({ label, others: [] })),
  outlets: ["وكالة الريح", "سماء"],
};
const COUNT = 400;
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const isPlain = (index: number) => index % 100 !== 37;

describe("a synthetic corpus", () => {
  const files = [...makeCorpus(COUNT, NAMES)];
  const plain = files.filter((_, index) => isPlain(index)).map(({ text }) => text);

  test("is the same every time, byte for byte, on every machine", () => {
    expect([...makeCorpus(COUNT, NAMES)]).toEqual(files);
    expect(sha256(files.map(({ path, text }) => path + text).join("\0"))).toMatchInlineSnapshot(
      `"92b55813516a3c8440c1fec53edb472615b86f1fb9356d5b17be2f409c73e01b"`,
    );
  });

  test("begins as a shorter one does, and differs under another seed", () => {
    expect([...makeCorpus(50, NAMES)]).toEqual(files.slice(0, 50));
    expect(makeArticle(7, NAMES, 2)).not.toBe(makeArticle(7, NAMES, 1));
  });

  test("has paths that sort in its own order and never repeat", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
  });

  test("has articles of newspaper length, a few odd ones apart", () => {
    const sizes = plain.map((text) => Buffer.byteLength(text));
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(3500);
    expect(mean).toBeLessThan(4500);
    for (const text of plain) {
      expect(words(text)).toBeGreaterThan(150);
      expect(words(text)).toBeLessThan(600);
      expect(text).not.toMatch(/[{}]|undefined|\.\.| {2}(?!\S)/);
    }
    expect(plain.every((text) => text.startsWith("\n") === false && text.endsWith("\n"))).toBe(true);
  });

  test("has odd ones, one in a hundred", () => {
    const odd = files.filter((_, index) => !isPlain(index)).map(({ text }) => text);
    expect(odd).toHaveLength(COUNT / 100);
    expect(odd[0]?.trim()).not.toContain("\n");
    expect(odd[1]).toContain("\r\n");
    expect(words(odd[2] ?? "")).toBeLessThan(20);
    expect(odd[3]).toContain(makeArticle(336, NAMES).trim());
  });

  test("has articles without a date or an outlet, and stories told more than once", () => {
    const undated = plain.filter((text) => !/\d{4}/.test(text.split("\n").slice(0, 8).join("\n")));
    expect(undated.length / plain.length).toBeGreaterThan(0.05);
    expect(undated.length / plain.length).toBeLessThan(0.3);
    const signed = plain.filter((text) => NAMES.outlets.some((outlet) => text.includes(outlet)));
    expect(signed.length / plain.length).toBeGreaterThan(0.4);
    expect(signed.length / plain.length).toBeLessThan(0.9);
    // Articles 0, 1 and 2 tell one story: one event day, one measure, one headline but for spellings.
    const headline = (index: number) =>
      makeArticle(index, NAMES)
        .split("\n")
        .find((line) => words(line) > 3);
    expect(new Set([0, 1, 2].map((index) => headline(index)?.replace("النخل", "النخيل"))).size).toBe(1);
  });
});

test("every frame's slots can be filled and every predicate has two genders", () => {
  const frames = [...FRAMES, ...DOMAINS.flatMap(({ headlines, leads }) => [...headlines, ...leads])];
  const slots = new Set(frames.flatMap((frame) => [...frame.matchAll(/\{(\w+)\}/g)].map((match) => match[1])));
  const used = [...makeCorpus(600, NAMES)].map(({ text }) => text).join("\n");
  expect(slots.size).toBeGreaterThan(15);
  expect(used).not.toMatch(/\{\w+\}/);
  for (const domain of DOMAINS) expect(domain.subjects.length).toBeGreaterThan(6);
  expect(SUBJECTS.every(([, gender]) => gender === "m" || gender === "f")).toBe(true);
  expect(PREDICATES.every((pair) => pair.length === 2 && pair[0] !== pair[1])).toBe(true);
});

describe("names from the authority files", () => {
  let names: CorpusNames;
  beforeAll(async () => {
    names = namesOf(await readSharedAuthority());
  });

  test("there are enough of each, in a fixed order", async () => {
    expect(names.people.length).toBeGreaterThan(5);
    expect(names.organizations.length).toBeGreaterThan(10);
    expect(names.places.length).toBeGreaterThan(150);
    expect(names.outlets.length).toBeGreaterThan(3);
    expect(namesOf(await readSharedAuthority())).toEqual(names);
  });
});

describe("the generator of random numbers", () => {
  test("gives the same numbers for the same seeds and others for others", () => {
    const draw = (...seeds: number[]) => Array.from({ length: 5 }, makeRandom(...seeds).next);
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test("picks every item, and early ones more often in news", () => {
    const random = makeRandom(3);
    const counts = Array.from({ length: 20 }, () => 0);
    for (let i = 0; i < 20_000; i++) {
      const item = random.pickZipf(counts.map((_, index) => index));
      counts[item] = (counts[item] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(400);
    expect(counts[0]).toBeGreaterThan((counts[19] ?? 0) * 2);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
