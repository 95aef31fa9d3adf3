import { NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import {
  ARABIC_GIVEN_NAMES,
  COMMON_NOUNS,
  FAMILY_PARTICLES,
  FOREIGN_COMMON_WORDS,
  HONOURS,
  KUNYA_HEADS,
  LETTER_NAMES,
  NASAB_HEADS,
} from "../arabic/lexicon/names.ts";
import { ROLE_WORDS } from "../arabic/lexicon/roles.ts";
import { isShorterForm, type NamePart, type PersonName, parseName } from "../arabic/names/parse.ts";
import { remember } from "../arabic/remember.ts";
import type { Mention } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import { contains, type Span } from "../model/span.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Unresolved } from "./mentions.ts";
import { LETTER, splitList, wordsOf } from "./name-lists.ts";
import { isNamedAfter } from "./named-after.ts";
import type { PeopleIndex } from "./people-index.ts";
import { provisionalId } from "./provisional.ts";

/** A name that the recogniser saw, whether or not a record has it. */
export interface Recognised {
  readonly type: "person" | "organization" | "place";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly rule: string;
}

/** Sure enough to say that somebody is named here. */
const SURE_NAME = 0.85;
/** Sure enough to say that an authority's name inside a longer one is not its record («مستشفى الملك …»). */
const SURE_LONGER = 0.9;
/** Longer runs are lists or mistakes. */
const MOST_WORDS = 7;

/** A name that articles have is parsed once. */
const personOf = remember(parseName);

/**
 * What the recogniser saw beside the names of the authority files: further spellings of their people (strict key),
 * people no file knows (provisional, full names of two words and more only), and shorter forms of either after the
 * full one. The authority's mentions win, except where a longer name holds one: a person's or an organisation's.
 * A name that two records, or two full names of the text, answer to names neither.
 */
export function resolveRecognised(
  raw: string,
  found: { readonly mentions: readonly Mention[]; readonly unresolved: readonly Unresolved[] },
  recognised: readonly Recognised[],
  { lexicon, people, headline }: { lexicon: Lexicon; people: PeopleIndex; headline?: Span },
): { mentions: Mention[]; unresolved: Unresolved[] } {
  const sure = recognised.filter(({ confidence, rule }) => confidence >= SURE_NAME || rule.startsWith("agreement:"));
  const recorded = found.mentions.filter(({ type }) => type === "person");
  const longer = sure.filter(({ confidence }) => confidence >= SURE_LONGER);
  const others = found.mentions.filter(({ type }) => type !== "person");
  const swallowed = new Set(
    longer.flatMap((name) => [
      ...recorded.filter((mention) => isSwallowed(mention, name)),
      ...others.filter((mention) => isPartOfOther(mention, name, lexicon)),
    ]),
  );
  const kept = found.mentions.filter((mention) => !swallowed.has(mention));
  const taken = [...kept.map(({ at }) => at), ...found.unresolved.map(({ at }) => at)].sort((a, b) => a[0] - b[0]);
  const open = sure
    .filter(({ type }) => type === "person")
    .flatMap((name) => splitList(raw, name))
    .filter(({ start, end }) => !overlapsAny(taken, [start, end]))
    .map((name) => ({ name, person: personOf(name.text) }))
    .filter(({ name, person }) => !isNamedAfter(raw, name.start + person.start))
    .filter(({ person }) => person.parts.length > 0 && isNameLike(person, lexicon));

  const mentions: Mention[] = [];
  const unresolved: Unresolved[] = [];
  const full: FullName[] = kept.flatMap(fullNameOf(lexicon));
  const add = ({ name, person }: Open, entity: string, rule: string, confidence: number) => {
    const at: Span = [name.start + person.start, name.start + person.end];
    mentions.push({ entity, type: "person", words: person.text, at, rule, confidence });
  };
  const leave = ({ name, person }: Open, candidates: readonly string[], isShort: boolean) =>
    unresolved.push({
      text: person.text,
      at: [name.start + person.start, name.start + person.end],
      candidates,
      ...(isShort && { isShort }),
    });

  // The longest names first: what is shorter may be one of theirs.
  const byLength = [...open].sort(
    (a, b) => b.person.parts.length - a.person.parts.length || a.name.start - b.name.start,
  );
  for (const one of byLength) {
    const { parts, text } = one.person;
    const at = one.name.start;
    const known = people.named(text);
    if (known.length > 1) {
      leave(
        one,
        known.map(({ id }) => id),
        false,
      );
      continue;
    }
    const [record] = known;
    if (record !== undefined && parts.length > 1) {
      add(one, record.id, "name:spelling", Math.min(0.92, one.name.confidence));
      full.push({ id: record.id, parts, at });
      continue;
    }
    const isAfter = (other: FullName) => other.at < at || (headline !== undefined && contains(headline, [at, at]));
    const owners = [
      ...new Set(full.filter((other) => isFormOf(parts, other.parts) && isAfter(other)).map(({ id }) => id)),
    ];
    const [owner, another] = owners;
    if (another !== undefined) leave(one, owners, true);
    else if (owner !== undefined) add(one, owner, "name:short-after-full", Math.min(0.88, one.name.confidence));
    else if (isFullName(one) && !isTwoPeople(one, full, open)) {
      const id = provisionalId(text);
      add(one, id, "name:recognised", Math.min(0.9, one.name.confidence));
      full.push({ id, parts, at });
    }
  }
  const inOrder = [...kept, ...mentions].sort(byReading(headline));
  return { mentions: inOrder, unresolved: [...found.unresolved, ...unresolved] };
}

interface Open {
  readonly name: Recognised;
  readonly person: PersonName;
}

interface FullName {
  readonly id: string;
  readonly parts: readonly NamePart[];
  readonly at: number;
}

/** Full names of people that the authority files know, as the text and as the record have them. */
function fullNameOf({ authority }: Lexicon): (mention: Mention) => FullName[] {
  return ({ entity, type, words, at, rule }) => {
    if (type !== "person" || rule === "name:short-after-full") return [];
    const record = authority.entities.get(entity) as Entity;
    const forms = new Set([words, record.prefLabel]);
    return [...forms].map((form) => ({ id: entity, parts: personOf(form).parts, at: at[0] }));
  };
}

/** A shorter form that people are called by: it ends as the full name does, or has its first two parts. */
function isFormOf(short: readonly NamePart[], long: readonly NamePart[]): boolean {
  const lies = isShorterForm(short, long);
  if (lies === "same") return true;
  if (lies === "none" || long.length < 2) return false;
  const endsAlike = short.at(-1)?.key === long.at(-1)?.key;
  return endsAlike || (short.length > 1 && short[0]?.key === long[0]?.key && short[1]?.key === long[1]?.key);
}

/** Two parts and more; «أبو مازن» and «دي ميستورا» are one. */
function isFullName({ name, person }: Open): boolean {
  const own = FAMILY_PARTICLES.has(person.parts[0]?.key ?? "") ? person.parts.length - 1 : person.parts.length;
  return own > 1 && name.confidence >= SURE_NAME && !name.rule.startsWith("agreement:part");
}

/**
 * «وهنأ بدران شقير» where Hazem Badran and Nader Shuqair are named as well: each word is the family of somebody else. A
 * word that is a given name too may be just that.
 */
function isTwoPeople({ person }: Open, full: readonly FullName[], open: readonly Open[]): boolean {
  const [first, last, more] = person.parts;
  if (first === undefined || last === undefined || more !== undefined) return false;
  if (ARABIC_GIVEN_NAMES.has(first.key) || ARABIC_GIVEN_NAMES.has(last.key)) return false;
  const isFamilyIn = (parts: readonly NamePart[], key: string) =>
    parts.at(-1)?.key === key && parts[0]?.key !== first.key;
  const isFamily = ({ key }: NamePart) =>
    full.some(({ parts }) => isFamilyIn(parts, key) || (parts.length === 1 && parts[0]?.key === key)) ||
    open.some((other) => other.person.parts.length > 1 && isFamilyIn(other.person.parts, key));
  return isFamily(first) && isFamily(last);
}

/** No word that no name holds, no lone letter, title or nationality, no digits, not a list, and not cut off. */
function isNameLike({ text, parts }: PersonName, { demonyms }: Lexicon): boolean {
  const words = wordsOf(text).map(({ key }) => key);
  const isOdd = (key: string, at: number) =>
    key.length < 2 ||
    key.length > 15 ||
    NOT_IN_NAMES.has(key) ||
    demonyms.has(key) ||
    FOREIGN_COMMON_WORDS.has(key) ||
    (at > 0 ? BEHIND_CLITICS.test(key) : /^لل/u.test(key));
  if (words.every((key) => LETTER_NAMES.has(key))) return false;
  if (words.length > MOST_WORDS || words.some(isOdd) || /[\p{N}،,;؛:.!؟?()«»"“”]/u.test(text)) return false;
  // «فإن», «وأن» stand before names; only folded are they Van and Ann.
  if (/^[وف]?[إأ]ن(?:ها|هم|ه)?\s/u.test(text) || parts.filter(({ kind }) => kind === "name").length > MOST_PLAIN)
    return false;
  if (COMMON_NOUNS.has(words[0] ?? "")) return false;
  const last = words.at(-1) ?? "";
  if (NASAB_HEADS.has(last) || KUNYA_HEADS.has(last) || last === "عبد" || last === "ال") return false;
  return !parts.every(({ key }) => HONOURS.has(key) || ROLE_WORDS.has(key));
}

/** Plain words of a name, descents and houses apart; more are a sentence that was taken for one. */
const MOST_PLAIN = 4;

/** «بالكامل», «والحكومة»: a preposition or conjunction and the article. */
const BEHIND_CLITICS = /^(?:[وفبك]ال|لل)./u;

/**
 * The mention of a person of the authority files is only part of a longer name of somebody or something else: a person's name
 * with another word of it («محمد صلاح» in «محمد صلاح الدين»), a person in the name of an organisation or a place
 * («جامعة الملك …»). A descent or a house that follows is the same person's.
 */
function isSwallowed(mention: Mention, name: Recognised): boolean {
  const [start, end] = mention.at;
  if (start < name.start || end > name.end || (start === name.start && end === name.end)) return false;
  if (name.type !== "person") return true;
  const person = personOf(name.text);
  const own = personOf(mention.words);
  if (mention.at[0] > name.start + person.start) return true;
  const rest = person.parts.slice(own.parts.length);
  return rest.some(({ kind }) => kind !== "nasab" && kind !== "house");
}

/**
 * The mention of a place or an organisation is part of a name of something else: cut out of a person's name («لاوس» in
 * «كلاوس») or its last word («جاك لندن»), or the first words of another organisation's («صندوق النقد» in «صندوق النقد
 * العربي»). A nationality that follows is only told of it.
 */
function isPartOfOther({ type, at: [start, end] }: Mention, name: Recognised, { demonyms }: Lexicon): boolean {
  if (start < name.start || end > name.end || (start === name.start && end === name.end)) return false;
  const before = name.text.slice(0, start - name.start);
  const behind = name.text.slice(end - name.start);
  if (name.type === "person") return before !== "" && (behind === "" || LETTER.test(before.at(-1) as string));
  const [next] = wordsOf(behind);
  return (
    type === "organization" && name.type === type && before === "" && next !== undefined && !demonyms.has(next.key)
  );
}

function overlapsAny(spans: readonly Span[], [start, end]: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span)[1] <= start) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && next[0] < end;
}

/** As authority mentions come: the text in its order, the headline last. */
function byReading(headline: Span | undefined): (a: Mention, b: Mention) => number {
  const isHead = ({ at }: Mention) => Number(headline !== undefined && contains(headline, at));
  return (a, b) => isHead(a) - isHead(b) || a.at[0] - b.at[0];
}
