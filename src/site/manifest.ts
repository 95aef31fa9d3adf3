import { join, resolve } from "node:path";
import { type Effects, sha256 } from "../effects.ts";
import type { ShardEntry } from "./search/make-shard.ts";
import type { VolumeEntry } from "./search/volume.ts";

/** What the last build wrote into an output folder. */
export interface Manifest {
  /** False while a build is under way: one that was broken off may have written anything. */
  readonly isComplete: boolean;
  /** Key of all that the site was made from. */
  readonly inputs?: string;
  /** Path below the output folder → key of the content it was made from. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of a page → key of all that its view was made from, where that is known without the view. */
  readonly from?: Readonly<Record<string, string>>;
  /** Key of what the search index was made from, and its files. */
  readonly search: {
    readonly key: string;
    readonly files: readonly string[];
    readonly shards?: readonly ShardEntry[];
    readonly volumes?: readonly VolumeEntry[];
  };
}

export const EMPTY_MANIFEST: Manifest = { isComplete: true, files: {}, search: { key: "", files: [] } };

/** One output folder, one manifest: an archive may be published to several. */
export function manifestPath(caches: string, output: string): string {
  return join(caches, "output", `${sha256(resolve(output)).slice(0, 16)}.json`);
}

/** A manifest that is missing or cannot be read is an empty one: everything is written again. */
export async function readManifest(effects: Pick<Effects, "readFile">, path: string): Promise<Manifest> {
  const bytes = await effects.readFile(path);
  if (bytes === undefined) return EMPTY_MANIFEST;
  try {
    return { ...EMPTY_MANIFEST, ...(JSON.parse(bytes.toString("utf8")) as Partial<Manifest>) };
  } catch {
    return EMPTY_MANIFEST;
  }
}

export async function writeManifest(
  effects: Pick<Effects, "writeFile">,
  path: string,
  manifest: Manifest,
): Promise<void> {
  await effects.writeFile(path, JSON.stringify(manifest));
}
