import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { watch } from "chokidar";
import { CONFIG_FILE, loadConfig } from "./config.ts";
import { createLoop } from "./dev/loop.ts";
import { type Serving, serve } from "./dev/serve.ts";
import { type Effects, packageRoot } from "./effects.ts";

export interface DevOptions {
  readonly content: string;
  readonly output: string;
  readonly host: string;
  readonly port: number;
  readonly debug: boolean;
}

/** What people edit; articles, archive.json and caches are made from it. */
const CONTENT_SOURCES = ["raw", "authority", "corrections", "pages", CONFIG_FILE];
/** Parts of the program: a change asks for compiling first. `public` is only copied. */
const PROGRAM_SOURCES = ["src", "templates"];

/**
 * Builds, serves, and builds again on every change until the process is told to stop. Each build runs in a
 * process of its own: it uses the program as just compiled, and nothing of it can bring the server down.
 */
export async function dev(effects: Effects, options: DevOptions): Promise<void> {
  const home = packageRoot();
  const isCheckout = existsSync(join(home, "src", "cli.ts"));
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, () => stop.abort());

  const node = (...args: string[]) => runNode(args, stop.signal);
  const cli = join(home, "dist", "src", "cli.js");
  const debug = options.debug ? ["--debug"] : [];

  const program = PROGRAM_SOURCES.map((name) => join(home, name));
  const content = CONTENT_SOURCES.map((name) => resolve(options.content, name));
  const shared = [join(home, "public"), join(home, "content", "authority")];
  const watched = [...new Set([...content, ...shared, ...(isCheckout ? program : [])])];

  let root = "/";
  let searchOrigin: string | undefined;
  const build = async () => {
    const code = await node(cli, "build", "--content", options.content, "--output", options.output, ...debug);
    // The build has told what is wrong with the configuration.
    const { baseUrl, search } = await loadConfig({ ...effects, report: () => {} }, options.content);
    root = baseUrl === undefined ? "/" : new URL(baseUrl).pathname;
    searchOrigin = search && new URL(search.endpoint).origin;
    return code;
  };

  let site: Serving | undefined;
  const loop = createLoop<string>(
    async (changes) => {
      await first;
      effects.log(`\n${describe(changes)}`);
      const isProgram = [...changes].some((path) => program.some((folder) => path.startsWith(folder + sep)));
      if (isProgram && (await node(join(home, "scripts", "compile.js"))) !== 0) return;
      await build();
      site?.reload();
    },
    (error) => effects.log(`The build could not be run: ${reasonOf(error)}`),
  );
  // Watching begins first: what is saved during the first build is built next.
  const watcher = watch(watched, { ignoreInitial: true, ignored: (path) => isIgnored(path, watched) });
  watcher.on("all", (_, path) => loop.add(resolve(path)));
  watcher.on("error", (error) => effects.log(`Watching for changes: ${reasonOf(error)}`));
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));

  const first = build();
  await first;
  if (!stop.signal.aborted) {
    site = await serve({
      folder: options.output,
      root: () => root,
      searchOrigin: () => searchOrigin,
      host: options.host,
      port: options.port,
      live: true,
    });
    effects.log(`\n  ${site.url}\n\n  Building again on every change; Ctrl+C stops.`);
    await once(stop.signal, "abort");
  }
  await Promise.all([watcher.close(), site?.close()]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a script of ours with the terminal's streams; resolves to its exit code. */
function runNode(args: readonly string[], signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], signal });
    child.once("error", (error) => (signal.aborted ? resolve(1) : reject(error)));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Hidden files, and the drafts that editors and this program rename into place. */
function isIgnored(path: string, roots: readonly string[]): boolean {
  if (roots.includes(path)) return false;
  const name = basename(path);
  return (
    name.startsWith(".") || name.endsWith("~") || name.endsWith(".draft") || name.endsWith(".swp") || name === "4913"
  );
}

function describe(changes: ReadonlySet<string>): string {
  const [first] = changes;
  const name = relative(process.cwd(), first ?? "");
  return changes.size === 1 ? `Changed: ${name}` : `Changed: ${name} and ${changes.size - 1} more`;
}
