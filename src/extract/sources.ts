import { OUTLET_WORD } from "../arabic/lexicon/outlet-words.ts";
import { beginsWithGivenName, namesIn } from "../arabic/names/listed.ts";
import { tokenize, type Words } from "../arabic/tokenize.ts";
import type { Credit, SegmentedArticle } from "../model/article.ts";
import type { Extracted, Part } from "../model/span.ts";
import { isNobody, openingOf } from "./author-line.ts";
import { citedAgencies } from "./cited.ts";
import type { Gazetteer } from "./context.ts";
import { type Countries, countriesOfDateline, outletHere, type SharedName } from "./shared-outlets.ts";

export interface FoundSources {
  readonly source?: Extracted<string>;
  readonly provider?: Extracted<string>;
  readonly citedAgencies?: readonly Extracted<string>[];
  readonly reprintOf?: Extracted<string>;
  readonly translatedFrom?: Extracted<string>;
  readonly authors?: readonly Extracted<string>[];
  readonly translators?: readonly Extracted<string>[];
  /** Names that several outlets have, none of which was chosen. */
  readonly shared?: readonly SharedName[];
}

/**
 * Who publishes, who provides, who is quoted, who wrote. Only outlets of the authority files are named. `declared`: the
 * outlet that the page or its address declares; `countries`: what it declares to speak from.
 */
export function extractSources(
  article: SegmentedArticle,
  gazetteer: Gazetteer,
  words: Words,
  declared?: string,
  countries: Countries = new Set(),
): FoundSources {
  const shared: SharedName[] = [];
  const here = new Set([...countries, ...countriesOfDateline(article, gazetteer)]);
  /** The outlet of the name, with how sure it is; a name of several that nothing tells apart is noted. */
  const outletOf: OutletOf = ({ text, at }) => {
    const found = outletHere(text, gazetteer, here, declared);
    const candidates = found === undefined ? gazetteer.outletsCalled(text) : [];
    if (candidates.length > 0) shared.push({ text, at, candidates });
    return found;
  };
  const signed = fromCredits(article, "source", "source:signed-at-end", outletOf);
  const reprinted = fromCredits(article, "reprint", "reprint:mark", outletOf)[0];
  const translated = fromCredits(article, "translation", "translation:mark", outletOf)[0];
  const [agency, ...agencies] = fromDateline(article, outletOf);
  const [nameplate] = fromCredits(article, "nameplate", "source:nameplate", outletOf);
  const source = agency ?? signed[0] ?? nameplate;
  const provider = fromHeadline(article.headline, gazetteer);
  const quoted = citedAgencies(article, gazetteer, words, declared ?? source?.value);
  const told = new Map([...agencies, ...signed, ...quoted].reverse().map((found) => [found.value, found]));
  const cited = [...told.values()].reverse().filter(({ value }) => value !== source?.value);
  const translators = article.credits.filter(({ kind }) => kind === "translator").map(({ name }) => named(name));
  const reporters = article.dateline?.reporters ?? (source === undefined ? reporterOf(article, gazetteer) : []);
  const written = article.byline && !isNobody(article.byline.text) ? writtenBy(article, article.byline) : [];
  const authors =
    written.length > 0 && !(article.byline?.isLast && reporters.length > 0)
      ? written
      : reporters.flatMap((part) => authorsOf(article, part, "author:dateline", 0.85));
  return {
    ...(source && { source }),
    ...(provider && provider.value !== source?.value && { provider }),
    ...(cited.length > 0 && { citedAgencies: cited }),
    ...(reprinted && { reprintOf: reprinted }),
    ...(translated && { translatedFrom: translated }),
    ...(authors.length > 0 && { authors }),
    ...(translators.length > 0 && { translators }),
    ...(shared.length > 0 && { shared }),
  };
}

/** «سمير ب.»: a given name and the first letter of the family's. */
const isInitialed = (name: string) => /\s\p{L}\.$/u.test(name) && beginsWithGivenName(name);

type OutletOf = (name: Part) => ReturnType<typeof outletHere>;
/** How sure a name of several outlets is that only one of them has in the country. */
const SHARED = 0.8;

function named({ text, at }: Part): Extracted<string> {
  return { value: text, rule: "translation:translator", words: text, at, confidence: 0.9 };
}

function fromCredits(
  { credits }: SegmentedArticle,
  wanted: Credit["kind"],
  rule: string,
  outletOf: OutletOf,
): Extracted<string>[] {
  return credits.flatMap(({ kind, name }) => {
    const outlet = kind === wanted ? outletOf(name) : undefined;
    if (outlet === undefined) return [];
    return [{ value: outlet.id, rule, words: name.text, at: name.at, confidence: outlet.isShared ? SHARED : 0.93 }];
  });
}

/** The agency of the dateline, or each of several: «(ريح، وكالات)». */
function fromDateline({ dateline }: SegmentedArticle, outletOf: OutletOf): Extracted<string>[] {
  const agency = dateline?.agency;
  if (agency === undefined) return [];
  const one = outletOf(agency);
  const parts = one === undefined ? splitPart(agency, BETWEEN_AGENCIES) : [agency];
  return parts.flatMap((part) => {
    const outlet = one ?? (parts.length > 1 ? outletOf(part) : undefined);
    if (outlet === undefined) return [];
    const { text: words, at } = part;
    const confidence = outlet.isShared ? SHARED : 0.97;
    return [{ value: outlet.id, rule: "source:dateline-agency", words, at, confidence }];
  });
}

const BETWEEN_AGENCIES = /\s*[،,+/]\s*|\s+و\s*(?=\p{L}{2})/u;

/** The pieces of a part between separators, each with its place. */
function splitPart({ text, at }: Part, separator: RegExp): Part[] {
  let start = 0;
  return text.split(separator).flatMap((piece) => {
    const from = text.indexOf(piece, start);
    start = from + piece.length;
    return piece === "" ? [] : [{ text: piece, at: [at[0] + from, at[0] + start] as const }];
  });
}

/** A name that cannot be a common noun: of several words, or in Latin letters. «الحياة: …» may be about life. */
const UNMISTAKABLE = /\s|[A-Za-z]{2}/;
/** Letters of an agency's name that is no other word: «رويترز». */
const FEWEST_OF_AGENCY = 5;

/** «قناة كذا: …» before the headline proper. */
function fromHeadline(headline: Part | undefined, gazetteer: Gazetteer): Extracted<string> | undefined {
  const colon = headline?.text.indexOf(":") ?? -1;
  if (headline === undefined || colon < 0) return undefined;
  const words = headline.text.slice(0, colon).trimEnd();
  const outlet = gazetteer.outlet(words);
  const isSure =
    UNMISTAKABLE.test(words) ||
    (words.length >= FEWEST_OF_AGENCY && !words.startsWith("ال") && outlet !== undefined && gazetteer.isAgency(outlet));
  const value = isSure ? outlet : undefined;
  return value === undefined
    ? undefined
    : {
        value,
        rule: "provider:headline-prefix",
        words,
        at: [headline.at[0], headline.at[0] + words.length],
        confidence: 0.9,
      };
}

/** The person a dateline names; an outlet that no record knows is no person. */
function reporterOf({ dateline }: SegmentedArticle, gazetteer: Gazetteer): Part[] {
  const agency = dateline?.agency;
  if (agency === undefined || isNobody(agency.text) || gazetteer.outletsCalled(agency.text).length > 0) return [];
  const keys = tokenize(agency.text).map(({ key }) => key);
  // Single letters are those of an agency.
  const isName =
    keys.length > 1 &&
    keys.every((key, i) => key.length > 1 || (i > 0 && i === keys.length - 1 && isInitialed(agency.text))) &&
    !keys[0]?.startsWith("ال") &&
    !keys.some((key) => OUTLET_WORD.test(key) || /\d/.test(key));
  return isName ? [agency] : [];
}

/** «سليم أحمد، سلمى نور», «سليم أحمد وسلمى نور»: one author each. */
const writtenBy = (article: SegmentedArticle, byline: NonNullable<SegmentedArticle["byline"]>) =>
  !byline.isBare
    ? authorsOf(article, byline)
    : byline.isLast
      ? authorsOf(article, byline, "author:last-line", 0.7)
      : authorsOf(article, byline, "author:under-headline", 0.75);

function authorsOf({ text }: SegmentedArticle, { at }: Part, rule = "author:byline", confidence = 0.9) {
  return namesIn(text.slice(...at)).map(({ text: whole, start }): Extracted<string> => {
    const opening = openingOf(whole);
    const name = whole.slice(opening);
    const from = at[0] + start + opening;
    return { value: name, rule, words: name, at: [from, from + name.length], confidence };
  });
}
