import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { makeSource } from "../scripts/new-source/skeleton.ts";
import { packageRoot } from "../src/effects.ts";
import type { SourceLayout } from "../src/sources/layout.ts";
import { memoryEffects } from "./support/memory-effects.ts";

const INDEX = "src/sources/index.ts";
const AUTHORITY = "content/authority/sources.yaml";
const source = { id: "rih-news", name: "وكالة الريح", sign: "ريح (ر.ح)" };

function repository(files: Record<string, string> = {}) {
  const real = (path: string) => readFileSync(join(packageRoot(), path), "utf8");
  return memoryEffects({
    [`/r/${INDEX}`]: real(INDEX),
    [`/r/${AUTHORITY}`]: "nada:\n  prefLabel: قناة الندى\n",
    ...files,
  });
}

describe("a new source", () => {
  test("gets a declaration, its place in the list, a record and a fixture", async () => {
    const effects = repository();
    expect(await makeSource(effects, "/r", source)).toEqual({
      written: [
        "src/sources/rih-news.ts",
        INDEX,
        "test/fixtures/archives/rih-news/raw/example.txt",
        "test/fixtures/archives/rih-news/expected/problems.txt",
        AUTHORITY,
      ],
    });
    const index = effects.text(`/r/${INDEX}`);
    expect(index).toContain(
      'import { prnewswire } from "./prnewswire.ts";\nimport { rihNews } from "./rih-news.ts";\n',
    );
    expect(index).toMatch(/spa, rihNews, \.\.\.generic\];/);
    expect(effects.text(`/r/${AUTHORITY}`)).toBe(
      'nada:\n  prefLabel: قناة الندى\n\nrih-news:\n  prefLabel: "وكالة الريح"\n  codes: ["ريح (ر.ح)"]\n',
    );
  });

  test("reads its own example at once", async () => {
    const effects = repository();
    await makeSource(effects, "/r", source);
    const { code } = transformSync(effects.text("/r/src/sources/rih-news.ts"), { loader: "ts", format: "esm" });
    const { rihNews } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { rihNews: SourceLayout };
    const line = effects.text("/r/test/fixtures/archives/rih-news/raw/example.txt").split("\n")[2] as string;
    expect(rihNews.dateline.exec(line)?.groups).toMatchObject({
      place: "القاهرة",
      date: "4 مايو 2019",
      agency: "ريح (ر.ح)",
    });
    expect(rihNews.dateline.exec("القاهرة / 4 مايو 2019 / نسيم - قال")).toBeNull();
    expect(rihNews.id).toBe("rih-news");
  });

  test("keeps a record that is there, and is listed after a second one", async () => {
    const effects = repository({ [`/r/${AUTHORITY}`]: "rih-news:\n  prefLabel: ريح\n" });
    await makeSource(effects, "/r", source);
    await makeSource(effects, "/r", { id: "aaa", name: "نسيم", sign: "نسيم" });
    expect(effects.text(`/r/${AUTHORITY}`)).toBe('rih-news:\n  prefLabel: ريح\n\naaa:\n  prefLabel: "نسيم"\n');
    expect(effects.text(`/r/${INDEX}`)).toMatch(/rihNews, aaa, \.\.\.generic\];/);
    expect(effects.text(`/r/${INDEX}`)).toMatch(/^import \{ aaa \} from "\.\/aaa\.ts";\nimport/);
  });

  test.each([
    [
      { ...source, id: "Rih News" },
      "«Rih News» is no id: lower-case Latin letters and digits, joined by hyphens, e.g. rih-news",
    ],
    [{ ...source, name: "--" }, "--name «--» is no name: one line with letters and without quotation marks"],
    [{ ...source, sign: '"ريح"' }, '--sign «"ريح"» is no name: one line with letters and without quotation marks'],
    [{ ...source, id: "spa" }, "src/sources/spa.ts is there already"],
  ])("is refused with nothing written", async (wrong, mistake) => {
    const effects = repository({ "/r/src/sources/spa.ts": "" });
    expect(await makeSource(effects, "/r", wrong)).toEqual({ mistake });
    expect(effects.writes).toEqual([]);
  });

  test("is refused when the list was rewritten by hand", async () => {
    const effects = repository({ [`/r/${INDEX}`]: "export const LAYOUTS = all();\n" });
    expect(await makeSource(effects, "/r", source)).toEqual({
      mistake: `${INDEX} does not end its list in ...generic; add rih-news there by hand`,
    });
  });
});
