import { hash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { VFileMessage } from "vfile-message";

/** Size and modification time, enough to see that a file was not touched. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
}

/** Everything the stages may do to the world. Paths are absolute or relative to the working directory. */
export interface Effects {
  /** Bytes of a file, or undefined when there is none. */
  readFile(path: string): Promise<Buffer | undefined>;
  /** The same bytes one piece after another, however large the file; none where there is no file. */
  streamFile(path: string): AsyncIterable<Uint8Array>;
  /**
   * Paths of the files below a folder, relative to it, with `/`, sorted by code point; empty when there is no folder.
   * Names that start with a dot are skipped, and what file managers leave behind (Thumbs.db), links followed; one that leads nowhere is a file that has no `stat`.
   */
  listFiles(folder: string): Promise<string[]>;
  /** Undefined when there is no such file. */
  stat(path: string): Promise<FileStamp | undefined>;
  /** Writes only when the content differs; true when it wrote. Folders are made; the file appears whole or not at all. */
  writeFile(path: string, content: string | Uint8Array): Promise<boolean>;
  removeFile(path: string): Promise<void>;
  /** A problem to be told at the end with the others. */
  report(message: VFileMessage): void;
  /** Long work: `label` names it, `done` of `total` steps (total 0: unknown). */
  progress(label: string, done: number, total: number): void;
  /** One plain line for the person at the terminal. */
  log(line: string): void;
}

/**
 * Effects on the real disk. `report`, `progress` and `log` are given by the command. Small files are read and
 * written without a way through the thread pool, which costs more than they do.
 */
export function diskEffects(voice: Pick<Effects, "report" | "progress" | "log">): Effects {
  return { ...voice, ...DISK };
}

/** Whether these effects write to the real disk, as another thread would by itself; not so where writing is only rehearsed. */
export function writeToDisk({ writeFile, stat }: Pick<Effects, "writeFile" | "stat">): boolean {
  return writeFile === DISK.writeFile && stat === DISK.stat;
}

const DISK: Omit<Effects, "report" | "progress" | "log"> = {
  readFile: async (path) => readIfThere(path),
  streamFile: (path) => streamIfThere(path),
  stat: async (path) => {
    const found = statIfThere(path);
    return found?.isFile() ? { size: found.size, mtimeMs: found.mtimeMs } : undefined;
  },
  listFiles: (folder) => listFiles(folder),
  writeFile: async (path, content) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    if (statIfThere(path)?.size === bytes.byteLength && readIfThere(path)?.equals(bytes)) return false;
    const draft = `${path}.draft`;
    try {
      writeFileSync(draft, bytes);
    } catch (error) {
      ignoreMissing(error as NodeJS.ErrnoException);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draft, bytes);
    }
    renameSync(draft, path);
    return true;
  },
  removeFile: async (path) => rmSync(path, { force: true }),
};

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    return ignoreMissing(error as NodeJS.ErrnoException);
  }
}

function statIfThere(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return ignoreMissing(error as NodeJS.ErrnoException);
  }
}

async function* streamIfThere(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 });
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return undefined;
  throw error;
}

/** What a link leads to; undefined when that is nothing, or a circle. */
function followLink(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    return ignoreMissing(error as NodeJS.ErrnoException);
  }
}

/** What file managers leave in every folder they show. */
const OF_SYSTEMS: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", "__macosx"]);

/**
 * Folders themselves first, then what links lead to, round by round in the order of their paths: each folder is listed
 * once, by the path it has without links where there is one, and a circle ends.
 */
async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walked: string[] = [];
  let seen: Set<string> | undefined;
  for (let round = [""]; round.length > 0; ) {
    const links: string[] = [];
    for (const prefix of round) {
      if (prefix !== "") {
        // Links are few: the folders walked before are looked up only when there is one.
        seen ??= new Set(walked.map((path) => realpathSync(path)));
        const real = realpathSync(join(folder, prefix));
        if ([...seen].some((one) => one === real || one.startsWith(real + sep))) continue;
      }
      const from = walked.length;
      await walk(folder, prefix, { found, walked, links });
      if (seen !== undefined) for (const path of walked.slice(from)) seen.add(realpathSync(path));
    }
    round = links.sort(byCodePoint);
  }
  return found.sort(byCodePoint);
}

/** Files below a folder, folders walked, and paths of folders that are links, which are not followed yet. */
interface Listing {
  readonly found: string[];
  readonly walked: string[];
  readonly links: string[];
}

async function walk(folder: string, prefix: string, listing: Listing): Promise<void> {
  const here = join(folder, prefix);
  const entries = await readdir(here, { withFileTypes: true }).catch(ignoreMissing);
  if (entries === undefined) return;
  listing.walked.push(here);
  for (const entry of entries) {
    if (entry.name.startsWith(".") || OF_SYSTEMS.has(entry.name.toLowerCase())) continue;
    const path = prefix + entry.name;
    const target = entry.isSymbolicLink() ? followLink(join(here, entry.name)) : entry;
    if (target === undefined || target.isFile()) listing.found.push(path);
    else if (target.isDirectory() && entry.isSymbolicLink()) listing.links.push(`${path}/`);
    else if (target.isDirectory()) await walk(folder, `${path}/`, listing);
  }
}

/** Order of strings by UTF-16 code unit: the same on every machine and in every locale. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Hex SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}

/**
 * Folder of the package itself: the nearest package.json named `sijill` above this file. The same from
 * the sources, from the bundle in dist/ and from an installed package.
 */
export function packageRoot(): string {
  root ??= findRoot();
  return root;
}

let root: string | undefined;

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "sijill") return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package named sijill above ${fileURLToPath(import.meta.url)}`);
    folder = parent;
  }
}

/** Changes whenever the program does: hash of its own bundle, which scripts/compile.js wrote; from the sources (tests) a constant. */
export async function programVersion(): Promise<string> {
  const dist = join(packageRoot(), "dist");
  return fileURLToPath(import.meta.url).startsWith(dist) ? readFileSync(join(dist, "version"), "utf8") : "source";
}
