import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../src/store.ts";
import { memoryEffects } from "./support/memory-effects.ts";

const FOLDER = "/a/.sijill/x";

test("gives back what was set, for any key and any value of JSON", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue(), { noNullPrototype: true }),
      async (entries) => {
        const effects = memoryEffects();
        const store = await openStore<unknown>(effects, FOLDER, "1");
        const known = Object.entries(JSON.parse(JSON.stringify(entries)) as object).filter(
          ([key]) => Buffer.from(key).toString() === key,
        );
        for (const [key, value] of known) store.set(key, value);
        await store.save();
        const again = await openStore<unknown>(effects, FOLDER, "1");
        for (const [key, value] of known) expect(again.get(key)).toEqual(value);
      },
    ),
    { numRuns: 50 },
  );
});

test("keys of JavaScript's own are keys like others", async () => {
  const effects = memoryEffects();
  const store = await openStore<number>(effects, FOLDER, "1");
  for (const key of ["__proto__", "constructor", "toString", ""]) expect(store.get(key)).toBeUndefined();
  store.set("__proto__", 1);
  await store.save();
  expect((await openStore<number>(effects, FOLDER, "1")).get("__proto__")).toBe(1);
});

test("writes nothing when nothing changed, and only what changed", async () => {
  const effects = memoryEffects();
  const store = await openStore<number>(effects, FOLDER, "1");
  for (let i = 0; i < 100; i++) store.set(`k${i}`, i);
  await store.save();
  effects.forget();
  const again = await openStore<number>(effects, FOLDER, "1");
  for (let i = 0; i < 100; i++) again.get(`k${i}`);
  await again.save();
  expect(effects.writes).toEqual([]);
  again.set("k7", -7);
  await again.save();
  expect(effects.writes).toHaveLength(1);
});

test("forgets what was neither read, set nor kept", async () => {
  const effects = memoryEffects();
  const store = await openStore<number>(effects, FOLDER, "1");
  for (const key of ["read", "kept", "left"]) store.set(key, 1);
  await store.save();
  const again = await openStore<number>(effects, FOLDER, "1");
  again.get("read");
  again.keep("kept");
  await again.save();
  const last = await openStore<number>(effects, FOLDER, "1");
  expect(["read", "kept", "left"].map((key) => last.get(key))).toEqual([1, 1, undefined]);
});

test("the same entries give the same bytes whatever their order", async () => {
  const bytes = async (keys: readonly string[]) => {
    const effects = memoryEffects();
    const store = await openStore<string>(effects, FOLDER, "1");
    for (const key of keys) store.set(key, key);
    await store.save();
    return Object.fromEntries([...effects.files].sort().map(([path, content]) => [path, content.toString()]));
  };
  const keys = Array.from({ length: 50 }, (_, i) => `مفتاح ${i}`);
  expect(await bytes(keys)).toEqual(await bytes([...keys].reverse()));
});

test.each([
  "",
  "{",
  "null",
  "[]",
  "1",
  '"a"',
  '{"version":"1"}',
  '{"version":"1","entries":{}}',
  '{"version":"1","entries":[1]}',
  '{"version":"2","entries":[["k",1]]}',
])("holding %j is an empty one", async (rubbish) => {
  const effects = memoryEffects();
  const store = await openStore<number>(effects, FOLDER, "1");
  store.set("k", 1);
  await store.save();
  for (const path of [...effects.files.keys()]) effects.put(path, rubbish);
  const again = await openStore<number>(effects, FOLDER, "1");
  expect(again.get("k")).toBeUndefined();
  again.set("k", 2);
  await again.save();
  expect((await openStore<number>(effects, FOLDER, "1")).get("k")).toBe(2);
});

test("of another version is an empty one", async () => {
  const effects = memoryEffects();
  const store = await openStore<number>(effects, FOLDER, "1");
  store.set("k", 1);
  await store.save();
  expect((await openStore<number>(effects, FOLDER, "2")).get("k")).toBeUndefined();
});
