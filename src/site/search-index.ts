import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Effects } from "../effects.ts";
import { orderIndex } from "./canonical-index.ts";
import { digest } from "./digest.ts";
import type { Manifest } from "./manifest.ts";
import type { SearchDocument } from "./site-data.ts";
import { escapeXml } from "./xml.ts";

export interface SearchIndexOptions {
  readonly output: string;
  readonly caches: string;
  readonly version: string;
  readonly before: Manifest["search"];
  begin(): Promise<void>;
}

export interface SearchIndex {
  readonly key: string;
  /** Below the output folder. */
  readonly files: readonly string[];
  /** Articles in it, 0 when the one that is there is kept. */
  readonly indexed: number;
}

/** Folder of the index in the site; the browser script looks for it there. */
const FOLDER = "pagefind";
/** Documents handed over at once: enough to keep the indexer busy. */
const BATCH = 64;

/** Writes the search index when what it is made from changed, or a file of it is gone. */
export async function writeSearchIndex(
  effects: Effects,
  documents: readonly (() => SearchDocument)[],
  { output, version, before, begin }: SearchIndexOptions,
): Promise<SearchIndex> {
  const key = digest([version, ...documents.map((document) => digest(formatDocument(document())))].join("\n"));
  const isThere = before.files.length > 0 && before.files.every((file) => existsSync(join(output, file)));
  if (before.key === key && isThere) return { ...before, indexed: 0 };
  await begin();
  const files: string[] = [];
  for (const { path, content } of await makeIndex(effects, documents)) {
    const file = `${FOLDER}/${path}`;
    await effects.writeFile(join(output, file), content);
    files.push(file);
  }
  return { key, files, indexed: documents.length };
}

/** Runs Pagefind over the documents; its process has ended when this answers, whatever happened. */
async function makeIndex(effects: Pick<Effects, "progress">, documents: readonly (() => SearchDocument)[]) {
  const pagefind = await import("pagefind");
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: "ar" });
    refuse(errors);
    if (index === undefined) throw new Error("Pagefind made no index");
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH).map((document) => document());
      const answers = await Promise.all(
        batch.map((document) => index.addHTMLFile({ url: document.url, content: formatDocument(document) })),
      );
      for (const answer of answers) refuse(answer.errors);
      effects.progress("search index", Math.min(start + BATCH, documents.length), documents.length);
    }
    const made = await index.getFiles();
    refuse(made.errors);
    return orderIndex(made.files);
  } finally {
    await pagefind.close();
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

/**
 * The document Pagefind reads: made from the view, so that it does not depend on how a page looks. Filters, sort
 * keys and metadata stand in attributes, where they are not searched.
 */
export function formatDocument({ title, html, filters, meta, sort }: SearchDocument): string {
  const tag = (attribute: string, name: string, value: string) =>
    `<meta ${attribute}="${escapeXml(name)}[content]" content="${escapeXml(value)}">`;
  const head = [
    ...Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => tag("data-pagefind-filter", name, value)),
    ),
    ...Object.entries(meta).map(([name, value]) => tag("data-pagefind-meta", name, value)),
    ...Object.entries(sort).map(([name, value]) => tag("data-pagefind-sort", name, value)),
  ].join("");
  return `<!doctype html><html lang="ar"><head>${head}</head><body data-pagefind-body><h1 data-pagefind-meta="title">${escapeXml(title)}</h1>${html}</body></html>`;
}
