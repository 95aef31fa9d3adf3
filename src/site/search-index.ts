import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeAnalyzer } from "../arabic/analysis/analyze.ts";
import { makeNames } from "../arabic/analysis/names.ts";
import { digest } from "../digest.ts";
import type { Effects } from "../effects.ts";
import type { Manifest } from "./manifest.ts";
import { type IndexFile, makeShard, type ShardEntry, type ShardRest } from "./search/make-shard.ts";
import { packText, unpackText } from "./search/pack.ts";
import { formatNames, makeCardFiles } from "./search/records.ts";
import { readShardRest, removeShardRests, writeShardRest } from "./search/shard-cache.ts";
import { makeVolume, type VolumeEntry } from "./search/volume.ts";
import type { NamedRecord, SearchManifest, SearchSource, SearchTables } from "./site-data.ts";

export interface SearchIndexOptions {
  readonly output: string;
  readonly caches: string;
  readonly version: string;
  readonly before: Manifest["search"];
  begin(): Promise<void>;
}

export interface SearchIndex extends Required<Manifest["search"]> {
  /** Articles that were indexed again. */
  readonly indexed: number;
}

/** Folder of the index in the site; the browser script looks for it there. */
const FOLDER = "search-index";
/** Files written at a time. */
const AT_ONCE = 32;
/**
 * Articles of one shard: what is read again when one of them changes. Shards are filled from the oldest article on, so that new ones touch the last shard only; articles
 * without a date, which are none of the newest, have shards of their own.
 */
const SHARD = 2500;
/** Shards of one volume, which the browser asks at once: a word then costs one request in 10,000 articles. */
const VOLUME = 4;

interface Part {
  readonly key: string;
  readonly documents: readonly SearchSource[];
  /** Articles in the parts before. */
  readonly start: number;
}

/**
 * Writes the search index, as far as what it is made from changed or files of it are gone. Files of the index before
 * stay as they are until search.gz, which is written last, names the new ones; the caller removes them.
 */
export async function writeSearchIndex(
  effects: Effects,
  { documents, records }: { readonly documents: readonly SearchSource[]; readonly records: readonly NamedRecord[] },
  { output, caches, version, before, begin }: SearchIndexOptions,
): Promise<SearchIndex> {
  const synonyms = records.flatMap(({ names }) => names);
  const groups = groupParts(documents, digest(version + JSON.stringify(synonyms)));
  const cards = makeCardFiles(records);
  const names = formatNames(records);
  const volumeKeys = groups.map((parts) => digest(parts.map((part) => part.key).join("\n")));
  const cardsFolder = digest(cards.map((card) => card.toString("base64")).join("\n")).slice(0, NAME);
  const key = digest([version, names, cardsFolder, ...volumeKeys].join("\n"));
  const isThere = (files: readonly string[]) =>
    files.length > 0 && files.every((file) => existsSync(join(output, file)));
  if (before.key === key && isThere(before.files)) return { shards: [], volumes: [], ...before, indexed: 0 };

  await begin();
  const write = async (files: readonly IndexFile[]) => {
    for (let start = 0; start < files.length; start += AT_ONCE)
      await Promise.all(
        files
          .slice(start, start + AT_ONCE)
          .map(({ path, content }) => effects.writeFile(join(output, FOLDER, path), content)),
      );
    return files.map(({ path }) => `${FOLDER}/${path}`);
  };
  const analyzer = makeAnalyzer(makeNames(synonyms));
  const shards: ShardEntry[] = [];
  const volumes: VolumeEntry[] = [];
  let indexed = 0;

  /** The shard of a part: as it is, or made anew. */
  const shardOf = async ({ key, documents: part, start }: Part): Promise<{ entry: ShardEntry; rest: ShardRest }> => {
    const known = before.shards?.find((shard) => shard.key === key && isThere(shard.files));
    const rest = known && (await readShardRest(effects, caches, key));
    if (known && rest) return { entry: known, rest };
    const progress = (done: number) => effects.progress("search index", start + done, documents.length);
    const made = await makeShard(part, { key, analyzer, progress });
    await writeShardRest(effects, caches, key, made.rest);
    indexed += part.length;
    return { entry: { ...made.entry, files: await write(made.files) }, rest: made.rest };
  };
  for (const [index, parts] of groups.entries()) {
    const volumeKey = volumeKeys[index] as string;
    const known = before.volumes?.find((volume) => volume.key === volumeKey && isThere(volume.files));
    const same = known && parts.flatMap((part) => before.shards?.find((shard) => shard.key === part.key) ?? []);
    if (known && same?.length === parts.length && same.every((shard) => isThere(shard.files))) {
      volumes.push(known);
      shards.push(...same);
      continue;
    }
    const made = [];
    for (const part of parts) made.push(await shardOf(part));
    shards.push(...made.map(({ entry }) => entry));
    const volume = makeVolume(made, volumeKey);
    volumes.push({ ...volume.entry, files: await write(volume.files) });
  }
  const newest = volumes.at(-1);
  const tables = newest && (await effects.readFile(join(output, FOLDER, newest.folder, "pages.gz")));
  const manifest: SearchManifest = {
    names,
    cards: { folder: cardsFolder, files: cards.length },
    volumes: volumes.map(({ key, files, ...volume }) => volume),
    ...(tables === undefined ? {} : { tables: JSON.parse(unpackText(tables)) as SearchTables }),
  };
  const files = [
    ...[...shards, ...volumes].flatMap((one) => one.files),
    ...(await write(cards.map((content, place) => ({ path: `${cardsFolder}/${place}.gz`, content })))),
    ...(await write([{ path: "search.gz", content: packText(JSON.stringify(manifest)) }])),
  ];
  await removeShardRests(effects, caches, new Set(shards.map((shard) => shard.key)));
  return { key, files, shards, volumes, indexed };
}

/** Letters of a key that name a folder. */
const NAME = 10;

/** Documents as the parts of volumes, oldest first; those without a date are with the oldest. */
function groupParts(documents: readonly SearchSource[], namesKey: string): Part[][] {
  const keyed = documents.map((document) => ({ document, ...document.outline() }));
  let start = 0;
  const partsOf = (some: typeof keyed) =>
    Array.from({ length: Math.ceil(some.length / SHARD) }, (_, index): Part => {
      const own = some.slice(index * SHARD, (index + 1) * SHARD);
      start += own.length;
      return {
        key: digest([namesKey, ...own.map(({ key }) => key)].join("\n")),
        documents: own.map(({ document }) => document),
        start: start - own.length,
      };
    });
  const dated = partsOf(keyed.filter(({ isDated }) => isDated));
  const undated = partsOf(keyed.filter(({ isDated }) => !isDated));
  const [oldest = [], ...newer] = inGroups(dated);
  // A volume takes a few shards more, where a request is saved; many make volumes of their own.
  const groups =
    undated.length < VOLUME ? [[...undated, ...oldest], ...newer] : [...inGroups(undated), oldest, ...newer];
  return groups.filter((parts) => parts.length > 0);
}

const inGroups = (parts: readonly Part[]) =>
  Array.from({ length: Math.ceil(parts.length / VOLUME) }, (_, index) =>
    parts.slice(index * VOLUME, (index + 1) * VOLUME),
  );
