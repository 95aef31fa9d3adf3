import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What a site consists of. */
export interface OutputSize {
  readonly pages: number;
  readonly pageBytes: number;
  readonly files: number;
  readonly bytes: number;
}

/** Counts a site's HTML pages and all of its files. */
export async function measureOutput(folder: string): Promise<OutputSize> {
  const size = { pages: 0, pageBytes: 0, files: 0, bytes: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size: bytes } = await stat(join(entry.parentPath, entry.name));
    size.files++;
    size.bytes += bytes;
    if (!entry.name.endsWith(".html")) continue;
    size.pages++;
    size.pageBytes += bytes;
  }
  return size;
}
