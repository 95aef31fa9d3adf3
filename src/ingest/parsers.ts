import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Tinypool from "tinypool";
import { type Effects, packageRoot } from "../effects.ts";
import type { RawArticle } from "../model/article.ts";
import type { Parsed } from "../parse.ts";
import type { Store } from "../store.ts";
import { type FileMemory, sameStamp } from "./memory.ts";
import type { ParserData } from "./parse-worker.ts";

/** Worker threads that parse articles. */
export interface Parsers {
  readonly threads: number;
  /** What the article says by itself; the same as `parseText` here says. */
  parse(raw: RawArticle): Promise<Parsed>;
  close(): Promise<void>;
}

/** Articles sent to a thread at once, so that neither waits for the other between two. */
const BATCH = 4;

/** Raw bytes to be read from which starting threads, which costs each half a second, is worth it. */
const WORTH_THREADS = 2 * 1024 * 1024;
const MOST_THREADS = 4;

/** How many threads an archive wants: one when little is to be read, or there is one core. */
export async function threadsFor(
  effects: Effects,
  content: string,
  paths: readonly string[],
  memory: Store<FileMemory>,
): Promise<number> {
  const most = Math.min(availableParallelism(), MOST_THREADS);
  if (most < 2) return 1;
  let bytes = 0;
  for (const path of paths) {
    const stamp = await effects.stat(join(content, "raw", path));
    if (!sameStamp(stamp, memory.get(path)?.stamp)) bytes += stamp?.size ?? 0;
    if (bytes >= WORTH_THREADS) return most;
  }
  return 1;
}

/** Starts threads that parse; undefined for one thread, which is this one, and where there is no compiled worker. */
export function startParsers(threads: number, workerData: ParserData): Parsers | undefined {
  const file = threads > 1 ? compiledParser() : undefined;
  return file === undefined ? undefined : openParsers(file, threads, workerData);
}

/** Articles asked for in one turn of the loop go together. */
function openParsers(filename: string, threads: number, workerData: ParserData): Parsers {
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, workerData });
  let waiting: { raw: RawArticle; done: (parsed: Parsed) => void; failed: (error: unknown) => void }[] = [];
  const send = () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    pool.run(batch.map(({ raw }) => raw)).then(
      (parsed: Parsed[]) => {
        for (const [i, { done }] of batch.entries()) done(parsed[i] as Parsed);
      },
      (error: unknown) => {
        for (const { failed } of batch) failed(error);
      },
    );
  };
  return {
    threads,
    parse(raw) {
      return new Promise((done, failed) => {
        waiting.push({ raw, done, failed });
        if (waiting.length >= BATCH) send();
        else if (waiting.length === 1) setImmediate(send);
      });
    },
    close: () => pool.destroy(),
  };
}

/** The worker of this very program: compiled next to it. The sources (tests) have none that Node could load. */
function compiledParser(): string | undefined {
  if (!import.meta.url.endsWith(".js")) return undefined;
  const file = join(packageRoot(), "dist", "src", "ingest", "parse-worker.js");
  return existsSync(file) ? file : undefined;
}
