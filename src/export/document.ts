import type { Analyzer } from "../arabic/analysis/analyze.ts";
import { formatPlaces, placesOf } from "../arabic/analysis/engine-terms.ts";
import type { Article, ListedArticle } from "../model/article.ts";
import { DATE_FIELDS, NAME_FILTERS, TEXTS_FIELDS } from "../model/fields.ts";
import { renderBody } from "../site/body.ts";
import type { SiteContext } from "../site/context.ts";
import { dateViews, idsIn, NAMING_FIELDS } from "../site/listed-article.ts";
import { blocks } from "../site/search/page-text.ts";
import { searchDocument } from "../site/search-document.ts";
import { type Days, daysOf } from "./period.ts";

interface EngineDate {
  readonly edtf: string;
  readonly days?: Days;
}

/** What the engine is given of an article; the fields of engineSettings. Absent means unknown. */
export interface EngineDocument {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly titleStatus: string;
  /** Blocks of the text, an empty line between. */
  readonly body: string;
  /** What a result shows beside title and text, in Arabic words. */
  readonly meta: Readonly<Record<string, string>>;
  readonly terms: {
    readonly title: string;
    readonly headings?: readonly string[];
    readonly body: readonly string[];
    /** Filter → names, each on its own. */
    readonly names: Readonly<Record<string, readonly string[]>>;
  };
  /** Filter → values as readers see them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Field → ids. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  readonly event?: string;
  readonly date?: EngineDate;
  readonly dates?: Readonly<Record<string, EngineDate>>;
  /** `2021`, `2021-12` or `2021-12-17`: the most exact period the whole date lies in, which of the three, and its first day. */
  readonly period?: string;
  readonly precision?: "year" | "month" | "day";
  readonly day?: string;
}

const PRECISIONS = ["year", "month", "day"] as const;

/** An article as the engine is given it: searched by the tokens of the analyzer, shown as it is. */
export function engineDocument(
  context: SiteContext,
  article: Article,
  analyzer: Analyzer,
): EngineDocument & Readonly<Record<string, unknown>> {
  // Views that the context would remember are made anew: articles come one after the other and go.
  const passing = { ...context, dates: (one: ListedArticle) => dateViews(one, context) };
  const document = searchDocument(passing, article, "");
  const terms = (text: string) => formatPlaces(placesOf(analyzer.analyze(text)));
  const text = blocks(renderBody({ markdown: article.body, mentions: [] }).html).map((block) => ({
    text: block.text.replace(/\s+/g, " ").trim(),
    isHeading: block.isHeading,
  }));
  const headings = text.filter(({ isHeading }) => isHeading).map((block) => terms(block.text));
  const names = Object.entries(NAME_FILTERS).map(
    ([filter, field]) => [filter, idsIn(article, field).map((id) => terms(context.entity(id).prefLabel))] as const,
  );
  const records = NAMING_FIELDS.map((field) => [field, idsIn(article, field)] as const);
  const dates = DATE_FIELDS.flatMap((field) => {
    const date = article.dates[field];
    return date === undefined ? [] : [[field, engineDate(date)] as const];
  });
  const period = document.sort.date;
  return {
    id: article.id,
    url: context.urls.absolute(document.url) ?? document.url,
    title: document.title,
    titleStatus: article.titleStatus,
    body: text.map((block) => block.text).join("\n\n"),
    meta: document.meta,
    terms: {
      title: terms(document.title),
      ...(headings.length === 0 ? {} : { headings }),
      body: text.filter(({ isHeading }) => !isHeading).map((block) => terms(block.text)),
      names: Object.fromEntries(names.filter(([, own]) => own.length > 0)),
    },
    filters: document.filters,
    records: Object.fromEntries(records.filter(([, ids]) => ids.length > 0)),
    ...(article.event === undefined ? {} : { event: article.event }),
    ...Object.fromEntries(TEXTS_FIELDS.flatMap((field) => (article[field] ? [[field, article[field]]] : []))),
    ...(article.date === undefined ? {} : { date: engineDate(article.date) }),
    ...(dates.length === 0 ? {} : { dates: Object.fromEntries(dates) }),
    ...(period === undefined ? {} : periodFields(period)),
  };
}

function engineDate(edtf: string): EngineDate {
  const days = daysOf(edtf);
  return { edtf, ...(days === undefined ? {} : { days }) };
}

function periodFields(period: string): Pick<EngineDocument, "period" | "precision" | "day"> {
  const precision = PRECISIONS[period.split("-").length - 1] ?? "day";
  return { period, precision, day: `${period}${"-01".repeat(2 - PRECISIONS.indexOf(precision))}` };
}
