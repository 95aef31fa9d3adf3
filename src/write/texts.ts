import { join } from "node:path";
import { type Effects, type FileStamp, sha256 } from "../effects.ts";
import type { Article, RawArticle } from "../model/article.ts";
import { readRaw } from "../read/index.ts";
import { openShelf, type Shelf } from "../shelf.ts";
import { openStore } from "../store.ts";

/** Texts of record that take work to get (of web pages, feeds, crawls), kept from one run to the next. */
export type TextStore = Shelf;

/** Changes when readers give another text for the same bytes. */
const READERS = "3";

export function openTexts(effects: Effects, content: string): Promise<TextStore> {
  return openShelf(effects, join(content, ".sijill", "texts"), READERS);
}

/** Under which a text is kept: another hash is another text. */
export function textKey({ path, sha256 }: Pick<RawArticle, "path" | "sha256">): string {
  return `${sha256} ${path}`;
}

/** Between a raw path and the number of one of the articles that an editor split it into. */
export const PART = "#part-";

/** Plain text is its own text of record and is read again as fast as it is kept. */
export function isKept(mediaType: string): boolean {
  return mediaType !== "text/plain";
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

/** Texts of record, read when they are asked for. */
export interface Texts {
  /** Whether the raw file is still the one that the article was read from. */
  has(raw: Article["raw"]): boolean;
  get(raw: Article["raw"]): Promise<string | undefined>;
}

/** What was found in a raw file when it was last read. */
interface Found {
  readonly stamp: FileStamp;
  /** Whether the file is one article, which is read again as fast as it is kept. */
  readonly isLone: boolean;
  /** Articles that were looked for by path and hash: the key of the text they were read from, empty when it is not there. */
  readonly texts: readonly (readonly [article: string, text: string])[];
}

/**
 * The texts of record that the articles' evidence refers to. A raw file that is gone or was edited since its article
 * was written is left out: its marks would lie. Files that were not touched since they were last looked at are not
 * read; of a file of many articles the texts are put on a shelf.
 */
export async function openArticleTexts(
  effects: Effects,
  content: string,
  articles: readonly Pick<Article, "raw">[],
): Promise<Texts> {
  const kept = await openTexts(effects, content);
  const shelf = await openShelf(effects, join(content, ".sijill", "raw-texts"), READERS);
  const known = await openStore<Found>(effects, join(content, ".sijill", "raw"), READERS);
  const wanted = new Map<string, Article["raw"][]>();
  for (const { raw } of articles) {
    if (kept.has(textKey(raw))) continue;
    const file = await fileOf(effects, content, raw.path);
    const list = wanted.get(file);
    if (list === undefined) wanted.set(file, [raw]);
    else list.push(raw);
  }
  /** Article → where its text is: alone in its file, or on the shelf under a key. */
  const places = new Map<string, { readonly file: string } | { readonly key: string }>();
  const files = [...wanted];
  let next = 0;
  const work = async () => {
    for (let entry = files[next++]; entry !== undefined; entry = files[next++]) {
      const [file, raws] = entry;
      const stamp = await effects.stat(join(content, "raw", file));
      if (stamp === undefined) continue;
      const before = known.get(file);
      const isHeld = before !== undefined && isSame(before.stamp, stamp) && holds(before, raws, shelf);
      const found = isHeld ? before : await lookInto(effects, content, { file, stamp, raws, shelf });
      if (!isHeld) known.set(file, found);
      const texts = new Map(found.texts);
      for (const raw of raws) {
        const key = texts.get(textKey(raw)) ?? "";
        if (key === "") continue;
        shelf.keep(key);
        places.set(textKey(raw), found.isLone ? { file } : { key });
      }
    }
  };
  await Promise.all(Array.from({ length: READS }, work));
  await shelf.save();
  await known.save();
  return {
    has: (raw) => places.has(textKey(raw)) || kept.has(textKey(raw)),
    async get(raw) {
      if (kept.has(textKey(raw))) return kept.read(textKey(raw));
      const place = places.get(textKey(raw));
      if (place === undefined) return undefined;
      if ("key" in place) return shelf.read(place.key);
      const path = join(content, "raw", place.file);
      const stamp = await effects.stat(path);
      if (stamp === undefined) return undefined;
      for await (const reading of readRaw(place.file, await openRaw(effects, path, stamp)))
        if ("article" in reading && isOf(raw, reading.article)) return reading.article.text;
      return undefined;
    },
  };
}

const isSame = (a: FileStamp, b: FileStamp) => a.size === b.size && a.mtimeMs === b.mtimeMs;

/** Whether all that is looked for was looked for before, and what was found is still on the shelf. */
function holds({ isLone, texts }: Found, raws: readonly Article["raw"][], shelf: Shelf): boolean {
  const keys = new Map(texts);
  return raws.every((raw) => {
    const key = keys.get(textKey(raw));
    return key !== undefined && (isLone || key === "" || shelf.has(key));
  });
}

/** Reads a file, and puts the texts that are looked for on the shelf when it holds several. */
async function lookInto(
  effects: Effects,
  content: string,
  { file, stamp, raws, shelf }: { file: string; stamp: FileStamp; raws: readonly Article["raw"][]; shelf: Shelf },
): Promise<Found> {
  const byPath = new Map<string, Article["raw"][]>();
  for (const raw of raws) {
    const path = raw.path.split(PART)[0] as string;
    const list = byPath.get(path);
    if (list === undefined) byPath.set(path, [raw]);
    else list.push(raw);
  }
  const texts = new Map(raws.map((raw) => [textKey(raw), ""]));
  let isLone = true;
  for await (const reading of readRaw(file, await openRaw(effects, join(content, "raw", file), stamp))) {
    if (!("article" in reading)) continue;
    const { article } = reading;
    isLone &&= article.path === file;
    const own = (byPath.get(article.path) ?? []).filter((raw) => isOf(raw, article));
    if (own.length > 0 && !isLone) await shelf.put(textKey(article), article.text);
    for (const raw of own) texts.set(textKey(raw), textKey(article));
  }
  return { stamp, isLone, texts: [...texts] };
}

/** True of the article itself and of the parts that an editor split it into. */
function isOf({ path: own, sha256: wanted }: Article["raw"], { path, sha256: hash }: Article["raw"]): boolean {
  return own === path
    ? wanted === hash
    : own.startsWith(path + PART) && wanted === sha256(hash + own.slice(path.length));
}

/** The raw file of a path that may name one article in it: `feeds/today.xml#id` is in feeds/today.xml; `a#b.txt` is itself. */
async function fileOf(effects: Effects, content: string, path: string): Promise<string> {
  for (let at = path.indexOf("#"); at >= 0; at = path.indexOf("#", at + 1)) {
    const file = path.slice(0, at);
    if ((await effects.stat(join(content, "raw", file))) !== undefined) return file;
  }
  return path;
}
