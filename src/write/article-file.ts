import type { Article } from "../model/article.ts";
import { DATE_FIELDS, FIELDS, type FieldName } from "../model/fields.ts";
import { articleSchema } from "./article-schema.ts";
import { formatEntry, type Json, parseFrontMatter } from "./front-matter.ts";

/** Keys in the order they are written; what is not listed does not reach the file. */
const ORDER = [
  "id",
  "title",
  "titleStatus",
  "date",
  "dates",
  ...(Object.keys(FIELDS) as FieldName[]).filter((field) => !(DATE_FIELDS as readonly string[]).includes(field)),
  "links",
  "event",
  "merged",
  "namesakes",
  "names",
  "raw",
  "evidence",
  "removed",
] as const;

/** Keys whose entries stand one a line. */
const OPEN: ReadonlySet<string> = new Set(["names", "evidence", "removed", "links"]);

/** The article file: YAML front matter, then the body in Markdown. */
export function formatArticleFile(article: Article): string {
  let front = "";
  for (const key of ORDER) {
    const value = article[key as keyof Article] as Json | undefined;
    if (value !== undefined) front += formatEntry(key, value, OPEN.has(key));
  }
  return `---\n# Generated. To change it, edit content/corrections/${article.id}.yaml\n${front}---\n${article.body}`;
}

/**
 * The file that `formatArticleFile` gave for an article without relations, in UTF-8, with the event it belongs to: the
 * same as writing the article anew, which most files of an event need not.
 */
export function withEvent(file: Buffer, event: string): Buffer {
  const at = file.indexOf("\nnames:") + 1;
  return Buffer.concat([file.subarray(0, at), Buffer.from(formatEntry("event", event)), file.subarray(at)]);
}

const FILE = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** An article file that was checked when it was first read, or written in this same run, taken apart without being checked. */
export function parseOwnArticleFile(text: string): Article {
  const [, front = "", body = ""] = FILE.exec(text) ?? [];
  return { ...(parseFrontMatter(front.replaceAll("\r\n", "\n")) as Omit<Article, "body">), body };
}

/** Reads an article file back. Throws an Error that names what is wrong; `path` goes into its text. */
export function parseArticleFile(text: string, path: string): Article {
  const match = FILE.exec(text);
  if (match === null) throw new Error(`${path}: no front matter between --- lines`);
  const front = articleSchema.safeParse(parseFrontMatter((match[1] as string).replaceAll("\r\n", "\n")));
  if (!front.success) {
    const [issue] = front.error.issues;
    throw new Error(`${path}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not an article"}`);
  }
  return { ...front.data, body: match[2] as string } as Article;
}

/** Path of an article file relative to articles/: the folder is the year of the id and never changes. */
export function articlePath(id: string): string {
  return `${/^\d{4}/.exec(id)?.[0] ?? "undated"}/${id}.md`;
}
