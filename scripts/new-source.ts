import { join } from "node:path";
import { parseArgs } from "node:util";
import { diskEffects, packageRoot } from "../src/effects.ts";
import { makeSource } from "./new-source/skeleton.ts";

const USAGE = `Usage: npm run new:source -- <id> --name <Arabic name> [--sign <code>]

Writes the skeleton of a source's declaration (src/sources/<id>.ts), lists it in src/sources/index.ts, adds a record
to content/authority/sources.yaml where there is none, and makes a fixture (test/fixtures/archives/<id>).

  --name <words>  what the outlet calls itself, in Arabic
  --sign <words>  what it signs its datelines with, if not its name: واس, CNN
  --help          this text`;

async function main(args: string[]): Promise<number> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const options = { name: { type: "string" }, sign: { type: "string" }, help: { type: "boolean" } } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    say(`new:source: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [id] = positionals;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (id === undefined || positionals.length > 1 || values.name === undefined) {
    say(`new:source: an id and a name are needed\n\n${USAGE}`);
    return 2;
  }
  const root = packageRoot();
  const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
  const outcome = await makeSource(effects, root, { id, name: values.name, sign: values.sign ?? values.name });
  if ("mistake" in outcome) {
    say(`new:source: ${outcome.mistake}`);
    return 1;
  }
  for (const path of outcome.written) process.stdout.write(`${path}\n`);
  const fixture = join("test", "fixtures", "archives", id);
  process.stdout.write(`
Next: put an example of its dateline above the expression and fit the expression to it, put an article written by
yourself in its manner into ${fixture}/raw, then run
  npx vitest run archives -u
and read what was written to ${fixture}/expected.
`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
