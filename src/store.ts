import { join } from "node:path";
import { byCodePoint, type Effects } from "./effects.ts";

/**
 * What an earlier run worked out, by key, as JSON in a few files that are read and written whole; only files
 * with a changed entry are written again. A store that cannot be read, or of another version, is an empty one:
 * losing it costs time and nothing else.
 */
export interface Store<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Keeps an entry, if there is one, without reading it. */
  keep(key: string): void;
  /** Writes what changed. Entries that were neither read nor set since opening are dropped. */
  save(): Promise<void>;
}

const SHARDS = 32;

export async function openStore<T>(effects: Effects, folder: string, version: string): Promise<Store<T>> {
  const shards = await Promise.all(
    Array.from({ length: SHARDS }, (_, i) => readShard<T>(effects, shardPath(folder, i), version)),
  );
  const used = new Set<string>();
  const dirty = new Set<number>();
  return {
    get(key) {
      const value = shards[shardOf(key)]?.get(key);
      if (value !== undefined) used.add(key);
      return value;
    },
    set(key, value) {
      const shard = shardOf(key);
      shards[shard]?.set(key, value);
      used.add(key);
      dirty.add(shard);
    },
    keep(key) {
      used.add(key);
    },
    async save() {
      for (const [i, shard] of shards.entries()) {
        for (const key of [...shard.keys()]) {
          if (used.has(key)) continue;
          shard.delete(key);
          dirty.add(i);
        }
        if (!dirty.has(i)) continue;
        const entries = [...shard].sort(([a], [b]) => byCodePoint(a, b));
        await effects.writeFile(shardPath(folder, i), JSON.stringify({ version, entries }));
      }
      dirty.clear();
    },
  };
}

function shardPath(folder: string, shard: number): string {
  return join(folder, `${String(shard).padStart(2, "0")}.json`);
}

/** FNV-1a over the key's code units: spreads keys evenly, the same everywhere. */
function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}

async function readShard<T>(effects: Effects, path: string, version: string): Promise<Map<string, T>> {
  const bytes = await effects.readFile(path);
  if (bytes === undefined) return new Map();
  try {
    const stored = JSON.parse(bytes.toString()) as { version: string; entries: [string, T][] };
    return stored.version === version ? new Map(stored.entries) : new Map();
  } catch {
    return new Map();
  }
}
