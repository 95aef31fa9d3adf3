/** A worker thread's task (tinypool): renders a batch of bodies. */
import { type BodySource, type RenderedBody, renderBody } from "./body.ts";

// tinypool calls the default export.
// biome-ignore lint/style/noDefaultExport: the pool's contract
export default function renderBatch(batch: readonly BodySource[]): RenderedBody[] {
  return batch.map(renderBody);
}
