import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HALF, unitTable } from "../src/arabic/characters.ts";
import { lettersOf } from "../src/read/choose.ts";
import { decodeUtf8 } from "../src/read/encoding/utf8.ts";
import { hostileText } from "./support/world.ts";

const anyText = fc.oneof(hostileText, fc.string({ unit: "binary" }));
const UNITS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test.each([
  [/\p{L}/u],
  [/[\p{M}\p{N}]/u],
  [/\s/],
  [/[^\t\n -~\u0621-\u06d3]/],
  [/(?![\t\n])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/u],
  [HALF],
])("a table of %s says of every code unit what the expression says", (expression) => {
  const table = unitTable(/[a-z]/, expression);
  const wrong = UNITS.filter((unit, code) => ((table[code] as number) & 2) !== (expression.test(unit) ? 2 : 0));
  expect(wrong).toEqual([]);
  expect(UNITS.filter((_, code) => ((table[code] as number) & 1) !== 0).join("")).toBe("abcdefghijklmnopqrstuvwxyz");
});

describe("UTF-8 is decoded as a fatal TextDecoder does it", () => {
  const strict = (bytes: Uint8Array) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const same = (bytes: Uint8Array) => {
    expect(decodeUtf8(bytes)).toBe(strict(bytes));
  };

  test("from any text, with and without a byte order mark", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("", "\ufeff", "\ufeff\ufeff"), (text, mark) =>
        same(Buffer.from(mark + text)),
      ),
    );
  });

  test("from any bytes, and from a text that is cut off", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), same));
    fc.assert(fc.property(anyText, fc.nat(), (text, cut) => same(Buffer.from(text).subarray(0, cut))));
  });
});

test("letters of plain text are those that normalizing it gives", () => {
  const slow = (text: string) =>
    text
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}]|\u0640/gu, "")
      .toLowerCase();
  const same = (text: string) => {
    expect(lettersOf(text)).toBe(slow(text));
  };
  for (const unit of UNITS) same(`ا${unit}و${unit}`);
  const basic = fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(basic).map((all) => all.join("")),
      ),
      same,
    ),
  );
});
