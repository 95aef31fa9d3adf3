import { sha256 } from "../effects.ts";
import type { MetadataField } from "../model/metadata.ts";
import { chooseMetadata } from "./choose.ts";
import { type Body, textBlocks } from "./html/body.ts";
import { absolute, languageTag } from "./html/json-ld.ts";
import { lineOf, parsePage, readable } from "./html/page.ts";
import { compose, describeAll, domainOf } from "./html.ts";
import { itemId, openItems } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Encoding, Notice, Reading } from "./types.ts";
import { BrokenXml, brokenXml, child, readEntries, type XmlElement, type XmlEntry, type XmlHandlers } from "./xml.ts";

const ENTRIES: ReadonlySet<string> = new Set(["item", "entry", "rss:item", "atom:entry"]);

/** Elements with the whole text, the fullest first, then those with a summary. */
const CONTENTS = ["content:encoded", "atom:content", "a10:content", "content", "body"];
const SUMMARIES = ["description", "summary", "atom:summary", "itunes:summary"];

/** Element → what it says; names of RSS 2.0, RSS 1.0, Atom and Dublin Core. */
const DATES: Readonly<Record<string, MetadataField>> = {
  pubdate: "published",
  published: "published",
  "atom:published": "published",
  "dc:date": "published",
  "dcterms:created": "published",
  "dcterms:issued": "published",
  updated: "modified",
  "atom:updated": "modified",
  "a10:updated": "modified",
  "dcterms:modified": "modified",
};
const WRITTEN: Readonly<Record<string, string>> = { pubdate: "pubDate" };

/** Articles of an RSS (0.9 to 2.0) or Atom feed, in its order. */
export function* readFeed(path: string, xml: string, encoding: Encoding): Generator<Reading> {
  const channel: Candidate[] = [];
  // A feed may name itself after its entries: all are gathered first. Feeds are short.
  const entries: XmlEntry[] = [];
  let failure: BrokenXml | undefined;
  try {
    const onOther: XmlHandlers["onOther"] = (element, parents) => channel.push(...channelCandidates(element, parents));
    for (const entry of readEntries(xml, ENTRIES, { onOther })) entries.push(entry);
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    failure = error;
  }
  const isAtom = entries[0]?.name.endsWith("entry") ?? /<(?:\w+:)?feed\b/i.test(xml.slice(0, 2000));
  const items = openItems({ path, mediaType: isAtom ? "application/atom+xml" : "application/rss+xml" });
  if (failure !== undefined) yield* items.notice(brokenXml(failure, entries.length));
  else if (entries.length === 0) {
    yield* items.notice({
      severity: "warning",
      rule: "read:no-entries",
      reason: "The feed holds no entries",
      line: 1,
      note: "Fetch the feed again, or delete the file.",
    });
  }
  for (const entry of entries) {
    for (const notice of unreadableDates(entry)) yield* items.notice(notice);
    const candidates = [...entryCandidates(entry), ...channel.filter(({ field }) => field !== "url")];
    const link = candidates.find(({ field }) => field === "url")?.value;
    if (link !== undefined) candidates.push(domainOf(link));
    const { content, summary } = bodiesOf(entry);
    const body = content ?? summary;
    if (content !== undefined && summary !== undefined) {
      const words = summary.blocks.map(({ text }) => text).join(" ");
      candidates.push({
        field: "description",
        value: words,
        rule: "feed:description",
        words,
        place: `line ${entry.line}`,
      });
    }
    const metadata = chooseMetadata(candidates);
    if (body === undefined && metadata.title === undefined) {
      yield* items.notice({
        severity: "warning",
        rule: "read:no-text",
        reason: "The entry has neither a title nor a text",
        line: entry.line,
        expected: ["<title>", "<description> or <content>"],
      });
      continue;
    }
    const page = compose(metadata, body ?? { blocks: [], tidied: [], rule: "feed:title-alone", confidence: 0.1 });
    for (const notice of describeAll(body?.tidied ?? [])) yield* items.notice({ ...notice, line: entry.line });
    const name = child(entry, "guid", "id", "atom:id")?.text ?? entry.attributes["rdf:about"] ?? link;
    yield* items.article(itemId(name, entry.source), entry.line, { ...page, sha256: sha256(entry.source), encoding });
  }
  yield* items.close();
}

/** What the channel says of all its articles: its name, its language. */
function channelCandidates(
  { name, attributes, text }: Pick<XmlElement, "name" | "attributes" | "text">,
  parents: readonly string[],
): Candidate[] {
  const parent = parents.at(-1) ?? "";
  const isChannel = parent === "channel" || parent === "feed" || parent.endsWith(":feed");
  const found: Candidate[] = [];
  const value = readable(text);
  if (isChannel && /^(?:atom:)?title$/.test(name) && value !== "")
    found.push({ field: "site", value, rule: "feed:channel", words: text, place: `${parent} > title` });
  const language = isChannel && (name === "language" || name === "dc:language") ? languageTag(text) : undefined;
  if (language !== undefined)
    found.push({
      field: "language",
      value: language,
      rule: "feed:language",
      words: text,
      place: `${parent} > ${name}`,
    });
  const declared =
    attributes["xml:lang"] === undefined || parents.length > 1 ? undefined : languageTag(attributes["xml:lang"]);
  if (declared !== undefined)
    found.push({
      field: "language",
      value: declared,
      rule: "feed:xml:lang",
      words: attributes["xml:lang"] as string,
      place: `${name}[xml:lang]`,
    });
  return found;
}

function entryCandidates(entry: XmlEntry): Candidate[] {
  const found: Candidate[] = [];
  const place = `line ${entry.line}`;
  const add = (field: MetadataField, name: string, words: string, value: string | undefined) => {
    if (value)
      found.push({ field, value, rule: `feed:${name.replace(/^(?:atom|a10|rss):/, "")}`, words: words.trim(), place });
  };
  for (const element of entry.children) {
    const { name, text, attributes } = element;
    const date = DATES[name];
    if (date !== undefined) add(date, WRITTEN[name] ?? name, text, parseMachineDate(text)?.edtf);
    else if (/^(?:atom:|rss:)?title$/.test(name)) add("title", "title", text, plainLine(text));
    else if (/^(?:atom:|rss:)?link$/.test(name)) {
      const rel = attributes.rel ?? "alternate";
      if (rel === "alternate") add("url", "link", attributes.href ?? text, absolute(attributes.href ?? text));
    } else if (name === "guid" && attributes.isPermaLink !== "false") add("url", "guid", text, absolute(text));
    else if (name === "dc:creator") add("author", name, text, readable(text));
    else if (/^(?:atom:)?author$/.test(name)) add("author", "author", text, authorOf(element));
    else if (/^(?:atom:)?category$/.test(name) || name === "dc:subject")
      add(
        "keyword",
        "category",
        attributes.label ?? attributes.term ?? text,
        readable(attributes.label ?? attributes.term ?? text),
      );
    else if (name === "source" && element.children.length === 0) add("site", "source", text, readable(text));
    else if (name === "language" || name === "dc:language") add("language", "language", text, languageTag(text));
  }
  return found;
}

function unreadableDates(entry: XmlEntry): Notice[] {
  return entry.children
    .filter(({ name, text }) => DATES[name] !== undefined && text.trim() !== "" && parseMachineDate(text) === undefined)
    .map(({ name, text }) => ({
      severity: "warning",
      rule: "read:unreadable-value",
      reason: `<${WRITTEN[name] ?? name}> cannot be read: «${text.trim().slice(0, 80)}»`,
      line: entry.line,
      note: "It was left out; the entry was read.",
    }));
}

/** Atom: `<name>`; RSS: `address (name)`. An address alone names nobody. */
function authorOf(author: XmlElement): string | undefined {
  const name = child(author, "name", "atom:name", "a10:name")?.text;
  if (name !== undefined) return readable(name);
  const inBrackets = /\(([^()]+)\)/.exec(author.text)?.[1];
  const words = readable(inBrackets ?? author.text);
  return /^\S+@\S+$/.test(words) ? undefined : words;
}

function bodiesOf(entry: XmlEntry): { content?: Body; summary?: Body } {
  const content = CONTENTS.map((name) => bodyOf(entry, name, "feed:content", 0.9)).find((body) => body !== undefined);
  const summary = SUMMARIES.map((name) => bodyOf(entry, name, "feed:description", 0.5)).find(
    (body) => body !== undefined,
  );
  return { ...(content && { content }), ...(summary && { summary: summary }) };
}

function bodyOf(entry: XmlEntry, name: string, rule: string, confidence: number): Body | undefined {
  const element = child(entry, name);
  if (element === undefined) return undefined;
  // Atom's XHTML stands there as elements, everything else as text that is escaped HTML.
  const isXhtml = element.attributes.type === "xhtml" && element.children.length > 0;
  const found = textBlocks(isXhtml ? element.inner : element.text);
  const length = found.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0) return undefined;
  const isCut = /(?:…|\.{3}|\[…\]|\[\.{3}\])\s*$/u.test(found.blocks.at(-1)?.text ?? "");
  return { ...found, rule, confidence: isCut ? 0.3 : rule === "feed:description" && length > 1000 ? 0.7 : confidence };
}

/** A title, of which feeds escape the HTML once more. */
function plainLine(text: string): string {
  return /<[a-z/]/i.test(text) ? lineOf(parsePage(text).body) : readable(text);
}
