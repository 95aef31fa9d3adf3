import type { ListedArticle } from "../model/article.ts";
import type { SiteContext } from "./context.ts";
import { headline } from "./listed-article.ts";
import { fill, VIEW } from "./strings.ts";
import type { CitationView, WebLink } from "./views/article.ts";

/** What a reference to an article is made of, in whatever form. Absent means unknown. */
interface Reference {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet?: string;
  /** When it came out, as EDTF and as people read it; a day that the text tells of is not one. */
  readonly published?: { readonly edtf: string; readonly text: string; readonly datetime?: string };
  /** Where it stood before. */
  readonly originalUrl?: string;
  readonly archive: string;
  /** Absolute address of its page here. */
  readonly archiveUrl?: string;
  readonly topics: readonly string[];
}

/** How to cite an article, in words, as files for reference managers and for those that read the page. */
export function citationOf(context: SiteContext, article: ListedArticle): CitationView {
  const reference = referenceOf(context, article);
  const { authors, title, outlet, published, originalUrl, archive, archiveUrl, id } = reference;
  const named = [authors.join(VIEW.listComma), `«${title}»`, outlet ?? "", published?.text ?? VIEW.cite.undated];
  return {
    words: `${named.filter((part) => part !== "").join(VIEW.listComma)}.`,
    ...(originalUrl === undefined ? {} : { originalUrl }),
    kept: fill(VIEW.cite.kept, { archive }),
    address: archiveUrl ?? id,
    files: [
      { label: "RIS", name: `${id}.ris`, href: dataUrl("application/x-research-info-systems", formatRis(reference)) },
      { label: "BibLaTeX", name: `${id}.bib`, href: dataUrl("application/x-bibtex", formatBibLatex(reference)) },
    ],
    meta: metaOf(reference),
  };
}

/** An address of the web with the host as its label; nothing for what is no http(s) address. */
export function webLink(url: string | undefined): WebLink | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? { url, label: hostname.replace(/^www\./, "") } : undefined;
}

function referenceOf(context: SiteContext, article: ListedArticle): Reference {
  const { archive, urls, formatDate } = context;
  const edtf = article.dates.published ?? article.dates.filed;
  const originalUrl = webLink(article.originalUrl?.[0])?.url;
  const archiveUrl = urls.absolute(urls.article(article.id));
  return {
    id: article.id,
    title: oneLine(headline(article)),
    authors: (article.authors ?? []).map(oneLine),
    ...(article.source === undefined ? {} : { outlet: context.ref(article.source).label }),
    ...(edtf === undefined ? {} : { published: { edtf, ...formatDate(edtf) } }),
    ...(originalUrl === undefined ? {} : { originalUrl }),
    archive: archive.config.title,
    ...(archiveUrl === undefined ? {} : { archiveUrl }),
    topics: (article.topics ?? []).map((id) => context.ref(id).label),
  };
}

/**
 * RIS, which Zotero, EndNote, Mendeley and JabRef read; tags as in the specification of 2011. A date that is not exact
 * would be read as one that is: it is a note.
 */
function formatRis(reference: Reference): string {
  const { id, title, authors, outlet, published, originalUrl, archive, archiveUrl, topics } = reference;
  const [year, month = "", day = ""] = published?.datetime?.split("-") ?? [];
  const lines: (readonly [tag: string, value: string | undefined])[] = [
    ["TY", "NEWS"],
    ["TI", title],
    ...authors.map((author) => ["AU", author] as const),
    ["T2", outlet],
    ["PY", year],
    ["DA", year && [year, month, day, ""].join("/")],
    ["N1", published?.datetime === undefined ? published?.text : undefined],
    ["LA", "ar"],
    ["UR", originalUrl ?? archiveUrl],
    ["DB", archive],
    ["AN", id],
    ["AV", archiveUrl],
    ...topics.map((topic) => ["KW", topic] as const),
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => (value === undefined ? "" : `${tag}  - ${value}\r\n`)).join("");
}

/** BibLaTeX, whose dates are EDTF, too. Braces around an author keep a name of several words together. */
function formatBibLatex(reference: Reference): string {
  const { id, title, authors, outlet, published, originalUrl, archive, archiveUrl } = reference;
  const fields: (readonly [name: string, value: string | undefined])[] = [
    ["entrysubtype", "newspaper"],
    ["author", authors.length === 0 ? undefined : authors.map((author) => `{${escapeTex(author)}}`).join(" and ")],
    ["title", `{${escapeTex(title)}}`],
    ["journaltitle", outlet && escapeTex(outlet)],
    ["date", published?.edtf],
    ["url", originalUrl ?? archiveUrl],
    ["addendum", escapeTex([archive, archiveUrl ?? id].join(": "))],
    ["langid", "arabic"],
  ];
  const rows = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]));
  return `@article{${id},\n${rows.join("")}}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[{}%#&$_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

/**
 * Dublin Core and PRISM as the page's `<meta>`: what Zotero, among others, reads of a page. `newspaperArticle` is its
 * name of the kind; the outlet has to be told, or the archive is taken for it.
 */
function metaOf({ title, authors, outlet, published, originalUrl }: Reference): CitationView["meta"] {
  return [
    ["DC.type", "newspaperArticle"],
    ["DC.title", title],
    ...authors.map((author) => ["DC.creator", author] as const),
    ...(outlet === undefined ? [] : ([["prism.publicationName", outlet]] as const)),
    ...(published?.datetime === undefined ? [] : ([["DC.date", published.datetime]] as const)),
    ...(originalUrl === undefined ? [] : ([["DC.source", originalUrl]] as const)),
    ["DC.language", "ar"],
  ];
}

/** A file as an address: letters stay as they are, which the parser of addresses encodes; signs that mean something there do not. */
function dataUrl(type: string, content: string): string {
  const escaped = content.replace(/[\0-%<>`{|}\\^#]/g, (sign) => encodeURIComponent(sign));
  return `data:${type};charset=utf-8,${escaped}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
