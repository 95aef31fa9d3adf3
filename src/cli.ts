#!/usr/bin/env node
import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { diskEffects, type Effects, packageRoot } from "./effects.ts";
import { listening } from "./messages.ts";
import { openTerminal } from "./terminal.ts";

/** Exit codes: everything worked; something was lost and the problems say what; the command line makes no sense. */
const OK = 0;
const PROBLEMS = 1;
const USAGE = 2;

interface GlobalOptions {
  readonly content: string;
  readonly output: string;
  readonly debug?: true;
}

/** Arguments in, exit code out. One command's module is loaded, no other. */
async function main(args: readonly string[]): Promise<number> {
  let code = OK;
  const program = new Command("sijill")
    .description(
      "Turns a folder of raw Arabic news articles into a static, searchable website\nin which every fact is traceable to the words it came from.",
    )
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "print help; sijill <command> --help for one command")
    .helpCommand(false)
    .option("--content <folder>", "the archive: raw, authority, corrections, articles", "content")
    .option("--output <folder>", "where the website is written", "_site")
    .option("--debug", "print where an unexpected error happened")
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(sijill --help lists the commands and options)")
    .exitOverride();

  const run = async (command: Command, work: (effects: Effects, options: GlobalOptions) => Promise<Outcome>) => {
    const options = command.optsWithGlobals<GlobalOptions & { json?: boolean; ndjson?: boolean }>();
    if (options.ndjson !== true) checkFolders(command, options);
    const quiet = options.json === true || options.ndjson === true;
    const out = quiet ? process.stderr : process.stdout;
    const streams = { out, err: process.stderr, env: process.env, now: () => performance.now() };
    const terminal = openTerminal(streams, { atOnce: options.ndjson === true });
    const outcome = await work(diskEffects(terminal.voice), options).catch((error: unknown): Outcome => {
      process.stderr.write(`${explain(error, options.debug === true)}\n`);
      code = PROBLEMS;
      return {};
    });
    const fatal = terminal.finish(outcome.summary, { all: outcome.listAll ?? false });
    if (fatal > 0) code = PROBLEMS;
  };

  program
    .command("ingest")
    .description("read the raw articles and write what they say to articles/ and archive.json")
    .option(
      "--ndjson",
      "a filter instead: records (JSON Lines) on standard input, one parsed record a line on standard output",
    )
    .option("--workers <n>", "threads that parse (default: the number of cores, four at most)", parseCount)
    .addHelpText(
      "after",
      examples("sijill ingest", "sijill ingest --content ~/my-archive", "sijill ingest --ndjson < records.jsonl"),
    )
    .action((options: { ndjson?: boolean; workers?: number }, command) =>
      run(command, async (effects, { content }) => {
        if (options.ndjson) {
          const { filterLines } = await import("./ingest/ndjson.ts");
          return filterLines(effects, content, process.stdin, process.stdout);
        }
        const { ingest } = await import("./ingest.ts");
        return ingest(effects, { content, ...(options.workers !== undefined && { workers: options.workers }) });
      }),
    );

  program
    .command("build")
    .description("ingest, then write the website and its search index")
    .addHelpText("after", examples("sijill build", "sijill build --content ~/my-archive --output ~/public_html"))
    .action((_, command) =>
      run(command, async (effects, { content, output }) => {
        const { ingest } = await import("./ingest.ts");
        const heard = listening(effects);
        const ingested = await ingest(heard.effects, { content });
        const { build } = await import("./build.ts");
        const built = await build(effects, { content, output, problems: heard.found });
        return { summary: [ingested.summary, built.summary].join("\n") };
      }),
    );

  program
    .command("check")
    .description("list every problem and every doubt of the archive, writing nothing")
    .option("--json", "print them as JSON")
    .addHelpText(
      "after",
      examples("sijill check", "sijill check --json | jq '.problems[] | select(.rule == \"date:missing\")'"),
    )
    .action((options: { json?: boolean }, command) =>
      run(command, async (effects, { content }) => {
        const { check } = await import("./check.ts");
        const { json, summary } = await check(effects, { content });
        if (options.json) process.stdout.write(`${json()}\n`);
        return { summary, listAll: !options.json };
      }),
    );

  program
    .command("review")
    .description("build the website and tell which doubtful fields are worth an editor's look")
    .option("--csv <file>", "write the list there, too")
    .option("--json", "print the list as JSON")
    .addHelpText("after", examples("sijill review", "sijill review --csv ~/doubts.csv"))
    .action((options: { csv?: string; json?: boolean }, command) =>
      run(command, async (effects, { content, output }) => {
        const { ingest } = await import("./ingest.ts");
        const { effects: heard, found: problems } = listening(effects);
        await ingest(heard, { content });
        const { build } = await import("./build.ts");
        await build(effects, { content, output, problems });
        const { review } = await import("./review.ts");
        const { json, summary } = await review(effects, { content, output, problems, csv: options.csv });
        if (options.json) process.stdout.write(`${json()}\n`);
        return { summary };
      }),
    );

  program
    .command("export")
    .description("write the archive for another program to read")
    .addCommand(
      new Command("search")
        .description("index settings and bulk files for a search engine, its words analyzed already (docs/export.md)")
        .addOption(new Option("--engine <name>", "the engine").choices(["opensearch"]).makeOptionMandatory())
        .option("--out <folder>", "where they are written", "_export")
        .addOption(
          new Option("--bulk-size <megabytes>", "the most of one bulk file").default(10).argParser(parseMegabytes),
        )
        .configureHelp({ showGlobalOptions: true })
        .helpOption("-h, --help", "print help")
        .exitOverride()
        .addHelpText(
          "after",
          examples(
            "sijill export search --engine opensearch",
            "sijill export search --engine opensearch --out ~/bulk --bulk-size 50",
          ),
        )
        .action((options: { out: string; bulkSize: number }, command) => {
          checkExport(command, options.out);
          return run(command, async (effects, { content }) => {
            const { exportSearch } = await import("./export.ts");
            return exportSearch(effects, { content, out: options.out, bulkSize: options.bulkSize * 1024 * 1024 });
          });
        }),
    )
    .helpCommand(false);

  program
    .command("dev")
    .description("build, serve the website on this machine and build again on every change")
    .option("--host <address>", "the address to serve on; 0.0.0.0 shows the site to the network", "127.0.0.1")
    .addOption(
      new Option("--port <number>", "the port to serve on; the next free one when it is taken")
        .default(8080)
        .argParser(parsePort),
    )
    .addHelpText("after", examples("sijill dev", "sijill dev --port 3000 --content ~/my-archive"))
    .action((options: { host: string; port: number }, command) =>
      run(command, async (effects, { content, output, debug }) => {
        const { dev } = await import("./dev.ts");
        await dev(effects, { content, output, host: options.host, port: options.port, debug: debug === true });
        return {};
      }),
    );

  program.addHelpText(
    "after",
    examples("sijill dev", "sijill build --content ~/my-archive --output ~/public_html", "sijill check"),
  );

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? OK : USAGE; // commander has said what is wrong
  }
}

interface Outcome {
  readonly summary?: string;
  /** Print every problem, remarks too. */
  readonly listAll?: boolean;
}

/** A mistyped folder is a wrong command line; and the website must not land on top of what it is made from, or of another one. */
function checkFolders(command: Command, { content, output }: GlobalOptions): void {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const remedy = `Put articles into ${join(content, "raw")}, or name the folder of your archive: --content <folder>`;
  if (!isFolder(content)) command.error(`error: --content ${content}: there is no such folder\n${remedy}`);
  if (statSync(output, { throwIfNoEntry: false })?.isFile())
    command.error(`error: --output ${output}: this is a file, not a folder`);
  const down = relative(resolve(output), resolve(content));
  const up = relative(resolve(content), resolve(output));
  const isInside = (path: string) => path !== "" && !path.startsWith("..") && resolve(path) !== path;
  if (down === "" || isInside(down))
    command.error(`error: --output ${output} holds the content folder: the website would be written over it`);
  const [first] = up.split(/[\\/]/);
  if (isInside(up) && OURS.has(first ?? ""))
    command.error(`error: --output ${output} lies in the archive's ${first} folder`);
  if (!["raw", "articles"].some((name) => isFolder(join(content, name))))
    command.error(`error: --content ${content}: this is no archive, for it has no folder raw\n${remedy}`);
  if (WRITERS.has(command.name()) && isForeign(join(output, "index.html")))
    command.error(
      `error: --output ${output} holds a website that Sijill did not make: it would be written over\nName another folder, or move that website away`,
    );
}

/** A front page that does not call Sijill its generator. */
function isForeign(path: string): boolean {
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isThere && !/<meta name="generator" content="Sijill\b/.test(readFileSync(path, "utf8"));
}

/** Commands that write a website. */
const WRITERS = new Set(["build", "review", "dev"]);

/** The export must not land on what it is made from. */
function checkExport(command: Command, out: string): void {
  const { content } = command.optsWithGlobals<GlobalOptions>();
  if (statSync(out, { throwIfNoEntry: false })?.isFile())
    command.error(`error: --out ${out}: this is a file, not a folder`);
  const [first = ""] = relative(resolve(content), resolve(out)).split(/[\\/]/);
  if (first === "" || OURS.has(first)) command.error(`error: --out ${out} lies among the archive's own files`);
}

const OURS = new Set(["raw", "authority", "corrections", "articles", "pages", ".sijill"]);

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError("a port is a whole number from 0 to 65535.");
  return port;
}

function parseMegabytes(value: string): number {
  const size = Number(value);
  if (!/^\d+(?:\.\d+)?$/.test(value) || size <= 0)
    throw new InvalidArgumentError("a size is a number of megabytes above 0.");
  return size;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 64)
    throw new InvalidArgumentError("a number of threads is a whole number from 1 to 64.");
  return count;
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}

function explain(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return `Stopped by an unexpected error: ${String(error)}`;
  if (debug)
    return `Stopped by an unexpected error:\n${error.stack}${error.cause ? `\ncaused by ${explain(error.cause, true)}` : ""}`;
  return `Stopped by an unexpected error: ${error.message}\nRun the command again with --debug to see where.`;
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version;
}

// `sijill check | head` closes the pipe early: nothing to complain of.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(OK);
});

process.exitCode = await main(process.argv.slice(2));
