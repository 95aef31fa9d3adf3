import type { Doubt } from "../doubts/find.ts";
import { byCodePoint } from "../effects.ts";
import type { Archive, Event } from "../model/archive.ts";
import type { Article, ListedArticle } from "../model/article.ts";
import { type Entity, NO_LISTS } from "../model/entity.ts";
import { type EntityType, FIELDS } from "../model/fields.ts";
import type { RenderedBody } from "./body.ts";
import { type DateWords, makeDateFormatter } from "./format-date.ts";
import { cutAtWord, dateViews, headline, idsIn, leadBehind, NAMING_FIELDS, titleNote } from "./listed-article.ts";
import { fill, formatCount, NOUNS, VIEW } from "./strings.ts";
import { makeUrls, type Urls } from "./urls.ts";
import type { ArticleCard, DateView, Ref } from "./views/parts.ts";

/** What other pages show of an article's body. */
export type BodyNote = Pick<RenderedBody, "lead" | "words"> & {
  /** Stands for what the body was rendered from. */
  readonly key: string;
};

/** An article with its texts, as its own page shows it. */
export interface WholeArticle {
  readonly article: Article;
  readonly body: RenderedBody;
  /** Decoded raw text; absent when the file is gone or no longer the one that was ingested. */
  readonly raw?: string | undefined;
}

/** What siteData is made from, beside the archive. */
export interface SiteTexts {
  /** Of the rendered bodies, by article id. */
  readonly bodies: ReadonlyMap<string, BodyNote>;
  /** Whether the raw text of an article is there. */
  hasRaw(article: ListedArticle): boolean;
  /** An article as its own page shows it: read when it is asked for, and not kept. */
  read(article: ListedArticle): Promise<WholeArticle>;
  /** Hand-written pages, content/pages/<name>.md. */
  readonly pages: readonly { readonly name: string; readonly title: string; readonly body: RenderedBody }[];
  /** Doubts that only reading the raw files tells of. */
  readonly doubts?: readonly Doubt[];
  /** Version of css, fonts and scripts. */
  readonly assetVersion: string;
  /** Name and version of the program. */
  readonly generator: string;
}

/** Indexes over the archive and the small views that many pages share; each is made once. */
export interface SiteContext {
  readonly archive: Archive;
  readonly texts: SiteTexts;
  readonly urls: Urls;
  readonly articles: ReadonlyMap<string, ListedArticle>;
  /** Place of an article in order of time, by id. */
  readonly positions: ReadonlyMap<string, number>;
  /** By id, the latest first: by the event's date, else that of its latest article; undated ones last. */
  readonly events: ReadonlyMap<string, Event>;
  /** Article id → the group of articles with the same text it is in. */
  readonly duplicates: ReadonlyMap<string, readonly string[]>;
  /** Records that occur in at least one article, with their articles in order of time; by id, each list without repetition. */
  readonly occurrences: ReadonlyMap<string, readonly ListedArticle[]>;
  formatDate(edtf: string): DateWords;
  /** The record; one made of its id when the authority does not know it. */
  entity(id: string): Entity;
  /** Records that occur in the archive and name this one as broader. */
  narrower(id: string): readonly Entity[];
  /** Link to a record's page with its count. */
  ref(id: string): Ref;
  /** The event of `article`; not by its title where that is the headline above the link. */
  eventRef(article: ListedArticle): Ref | undefined;
  card(article: ListedArticle): ArticleCard;
  /** Ids of the records that occur, in the order they first do. */
  readonly recordIds: readonly string[];
  /** All records the article names, as places in `recordIds`, in the order of the field table, without repetition. */
  records(article: ListedArticle): readonly number[];
  /** The principal date, then the others, each with its kind and how it is known. */
  dates(article: ListedArticle): readonly DateView[];
  /** Whether a period (`2021-12`) has a page. */
  hasPeriod(period: string): boolean;
}

/** Characters of the body shown under a headline in a list. */
const LEAD_LENGTH = 180;

export function makeContext(archive: Archive, texts: SiteTexts): SiteContext {
  const urls = makeUrls(archive.config.baseUrl);
  const formatDate = makeDateFormatter(archive.config.region);
  const articles = new Map(archive.articles.map((article) => [article.id, article]));
  const positions = new Map(archive.articles.map((article, index) => [article.id, index]));
  const events = new Map(sortEvents(archive.events, articles).map((event) => [event.id, event]));
  const duplicates = new Map(archive.duplicates.flatMap((group) => group.map((id) => [id, group] as const)));
  const { occurrences, types } = occurrencesOf(archive.articles);
  const periods = new Set(
    archive.articles.flatMap(({ date }) => withLarger(date === undefined ? undefined : formatDate(date).period)),
  );

  const entity = memo(
    (id: string) => archive.authority.entities.get(id) ?? unknownEntity(id, types.get(id) ?? "topic"),
  );
  const narrowerById = new Map<string, Entity[]>();
  for (const id of occurrences.keys()) {
    for (const broader of entity(id).broader) {
      const list = narrowerById.get(broader);
      if (list === undefined) narrowerById.set(broader, [entity(id)]);
      else list.push(entity(id));
    }
  }
  const narrower = (id: string) => narrowerById.get(id) ?? [];
  const ref = memo((id: string): Ref => {
    const { type, prefLabel } = entity(id);
    return { url: urls.entity(type, id), label: prefLabel, count: occurrences.get(id)?.length ?? 0 };
  });
  const eventRef = (article: ListedArticle): Ref | undefined => {
    const event = article.event === undefined ? undefined : events.get(article.event);
    if (event === undefined) return undefined;
    const count = event.articles.length;
    const label =
      event.title === headline(article)
        ? fill(VIEW.eventOfItself, { reports: formatCount(count, NOUNS.report) })
        : event.title;
    return { url: urls.event(event.id), label, count };
  };
  const hasPeriod = (period: string) => periods.has(period);
  const dates = memo((article: ListedArticle) => dateViews(article, { formatDate, hasPeriod, urls }));
  const card = memo((article: ListedArticle): ArticleCard => {
    const [date] = article.date === undefined ? [] : dates(article);
    const note = titleNote(article);
    const event = eventRef(article);
    return {
      url: urls.article(article.id),
      title: headline(article),
      ...(note === undefined ? {} : { titleNote: note }),
      ...(date === undefined ? {} : { date }),
      ...(article.source === undefined ? {} : { source: withoutCount(ref(article.source)) }),
      lead: cutAtWord(leadBehind(article, texts.bodies.get(article.id)?.lead ?? ""), LEAD_LENGTH),
      ...(event === undefined ? {} : { event }),
    };
  });
  const recordIds = [...occurrences.keys()];
  const places = new Map(recordIds.map((id, place) => [id, place]));
  const records = memo((article: ListedArticle) => {
    const ids = new Set(NAMING_FIELDS.flatMap((field) => idsIn(article, field)));
    return [...ids].map((id) => places.get(id) as number);
  });
  return {
    archive,
    texts,
    urls,
    articles,
    positions,
    events,
    duplicates,
    occurrences,
    formatDate,
    entity,
    narrower,
    ref,
    eventRef,
    card,
    recordIds,
    records,
    dates,
    hasPeriod,
  };
}

export function withoutCount({ url, label }: Ref): Ref {
  return { url, label };
}

/** `2021-12-17` → itself, `2021-12`, `2021`. */
export function withLarger(period: string | undefined): string[] {
  return period === undefined ? [] : period.split("-").map((_, index, parts) => parts.slice(0, index + 1).join("-"));
}

/** Records with their articles, and the type of the field they stand in. */
function occurrencesOf(articles: readonly ListedArticle[]) {
  const occurrences = new Map<string, ListedArticle[]>();
  const types = new Map<string, EntityType>();
  for (const article of articles) {
    for (const field of NAMING_FIELDS) {
      for (const id of idsIn(article, field)) {
        types.set(id, FIELDS[field].entityType);
        const list = occurrences.get(id);
        if (list === undefined) occurrences.set(id, [article]);
        else if (list.at(-1) !== article) list.push(article);
      }
    }
  }
  return { occurrences, types };
}

function sortEvents(events: readonly Event[], articles: ReadonlyMap<string, ListedArticle>): Event[] {
  const dateOf = (event: Event) =>
    event.date ??
    event.articles
      .map((id) => articles.get(id)?.date ?? "")
      .sort(byCodePoint)
      .at(-1) ??
    "";
  const dated = events.map((event) => ({ event, date: dateOf(event) }));
  return dated
    .sort((a, b) => byCodePoint(b.date, a.date) || byCodePoint(a.event.id, b.event.id))
    .map(({ event }) => event);
}

/** A record that articles name and the authority does not hold (any more): shown by its id rather than hidden. */
function unknownEntity(id: string, type: EntityType): Entity {
  return {
    id,
    type,
    prefLabel: id,
    ...NO_LISTS,
  };
}

/** The same argument, the same result, worked out once. */
export function memo<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
