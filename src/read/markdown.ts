import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { isMap, isScalar, parseDocument } from "yaml";
import type { MetadataField } from "../model/metadata.ts";
import { chooseMetadata } from "./choose.ts";
import { type Body, plainBlocks, takeBlocks } from "./html/body.ts";
import { absolute, languageTag } from "./html/json-ld.ts";
import { parsePage, readable } from "./html/page.ts";
import { compose, describeAll, domainOf } from "./html.ts";
import { problemOf } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Notice, ReadArticle, Reading } from "./types.ts";

/** Keys of front matter, as static site generators and note programs write them. */
const KEYS: Readonly<Record<string, MetadataField>> = {
  title: "title",
  headline: "title",
  kicker: "kicker",
  date: "published",
  published: "published",
  pubdate: "published",
  publishdate: "published",
  created: "published",
  modified: "modified",
  updated: "modified",
  lastmod: "modified",
  author: "author",
  authors: "author",
  byline: "author",
  source: "site",
  publisher: "site",
  site: "site",
  url: "url",
  link: "url",
  canonical: "url",
  canonical_url: "url",
  source_url: "url",
  section: "section",
  category: "section",
  categories: "section",
  tags: "keyword",
  keywords: "keyword",
  description: "description",
  summary: "description",
  lang: "language",
  language: "language",
};

const FRONT_MATTER = /^---[ \t]*\n(?<yaml>[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** Longer documents are read as plain text: the grammar of Markdown is slow on text made to be slow. */
const LONGEST = 200_000;
/** Quotations in quotations or lists in lists, fifty deep. */
const DEEP = /^(?:[ \t]{0,3}>[ \t]?){50}|^[ \t]{200}[ \t]*(?:[-*+]|\d+[.)])[ \t]/m;

const toHtml = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** A Markdown file, with or without front matter. */
export function* readMarkdown(
  path: string,
  text: string,
  article: Pick<ReadArticle, "sha256" | "encoding">,
): Generator<Reading> {
  const match = FRONT_MATTER.exec(text);
  const matter = match?.groups?.yaml ?? "";
  const { candidates, notices } = readFrontMatter(matter);
  for (const notice of notices) yield problemOf(path, notice);
  const link = candidates.find(({ field }) => field === "url")?.value;
  if (link !== undefined) candidates.push(domainOf(link));
  const body = bodyOf(text.slice(match?.[0].length ?? 0), link);
  const [first] = body.blocks;
  if (first?.kind === "heading" && !candidates.some(({ field }) => field === "title")) {
    candidates.push({
      field: "title",
      value: first.text,
      rule: "markdown:heading",
      words: first.text,
      place: "the first heading",
    });
  }
  const metadata = chooseMetadata(candidates);
  if (body.blocks.length === 0 && metadata.title === undefined) {
    yield problemOf(path, {
      severity: "fatal",
      rule: "read:no-text",
      reason: "The file holds no text",
      line: 1,
      note: "Fetch the article again, or delete the file.",
    });
    return;
  }
  for (const notice of describeAll(body.tidied)) yield problemOf(path, notice);
  yield { article: { path, file: path, mediaType: "text/markdown", ...article, ...compose(metadata, body) } };
}

function bodyOf(markdown: string, base: string | undefined): Body {
  if (markdown.length <= LONGEST && !DEEP.test(markdown)) {
    try {
      // HTML inside Markdown goes the way of all HTML: only its text is taken.
      const { body } = parsePage(`<html><body>${String(toHtml.processSync(markdown))}</body></html>`);
      return { ...takeBlocks(body, base === undefined ? {} : { base }), rule: "markdown:body", confidence: 0.95 };
    } catch {
      // Nested deeper than the parser can follow: no article is.
    }
  }
  return { ...plainBlocks(markdown), rule: "markdown:as-plain-text", confidence: 0.5 };
}

const EXPECTED = "key: value, a line each; a value that holds a colon or begins with a sign in quotation marks";
const MEND =
  "The text below it was read, and nothing of the front matter: title, date, author and source stay unknown until that line is mended.";

/** Values stay as written: without YAML's guesses a date is the words the author typed. */
function readFrontMatter(yaml: string): { candidates: Candidate[]; notices: Notice[] } {
  const candidates: Candidate[] = [];
  const notices: Notice[] = [];
  // The line of the opening dashes stands before.
  const lineAt = (offset: number) => yaml.slice(0, offset).split("\n").length + 1;
  let record: unknown;
  const lineOf = new Map<string, number>();
  try {
    const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = lineAt(error.pos[0]);
      notices.push({
        severity: "warning",
        rule: "read:front-matter",
        reason: `The front matter is no YAML: ${error.message}`,
        line,
        expected: [EXPECTED],
        note: MEND,
      });
    } else {
      record = document.toJS({ maxAliasCount: 100 });
      if (isMap(document.contents))
        for (const { key } of document.contents.items)
          if (isScalar(key)) lineOf.set(String(key.value), lineAt(key.range?.[0] ?? 0));
    }
  } catch (error) {
    notices.push({
      severity: "warning",
      rule: "read:front-matter",
      reason: `The front matter is no YAML: ${(error as Error).message}`,
      line: 1,
      expected: [EXPECTED],
      note: MEND,
    });
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return { candidates, notices };
  for (const [key, given] of Object.entries(record)) {
    const field = KEYS[key.toLowerCase()];
    if (field === undefined) continue;
    for (const words of [given].flat()) {
      if (typeof words !== "string" || words.trim() === "") continue;
      const value = toValue(field, words);
      if (value) candidates.push({ field, value, rule: "markdown:front-matter", words, place: key });
      else
        notices.push({
          severity: "warning",
          rule: "read:unreadable-value",
          reason: `«${key}» cannot be read: «${words.slice(0, 80)}»`,
          line: lineOf.get(key) ?? 1,
          note: "It was left out; the article was read.",
        });
    }
  }
  return { candidates, notices };
}

function toValue(field: MetadataField, words: string): string | undefined {
  if (field === "published" || field === "modified") return parseMachineDate(words)?.edtf;
  if (field === "url") return absolute(words);
  if (field === "language") return languageTag(words);
  return readable(words);
}
