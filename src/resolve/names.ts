import type { Words } from "../arabic/tokenize.ts";
import type { Mention, SegmentedArticle, Signals, Stranger } from "../model/article.ts";
import type { Part, Span } from "../model/span.ts";
import type { Lexicon } from "./lexicon.ts";
import { findMentions, type Unresolved } from "./mentions.ts";
import { countriesOf } from "./offices.ts";
import type { PeopleIndex } from "./people-index.ts";
import { PROVISIONAL_ID } from "./provisional.ts";
import { type Recognised, resolveRecognised } from "./recognised.ts";

/** The names in the sentences of one document, whether or not a record has them. */
export type Recognise = (sentences: readonly Part[]) => readonly Recognised[];

/** What names are looked up in. Without `recognise` only those of the authority files are found. */
export interface NameKnowledge {
  readonly lexicon: Lexicon;
  readonly people: PeopleIndex;
  readonly recognise?: Recognise;
}

/** Names of the authority files, and those that the recogniser sees beside them. */
export function findNames(
  { text, headline, blocks }: SegmentedArticle,
  { lexicon, people, recognise }: NameKnowledge,
  words: Words,
): { mentions: Mention[]; unresolved: Unresolved[] } {
  const found = findMentions(text, blocks, lexicon, headline, words);
  if (recognise === undefined) return found;
  const recognised = recognise(
    [...(headline ? [headline] : []), ...blocks].flatMap(({ at }) => sentencesOf(text, words.sentencesIn(...at))),
  );
  return resolveRecognised(text, found, recognised, { lexicon, people, ...(headline && { headline: headline.at }) });
}

function sentencesOf(raw: string, ranges: readonly Span[]): Part[] {
  return ranges.map((at) => ({ text: raw.slice(...at), at }));
}

/** People of the article whom no authority file knows. `mentions` with their titles. */
export function strangersOf(
  mentions: readonly Mention[],
  { authority, demonyms }: Lexicon,
): Pick<Signals, "strangers"> {
  const byId = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!PROVISIONAL_ID.test(mention.entity) || authority.entities.has(mention.entity)) continue;
    const own = byId.get(mention.entity);
    if (own === undefined) byId.set(mention.entity, [mention]);
    else own.push(mention);
  }
  if (byId.size === 0) return {};
  const strangers = [...byId].map(([id, own]): Stranger => {
    const full = own.filter(({ rule }) => rule !== "name:short-after-full");
    const roles = [...new Set(own.map(({ role }) => role).filter((role) => role !== undefined))];
    const countries = roles.flatMap((role) => [...countriesOf(role, demonyms)]);
    return {
      id,
      names: [...new Set(full.map(({ words }) => words.replace(/\s+/gu, " ")))],
      roles,
      countries: [...new Set(countries)],
    };
  });
  return { strangers };
}
