import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Tinypool from "tinypool";
import { type Effects, packageRoot } from "../effects.ts";
import type { Store } from "../store.ts";
import { type FileMemory, sameStamp } from "./memory.ts";
import type { Prepared } from "./prepare.ts";
import type { ArticleTask, FileTask, FoundThere, WorkerData } from "./tasks.ts";
import type { ArticleFile, WrittenFile } from "./write-article-file.ts";

/** Worker threads that do what each article needs besides the others; the same as is done here without them. */
export interface Threads {
  readonly count: number;
  read(task: FileTask): Promise<readonly FoundThere[]>;
  prepare(task: ArticleTask): Promise<Prepared>;
  /** Writes to the disk. */
  write(file: ArticleFile): Promise<WrittenFile>;
  close(): Promise<void>;
}

/** Articles sent to a thread at once, so that neither waits for the other between two. */
const ARTICLES = 8;
/** Enough that the threads go on writing while this one is busy. */
const WRITES = 128;
const TASKS_AHEAD = 2;
/** Files that are begun before the first of them is written. */
export const WRITES_AHEAD = 1024;
/** Room for young objects, in megabytes: with the usual 16 a sixth of the time goes into collecting what an article leaves behind. */
const YOUNG = 96;

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

/**
 * Threads that are started when they are first asked for something; undefined for one thread, which is this one, and
 * where there is no compiled worker.
 */
export function openThreads(count: number, workerData: WorkerData): Threads | undefined {
  const filename = count > 1 ? compiledWorker() : undefined;
  if (filename === undefined) return undefined;
  let started: Tinypool | undefined;
  const run = (name: string, batch: readonly unknown[]) => {
    started ??= new Tinypool({
      filename,
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: TASKS_AHEAD,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      workerData,
    });
    return started.run(batch, { name });
  };
  return {
    count,
    read: inBatches(ARTICLES, (batch) => run("readFiles", batch)),
    prepare: inBatches(ARTICLES, (batch) => run("prepareArticles", batch)),
    write: inBatches(WRITES, (batch) => run("writeFiles", batch)),
    close: async () => started?.destroy(),
  };
}

/** Tasks asked for in one turn of the loop go together, `most` at once. */
function inBatches<T, R>(most: number, run: (batch: readonly T[]) => Promise<R[]>): (task: T) => Promise<R> {
  let waiting: { task: T; done: (result: R) => void; failed: (error: unknown) => void }[] = [];
  const send = () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    run(batch.map(({ task }) => task)).then(
      (results) => {
        for (const [i, { done }] of batch.entries()) done(results[i] as R);
      },
      (error: unknown) => {
        for (const { failed } of batch) failed(error);
      },
    );
  };
  return (task) =>
    new Promise((done, failed) => {
      waiting.push({ task, done, failed });
      if (waiting.length >= most) send();
      else if (waiting.length === 1) setImmediate(send);
    });
}

/** The worker of this very program: compiled next to it. The sources (tests) have none that Node could load. */
function compiledWorker(): string | undefined {
  if (!import.meta.url.endsWith(".js")) return undefined;
  const file = join(packageRoot(), "dist", "src", "ingest", "parse-worker.js");
  return existsSync(file) ? file : undefined;
}
