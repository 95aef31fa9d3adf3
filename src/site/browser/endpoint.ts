/** The search at an endpoint, fetched only where one is configured: an index of OpenSearch or Elasticsearch that `sijill export search` made (docs/export.md). */
import type { Analyzer } from "../../arabic/analysis/analyze.ts";
import type { Question } from "./search/address.ts";
import type { Answer, Hit, HitData, Tally } from "./search/answer.ts";
import { buildRequest, type Json, type RequestOptions } from "./search/endpoint-request.ts";
import { makeExcerpt, markWords } from "./search/excerpt.ts";
import type { SearchOptions } from "./search/index-client.ts";
import { formatMarks } from "./search/mark-words.ts";
import { findMarks } from "./search/marks.ts";
import { parseQuery, type Query } from "./search/query.ts";
import { requiredOf } from "./search/rank.ts";

export interface Endpoint {
  /** Address of the index, without a final slash. */
  readonly url: string;
  readonly analyzer: Analyzer;
  /** Names of all filters. */
  readonly filters: readonly string[];
}

export interface EndpointAnswer extends Answer {
  /** All articles found; `hits` has as many as can be reached. */
  readonly total: number;
}

/** The part of an answer that is read. */
export interface EngineResponse {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly { readonly _id: string; readonly _source: EngineSource }[];
  };
  readonly aggregations?: Readonly<Record<string, Aggregation>>;
}

interface EngineSource {
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly period?: string;
}

interface Aggregation {
  readonly buckets?: readonly {
    readonly key: string | number;
    readonly key_as_string?: string;
    readonly doc_count: number;
  }[];
  readonly doc_count?: number;
  readonly [name: string]: unknown;
}

/** Results fetched at once, as the page shows them, and the last one an engine gives by number (`index.max_result_window`). */
const SIZE = 10;
const REACH = 10_000;
/** Fewer words than this must all be there. */
const LONG_QUERY = 3;
const EXCERPT_WORDS = 30;

/** Asks the endpoint as `search` asks the site's own index. Further results are fetched when they are asked for. */
export async function searchEndpoint(
  endpoint: Endpoint,
  question: Question,
  { isTyping = false, fieldWords }: Pick<SearchOptions, "isTyping" | "fieldWords"> = {},
): Promise<EndpointAnswer> {
  const { analyzer, filters } = endpoint;
  const query = parseQuery(question.words, analyzer, fieldWords);
  // Words without a letter are no question; field words alone are one.
  if (question.words !== "" && query.clauses.length + query.fields.length === 0)
    return { total: 0, hits: [], tally: async () => readTally({}, filters), isPartial: false };
  const isLong = requiredOf(query.clauses).length >= LONG_QUERY && question.order === "relevance";
  const isOpen = isTyping && /[\p{L}\p{N}]{3,}$/u.test(question.words);
  const first = { analyzer, filters, from: 0, size: SIZE, isOpen, isPartial: isLong, isCounted: true };
  const ask = async (options: RequestOptions) => ({
    options,
    response: await post(endpoint.url, buildRequest(query, question, options)),
  });
  let { options, response } = await ask(first);
  // Nothing holds all the words: the last one may go on, and then some may be missing.
  if (response.hits.total.value === 0 && !isLong && query.clauses.length > 0) {
    const open = await ask({ ...first, isOpen: true });
    ({ options, response } = open.response.hits.total.value > 0 ? open : await ask({ ...first, isPartial: true }));
  }
  const total = response.hits.total.value;
  const pages = new Map<number, Promise<EngineResponse>>([[0, Promise.resolve(response)]]);
  const pageOf = (number: number) => {
    const known =
      pages.get(number) ?? ask({ ...options, from: number * SIZE, isCounted: false }).then((one) => one.response);
    pages.set(number, known);
    known.catch(() => pages.delete(number));
    return known;
  };
  const hits = Array.from({ length: Math.min(total, REACH) }, (_, place): Hit => {
    const here = response.hits.hits[place];
    return {
      id: here?._id ?? `#${place}`,
      date: here?._source.period ?? "",
      data: async () => {
        const hit = here ?? (await pageOf(Math.floor(place / SIZE))).hits.hits[place % SIZE];
        if (hit === undefined) throw new Error(`The search endpoint has no result ${place + 1}`);
        return readHit(hit._source, query, analyzer, question.exact);
      },
    };
  });
  return { total, hits, tally: async () => readTally(response, filters), isPartial: options.isPartial };
}

async function post(url: string, body: Json): Promise<EngineResponse> {
  const response = await fetch(`${url}/_search`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (!response.ok) throw new Error(`The search endpoint answered ${response.status}`);
  return response.json() as Promise<EngineResponse>;
}

/** A result with the words marked in the originals that the engine has kept. */
export function readHit(
  { url, title, body, meta }: EngineSource,
  query: Pick<Query, "clauses">,
  analyzer: Analyzer,
  exact: boolean,
): HitData {
  const wanted = requiredOf(query.clauses);
  const marksIn = (text: string) => {
    const { chunks, places } = findMarks(text, wanted, analyzer, exact);
    return { words: chunks.map((chunk) => chunk.text), places };
  };
  const head = marksIn(title);
  const text = marksIn(body);
  const behind = text.places.map((some) => some.map((place) => head.words.length + place));
  const places = head.places.map((some, clause) => [...some, ...(behind[clause] ?? [])]);
  return {
    // The page may stand on another host than the one the export was made for.
    url: new URL(url, "http://localhost").pathname,
    meta: { ...meta, title },
    marks: formatMarks([...head.words, ...text.words], places, wanted),
    title: markWords(head.words, head.places),
    excerpt: makeExcerpt(text.words, 0, text.places, EXCERPT_WORDS),
  };
}

/** What filters and histogram show, of the aggregations that buildRequest asks for. */
export function readTally(
  { aggregations = {} }: Pick<EngineResponse, "aggregations">,
  filters: readonly string[],
): Tally {
  const inside = (of: Aggregation | undefined, name: string) => of?.[name] as Aggregation | undefined;
  const each = (read: (name: string) => Readonly<Record<string, number>>) =>
    Object.fromEntries(filters.map((name) => [name, read(name)]));
  const dates = aggregations.dates;
  const periods = ["years", "months", "days"].flatMap((name) => [
    ...Object.entries(bucketsOf(inside(inside(dates, name), "periods"))),
  ]);
  const undated = inside(dates, "undated")?.doc_count ?? 0;
  const known = new Map<string, number>();
  for (const [period, count] of periods) known.set(period, (known.get(period) ?? 0) + count);
  if (undated > 0) known.set("", undated);
  return {
    totals: each((name) => bucketsOf(aggregations[`total:${name}`])),
    counts: each((name) => {
      const count = aggregations[`count:${name}`];
      return { ...bucketsOf(inside(count, "ticked")), ...bucketsOf(inside(count, "values")) };
    }),
    dates: known,
  };
}

function bucketsOf(aggregation: Aggregation | undefined): Record<string, number> {
  return Object.fromEntries(
    (aggregation?.buckets ?? []).map(({ key, key_as_string, doc_count }) => [key_as_string ?? String(key), doc_count]),
  );
}
