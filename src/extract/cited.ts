import { lettersOf, type Token, type Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { SegmentedArticle } from "../model/article.ts";
import type { Extracted, Span } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";

/** Agencies that an article quotes, in the order of the text, each once, by the words that name it. */

/** «وفقاً لوكالة تاس», «نقلت وكالة الأنباء …»: up to six words after the word for agency are tried, longest first. */
const AGENCY_WORD = /(?<![\p{L}\p{N}])(?:[وفبل]|لل)?(?:وكاله|وكالات)\s+/uy;
const IS_AGENCY_WORD = /^(?:[وفبل]|لل)?(?:وكاله|وكالات)$/;
/** «نقلت رويترز عن», «بحسب "فرانس برس"», «أبلغ رويترز»: an agency named as it is. */
const ATTRIBUTION =
  /(?<![\p{L}\p{N}])[وف]?(?:(?:نقلت|ذكرت|افادت|اوردت|قالت|ابلغت?|بحسب|حسب|وفق|(?:نقلا\p{M}*|نقل)\s+عن)\s+|وفق\p{M}*ا\p{M}*\s+لـ*\s?)(?=["«“(]|(?!وكال)\p{L})/uy;
const IS_ATTRIBUTING = /^[وف]?(?:نقلت|ذكرت|افادت|اوردت|قالت|ابلغت?|بحسب|حسب|وفقا?|نقلا?)$/;
/** «قال لـ"فرانس برس"», «في تصريح لـ(رويترز)», «في مقابلة مع CNN»: what comes before the name of whom one spoke to. */
const ADDRESSEE = /(?<![\p{L}\p{N}])(?:لـ*\s?|(?:الي|مع)\s+)(?=["«“(A-Za-z]|\p{L}{4})/uy;
const IS_TOWARDS = /^(?:الي|مع)$/;

/** The expressions by what they find. */
export const OPENINGS = { agency: AGENCY_WORD, attribution: ATTRIBUTION, addressee: ADDRESSEE } as const;

/** What a word may begin: bits. */
const NAMES_AGENCY = 1;
const ATTRIBUTES = 2;
const ADDRESSES = 4;
/** «إلى», «مع»: only before a word that an outlet's name may begin with. */
const LEADS_TO = 8;
const OPENS_OUTLET = 16;
/** Not only letters and digits. */
const IS_ODD = 32;
/**
 * For each word what it may begin where an agency is quoted, so that the expressions are tried at few words. `opens` tells
 * of letters whether an outlet's key begins with them.
 */
export function cuesOfWords(opens: (letters: string) => boolean): Gazetteer["cuesOf"] {
  const mayOpen = (key: string) => opens(lettersOf(key));
  return rememberByWord(
    (key) =>
      (IS_AGENCY_WORD.test(key) ? NAMES_AGENCY : 0) |
      (IS_ATTRIBUTING.test(key) ? ATTRIBUTES : 0) |
      (key.startsWith("ل") && mayOpen(key.slice(1)) ? ADDRESSES : 0) |
      (IS_TOWARDS.test(key) ? LEADS_TO : 0) |
      (mayOpen(key) ? OPENS_OUTLET : 0) |
      (lettersOf(key) === key ? 0 : IS_ODD),
  );
}

/** Words of speaking, in the same sentence before the one spoken to; «مع» stands directly behind such a word. */
const SPEAKING =
  /(?<![\p{L}\p{N}])[وف]?(?:ا?ل)?(?:قالت?|قالوا|يقول|تقول|صرحت?|اكدت?|اكده|اوضحت?|اضافت?|مضيف[اه]?|ذكرت?|ذكره|كشفت?|نفي|نفت|اشارت?|تحدثت?|افادت?|اقرت?|لفتت?|تصريح(?:ات)?|تصريحاته|حديثه?|مقابله|حوار|لقاء|اتصال|مصدر|مصادر)(?![\p{L}\p{N}])/gu;
const MEETING = /(?:مقابله|حوار|لقاء|حديثه?|اتصال)(?:\s+\p{L}+)?\s+$/u;
/** How far before the name the word of speaking may stand, in characters. */
const REACH = 140;
const SENTENCE_END = /[.؟!\n](?=\s|$)/gu;
const MOST_NAME_WORDS = 6;
/** Letters of a name that stands without a word for agency, quotation marks or brackets: shorter ones are words, too. */
const FEWEST_LETTERS = 4;

type Named = { readonly value: string; readonly length: number };

/** `publisher`: the outlet whose article it is; papers and channels are quoted by others alone. */
export function citedAgencies(
  article: SegmentedArticle,
  gazetteer: Gazetteer,
  words: Words,
  publisher: string | undefined,
): Extracted<string>[] {
  const found = new Map<string, Extracted<string>>();
  for (const block of article.blocks) {
    const cues = findCues(words, block.at, gazetteer);
    if (cues === undefined) continue;
    const text = article.text.slice(...block.at);
    const folded = words.folded(...block.at);
    const add = (name: Named, start: number, end: number, rule: string, confidence: number) => {
      const at: Span = [block.at[0] + start, block.at[0] + end];
      const before = found.get(name.value);
      if (before?.at === undefined || before.at[0] > at[0])
        found.set(name.value, { value: name.value, rule, words: article.text.slice(...at), at, confidence });
    };
    for (const { 0: opening, index } of matchesAt(OPENINGS.agency, folded, cues.agency)) {
      const from = index + opening.length;
      const name = longestOutlet(
        text.slice(from),
        (words) => gazetteer.outlet(`وكالة ${words}`) ?? gazetteer.outlet(words),
        (words) => gazetteer.opensOutlet(`وكالة ${words}`) || gazetteer.opensOutlet(words),
      );
      if (name !== undefined) add(name, index, from + name.length, "source:cited", 0.95);
    }
    for (const { 0: opening, index } of matchesAt(OPENINGS.attribution, folded, cues.attribution)) {
      const name = plainName(text, index + opening.length, gazetteer);
      if (name !== undefined && gazetteer.isAgency(name.value))
        add(name, index, index + opening.length + name.length, "source:cited", 0.9);
    }
    for (const { 0: opening, index } of matchesAt(OPENINGS.addressee, folded, cues.addressee)) {
      const from = index + opening.length;
      const name = plainName(text, from, gazetteer);
      if (name === undefined || !isSpokenTo(folded.slice(Math.max(0, index - REACH), index), opening)) continue;
      const isOthers =
        publisher !== undefined && name.value !== publisher && !/^\p{Script=Arabic}/u.test(text[from] ?? "");
      if (gazetteer.isAgency(name.value) || isOthers) add(name, index, from + name.length, "source:told", 0.9);
    }
  }
  return [...found.values()];
}

/** Where each of the expressions may match, counted from the start of the block, in order. */
type Cues = { readonly [K in keyof typeof OPENINGS]: number[] };

/** A word may follow «إلى» and «مع» so far behind; further away its letters are not looked at. */
const NEAR = 4;

/** Places in `[start, end)` of the text at which one of the expressions may match; undefined where there are none. */
export function findCues(words: Words, [start, end]: Span, { cuesOf }: Pick<Gazetteer, "cuesOf">): Cues | undefined {
  let cues: Cues | undefined;
  const { tokens } = words;
  // A word that the block cuts is looked at as far as it stands in it.
  const first = words.first(start);
  const isCut = first > 0 && (tokens[first - 1] as Token).end > start;
  for (let i = isCut ? first - 1 : first; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.start >= end) break;
    const isOdd = token.text.length !== token.key.length || token.start < start || token.end > end;
    const cue = isOdd ? IS_ODD : cuesOf(token);
    if ((cue & ~OPENS_OUTLET) === 0) continue;
    if (cue === (cue & (LEADS_TO | OPENS_OUTLET))) {
      const next = tokens[i + 1];
      const isNear =
        next !== undefined && next.text.length === next.key.length && next.start - token.end <= NEAR && next.end <= end;
      if (isNear && (cuesOf(next) & (OPENS_OUTLET | IS_ODD)) === 0) continue;
    }
    cues ??= { agency: [], attribution: [], addressee: [] };
    const at = token.start - start;
    if ((cue & IS_ODD) !== 0) addOdd(cues, token, start, end);
    else {
      if ((cue & NAMES_AGENCY) !== 0) cues.agency.push(at);
      if ((cue & ATTRIBUTES) !== 0) cues.attribution.push(at);
      if ((cue & (ADDRESSES | LEADS_TO)) !== 0) cues.addressee.push(at);
    }
  }
  return cues;
}

/** In a word with marks the expressions may match behind each of them, too. */
function addOdd(cues: Cues, { text, ...token }: Token, start: number, end: number): void {
  for (let at = Math.max(start, token.start); at < Math.min(end, token.end); at++) {
    if (at > start && at > token.start && lettersOf(text[at - token.start - 1] as string) !== "") continue;
    cues.agency.push(at - start);
    cues.attribution.push(at - start);
    cues.addressee.push(at - start);
  }
}

/** Matches of a sticky expression that begin at one of the places, none of which overlap. */
function matchesAt(expression: RegExp, folded: string, places: readonly number[]): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (const place of places) {
    if (place < free) continue;
    expression.lastIndex = place;
    const match = expression.exec(folded);
    if (match === null) continue;
    free = expression.lastIndex;
    found.push(match);
  }
  return found;
}

function isSpokenTo(before: string, opening: string): boolean {
  if (opening.startsWith("مع")) return MEETING.test(before);
  const start = [...before.matchAll(SENTENCE_END)].at(-1)?.index ?? 0;
  return before.slice(start).search(SPEAKING) >= 0;
}

/** An outlet named without a word for what it is: in quotation marks or brackets, or by a name that is no other word. */
function plainName(text: string, from: number, gazetteer: Gazetteer): Named | undefined {
  const name = longestOutlet(text.slice(from), gazetteer.outlet, gazetteer.opensOutlet);
  if (name === undefined) return undefined;
  const words = text.slice(from, from + name.length);
  if (/^["«“(A-Z]/.test(words)) return name;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const isSure = letters >= FEWEST_LETTERS && !/^ال\S*$/u.test(words) && gazetteer.place(words) === undefined;
  return isSure ? name : undefined;
}

const CHUNK = /\S+/g;
const FIRST_CHUNK = /^\s*\S+/;
/** Words that a name may be made of, with signs that may stand around them. */
const NAME_WORDS = /^(?:["«“(]?[\p{L}\p{M}\p{N}.]+["»”)]?\s*){1,6}/u;
/** In characters. */
const LONGEST_NAME = 120;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "«": "»", "“": "”", '"': '"' };

/** The outlet that most of the words name with which the text begins; `opens` tells where more words can name none. */
function longestOutlet(
  text: string,
  outlet: (words: string) => string | undefined,
  opens: (words: string) => boolean,
): Named | undefined {
  const first = FIRST_CHUNK.exec(text)?.[0];
  if (first === undefined || !opens(first)) return undefined;
  const count = NAME_WORDS.exec(text.slice(0, LONGEST_NAME))?.[0].trimEnd().split(/\s+/).length ?? 0;
  let longest: Named | undefined;
  CHUNK.lastIndex = 0;
  for (let i = 0; i < Math.min(count, MOST_NAME_WORDS) && CHUNK.test(text); i++) {
    const name = text.slice(0, CHUNK.lastIndex);
    if (!opens(name)) break;
    const value = outlet(name);
    if (value !== undefined) longest = { value, length: wordsOf(name).length };
  }
  return longest;
}

/** The name without the signs behind it, but with what closes a quotation mark or bracket of its own. */
function wordsOf(name: string): string {
  const bare = name.replace(/[^\p{L}\p{N}\p{M}]+$/u, "");
  const opening = [...bare].findLast((letter) => letter in CLOSING);
  const closing =
    opening === undefined || bare.includes(CLOSING[opening] as string, bare.lastIndexOf(opening) + 1)
      ? ""
      : CLOSING[opening];
  return closing !== "" && name.startsWith(closing as string, bare.length) ? bare + closing : bare;
}
