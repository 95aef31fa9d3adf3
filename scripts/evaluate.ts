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
  const asked = parseArguments(args);
  if ("help" in asked) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if ("mistake" in asked) {
    process.stderr.write(`evaluate: ${asked.mistake}\n\n${USAGE}\n`);
    return 2;
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const stages = await openStages();
  const outcomes = await evaluate(asked.folder, stages, asked.parts, (name) => say(`${name} …`));
  if (asked.json) {
    process.stdout.write(`${formatJson(outcomes)}\n`);
    formatSkipped(outcomes).forEach(say);
  } else process.stdout.write(`\n${formatText(outcomes)}\n`);
  return [...outcomes.values()].some(({ status }) => status === "malformed") ? 1 : 0;
}

type Asked = { help: true } | { mistake: string } | { folder: string; json: boolean; parts: readonly string[] };

function parseArguments(args: string[]): Asked {
  const options = {
    json: { type: "boolean" },
    part: { type: "string", multiple: true },
    help: { type: "boolean", short: "h" },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return { mistake: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [folder] = positionals;
  if (values.help) return { help: true };
  if (folder === undefined || positionals.length > 1) return { mistake: "one folder is needed" };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { mistake: `${folder}: there is no such folder` };
  const unknown = values.part?.find((name) => !PART_NAMES.includes(name));
  if (unknown !== undefined) return { mistake: `--part ${unknown}: the parts are ${PART_NAMES.join(", ")}` };
  return { folder, json: values.json === true, parts: values.part ?? PART_NAMES };
}

process.exitCode = await main(process.argv.slice(2));
