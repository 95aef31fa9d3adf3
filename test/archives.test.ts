import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Effects, packageRoot } from "../src/effects.ts";
import { ingest } from "../src/ingest.ts";
import { openArticleTexts } from "../src/write/texts.ts";
import { expectEvidence, expectPart } from "./support/evidence.ts";
import { memoryEffects, readFixture } from "./support/memory-effects.ts";
import { loadWhole } from "./support/whole-archive.ts";

const root = packageRoot();
const fixtures = join(root, "test/fixtures/archives");
const authority = join(root, "content/authority");

const DECLARED = /^(?:html|feed|jsonl|wxr|warc|markdown):/;

/** Whatever the article files say was read stands in the raw texts just where they say. */
async function expectWordsInPlace(effects: Effects): Promise<void> {
  const { articles } = await loadWhole(effects, "/archive");
  const texts = await openArticleTexts(effects, "/archive", articles);
  for (const { id, raw, evidence, removed } of articles) {
    const text = (await texts.get(raw)) as string;
    expect(text, raw.path).toBeTypeOf("string");
    for (const [field, { alternatives = [], ...found }] of Object.entries(evidence)) {
      // What a page's markup or a feed declares does not stand in the text of record.
      for (const one of [found, ...alternatives])
        if (one.at !== undefined || !DECLARED.test(one.rule))
          expectEvidence(text, { confidence: 1, ...one }, `${id} ${field}`);
    }
    for (const part of removed ?? []) expectPart(text, part, `${id} removed`);
  }
}

/** A folder a case: raw/, corrections/, sijill.yaml in; articles/, archive.json and problems.txt expected whole. */
describe.each(readdirSync(fixtures))("archive %s", (name) => {
  test("gives exactly the expected files and problems", async () => {
    const files = readFixture(join(fixtures, name));
    const inputs = Object.fromEntries(
      Object.entries(files).filter(([path]) => /^(?:raw|corrections|authority|sijill\.yaml)/.test(path)),
    );
    const effects = memoryEffects({}, [authority]);
    for (const [path, bytes] of Object.entries(inputs)) effects.put(`/archive/${path}`, bytes);
    await ingest(effects, { content: "/archive" });
    const problems = effects.messages
      .map(
        (m) =>
          `${m.file}:${m.line ?? 0}:${m.column ?? 0} ${m.fatal ? "fatal" : m.fatal === false ? "warning" : "info"} ${m.source}:${m.ruleId}\n  ${m.reason}\n  ${m.note ?? ""}\n`,
      )
      .join("");
    const made = [...effects.files]
      .filter(([path]) => /^\/archive\/(?:articles\/|archive\.json)/.test(path))
      .map(([path]) => path.slice("/archive/".length));
    const expected = join(fixtures, name, "expected");
    for (const path of made) await expect(effects.text(`/archive/${path}`)).toMatchFileSnapshot(join(expected, path));
    await expect(problems).toMatchFileSnapshot(join(expected, "problems.txt"));
    const wanted = Object.keys(readFixture(expected)).filter((path) => path !== "problems.txt");
    expect(made.sort()).toEqual(wanted.sort());
    await expectWordsInPlace(effects);
  });
});

test("the committed articles are what the committed raw files give", async () => {
  const content = join(root, "content");
  const effects = memoryEffects({}, [authority]);
  for (const [path, bytes] of Object.entries(readFixture(content)))
    if (/^(?:raw|corrections|sijill\.yaml)/.test(path)) effects.put(`/archive/${path}`, bytes);
  await ingest(effects, { content: "/archive" });
  const made = [...effects.files.keys()].filter((path) => path.startsWith("/archive/articles/"));
  expect(made.length).toBeGreaterThan(0);
  for (const path of [...made, "/archive/archive.json"]) {
    const committed = join(content, path.slice("/archive/".length));
    expect(existsSync(committed), `${path} is not committed`).toBe(true);
    expect(effects.text(path)).toBe(readFileSync(committed, "utf8"));
  }
});
