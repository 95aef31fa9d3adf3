import fc from "fast-check";
import { expect, test } from "vitest";
import { openShelf, type Shelf } from "../src/shelf.ts";
import { memoryEffects } from "./support/memory-effects.ts";

const FOLDER = "/a/.sijill/x";
const open = (effects: ReturnType<typeof memoryEffects>, version = "1") => openShelf(effects, FOLDER, version);
const readAll = (shelf: Shelf, keys: Iterable<string>) => Promise.all([...keys].map((key) => shelf.read(key)));

test("gives back what was put last and not dropped, from run to run", async () => {
  const text = fc.string({ unit: "grapheme" }).map((part) => part.repeat(part.length > 5 ? 50_000 : 1));
  const run = fc.record({
    put: fc.array(fc.tuple(fc.constantFrom(..."abcdefgh"), text), { maxLength: 6 }),
    dropped: fc.subarray([..."abcdefgh"]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(run, { maxLength: 14 }), async (runs) => {
      const effects = memoryEffects();
      let held = new Map<string, string>();
      for (const { put, dropped } of runs) {
        const shelf = await open(effects);
        expect(await readAll(shelf, held.keys())).toEqual([...held.values()]);
        // Opened again: only what is asked for now is kept.
        const again = await open(effects);
        for (const key of dropped) held.delete(key);
        for (const key of held.keys()) again.keep(key);
        for (const [key, text] of put) {
          await again.put(key, text);
          held = new Map([...held].filter(([other]) => other !== key)).set(key, text);
          expect(await again.read(key)).toBe(text);
        }
        await again.save();
        expect(await readAll(again, held.keys())).toEqual([...held.values()]);
        for (const key of "abcdefgh") expect(again.has(key)).toBe(held.has(key));
      }
    }),
    { numRuns: 15 },
  );
});

test("writes nothing when nothing changed, and one file for one text", async () => {
  const effects = memoryEffects();
  const shelf = await open(effects);
  for (let i = 0; i < 100; i++) await shelf.put(`k${i}`, "نص".repeat(20_000));
  await shelf.save();
  effects.forget();
  const second = await open(effects);
  for (let i = 0; i < 100; i++) second.keep(`k${i}`);
  await second.save();
  expect(effects.writes).toEqual([]);
  await second.put("k7", "آخر");
  await second.save();
  expect(effects.writes).toHaveLength(2);
});

test("does not grow with every run that changes a little", async () => {
  const effects = memoryEffects();
  for (let run = 0; run < 60; run++) {
    const shelf = await open(effects);
    for (let i = 0; i < 50; i++) shelf.keep(`k${i}`);
    await shelf.put(`k${run % 50}`, `${run} `.repeat(1000));
    await shelf.save();
  }
  const files = [...effects.files.keys()].filter((path) => path.endsWith(".txt"));
  expect(files.length).toBeLessThan(12);
});

test("is empty for another version, without its index, and where a file was cut short", async () => {
  const effects = memoryEffects();
  const shelf = await open(effects);
  await shelf.put("a", "نص");
  await shelf.save();
  expect((await open(effects, "2")).has("a")).toBe(false);
  const [file] = [...effects.files.keys()].filter((path) => path.endsWith(".txt")) as [string];
  effects.put(file, "ن");
  expect((await open(effects)).has("a")).toBe(false);
  effects.put(`${FOLDER}/index.json`, "{");
  const empty = await open(effects);
  await empty.put("b", "x");
  await empty.save();
  expect(await (await open(effects)).read("b")).toBe("x");
  expect([...effects.files.keys()].filter((path) => path.endsWith(".txt"))).not.toContain(file);
});
