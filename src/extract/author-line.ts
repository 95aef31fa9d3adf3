import { NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { OUTLET_WORD } from "../arabic/lexicon/outlet-words.ts";
import { beginsWithGivenName, namesIn } from "../arabic/names/listed.ts";
import { fold } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Gazetteer } from "./context.ts";

/** Names that a content system writes when it knows no author. */
const NOBODY =
  /^(?:admin|administrator|editor|webmaster|root|user|staff|ادمن|المدير|مدير الموقع|المشرف(?: العام)?|(?:ال)?محرر(?: (?:ال)?(?:موقع|صفحه|اخبار|شوون .{2,20}))?|(?:اداره|هييه|فريق|اسره|غرفه|سكرتاريه) (?:التحرير|الاخبار|الموقع|تحرير .{2,20})|كاتب|(?:ال)?قسم .{2,20}|متابعات?|رصد|وكالات|الوكالات|عواصم|خاص|(?:من )?(?:مراسلنا|مراسلتنا|مراسلونا|موفدنا))$/i;
/** True for what a content system writes when it knows no author. */
export function isNobody(author: string): boolean {
  return NOBODY.test(fold(author));
}

/** What a field for authors holds: content systems write towns, agencies and account numbers into it as well. */
export interface AuthorLine {
  /** Names as written, in their order. */
  readonly people: readonly string[];
  readonly outlets: readonly Named[];
  readonly places: readonly Named[];
}

interface Named {
  /** Of the record. */
  readonly id: string;
  readonly words: string;
}

/** Between «بلدة», «وكالة» and «سليم أحمد»: a dash with a blank on one side at least, brackets, bars, slashes. */
const BETWEEN = /\s+[-‐‑‒–—―−ـ_]{1,3}\s*|[-‐‑‒–—―−]{1,3}\s+|\s*[()[\]|•/:]+\s*/u;
/** «سليم أحمد ووكالات»: agencies that are not named. */
const AND_AGENCIES = /\s+و\s*(?:ال)?وكالات$/u;
/** Before a name: what introduces it («بقلم», «إعداد»), and links that were scraped with it. */
const BEFORE_A_NAME =
  /^(?:(?:written|posted|published)?\s*by|author|next|previous|prev|بقلم|كتبت?|إعداد|اعداد|تقرير|تحرير|مراسلنا|مراسلتنا|مراسلة?)(?:[\s:/]+|$)/iu;
/** Numbers of accounts, addresses of mail and pages: nothing a person is called. */
const MACHINE = /(?<!\S)(?:[0-9a-f-]{16,}|\S+@\S+|https?:\/\/\S+|www\.\S+)(?!\S)/giu;
const TWO_LETTERS = /\p{L}.*\p{L}/u;

/**
 * Reads a declared author: «سليم أحمد», «بلدة - سليم أحمد», «بلدة - وكالة». What stands alone is an author unless it
 * names an outlet, a place or nobody; beside a town or an outlet only what is formed as a name is one: an unknown
 * town or desk is left out rather than taken for a person.
 */
export function readAuthorLine(words: string, gazetteer: Gazetteer): AuthorLine {
  const outlets: Named[] = [];
  const places: Named[] = [];
  /** True when the words name an outlet or a place, which is noted. */
  const isKnown = (name: string): boolean => {
    const outlet = gazetteer.outlet(name);
    const place = outlet === undefined ? gazetteer.place(name) : undefined;
    if (outlet !== undefined) outlets.push({ id: outlet, words: name });
    if (place !== undefined) places.push({ id: place, words: name });
    return outlet !== undefined || place !== undefined || gazetteer.outletsCalled(name).length > 0;
  };
  const people = words
    .replace(MACHINE, "")
    .split(BETWEEN)
    .map((piece) => withoutOpening(piece.trim()).replace(AND_AGENCIES, ""))
    .filter((piece) => TWO_LETTERS.test(piece) && !isNobody(piece) && !isKnown(piece))
    .map((piece) => namesIn(piece).flatMap(({ text }) => (isKnown(text) ? [] : [text])));
  const isAlone = outlets.length + places.length === 0;
  // «أبو بكر - الأول»: what is not a row of names is left as it was written.
  if (isAlone && people.length > 1 && !people.flat().every(isNameLike)) people.splice(0, people.length, [words.trim()]);
  const isPerson = (name: string) =>
    (isAlone && !isOutletLike(name)) || (isNameLike(name) && (outlets.length === 0 || beginsWithGivenName(name)));
  return { people: people.flat().filter(isPerson), outlets, places };
}

/** «المرفأ نيوز», «شبكة المرفأ»: an outlet that no record knows. */
const isOutletLike = (name: string) =>
  !beginsWithGivenName(name) && tokenize(name).some(({ key }) => OUTLET_WORD.test(key));

const withoutOpening = (words: string) => words.slice(openingOf(words));

/** How many letters introduce a name («بقلم سليم أحمد») or were scraped with it («Next Previous سليم أحمد»). */
export function openingOf(words: string): number {
  let start = 0;
  for (let length = 1; length > 0; start += length) length = BEFORE_A_NAME.exec(words.slice(start))?.[0].length ?? 0;
  return start;
}

/** Two to four words, none of which an outlet or a sentence would hold. */
function isNameLike(name: string): boolean {
  const keys = tokenize(name).map(({ key }) => key);
  return (
    keys.length >= 2 &&
    keys.length <= 4 &&
    !keys[0]?.startsWith("ال") &&
    !keys.some((key) => NOT_IN_NAMES.has(key) || OUTLET_WORD.test(key))
  );
}
