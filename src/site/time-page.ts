import type { ListedArticle } from "../model/article.ts";
import { type SiteContext, withLarger, withoutCount } from "./context.ts";
import { collectionJsonLd } from "./json-ld.ts";
import { type ListPart, listParts, newestFirst } from "./lists.ts";
import type { PageSource } from "./site-data.ts";
import { formatCount, NOUNS, VIEW } from "./strings.ts";
import type { Ref } from "./views/parts.ts";
import type { TimePage } from "./views/records.ts";

const SCALES = ["all", "year", "month", "day"] as const;

/** A year, month or day: its key (`2021-12`; the list of years has ""), and its articles in order of time. */
interface Period {
  readonly key: string;
  readonly articles: readonly ListedArticle[];
  /** Keys of the periods one step smaller, in order. */
  readonly smaller: string[];
}

/** Years, months and days that hold articles, the list of years, and the undated articles. */
export function timePages(context: SiteContext): PageSource[] {
  const { periods, undated } = periodsOf(context);
  const keys = [...periods.keys()].sort();
  const ofScale = (scale: number) => keys.filter((key) => scaleOf(key) === scale);
  const neighbours = new Map<string, { earlier?: string; later?: string }>();
  for (const scale of [1, 2, 3]) {
    const list = ofScale(scale);
    for (const [index, key] of list.entries()) {
      const [earlier, later] = [list[index - 1], list[index + 1]];
      neighbours.set(key, { ...(earlier === undefined ? {} : { earlier }), ...(later === undefined ? {} : { later }) });
    }
  }
  const sources = keys.flatMap((key) => periodSources(context, periods, key, neighbours.get(key) ?? {}, undated));
  return undated.length === 0 ? sources : [...sources, ...undatedSources(context, undated)];
}

const scaleOf = (key: string) => (key === "" ? 0 : key.split("-").length);

function periodsOf(context: SiteContext): { periods: Map<string, Period>; undated: ListedArticle[] } {
  const periods = new Map<string, Period & { articles: ListedArticle[] }>([
    ["", { key: "", articles: [], smaller: [] }],
  ]);
  const undated: ListedArticle[] = [];
  for (const article of context.archive.articles) {
    const period = article.date === undefined ? undefined : context.formatDate(article.date).period;
    if (period === undefined) {
      undated.push(article);
      continue;
    }
    for (const key of withLarger(period)) {
      const known = periods.get(key);
      if (known !== undefined) known.articles.push(article);
      else {
        periods.set(key, { key, articles: [article], smaller: [] });
        periods.get(largerOf(key))?.smaller.push(key);
      }
    }
  }
  for (const { smaller } of periods.values()) smaller.sort();
  return { periods, undated };
}

const largerOf = (key: string) => key.split("-").slice(0, -1).join("-");

function periodSources(
  context: SiteContext,
  periods: ReadonlyMap<string, Period>,
  key: string,
  neighbours: { readonly earlier?: string; readonly later?: string },
  undated: readonly ListedArticle[],
): PageSource[] {
  const period = periods.get(key) as Period;
  const scale = SCALES[scaleOf(key)] as (typeof SCALES)[number];
  const url = context.urls.time(key === "" ? undefined : key);
  const label = (other: string) =>
    other === "" ? VIEW.allYears : scaleOf(other) === 1 ? other : context.formatDate(other).text;
  const ref = (other: string): Ref => ({
    url: context.urls.time(other === "" ? undefined : other),
    label: label(other),
    count: other === "" ? context.archive.articles.length : (periods.get(other)?.articles.length ?? 0),
  });
  const heading = key === "" ? VIEW.allYears : context.formatDate(key).text;
  const count = key === "" ? context.archive.articles.length : period.articles.length;
  // The list of years lists no articles; a year or month lists those its smaller periods do not.
  const own =
    scale === "all"
      ? []
      : scale === "day"
        ? period.articles
        : period.articles.filter(({ date }) => context.formatDate(date as string).period === key);
  const listed = scale === "month" ? period.articles : own;
  return listParts(context, url, newestFirst(listed).dated).map((part) => ({
    url: part.url,
    kind: "time",
    view: async (): Promise<TimePage> => ({
      ...timePage(context, { scale, heading, count, part }),
      ...(scale === "all" ? {} : { up: withoutCount(ref(largerOf(key))) }),
      ...(neighbours.earlier === undefined ? {} : { earlier: withoutCount(ref(neighbours.earlier)) }),
      ...(neighbours.later === undefined ? {} : { later: withoutCount(ref(neighbours.later)) }),
      units: [
        ...unitsOf(period, scale).map(ref),
        ...(key === "" && undated.length > 0 ? [undatedRef(context, undated)] : []),
      ],
    }),
  }));
}

/** Years newest first; months and days as a calendar has them. */
function unitsOf({ smaller }: Period, scale: (typeof SCALES)[number]): readonly string[] {
  return scale === "all" ? [...smaller].reverse() : smaller;
}

function undatedRef(context: SiteContext, undated: readonly ListedArticle[]): Ref {
  return { url: context.urls.undated(), label: VIEW.undated, count: undated.length };
}

function undatedSources(context: SiteContext, undated: readonly ListedArticle[]): PageSource[] {
  return listParts(context, context.urls.undated(), [], undated).map((part) => ({
    url: part.url,
    kind: "time",
    view: async (): Promise<TimePage> => ({
      ...timePage(context, { scale: "undated", heading: VIEW.undatedHeading, count: undated.length, part }),
      up: { url: context.urls.time(), label: VIEW.allYears },
      units: [],
    }),
  }));
}

function timePage(
  context: SiteContext,
  {
    scale,
    heading,
    count,
    part,
  }: { scale: TimePage["scale"]; heading: string; count: number; part: ListPart<ListedArticle> },
): TimePage {
  return {
    kind: "time",
    scale,
    url: part.url,
    title: heading,
    section: "time",
    jsonLd: collectionJsonLd(context, part.url, heading),
    heading,
    total: formatCount(count, NOUNS.article),
    units: [],
    articles: part.items.map(context.card),
    ...(part.pager === undefined ? {} : { pager: part.pager }),
  };
}
