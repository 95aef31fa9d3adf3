import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import { CORRECTED, type Correction, formatCorrection } from "../src/model/correction.ts";
import { DATE_FIELDS, FIELDS, type FieldName, type FieldRow, TEXTS_FIELDS } from "../src/model/fields.ts";
import { parseCorrection } from "../src/resolve/corrections.ts";
import { articleId, cutsOf } from "../src/site/browser/review/article.ts";
import { type Change, correctionOf, withChange } from "../src/site/browser/review/changes.ts";
import { makeRecords } from "../src/site/browser/review/records.ts";
import { formatCsv } from "../src/site/csv.ts";
import { siteData } from "../src/site/data.ts";
import type { ReviewPage } from "../src/site/views/review.ts";
import { heldTexts } from "./support/held-texts.ts";

/** Reads CSV as RFC 4180 says it: the other side of formatCsv. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push((match[1] ?? match[2] ?? "").replaceAll('""', '"'));
    if (match[3] === "\r\n") rows.push([]);
  }
  rows.pop();
  return rows;
}

describe("the table", () => {
  it("begins with the byte order mark, ends its lines as RFC 4180 says and quotes what must be", () => {
    expect(formatCsv([["اسم", 'قال «نعم», ثم "لا"', "سطر\nآخر", 0.5]])).toBe(
      '\uFEFFاسم,"قال «نعم», ثم ""لا""","سطر\nآخر",0.5\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u200f=1"])("disarms %j", (cell) => {
    expect(readCsv(formatCsv([[cell]]).slice(1))).toEqual([[`'${cell}`]]);
  });

  test("comes back as it went, but for formulas", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ابج a1,\"\n\r;'.") });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = formatCsv(rows).slice(1);
        expect(readCsv(text).map((cells) => cells.map((read) => read.replace(/^'(?=[\t\r\n])/, "")))).toEqual(
          rows.map((cells) => cells.map((written) => written.replace(/^'(?=[\t\r\n])/, ""))),
        );
      }),
    );
  });
});

describe("the page and the table", async () => {
  const { archive, raw } = sampleArchive(200);
  const data = siteData(
    archive,
    heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" }),
  );
  const page = (await data.pages.find(({ kind }) => kind === "review")?.view()) as ReviewPage;
  const file = (url: string) => data.files.find((one) => one.url === url)?.content() ?? "";
  const [heading, ...rows] = readCsv(file("/review/doubts.csv").slice(1));

  it("hold the same doubts in the same order; the page its beginning", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(page.doubts.length).toBe(Math.min(200, rows.length));
    const column = (name: string) => heading?.findIndex((label) => label.endsWith(` (${name})`)) as number;
    for (const [index, view] of page.doubts.entries()) {
      const row = rows[index] as string[];
      expect(view.article.url).toBe(`/articles/${row[column("article")]}/`);
      expect(view.field).toBe(row[column("fieldLabel")]);
      expect(view.correctUrl).toBe(`/review/?article=${row[column("article")]}&field=${row[column("field")]}#correct`);
    }
  });

  it("have a heading of one row: an Arabic name and one that stays", () => {
    for (const label of heading ?? []) expect(label).toMatch(/^[\p{Script=Arabic}\p{M} ]+ \([a-zA-Z]+\)$/u);
    for (const row of rows) expect(row).toHaveLength(heading?.length as number);
  });

  it("name every field that a correction may name, and every record", () => {
    expect(page.fields.map(({ name }) => name)).toEqual([...CORRECTED]);
    const records = JSON.parse(file("/review/records.json"));
    expect(records).toHaveLength(archive.authority.entities.size);
  });

  it("are not in the sitemap", () => {
    expect(data.files.some(({ url, content }) => url.includes("sitemap") && content().includes("/review/"))).toBe(
      false,
    );
  });
});

const NONE = { nil: undefined };
const placed = <T>(value: T) => ({ value, line: 0, column: 0 });

/** Any correction that keeps to the rules of the reader. */
const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== "");
const setOf = fc.dictionary(fc.constantFrom(...CORRECTED), fc.constant(null)).chain((names) =>
  fc.record(
    Object.fromEntries(
      Object.keys(names).map((name) => {
        if ((DATE_FIELDS as readonly string[]).includes(name))
          return [name, fc.constantFrom("2021-12-15", "2024~", "2021-12/2022")];
        const row: FieldRow | undefined = name === "title" ? undefined : FIELDS[name as FieldName];
        if (row?.kind === "entity") return [name, fc.constant("known")];
        if (row?.kind === "entities") return [name, fc.array(fc.constant("known"), { maxLength: 3 })];
        return [name, (TEXTS_FIELDS as readonly string[]).includes(name) ? fc.array(words, { maxLength: 3 }) : words];
      }),
    ),
  ),
);
const someFields = fc.uniqueArray(fc.constantFrom(...(Object.keys(FIELDS) as FieldName[])));
const anything = fc.record({
  raw: fc.constant("a".repeat(64)),
  set: setOf,
  clear: someFields,
  confirm: someFields,
  restore: fc.array(words),
  remove: fc.array(words),
  split: fc.option(fc.array(fc.oneof(words, fc.integer({ min: 2, max: 9999 })).map(placed), { minLength: 1 }), NONE),
  merge: fc.option(fc.constantFrom("2021-12-15-8a8c388c", "undated-1").map(placed), NONE),
}) as fc.Arbitrary<Correction>;
/** What is set is not cleared as well. */
const corrections = anything.map((one) => ({ ...one, clear: one.clear.filter((name) => !(name in one.set)) }));

/** A correction without the places that only a file has. */
function unplaced({ split, merge, ...rest }: Correction) {
  return { ...rest, split: (split ?? []).map(({ value }) => value), merge: merge?.value };
}

test("a correction is read back as it was written, whatever its words", () => {
  fc.assert(
    fc.property(corrections, (correction) => {
      const text = formatCorrection(correction, ["أي كلام: # - «»"]);
      const read = parseCorrection("corrections/a.yaml", text, (id) => id === "known");
      expect(read.problems).toEqual([]);
      expect(unplaced(read.correction)).toEqual(unplaced(correction));
    }),
  );
});

describe("the form", () => {
  it.each([
    ["2021-12-15-8a", "/articles/{id}/", "2021-12-15-8a"],
    [" undated-1 ", "/articles/{id}/", "undated-1"],
    ["/archive/articles/undated-1/", "/archive/articles/{id}/", "undated-1"],
    ["https://example.org/articles/undated-1/#raw-5", "/articles/{id}/", "undated-1"],
    ["https://example.org/people/someone/", "/articles/{id}/", undefined],
    ["../../x", "/articles/{id}/", undefined],
    ["", "/articles/{id}/", undefined],
  ])("finds the id in %j", (given, pattern, id) => {
    expect(articleId(given, pattern)).toBe(id);
  });

  it("lets the last word on a field or a line count", () => {
    const said: readonly Change[] = [
      { action: "set", field: "people", value: ["a"] },
      { action: "confirm", field: "title" },
      { action: "restore", line: "سطر" },
      { action: "clear", field: "people" },
      { action: "remove", line: "سطر" },
      { action: "set", field: "title", value: "عنوان" },
    ];
    expect(correctionOf(said.reduce<readonly Change[]>(withChange, []), "hash")).toEqual({
      raw: "hash",
      set: { title: "عنوان" },
      clear: ["people"],
      confirm: [],
      restore: [],
      remove: ["سطر"],
    });
  });

  it("splits at words that stand once, else at the number of the line, and merges into one article", () => {
    const long = Array.from({ length: 20 }, (_, i) => `كلمة${i + 10}`).join(" ");
    const cuts = cutsOf(`العنوان\n\n  أول الخبر  \nتتمة\nالعنوان\n${long}\nتتمة\r\n`);
    expect(cuts.map(({ value }) => value)).toEqual(["أول الخبر", 4, 5, long.split(" ").slice(0, 11).join(" "), 7]);
    const said: readonly Change[] = [
      { action: "split", cut: "أول الخبر" },
      { action: "split", cut: 5 },
      { action: "merge", into: "undated-1" },
      { action: "merge", into: "undated-2" },
    ];
    const text = formatCorrection(correctionOf(said.reduce<readonly Change[]>(withChange, []), "a".repeat(64)));
    const { correction, problems } = parseCorrection("corrections/a.yaml", text, () => true);
    expect(problems).toEqual([]);
    expect([correction.split?.map(({ value }) => value), correction.merge?.value]).toEqual([
      ["أول الخبر", 5],
      "undated-2",
    ]);
  });

  it("knows a record by its id, or by its name when only one has it", () => {
    const records = makeRecords([
      { id: "salwa", type: "person", label: "سلوى حداد" },
      { id: "samir-1", type: "person", label: "سمير" },
      { id: "samir-2", type: "person", label: "سمير" },
      { id: "port", type: "place", label: "الميناء" },
    ]);
    expect(records.find("salwa", "person")).toEqual({ id: "salwa" });
    expect(records.find(" سلوى حداد ", "person")).toEqual({ id: "salwa" });
    expect(records.find("سمير", "person")).toBe("several");
    expect(records.find("port", "person")).toBe("none");
    expect(records.label("nobody")).toBe("nobody");
  });
});
