import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** The texts of a folder and its folders, in no particular order. */
export async function readTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
}

/**
 * Each text taken for Markdown and made HTML by unified, in one thread: the peer of ingest. It is JavaScript that goes
 * over the same words, and no change of ours makes it faster or slower. Returns the units of HTML, so that none of the
 * work is for nothing.
 */
export function renderWithUnified(texts: readonly string[]): number {
  const processor = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify).freeze();
  return texts.reduce((units, text) => units + String(processor.processSync(text)).length, 0);
}
