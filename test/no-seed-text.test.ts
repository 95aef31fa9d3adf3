import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tokenize } from "../src/arabic/tokenize.ts";
import { packageRoot } from "../src/effects.ts";

const root = packageRoot();
/** So many words in a row are a quotation, not an accident. */
const QUOTED = 5;

const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const phrases = (text: string) => {
  const words = tokenize(text).map(({ key }) => key);
  return words.slice(0, Math.max(0, words.length - QUOTED + 1)).map((_, i) => words.slice(i, i + QUOTED).join(" "));
};

test("rules hold for any article: no words of the founding ones stand in the program", () => {
  const raw = filesBelow("content/raw");
  const quoted = new Set(raw.flatMap((file) => readFileSync(file, "utf8").split("\n").flatMap(phrases)));
  expect(quoted.size).toBeGreaterThan(1000);
  const names = raw.map((file) => (file.split("/").at(-1) as string).replace(/\.txt$/, ""));
  for (const file of [...filesBelow("src"), ...filesBelow("templates")]) {
    const text = readFileSync(file, "utf8");
    const found = text
      .split("\n")
      .flatMap(phrases)
      .filter((phrase) => quoted.has(phrase));
    expect(found, file).toEqual([]);
    for (const name of names) expect(text.includes(name), `${name} in ${file}`).toBe(false);
  }
});
