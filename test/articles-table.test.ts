import { expect, test } from "vitest";
import { sampleArchive } from "../scripts/sample-archive.ts";
import { articlesTable } from "../src/site/articles-table.ts";
import { makeContext } from "../src/site/context.ts";
import { heldTexts } from "./support/held-texts.ts";

/** Cells by column; the sample's values hold no quotes. */
function rowsOf(csv: string): Record<string, string>[] {
  const [heading = "", ...lines] = csv
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  const names = heading.split(",").map((cell) => /\(([\w.]+)\)$/.exec(cell)?.[1] ?? cell);
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = ""]) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

test("holds a row an article, records by name and id, and nothing that is not known", () => {
  const { archive, raw } = sampleArchive(40, { baseUrl: "https://example.org/press/" });
  const [first, ...rest] = archive.articles;
  const { date: _date, ...known } = first as NonNullable<typeof first>;
  const articles = [{ ...known, dates: {}, originalUrl: ["https://shore.example/a,b"], title: "=1+1" }, ...rest];
  const context = makeContext(
    { ...archive, articles },
    heldTexts({ raw, bodies: new Map(), pages: [], assetVersion: "1", generator: "Sijill" }),
  );
  const file = articlesTable(context);
  expect(file.url).toBe("/press/articles.csv");
  const rows = rowsOf(file.content());
  expect(rows.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
  expect(rows[0]).toMatchObject({
    title: "'=1+1",
    date: "",
    published: "",
    originalUrl: "https://shore.example/a,b",
    url: `https://example.org/press/articles/${known.id}/`,
    raw: known.raw.path,
    sha256: known.raw.sha256,
  });
  for (const [index, { people = [], source = "", date = "" }] of articles.entries()) {
    const row = rows[index] ?? {};
    expect(row["people.id"]).toBe(people.join(" | "));
    expect(row.people).toBe(people.map((id) => context.entity(id).prefLabel).join(" | "));
    expect([row["source.id"], row.date]).toEqual([source, date]);
  }
});
