import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Tinypool from "tinypool";
import { packageRoot } from "../effects.ts";
import { type BodySource, type RenderedBody, renderBody } from "./body.ts";

/** Starting a worker and loading unified into it costs some 0.2 s: what one thread renders in that time. */
const WORTH_WORKERS = 200;
const BATCH = 250;
/** Measured: two threads are 1.45 times as fast as one, more than there are cores lose. */
const MOST_THREADS = 2;

export interface RenderBodiesOptions {
  /** The compiled worker; undefined: everything is rendered in this thread. */
  readonly workerFile?: string | undefined;
  readonly onProgress?: (done: number) => void;
}

/** Renders bodies, in worker threads when there are many; the result has the order of `sources`. */
export async function renderBodies(
  sources: readonly BodySource[],
  options: RenderBodiesOptions = {},
): Promise<RenderedBody[]> {
  const { workerFile, onProgress } = options;
  if (workerFile === undefined || sources.length < WORTH_WORKERS) return renderHere(sources, onProgress);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const pool = new Tinypool({ filename: workerFile, minThreads: threads, maxThreads: threads });
  try {
    const batches = Array.from({ length: Math.ceil(sources.length / BATCH) }, (_, index) =>
      sources.slice(index * BATCH, (index + 1) * BATCH),
    );
    let done = 0;
    const rendered = await Promise.all(
      batches.map(async (batch) => {
        const bodies: RenderedBody[] = await pool.run(batch);
        done += batch.length;
        onProgress?.(done);
        return bodies;
      }),
    );
    return rendered.flat();
  } finally {
    await pool.destroy();
  }
}

async function renderHere(
  sources: readonly BodySource[],
  onProgress?: (done: number) => void,
): Promise<RenderedBody[]> {
  return sources.map((source, index) => {
    const body = renderBody(source);
    onProgress?.(index + 1);
    return body;
  });
}

/** The worker of this very program: compiled next to it. The sources (tests) have none that Node could load. */
export function compiledWorker(): string | undefined {
  if (!import.meta.url.endsWith(".js")) return undefined;
  const file = join(packageRoot(), "dist", "src", "site", "body-worker.js");
  return existsSync(file) ? file : undefined;
}
