import { indexWords, lineKey, type Words } from "./arabic/tokenize.ts";
import { clean, type LineEdits } from "./clean.ts";
import { extractDates } from "./extract/dates.ts";
import { extractDeclared, preferDeclared } from "./extract/declared.ts";
import { extractEventPlace } from "./extract/event-place.ts";
import { extractDatelinePlaces } from "./extract/places.ts";
import { regionOfLanguage } from "./extract/region.ts";
import { withRoles } from "./extract/roles.ts";
import { countriesDeclared, sharedSites } from "./extract/shared-outlets.ts";
import { extractSignals } from "./extract/signals.ts";
import { extractSources } from "./extract/sources.ts";
import { extractKicker, extractTitle } from "./extract/title.ts";
import { extractTopics } from "./extract/topics.ts";
import { linesToLearn, type RecurringLines, sourceOfLines } from "./furniture.ts";
import type { Problem } from "./messages.ts";
import type { Mention, ParsedArticle, RawArticle, SegmentedArticle } from "./model/article.ts";
import type { Extracted } from "./model/span.ts";
import type { ParseContext } from "./parse/context.ts";
import { problemsOf } from "./parse/problems.ts";
import { countriesNamed } from "./resolve/certain-names.ts";
import type { Lexicon } from "./resolve/lexicon.ts";
import { findNames, strangersOf } from "./resolve/names.ts";
import { segment } from "./segment.ts";

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
  const here = countriesDeclared(raw.metadata ?? {});
  const { shared, ...sources } = extractSources(segmented, gazetteer, words, declared.source?.value, here);
  const outlet = declared.source ?? sources.provider ?? sources.source;
  const region = regionOfLanguage(raw.metadata ?? {}) ?? (outlet && gazetteer.region(outlet.value));
  const dates = extractDates(segmented, gazetteer.occasions, region, words);
  const { datelinePlace: _declared, ...fields } = preferDeclared(declared, { ...dates.fields, ...sources });
  const kicker = fields.kicker ?? extractKicker(segmented);
  const towns = extractDatelinePlaces(segmented, gazetteer, () => countriesIn(segmented, mentions, lexicon, words));
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
    problems: problemsOf(raw, {
      unresolved: found.unresolved,
      contradictions: dates.contradictions,
      ...(status === "truncated" && { truncated: title }),
      ...(dateline?.place && datelinePlace === undefined && { unknownPlace: dateline.place }),
      unknownOutlets: segmented.unknownOutlets ?? [],
      ...(segmented.items && { items: segmented.items }),
      ...(outlet === undefined && { shared: [...(shared ?? []), ...sharedSites(raw.metadata ?? {}, gazetteer)] }),
      ...(segmented.further && { further: segmented.further }),
      ...(segmented.wrapped && { wrapped: segmented.wrapped }),
    }),
  };
}

/** One value a record: its first full naming in reading order, else its first naming. */
function countriesIn({ blocks }: SegmentedArticle, mentions: readonly Mention[], lexicon: Lexicon, words: Words) {
  const places = mentions.filter(({ type }) => type === "place");
  return countriesNamed(
    places.flatMap(({ entity }) => lexicon.authority.entities.get(entity) ?? []),
    blocks.flatMap(({ at }) => words.tokens.slice(words.first(at[0]), words.last(at[1]))),
    lexicon,
  );
}

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
