import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { watch } from "chokidar";
import { CONFIG_FILE } from "./config.ts";
import { createLoop } from "./dev/loop.ts";
import { serve } from "./dev/serve.ts";
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
  const root = packageRoot();
  const isCheckout = existsSync(join(root, "src", "cli.ts"));
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, () => stop.abort());

  const node = (...args: string[]) => runNode(args, stop.signal);
  const build = () => {
    const cli = join(root, "dist", "src", "cli.js");
    const debug = options.debug ? ["--debug"] : [];
    return node(cli, "build", "--content", options.content, "--output", options.output, ...debug);
  };

  const program = PROGRAM_SOURCES.map((name) => join(root, name));
  const content = CONTENT_SOURCES.map((name) => resolve(options.content, name));
  const shared = [join(root, "public"), join(root, "content", "authority")];
  const watched = [...new Set([...content, ...shared, ...(isCheckout ? program : [])])];

  await build();
  const site = await serve({ folder: options.output, host: options.host, port: options.port, live: true });

  const loop = createLoop<string>(
    async (changes) => {
      effects.log(`\n${describe(changes)}`);
      const isProgram = [...changes].some((path) => program.some((folder) => path.startsWith(folder + sep)));
      if (isProgram && (await node(join(root, "scripts", "compile.js"))) !== 0) return;
      await build();
      site.reload();
    },
    (error) => effects.log(`The build could not be run: ${error instanceof Error ? error.message : String(error)}`),
  );
  const watcher = watch(watched, { ignoreInitial: true, ignored: (path) => isIgnored(path, watched), cwd: "/" });
  watcher.on("all", (_, path) => loop.add(resolve("/", path)));
  watcher.on("error", (error) => effects.log(`Watching for changes: ${error instanceof Error ? error.message : String(error)}`));
  await new Promise<void>((ready) => watcher.once("ready", () => ready()));

  effects.log(`\n  ${site.url}\n\n  Building again on every change; Ctrl+C stops.`);
  await new Promise<void>((stopped) => {
    if (stop.signal.aborted) stopped();
    stop.signal.addEventListener("abort", () => stopped(), { once: true });
  });
  await Promise.all([watcher.close(), site.close()]);
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
  const absolute = resolve("/", path);
  if (roots.includes(absolute)) return false;
  const name = basename(absolute);
  return name.startsWith(".") || name.endsWith("~") || name.endsWith(".draft") || name.endsWith(".swp") || name === "4913";
}

function describe(changes: ReadonlySet<string>): string {
  const [first] = changes;
  const name = relative(process.cwd(), first ?? "");
  return changes.size === 1 ? `Changed: ${name}` : `Changed: ${name} and ${changes.size - 1} more`;
}
