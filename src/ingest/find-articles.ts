import { join } from "node:path";
import type { FileStamp } from "../effects.ts";
import type { Problem } from "../messages.ts";
import type { RawArticle } from "../model/article.ts";
import { detect, HEAD_LENGTH } from "../read/detect.ts";
import { readRaw } from "../read/index.ts";
import type { Reading } from "../read/types.ts";
import { isKept, openRaw, PART } from "../write/texts.ts";
import type { Prepared, Word } from "./prepare.ts";
import type { Run } from "./run.ts";
import { startAhead } from "./start-ahead.ts";
import type { FoundThere } from "./tasks.ts";

/** An article of a raw file that has no id yet. */
export interface Found {
  readonly path: string;
  readonly sha256: string;
  /** The text of record, where it is kept. */
  readonly kept?: string;
  readonly raw: () => Promise<RawArticle>;
  /** By a thread, for what was guessed of it; absent where this thread is the only one. */
  readonly prepared?: Promise<Prepared>;
  /** The editor's word that it was prepared with: its id and hash. */
  readonly guess?: Guess;
}

/** Whose article it is likely to be, by its path, and the editor's word on that. */
export interface Guess extends Word {
  readonly hash: string;
}

export interface Search {
  readonly file: string;
  readonly stamp: FileStamp;
  /** Paths of the articles that are wanted, all of them when absent. */
  readonly wanted?: ReadonlySet<string>;
  /** The editor's word on the article of a path, undefined where there is none or it splits the article. */
  readonly guess: (path: string) => Guess | undefined;
  /** The editor has a word on some article of the file. */
  readonly isCorrected: boolean;
}

/** Larger files of several articles are read here, so that the threads share them. */
const SMALL = 64 * 1024;
/** Articles of a file that the threads prepare ahead of the one that is kept. */
const ARTICLES_AHEAD = 32;

/** Problems and articles of a raw file, in its order, prepared ahead where there are threads. */
export async function* findArticles(run: Run, search: Search): AsyncGenerator<{ problem: Problem } | Found> {
  const { file, stamp, guess } = search;
  const wanted = search.wanted && new Set([...search.wanted].map((path) => path.split(PART)[0] as string));
  const input = await openRaw(run.effects, join(run.content, "raw", file), stamp);
  const { threads, learned } = run;
  if (threads !== undefined && !search.isCorrected && input instanceof Uint8Array && isOneTask(input)) {
    const found = await threads.read({ file, bytes: input, learned, ...(wanted && { wanted }) });
    for (const one of found) {
      if ("problem" in one) yield one;
      else if (one.prepared !== undefined) yield foundThere(run, search, one, one.prepared);
    }
    return;
  }
  const start = (reading: Reading): { problem: Problem } | Found | undefined => {
    if ("problem" in reading) return reading;
    const raw = reading.article;
    if (wanted !== undefined && !wanted.has(raw.path)) return undefined;
    const word = threads && guess(raw.path);
    const prepared = threads?.prepare({ raw, learned, ...(word && { word }) });
    prepared?.catch(() => {});
    return foundHere(raw, { ...(prepared && { prepared }), ...(word && { guess: word }) });
  };
  const found = startAhead(readRaw(file, input), start, threads === undefined ? 1 : ARTICLES_AHEAD);
  for await (const one of found) if (one !== undefined) yield one;
}

function foundHere(raw: RawArticle, more: Pick<Found, "prepared" | "guess">): Found {
  const { path, sha256, mediaType, text } = raw;
  return { path, sha256, ...(isKept(mediaType) && { kept: text }), raw: async () => raw, ...more };
}

function foundThere(
  run: Run,
  search: Search,
  there: Exclude<FoundThere, { problem: Problem }>,
  prepared: Prepared,
): Found {
  const { path, sha256, text } = there;
  const raw = () => readAgain(run, search, path);
  return { path, sha256, ...(text !== undefined && { kept: text }), raw, prepared: Promise.resolve(prepared) };
}

/** Throws, like any file that cannot be read, when the article is there no more. */
async function readAgain(run: Run, { file, stamp }: Search, path: string): Promise<RawArticle> {
  const input = await openRaw(run.effects, join(run.content, "raw", file), stamp);
  for await (const reading of readRaw(file, input))
    if ("article" in reading && reading.article.path === path) return reading.article;
  throw Object.assign(new Error(`${path} changed while it was read`), { code: "ESTALE" });
}

/** Small, or one document. */
function isOneTask(bytes: Uint8Array): boolean {
  if (bytes.length <= SMALL) return true;
  const kind = detect(bytes.subarray(0, HEAD_LENGTH));
  return kind === "text" || kind === "markdown" || kind === "html" || kind === "mhtml";
}
