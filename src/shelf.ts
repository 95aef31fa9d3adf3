import { join } from "node:path";
import type { Effects } from "./effects.ts";

/**
 * Texts of an earlier run, by key, that do not all fit in memory: read one at a time from a few files. Only where each
 * stands is held. A shelf that cannot be read, or of another version, is an empty one: losing it costs time.
 */
export interface Shelf {
  has(key: string): boolean;
  read(key: string): Promise<string | undefined>;
  put(key: string, text: string): Promise<void>;
  /** Keeps a text, if there is one, without reading it. */
  keep(key: string): void;
  /** Writes what was put. Texts that were neither read, put nor kept since opening are dropped. */
  save(): Promise<void>;
}

interface Place {
  readonly file: number;
  /** In bytes. */
  readonly start: number;
  readonly length: number;
}

/** Bytes after which the next file begins: what is read for one text, so that its neighbours cost nothing. */
const FILE_SIZE = 2 * 1024 * 1024;
/** Files held as they were read: texts are asked for in about the order they were put in. */
const WINDOW = 3;
/** Small files, one of each run that changed a little, before they are made one. */
const MOST_SMALL = 8;

export async function openShelf(effects: Effects, folder: string, version: string): Promise<Shelf> {
  const pathOf = (file: number) => join(folder, `${file}.txt`);
  const { sizes, places, last } = await readIndex(effects, folder, version);
  const used = new Set<string>();
  const window = new Map<number, Buffer>();
  let pending = new Map<string, Buffer>();
  let [file, size] = [last + 1, 0];
  let isChanged = false;

  const open = async (number: number): Promise<Buffer | undefined> => {
    const held = window.get(number) ?? (await effects.readFile(pathOf(number)));
    if (held === undefined || held.length !== sizes.get(number)) return undefined;
    window.delete(number);
    window.set(number, held);
    for (const [oldest] of window) if (window.size > WINDOW) window.delete(oldest);
    return held;
  };
  const read = async (key: string): Promise<string | undefined> => {
    const place = places.get(key);
    if (place === undefined) return undefined;
    const bytes = pending.get(key) ?? (await open(place.file))?.subarray(place.start, place.start + place.length);
    if (bytes === undefined) places.delete(key);
    else used.add(key);
    return bytes?.toString("utf8");
  };
  const close = async () => {
    if (pending.size === 0) return;
    sizes.set(file, size);
    await effects.writeFile(pathOf(file), Buffer.concat([...pending.values()], size));
    pending = new Map();
    [file, size] = [file + 1, 0];
  };
  const put = async (key: string, text: string): Promise<void> => {
    used.add(key);
    isChanged = true;
    const bytes = Buffer.from(text);
    // Of a key that was put before, the bytes stay where they are until the file is made again.
    if (pending.has(key)) await close();
    pending.set(key, bytes);
    places.set(key, { file, start: size, length: bytes.length });
    size += bytes.length;
    if (size >= FILE_SIZE) await close();
  };
  const dropUnused = () => {
    for (const key of places.keys()) {
      if (used.has(key)) continue;
      places.delete(key);
      isChanged = true;
    }
  };
  /** Puts what is left of files with more dead text than living, and of small files where there are many, into new ones. */
  const tidy = async () => {
    const living = new Map<number, string[]>();
    const bytes = new Map<number, number>();
    for (const [key, { file, length }] of places) {
      const keys = living.get(file);
      if (keys === undefined) living.set(file, [key]);
      else keys.push(key);
      bytes.set(file, (bytes.get(file) ?? 0) + length);
    }
    const isSparse = (number: number) => (bytes.get(number) ?? 0) < (sizes.get(number) as number) / 2;
    const small = [...sizes.keys()].filter((number) => (sizes.get(number) as number) < FILE_SIZE / 2);
    const again = [...sizes.keys()].filter(
      (number) => isSparse(number) || (small.length > MOST_SMALL && small.includes(number)),
    );
    for (const number of again) {
      for (const key of living.get(number) ?? []) {
        const text = await read(key);
        if (text !== undefined) await put(key, text);
      }
    }
    await close();
    for (const number of again) sizes.delete(number);
  };
  return {
    has: (key) => places.has(key),
    read,
    put,
    keep: (key) => void used.add(key),
    async save() {
      dropUnused();
      await close();
      if (!isChanged) return;
      await tidy();
      const entries = [...places].map(([key, { file, start, length }]) => [key, file, start, length]);
      await effects.writeFile(indexPath(folder), JSON.stringify({ version, sizes: [...sizes], entries }));
      const files = new Set([...sizes.keys()].map(pathOf));
      for (const name of await effects.listFiles(folder)) {
        const path = join(folder, name);
        if (path !== indexPath(folder) && !files.has(path)) await effects.removeFile(path);
      }
      isChanged = false;
    },
  };
}

const indexPath = (folder: string) => join(folder, "index.json");

interface Index {
  /** Number of a file → its bytes. */
  readonly sizes: Map<number, number>;
  readonly places: Map<string, Place>;
  /** The highest number ever given: the files of an index are not written over before the next index is there. */
  readonly last: number;
}

async function readIndex(effects: Effects, folder: string, version: string): Promise<Index> {
  const names = await effects.listFiles(folder);
  const numbers = names.flatMap((name) => /^(\d+)\.txt$/.exec(name)?.[1] ?? []).map(Number);
  const last = Math.max(0, ...numbers);
  const none: Index = { sizes: new Map(), places: new Map(), last };
  const bytes = await effects.readFile(indexPath(folder));
  if (bytes === undefined) return none;
  try {
    const stored = JSON.parse(bytes.toString()) as {
      readonly version: string;
      readonly sizes: [number, number][];
      readonly entries: [string, number, number, number][];
    };
    if (stored.version !== version) return none;
    const sizes = new Map<number, number>();
    for (const [number, size] of stored.sizes)
      if ((await effects.stat(join(folder, `${number}.txt`)))?.size === size) sizes.set(number, size);
    const places = new Map<string, Place>();
    for (const [key, file, start, length] of stored.entries)
      if (sizes.has(file)) places.set(key, { file, start, length });
    return { sizes, places, last };
  } catch {
    return none;
  }
}
