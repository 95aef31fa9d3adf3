import { once } from "node:events";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { loadConfig } from "../config.ts";
import { type Effects, packageRoot } from "../effects.ts";
import { type Problem, problem } from "../messages.ts";
import { parseContext } from "../parse/context.ts";
import { parseText } from "../parse.ts";
import { splitLines } from "../read/bytes.ts";
import { readJsonLines } from "../read/json-lines.ts";
import { MODEL_PATH } from "../recognise/recognise.ts";
import { loadAuthority } from "../resolve/authority.ts";
import { toArticle } from "../write/article.ts";
import { authorityFolders } from "../write/load.ts";
import { compileLate } from "./compile-late.ts";
import { makeId } from "./memory.ts";
import { recogniserOf } from "./recogniser.ts";

const LONGEST_LINE = 64 * 1024 * 1024;
const NAME = "stdin";

/**
 * A filter: records (JSON Lines) in, one line a record out, in order: the article as its file would hold it, with
 * the number of its line and the id it came with, or `{line, error}`. Nothing is kept from one line to the next; the
 * next line is read when the last one was taken.
 */
export async function filterLines(
  effects: Effects,
  content: string,
  input: AsyncIterable<Uint8Array>,
  output: Writable,
): Promise<{ summary: string }> {
  compileLate();
  const { sharedAuthority } = await loadConfig(effects, content);
  const model = await effects.readFile(join(packageRoot(), MODEL_PATH));
  const authority = await loadAuthority(effects, authorityFolders(content, sharedAuthority));
  const context = parseContext(authority, model && recogniserOf(model));
  let records = 0;
  let errors = 0;
  for await (const { bytes, number, isTooLong } of splitLines(input, LONGEST_LINE)) {
    if (bytes.every((byte) => byte === 0x20 || byte === 0x09)) continue;
    records++;
    const answer: Record<string, unknown> = { line: number };
    for await (const reading of readJsonLines(NAME, only(isTooLong ? bytes.subarray(0, 1) : bytes))) {
      if ("problem" in reading) {
        const found: Problem = { ...reading.problem, file: NAME, line: number };
        effects.report(problem(found));
        const { rule, reason, expected, note } = found;
        if (found.severity === "fatal") answer.error = { rule, reason, expected, note };
        continue;
      }
      const raw = { ...reading.article, path: `${NAME}#${reading.article.item ?? number}` };
      const { article } = parseText(raw, context);
      const id = makeId(article.fields, raw.sha256, () => false);
      Object.assign(answer, { record: reading.article.item }, toArticle({ ...article, id }));
    }
    if (answer.error !== undefined) errors++;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, "drain");
  }
  return { summary: `${records} records: ${errors} could not be read` };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
