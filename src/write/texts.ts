import { join } from "node:path";
import { type Effects, type FileStamp, sha256 } from "../effects.ts";
import type { Article, RawArticle } from "../model/article.ts";
import { readRaw } from "../read/index.ts";
import { openStore, type Store } from "../store.ts";

/** Texts of record that take work to get (of web pages, feeds, crawls), kept from one run to the next. */
export type TextStore = Store<{ readonly sha256: string; readonly text: string }>;

/** Changes when readers give another text for the same bytes. */
const READERS = "2";

export function openTexts(effects: Effects, content: string): Promise<TextStore> {
  return openStore(effects, join(content, ".sijill", "texts"), READERS);
}

/** Between a raw path and the number of one of the articles that an editor split it into. */
export const PART = "#part-";

/** Plain text is its own text of record and is read again as fast as it is kept. */
export function keepText(store: TextStore, { path, sha256, text, mediaType }: RawArticle): void {
  if (mediaType !== "text/plain") store.set(path, { sha256, text });
}

/** Bytes from which on a raw file is read piece by piece. */
const LARGE = 4 * 1024 * 1024;

/** A raw file for its reader: whole when it is small, piece by piece when it may not fit. */
export async function openRaw(
  effects: Effects,
  path: string,
  { size }: FileStamp,
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  return size > LARGE ? effects.streamFile(path) : ((await effects.readFile(path)) ?? new Uint8Array());
}

/** Files read at once: more only waits for the disk. */
const READS = 16;

/**
 * The texts of record that the articles' evidence refers to, by raw path. A raw file that is gone or was edited
 * since its article was written is left out: its marks would lie.
 */
export async function loadTexts(
  effects: Effects,
  content: string,
  articles: readonly Pick<Article, "raw">[],
): Promise<ReadonlyMap<string, string>> {
  const store = await openTexts(effects, content);
  const texts = new Map<string, string>();
  const wanted = new Map<string, Map<string, string>>();
  for (const { raw } of articles) {
    const kept = store.get(raw.path);
    if (kept?.sha256 === raw.sha256) texts.set(raw.path, kept.text);
    else {
      const file = await fileOf(effects, content, raw.path);
      wanted.set(file, (wanted.get(file) ?? new Map()).set(raw.path, raw.sha256));
    }
  }
  const files = [...wanted];
  let next = 0;
  const work = async () => {
    for (let entry = files[next++]; entry !== undefined; entry = files[next++]) {
      const [file, hashes] = entry;
      const path = join(content, "raw", file);
      const stamp = await effects.stat(path);
      if (stamp === undefined) continue;
      for await (const reading of readRaw(file, await openRaw(effects, path, stamp))) {
        if (!("article" in reading)) continue;
        const { path, sha256: hash, text } = reading.article;
        for (const [own, wanted] of hashes)
          if (
            own === path
              ? wanted === hash
              : own.startsWith(path + PART) && wanted === sha256(hash + own.slice(path.length))
          )
            texts.set(own, text);
      }
    }
  };
  await Promise.all(Array.from({ length: READS }, work));
  return texts;
}

/** The raw file of a path that may name one article in it: `feeds/today.xml#id` is in feeds/today.xml; `a#b.txt` is itself. */
async function fileOf(effects: Effects, content: string, path: string): Promise<string> {
  for (let at = path.indexOf("#"); at >= 0; at = path.indexOf("#", at + 1)) {
    const file = path.slice(0, at);
    if ((await effects.stat(join(content, "raw", file))) !== undefined) return file;
  }
  return path;
}
