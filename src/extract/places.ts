import { readings } from "../arabic/clitics.ts";
import { EVENT_VERBS } from "../arabic/lexicon/events.ts";
import { sentences, type Token, tokenize } from "../arabic/tokenize.ts";
import type { Mention, SegmentedArticle } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";

/** Sentences of the lead in which the event's place is looked for. */
const LEAD_SENTENCES = 2;
/** A verb further back than this many words does not govern the place. */
const REACH = 16;
/** So many words after a country its town may be named: «في مصر بمدينة الأقصر», «في الأردن، وتحديدا في العقبة». */
const NARROWER_WITHIN = 5;
/** Words, folded, that may stand between «في» and the name: «في مدينة», «في العاصمة». */
const BETWEEN: ReadonlySet<string> = new Set(["مدينه", "العاصمه", "بلده", "منتجع", "محافظه", "منطقه", "قريه", "مقر"]);

export function extractDatelinePlace(
  { dateline }: SegmentedArticle,
  gazetteer: Gazetteer,
): Extracted<string> | undefined {
  const place = dateline?.place;
  const value = place && gazetteer.place(place.text);
  return value === undefined || place === undefined
    ? undefined
    : { value, rule: "place:dateline", words: place.text, at: place.at, confidence: 0.97 };
}

/**
 * Where it happened: a place straight after «في» in a sentence of the lead that holds a verb or noun of
 * meeting, holding or happening before it; of a place and one within it that are named together, the narrower.
 */
export function extractEventPlace(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  { isWithin }: Pick<Gazetteer, "isWithin">,
): Extracted<string> | undefined {
  const places = mentions.filter(({ type }) => type === "place");
  const lead = article.blocks.filter(({ kind }) => kind === "paragraph").slice(0, 2);
  const ranges = lead.flatMap((block) =>
    sentences(article.text.slice(...block.at), block.at[0]).slice(0, LEAD_SENTENCES),
  );
  for (const [from, to] of ranges) {
    const tokens = tokenize(article.text.slice(from, to), from);
    for (const mention of places) {
      if (mention.at[0] < from || mention.at[1] > to) continue;
      const at = tokens.findIndex((token) => token.end > mention.at[0]);
      if (!followsIn(tokens, at)) continue;
      const verbs = tokens.slice(Math.max(0, at - 1 - REACH), at - 1);
      if (!verbs.some(({ key }) => readings(key).some((reading) => EVENT_VERBS.has(reading.key)))) continue;
      const end = tokens.findIndex((token) => token.start >= mention.at[1]);
      const limit = end < 0 ? to : (tokens[end + NARROWER_WITHIN]?.start ?? to);
      const narrower = places.find(
        (other) => other.at[0] >= mention.at[1] && other.at[1] <= limit && isWithin(other.entity, mention.entity),
      );
      const { entity, words, at: span } = narrower ?? mention;
      return { value: entity, rule: "place:event", words, at: span, confidence: 0.85 };
    }
  }
  return undefined;
}

/** «في» stands before the name, or before «مدينة», or before «العاصمة الفرنسية». */
function followsIn(tokens: readonly Token[], at: number): boolean {
  const [far, near, last] = [tokens[at - 3]?.key, tokens[at - 2]?.key, tokens[at - 1]?.key ?? ""];
  if (last === "في" || (BETWEEN.has(last) && near === "في")) return true;
  return last.startsWith("ال") && far === "في" && BETWEEN.has(near ?? "");
}
