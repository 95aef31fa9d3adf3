import type { MetadataField } from "../../model/metadata.ts";
import { lettersOf } from "../choose.ts";
import { parseMachineDate } from "../machine-date.ts";
import type { Candidate } from "../types.ts";
import { readable } from "./page.ts";

type Json = Readonly<Record<string, unknown>>;

/** Types of schema.org that are an article: NewsArticle and its kin, postings, reports. */
const ARTICLE = /(?:Article|BlogPosting|SocialMediaPosting|Report|Review)$/;
const RULE = "html:json-ld";

export interface StructuredData {
  readonly candidates: readonly Candidate[];
  /** `articleBody` as given, with its line ends. */
  readonly body?: string;
}

/** What else is known of the page, by which its own article is told from others it lists. */
export interface PageHints {
  /** Titles and headlines, in the letters of `lettersOf`. */
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * What the page's JSON-LD (https://schema.org/Article) says of the article. Of several articles on a page the one
 * with the page's own headline or address is taken, else one that is a page's main entity, else the first.
 */
export function readStructuredData(document: Document, hints: PageHints): StructuredData {
  const nodes: { node: Json; script: number; fit: number }[] = [];
  const named = new Map<string, Json>();
  const scripts = [...document.querySelectorAll("script")].filter((script) =>
    /ld\+json/i.test(script.getAttribute("type") ?? ""),
  );
  for (const [index, script] of scripts.entries()) {
    const data = parseLoosely(script.textContent ?? "");
    for (const node of articlesIn(data)) nodes.push({ node, script: index + 1, fit: fitOf(node, hints) });
    for (const node of namedIn(data)) named.set(node["@id"] as string, node);
  }
  const main = nodes.reduce<(typeof nodes)[number] | undefined>(
    (a, b) => (a === undefined || b.fit > a.fit ? b : a),
    undefined,
  );
  if (main === undefined) return { candidates: [] };
  const candidates = [
    ...candidatesOf(withReferences(main.node, named), main.script),
    ...(isDated(main.node) ? [] : daysOfPage(nodes)),
  ];
  const body = main.node.articleBody;
  return { candidates, ...(typeof body === "string" && body.trim() !== "" && { body }) };
}

const isDated = (node: Json) => node.datePublished !== undefined || node.dateModified !== undefined;

/** The days of the page, where its article gives none: some systems write them there. */
function daysOfPage(nodes: readonly { readonly node: Json; readonly script: number }[]): Candidate[] {
  const page = nodes.find(({ node }) => typesOf(node).includes("WebPage") && isDated(node));
  return page === undefined
    ? []
    : candidatesOf(page.node, page.script).filter(({ field }) => field === "published" || field === "modified");
}

function fitOf(node: Json, { titles, addresses }: PageHints): number {
  const headline = lettersOf(String(node.headline ?? node.name ?? ""));
  const isHeadline =
    headline.length >= 8 && titles.some((title) => title.startsWith(headline) || headline.startsWith(title));
  const isAddress = [node.url, node["@id"], idOf(node.mainEntityOfPage)].some(
    (url) => typeof url === "string" && addresses.includes(url),
  );
  const isArticle = typesOf(node).some((type) => ARTICLE.test(type));
  return (
    (isArticle ? 8 : 0) + (isHeadline ? 4 : 0) + (isAddress ? 2 : 0) + (node.mainEntityOfPage === undefined ? 0 : 1)
  );
}

/** Article nodes of a document, else its page if it is dated: at its top, in a list or in `@graph`; what is nested deeper is quoted, not told. */
function articlesIn(value: unknown, depth = 0): Json[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => articlesIn(item, depth + 1));
  if (!isObject(value)) return [];
  const types = typesOf(value);
  if (types.some((type) => ARTICLE.test(type))) return [value];
  // Some sites describe the page, with the article's dates, and no article.
  if (types.includes("WebPage") && value.datePublished !== undefined) return [value];
  return [value["@graph"], value.mainEntity].flatMap((item) => (item === undefined ? [] : articlesIn(item, depth + 1)));
}

/** Nodes that others refer to: people and organizations of a `@graph` or of a script of their own. */
function namedIn(value: unknown): Json[] {
  const all = listOf(value).flatMap((node) => (isObject(node) ? [node, ...listOf(node["@graph"])] : []));
  return all.filter(
    (node): node is Json => isObject(node) && typeof node["@id"] === "string" && node.name !== undefined,
  );
}

/** The article with what it refers to by `{"@id": …}` alone in its place. */
function withReferences(node: Json, named: ReadonlyMap<string, Json>): Json {
  const resolve = (value: unknown): unknown =>
    isObject(value) && value.name === undefined ? (named.get(String(value["@id"])) ?? value) : value;
  const { author, publisher } = node;
  return {
    ...node,
    author: Array.isArray(author) ? author.map(resolve) : resolve(author),
    publisher: resolve(publisher),
  };
}

function typesOf(node: Json): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

function candidatesOf(node: Json, script: number): Candidate[] {
  const found: Candidate[] = [];
  const add = (
    field: MetadataField,
    words: unknown,
    path: string,
    toValue: (words: string) => string | undefined = readable,
  ) => {
    if (typeof words !== "string" && typeof words !== "number") return;
    const value = toValue(String(words));
    if (value)
      found.push({
        field,
        value,
        rule: RULE,
        words: String(words),
        place: `script[type="application/ld+json"] ${script}: ${path}`,
      });
  };
  const day = (words: string) => parseMachineDate(words)?.edtf;
  add("title", node.headline ?? node.name, node.headline === undefined ? "name" : "headline");
  add("published", node.datePublished, "datePublished", day);
  add("modified", node.dateModified, "dateModified", day);
  add("description", node.description, "description");
  add(
    "url",
    idOf(node.url) ?? idOf(node.mainEntityOfPage),
    node.url === undefined ? "mainEntityOfPage" : "url",
    absolute,
  );
  add("section", listOf(node.articleSection)[0], "articleSection");
  add("language", languageOf(node.inLanguage), "inLanguage", languageTag);
  add("site", nameOf(node.publisher), "publisher.name");
  for (const author of listOf(node.author)) {
    const isPerson = !isObject(author) || !typesOf(author).some((type) => /Organization$/.test(type));
    if (isPerson) add("author", nameOf(author), "author.name");
  }
  for (const words of listOf(node.keywords))
    if (typeof words === "string") for (const keyword of splitKeywords(words)) add("keyword", keyword, "keywords");
  return found;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const nameOf = (value: unknown): unknown =>
  isObject(value) ? value.name : Array.isArray(value) ? nameOf(value[0]) : value;
const idOf = (value: unknown): unknown => (isObject(value) ? (value["@id"] ?? value.url) : value);
const languageOf = (value: unknown): unknown => (isObject(value) ? (value.alternateName ?? value.name) : value);

/** Keywords as sites run them together. */
export function splitKeywords(words: string): string[] {
  return words
    .split(/[,،;؛|\n]+/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== "");
}

/** An http(s) address, as it is written; undefined for anything else. */
export function absolute(words: string): string | undefined {
  const url = words.trim();
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** BCP 47 with the usual case, from `ar_EG`, `AR` and the like; undefined for names of languages. */
export function languageTag(words: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(words.trim());
  if (!match) return undefined;
  const [, language, region] = match as unknown as [string, string, string | undefined];
  // «ar_AR» names no country; it is what a form offered.
  const isCountry = region !== undefined && region.toUpperCase() !== "AR";
  return language.toLowerCase() + (isCountry ? `-${region.toUpperCase()}` : "");
}

/** JSON as pages hold it: in CDATA or comment marks, with raw line ends in strings or a comma too many. Undefined when nothing helps. */
function parseLoosely(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:\/\*\s*)?(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?|(?:\/\*\s*)?(?:\/\/\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*;?\s*$/g,
    "",
  );
  for (const attempt of [
    bare,
    bare.replace(/\p{Cc}+/gu, " "),
    bare
      .replace(/\p{Cc}+/gu, " ")
      .replace(/,\s*(?=[}\]])/g, "")
      .replace(/;\s*$/, ""),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt forgives more.
    }
  }
  return undefined;
}
