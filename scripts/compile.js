// Bundles the sources into dist/. Plain JavaScript: it runs before anything else can.
//
//   src/cli.ts, src/**/*-worker.ts, scripts/*.ts  → dist/, folders kept, for Node, packages left outside
//   src/site/browser/*.ts                         → dist/browser/, for browsers, self-contained and minified
//
// A file whose bytes did not change is not touched; a file that no source makes any more is removed.
import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

/** Paths of the files below a folder of the repository, relative to the root; empty when there is no folder. */
async function files(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

const sources = await files("src");
const nodeEntries = [
  ...sources.filter((path) => path === "src/cli.ts" || path.endsWith("-worker.ts")),
  ...(await files("scripts")).filter((path) => /^scripts\/[^/]+\.ts$/.test(path)),
];
const browserEntries = sources.filter((path) => /^src\/site\/browser\/[^/]+\.ts$/.test(path));

const common = { absWorkingDir: root, bundle: true, format: "esm", write: false, logLevel: "warning" };
const bundles = [
  {
    ...common,
    entryPoints: nodeEntries,
    outbase: ".",
    outdir: "dist",
    platform: "node",
    target: "node20",
    packages: "external",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: true,
    sourcesContent: false,
  },
  {
    ...common,
    entryPoints: browserEntries,
    outdir: "dist/browser",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    // The lexicon of the search as letters, not as escapes of six.
    charset: "utf8",
  },
];

let results;
try {
  results = await Promise.all(bundles.filter((bundle) => bundle.entryPoints.length > 0).map((bundle) => build(bundle)));
} catch {
  process.exit(1); // esbuild has printed the errors with their places
}

const made = new Map(results.flatMap((result) => result.outputFiles).map((file) => [file.path, file.contents]));
for (const [path, contents] of made) {
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(contents)) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
  if (path === join(dist, "src", "cli.js")) await chmod(path, 0o755);
}
for (const folder of ["src", "scripts", "chunks", "browser"]) {
  for (const path of await files(`dist/${folder}`)) {
    if (!made.has(join(root, path))) await rm(join(root, path));
  }
}

// What the program says its version is, to itself: anything it keeps from one run to the next is thrown away with it.
const hash = createHash("sha256");
for (const [path, contents] of [...made].sort(([a], [b]) => (a < b ? -1 : 1)))
  if (path.endsWith(".js")) hash.update(relative(root, path).split(sep).join("/")).update(contents);
await writeFile(join(dist, "version"), hash.digest("hex").slice(0, 16));
