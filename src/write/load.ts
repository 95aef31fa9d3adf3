import { join } from "node:path";
import { loadConfig } from "../config.ts";
import { digest } from "../digest.ts";
import { byCodePoint, type Effects, type FileStamp, packageRoot, programVersion } from "../effects.ts";
import { problem } from "../messages.ts";
import type { Archive, Relations } from "../model/archive.ts";
import type { Article, ListedArticle } from "../model/article.ts";
import type { Authority, Entity } from "../model/entity.ts";
import { loadAuthority } from "../resolve/authority.ts";
import { openStore } from "../store.ts";
import { parseArchiveFile } from "./archive-file.ts";
import { articlePath, parseArticleFile, parseOwnArticleFile } from "./article-file.ts";
import { listed } from "./listed.ts";

/**
 * The archive as its files hold it: what is listed of article files, archive.json, authority, configuration. Mistakes in the
 * hand-edited files were told when they were ingested and are not told again; an article file that cannot be
 * read is reported and left out.
 */
export async function loadArchive(effects: Effects, content: string): Promise<Archive> {
  const quiet: Effects = { ...effects, report: () => {} };
  const config = await loadConfig(quiet, content);
  const authority = await loadAuthority(quiet, authorityFolders(content, config.sharedAuthority));
  const articles = await loadArticles(effects, content);
  const relations = await loadRelations(effects, content);
  return { ...relations, articles, authority: withStrangers(authority, relations.strangers), config };
}

/** The records of the authority files and below them those of people whom only the articles know. */
export function withStrangers(authority: Authority, strangers: readonly Entity[]): Authority {
  if (strangers.length === 0) return authority;
  return {
    ...authority,
    entities: new Map([...strangers.map((one) => [one.id, one] as const), ...authority.entities]),
  };
}

/** The shared records first, the archive's own over them. */
export function authorityFolders(content: string, shared: boolean): string[] {
  const own = join(content, "authority");
  return shared ? [join(packageRoot(), "content", "authority"), own] : [own];
}

/**
 * Article files by date (undated last), then id. What is listed of a file that was not touched since it was last read
 * comes from the store.
 */
async function loadArticles(effects: Effects, content: string): Promise<ListedArticle[]> {
  const folder = join(content, "articles");
  const store = await openStore<{ stamp: FileStamp; article: ListedArticle }>(
    effects,
    join(content, ".sijill", "articles"),
    await programVersion(),
  );
  const articles: ListedArticle[] = [];
  const paths = (await effects.listFiles(folder)).filter((path) => path.endsWith(".md"));
  for (const [done, path] of paths.entries()) {
    effects.progress("loading", done + 1, paths.length);
    const stamp = await effects.stat(join(folder, path));
    const stored = store.get(path);
    if (
      stored !== undefined &&
      stamp !== undefined &&
      stored.stamp.size === stamp.size &&
      stored.stamp.mtimeMs === stamp.mtimeMs
    ) {
      articles.push(stored.article);
      continue;
    }
    const text = (await effects.readFile(join(folder, path)))?.toString() ?? "";
    const whole = parseReporting(effects, path, text);
    if (whole === undefined) continue;
    const article = { ...listed(whole), file: { path, digest: digest(text) } };
    articles.push(article);
    if (stamp !== undefined) store.set(path, { stamp, article });
  }
  await store.save();
  return articles.sort(inTime);
}

/** A listed article with all that its file holds. */
export async function readWhole(
  effects: Pick<Effects, "readFile">,
  content: string,
  { id, file }: Pick<ListedArticle, "id" | "file">,
): Promise<Article> {
  const path = file?.path ?? articlePath(id);
  const bytes = await effects.readFile(join(content, "articles", path));
  if (bytes === undefined) throw new Error(`articles/${path}: gone since the archive was read`);
  return parseOwnArticleFile(bytes.toString());
}

/** The order of articles: by date, undated ones last, then by id. */
export function inTime(a: Pick<Article, "date" | "id">, b: Pick<Article, "date" | "id">): number {
  return byCodePoint(a.date ?? "9999", b.date ?? "9999") || byCodePoint(a.id, b.id);
}

/** An article file, by its path below articles/; reported and undefined when it cannot be read. */
export async function readArticle(effects: Effects, content: string, path: string): Promise<Article | undefined> {
  return parseReporting(effects, path, (await effects.readFile(join(content, "articles", path)))?.toString() ?? "");
}

function parseReporting(effects: Effects, path: string, text: string): Article | undefined {
  try {
    return parseArticleFile(text, `articles/${path}`);
  } catch (error) {
    effects.report(
      problem({
        file: `articles/${path}`,
        severity: "fatal",
        rule: "write:article-file",
        reason: (error as Error).message,
        line: 1,
        note: "Delete the file and ingest again: it is generated.",
      }),
    );
    return undefined;
  }
}

/** content/archive.json; when there is none, or it cannot be read (reported), no relations. */
export async function loadRelations(effects: Effects, content: string): Promise<Relations> {
  const bytes = await effects.readFile(join(content, "archive.json"));
  try {
    if (bytes !== undefined) return parseArchiveFile(bytes.toString());
  } catch (error) {
    effects.report(
      problem({
        file: "archive.json",
        severity: "warning",
        rule: "write:archive-file",
        reason: `It cannot be read: ${(error as Error).message}`,
        note: "It is written anew; events may get other ids.",
      }),
    );
  }
  return { events: [], related: {}, duplicates: [], strangers: [] };
}
