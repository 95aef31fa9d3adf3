import { digest } from "../digest.ts";
import type { ListedArticle } from "../model/article.ts";
import { FIELDS } from "../model/fields.ts";
import { citedIn } from "../write/listed.ts";
import { citationOf, webLink } from "./citation.ts";
import { type SiteContext, type WholeArticle, withoutCount } from "./context.ts";
import { evidenceViews } from "./evidence.ts";
import { articleJsonLd } from "./json-ld.ts";
import { type Keys, namedBy, ownKey } from "./keys.ts";
import { cutAtWord, headline, idsIn, type NamingField, titleNote } from "./listed-article.ts";
import { mentionCards } from "./mention-cards.ts";
import { cutRaw } from "./raw-pieces.ts";
import { formatRule } from "./strings.ts";
import type { ArticlePage } from "./views/article.ts";
import type { ArticleCard, Ref } from "./views/parts.ts";

/** The page of one article: what is listed of it, and the whole. */
export function articlePage(
  context: SiteContext,
  article: ListedArticle,
  { article: whole, body, raw }: WholeArticle,
): ArticlePage {
  const { urls } = context;
  const note = titleNote(article);
  const title = headline(article);
  const event = context.eventRef(article);
  const neighbour = (step: number) => neighbourRef(context, article, step);
  return {
    kind: "article",
    id: article.id,
    url: urls.article(article.id),
    title,
    ...optional("description", cutAtWord(body.lead, 160) || undefined),
    jsonLd: articleJsonLd(context, article, body.words),
    headline: title,
    ...optional("kicker", article.kicker?.[0]),
    ...optional("titleNote", note),
    dates: context.dates(article),
    unknown: unknownFields(article),
    ...optional("source", refIn(context, article, "source")),
    ...optional("provider", refIn(context, article, "provider")),
    citedAgencies: refsIn(context, article, "citedAgencies"),
    authors: article.authors ?? [],
    ...optional("datelinePlace", refIn(context, article, "datelinePlace")),
    ...optional("eventPlace", refIn(context, article, "eventPlace")),
    people: refsIn(context, article, "people").map((ref, index) => withRole(ref, article, article.people?.[index])),
    organizations: refsIn(context, article, "organizations"),
    places: refsIn(context, article, "places"),
    topics: refsIn(context, article, "topics"),
    bodyHtml: body.html,
    mentions: mentionCards(context, article, body.html),
    outline: body.outline,
    links: (whole.links ?? []).map(linkView).filter((link) => link !== undefined),
    ...optional("event", event),
    sameEvent: cards(context, sameEvent(context, article)),
    duplicates: cards(context, duplicatesOf(context, article)),
    related: relatedCards(context, article),
    ...optional("earlier", neighbour(-1)),
    ...optional("later", neighbour(1)),
    evidence: evidenceViews(context, whole, raw),
    raw: raw === undefined ? [] : cutRaw(raw, whole),
    merged: (article.merged ?? []).map(({ raw }) => ({ rawPath: raw.path, rawSha256: raw.sha256 })),
    rawPath: article.raw.path,
    rawSha256: article.raw.sha256,
    removed: whole.removed.map(({ text, rule }) => ({ text, reason: formatRule(rule) })),
    correctUrl: urls.review({ article: article.id }),
    ...optional("original", webLink(article.originalUrl?.[0])),
    citation: citationOf(context, article),
  };
}

/** Key of all that the page of an article is made from: its own texts, and what it shows of records and other articles. */
export function articlePageKey(context: SiteContext, keys: Keys, article: ListedArticle): string {
  const { archive, articles, events, texts } = context;
  const related = archive.related[article.id] ?? [];
  const ids = [...sameEvent(context, article), ...duplicatesOf(context, article), ...related.map(({ id }) => id)];
  const others = ids.map((id) => articles.get(id)).filter((other) => other !== undefined);
  const cited = (article.cites ?? citedIn(article)).map((id) => {
    const other = articles.get(id);
    return other === undefined ? keys.record(id) : headline(other);
  });
  const parts = [
    keys.config,
    ownKey(article),
    texts.bodies.get(article.id)?.key,
    texts.hasRaw(article),
    context.dates(article),
    article.event === undefined ? undefined : events.get(article.event)?.title,
    context.eventRef(article),
    namedBy(article).map(keys.record),
    others.map((other) => [other.id, keys.card(other)]),
    related.map(({ shared }) => shared.map(keys.record)),
    neighbourRef(context, article, -1),
    neighbourRef(context, article, 1),
    cited,
  ];
  return digest(JSON.stringify(parts));
}

/** A property only where there is a value: absent means unknown. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

function refIn(context: SiteContext, article: ListedArticle, field: NamingField): Ref | undefined {
  return refsIn(context, article, field)[0];
}

function refsIn(context: SiteContext, article: ListedArticle, field: NamingField): Ref[] {
  return idsIn(article, field).map((id) => withoutCount(context.ref(id)));
}

/** The title the article writes before the name. */
function withRole(ref: Ref, article: ListedArticle, id: string | undefined): Ref {
  const [role] = (id === undefined ? undefined : article.names[id]?.roles) ?? [];
  return role === undefined ? ref : { ...ref, note: role };
}

/** Labels of what a reader would look for and the text does not say. */
function unknownFields(article: ListedArticle): string[] {
  return [
    ...(article.dates.published === undefined ? [FIELDS.published.label] : []),
    ...(article.source === undefined ? [FIELDS.source.label] : []),
    ...(article.authors === undefined ? [FIELDS.authors.label] : []),
  ];
}

const VIDEO = /^(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly)$/;

/** A link of the text; one that is no web address is left out. Without a label the address is shown as people write it. */
function linkView({
  url,
  label,
}: {
  readonly url: string;
  readonly label?: string;
}): ArticlePage["links"][number] | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  const isVideo = VIDEO.test(host) || /\.(?:mp4|webm|m3u8)$/i.test(pathname);
  return { url, label: label ?? cutMiddle(host.replace(/^www\./, "") + (pathname === "/" ? "" : pathname)), isVideo };
}

function cutMiddle(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)}…${text.slice(-18)}`;
}

function sameEvent(context: SiteContext, article: ListedArticle): readonly string[] {
  const event = article.event === undefined ? undefined : context.events.get(article.event);
  return event?.articles.filter((id) => id !== article.id) ?? [];
}

function duplicatesOf({ duplicates }: SiteContext, article: ListedArticle): readonly string[] {
  return duplicates.get(article.id)?.filter((id) => id !== article.id) ?? [];
}

function cards(context: SiteContext, ids: readonly string[]): ArticleCard[] {
  return ids
    .map((id) => context.articles.get(id))
    .filter((article) => article !== undefined)
    .map(context.card);
}

function relatedCards(context: SiteContext, article: ListedArticle): ArticlePage["related"] {
  const related = context.archive.related[article.id] ?? [];
  return related.flatMap(({ id, shared }) => {
    const other = context.articles.get(id);
    if (other === undefined) return [];
    return [
      {
        ...context.card(other),
        shared: shared
          .filter((record) => context.occurrences.has(record))
          .map((record) => withoutCount(context.ref(record))),
      },
    ];
  });
}

/** The dated article before or after this one in time. */
function neighbourRef(context: SiteContext, article: ListedArticle, step: number): Ref | undefined {
  const position = context.positions.get(article.id);
  if (position === undefined || article.date === undefined) return undefined;
  const other = context.archive.articles[position + step];
  return other?.date === undefined ? undefined : { url: context.urls.article(other.id), label: headline(other) };
}
