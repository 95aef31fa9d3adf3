import type { Words } from "../arabic/tokenize.ts";
import type { SegmentedArticle } from "../model/article.ts";
import type { Extracted, Span } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";

/** Agencies that an article quotes, in the order of the text, each once, by the words that name it. */

/** «وفقاً لوكالة تاس», «نقلت وكالة الأنباء …»: up to six words after the word for agency are tried, longest first. */
const AGENCY_WORD = /(?<![\p{L}\p{N}])(?:[وفبل]|لل)?(?:وكاله|وكالات)\s+/gu;
/** «نقلت رويترز عن», «بحسب "فرانس برس"», «أبلغ رويترز»: an agency named as it is. */
const ATTRIBUTION =
  /(?<![\p{L}\p{N}])[وف]?(?:(?:نقلت|ذكرت|افادت|اوردت|قالت|ابلغت?|بحسب|حسب|وفق|(?:نقلا\p{M}*|نقل)\s+عن)\s+|وفق\p{M}*ا\p{M}*\s+لـ*\s?)(?=["«“(]|(?!وكال)\p{L})/gu;
/** What every attribution has in it. */
const ATTRIBUTING = /نقل|ذكرت|افادت|اوردت|قالت|ابلغ|حسب|وفق/;
/**
 * «قال لـ"فرانس برس"», «في تصريح لـ(رويترز)», «في مقابلة مع CNN»: what comes before the name of whom one spoke to. The
 * letters stand before the look at what is in front of them: they are found sooner.
 */
const ADDRESSEE =
  /(?:ل(?<![\p{L}\p{N}]ل)ـ*\s?|(?:الي(?<![\p{L}\p{N}]الي)|مع(?<![\p{L}\p{N}]مع))\s+)(?=["«“(A-Za-z]|\p{L}{4})/gu;
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
    const text = article.text.slice(...block.at);
    const folded = words.folded(...block.at);
    const add = (name: Named, start: number, end: number, rule: string, confidence: number) => {
      const at: Span = [block.at[0] + start, block.at[0] + end];
      const before = found.get(name.value);
      if (before?.at === undefined || before.at[0] > at[0])
        found.set(name.value, { value: name.value, rule, words: article.text.slice(...at), at, confidence });
    };
    for (const { 0: opening, index } of matches(AGENCY_WORD, folded, /وكال/)) {
      const from = index + opening.length;
      const name = longestOutlet(
        text.slice(from),
        (words) => gazetteer.outlet(`وكالة ${words}`) ?? gazetteer.outlet(words),
      );
      if (name !== undefined) add(name, index, from + name.length, "source:cited", 0.95);
    }
    for (const { 0: opening, index } of matches(ATTRIBUTION, folded, ATTRIBUTING)) {
      const name = plainName(text, index + opening.length, gazetteer);
      if (name !== undefined && gazetteer.isAgency(name.value))
        add(name, index, index + opening.length + name.length, "source:cited", 0.9);
    }
    for (const { 0: opening, index } of folded.matchAll(ADDRESSEE)) {
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

/** Matches of an expression in a text that holds `stem`, which is found sooner; most hold none. */
function matches(expression: RegExp, folded: string, stem: RegExp): Iterable<RegExpExecArray> {
  return stem.test(folded) ? folded.matchAll(expression) : [];
}

function isSpokenTo(before: string, opening: string): boolean {
  if (opening.startsWith("مع")) return MEETING.test(before);
  const start = [...before.matchAll(SENTENCE_END)].at(-1)?.index ?? 0;
  return before.slice(start).search(SPEAKING) >= 0;
}

/** An outlet named without a word for what it is: in quotation marks or brackets, or by a name that is no other word. */
function plainName(text: string, from: number, gazetteer: Gazetteer): Named | undefined {
  if (!gazetteer.mayBeOutlet(text.slice(from))) return undefined;
  const name = longestOutlet(text.slice(from), gazetteer.outlet);
  if (name === undefined) return undefined;
  const words = text.slice(from, from + name.length);
  if (/^["«“(A-Z]/.test(words)) return name;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const isSure = letters >= FEWEST_LETTERS && !/^ال\S*$/u.test(words) && gazetteer.place(words) === undefined;
  return isSure ? name : undefined;
}

const CHUNK = /\S+/g;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "«": "»", "“": "”", '"': '"' };

function longestOutlet(text: string, outlet: (words: string) => string | undefined): Named | undefined {
  const words =
    /^(?:["«“(]?[\p{L}\p{M}\p{N}.]+["»”)]?\s*){1,6}/u
      .exec(text.slice(0, 120))?.[0]
      .trimEnd()
      .split(/\s+/)
      .slice(0, MOST_NAME_WORDS) ?? [];
  const ends: number[] = [];
  for (CHUNK.lastIndex = 0; ends.length < words.length && CHUNK.test(text); ) ends.push(CHUNK.lastIndex);
  for (let count = words.length; count > 0; count--) {
    const name = text.slice(0, ends[count - 1] ?? text.length);
    const value = outlet(name);
    if (value !== undefined) return { value, length: wordsOf(name).length };
  }
  return undefined;
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
