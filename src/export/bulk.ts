import { join } from "node:path";
import type { Effects } from "../effects.ts";

/** Files of a bulk export, `bulk-0001.ndjson` on. */
const BULK = /^bulk-\d{4,}\.ndjson$/;

export interface BulkWriter {
  add(id: string, document: object): Promise<void>;
  /** Writes what is left and removes files of an earlier, longer export; names of those written. */
  close(): Promise<readonly string[]>;
}

/**
 * Writes documents as the bulk API takes them (a line that says what to do, a line with the document, a line feed
 * after each), in files of at most `size` bytes, one document at least. The index is not named: the address is.
 */
export function openBulk(effects: Effects, folder: string, size: number): BulkWriter {
  const written: string[] = [];
  let lines: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    const name = `bulk-${String(written.length + 1).padStart(4, "0")}.ndjson`;
    await effects.writeFile(join(folder, name), Buffer.concat(lines));
    written.push(name);
    lines = [];
    bytes = 0;
  };
  return {
    add: async (id, document) => {
      const entry = Buffer.from(`${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(document)}\n`);
      if (bytes + entry.length > size) await flush();
      lines.push(entry);
      bytes += entry.length;
    },
    close: async () => {
      await flush();
      for (const name of await effects.listFiles(folder))
        if (BULK.test(name) && !written.includes(name)) await effects.removeFile(join(folder, name));
      return written;
    },
  };
}
