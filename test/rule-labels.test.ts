import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { CONTRADICTING } from "../src/extract/contradictions.ts";
import { EVENT_RULES } from "../src/extract/dates.ts";
import { formatRule, RULE_LABELS } from "../src/site/strings.ts";

const source = join(packageRoot(), "src");
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name));

/** Rules that name a problem for the archive's editor: printed in English, or worded as doubts, and never by a value. */
const PROBLEMS = new Set([
  ...Object.values(CONTRADICTING),
  "place:unknown-dateline",
  "source:unknown-outlet",
  ...files
    .filter((file) => /^(?:check|doubts)[\\/]/.test(relative(source, file)))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"([a-z]+:[a-z0-9-]+)"/g)].map((match) => match[1] as string),
    ),
]);
/** Stages whose rules each say something of their own; a reader's rules may go by the name of the format. */
const OWN_WORDS = /^(?:headline|date|source|provider|author|place|name|topic|event|clean|choose):/;
const READERS = /^(?:html|feed|wxr|jsonl|markdown|warc|mhtml):/;

/** Rules written out in the program, and those put together from the name of a date pattern. */
const emitted = [
  ...files
    .filter((file) => !file.endsWith(join("site", "strings.ts")))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/["`]([a-z]+:[a-z0-9-]+)["`]/g)])
    .map((match) => match[1] as string),
  ...[...EVENT_RULES].filter((rule) => rule !== "today").map((rule) => `date:${rule}-before-dateline`),
].filter((rule) => !PROBLEMS.has(rule));

test("every rule that finds, chooses or relates something has Arabic words of its own", () => {
  const rules = emitted.filter((rule) => OWN_WORDS.test(rule));
  expect(rules).toContain("date:page-stamp-modified");
  expect(rules.length).toBeGreaterThan(50);
  expect([...new Set(rules)].filter((rule) => RULE_LABELS[rule] === undefined)).toEqual([]);
});

test("every rule of a reader has words, those of its format at least", () => {
  const rules = emitted.filter((rule) => READERS.test(rule));
  expect(rules).toContain("html:json-ld");
  expect(rules.filter((rule) => formatRule(rule) === RULE_LABELS["*"])).toEqual([]);
});

test("no words are kept for a rule that is no more", () => {
  const known = new Set(emitted);
  const templates = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const dead = Object.keys(RULE_LABELS).filter(
    (rule) => /^[a-z]+:./.test(rule) && !known.has(rule) && !templates.includes(`"${rule.split(":")[1]}"`),
  );
  expect(dead.filter((rule) => !rule.startsWith("event:same-"))).toEqual([]);
});
