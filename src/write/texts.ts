import { join } from "node:path";
import type { Effects } from "../effects.ts";
import type { Article, RawArticle } from "../model/article.ts";
import { readRaw } from "../read/index.ts";
import { openStore, type Store } from "../store.ts";

/** Texts of record that take work to get (of web pages, feeds, crawls), kept from one run to the next. */
export type TextStore = Store<{ readonly sha256: string; readonly text: string }>;

/** Changes when readers give another text for the same bytes. */
const READERS = "1";

export function openTexts(effects: Effects, content: string): Promise<TextStore> {
  return openStore(effects, join(content, ".sijill", "texts"), READERS);
}

/** Plain text is its own text of record and is read again as fast as it is kept. */
export function keepText(store: TextStore, { path, sha256, text, mediaType }: RawArticle): void {
  if (mediaType !== "text/plain") store.set(path, { sha256, text });
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
      const bytes = await effects.readFile(join(content, "raw", file));
      if (bytes === undefined) continue;
      for await (const reading of readRaw(file, bytes)) {
        if (!("article" in reading)) continue;
        const { path, sha256, text } = reading.article;
        if (hashes.get(path) === sha256) texts.set(path, text);
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
