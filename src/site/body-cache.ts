import { join } from "node:path";
import { digest } from "../digest.ts";
import type { Effects } from "../effects.ts";
import { openShelf } from "../shelf.ts";
import { openStore } from "../store.ts";
import { type BodySource, type RenderedBody, renderBody } from "./body.ts";
import type { BodyNote } from "./context.ts";
import { compiledWorker, openRenderer, type RendererOptions } from "./render-bodies.ts";

export interface LoadBodiesOptions extends Pick<RendererOptions, "workerFile"> {
  /** Folder of the caches, `<content>/.sijill`. */
  readonly caches: string;
  /** Identity of the program: bodies another one rendered are rendered again. */
  readonly version: string;
}

/** A body that is wanted, by the id of its article. */
export interface WantedBody {
  readonly id: string;
  /** Stands for all that `source` is made of; the same: the same body. */
  readonly from: string;
  source(): Promise<BodySource>;
}

/** Bodies by article id: what other pages show of them, and each whole when it is asked for. */
export interface Bodies {
  readonly notes: ReadonlyMap<string, BodyNote>;
  read(id: string): Promise<RenderedBody | undefined>;
}

/** Bodies read and rendered together. */
const BATCH = 500;

/**
 * Bodies of all articles: from the cache where the same Markdown with the same mentions was rendered before, rendered
 * and remembered otherwise. What no article needs any more is forgotten.
 */
export async function loadBodies(
  effects: Effects,
  wanted: readonly WantedBody[],
  { caches, version, workerFile = compiledWorker() }: LoadBodiesOptions,
): Promise<Bodies> {
  const known = await openStore<BodyNote & { from: string }>(effects, join(caches, "body-notes"), version);
  const shelf = await openShelf(effects, join(caches, "bodies"), version);
  const notes = new Map<string, BodyNote>();
  const missing = wanted.filter(({ id, from }) => {
    const before = known.get(id);
    if (before?.from !== from || !shelf.has(before.key)) return true;
    shelf.keep(before.key);
    notes.set(id, before);
    return false;
  });
  const renderer = openRenderer(missing.length, { workerFile });
  try {
    for (let start = 0; start < missing.length; start += BATCH) {
      const batch = missing.slice(start, start + BATCH);
      const sources = await Promise.all(batch.map(({ source }) => source()));
      const keys = sources.map(keyOf);
      const texts: (string | undefined)[] = [];
      for (const key of keys) texts.push(await shelf.read(key));
      const fresh = await renderer.render(sources.filter((_, at) => texts[at] === undefined));
      let next = 0;
      for (const [at, { id, from }] of batch.entries()) {
        const [text, key] = [texts[at], keys[at] as string];
        const body = text === undefined ? (fresh[next++] as RenderedBody) : (JSON.parse(text) as RenderedBody);
        if (text === undefined) await shelf.put(key, JSON.stringify(body));
        const note = { key, lead: body.lead, words: body.words };
        known.set(id, { ...note, from });
        notes.set(id, note);
      }
      effects.progress("bodies", Math.min(start + BATCH, missing.length), missing.length);
    }
  } finally {
    await renderer.close();
  }
  await shelf.save();
  await known.save();
  const sourceOf = new Map(wanted.map(({ id, source }) => [id, source]));
  return {
    notes,
    async read(id) {
      const text = await shelf.read(notes.get(id)?.key ?? "");
      if (text !== undefined) return JSON.parse(text) as RenderedBody;
      const source = sourceOf.get(id);
      return source && renderBody(await source());
    },
  };
}

function keyOf({ markdown, mentions }: BodySource): string {
  return digest(JSON.stringify([markdown, mentions.map(({ words, url }) => [words, url])]));
}
