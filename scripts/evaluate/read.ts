import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { byCodePoint } from "../../src/effects.ts";
import { problem } from "../../src/messages.ts";
import type { TaggedWord } from "./part.ts";

/** A line of a data file that is not as the layout says. `line` is 1-based. */
export function malformed(file: string, line: number, reason: string, expected?: readonly string[]) {
  return problem({
    file,
    line,
    severity: "fatal",
    rule: "evaluate:malformed",
    reason,
    ...(expected ? { expected } : {}),
  });
}

/** Text of a file without byte order mark, or undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Names of a folder's files with this ending, sorted; empty when there is no folder. */
export async function listByEnding(folder: string, ending: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort(byCodePoint);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

const linesOf = (text: string) => text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));

/**
 * Rows of a tab-separated file with a head row, cells by column name; undefined when there is no file.
 * Quotes mean nothing. Throws a problem with file and line when a column or a cell is missing.
 */
export async function readTsv<C extends string>(
  path: string,
  columns: readonly C[],
): Promise<(Record<C, string> & { readonly line: number })[] | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const [head, ...rest] = linesOf(text);
  const names = (head?.line ?? "").split("\t");
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw malformed(path, 1, `The head row has no column «${missing.join("», «")}»`, columns);
  return rest
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => {
      const cells = line.split("\t");
      if (cells.length !== names.length) {
        throw malformed(path, number, `${cells.length} cells, but the head row names ${names.length}`);
      }
      const row = Object.fromEntries(names.map((name, index) => [name, cells[index] as string]));
      return { ...(row as Record<C, string>), line: number };
    });
}

/** Relevance judgements as TREC writes them (query, 0, document, 1; no head row); undefined when there is no file. */
export async function readQrels(path: string): Promise<{ query: string; document: string }[] | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  return linesOf(text)
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => {
      const cells = line.split(/\s+/);
      const [query, , document, relevance] = cells;
      if (cells.length !== 4 || !query || !document) throw malformed(path, number, "Not query, 0, document, relevance");
      return { query, document, relevance };
    })
    .filter(({ relevance }) => relevance !== "0");
}

/** Objects of a JSON Lines file with the members named; undefined when there is no file. Other members are kept. */
export async function readJsonLines<K extends string, N extends string = never>(
  path: string,
  strings: readonly K[],
  numbers: readonly N[] = [],
): Promise<(Record<K, string> & Record<N, number> & Readonly<Record<string, unknown>>)[] | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  return linesOf(text)
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => {
      const row = parseObject(path, number, line);
      for (const name of strings) {
        if (typeof row[name] !== "string") throw malformed(path, number, `«${name}» is not a string`);
      }
      for (const name of numbers) {
        if (typeof row[name] !== "number") throw malformed(path, number, `«${name}» is not a number`);
      }
      return row as Record<K, string> & Record<N, number> & Record<string, unknown>;
    });
}

function parseObject(path: string, line: number, json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw malformed(path, line, `Not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw malformed(path, line, "Not a JSON object");
  return value as Record<string, unknown>;
}

/** Sentences of the `*.conll` files of a folder, by file name: a word and its tag on a line, an empty line between sentences. */
export async function readConll(folder: string): Promise<Map<string, TaggedWord[][]>> {
  const files = new Map<string, TaggedWord[][]>();
  for (const name of await listByEnding(folder, ".conll")) {
    const path = join(folder, name);
    const sentences: TaggedWord[][] = [];
    let sentence: TaggedWord[] = [];
    for (const { line, number } of linesOf((await readIfThere(path)) ?? "")) {
      if (line.trim() === "") {
        if (sentence.length > 0) sentences.push(sentence);
        sentence = [];
        continue;
      }
      const match = /^(\S+)\s+(O|[BI]-[A-Z]+)\s*$/.exec(line);
      if (!match) throw malformed(path, number, "Not a word and an IOB tag", ["كلمة O", "كلمة B-PER"]);
      sentence.push({ word: match[1] as string, tag: match[2] as string });
    }
    if (sentence.length > 0) sentences.push(sentence);
    files.set(name, sentences);
  }
  return files;
}
