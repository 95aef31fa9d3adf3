import { parseArgs } from "node:util";
import { formatBenchJson, formatBenchText, type SizeFigures } from "./bench/report.ts";
import { benchSize } from "./bench/run.ts";
import { runStage } from "./bench/stages.ts";

const USAGE = `Usage: npm run bench [-- --sizes 100,1000,10000] [--json] [--no-hugo] [--pairs <number>]

Times ingest, render and index on synthetic articles, each in a process of its own, and compares ingest with unified
over the same texts, and rendering with Hugo where it is on the PATH. See docs/measuring.md.

  --sizes <list>    numbers of articles (100,1000,10000)
  --json            figures as JSON on standard output
  --no-hugo         leave the comparison with Hugo out
  --site <folder>   instead: what a search of this built site costs a reader, in Chromium
  --pairs <number>  turns of the comparisons (3 up to 1,000 articles, 2 above; 0 for none)
  --help            this text`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string", default: "100,1000,10000" },
      json: { type: "boolean" },
      hugo: { type: "boolean", default: true },
      pairs: { type: "string" },
      site: { type: "string" },
      help: { type: "boolean", short: "h" },
      // One stage in this process: how the bench calls itself.
      stage: { type: "string" },
      content: { type: "string" },
      output: { type: "string" },
    },
    allowNegative: true,
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (values.stage !== undefined) {
    process.stdout.write(
      `${JSON.stringify(await runStage(values.stage, values.content ?? "", values.output ?? ""))}\n`,
    );
    return 0;
  }
  if (values.site !== undefined) {
    // Loaded for this alone: a browser's driver is no part of what a stage takes.
    const { formatSearch, measureSearch } = await import("./bench/search.ts");
    const figures = await measureSearch(values.site);
    process.stdout.write(`${values.json ? JSON.stringify(figures, undefined, 2) : formatSearch(figures)}\n`);
    return 0;
  }
  const sizes = values.sizes.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new Error(`--sizes ${values.sizes}: numbers of articles are needed`);
  const figures: SizeFigures[] = [];
  for (const size of sizes) {
    const pairs = values.pairs === undefined ? (size <= 1000 ? 3 : 2) : Number(values.pairs);
    const turns = { ingest: pairs, hugo: values.hugo ? pairs : 0 };
    figures.push(await benchSize(size, turns, (line) => process.stderr.write(`${line}\n`)));
  }
  process.stdout.write(`${values.json ? formatBenchJson(figures) : `\n${formatBenchText(figures)}`}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
