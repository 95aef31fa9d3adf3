import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageRoot } from "../src/effects.ts";
import { writeModel } from "../src/recognise/model.ts";
import { MODEL_PATH } from "../src/recognise/recognise.ts";
import { readSharedAuthority } from "./evaluate/authority.ts";
import { readConll } from "./evaluate/read.ts";
import { cutSentence } from "./train/corpus.ts";
import { makeHasher, SETTINGS, trainModel } from "./train/dataset.ts";
import { LISTS } from "./train/learn.ts";
import { readLists } from "./train/lists.ts";
import { readSentences } from "./train/sentences.ts";

/** The model that is shipped is the mean of so many; when the trainer is scored one is enough. */
const ORDERS = 5;

const USAGE = `Usage: npm run train -- <folder>

Trains the recogniser of names on the *train*.conll files of <folder> (a word and its tag a line, IOB) and writes
${MODEL_PATH}. The same files give the same bytes. See docs/recogniser.md.`;

async function main([folder, ...rest]: string[]): Promise<number> {
  if (folder === undefined || rest.length > 0 || folder === "--help") {
    process.stderr.write(`${USAGE}\n`);
    return folder === "--help" ? 0 : 2;
  }
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const files = [...(await readConll(folder))].filter(([name]) => name.includes("train"));
  const corpus = files.flatMap(([, tagged]) => tagged);
  if (corpus.length === 0) {
    say(`train: ${folder} holds no *train*.conll`);
    return 1;
  }
  const sentences = [...corpus, ...(await readSentences(LISTS))].map(cutSentence);
  const lists = await readLists(LISTS, await readSharedAuthority());
  const hasher = makeHasher(lists);
  const settings = { ...SETTINGS, orders: ORDERS, log: say };
  const model = trainModel(sentences, sentences.map(hasher.hash), hasher, lists, settings);
  const path = join(packageRoot(), MODEL_PATH);
  await mkdir(dirname(path), { recursive: true });
  const bytes = writeModel(model);
  await writeFile(path, bytes);
  say(`${MODEL_PATH}: ${model.features.length} features, ${bytes.length} bytes`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
