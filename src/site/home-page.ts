import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { type SiteContext, withLarger } from "./context.ts";
import { siteJsonLd } from "./json-ld.ts";
import { eventCard, mostNamed, newestFirst } from "./lists.ts";
import type { PageSource } from "./site-data.ts";
import { formatCount, NOUNS } from "./strings.ts";
import type { HomePage } from "./views/pages.ts";
import type { Ref } from "./views/parts.ts";

const LATEST = 10;
const EVENTS = 6;
const NAMES = 16;

/** The front page; `named` gives the records of a type in the order of an index. */
export function homePages(context: SiteContext, named: (type: EntityType) => readonly Entity[]): PageSource[] {
  const url = context.urls.home();
  return [{ url, kind: "home", view: async () => homePage(context, named, url) }];
}

function homePage(context: SiteContext, named: (type: EntityType) => readonly Entity[], url: string): HomePage {
  const { archive } = context;
  const { title, description } = archive.config;
  const people = named("person");
  const topics = named("topic");
  const sources = named("source");
  const { dated, undated } = newestFirst(archive.articles);
  return {
    kind: "home",
    url,
    title,
    description,
    jsonLd: siteJsonLd(context),
    intro: description,
    totals: [
      formatCount(archive.articles.length, NOUNS.article),
      ...(context.events.size > 0 ? [formatCount(context.events.size, NOUNS.event)] : []),
      ...(people.length > 0 ? [formatCount(people.length, NOUNS.person)] : []),
      ...(sources.length > 0 ? [formatCount(sources.length, NOUNS.source)] : []),
    ],
    latest: [...dated, ...undated].slice(0, LATEST).map(context.card),
    events: [...context.events.values()].slice(0, EVENTS).map((event) => eventCard(context, event)),
    people: mostNamed(context, people, NAMES),
    topics: mostNamed(context, topics, NAMES),
    sources: mostNamed(context, sources, NAMES),
    years: years(context),
  };
}

/** Years that hold articles, the latest first. */
function years(context: SiteContext): Ref[] {
  const counts = new Map<string, number>();
  for (const { date } of context.archive.articles) {
    const [year] = withLarger(date === undefined ? undefined : context.formatDate(date).period);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([year, count]) => ({ url: context.urls.time(year), label: year, count }));
}
