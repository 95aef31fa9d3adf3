import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatEntry, type Json } from "../src/write/entry.ts";
import { parseFrontMatter } from "../src/write/front-matter.ts";
import { hostileText } from "./support/world.ts";

/** Keys and texts that YAML, JSON and JavaScript each hold for something else. */
const TRICKY = [
  "__proto__",
  "constructor",
  "toString",
  "null",
  "Null",
  "NULL",
  "true",
  "False",
  "yes",
  "no",
  "on",
  "off",
  "~",
  "<<",
  "=",
  "-",
  "- a",
  "? a",
  "---",
  "...",
  "# no comment",
  "a: b",
  "a #b",
  "a:",
  ":a",
  "&a",
  "*a",
  "!a",
  "!!str",
  "|",
  ">",
  "%",
  "@",
  "`",
  "[",
  "]",
  "{",
  "}",
  ",",
  "'",
  '"',
  "\\",
  "\\n",
  "1",
  "007",
  "1e3",
  "0x1f",
  "0o17",
  "1_000",
  "-0",
  ".5",
  ".inf",
  ".nan",
  "2021-12-17",
  "2021-12-17T10:00:00Z",
  "12:30",
  "١٢",
  "",
  " ",
  " a",
  "a ",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "a\nb: c",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u00A0",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\uFFFE",
  "\uFFFF",
  "\u007F",
  "\u009F",
  "\uD800",
  "\uDC00",
  "a\uD83D",
  "😀",
  "“قول”",
  "«قول»",
  "مُشكَّل",
  "\u200F\u202Bنص\u202C",
];

const text = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary-ascii" }),
  hostileText,
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
/** YAML allows a simple key of 1024 characters. */
const key = text.map((value) => value.slice(0, 150));

/** Any JSON value but null: absent is how nothing is written. */
const json = fc.letrec<{ value: Json; list: Json; map: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    tie("list"),
    tie("map"),
  ),
  list: fc.array(tie("value"), { maxLength: 5 }),
  map: fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((entries) => mapOf(entries)),
})).value;

const entries = fc.uniqueArray(fc.tuple(key, json, fc.boolean()), { maxLength: 6, selector: ([name]) => name });

function mapOf<V>(pairs: readonly (readonly [string, V])[]): Record<string, V> {
  const map: Record<string, V> = {};
  for (const [name, value] of pairs)
    Object.defineProperty(map, name, { value, enumerable: true, writable: true, configurable: true });
  return map;
}

/** Own properties with their order, so that `__proto__` and order count. */
const plain = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(plain)
    : typeof value === "object" && value !== null
      ? Object.entries(value).map(([name, item]) => [name, plain(item)])
      : value;

describe("front matter", { timeout: 30_000 }, () => {
  test("gives back any value under any key", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const written = list.map(([name, value, open]) => formatEntry(name, value, open)).join("");
        expect(plain(parseFrontMatter(written))).toEqual(plain(mapOf(list.map(([name, value]) => [name, value]))));
      }),
      { numRuns: 200 },
    );
  });

  test("is what the yaml package reads out of the same text", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const written = list.map(([name, value, open]) => formatEntry(name, value, open)).join("");
        if (written === "") return;
        expect(plain(parseFrontMatter(written))).toEqual(plain(parse(written)));
      }),
      { numRuns: 200 },
    );
  });

  test("stands on one line a value, or one line an entry", () => {
    fc.assert(
      fc.property(key, json, fc.boolean(), (name, value, open) => {
        const lines = formatEntry(name, value, open).split(/[\n\r\u0085\u2028\u2029]/);
        expect(lines.at(-1)).toBe("");
        const count = typeof value === "object" ? Object.keys(value).length : 0;
        expect(lines).toHaveLength(open && count > 0 ? count + 2 : 2);
      }),
    );
  });

  test("leaves out what is undefined", () => {
    expect(parseFrontMatter(formatEntry("a", { b: 1, c: undefined }, true))).toEqual({ a: { b: 1 } });
    expect(parseFrontMatter(formatEntry("a", { c: undefined }, true))).toEqual({ a: {} });
    expect(parseFrontMatter(formatEntry("a", { c: undefined }))).toEqual({ a: {} });
  });

  test.each([
    ["a plain scalar", "title: خبر من مرجانة\n"],
    ["single quotes", "title: 'خبر'\n"],
    ["a comment after a value", 'title: "خبر" # تعليق\n'],
    ["a key without a value", "source:\ntitle: 1\n"],
    ["a key without a value at the end", "title: 1\nsource:\n"],
    ["a block list", "people:\n  - salim\n  - salma\n"],
    ["a block list without indent", "people:\n- salim\n- salma\n"],
    ["a deeper map", "raw:\n  path:\n    a: 1\n"],
    ["four spaces", "raw:\n    path: a\n"],
    ["a block text", "note: |\n  سطر\n  سطر\n"],
    ["an anchor", "a: &x 1\nb: *x\n"],
    ["Windows line ends", 'id: "a"\r\ntitle: "b"\r\n'],
    ["a map of both kinds", 'a:\n  "b": 1\n  c: d\n'],
    ["a comment", "# تعليق\na: 1\n\n  # تعليق\nb: 2\n"],
    ["numbers", "a: 007\nb: 0x1f\nc: 1e3\nd: .5\ne: -0.0\nf: +1\n"],
    ["null", "a: null\nb: ~\n"],
    ["a list that is a map first", "a:\n  b: 1\n"],
  ])("written by hand, %s: as the yaml package reads it", (_, source) => {
    expect(parseFrontMatter(source)).toEqual(parse(source));
  });

  test.each([
    ["the same key twice", "a: 1\na: 2\n"],
    ["the same key twice below", "a:\n  b: 1\n  b: 2\n"],
    ["an open quote", 'a: "b\n'],
    ["a list among entries", "a:\n  b: 1\n  - c\n"],
  ])("%s is an error", (_, source) => {
    expect(() => parseFrontMatter(source)).toThrow();
  });
});
