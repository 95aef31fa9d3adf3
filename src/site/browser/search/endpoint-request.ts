/** A question in the words of OpenSearch and Elasticsearch, for an index that `sijill export search` made. */
import type { Analyzer } from "../../../arabic/analysis/analyze.ts";
import {
  formatAlternatives,
  formatPlaces,
  keysOf,
  placesOf,
  writtenAs,
} from "../../../arabic/analysis/engine-terms.ts";
import { NAME_FILTERS } from "../../../model/fields.ts";
import type { Question } from "./address.ts";
import { readPeriod } from "./dates.ts";
import { type Clause, DATE, type Field, type Query, type Unit } from "./query.ts";
import { requiredOf } from "./rank.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface RequestOptions {
  readonly analyzer: Analyzer;
  /** Names of all filters. */
  readonly filters: readonly string[];
  /** First result, and how many. */
  readonly from: number;
  readonly size: number;
  /** The last word may go on. */
  readonly isOpen: boolean;
  /** Articles may lack some of the words. */
  readonly isPartial: boolean;
  /** With the numbers that filters and the histogram show. */
  readonly isCounted: boolean;
}

/** As the site's own index weighs them: a headline tells more than the text, a heading a little more. */
const FIELDS = ["terms.title^2", "terms.headings^1.2", "terms.body", "terms.names.*^0.5"];
const TEXT_FIELDS = ["terms.title", "terms.headings", "terms.body"];
/** Share of the other fields' scores that is added to the best one's. */
const TIE_BREAKER = 0.3;
/** What the very form that was typed, and words side by side, earn beside the words themselves. */
const WRITTEN = 0.1;
const NEIGHBOURS = 0.5;
const NEAR = 4;
/** Values of a filter that are counted: as many as the page lists. */
const VALUES = 300;
/** Ranges of at most so many days are counted by day, longer ones by month. */
const DAYS = 92;

/** The body of `POST <endpoint>/_search`. */
export function buildRequest(
  query: Query,
  question: Question,
  options: RequestOptions,
): { readonly [key: string]: Json } {
  const chosen = filtersOf(question);
  const range = rangeOf(question);
  const all = [...chosen.values(), ...range];
  const isBlank = query.clauses.every(({ isExcluded }) => isExcluded);
  return {
    track_total_hits: true,
    from: options.from,
    size: options.size,
    _source: ["url", "title", "body", "meta", "period"],
    query: wordsQuery(query, question.exact, options),
    // The filters come after the words, so that the numbers beside a filter's values are of both.
    ...(all.length === 0 ? {} : { post_filter: filtered(all) }),
    sort: sortBy(isBlank && question.order === "relevance" ? "newest" : question.order),
    ...(options.isCounted ? { aggs: counts(chosen, range, question, options.filters) } : {}),
  };
}

function wordsQuery({ clauses, fields }: Query, exact: boolean, options: RequestOptions): Json {
  const wanted = requiredOf(clauses);
  const last = wanted.at(-1);
  const found = wanted.map((clause) =>
    clause === last && options.isOpen && !clause.isPhrase && !exact ? openQuery(clause) : clauseQuery(clause, exact),
  );
  const near = neighbours(wanted);
  const excluded = clauses.filter(({ isExcluded }) => isExcluded).map((clause) => clauseQuery(clause, exact));
  const filter = fields.filter((field) => !field.isExcluded).map((field) => fieldQuery(field, options));
  excluded.push(...fields.filter((field) => field.isExcluded).map((field) => fieldQuery(field, options)));
  const words: { readonly [key: string]: Json } = options.isPartial
    ? { must: [{ bool: { should: found, minimum_should_match: Math.min(1, found.length) } }] }
    : { must: found };
  if (found.length + excluded.length + filter.length === 0) return { match_all: {} };
  return {
    bool: {
      ...(found.length === 0 ? {} : words),
      ...(near.length === 0 ? {} : { should: near }),
      ...(excluded.length === 0 ? {} : { must_not: excluded }),
      ...(filter.length === 0 ? {} : { filter }),
    },
  };
}

function clauseQuery({ units, isPhrase }: Clause, exact: boolean): Json {
  if (!isPhrase) return unitQuery(units[0] as Unit, exact);
  // The words make the score, their order decides.
  return {
    bool: {
      must: units.map((unit) => unitQuery(unit, exact)),
      filter: [
        {
          bool: {
            should: TEXT_FIELDS.map((field) => ({ intervals: { [field]: phrase(units, exact) } })),
            minimum_should_match: 1,
          },
        },
      ],
    },
  };
}

function unitQuery(unit: Unit, exact: boolean): Json {
  const found = anyField(alternativesOf(unit, exact));
  if (exact || unit.isName) return found;
  return { bool: { must: [found], should: [anyField(writtenAs(unit), WRITTEN)] } };
}

/** What a unit stands for at one place. A name is found under its key, in whatever form it is written. */
function alternativesOf(unit: Unit, exact: boolean): string {
  return exact && !unit.isName ? writtenAs(unit) : formatAlternatives(keysOf(unit.keys));
}

function anyField(words: string, boost = 1): Json {
  return {
    multi_match: {
      query: words,
      type: "best_fields",
      fields: FIELDS,
      tie_breaker: TIE_BREAKER,
      ...(boost === 1 ? {} : { boost }),
    },
  };
}

/**
 * Places of a name that may stand within a phrase. The name's key stands at each place the name takes, and how many
 * that is depends on how an article spells it; at the ends of a phrase the nearest one does.
 */
const LONGEST_NAME = 8;

function phrase(units: readonly Unit[], exact: boolean): Json {
  const intervals = units.map((unit, index): Json => {
    const words = alternativesOf(unit, exact);
    if (!unit.isName || index === 0 || index === units.length - 1) return { match: { query: words } };
    const lengths = Array.from({ length: LONGEST_NAME }, (_, more) => more + 1);
    return {
      any_of: {
        intervals: lengths.map((length) => ({
          match: { query: Array(length).fill(words).join(" "), ordered: true, max_gaps: 0 },
        })),
      },
    };
  });
  return { all_of: { ordered: true, max_gaps: 0, intervals } };
}

/** The word as it is, or anything that begins with what is typed of it. */
function openQuery(clause: Clause): Json {
  const [unit] = clause.units as readonly [Unit];
  const beginnings = [...new Set([writtenAs(unit), ...unit.keys.filter((key) => unit.form.endsWith(key))])];
  const begun = beginnings.flatMap((value) => TEXT_FIELDS.map((field): Json => ({ prefix: { [field]: { value } } })));
  return { bool: { should: [clauseQuery(clause, false), ...begun], minimum_should_match: 1 } };
}

function neighbours(clauses: readonly Clause[]): Json[] {
  return clauses.slice(1).flatMap((clause, index) => {
    const before = clauses[index]?.units.at(-1);
    const [after] = clause.units;
    if (!before || !after) return [];
    const query = `${alternativesOf(before, false)} ${alternativesOf(after, false)}`;
    const fields = ["terms.title", "terms.body"];
    return [{ multi_match: { query, type: "phrase", slop: NEAR, fields, boost: NEIGHBOURS } }];
  });
}

/** `مصدر:شينخوا`: articles one of whose sources is called so, or has this among its names. */
function fieldQuery({ name, value }: Field, { analyzer }: RequestOptions): Json {
  if (name === DATE) {
    const period = readPeriod(value);
    return period ? daysBetween(period.from, period.to) : { match_none: {} };
  }
  if (!(name in NAME_FILTERS)) return { term: { [`filters.${name}`]: value } };
  const words = formatPlaces(placesOf(analyzer.analyze(value)));
  return { match_phrase: { [`terms.names.${name}`]: words } };
}

/** Filter → its condition: one of the values. */
function filtersOf({ filters }: Question): ReadonlyMap<string, Json> {
  return new Map(
    [...filters].map(([name, values]) => [name, { terms: { [`filters.${name}`]: [...values] } }] as const),
  );
}

function rangeOf({ from, to }: Question): Json[] {
  return from === "" && to === "" ? [] : [daysBetween(from, to)];
}

/** Articles whose date, as far as it is known, may lie in the range; ends are days, months or years, or empty. */
function daysBetween(from: string, to: string): Json {
  return {
    range: {
      "date.days": {
        ...(from === "" ? {} : { gte: firstDay(from) }),
        ...(to === "" ? {} : { lte: lastDay(to) }),
        relation: "intersects",
      },
    },
  };
}

function firstDay(period: string): string {
  return `${period}-01-01`.slice(0, 10);
}

function lastDay(period: string): string {
  const [year = 0, month = 12, day] = period.split("-").map(Number);
  if (day !== undefined) return period;
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.toISOString().slice(0, 10);
}

function filtered(conditions: readonly Json[]): Json {
  return { bool: { filter: conditions } };
}

/** Undated articles come last in either order; within a day relevance decides, then the id. */
function sortBy(order: Question["order"]): Json {
  const day = { day: { order: order === "newest" ? "desc" : "asc", missing: "_last" } };
  return [...(order === "relevance" ? [] : [day]), { _score: "desc" }, { id: "asc" }];
}

/** Names of the aggregations: `total:<filter>` of the words alone, `count:<filter>` beside the other choices, `dates`. */
function counts(
  chosen: ReadonlyMap<string, Json>,
  range: readonly Json[],
  question: Question,
  filters: readonly string[],
): Json {
  const terms = (name: string): Json => ({ terms: { field: `filters.${name}`, size: VALUES } });
  const totals = filters.map((name) => [`total:${name}`, terms(name)] as const);
  const others = (name: string) => [...chosen].filter(([other]) => other !== name).map(([, condition]) => condition);
  const beside = filters.map((name) => {
    const ticked = question.filters.get(name);
    // What is ticked is told its number even where many others have more.
    const include = ticked && {
      ticked: { terms: { field: `filters.${name}`, include: [...ticked], size: ticked.size } },
    };
    const aggs: Json = { values: terms(name), ...include };
    return [`count:${name}`, { filter: filtered([...others(name), ...range]), aggs }] as const;
  });
  const dates: Json = { filter: filtered([...chosen.values()]), aggs: histogram(question) };
  return { ...Object.fromEntries(totals), ...Object.fromEntries(beside), dates };
}

/** Articles by day where the range is short, by month else; those known no closer than by month or year on their own. */
function histogram({ from, to }: Question): { readonly [key: string]: Json } {
  const span =
    from === "" || to === "" ? Number.POSITIVE_INFINITY : Date.parse(lastDay(to)) - Date.parse(firstDay(from));
  const isFine = span <= DAYS * 24 * 60 * 60 * 1000;
  const by = (interval: "year" | "month" | "day", format: string, ...precisions: readonly string[]): Json => ({
    filter: { terms: { precision: precisions } },
    aggs: { periods: { date_histogram: { field: "day", calendar_interval: interval, format, min_doc_count: 1 } } },
  });
  return {
    years: by("year", "yyyy", "year"),
    ...(isFine
      ? { months: by("month", "yyyy-MM", "month"), days: by("day", "yyyy-MM-dd", "day") }
      : { months: by("month", "yyyy-MM", "month", "day") }),
    undated: { missing: { field: "day" } },
  };
}
