import { digest } from "../digest.ts";
import type { Event } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import { containersOf, countryOf } from "./containment.ts";
import { type SiteContext, withoutCount } from "./context.ts";
import { entityJsonLd } from "./json-ld.ts";
import type { Keys } from "./keys.ts";
import { idsIn } from "./listed-article.ts";
import { eventCard, knownRefs, type ListPart, listParts, newestFirst, sortEntities } from "./lists.ts";
import { mapView } from "./map/place-view.ts";
import { makeNamedTogether, type NamedTogether } from "./named-together.ts";
import { firstAndLast, rolesInTime, writtenAs } from "./naming.ts";
import { filterFor } from "./search-document.ts";
import type { PageSource } from "./site-data.ts";
import { DATE_WORDS, fill, formatCount, NOUNS, VIEW } from "./strings.ts";
import { SECTIONS } from "./urls.ts";
import type { ArticleCard, EventCard, Ref } from "./views/parts.ts";
import type { EntityPage } from "./views/records.ts";

/** Events shown on the page of a record. */
const EVENTS_LIMIT = 12;

/** Makes the pages of records, by id; what they share is worked out once. */
export function makeEntityPages(context: SiteContext, keys: Keys): (id: string) => PageSource[] {
  const together = makeNamedTogether(context);
  return (id) => entityPages(context, keys, together, id);
}

/** The pages of a record: the first says all that is known, older ones carry on its list of articles. */
function entityPages(context: SiteContext, keys: Keys, together: NamedTogether, id: string): PageSource[] {
  const entity = context.entity(id);
  const { dated, undated } = newestFirst(context.occurrences.get(id) ?? []);
  const articles = [...dated, ...undated];
  const url = context.urls.entity(entity.type, id);
  return listParts(context, url, dated, undated).map((part) => ({
    url: part.url,
    kind: "entity",
    from: () =>
      entityPageKey(context, keys, entity, part.url === url ? { ...part, items: articles } : part, articles.length),
    view: async () =>
      part.url === url
        ? { ...firstPage(context, entity, articles, part), with: together(articles, id) }
        : listPage(context, entity, articles, part),
  }));
}

/** Key of all that a page of a record is made from: the first of all its articles, the others of those they list. */
function entityPageKey(
  context: SiteContext,
  keys: Keys,
  { id, broader }: Entity,
  { items, pager, url }: ListPart<ListedArticle>,
  total: number,
): string {
  const below = context.narrower(id).map((one) => one.id);
  const parts = [
    keys.config,
    url,
    keys.record(id),
    keys.counts([...broader, ...below]),
    total,
    pager,
    items.map(keys.article),
  ];
  return digest(JSON.stringify(parts));
}

/** What every page of a record has. */
function listPage(
  context: SiteContext,
  entity: Entity,
  articles: readonly ListedArticle[],
  part: ListPart<ListedArticle>,
): EntityPage {
  const { id, type, prefLabel, latin } = entity;
  const total = formatCount(articles.length, NOUNS.article);
  return {
    kind: "entity",
    type,
    typeLabel: VIEW.typeLabels[type],
    url: part.url,
    title: prefLabel,
    description: `${fill(VIEW.articlesOf, { name: prefLabel })} (${total})`,
    section: SECTIONS[type],
    name: prefLabel,
    ...(latin === undefined ? {} : { latin }),
    otherNames: [],
    roles: [],
    broader: [],
    narrower: [],
    sameAs: [],
    writtenAs: [],
    ...(entity.provisional === undefined ? {} : { isProvisional: true }),
    containers: knownRefs(
      context,
      containersOf(context, entity).map((above) => above.id),
    ).map(withoutCount),
    mentions: [],
    rolesInTime: [],
    years: byYear(context, part.items, id),
    total,
    ...(part.pager === undefined ? {} : { pager: part.pager }),
    events: [],
    with: [],
  };
}

function firstPage(
  context: SiteContext,
  entity: Entity,
  articles: readonly ListedArticle[],
  part: ListPart<ListedArticle>,
): EntityPage {
  const { id, prefLabel, altLabel, latin, description, roles, country, broader, sameAs } = entity;
  const filter = filterFor(articles, entity);
  const home = entity.type === "place" ? countryOf(context, entity)?.id : country;
  const [countryRef] = home === undefined || home === id ? [] : knownRefs(context, [home]);
  return {
    ...listPage(context, entity, articles, part),
    jsonLd: entityJsonLd(context, entity),
    otherNames: altLabel.filter((label) => label !== prefLabel && label !== latin),
    ...(description === undefined ? {} : { about: description }),
    // Of somebody provisional nothing is known but what articles write before the name: told below, by time.
    roles: (entity.provisional === true ? [] : roles).map(({ label, start, end }) => ({
      label,
      ...periodOf(context, start, end),
    })),
    ...(countryRef === undefined ? {} : { country: withoutCount(countryRef) }),
    broader: knownRefs(context, broader),
    narrower: narrowerRefs(context, id),
    sameAs,
    ...(entity.type === "place" ? mapView(context, entity) : {}),
    mentions: firstAndLast(context, articles, entity.type),
    rolesInTime: entity.type === "person" ? rolesInTime(context, articles, id) : [],
    writtenAs: writtenAs(context, articles, id),
    events: eventCards(context, articles),
    // One article is not searched but opened.
    ...(filter === undefined || articles.length < 2
      ? {}
      : { searchUrl: context.urls.search({ name: filter, value: prefLabel }) }),
  };
}

/** When an office was held, as far as it is known. */
function periodOf(context: SiteContext, start: string | undefined, end: string | undefined): { period?: string } {
  const words = (edtf: string) => context.formatDate(edtf).text;
  if (start !== undefined && end !== undefined)
    return { period: fill(DATE_WORDS.from, { start: words(start), end: words(end) }) };
  if (start !== undefined) return { period: fill(DATE_WORDS.since, { start: words(start) }) };
  return end === undefined ? {} : { period: fill(DATE_WORDS.until, { end: words(end) }) };
}

/** Records of the archive that name this one as their broader one. */
function narrowerRefs(context: SiteContext, id: string): Ref[] {
  return sortEntities(context.narrower(id)).map((entity) => context.ref(entity.id));
}

/** Events the articles report, in the order of the articles. */
function eventCards(context: SiteContext, articles: readonly ListedArticle[]): EventCard[] {
  const ids = new Set<string>();
  for (const { event } of articles) {
    if (event !== undefined && context.events.has(event)) ids.add(event);
    if (ids.size === EVENTS_LIMIT) break;
  }
  return [...ids].map((id) => eventCard(context, context.events.get(id) as Event));
}

function byYear(context: SiteContext, articles: readonly ListedArticle[], id: string): EntityPage["years"] {
  const years = new Map<string, ArticleCard[]>();
  for (const article of articles) {
    const period = article.date === undefined ? undefined : context.formatDate(article.date).period;
    const year = period?.slice(0, 4) ?? "";
    const cards = years.get(year) ?? [];
    years.set(year, cards);
    cards.push(cardFor(context, article, id));
  }
  const heading = (year: string) => (year === "" ? VIEW.undated : year);
  // In the order of the list; undated articles stand last in it, those without a certain year anywhere.
  const groups = [...years].map(([year, cards]) => ({
    heading: heading(year),
    id: `year-${year || "undated"}`,
    articles: cards,
  }));
  return [
    ...groups.filter((group) => group.id !== "year-undated"),
    ...groups.filter((group) => group.id === "year-undated"),
  ];
}

/** An agency's page tells articles it published from those that only cite it. */
function cardFor(context: SiteContext, article: ListedArticle, id: string): ArticleCard {
  const card = context.card(article);
  const isCited = idsIn(article, "citedAgencies").includes(id) && article.source !== id && article.provider !== id;
  return isCited ? { ...card, note: VIEW.citedHere } : card;
}
