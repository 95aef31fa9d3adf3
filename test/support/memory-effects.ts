import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { byCodePoint, type Effects } from "../../src/effects.ts";

/** Effects on a disk that is a map; counts what was read and written since `forget`. */
export interface MemoryEffects extends Effects {
  readonly files: Map<string, Buffer>;
  readonly messages: VFileMessage[];
  readonly reads: string[];
  readonly writes: string[];
  put(path: string, content: string | Uint8Array): void;
  text(path: string): string;
  forget(): void;
}

/** `realFolders`: folders that are read from the real disk when the map has nothing there (the shared authority files). */
export function memoryEffects(
  files: Record<string, string | Uint8Array> = {},
  realFolders: readonly string[] = [],
): MemoryEffects {
  const stored = new Map<string, Buffer>();
  const stamps = new Map<string, number>();
  let clock = 0;
  const real = (path: string) => realFolders.some((folder) => path.startsWith(folder));
  const effects: MemoryEffects = {
    files: stored,
    messages: [],
    reads: [],
    writes: [],
    put(path, content) {
      stored.set(path, Buffer.from(content as string));
      stamps.set(path, ++clock);
    },
    text: (path) => stored.get(path)?.toString() ?? "",
    forget() {
      effects.messages.length = 0;
      effects.reads.length = 0;
      effects.writes.length = 0;
    },
    async readFile(path) {
      effects.reads.push(path);
      if (!stored.has(path) && real(path)) return readFileSync(path);
      return stored.get(path);
    },
    async *streamFile(path) {
      const bytes = await effects.readFile(path);
      for (let at = 0; at < (bytes?.length ?? 0); at += 1024) yield bytes?.subarray(at, at + 1024) as Buffer;
    },
    async listFiles(folder) {
      if (real(folder)) return realFiles(folder);
      const below = [...stored.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1));
      return below.filter((path) => !path.split("/").some((part) => part.startsWith("."))).sort(byCodePoint);
    },
    async stat(path) {
      const file = stored.get(path);
      return file && { size: file.length, mtimeMs: stamps.get(path) ?? 0 };
    },
    async writeFile(path, content) {
      if (stored.get(path)?.equals(Buffer.from(content as string))) return false;
      effects.put(path, content);
      effects.writes.push(path);
      return true;
    },
    async removeFile(path) {
      stored.delete(path);
      effects.writes.push(`-${path}`);
    },
    report: (message) => void effects.messages.push(message),
    progress: () => {},
    log: () => {},
  };
  for (const [path, content] of Object.entries(files)) effects.put(path, content);
  return effects;
}

function realFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort(byCodePoint);
}

/** Files of a fixture folder, relative to it. */
export function readFixture(folder: string): Record<string, Buffer> {
  return Object.fromEntries(realFiles(folder).map((path) => [path, readFileSync(join(folder, path))]));
}
