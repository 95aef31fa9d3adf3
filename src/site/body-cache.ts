import { join } from "node:path";
import type { Effects } from "../effects.ts";
import { openStore } from "../store.ts";
import type { BodySource, RenderedBody } from "./body.ts";
import { digest } from "./digest.ts";
import { compiledWorker, type RenderBodiesOptions, renderBodies } from "./render-bodies.ts";

export interface LoadBodiesOptions extends RenderBodiesOptions {
  /** Folder of the caches, `<content>/.sijill`. */
  readonly caches: string;
  /** Identity of the program: bodies another one rendered are rendered again. */
  readonly version: string;
}

/**
 * Bodies of all articles, by article id: from the cache where the same Markdown with the same mentions was
 * rendered before, rendered and remembered otherwise. What no article needs any more is forgotten.
 */
export async function loadBodies(
  effects: Effects,
  sources: ReadonlyMap<string, BodySource>,
  { caches, version, ...options }: LoadBodiesOptions,
): Promise<ReadonlyMap<string, RenderedBody>> {
  const store = await openStore<RenderedBody>(effects, join(caches, "bodies"), version);
  const bodies = new Map<string, RenderedBody>();
  const missing: { readonly id: string; readonly key: string; readonly source: BodySource }[] = [];
  for (const [id, source] of sources) {
    const key = keyOf(source);
    const known = store.get(key);
    if (known === undefined) missing.push({ id, key, source });
    else bodies.set(id, { ...known, key });
  }
  const rendered = await renderBodies(
    missing.map(({ source }) => source),
    {
      workerFile: compiledWorker(),
      onProgress: (done) => effects.progress("bodies", done, missing.length),
      ...options,
    },
  );
  for (const [index, { id, key }] of missing.entries()) {
    const body = rendered[index] as RenderedBody;
    store.set(key, body);
    bodies.set(id, { ...body, key });
  }
  await store.save();
  return bodies;
}

function keyOf({ markdown, mentions }: BodySource): string {
  return digest(JSON.stringify([markdown, mentions.map(({ words, url }) => [words, url])]));
}
