import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeAnalyzer } from "../arabic/analysis/analyze.ts";
import { makeNames } from "../arabic/analysis/names.ts";
import { digest } from "../digest.ts";
import type { Effects } from "../effects.ts";
import type { Manifest } from "./manifest.ts";
import type { IndexFile, ShardEntry } from "./search/make-shard.ts";
import { makeNamings } from "./search/namings.ts";
import { packText, unpackText } from "./search/pack.ts";
import { groupParts, type Part } from "./search/parts.ts";
import { formatNames, makeCardFiles } from "./search/records.ts";
import { removeShardRests } from "./search/shard-cache.ts";
import { openWorkshop, type Shard } from "./search/shards.ts";
import { makeVolume, type VolumeEntry } from "./search/volume.ts";
import type { NamedRecord, SearchManifest, SearchSource, SearchTables } from "./views/search.ts";

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
/** Letters of a key that name a folder. */
const NAME = 10;
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
  const groups = groupParts(documents, version);
  const cards = makeCardFiles(records);
  const names = formatNames(records);
  const named = digest(JSON.stringify(records.map(({ url, label, names }) => [url, label, names])));
  const cardsFolder = digest(cards.map((card) => card.toString("base64")).join("\n")).slice(0, NAME);
  const key = digest([version, names, named, cardsFolder, ...groups.flat().map((part) => part.key)].join("\n"));
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
  const known = (before.shards ?? []).filter((shard) => isThere(shard.files));
  const progress = (done: number) => effects.progress("search index", done, documents.length);
  const workshop = await openWorkshop(effects, { caches, synonyms, analyzer, known, write, progress });
  const shards: ShardEntry[] = [];
  const volumes: VolumeEntry[] = [];
  for (const [index, parts] of groups.entries()) {
    let made: Shard[] = [];
    for (const part of parts) made.push(await workshop.shardOf(part));
    // The newest volume tells the names of the records as well.
    const isNewest = index === groups.length - 1;
    const contents = made.map(({ entry }) => entry.key + entry.content);
    const volumeKey = digest([version, ...contents, ...(isNewest ? [named] : [])].join("\n"));
    const known = before.volumes?.find((volume) => volume.key === volumeKey && isThere(volume.files));
    if (known) volumes.push(known);
    else {
      const whole = [];
      for (const [place, shard] of made.entries()) whole.push(await workshop.wholeOf(shard, parts[place] as Part));
      const volume = makeVolume(whole, volumeKey, (pages) => (isNewest ? makeNamings(records, analyzer, pages) : []));
      volumes.push({ ...volume.entry, files: await write(volume.files) });
      made = whole;
    }
    shards.push(...made.map(({ entry }) => entry));
  }
  const newest = volumes.at(-1);
  const tables = newest && (await effects.readFile(join(output, FOLDER, newest.folder, "pages.gz")));
  const manifest: SearchManifest = {
    names,
    ...(cards.length === 0 ? {} : { cards: cardsFolder }),
    volumes: volumes.map(({ key, files, ...volume }) => volume),
    ...(tables === undefined ? {} : { tables: JSON.parse(unpackText(tables)) as SearchTables }),
  };
  const files = [
    ...[...shards, ...volumes].flatMap((one) => one.files),
    ...(await write(cards.map((content, place) => ({ path: `${cardsFolder}/${place}.gz`, content })))),
    ...(await write([{ path: "search.gz", content: packText(JSON.stringify(manifest)) }])),
  ];
  await removeShardRests(effects, caches, shards);
  return { key, files, shards, volumes, indexed: workshop.indexed() };
}
