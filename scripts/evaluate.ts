import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatJson, formatSkipped, formatText } from "./evaluate/report.ts";
import { evaluate, PART_NAMES } from "./evaluate/run.ts";
import { openStages } from "./evaluate/stages.ts";

const USAGE = `Usage: npm run evaluate -- <folder> [--json] [--part <name>]…

Scores what the program reads out of labelled texts. <folder> is laid out as docs/measuring.md says.

  --json         one object {part: {metric: number, …, n}} on standard output
  --part <name>  only this part, may be repeated: ${PART_NAMES.join(", ")}
  --help         this text`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      part: { type: "string", multiple: true },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new Error("one folder is needed");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder}: there is no such folder`);
  const unknown = (values.part ?? []).filter((name) => !PART_NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`--part ${unknown[0]}: the parts are ${PART_NAMES.join(", ")}`);

  const say = (line: string) => process.stderr.write(`${line}\n`);
  const stages = await openStages();
  const outcomes = await evaluate(folder, stages, values.part, (name) => say(`${name} …`));
  if (values.json) {
    process.stdout.write(`${formatJson(outcomes)}\n`);
    formatSkipped(outcomes).forEach(say);
  } else process.stdout.write(`\n${formatText(outcomes)}\n`);
  return [...outcomes.values()].some(({ status }) => status === "malformed") ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`evaluate: ${(error as Error).message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
