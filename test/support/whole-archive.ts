import type { Effects } from "../../src/effects.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { Article } from "../../src/model/article.ts";
import { loadArchive, readWhole } from "../../src/write/load.ts";

/** The archive with all that its article files hold. */
export async function loadWhole(
  effects: Effects,
  content: string,
): Promise<Omit<Archive, "articles"> & { readonly articles: readonly Article[] }> {
  const archive = await loadArchive(effects, content);
  return { ...archive, articles: await Promise.all(archive.articles.map((one) => readWhole(effects, content, one))) };
}
