import { digest } from "../digest.ts";
import { byCodePoint } from "../effects.ts";
import type { Event } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import { type SiteContext, withoutCount } from "./context.ts";
import { eventJsonLd } from "./json-ld.ts";
import type { Keys } from "./keys.ts";
import { idsIn, type NamingField } from "./listed-article.ts";
import { eventDate, knownRefs } from "./lists.ts";
import type { PageSource } from "./site-data.ts";
import { fill, formatCount, formatRule, NOUNS, VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";
import type { Ref } from "./views/parts.ts";
import type { EventPage } from "./views/records.ts";

/** Rows of «who names whom»: more would be a wall of names. */
const NAMING_LIMIT = 40;
/** What reports are compared by. */
const COMPARED: readonly NamingField[] = ["people", "organizations", "places"];

/** The dossier of one event. */
export function eventPages(context: SiteContext, keys: Keys, event: Event): PageSource[] {
  const url = context.urls.event(event.id);
  const from = () => eventPageKey(context, keys, event);
  return [{ url, kind: "event", from, view: async () => eventPage(context, event, url) }];
}

/** Key of all that the dossier of an event is made from. */
function eventPageKey(context: SiteContext, keys: Keys, event: Event): string {
  const { articles, texts } = context;
  const reports = event.articles.map((id) => articles.get(id)).filter((article) => article !== undefined);
  const parts = [
    keys.config,
    keys.event(event),
    keys.counts([...(event.place === undefined ? [] : [event.place]), ...event.participants]),
    reports.map((article) => [keys.article(article), context.dates(article), texts.bodies.get(article.id)?.words]),
    event.links.map(({ a, b }) => [a, b].map((id) => articles.get(id)?.title)),
  ];
  return digest(JSON.stringify(parts));
}

function eventPage(context: SiteContext, event: Event, url: string): EventPage {
  const articles = event.articles.map((id) => context.articles.get(id)).filter((article) => article !== undefined);
  const date = eventDate(context, event.date);
  const [place] = event.place === undefined ? [] : knownRefs(context, [event.place]);
  const jsonLd = eventJsonLd(context, event.id);
  return {
    kind: "event",
    url,
    title: fill(VIEW.eventOf, { title: event.title }),
    description: `${event.title} (${formatCount(articles.length, NOUNS.report)})`,
    section: SECTIONS.event,
    ...(jsonLd === undefined ? {} : { jsonLd }),
    heading: event.title,
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place: withoutCount(place) }),
    participants: knownRefs(context, event.participants),
    reports: articles.map((article) => report(context, article)),
    naming: naming(context, articles),
    onlyIn: onlyIn(context, articles),
    reasons: reasons(context, event),
  };
}

function report(context: SiteContext, article: ListedArticle): EventPage["reports"][number] {
  const refs = (field: NamingField) => idsIn(article, field).map((id) => withoutCount(context.ref(id)));
  const { event: _, ...card } = context.card(article); // the page is the event's
  return {
    ...card,
    dates: context.dates(article),
    people: refs("people"),
    places: refs("places"),
    length: formatCount(context.texts.bodies.get(article.id)?.words ?? 0, NOUNS.word),
  };
}

/** Records the reports compare by, those most reports name first, with the forms each report writes. */
function naming(context: SiteContext, articles: readonly ListedArticle[]): EventPage["naming"] {
  const ids = [...new Set(articles.flatMap((article) => COMPARED.flatMap((field) => idsIn(article, field))))];
  const rows = ids.map((id) => {
    const cells = articles.map((article) => Object.keys(article.names[id]?.forms ?? {}));
    return { id, cells, reports: cells.filter((forms) => forms.length > 0).length };
  });
  return rows
    .filter(({ reports }) => reports > 0)
    .sort(
      (a, b) => b.reports - a.reports || typeOrder(context, a.id) - typeOrder(context, b.id) || byCodePoint(a.id, b.id),
    )
    .slice(0, NAMING_LIMIT)
    .map(({ id, cells }) => ({ ref: withoutCount(context.ref(id)), cells }));
}

function typeOrder(context: SiteContext, id: string): number {
  return ["person", "organization", "place", "source", "topic"].indexOf(context.entity(id).type);
}

/** What one report names and no other does. */
function onlyIn(context: SiteContext, articles: readonly ListedArticle[]): EventPage["onlyIn"] {
  const named = articles.map((article) => new Set(COMPARED.flatMap((field) => idsIn(article, field))));
  return articles.flatMap((article, index) => {
    const own = context
      .records(article)
      .map((place) => context.recordIds[place] as string)
      .filter((id) => named[index]?.has(id) && named.every((others, other) => other === index || !others.has(id)));
    return own.length === 0
      ? []
      : [{ report: reportRef(context, article), refs: own.map((id) => withoutCount(context.ref(id))) }];
  });
}

function reportRef(context: SiteContext, article: ListedArticle): Ref {
  const { url, title, source } = context.card(article);
  return { url, label: title, ...(source === undefined ? {} : { note: source.label }) };
}

function reasons(context: SiteContext, { links }: Event): string[] {
  const title = (id: string) => {
    const article = context.articles.get(id);
    return article === undefined ? id : context.card(article).title;
  };
  return links.map(({ a, b, why }) =>
    fill(VIEW.joinedBy, { a: title(a), b: title(b), reasons: why.map(formatRule).join(VIEW.listComma) }),
  );
}
