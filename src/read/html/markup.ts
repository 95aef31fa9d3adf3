import type { MetadataField } from "../../model/metadata.ts";
import { parseMachineDate } from "../machine-date.ts";
import type { Candidate } from "../types.ts";
import { absolute, languageTag, splitKeywords } from "./json-ld.ts";
import { isSiteFurniture, lineOf, readable } from "./page.ts";

interface Name {
  readonly field: MetadataField;
  readonly rule: string;
}

/** Names of `<meta>` (name, property, itemprop) and of RDFa and microdata, by what they say; lower case. */
const NAMES: ReadonlyMap<string, Name> = new Map(
  Object.entries({
    "title html:og": "og:title",
    "title html:twitter": "twitter:title",
    "title html:dublin-core": "dc.title dcterms.title dc:title",
    "title html:meta":
      "headline rnews:headline rnews:name schema:headline schema:name parsely-title sailthru.title citation_title cxenseparse:title",
    "published html:og": "article:published_time og:article:published_time og:published_time article:published",
    "published html:meta":
      "datepublished publishdate publish_date publish-date pubdate publication_date publicationdate published_at published-date parsely-pub-date sailthru.date article.published article_date_original originalpublicationdate cxenseparse:recs:publishtime citation_publication_date citation_date displaydate release_date rnews:datepublished schema:datepublished",
    "published html:dublin-core":
      "dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created dc:date dc:created",
    "published html:meta-date": "date created datecreated timestamp created_at uploaddate",
    "modified html:og": "article:modified_time og:article:modified_time og:updated_time article:modified",
    "modified html:meta":
      "datemodified last-modified lastmod lastmodified modified modified_at updated_at revised dc.date.modified dcterms.modified rnews:datemodified schema:datemodified",
    "author html:meta": "author parsely-author sailthru.author byl cxenseparse:author citation_author",
    "author html:og": "article:author og:article:author og:author",
    "author html:dublin-core": "dc.creator dcterms.creator dc:creator",
    "site html:og": "og:site_name",
    "site html:meta": "application-name apple-mobile-web-app-title publisher dc.publisher dcterms.publisher",
    "url html:og": "og:url",
    "url html:meta": "url identifier-url identifier_url syndication-source original-source",
    "section html:og": "article:section og:article:section",
    "section html:meta": "articlesection parsely-section section sailthru.section dcterms.subject",
    "keyword html:og": "article:tag og:article:tag",
    "keyword html:meta": "keywords news_keywords parsely-tags sailthru.tags",
    "description html:og": "og:description",
    "description html:twitter": "twitter:description",
    "description html:meta": "description dc.description dcterms.description",
    "language html:og": "og:locale",
    "language html:meta": "inlanguage content-language language dc.language dcterms.language",
  }).flatMap(([what, names]) => {
    const [field, rule] = what.split(" ") as [MetadataField, string];
    return names.split(" ").map((name) => [name, { field, rule }] as const);
  }),
);

/** Elements that only hold the words of a property: shown to no one, so anywhere on the page they speak of it. */
const MICRODATA = "[itemprop], [property]";

/** What `<meta>`, `<link>`, `<html>`, microdata and RDFa say. `headline` tells the article's own from those of others. */
export function readMarkup(document: Document, headline: Element | undefined): Candidate[] {
  const found: Candidate[] = [];
  const inBody: { candidate: Candidate; element: Element }[] = [];
  const add = (name: Name, words: string, place: string, element?: Element) => {
    for (const part of name.field === "keyword" ? splitKeywords(words) : [words]) {
      const value = toValue(name.field, part);
      if (!value) continue;
      const candidate: Candidate = { ...name, value, words: part, place };
      if (element === undefined) found.push(candidate);
      else inBody.push({ candidate, element });
    }
  };
  for (const meta of document.querySelectorAll("meta")) {
    const content = meta.getAttribute("content");
    if (content === null || content.trim() === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"] as const) {
      for (const written of meta.getAttribute(attribute)?.split(/\s+/) ?? []) {
        const name = NAMES.get(written.toLowerCase());
        if (name === undefined) continue;
        const isInBody = attribute === "itemprop" && meta.closest("body") !== null && meta.closest("head") === null;
        if (isInBody && !isOfThePage(meta)) continue;
        add(name, content, `meta[${attribute}="${written}"]`, isInBody ? meta : undefined);
      }
    }
  }
  for (const element of document.querySelectorAll(MICRODATA)) {
    if (element.tagName.toUpperCase() === "META") continue;
    for (const attribute of ["itemprop", "property"] as const) {
      for (const written of element.getAttribute(attribute)?.split(/\s+/) ?? []) {
        const name = NAMES.get(written.toLowerCase());
        if (name === undefined || name.field === "description" || !isOfThePage(element)) continue;
        const words = element.getAttribute("content") ?? element.getAttribute("datetime") ?? lineOf(element);
        add({ field: name.field, rule: "html:microdata" }, words, `[${attribute}="${written}"]`, element);
      }
    }
  }
  found.push(...nearest(inBody, headline));
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  if (canonical) add({ field: "url", rule: "html:canonical" }, canonical, 'link[rel="canonical"]');
  const language = document.documentElement?.getAttribute("lang");
  if (language) add({ field: "language", rule: "html:lang" }, language, "html[lang]");
  return found;
}

/** Of each field those in the smallest container of the headline that holds any: a page marks up other articles too. */
function nearest(
  all: readonly { candidate: Candidate; element: Element }[],
  headline: Element | undefined,
): Candidate[] {
  const kept: Candidate[] = [];
  for (const field of new Set(all.map(({ candidate }) => candidate.field))) {
    let same = all.filter(({ candidate }) => candidate.field === field);
    for (let scope = headline?.parentElement ?? null; scope !== null; scope = scope.parentElement) {
      const within = scope;
      const inside = same.filter(({ element }) => within.contains(element));
      if (inside.length === 0) continue;
      same = inside;
      break;
    }
    kept.push(...same.map(({ candidate }) => candidate));
  }
  return kept;
}

/** Not one of the other articles a page lists: those stand in its margins, or several of a kind in a row. */
function isOfThePage(element: Element): boolean {
  if (isSiteFurniture(element)) return false;
  const scope = element.closest("[itemscope]");
  return scope === null || scope.closest("li, ul, ol") === null;
}

function toValue(field: MetadataField, words: string): string | undefined {
  if (field === "published" || field === "modified") return parseMachineDate(words)?.edtf;
  if (field === "url") return absolute(words);
  if (field === "language") return languageTag(words);
  // Facebook asks for the address of a profile where others write the name.
  if (field === "author" && /^(?:https?:|www\.|@)/i.test(words.trim())) return undefined;
  return readable(words);
}
