import fc from "fast-check";
import { expect, test } from "vitest";
import { startAhead } from "../src/ingest/start-ahead.ts";

async function* counting(items: readonly number[], read: number[], failsAt?: number): AsyncGenerator<number> {
  for (const item of items) {
    if (item === failsAt) throw new Error("broken");
    read.push(item);
    yield item;
  }
}

test("what is started ahead comes in order, and never more than allowed is open", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), async (items, most) => {
      const read: number[] = [];
      const got: number[] = [];
      for await (const item of startAhead(counting(items, read), (item) => item * 2, most)) {
        expect(read.length - got.length).toBeLessThanOrEqual(most);
        got.push(item);
      }
      expect(got).toEqual(items.map((item) => item * 2));
    }),
  );
});

test("reading begins before anything is asked for", async () => {
  const read: number[] = [];
  startAhead(counting([1, 2, 3], read), (item) => item, 2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toEqual([1, 2]);
});

test("a failure is whoever asks's, not the process's", async () => {
  const ahead = startAhead(counting([1, 2, 3], [], 2), (item) => item, 4);
  await new Promise((resolve) => setImmediate(resolve));
  await expect(async () => {
    for await (const _ of ahead);
  }).rejects.toThrow("broken");
});
