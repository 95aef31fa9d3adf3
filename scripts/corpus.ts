import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeCorpus, namesOf } from "./bench/corpus.ts";
import { readSharedAuthority } from "./evaluate/authority.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    output: { type: "string" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help || values.output === undefined) {
  process.stdout.write(
    "Usage: node dist/scripts/corpus.js --output <folder> [--count 100] [--seed 1]\n\nWrites synthetic raw articles.\n",
  );
  process.exitCode = values.help ? 0 : 2;
} else {
  const names = namesOf(await readSharedAuthority());
  for (const { path, text } of makeCorpus(Number(values.count), names, Number(values.seed))) {
    const file = join(values.output, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
