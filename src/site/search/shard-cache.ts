/** What was read of a shard, kept for the day when another shard of its volume changes. */
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Effects } from "../../effects.ts";
import type { ShardRest } from "./make-shard.ts";
import { packPostings, unpackPostings } from "./shard-postings.ts";

type Disk = Pick<Effects, "readFile" | "writeFile" | "removeFile" | "listFiles">;

const folderOf = (caches: string) => join(caches, "search");
const POSTINGS = ".postings.gz";
const PAGES = ".pages.gz";

export async function writeShardRest(effects: Disk, caches: string, key: string, rest: ShardRest): Promise<void> {
  const at = join(folderOf(caches), key);
  const { postings, pages, spellings } = rest;
  await effects.writeFile(at + POSTINGS, gzipSync(packPostings(postings), { level: 1 }));
  await effects.writeFile(at + PAGES, gzipSync(JSON.stringify([pages, [...spellings]]), { level: 1 }));
}

/** Undefined when it is not there or cannot be read. */
export async function readShardRest(effects: Disk, caches: string, key: string): Promise<ShardRest | undefined> {
  const at = join(folderOf(caches), key);
  const [postings, rest] = [await effects.readFile(at + POSTINGS), await effects.readFile(at + PAGES)];
  if (postings === undefined || rest === undefined) return undefined;
  try {
    const [pages, spellings] = JSON.parse(gunzipSync(rest).toString("utf8"));
    return { postings: unpackPostings(gunzipSync(postings)), pages, spellings: new Map(spellings) };
  } catch {
    return undefined;
  }
}

/** Removes what no shard of the index needs. */
export async function removeShardRests(effects: Disk, caches: string, keys: ReadonlySet<string>): Promise<void> {
  const folder = folderOf(caches);
  for (const file of await effects.listFiles(folder))
    if (!keys.has(file.split(".")[0] as string)) await effects.removeFile(join(folder, file));
}
