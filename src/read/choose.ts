import { addDays, daysBetween } from "../arabic/calendars.ts";
import {
  type Declaration,
  type Declared,
  METADATA_FIELDS,
  type Metadata,
  type MetadataField,
} from "../model/metadata.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate } from "./types.ts";

/**
 * Which declaration is believed where several differ: the first of these that speaks. What is made for machines
 * to quote comes before what is printed, a name that says what it is before one that may mean anything
 * (`<meta name="date">` is often the day the page was served). `*` stands for every other rule.
 */
const RANKS: Readonly<Record<MetadataField, readonly string[]>> = {
  title: [
    "jsonl:title",
    "feed:title",
    "wxr:title",
    "markdown:front-matter",
    "html:json-ld",
    "html:og",
    "html:twitter",
    "html:h1",
    "html:microdata",
    "html:meta",
    "html:dublin-core",
    "html:title-element",
    "markdown:heading",
    "*",
  ],
  kicker: ["jsonl:kicker", "markdown:front-matter", "*"],
  published: [
    "jsonl:published",
    "feed:pubDate",
    "feed:published",
    "feed:dc:date",
    "wxr:post_date",
    "wxr:pubDate",
    "markdown:front-matter",
    "html:json-ld",
    "html:og",
    "html:meta",
    "html:dublin-core",
    "html:microdata",
    "html:time",
    "html:printed-date",
    "html:url-date",
    "html:meta-date",
    "*",
  ],
  modified: ["html:json-ld", "html:og", "html:meta", "*"],
  retrieved: ["warc:date", "*"],
  author: [
    "jsonl:author",
    "feed:dc:creator",
    "feed:author",
    "wxr:creator",
    "markdown:front-matter",
    "html:json-ld",
    "html:og",
    "html:meta",
    "html:microdata",
    "html:dublin-core",
    "html:byline",
    "*",
  ],
  site: [
    "jsonl:source",
    "feed:source",
    "feed:channel",
    "wxr:channel",
    "markdown:front-matter",
    "html:og",
    "html:json-ld",
    "html:meta",
    "*",
  ],
  domain: ["*"],
  url: [
    "jsonl:url",
    "feed:link",
    "wxr:link",
    "markdown:front-matter",
    "html:canonical",
    "html:og",
    "html:json-ld",
    "html:meta",
    "warc:target-uri",
    "mhtml:location",
    "*",
  ],
  section: ["html:og", "html:json-ld", "*"],
  keyword: ["html:og", "html:json-ld", "*"],
  description: ["html:og", "html:meta", "*"],
  language: ["html:json-ld", "html:lang", "*"],
};

const SEVERAL: ReadonlySet<MetadataField> = new Set(["author", "keyword"]);

/** Accounts that stand where no author is known. */
const NOBODY =
  /^(?:admin(?:istrator)?\d*|editor|webmaster|root|user\d*|author|guest|anonymous|unknown|none|null|أدمن|ادمن|المدير|مدير الموقع|المحرر|محرر)$/iu;

/** All that was declared, field by field: one value believed, the others kept with it. */
export function chooseMetadata(candidates: readonly Candidate[]): Metadata {
  const metadata: { -readonly [F in MetadataField]?: Declared } = {};
  for (const field of METADATA_FIELDS) {
    const declared = candidates
      .filter((candidate) => candidate.field === field && candidate.value !== "")
      .map(withoutField);
    const ranked = byRank(field, distinct(declared));
    const chosen = SEVERAL.has(field) ? chooseSeveral(ranked, metadata) : chooseOne(field, ranked, metadata);
    if (chosen !== undefined) metadata[field] = chosen;
  }
  return metadata;
}

function withoutField({ value, rule, words, place }: Candidate): Declaration {
  return { value, rule, words, place };
}

/** The same value by the same rule is one declaration, whatever the number of elements that repeat it. */
function distinct(declarations: readonly Declaration[]): Declaration[] {
  const seen = new Set<string>();
  return declarations.filter(({ rule, value }) => {
    const key = `${rule}\n${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Sorted by rank; of one rank in the order found. */
function byRank(field: MetadataField, declarations: readonly Declaration[]): Declaration[] {
  const ranks = RANKS[field];
  const rank = ({ rule }: Declaration) => {
    const found = ranks.indexOf(rule);
    return found < 0 ? ranks.indexOf("*") : found;
  };
  return declarations
    .map((declaration) => ({ declaration, at: rank(declaration) }))
    .sort((a, b) => a.at - b.at)
    .map(({ declaration }) => declaration);
}

function chooseSeveral(ranked: readonly Declaration[], { site }: Metadata): Declared | undefined {
  const names = new Set(site ? [site.chosen[0], ...site.others].map(({ value }) => lettersOf(value)) : []);
  const isName = ({ value }: Declaration) => !NOBODY.test(value) && !names.has(lettersOf(value));
  const first = ranked.find(isName);
  if (first === undefined) return undefined;
  const chosen = ranked.filter((declaration) => declaration.rule === first.rule && isName(declaration));
  return {
    chosen: chosen as [Declaration, ...Declaration[]],
    by: "choose:rank",
    confidence: first.rule === "html:byline" ? 0.8 : 0.9,
    others: ranked.filter((declaration) => !chosen.includes(declaration)),
  };
}

function chooseOne(field: MetadataField, ranked: readonly Declaration[], known: Metadata): Declared | undefined {
  const believable = field === "published" ? ranked.filter(({ value }) => !isAfterRetrieval(value, known)) : ranked;
  const [first] = believable;
  if (first === undefined) return undefined;
  const supporters = ({ value }: Declaration) =>
    new Set(believable.filter((other) => isSame(field, value, other.value)).map(({ rule }) => rule)).size;
  let chosen = first;
  let by = believable.every(({ value }) => isSame(field, value, first.value)) ? "choose:agreed" : "choose:rank";
  for (const other of believable) {
    if (supporters(other) >= 2 && supporters(other) > supporters(chosen)) {
      chosen = other;
      by = "choose:agreement";
    }
  }
  const fuller = field === "title" ? believable.find(({ value }) => isCutFrom(chosen.value, value)) : undefined;
  if (fuller !== undefined) {
    chosen = fuller;
    by = "choose:whole-title";
  }
  const printed = field === "published" ? printedDay(chosen, believable) : undefined;
  if (printed !== undefined) {
    chosen = printed;
    by = "choose:printed-day";
  }
  const doubt = by === "choose:agreed" ? 0 : 0.2;
  const confidence = (supporters(chosen) >= 2 ? 0.95 : (WEAK.get(chosen.rule) ?? 0.9)) - doubt;
  return {
    chosen: [chosen],
    by,
    confidence: Math.round(confidence * 100) / 100,
    others: ranked.filter((declaration) => declaration !== chosen),
  };
}

/** Rules that are read off the page rather than declared by it. */
const WEAK: ReadonlyMap<string, number> = new Map([
  ["html:printed-date", 0.8],
  ["html:time", 0.8],
  ["html:url-date", 0.75],
  ["html:meta-date", 0.6],
  ["html:title-element", 0.8],
  ["html:h1", 0.85],
  ["html:heading", 0.8],
]);

/** A page cannot have been published after it was fetched; a day's grace for time zones. */
function isAfterRetrieval(day: string, { retrieved }: Metadata): boolean {
  return retrieved !== undefined && daysBetween(retrieved.chosen[0].value, day) > 1;
}

function isSame(field: MetadataField, a: string, b: string): boolean {
  return a === b || ((field === "title" || field === "site") && lettersOf(a) === lettersOf(b));
}

/** «عنوان طويل…» is the beginning of the other title. */
function isCutFrom(short: string, long: string): boolean {
  const start = short.replace(/\s*(?:\.{2,}|…)\s*$/u, "");
  return (
    start !== short &&
    start.length >= 12 &&
    long.length > start.length &&
    !/(?:\.{2,}|…)\s*$/u.test(long) &&
    long.startsWith(start)
  );
}

/**
 * A time in UTC from eight in the evening on belongs to the next day where the page was made (the Arab world lies
 * one to four hours east): the day the page prints is the one its readers saw.
 */
function printedDay(chosen: Declaration, all: readonly Declaration[]): Declaration | undefined {
  const minutes = parseMachineDate(chosen.words)?.utcMinutes;
  if (minutes === undefined || minutes < 20 * 60) return undefined;
  const next = addDays(chosen.value, 1);
  return all.find(({ rule, value }) => (rule === "html:printed-date" || rule === "html:time") && value === next);
}

/** Characters that most texts are made of alone, none of which NFKC makes a letter of or joins to one. */
const PLAIN = /^[\t\n -~\u00a0«»،؛؟\u0621-\u063a\u0640-\u0652\u0660-\u0669\u2010-\u201f\u2026]*$/;
/** Of those, whatever is neither letter nor digit. */
const NO_LETTERS = /[^0-9A-Za-z\u0621-\u063a\u0641-\u064a\u0660-\u0669]+/g;

/** Letters and digits alone, so that «لـ«الصباح»» and «ل الصباح» are one title. */
export function lettersOf(text: string): string {
  if (PLAIN.test(text)) return text.replace(NO_LETTERS, "").toLowerCase();
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]|\u0640/gu, "")
    .toLowerCase();
}
