/** The shards of an index: taken as they are, or made anew where their articles or names in them changed. */
import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import type { Synonyms } from "../../arabic/analysis/names.ts";
import { digest } from "../../digest.ts";
import type { Effects } from "../../effects.ts";
import { type IndexFile, makeShard, type ShardEntry, type ShardRest } from "./make-shard.ts";
import { findTouched, type TouchTest } from "./name-changes.ts";
import type { Part } from "./parts.ts";
import { readForms, readNames, readShardRest, writeNames, writeShardRest } from "./shard-cache.ts";

export interface Shard {
  readonly entry: ShardEntry;
  /** Read when it is needed. */
  readonly rest?: ShardRest;
}

export interface Workshop {
  /** The shard of a part, as it is or anew. */
  shardOf(part: Part): Promise<Shard>;
  /** The same with what its volume needs. */
  wholeOf(shard: Shard, part: Part): Promise<Required<Shard>>;
  /** Articles that were indexed. */
  indexed(): number;
}

interface Materials {
  readonly caches: string;
  /** Names of the archive, and the analyzer that knows them. */
  readonly synonyms: readonly Synonyms[];
  readonly analyzer: Analyzer;
  /** Shards of the index before that are still there. */
  readonly known: readonly ShardEntry[];
  write(files: readonly IndexFile[]): Promise<string[]>;
  progress(done: number): void;
}

export async function openWorkshop(
  effects: Effects,
  { caches, synonyms, analyzer, known, write, progress }: Materials,
): Promise<Workshop> {
  const names = digest(JSON.stringify(synonyms));
  await writeNames(effects, caches, names, synonyms);
  let indexed = 0;

  const tests = new Map<string, TouchTest>();
  /** Whether the names that changed since may change what is found in the shard. */
  const isTouched = async (entry: ShardEntry): Promise<boolean> => {
    if (entry.names === names) return false;
    if (!tests.has(entry.names)) {
      const before = await readNames(effects, caches, entry.names);
      tests.set(entry.names, before === undefined ? () => true : findTouched(before, synonyms));
    }
    const forms = await readForms(effects, caches, entry);
    return forms === undefined || tests.get(entry.names)?.(forms) !== false;
  };
  const makeAnew = async ({ key, documents }: Part): Promise<Required<Shard>> => {
    const before = indexed;
    const tell = (done: number) => progress(before + done);
    const { entry, files, rest } = await makeShard(documents, { key, analyzer, progress: tell });
    const content = await writeShardRest(effects, caches, { key, names }, rest);
    indexed += documents.length;
    return { entry: { ...entry, names, content, files: await write(files) }, rest };
  };
  return {
    shardOf: async (part) => {
      const entry = known.find(({ key }) => key === part.key);
      return entry && !(await isTouched(entry)) ? { entry } : makeAnew(part);
    },
    wholeOf: async ({ entry, rest }, part) => {
      const whole = rest ?? (await readShardRest(effects, caches, entry));
      return whole ? { entry, rest: whole } : makeAnew(part);
    },
    indexed: () => indexed,
  };
}
