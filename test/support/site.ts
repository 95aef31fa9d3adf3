import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { TestProject } from "vitest/node";
import { serve } from "../../src/dev/serve.ts";
import { packageRoot } from "../../src/effects.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the served site, with a final slash. */
    siteUrl: string;
    /** Folder of the served site. */
    siteFolder: string;
    /** The archive it was built from. */
    siteContent: string;
  }
}

/** Made by the program, not by people: a cold build makes them again. */
const GENERATED = new Set(["articles", "archive.json", ".sijill"]);

/** Builds the repository's own archive cold, in a folder of its own and by the real command, and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = packageRoot();
  const folder = mkdtempSync(join(tmpdir(), "sijill-site-"));
  const content = join(folder, "content");
  const output = join(folder, "site");
  cpSync(join(root, "content"), content, { recursive: true, filter: (path) => !GENERATED.has(basename(path)) });

  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  run(join(root, "scripts", "compile.js"));
  run(join(root, "dist", "src", "cli.js"), "build", "--content", content, "--output", output, "--debug");

  const site = await serve({ folder: output, root: () => "/", host: "127.0.0.1", port: 0, live: false });
  project.provide("siteUrl", site.url);
  project.provide("siteFolder", output);
  project.provide("siteContent", content);
  return async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
