/** A worker thread's task (tinypool): writes a batch of pages. */
import { renderPage } from "../templates/index.tsx";
import { type PageBatch, writePages } from "./site/write-pages.ts";

// tinypool calls the default export.
// biome-ignore lint/style/noDefaultExport: the pool's contract
export default function writeBatch(batch: PageBatch): Promise<void> {
  return writePages(batch, renderPage);
}
