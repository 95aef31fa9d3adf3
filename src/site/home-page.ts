import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import { type SiteContext, withLarger } from "./context.ts";
import { siteJsonLd } from "./json-ld.ts";
import { eventCard, mostNamed, newestFirst } from "./lists.ts";
import type { PageSource } from "./site-data.ts";
import { fill, formatCount, formatNumber, NOUNS, VIEW } from "./strings.ts";
import type { HomePage } from "./views/pages.ts";
import type { Ref } from "./views/parts.ts";

/** One leads, the others stand in pairs. */
const LATEST = 11;
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
    more: moreOf(context, { people, topics, sources }),
  };
}

/** Where each list goes on to the whole, where there is more of it. */
function moreOf(
  context: SiteContext,
  records: Readonly<Record<"people" | "topics" | "sources", readonly Entity[]>>,
): HomePage["more"] {
  const { archive, events, urls } = context;
  const all = (words: string, url: string, count: number, shown: number): Ref | undefined =>
    count > shown ? { url, label: fill(words, { count: formatNumber(count) }) } : undefined;
  const section = (key: "events" | "people" | "topics" | "sources") =>
    fill(VIEW.allOf, { section: VIEW.sections[key] });
  const { people, topics, sources } = records;
  const more = {
    latest: all(VIEW.allArticles, urls.time(), archive.articles.length, LATEST),
    events: all(section("events"), urls.index("event"), events.size, EVENTS),
    people: all(section("people"), urls.index("person"), people.length, NAMES),
    topics: all(section("topics"), urls.index("topic"), topics.length, NAMES),
    sources: all(section("sources"), urls.index("source"), sources.length, NAMES),
  };
  return Object.fromEntries(Object.entries(more).filter(([, ref]) => ref !== undefined));
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
