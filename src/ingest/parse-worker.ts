/**
 * A worker thread's tasks (tinypool): what each article needs besides the others. The authority files and the model come
 * with the worker.
 */
import Tinypool from "tinypool";
import { diskEffects } from "../effects.ts";
import { type ParseContext, parseContext } from "../parse/context.ts";
import { readRaw } from "../read/index.ts";
import type { Reading } from "../read/types.ts";
import { isKept } from "../write/texts.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { recogniserOf } from "./recogniser.ts";
import type { ArticleTask, FileTask, FoundThere, WorkerData } from "./tasks.ts";
import { type ArticleFile, type WrittenFile, writeArticleFile } from "./write-article-file.ts";

let own: ParseContext | undefined;

function contextHere(): ParseContext {
  if (own === undefined) {
    const { authority, model } = Tinypool.workerData as WorkerData;
    own = parseContext(authority, model && recogniserOf(model));
  }
  return own;
}

/** Reads raw files by their bytes and prepares their articles. */
export async function readFiles(tasks: readonly FileTask[]): Promise<FoundThere[][]> {
  const found: FoundThere[][] = [];
  for (const task of tasks) {
    const ofFile: FoundThere[] = [];
    for await (const reading of readRaw(task.file, task.bytes)) ofFile.push(preparedReading(reading, task));
    found.push(ofFile);
  }
  return found;
}

function preparedReading(reading: Reading, { learned, wanted }: FileTask): FoundThere {
  if ("problem" in reading) return reading;
  const { path, sha256, mediaType, text } = reading.article;
  const found = { path, sha256, mediaType, ...(isKept(mediaType) && { text }) };
  if (wanted !== undefined && !wanted.has(path)) return found;
  return { ...found, prepared: prepare(reading.article, contextHere(), { learned }) };
}

export function prepareArticles(tasks: readonly ArticleTask[]): Prepared[] {
  return tasks.map(({ raw, word, learned }) => prepare(raw, contextHere(), { learned, ...(word && { word }) }));
}

const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });

export async function writeFiles(files: readonly ArticleFile[]): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const file of files) written.push(await writeArticleFile(effects, file));
  return written;
}
