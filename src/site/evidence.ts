import type { Article } from "../model/article.ts";
import { DATE_FIELDS, FIELDS, TEXTS_FIELDS } from "../model/fields.ts";
import type { Alternative, Evidence } from "../model/span.ts";
import type { SiteContext } from "./context.ts";
import { fieldLabel } from "./field-label.ts";
import { headline, idsIn, NAMING_FIELDS, type NamingField } from "./listed-article.ts";
import { isInRaw, rawAnchor } from "./raw-pieces.ts";
import { fill, formatRule, VIEW } from "./strings.ts";
import type { AlternativeView, EvidenceView } from "./views/article.ts";
import type { Ref } from "./views/parts.ts";

/** Characters of the raw text shown on each side of the words. */
const CONTEXT = 80;

/** One row a value of the article, in the order of the field table, each with the words it was read from. */
export function evidenceViews(context: SiteContext, article: Article, raw: string | undefined): EvidenceView[] {
  return valuesOf(context, article).flatMap((value) => {
    const evidence = article.evidence[value.key];
    if (evidence === undefined) return [];
    const correctUrl = context.urls.review({ article: article.id, field: value.name });
    return [{ ...evidenceView(context, value, evidence, raw), correctUrl }];
  });
}

interface Value {
  readonly key: string;
  /** The field's name in the field table, or `title`. */
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly url?: string | undefined;
}

function valuesOf(context: SiteContext, article: Article): Value[] {
  const dates = DATE_FIELDS.filter((field) => article.dates[field] !== undefined).map((field) => ({
    key: `dates.${field}`,
    name: field,
    id: article.dates[field] as string,
    value: context.formatDate(article.dates[field] as string).text,
  }));
  const naming = (field: NamingField) => {
    const isList = FIELDS[field].kind === "entities";
    return idsIn(article, field).map((id) => {
      const { label, url } = context.ref(id);
      return { key: isList ? `${field}.${id}` : field, name: field, id, value: label, url };
    });
  };
  const texts = TEXTS_FIELDS.flatMap((field) =>
    (article[field] ?? []).map((value) => ({ key: `${field}.${value}`, name: field, id: value, value })),
  );
  return [
    { key: "title", name: "title", id: article.title, value: headline(article) },
    ...dates,
    ...NAMING_FIELDS.flatMap(naming),
    ...texts,
  ];
}

function evidenceView(
  context: SiteContext,
  { key, name, value, id, url }: Value,
  evidence: Evidence,
  raw: string | undefined,
): Omit<EvidenceView, "correctUrl"> {
  const { rule, words, at, confidence, note } = evidence;
  const isMarked = raw !== undefined && isInRaw(raw, at, words);
  return {
    field: fieldLabel(key),
    name,
    value,
    id,
    ...(url === undefined ? {} : { url }),
    rule,
    ruleLabel: formatRule(rule),
    confidence,
    confidenceLabel: formatConfidence(confidence),
    ...(isMarked ? { excerpt: excerptOf(raw, at, words as string), anchor: `#${rawAnchor(at[0])}` } : {}),
    // Declared beside the text: the words alone, where they are not the value over again.
    ...(at === undefined && words !== undefined && words !== value
      ? { excerpt: { before: "", words, after: "" } }
      : {}),
    ...(evidence.alternatives === undefined
      ? {}
      : { alternatives: evidence.alternatives.map((lost) => alternativeView(context, key, lost, raw)) }),
    ...(evidence.chosenBy === undefined ? {} : { chosenBy: formatRule(evidence.chosenBy) }),
    documents: (evidence.documents ?? []).map((id) => documentRef(context, id)).filter((ref) => ref !== undefined),
    ...(note === undefined ? {} : { note: formatPlace(note) }),
  };
}

/** Where a source declares a value, in Arabic; names of elements and of fields stay as they are. */
function formatPlace(note: string): string {
  const [, line] = /^line (\d+)$/.exec(note) ?? [];
  if (line !== undefined) return fill(VIEW.places.line, { line });
  const phrase = Object.keys(VIEW.places.phrases).find((known) => note === known || note.startsWith(`${known}: `));
  return phrase === undefined ? note : `${VIEW.places.phrases[phrase]}${note.slice(phrase.length)}`;
}

/** A candidate that lost, its value worded as one that won would be. */
function alternativeView(
  context: SiteContext,
  key: string,
  { value, rule, words, at }: Alternative,
  raw: string | undefined,
): AlternativeView {
  const isMarked = raw !== undefined && isInRaw(raw, at, words);
  return {
    value: formatValue(context, key, value),
    excerpt: isMarked ? excerptOf(raw, at, words) : { before: "", words, after: "" },
    rule,
    ruleLabel: formatRule(rule),
  };
}

function formatValue(context: SiteContext, key: string, value: string): string {
  if (key.startsWith("dates.")) return context.formatDate(value).text;
  const [field = ""] = key.split(".");
  const isRecord = (NAMING_FIELDS as readonly string[]).includes(field);
  return isRecord ? context.entity(value).prefLabel : value;
}

function documentRef(context: SiteContext, id: string): Ref | undefined {
  const article = context.articles.get(id);
  return article && { url: context.urls.article(id), label: headline(article) };
}

/** «عالية (95%)»: high from 0.85, middle from 0.6. */
export function formatConfidence(confidence: number): string {
  const percent = Math.round(confidence * 100);
  return CONFIDENCE_LABELS[percent] ?? `${percent}%`;
}

const CONFIDENCE_LABELS = Array.from({ length: 101 }, (_, percent) => {
  const level = percent >= 85 ? VIEW.confidence.high : percent >= 60 ? VIEW.confidence.middle : VIEW.confidence.low;
  return fill(level, { percent: `${percent}%` });
});

/** The words with what stands around them, in one line, cut between words. */
function excerptOf(
  raw: string,
  [start, end]: readonly [number, number],
  words: string,
): NonNullable<EvidenceView["excerpt"]> {
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(raw.length, end + CONTEXT);
  const isCutBefore = from > 0;
  const isCutAfter = to < raw.length;
  if (isCutBefore) from = nextBreak(raw, from, start);
  if (isCutAfter) to = lastBreak(raw, end, to);
  const before = oneLine(raw.slice(from, start));
  const after = oneLine(raw.slice(end, to));
  return { before: isCutBefore ? `…${before}` : before, words, after: isCutAfter ? `${after}…` : after };
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;

/** The place behind the first white space from `from` on; `from` when there is none before `end`. */
function nextBreak(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (isSpace(text.charCodeAt(at))) return at + 1;
  return from;
}

/** The place of the last white space before `to`; `to` when there is none from `start` on. */
function lastBreak(text: string, start: number, to: number): number {
  for (let at = to - 1; at >= start; at--) if (isSpace(text.charCodeAt(at))) return at;
  return to;
}

/** White space as single spaces; most texts have no other. */
function oneLine(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text;
}
