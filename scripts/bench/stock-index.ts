import { close, createIndex } from "pagefind";
import type { SearchDocument, SearchSource } from "../../src/site/views/search.ts";

/** Documents handed over at once: enough to keep Pagefind busy. */
const BATCH = 64;

/** Indexes the same articles as Pagefind does out of the box: Arabic, with its own stemmer, filters and sorting. */
export async function writeStockIndex(documents: readonly SearchSource[], output: string): Promise<void> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(errors.join("; "));
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = await Promise.all(documents.slice(start, start + BATCH).map((source) => source.read()));
      await Promise.all(batch.map((document) => index.addHTMLFile({ url: document.url, content: pageOf(document) })));
    }
    await index.writeFiles({ outputPath: output });
  } finally {
    await close();
  }
}

function pageOf({ title, html, filters, sort }: SearchDocument): string {
  const values = Object.entries(filters).flatMap(([name, own]) => own.map((value) => ["filter", name, value] as const));
  const keys = Object.entries(sort).map(([name, value]) => ["sort", name, value] as const);
  const meta = [...values, ...keys].map(
    ([kind, name, value]) => `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`,
  );
  return `<!doctype html><html lang="ar"><head>${meta.join("")}</head><body data-pagefind-body><h1>${escapeHtml(title)}</h1>${html}</body></html>`;
}

const escapeHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
