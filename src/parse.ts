import { remember } from "./arabic/remember.ts";
import { indexWords, lineKey, tokenize } from "./arabic/tokenize.ts";
import { clean, type LineEdits } from "./clean.ts";
import { cuesOfWords } from "./extract/cited.ts";
import type { Gazetteer } from "./extract/context.ts";
import { CONTRADICTING, type Contradiction } from "./extract/contradictions.ts";
import { extractDates } from "./extract/dates.ts";
import { extractDeclared, preferDeclared } from "./extract/declared.ts";
import { extractEventPlace } from "./extract/event-place.ts";
import { extractDatelinePlaces } from "./extract/places.ts";
import { regionOf, regionOfLanguage } from "./extract/region.ts";
import { withRoles } from "./extract/roles.ts";
import { extractSignals } from "./extract/signals.ts";
import { extractSources } from "./extract/sources.ts";
import { extractKicker, extractTitle } from "./extract/title.ts";
import { extractTopics, indexTopics, type TopicTerms } from "./extract/topics.ts";
import { linesToLearn, type RecurringLines, sourceOfLines } from "./furniture.ts";
import { type Problem, placeAt } from "./messages.ts";
import type { Mention, ParsedArticle, RawArticle } from "./model/article.ts";
import type { Authority } from "./model/entity.ts";
import type { Extracted, Part } from "./model/span.ts";
import { buildLexicon, type Lexicon, type Name, type NameNode, sourceKey } from "./resolve/lexicon.ts";
import type { Unresolved } from "./resolve/mentions.ts";
import { findNames, type Recognise, strangersOf } from "./resolve/names.ts";
import { indexPeople, type PeopleIndex } from "./resolve/people-index.ts";
import type { Knowledge } from "./segment/knowledge.ts";
import { segment } from "./segment.ts";

/** What parsing leans on, built once a run. */
export interface ParseContext {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly terms: TopicTerms;
  readonly people: PeopleIndex;
  readonly knows: Knowledge;
  readonly recognise?: Recognise;
}

/** «أ,ب» is two cells of a table, «أ ب» and «أ.ب.» are an agency. */
const LISTED = /[\p{L}\p{N}]\s*[,،;؛|\t]\s*[\p{L}\p{N}]/u;

/** Without `recognise` only the names of the authority files are found. */
export function parseContext(authority: Authority, recognise?: Recognise): ParseContext {
  const lexicon = buildLexicon(authority);
  const openings = new Set<string>();
  for (const key of lexicon.sources.keys()) for (let end = 0; end <= key.length; end++) openings.add(key.slice(0, end));
  const capitals = capitalsCalledAsCountries(authority);
  const outletNamed = rememberShort((words) => {
    const id = lexicon.sources.get(sourceKey(words))?.id;
    return id === undefined || LISTED.test(words) ? null : id;
  });
  const gazetteer: Gazetteer = {
    place: (words) => placeNamed(words, lexicon),
    capitalCalledAs: (country) => capitals.get(country),
    isWithin: (place, container) => isWithin(place, container, authority),
    outlet: (words) => outletNamed(words) ?? undefined,
    opensOutlet: (words) => openings.has(sourceKey(words)),
    cuesOf: cuesOfWords((letters) => openings.has(letters)),
    isAgency: (id) => authority.entities.get(id)?.kind === "agency",
    region: (id) => regionOf(id, authority),
    topics: lexicon.topics,
    occasions: authority.occasions,
  };
  return {
    lexicon,
    gazetteer,
    terms: indexTopics(lexicon.topics),
    people: indexPeople(authority),
    knows: knowledgeOf(lexicon, gazetteer),
    ...(recognise && { recognise }),
  };
}

/** «الجزائر العاصمة», «مدينة الكويت»: capitals that have no name but their country's, by country. */
function capitalsCalledAsCountries({ entities }: Authority): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, kind, prefLabel, country, broader = [] } of entities.values()) {
    if (kind !== "capital") continue;
    const words = new Set(tokenize(prefLabel).map(({ key }) => key));
    for (const container of [country, ...broader]) {
      const own = container === undefined ? undefined : entities.get(container);
      if (own?.kind !== "country" || words.size < 2) continue;
      const name = tokenize(own.prefLabel).map(({ key }) => key);
      const rest = [...words].filter((key) => !name.includes(key));
      if (name.every((key) => words.has(key)) && rest.every((key) => /^(?:مدينه|العاصمه|عاصمه)$/.test(key)))
        found.set(own.id, id);
    }
  }
  return found;
}

/** What segmenting asks of the authority files: any place that answers to the words, sure or not, makes a dateline. */
function knowledgeOf(lexicon: Lexicon, gazetteer: Gazetteer): Knowledge {
  return {
    isPlace: rememberShort((words) => placesNamed(words, lexicon).length > 0),
    isOutlet: rememberShort((words) => gazetteer.outlet(words) !== undefined),
  };
}

/** Longer names come seldom, and not again. */
const LONGEST_REMEMBERED = 40;

/** Where a report comes from is asked several times of one dateline, and of the next one again. */
function rememberShort<T>(tell: (words: string) => T): (words: string) => T {
  const known = remember(tell);
  return (words) => (words.length > LONGEST_REMEMBERED ? tell(words) : known(words));
}

/** What one raw article says by itself, and what is to be told of it. */
export interface Parsed {
  readonly article: Omit<ParsedArticle, "id">;
  readonly problems: Problem[];
  readonly recurring: RecurringLines;
}

/**
 * One raw article to what it says by itself: clean, segment, find names, extract. Pure; problems come back
 * with it. The id is given by the caller because it outlives the text.
 */
export function parseText(raw: RawArticle, context: ParseContext, edits?: LineEdits): Parsed {
  const { lexicon, gazetteer, terms } = context;
  const words = indexWords(raw.text);
  const segmented = segment(clean(raw, edits, words), context.knows);
  const { text, dateline, blocks } = segmented;
  const found = findNames(segmented, context, words);
  const mentions = withRoles(text, found.mentions, (key) => lexicon.demonyms.has(key), words);
  const { title, status } = extractTitle(segmented);
  const declared = extractDeclared(raw.metadata ?? {}, gazetteer);
  const sources = extractSources(segmented, gazetteer, words, declared.source?.value);
  const outlet = declared.source ?? sources.provider ?? sources.source;
  const region = regionOfLanguage(raw.metadata ?? {}) ?? (outlet && gazetteer.region(outlet.value));
  const dates = extractDates(segmented, gazetteer.occasions, region, words);
  const { datelinePlace: _declared, ...fields } = preferDeclared(declared, { ...dates.fields, ...sources });
  const kicker = fields.kicker ?? extractKicker(segmented);
  const towns = extractDatelinePlaces(segmented, gazetteer);
  // What the article itself prints wins, also where no record knows it.
  const datelinePlace = dateline?.place === undefined ? declared.datelinePlace : towns[0];
  const eventPlace = extractEventPlace(segmented, mentions, gazetteer, words);
  const topics = extractTopics(segmented, mentions, terms, words);
  const places = [...valuesOf(mentions, "place")];
  places.unshift(...towns.filter((town) => !places.some(({ value }) => value === town.value)));
  for (const place of topicPlaces(topics, context))
    if (!places.some(({ value }) => value === place.value)) places.push(place);
  return {
    article: {
      title,
      titleStatus: status,
      fields: {
        ...fields,
        ...(kicker.length > 0 && { kicker }),
        ...(datelinePlace && { datelinePlace }),
        ...(eventPlace && { eventPlace }),
        people: valuesOf(mentions, "person"),
        organizations: valuesOf(mentions, "organization"),
        places,
        topics,
      },
      mentions,
      blocks,
      links: segmented.links,
      removed: segmented.removed,
      raw: { path: raw.path, sha256: raw.sha256 },
      signals: { ...extractSignals(segmented, mentions, dates.weekday, words), ...strangersOf(mentions, lexicon) },
    },
    recurring: {
      source: sourceOfLines(raw, fields.source?.value),
      title: lineKey(title.value),
      lines: linesToLearn(segmented, words),
    },
    problems: [
      ...firstOfEach(found.unresolved).map((part) => unresolvedName(raw, part)),
      ...dates.contradictions.map((part) => contradiction(raw, part)),
      ...(status === "truncated" ? [truncatedHeadline(raw, title)] : []),
      ...(dateline?.place && datelinePlace === undefined ? [unknownPlace(raw, dateline.place)] : []),
      ...(segmented.unknownOutlets ?? []).map((part) => unknownOutlet(raw, part)),
      ...(segmented.items ? [severalItems(raw, segmented.items)] : []),
    ],
  };
}

/** One value a record: its first full naming in reading order, else its first naming. */
function valuesOf(mentions: readonly Mention[], type: Mention["type"]): Extracted<string>[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.type !== type) continue;
    const known = first.get(mention.entity);
    if (known === undefined || (known.rule === "name:short-after-full" && mention.rule !== known.rule))
      first.set(mention.entity, mention);
  }
  return [...first.values()].map(({ entity, rule, words, at, confidence }) => ({
    value: entity,
    rule,
    words,
    at,
    confidence,
  }));
}

/** A topic named after a place («الأزمة الأوكرانية») makes the place one of the article's. */
function topicPlaces(topics: readonly Extracted<string>[], { terms }: ParseContext): Extracted<string>[] {
  return topics.flatMap((topic) =>
    (terms.topics.get(topic.value)?.spatial ?? []).map((place) => ({
      ...topic,
      value: place,
      rule: "place:topic-coverage",
      confidence: 0.8,
    })),
  );
}

/**
 * The place a dateline names. Datelines name towns: of a town and a country that share a name («عمان») it is the
 * town.
 */
function placeNamed(words: string, lexicon: Lexicon): string | undefined {
  const places = placesNamed(words, lexicon);
  const certain = places.filter(({ kind }) => kind !== "ambiguous");
  const candidates = certain.length > 0 ? certain : places;
  const towns = candidates.filter(({ entity }) => entity.kind !== "country");
  const [place, other] = candidates.length > 1 && towns.length === 1 ? towns : candidates;
  return other === undefined ? place?.entity.id : undefined;
}

function isWithin(id: string, container: string, { entities }: Pick<Authority, "entities">, depth = 4): boolean {
  const place = entities.get(id);
  const wider = [...(place?.country === undefined ? [] : [place.country]), ...(place?.broader ?? [])];
  return depth > 0 && wider.some((other) => other === container || isWithin(other, container, { entities }, depth - 1));
}

function placesNamed(words: string, lexicon: Lexicon): Name[] {
  // «دبي، الإمارات العربية المتحدة»: the first name is the place, the second says where it lies.
  const [name = ""] = words.split(/[,،]/);
  const keys = tokenize(name).map(({ key }) => key);
  let node: NameNode | undefined = keys.length > 0 ? lexicon.names : undefined;
  for (const key of keys) node = node?.next.get(key);
  return node?.names.filter(({ type, kind }) => type === "place" && kind !== "short") ?? [];
}

/** A name that stays open is told once, where it is first read. */
function firstOfEach(unresolved: readonly Unresolved[]): Unresolved[] {
  const first = new Map<string, Unresolved>();
  for (const part of unresolved) {
    const key = part.candidates.join(" ");
    if (!first.has(key)) first.set(key, part);
  }
  return [...first.values()];
}

function unresolvedName(raw: RawArticle, part: Unresolved): Problem {
  if (part.isShort) {
    return {
      file: `raw/${raw.path}`,
      severity: "info",
      rule: "resolve:shared-short-name",
      reason: `«${part.text}» may be any of two or more whom the text names in full; none was chosen`,
      ...placeAt(raw.text, part.at[0]),
      expected: part.candidates,
      note: "Nothing needs to be done: each of them is in the article's list already.",
    };
  }
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "resolve:ambiguous-name",
    reason: `«${part.text}» names more than one record; none was chosen`,
    ...placeAt(raw.text, part.at[0]),
    actual: part.text,
    expected: part.candidates,
    note: "Name the right one in content/corrections, or move the shared label to ambiguousLabel in content/authority.",
  };
}

const CONTRADICTS = {
  weekday: "does not fall on the weekday it names",
  calendars: "is one day in two calendars that do not agree",
  "other-stamp": "is another day than the stamp before it",
  "filed-later": "is later than the day of publication that the page prints",
} as const;

function contradiction(raw: RawArticle, { text, at, kind, field, isTaken }: Contradiction): Problem {
  const outcome = isTaken
    ? "it was taken all the same"
    : kind === "other-stamp"
      ? "the first was taken"
      : "no date was taken from it";
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: CONTRADICTING[field],
    reason: `«${text}» ${CONTRADICTS[kind]}; ${outcome}`,
    ...placeAt(raw.text, at[0]),
    actual: text,
    note: `Set ${field} in content/corrections when the right day is known.`,
  };
}

function truncatedHeadline(raw: RawArticle, title: Extracted<string>): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "headline:truncated",
    reason: `The headline is cut off: «${title.value}»`,
    ...placeAt(raw.text, title.at?.[0] ?? 0),
    note: "It is kept as found. Set title in content/corrections when the whole headline is known.",
  };
}

function unknownPlace(raw: RawArticle, place: Part): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "info",
    rule: "place:unknown-dateline",
    reason: `The dateline names «${place.text}», which no record knows`,
    ...placeAt(raw.text, place.at[0]),
    actual: place.text,
    note: "Add the place to content/authority/places.yaml.",
  };
}

function unknownOutlet(raw: RawArticle, part: Part): Problem {
  return {
    file: `raw/${raw.path}`,
    severity: "info",
    rule: "source:unknown-outlet",
    reason: `The text is credited to «${part.text}», which no record knows; the line is no part of the article`,
    ...placeAt(raw.text, part.at[0]),
    actual: part.text,
    note: "Add the outlet to content/authority/sources.yaml, or restore the line in content/corrections.",
  };
}

function severalItems(raw: RawArticle, items: readonly Part[]): Problem {
  const [first] = items as readonly [Part, ...Part[]];
  const cuts = items.map(({ at }) => placeAt(raw.text, at[0]).line);
  return {
    file: `raw/${raw.path}`,
    severity: "warning",
    rule: "segment:several-items",
    reason: `Several items in one file: «${first.text}» has a day of its own; it dates nothing of the first item`,
    ...placeAt(raw.text, first.at[0]),
    actual: first.text,
    note: `Write \`split: [${cuts.join(", ")}]\` into a correction, or confirm, set or clear \`published\` where it is one text.`,
  };
}
