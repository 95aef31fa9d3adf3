import { byCodePoint } from "../effects.ts";
import type { Event } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { EntityType } from "../model/fields.ts";
import type { SiteContext } from "./context.ts";
import { fill, formatNumber, VIEW } from "./strings.ts";
import type { DateView, EventCard, Pager, Ref } from "./views/parts.ts";

/** Order of Arabic names, the same on every machine. */
const collator = new Intl.Collator("ar", { numeric: true, ignorePunctuation: true });
const MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Letters under which an Arab index looks for a name: without the article, a noun's أ إ آ under ا. */
export function indexLetter(label: string): string | undefined {
  const [letter] = sortKey(label);
  if (letter === undefined || !/\p{Script=Arabic}/u.test(letter)) return undefined;
  return /[أإآٱ]/.test(letter) ? "ا" : letter;
}

/** A name without marks, quotes before it and the article ال. */
export function sortKey(label: string): string {
  const bare = label.replace(MARKS, "").replace(/^[\s\p{P}\p{S}]+/u, "");
  return /^ال\p{L}{2}/u.test(bare) ? bare.slice(2) : bare;
}

/**
 * The first letters and digits of a name, at most `count`, as an index tells them apart: without marks and the article, a
 * letter with a hamza as the one that bears it (أ إ آ as ا, ؤ as و, ئ as ي), others as capitals.
 */
export function lettersOf(label: string, count: number): string[] {
  const letters: string[] = [];
  for (const [letter] of sortKey(label).matchAll(/[\p{L}\p{N}]/gu)) {
    const [bare = letter] = letter === "ٱ" ? "ا" : letter.normalize("NFD").toUpperCase();
    letters.push(bare);
    if (letters.length === count) break;
  }
  return letters;
}

/** Compares letters, or names that need no preparation. */
export function compareLetters(a: string, b: string): number {
  return collator.compare(a, b) || byCodePoint(a, b);
}

/** Records by name as an index orders them; equal names by id. */
export function sortEntities(entities: readonly Entity[]): Entity[] {
  const keyed = entities.map((entity) => ({ entity, key: sortKey(entity.prefLabel) }));
  return keyed
    .sort((a, b) => collator.compare(a.key, b.key) || byCodePoint(a.entity.id, b.entity.id))
    .map(({ entity }) => entity);
}

/** Records of a type that occur in the archive, in the order of an index. */
export function entitiesOf(context: SiteContext, type: EntityType): Entity[] {
  const ids = [...context.occurrences.keys()];
  return sortEntities(ids.map(context.entity).filter((entity) => entity.type === type));
}

/** Links to the records with most articles, at most `limit`. */
export function mostNamed(context: SiteContext, entities: readonly Entity[], limit: number): Ref[] {
  return mostOf(context, entities, limit).map(({ id }) => context.ref(id));
}

/** The records with most articles, at most `limit`; equal counts in the order they come in. */
export function mostOf({ occurrences }: SiteContext, entities: readonly Entity[], limit: number): Entity[] {
  const counted = entities.map((entity) => ({ entity, count: occurrences.get(entity.id)?.length ?? 0 }));
  return counted
    .sort((a, b) => b.count - a.count)
    .slice(0, limit)
    .map(({ entity }) => entity);
}

/** Newest first, and the undated ones apart, from articles in order of time. */
export function newestFirst(articles: readonly ListedArticle[]): {
  readonly dated: readonly ListedArticle[];
  readonly undated: readonly ListedArticle[];
} {
  return {
    dated: articles.filter(({ date }) => date !== undefined).reverse(),
    undated: articles.filter(({ date }) => date === undefined),
  };
}

/** An event in a list. */
export function eventCard(context: SiteContext, event: Event): EventCard {
  const date = eventDate(context, event.date);
  const sources = event.articles
    .map((article) => context.articles.get(article)?.source)
    .filter((source) => source !== undefined);
  return {
    url: context.urls.event(event.id),
    title: event.title,
    ...(date === undefined ? {} : { date }),
    participants: knownRefs(context, event.participants),
    outlets: [...new Set(sources)].map((source) => context.entity(source).prefLabel),
    count: event.articles.length,
  };
}

/** The date of an event as people read it. */
export function eventDate(context: SiteContext, edtf: string | undefined): DateView | undefined {
  if (edtf === undefined) return undefined;
  const { text, certainty, datetime, period } = context.formatDate(edtf);
  return {
    text,
    edtf,
    ...(datetime === undefined ? {} : { datetime }),
    kind: VIEW.fields.event,
    ...(certainty === undefined ? {} : { certainty }),
    ...(period !== undefined && context.hasPeriod(period) ? { url: context.urls.time(period) } : {}),
  };
}

/** Links to those of the records that have a page. */
export function knownRefs(context: SiteContext, ids: readonly string[]): Ref[] {
  return ids.filter((id) => context.occurrences.has(id)).map(context.ref);
}

/** Items of one page of a long list. */
export interface ListPart<T> {
  readonly url: string;
  readonly items: readonly T[];
  readonly pager?: Pager;
}

/** Items of one page of a list. The newest page holds up to twice as many, less one; the oldest the first undated ones as well. */
export const PART_SIZE = 100;

/**
 * Cuts a list that comes newest first into pages, those without a date at its end. Pages are cut and numbered from
 * the oldest on: what is added later changes the newest page, now and then makes a new one, and leaves the
 * others and their addresses alone.
 */
export function listParts<T>(
  context: SiteContext,
  listUrl: string,
  dated: readonly T[],
  undated: readonly T[] = [],
): ListPart<T>[] {
  const older = Math.max(0, Math.floor(dated.length / PART_SIZE) - 1);
  const first = dated.length - older * PART_SIZE;
  const parts = [{ url: listUrl, items: dated.slice(0, first) }];
  for (let number = older; number > 0; number--) {
    const start = dated.length - number * PART_SIZE;
    parts.push({ url: context.urls.part(listUrl, `page-${number}`), items: dated.slice(start, start + PART_SIZE) });
  }
  for (let start = 0, number = 1; start < undated.length; start += PART_SIZE, number++) {
    const items = undated.slice(start, start + PART_SIZE);
    const last = parts.at(-1);
    if (number === 1 && last !== undefined) last.items = [...last.items, ...items];
    else parts.push({ url: context.urls.part(listUrl, `undated-${number}`), items });
  }
  if (parts.length === 1) return parts;
  return parts.map((part, index) => ({
    ...part,
    pager: pagerOf(
      parts.map(({ url }) => url),
      index,
    ),
  }));
}

function pagerOf(urls: readonly string[], index: number): Pager {
  const [newer, older] = [urls[index - 1], urls[index + 1]];
  return {
    label: fill(VIEW.pager, { page: formatNumber(index + 1), pages: formatNumber(urls.length) }),
    ...(newer === undefined ? {} : { newer: { url: newer, label: VIEW.newer } }),
    ...(older === undefined ? {} : { older: { url: older, label: VIEW.older } }),
  };
}
