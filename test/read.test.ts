import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRaw } from "../src/read/index.ts";
import type { Reading } from "../src/read/types.ts";

const FIXTURES = join(import.meta.dirname, "fixtures", "read");

async function readAll(path: string, input: Uint8Array | AsyncIterable<Uint8Array>): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readRaw(path, input)) readings.push(reading);
  return readings;
}

/** Everything a reader found, with the words of every part written out beside its place. */
function legible(readings: readonly Reading[]): unknown {
  return readings.map((reading) => {
    if (!("article" in reading)) return reading;
    const { text, layout, links, ...article } = reading.article;
    return {
      article: {
        ...article,
        text: text.split("\n"),
        layout: layout.map(({ kind, at }) => `${kind} ${at[0]}–${at[1]}: ${text.slice(...at).slice(0, 30)}`),
        links,
      },
    };
  });
}

describe("a folder of raw files, each with all that is read from it", () => {
  it.each(readdirSync(FIXTURES))("%s", async (name) => {
    const folder = join(FIXTURES, name);
    const input = readdirSync(folder).find((file) => file !== "expected.json") as string;
    const readings = await readAll(input, readFileSync(join(folder, input)));
    await expect(`${JSON.stringify(legible(readings), null, 2)}\n`).toMatchFileSnapshot(join(folder, "expected.json"));
  });
});
