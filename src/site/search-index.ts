import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeAnalyzer } from "../arabic/analysis/analyze.ts";
import { makeNames } from "../arabic/analysis/names.ts";
import type { Effects } from "../effects.ts";
import { digest } from "./digest.ts";
import type { Manifest } from "./manifest.ts";
import { type IndexFile, makeShard, readProgram, type ShardEntry } from "./search/make-shard.ts";
import { packText } from "./search/pagefind-files.ts";
import type { NamedRecord, SearchDocument, SearchManifest } from "./site-data.ts";

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
const FOLDER = "pagefind";
/** Files written at a time. */
const AT_ONCE = 32;
/**
 * Articles of one shard, an index of its own: Pagefind keeps all of an index in memory until it is written, some
 * 0.2 MB an article. Shards are filled from the oldest article on, so that new ones touch the last shard only.
 */
const SHARD = 2500;

/**
 * Writes the search index, as far as what it is made from changed or files of it are gone. Files of the index before
 * stay as they are until search.json, which is written last, names the new ones; the caller removes them.
 */
export async function writeSearchIndex(
  effects: Effects,
  {
    documents,
    records,
  }: { readonly documents: readonly (() => SearchDocument)[]; readonly records: readonly NamedRecord[] },
  { output, version, before, begin }: SearchIndexOptions,
): Promise<SearchIndex> {
  const namesText = JSON.stringify(records);
  const namesKey = digest(version + namesText);
  const parts = Array.from({ length: Math.ceil(documents.length / SHARD) }, (_, index) =>
    documents.slice(index * SHARD, (index + 1) * SHARD),
  );
  const keys = parts.map((part) =>
    digest([namesKey, ...part.map((document) => digest(JSON.stringify(document())))].join("\n")),
  );
  const isThere = (files: readonly string[]) =>
    files.length > 0 && files.every((file) => existsSync(join(output, file)));
  const key = digest([version, namesKey, ...keys].join("\n"));
  if (before.key === key && isThere(before.files)) return { shards: [], ...before, indexed: 0 };

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
  const analyzer = makeAnalyzer(makeNames(records.flatMap(({ names }) => names)));
  const shards: ShardEntry[] = [];
  let indexed = 0;
  for (const [index, part] of parts.entries()) {
    const known = before.shards?.find((shard) => shard.key === keys[index] && isThere(shard.files));
    if (known) {
      shards.push(known);
      continue;
    }
    const progress = (done: number) => effects.progress("search index", index * SHARD + done, documents.length);
    const made = await makeShard(part, { key: keys[index] as string, analyzer, progress });
    shards.push({ ...made.entry, files: await write(made.files) });
    indexed += part.length;
  }
  const namesFile = `names.${namesKey.slice(0, 8)}.gz`;
  const manifest: SearchManifest = {
    names: namesFile,
    shards: shards.map(({ folder, pages, from, to, meta }) => ({ folder, pages, from, to, meta })),
  };
  const files = [
    ...shards.flatMap((shard) => shard.files),
    ...(await write([...(await readProgram()), { path: namesFile, content: packText(namesText) }])),
    ...(await write([{ path: "search.json", content: Buffer.from(JSON.stringify(manifest)) }])),
  ];
  return { key, files, shards, indexed };
}
