import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { findViolations, importsOf, type Layer } from "./support/layers.ts";

/** The house from top to bottom (docs/architecture.md). Imports go down only. */
const LAYERS: readonly Layer[] = [
  { name: "tests", paths: ["test/"] },
  { name: "scripts", paths: ["scripts/"] },
  { name: "the command line", paths: ["src/cli.ts"] },
  {
    name: "commands",
    paths: [
      "src/build.ts",
      "src/page-worker.ts",
      "src/check.ts",
      "src/check/",
      "src/dev.ts",
      "src/dev/",
      "src/review.ts",
      "src/export.ts",
      "src/export/",
    ],
    apart: true,
  },
  { name: "ingest", paths: ["src/ingest.ts", "src/ingest/"] },
  { name: "site", paths: ["src/site/"] },
  { name: "templates", paths: ["templates/"], only: ["site vocabulary", "model"] },
  { name: "browser scripts", paths: ["src/site/browser/"], only: ["site vocabulary", "arabic", "model"] },
  { name: "site vocabulary", paths: ["src/site/site-data.ts", "src/site/views/", "src/site/strings.ts"] },
  { name: "doubts", paths: ["src/doubts/"] },
  { name: "write", paths: ["src/write/"] },
  { name: "relate", paths: ["src/relate/"] },
  { name: "parse", paths: ["src/parse.ts", "src/parse/"] },
  { name: "resolve", paths: ["src/resolve/"] },
  {
    name: "stages",
    paths: ["src/read/", "src/clean.ts", "src/furniture.ts", "src/segment.ts", "src/segment/", "src/extract/"],
    apart: true,
  },
  { name: "sources", paths: ["src/sources/"] },
  {
    name: "edge",
    paths: [
      "src/config.ts",
      "src/digest.ts",
      "src/effects.ts",
      "src/messages.ts",
      "src/shelf.ts",
      "src/store.ts",
      "src/terminal.ts",
    ],
  },
  { name: "recognise", paths: ["src/recognise/"] },
  { name: "arabic", paths: ["src/arabic/"] },
  { name: "model", paths: ["src/model/"] },
];

const FOLDERS = ["src", "templates", "scripts", "test"];

function readSources(): Map<string, string> {
  const root = packageRoot();
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.replaceAll("\\", "/")}`,
    ),
  );
  const sources = paths.filter((path) => /\.tsx?$/.test(path) && !path.startsWith("test/fixtures/")).sort();
  return new Map(sources.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));
}

describe("the sources", () => {
  it("import downwards only, without a cycle", () => {
    const sources = readSources();
    expect(sources.size).toBeGreaterThan(50);
    expect(findViolations(sources, LAYERS)).toEqual([]);
  });

  it("are all where the table says: no layer is a dead entry", () => {
    const paths = [...readSources().keys()];
    const isThere = (member: string) =>
      paths.some((path) => (member.endsWith("/") ? path.startsWith(member) : path === member));
    expect(LAYERS.flatMap(({ paths }) => paths).filter((member) => !isThere(member))).toEqual([]);
  });
});

describe("findViolations", () => {
  const layers: readonly Layer[] = [
    { name: "top", paths: ["top.ts"] },
    { name: "rooms", paths: ["kitchen/", "bath.ts", "bath/"], apart: true },
    { name: "pictures", paths: ["pictures/"], only: ["ground"] },
    { name: "cellar", paths: ["cellar/"] },
    { name: "ground", paths: ["ground/", "cellar/floor.ts"] },
  ];
  const violations = (files: Record<string, string>) => findViolations(new Map(Object.entries(files)), layers);

  it.each([
    [
      "an import that goes up",
      { "top.ts": "", "ground/a.ts": 'import "../top.ts";' },
      "ground may not import top, which stands above",
    ],
    [
      "a type that comes from above",
      { "top.ts": "", "ground/a.ts": 'import type { T } from "../top.ts";' },
      "which stands above",
    ],
    [
      "a loaded module from above",
      { "top.ts": "", "ground/a.ts": 'const t = await import("../top.ts");' },
      "which stands above",
    ],
    [
      "a passed-on export from above",
      { "top.ts": "", "ground/a.ts": 'export { t } from "../top.ts";' },
      "which stands above",
    ],
    [
      "everything passed on from above",
      { "top.ts": "", "ground/a.ts": 'export * from "../top.ts";' },
      "which stands above",
    ],
    [
      "neighbours kept apart",
      { "bath.ts": "", "kitchen/a.ts": 'import { b } from "../bath.ts";' },
      "rooms are kept apart",
    ],
    [
      "more than is allowed",
      { "cellar/a.ts": "", "pictures/a.tsx": 'import "../cellar/a.ts";' },
      "pictures may import only ground",
    ],
    ["a file in no layer", { "garden.ts": "" }, "garden.ts belongs to no layer"],
    ["a file that is not there", { "top.ts": 'import "./kitchen/gone.ts";' }, "which is not there"],
    [
      "a cycle",
      { "ground/a.ts": 'import "./b.ts";', "ground/b.ts": 'import "./c.ts";', "ground/c.ts": 'import "./a.ts";' },
      "a cycle: ground/a.ts → ground/b.ts → ground/c.ts → ground/a.ts",
    ],
  ])("finds %s", (_, files, expected) => {
    const found = violations(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it("lets pass what goes down, stays in its room, or is only written about", () => {
    const files = {
      "top.ts": 'import a from "./kitchen/a.ts";\n// import "./nowhere.ts"\nconst text = `import "./nowhere.ts"`;',
      "kitchen/a.ts": 'import "./b.ts"; import "node:fs"; import "../cellar/floor.ts";',
      "kitchen/b.ts": "const name = 'x'; await import('./' + name);",
      "bath.ts": 'import "./bath/tap.ts";',
      "bath/tap.ts": "",
      "cellar/a.ts": 'import "./floor.ts";',
      "cellar/floor.ts": "",
      "pictures/a.tsx": 'import { f } from "../cellar/floor.ts"; export const A = () => <p>{f}</p>;',
    };
    expect(violations(files)).toEqual([]);
  });

  it("puts a file into the layer that names it most closely", () => {
    expect(violations({ "cellar/a.ts": "", "cellar/floor.ts": 'import "./a.ts";' })).toHaveLength(1);
  });
});

describe("importsOf", () => {
  it("reads every form of import", () => {
    const text = `
      import a, { type B } from "./a.ts";
      import type { C } from "../c.ts";
      import * as d from "./d.ts"; import "./e.ts";
      export { f } from './f.ts'; export type { G } from "./g.ts"; export * as h from "./h.ts";
      const i = () => import("./i.ts"); type K = import("./k.ts").K;
    `;
    const expected = ["x/a.ts", "c.ts", "x/d.ts", "x/e.ts", "x/f.ts", "x/g.ts", "x/h.ts", "x/i.ts", "x/k.ts"];
    expect(importsOf("x/file.ts", text).sort()).toEqual(expected.sort());
  });
});
