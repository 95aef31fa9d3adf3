import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Tinypool from "tinypool";
import { packageRoot } from "../effects.ts";
import type { AnyPage } from "./site-data.ts";
import type { SiteFrame } from "./views/parts.ts";
import type { PageBatch } from "./write-pages.ts";

export interface PageWriter {
  /**
   * Writes a batch; resolves when the one before is written, and this one is under way. So two are in memory at most.
   * What a page throws names its path.
   */
  write(batch: PageBatch): Promise<void>;
  /** Resolves when all is written. */
  close(): Promise<void>;
}

export interface PageWriterOptions {
  renderPage(page: AnyPage, frame: SiteFrame): string;
  /** The compiled worker; undefined: everything is done in this thread. */
  readonly workerFile?: string | undefined;
}

/** A thread of its own takes some 0.5 s to start: what it would write in that time, and is not worth one. */
const WORTH_THREAD = 300;

/** Writes pages: many in a thread of their own, so that the next views are made meanwhile. */
export function openPageWriter({ renderPage, workerFile = compiledWorker() }: PageWriterOptions): PageWriter {
  let pool: Tinypool | undefined;
  let under: Promise<unknown> = Promise.resolve();
  const settle = async () => {
    await under;
  };
  return {
    async write(batch) {
      const { pages } = batch;
      await settle();
      if (workerFile !== undefined && availableParallelism() > 1 && pages.length >= WORTH_THREAD)
        pool ??= new Tinypool({ filename: workerFile, minThreads: 1, maxThreads: 1 });
      // Loaded when there is something to write: the generator takes half a second.
      under = pool?.run(batch) ?? import("./write-pages.ts").then(({ writePages }) => writePages(batch, renderPage));
      // Told by whoever waits for it.
      under.catch(() => {});
    },
    async close() {
      await settle().finally(() => pool?.destroy());
    },
  };
}

/** The worker of this very program: compiled next to it. The sources (tests) have none that Node could load. */
function compiledWorker(): string | undefined {
  if (!import.meta.url.endsWith(".js")) return undefined;
  const file = join(packageRoot(), "dist", "src", "page-worker.js");
  return existsSync(file) ? file : undefined;
}
