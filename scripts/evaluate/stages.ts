import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArabicDate } from "../../src/arabic/dates.ts";
import { clean } from "../../src/clean.ts";
import { packageRoot, sha256 } from "../../src/effects.ts";
import type { ParsedArticle, RawArticle } from "../../src/model/article.ts";
import type { Part, Span } from "../../src/model/span.ts";
import { type ParseContext, parseContext } from "../../src/parse/context.ts";
import { parseText } from "../../src/parse.ts";
import { readPage } from "../../src/read/html.ts";
import { MODEL_PATH, openRecogniser, type Recogniser, recognise } from "../../src/recognise/recognise.ts";
import { compareEvents } from "../../src/relate/compare-events.ts";
import { type EventSketch, inverseFrequencies, sketchEvent } from "../../src/relate/sketch.ts";
import { segment } from "../../src/segment.ts";
import { learnerWith } from "../train/learn.ts";
import { readSharedAuthority } from "./authority.ts";
import type { FindNames, NameClass, NewsText, ReadPage, Stages } from "./part.ts";
import { openSearchInBrowser } from "./search-browser.ts";

const CLASS_OF = { person: "PER", place: "LOC", organization: "ORG" } as const satisfies Record<string, NameClass>;

/** The one place that knows the program's entry points by name. The records used are those shipped with it. */
export async function openStages(): Promise<Stages> {
  const authority = await readSharedAuthority();
  const recogniser = openRecogniser(await readFile(join(packageRoot(), MODEL_PATH)));
  const context = parseContext(authority, (sentences) => recognise(recogniser, sentences));
  const learn = learnerWith(authority);
  const parse = (news: NewsText) => parseText(rawOf(news), context).article;
  return {
    findNames: namesWith(recogniser),
    learnNames: async (sentences, lists) => namesWith(await learn(sentences, lists)),
    parseDates: (text, reference) => parseArabicDate(text, reference ? { reference } : {}),
    readDateline: (text) => readDateline(text, context),
    topics: { of: (news) => (parse(news).fields.topics ?? []).map(({ value }) => value), records: authority.entities },
    compareEvents: (pairs) => {
      const articles = pairs.flat().map((news, index) => ({ ...parse(news), id: String(index) }));
      const idf = inverseFrequencies(articles);
      const sketches = articles.map((article) => sketchEvent(article, idf));
      return pairs.map(
        (_, index) => compareEvents(sketches[2 * index] as EventSketch, sketches[2 * index + 1] as EventSketch).score,
      );
    },
    readHtml: (bytes, address) => readHtml(bytes, address, context),
    openSearch: openSearchInBrowser,
    understand: (news) => understand(parse(news)),
  };
}

/** The recogniser's names in the sentences of a document. */
function namesWith(recogniser: Recogniser): FindNames {
  return (texts) => {
    const found: { type: NameClass; at: Span }[][] = texts.map(() => []);
    let base = 0;
    const parts = texts.map((text) => {
      const at: Span = [base, base + text.length];
      base += text.length + 1;
      return { text, at };
    });
    for (const { type, start, end } of recognise(recogniser, parts)) {
      const index = parts.findLastIndex(({ at }) => at[0] <= start);
      const [from] = (parts[index] as Part).at;
      found[index]?.push({ type: CLASS_OF[type], at: [start - from, end - from] });
    }
    return found;
  };
}

/** A news text as a scraper leaves it: headline, empty line, body. */
function rawOf({ title, text }: NewsText): RawArticle {
  const whole = title ? `${title}\n\n${text}` : text;
  const hash = sha256(whole);
  return { path: `${hash.slice(0, 16)}.txt`, text: whole, sha256: hash, mediaType: "text/plain", encoding: "utf-8" };
}

function readDateline(text: string, context: ParseContext) {
  const { dateline, byline } = segment(clean(rawOf({ text })), context.knows);
  const by = [dateline?.agency, ...(dateline?.reporters ?? []), byline]
    .map((part) => part?.text)
    .filter((name) => name !== undefined);
  return { by, ...(dateline?.place && { place: dateline.place.text }) };
}

function readHtml(bytes: Uint8Array, address: string | undefined, context: ParseContext): ReadPage | undefined {
  const reading = readPage(bytes, address === undefined ? {} : { address });
  if ("refused" in reading) return undefined;
  const { text, layout, metadata, sha256: hash } = reading.page;
  const headline = layout.find(({ kind }) => kind === "headline")?.at[1] ?? 0;
  const raw: RawArticle = { path: "page.html", text, sha256: hash, mediaType: "text/plain", encoding: "utf-8" };
  const body = clean(raw)
    .lines.filter(({ at }) => at[0] >= headline)
    .map((line) => line.text);
  const { published, filed } = metadata.published ? {} : parseText(raw, context).article.fields;
  const date = metadata.published?.chosen[0].value ?? published?.value ?? filed?.value;
  return {
    authors: metadata.author?.chosen.map(({ value }) => value) ?? [],
    body: body.join("\n"),
    ...(metadata.title && { title: metadata.title.chosen[0].value }),
    ...(date !== undefined && { date }),
  };
}

function understand({ blocks, fields }: Omit<ParsedArticle, "id">) {
  const date = (fields.published ?? fields.filed ?? fields.event)?.value;
  return { bodyLength: blocks.reduce((sum, { text }) => sum + text.length, 0), ...(date !== undefined && { date }) };
}
