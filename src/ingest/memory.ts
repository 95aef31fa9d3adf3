import { join } from "node:path";
import { type Effects, type FileStamp, sha256 } from "../effects.ts";
import type { RecurringLines } from "../furniture.ts";
import type { Problem } from "../messages.ts";
import type { Relatable } from "../model/article.ts";
import type { Placed } from "../model/correction.ts";
import { openStore, type Store } from "../store.ts";
import { articleSchema } from "../write/article-schema.ts";
import { parseFrontMatter } from "../write/front-matter.ts";

/** What the last run learned from one article. */
export interface Remembered {
  /** Of the raw file, with `#` and the article's own id when it holds several. */
  readonly path: string;
  readonly sha256: string;
  /** Hash of the correction applied, empty when there is none. */
  readonly correction: string;
  readonly known: Relatable;
  readonly problems: readonly Problem[];
  /** What it gives to learn furniture from, and the learned lines that were taken out of it. */
  readonly recurring: RecurringLines;
  readonly furniture: readonly string[];
  /** What the editor merges it into, and where the correction says so. */
  readonly merge?: Placed<string>;
  /** The article file as it was written. */
  readonly file: { readonly path: string; readonly stamp: FileStamp; readonly relation: string };
  /** Id of the article with the same bytes that stands for this one, which has no file. */
  readonly copyOf?: string;
}

/** What the last run learned from one raw file. */
export interface FileMemory {
  readonly stamp: FileStamp;
  /** Of reading it, not of its articles. */
  readonly problems: readonly Problem[];
  readonly items: readonly Remembered[];
}

/** Below the content folder; never committed, losing it costs time only. */
export function memoryFolder(content: string): string {
  return join(content, ".sijill", "ingest");
}

export function openMemory(effects: Effects, content: string, version: string): Promise<Store<FileMemory>> {
  return openStore<FileMemory>(effects, memoryFolder(content), version);
}

export function sameStamp(a: FileStamp | undefined, b: FileStamp | undefined): boolean {
  return a !== undefined && b !== undefined && a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/** Ids given in earlier runs: by the raw file's path, and by its hash for files that were moved. */
export interface GivenIds {
  readonly byPath: ReadonlyMap<string, string>;
  readonly byHash: ReadonlyMap<string, string>;
}

/** Reads the ids out of article files; only the lines that hold them are looked at. */
export async function readGivenIds(effects: Effects, folder: string, files: readonly string[]): Promise<GivenIds> {
  const byPath = new Map<string, string>();
  const byHash = new Map<string, string>();
  for (const file of files) {
    const text = (await effects.readFile(join(folder, file)))?.toString() ?? "";
    const front = readIdentity(text.match(/^(?:id|raw|merged): .*$/gm) ?? []);
    if (front === undefined) continue;
    for (const { id, raw } of [...(front.merged ?? []), front]) {
      byPath.set(raw.path, id);
      byHash.set(raw.sha256, id);
    }
  }
  return { byPath, byHash };
}

const identity = articleSchema.pick({ id: true, merged: true, raw: true });
const keyOf = (line: string) => line.slice(0, line.indexOf(":"));

/** Undefined for an article file that was damaged: it is generated, and will be again. */
function readIdentity(lines: readonly string[]) {
  try {
    // Of a line in the body that looks like one of them, the first of each is the file's.
    const first = lines.filter((line, i) => lines.findIndex((other) => keyOf(other) === keyOf(line)) === i);
    return identity.safeParse(parseFrontMatter(first.join("\n"))).data;
  } catch {
    return undefined;
  }
}

/** What holds an id against another article: the path it was given for, while its raw file is still there. */
export type Owners = Map<string, string>;

/** Ids of the last run and of the article files, with the paths that keep them. */
export function ownersOf(paths: readonly string[], memory: Store<FileMemory>, { byPath }: GivenIds): Owners {
  const owners: Owners = new Map();
  const files = new Set(paths);
  for (const path of paths)
    for (const item of memory.get(path)?.items ?? [])
      if (item.copyOf === undefined) owners.set(item.known.id, item.path);
  for (const [path, id] of byPath) if (!owners.has(id) && isIn(files, path)) owners.set(id, path);
  return owners;
}

function isIn(files: ReadonlySet<string>, path: string): boolean {
  if (files.has(path)) return true;
  for (let at = path.indexOf("#"); at >= 0; at = path.indexOf("#", at + 1))
    if (files.has(path.slice(0, at))) return true;
  return false;
}

/** Raw files that hold an article with a correction: the path of each, and where it may be one of several, of its file. */
export function filesOf(corrections: CorrectionFiles, owners: Owners): ReadonlySet<string> {
  const files = new Set<string>();
  for (const id of corrections.keys()) {
    const path = owners.get(id);
    if (path === undefined) continue;
    files.add(path);
    for (let at = path.indexOf("#"); at >= 0; at = path.indexOf("#", at + 1)) files.add(path.slice(0, at));
  }
  return files;
}

/** Stands for the article file of a copy, which has none. */
export const NO_FILE: Remembered["file"] = { path: "", stamp: { size: 0, mtimeMs: 0 }, relation: "{}" };

/** Corrections by article id: file, text, hash. */
export type CorrectionFiles = ReadonlyMap<
  string,
  { readonly file: string; readonly text: string; readonly hash: string }
>;

export async function readCorrections(effects: Effects, content: string): Promise<CorrectionFiles> {
  const found = new Map<string, { file: string; text: string; hash: string }>();
  for (const name of await effects.listFiles(join(content, "corrections"))) {
    const text = (await effects.readFile(join(content, "corrections", name)))?.toString() ?? "";
    found.set(name.replace(/\.yaml$/, ""), { file: `corrections/${name}`, text, hash: sha256(text) });
  }
  return found;
}

/**
 * A new article's id: its own full date, or the year, or `undated`, and eight digits of the raw file's hash, more
 * when another article has that id. Given once and kept, whatever is learned later.
 */
export function makeId(
  { published, filed, event }: Pick<Relatable["fields"], "published" | "filed" | "event">,
  hash: string,
  isTaken: (id: string) => boolean,
): string {
  const date = [published, filed, event].map((found) => found?.value).find((value) => value !== undefined);
  const prefix = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date ?? "")?.[0] ?? "undated";
  const ids = [8, 12, 16, 24, 32, 64].map((digits) => `${prefix}-${hash.slice(0, digits)}`);
  return ids.find((id) => !isTaken(id)) ?? (ids.at(-1) as string);
}

/** What a run's results hang on besides the raw files. */
export function versionOf(...parts: readonly string[]): string {
  return sha256(parts.join("\n")).slice(0, 16);
}
