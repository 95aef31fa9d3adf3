import type { ListedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import { DATE_FIELDS, type EntityType, FIELDS, TEXTS_FIELDS } from "../model/fields.ts";
import type { SiteContext } from "./context.ts";
import { headline, idsIn, NAMING_FIELDS } from "./listed-article.ts";

type Node = Readonly<Record<string, unknown>>;

/** schema.org types of the records. */
const TYPES: Readonly<Record<EntityType, string>> = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  topic: "DefinedTerm",
  source: "NewsMediaOrganization",
};

/** Serialised so that it can stand in a script element: no `<` that could end it. */
export function formatJsonLd(node: Node): string {
  return JSON.stringify({ "@context": "https://schema.org", ...node }).replaceAll("<", "\\u003c");
}

/** The page's address: absolute with a base address, else as the page's own links are, for the reader to resolve. */
export function linkOf({ urls }: SiteContext, url: string): string {
  return urls.absolute(url) ?? url;
}

function webSite(context: SiteContext): Node {
  return { "@type": "WebSite", name: context.archive.config.title, url: linkOf(context, context.urls.home()) };
}

/** https://schema.org/NewsArticle; each field of the field table under the property its row names. */
export function articleJsonLd(context: SiteContext, article: ListedArticle, words: number): string {
  const url = linkOf(context, context.urls.article(article.id));
  const properties: Record<string, unknown> = {};
  const add = (property: string, value: unknown) => {
    const before = properties[property];
    if (before === undefined) properties[property] = value;
    else if (Array.isArray(before)) before.push(value);
    else properties[property] = [before, value];
  };
  for (const field of DATE_FIELDS) {
    const edtf = article.dates[field];
    // Plain dates of EDTF are ISO 8601, which schema.org asks for; an approximate or partial one would be read as exact.
    if (edtf !== undefined && context.formatDate(edtf).datetime !== undefined) add(FIELDS[field].schemaOrg, edtf);
  }
  for (const field of NAMING_FIELDS) {
    for (const id of idsIn(article, field)) {
      const entity = context.entity(id);
      // `citation` takes a work or a text; an agency is no work. What was reprinted or translated is one it published.
      if (field === "citedAgencies") add(FIELDS[field].schemaOrg, entity.prefLabel);
      else if (field === "reprintOf" || field === "translatedFrom")
        add(FIELDS[field].schemaOrg, { "@type": "CreativeWork", publisher: entityNode(context, entity) });
      else add(FIELDS[field].schemaOrg, entityNode(context, entity));
    }
  }
  for (const field of TEXTS_FIELDS)
    for (const value of article[field] ?? [])
      add(FIELDS[field].schemaOrg, field === "authors" || field === "translators" ? { name: value } : value);
  const event = article.event === undefined ? undefined : context.events.get(article.event);
  if (event !== undefined)
    add("about", { "@type": "Event", "@id": linkOf(context, context.urls.event(event.id)), name: event.title });
  return formatJsonLd({
    "@type": "NewsArticle",
    "@id": url,
    url,
    headline: headline(article),
    inLanguage: "ar",
    ...properties,
    ...(words > 0 ? { wordCount: words } : {}),
    isPartOf: webSite(context),
  });
}

function entityNode(context: SiteContext, { id, type, prefLabel }: Entity): Node {
  return { "@type": TYPES[type], "@id": linkOf(context, context.ref(id).url), name: prefLabel };
}

/** A record's own page. */
export function entityJsonLd(context: SiteContext, entity: Entity): string {
  const { type, latin, altLabel, description, sameAs, roles } = entity;
  const names = [...new Set([...(latin === undefined ? [] : [latin]), ...altLabel])];
  return formatJsonLd({
    ...entityNode(context, entity),
    url: linkOf(context, context.urls.entity(type, entity.id)),
    ...(names.length > 0 ? { alternateName: names } : {}),
    ...(description === undefined ? {} : { description }),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    ...(type === "person" && roles.length > 0 ? { jobTitle: roles.map(({ label }) => label) } : {}),
  });
}

export function eventJsonLd(context: SiteContext, id: string): string | undefined {
  const event = context.events.get(id);
  if (event === undefined) return undefined;
  const isExact = event.date !== undefined && context.formatDate(event.date).datetime !== undefined;
  return formatJsonLd({
    "@type": "Event",
    "@id": linkOf(context, context.urls.event(id)),
    name: event.title,
    ...(isExact ? { startDate: event.date } : {}),
    ...(event.place === undefined ? {} : { location: entityNode(context, context.entity(event.place)) }),
    ...(event.participants.length > 0
      ? { attendee: event.participants.map((person) => entityNode(context, context.entity(person))) }
      : {}),
    subjectOf: event.articles.map((article) => ({
      "@type": "NewsArticle",
      "@id": linkOf(context, context.urls.article(article)),
    })),
  });
}

/** A list of pages: https://schema.org/CollectionPage. */
export function collectionJsonLd(context: SiteContext, url: string, name: string): string {
  return formatJsonLd({
    "@type": "CollectionPage",
    "@id": linkOf(context, url),
    url: linkOf(context, url),
    name,
    inLanguage: "ar",
    isPartOf: webSite(context),
  });
}

/** The home page: the site, and where it is searched when it has an absolute address. */
export function siteJsonLd(context: SiteContext): string {
  const { title, description } = context.archive.config;
  const search = context.urls.absolute(context.urls.search());
  return formatJsonLd({
    ...webSite(context),
    name: title,
    description,
    inLanguage: "ar",
    ...(search === undefined
      ? {}
      : {
          potentialAction: {
            "@type": "SearchAction",
            target: { "@type": "EntryPoint", urlTemplate: `${search}?q={search_term_string}` },
            "query-input": "required name=search_term_string",
          },
        }),
  });
}
