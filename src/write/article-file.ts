import type { Article } from "../model/article.ts";
import { articleSchema } from "./article-schema.ts";
import { parseFrontMatter } from "./front-matter.ts";

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
