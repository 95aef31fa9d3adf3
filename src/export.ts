import { join } from "node:path";
import { makeAnalyzer } from "./arabic/analysis/analyze.ts";
import { makeNames, type Synonyms } from "./arabic/analysis/names.ts";
import { loadConfig } from "./config.ts";
import type { Effects } from "./effects.ts";
import { openBulk } from "./export/bulk.ts";
import { engineDocument } from "./export/document.ts";
import { engineSettings } from "./export/settings.ts";
import type { Archive } from "./model/archive.ts";
import type { Authority } from "./model/entity.ts";
import { loadAuthority } from "./resolve/authority.ts";
import { makeContext } from "./site/context.ts";
import { idsIn, NAMING_FIELDS } from "./site/listed-article.ts";
import { synonymsOf } from "./site/search/records.ts";
import { searchFilters } from "./site/search-document.ts";
import { count } from "./terminal.ts";
import { authorityFolders, inTime, loadRelations, readArticle, withStrangers } from "./write/load.ts";

export interface ExportOptions {
  readonly content: string;
  /** Folder that the export is written to. */
  readonly out: string;
  /** Most bytes of a bulk file. */
  readonly bulkSize: number;
}

/** An article of the archive, by what is known of it before it is read again. */
interface Listed {
  readonly path: string;
  readonly id: string;
  readonly date?: string;
}

/**
 * Archive → index settings and bulk files for OpenSearch or Elasticsearch (docs/export.md). Article files are read
 * twice, once for the names that the analyzer knows and once to be written, and are not kept: however large the
 * archive, what stays in memory is its records and a line an article.
 */
export async function exportSearch(
  effects: Effects,
  { content, out, bulkSize }: ExportOptions,
): Promise<{ readonly articles: number; readonly files: readonly string[]; readonly summary: string }> {
  const archive = await loadFrame(effects, content);
  const { listed, names } = await listArticles(effects, content, archive.authority);
  const context = makeContext(archive, {
    bodies: new Map(),
    hasRaw: () => false,
    read: () => Promise.reject(new Error("an export reads its articles one after the other")),
    pages: [],
    assetVersion: "",
    generator: "",
  });
  const analyzer = makeAnalyzer(makeNames(names));
  const filters = searchFilters().map(({ name }) => name);
  await effects.writeFile(join(out, "settings.json"), `${JSON.stringify(engineSettings(filters), undefined, 2)}\n`);
  const bulk = openBulk(effects, out, bulkSize);
  for (const [done, { path, id }] of listed.entries()) {
    effects.progress("export", done + 1, listed.length);
    const article = await readArticle(effects, content, path);
    if (article !== undefined) await bulk.add(id, engineDocument(context, article, analyzer));
  }
  const files = ["settings.json", ...(await bulk.close())];
  const summary = `${count(listed.length, "article")} exported to ${out}: ${files.join(", ")}`;
  return { articles: listed.length, files, summary };
}

/** The archive without its articles. Mistakes of the hand-edited files were told when they were ingested. */
async function loadFrame(effects: Effects, content: string): Promise<Archive> {
  const quiet: Effects = { ...effects, report: () => {} };
  const config = await loadConfig(quiet, content);
  const authority = await loadAuthority(quiet, authorityFolders(content, config.sharedAuthority));
  const relations = await loadRelations(effects, content);
  return { ...relations, articles: [], authority: withStrangers(authority, relations.strangers), config };
}

/** The articles in order of time and, in the order they occur, the names that the site's own search knows. */
async function listArticles(
  effects: Effects,
  content: string,
  { entities }: Authority,
): Promise<{ readonly listed: readonly Listed[]; readonly names: readonly Synonyms[] }> {
  const listed: Listed[] = [];
  const records = new Set<string>();
  const paths = (await effects.listFiles(join(content, "articles"))).filter((path) => path.endsWith(".md"));
  for (const [done, path] of paths.entries()) {
    effects.progress("loading", done + 1, paths.length);
    const article = await readArticle(effects, content, path);
    if (article === undefined) continue;
    listed.push({ path, id: article.id, ...(article.date === undefined ? {} : { date: article.date }) });
    for (const field of NAMING_FIELDS) for (const id of idsIn(article, field)) records.add(id);
  }
  const names = [...records].flatMap((id) => {
    const entity = entities.get(id);
    return entity === undefined ? [] : synonymsOf(entity);
  });
  return { listed: listed.sort(inTime), names };
}
