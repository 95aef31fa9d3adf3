import { readings } from "../arabic/clitics.ts";
import { fold } from "../arabic/normalize.ts";
import { lettersOf, type Token } from "../arabic/tokenize.ts";
import type { Authority, Entity } from "../model/entity.ts";
import type { Lexicon, Name } from "./lexicon.ts";

/** What is known where a name stands. */
export interface Surroundings {
  readonly words: string;
  /** Folded word directly before it, clitics included; "" if none. */
  readonly before: string;
  /** Records that the text has named so far by a label that is no short one. */
  readonly inFull: ReadonlySet<string>;
  /** Countries that the text names elsewhere, see `countriesNamed`. */
  readonly countries: () => ReadonlySet<string>;
}

interface CertainNames {
  readonly names: readonly Name[];
  readonly rule: string;
  readonly confidence: number;
}

const NONE: CertainNames = { names: [], rule: "", confidence: 0 };
const asFull = (names: readonly Name[]): CertainNames =>
  names[0]?.kind === "full"
    ? { names, rule: "name:full", confidence: 0.98 }
    : { names, rule: "name:variant", confidence: 0.95 };

/**
 * The names that may be meant, none if only short ones may. Of records that share a word one is meant by its vowel signs
 * («عُمان» is Oman), else by the word before («في برشلونة» is the city), else by its full name before it in the text
 * («سلطنة عمان … وتدرس عمان»), else, of places, by its country, where the text names no other's («طرابلس» in a text about
 * Lebanon), else it is the one that has the word for its full name.
 */
export function certainNames(names: readonly Name[], lexicon: Lexicon, at: Surroundings): CertainNames {
  const full = names.filter(({ kind }) => kind === "full" || kind === "variant");
  if (names.length === full.length) return asFull(full);
  const spelled = names.filter((name) => isSpelledAs(name, at.words));
  if (spelled.length > 0) return { names: spelled, rule: "name:variant", confidence: 0.95 };
  const others = names.filter(({ kind }) => kind === "short" || kind === "ambiguous");
  const inContext = others.filter((name) => name.kind === "ambiguous" && followsContext(name, at.before));
  if (inContext.length > 0) return { names: inContext, rule: "name:ambiguous-with-context", confidence: 0.8 };
  if (full.length === 0) return NONE;
  if (full.some(({ entity }) => at.inFull.has(entity.id))) return asFull(full);
  const known = others.filter(({ entity }) => at.inFull.has(entity.id));
  if (known.length > 0) return { names: known, rule: "name:short-after-full", confidence: 0.9 };
  const there = nameByCountry(full, others, lexicon, at.countries);
  return there === undefined ? asFull(full) : { names: [there], rule: "name:by-country", confidence: 0.8 };
}

/**
 * Of places that have a word for a short or ambiguous name the only one whose country is among `countries`, where none is
 * that of the places that have it for their full name; undefined also where a name is no place's.
 */
export function nameByCountry(
  full: readonly Name[],
  others: readonly Name[],
  { authority }: Lexicon,
  countries: () => ReadonlySet<string>,
): Name | undefined {
  if (![...full, ...others].every(({ type }) => type === "place")) return undefined;
  const named = countries();
  const countriesOf = (names: readonly Name[]) => names.map(({ entity }) => countryOf(entity, authority));
  if (countriesOf(full).some((country) => country === undefined || named.has(country))) return undefined;
  const [there, another] = others.filter((_, i) => named.has(countriesOf(others)[i] ?? ""));
  return another === undefined ? there : undefined;
}

/** An indefinite accusative with its sign, «حصنا رومانيًا»: foreign names in alef never take it. */
const ACCUSATIVE = /(?:\u064Bا|ا\u064B)$/u;
/**
 * Hamza behind a word's first letter, the article apart: it is often left away, and never put where there is none. «بفأس»
 * is an axe, not Fez. On a first alef people do put it («الأتحاد»).
 */
const INNER_HAMZA = /(?<!(?:^|[^\p{L}\p{M}])(?:ال)?)[أؤئ]/u;

/** The names without those that a word so spelled does not name, although it has their letters once folded. */
export function namesSpelled(names: readonly Name[], words: string): readonly Name[] {
  if (ACCUSATIVE.test(words)) return names.filter(({ type }) => type === "person");
  if (!INNER_HAMZA.test(words)) return names;
  const key = lettersOf(fold(words));
  return names.filter(({ type, entity }) => {
    if (type === "person") return true;
    const labels = [entity.prefLabel, ...LABELS.flatMap((kind) => entity[kind])];
    const own = labels.filter((label) => lettersOf(fold(label)) === key);
    return own.length === 0 || own.some((label) => INNER_HAMZA.test(label));
  });
}

const LABELS = ["altLabel", "hiddenLabel", "shortLabel", "ambiguousLabel"] as const;

/** Countries of the places and of the nationalities named. */
export function countriesNamed(
  places: readonly Entity[],
  tokens: readonly Token[],
  { authority, demonyms }: Lexicon,
): Set<string> {
  const countries = new Set<string>();
  for (const place of places) {
    const country = countryOf(place, authority);
    if (country !== undefined) countries.add(country);
  }
  for (const { key } of tokens) {
    for (const reading of readings(key)) {
      const country = demonyms.get(reading.key);
      if (country !== undefined) countries.add(country);
    }
  }
  return countries;
}

/** The country that a place is or lies in; undefined where its record tells of none, or of several. */
function countryOf(place: Entity, { entities }: Authority): string | undefined {
  const seen = new Set<string>();
  for (let at: Entity | undefined = place; at !== undefined && !seen.has(at.id); ) {
    if (at.kind === "country") return at.id;
    if (at.country !== undefined) return at.country;
    seen.add(at.id);
    at = at.broader.length === 1 ? entities.get(at.broader[0] as string) : undefined;
  }
  return undefined;
}

const VOWEL_SIGN = /[\u064B-\u0652]/u;

/** Whether the words have vowel signs, and a label of the record has just these. */
function isSpelledAs({ entity }: Name, words: string): boolean {
  return VOWEL_SIGN.test(words) && [...entity.altLabel, ...entity.ambiguousLabel].includes(words);
}

function followsContext(name: Name, before: string): boolean {
  return name.entity.contextWords.some((word) => readings(before).some((reading) => reading.key === fold(word)));
}
