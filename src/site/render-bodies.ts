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

export interface RendererOptions {
  /** The compiled worker; undefined: everything is rendered in this thread. */
  readonly workerFile?: string | undefined;
}

export interface Renderer {
  /** In the order of `sources`. */
  render(sources: readonly BodySource[]): Promise<RenderedBody[]>;
  close(): Promise<void>;
}

/** Renders bodies, in worker threads when there will be many. */
export function openRenderer(expected: number, { workerFile }: RendererOptions = {}): Renderer {
  if (workerFile === undefined || expected < WORTH_WORKERS)
    return { render: async (sources) => sources.map(renderBody), close: async () => {} };
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const pool = new Tinypool({ filename: workerFile, minThreads: threads, maxThreads: threads });
  return {
    async render(sources) {
      const batches = Array.from({ length: Math.ceil(sources.length / BATCH) }, (_, index) =>
        sources.slice(index * BATCH, (index + 1) * BATCH),
      );
      const rendered: RenderedBody[][] = await Promise.all(batches.map((batch) => pool.run(batch)));
      return rendered.flat();
    },
    close: () => pool.destroy(),
  };
}

/** The worker of this very program: compiled next to it. The sources (tests) have none that Node could load. */
export function compiledWorker(): string | undefined {
  if (!import.meta.url.endsWith(".js")) return undefined;
  const file = join(packageRoot(), "dist", "src", "site", "body-worker.js");
  return existsSync(file) ? file : undefined;
}
