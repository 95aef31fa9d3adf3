/** What was read of a shard, kept for the day when another shard of its volume changes. */
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Synonyms } from "../../arabic/analysis/names.ts";
import { digest } from "../../digest.ts";
import type { Effects } from "../../effects.ts";
import type { ShardEntry, ShardRest } from "./make-shard.ts";
import { packPostings, unpackPostings } from "./shard-postings.ts";

type Disk = Pick<Effects, "readFile" | "writeFile" | "removeFile" | "listFiles">;
/** What tells a shard, and the names it was analyzed with. */
type Made = Pick<ShardEntry, "key" | "names">;

const folderOf = (caches: string) => join(caches, "search");
const fileOf = (caches: string, { key, names }: Made) => join(folderOf(caches), `${key}-${names}`);
const POSTINGS = ".postings.gz";
const PAGES = ".pages.gz";
const FORMS = ".forms.gz";
const NAMES = ".names.gz";

const pack = (value: unknown) => gzipSync(JSON.stringify(value), { level: 1 });

/** Undefined when it is not there or cannot be read. */
async function unpack(effects: Disk, path: string): Promise<unknown> {
  const file = await effects.readFile(path);
  try {
    return file && JSON.parse(gunzipSync(file).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Keeps it and returns a key of what a volume takes from it. */
export async function writeShardRest(effects: Disk, caches: string, made: Made, rest: ShardRest): Promise<string> {
  const { postings, pages, spellings, forms } = rest;
  const at = fileOf(caches, made);
  const packed = packPostings(postings);
  const shown = JSON.stringify([pages, [...spellings]]);
  await effects.writeFile(at + POSTINGS, gzipSync(packed, { level: 1 }));
  await effects.writeFile(at + PAGES, gzipSync(shown, { level: 1 }));
  await effects.writeFile(at + FORMS, pack(forms));
  return digest(Buffer.from(packed).toString("latin1") + shown);
}

/** Undefined when it is not there or cannot be read. */
export async function readShardRest(effects: Disk, caches: string, made: Made): Promise<ShardRest | undefined> {
  const at = fileOf(caches, made);
  const postings = await effects.readFile(at + POSTINGS);
  const shown = await unpack(effects, at + PAGES);
  const forms = await readForms(effects, caches, made);
  if (postings === undefined || shown === undefined || forms === undefined) return undefined;
  try {
    const [pages, spellings] = shown as [ShardRest["pages"], [string, number][]];
    return { postings: unpackPostings(gunzipSync(postings)), pages, spellings: new Map(spellings), forms };
  } catch {
    return undefined;
  }
}

/** The forms of its words, a line each; undefined when they are not there or cannot be read. */
export async function readForms(effects: Disk, caches: string, made: Made): Promise<string | undefined> {
  return (await unpack(effects, fileOf(caches, made) + FORMS)) as string | undefined;
}

/** Keeps the names that shards are analyzed with, under their key. */
export async function writeNames(
  effects: Disk,
  caches: string,
  key: string,
  synonyms: readonly Synonyms[],
): Promise<void> {
  await effects.writeFile(join(folderOf(caches), key + NAMES), pack(synonyms));
}

export async function readNames(effects: Disk, caches: string, key: string): Promise<readonly Synonyms[] | undefined> {
  return (await unpack(effects, join(folderOf(caches), key + NAMES))) as readonly Synonyms[] | undefined;
}

/** Removes what no shard of the index needs. */
export async function removeShardRests(effects: Disk, caches: string, shards: readonly Made[]): Promise<void> {
  const kept = new Set(shards.flatMap(({ key, names }) => [`${key}-${names}`, names]));
  const folder = folderOf(caches);
  for (const file of await effects.listFiles(folder))
    if (!kept.has(file.split(".")[0] as string)) await effects.removeFile(join(folder, file));
}
