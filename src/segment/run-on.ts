import { INCOMPLETE_ENDINGS, INDEFINITE_SUBJECTS, NEWS_VERBS } from "../arabic/lexicon/function-words.ts";
import { sentences, type Token, tokenize } from "../arabic/tokenize.ts";
import type { Block } from "../model/article.ts";

/** Texts shorter than this are honest single paragraphs, in characters. */
const SHORTEST_RUN_ON = 900;
const MOST_HEADING_WORDS = 5;

/** Words, folded, that open a new thought: a paragraph begins with them. */
const OPENERS =
  /^(?:و(?:قال|قالت|اكد|اكدت|اوضح|اوضحت|اشار|اشارت|اضاف|اضافت|اعلن|اعلنت|ذكر|ذكرت|صرح|شدد|شددت|دعا|دعت|حث|لفت|افاد|اعرب|اتفق|يوافق|بشان|حول|كان|كانت|ياتي|في|خلال|تابع)|من|بعد|كما|كانت|يذكر|يشار|فيما|بينما|الي)$/;
/** «أنّ», «إنّ» and their forms with a pronoun, folded. */
const THAT = /^[بل]?ان(?:ه|ها|هم|هما|ني|نا|ك)?$/;
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(["بعد", "قبل", "خلال", "عقب", "اثناء", "عند", "منذ", "في"]);

/**
 * Gives a text that lost its line breaks its paragraphs and section headings back.
 *
 * A buried heading is an indefinite noun phrase at the start of a sentence («خطة طموحة») that the sentence
 * cannot use: what follows is a whole sentence of its own, a past verb with its own definite subject
 * («أوضح فلان…»), or a time adverbial, comma and such a verb («بعد الجلسة، أعلن الوزير»). In Arabic a
 * verb before an expressed subject takes no second subject in front, so the phrase must be a heading.
 */
export function splitRunOn(raw: string, block: Block): Block[] {
  if (block.text.length < SHORTEST_RUN_ON) return [block];
  const blocks: Block[] = [];
  let start: number | undefined;
  let end = block.at[0];
  const close = () => {
    if (start !== undefined)
      blocks.push(blockAt(raw, "paragraph", start, end, blocks.length === 0 ? undefined : "segment:sentence-opener"));
    start = undefined;
  };
  for (const [from, to] of mendedSentences(raw, block)) {
    const heading = buriedHeading(raw, from, to);
    if (heading !== undefined || opensParagraph(raw, from, to)) close();
    if (heading !== undefined) {
      blocks.push(blockAt(raw, "heading", from, heading, "segment:buried-heading"));
      start = skipSpace(raw, heading);
    }
    start ??= from;
    end = to;
  }
  close();
  return blocks;
}

/** Sentences of the block; a stray closing mark left between two of them («" .») goes with the one before. */
function mendedSentences(raw: string, block: Block): [number, number][] {
  const ranges: [number, number][] = [];
  for (const range of sentences(raw.slice(...block.at), block.at[0])) {
    const last = ranges.at(-1);
    if (last !== undefined && tokenize(raw.slice(...range)).length === 0) last[1] = range[1];
    else ranges.push(range);
  }
  return ranges;
}

function opensParagraph(raw: string, from: number, to: number): boolean {
  return OPENERS.test(tokenize(raw.slice(from, to), from)[0]?.key ?? "");
}

/** End offset of the heading at the start of the sentence, or undefined. */
function buriedHeading(raw: string, from: number, to: number): number | undefined {
  const tokens = tokenize(raw.slice(from, to), from);
  const plain = (i: number) => /^\s+$/.test(raw.slice((tokens[i] as Token).end, (tokens[i + 1] as Token).start));
  for (let length = 2; length <= MOST_HEADING_WORDS && length + 1 < tokens.length; length++) {
    const phrase = tokens.slice(0, length);
    const unbroken = phrase.every((_, i) => plain(i));
    if (!unbroken || !isIndefinitePhrase(phrase)) return undefined;
    if (startsClause(raw, tokens, length, phrase)) return (phrase.at(-1) as Token).end;
  }
  return undefined;
}

function isIndefinitePhrase(phrase: readonly Token[]): boolean {
  return (
    phrase.every(({ key }, i) => {
      const bare = i > 0 ? key.replace(/^و/, "") : key;
      return !/^(?:ال|لل|بال|وال|فال|كال)/.test(key) && !isFunctionWord(bare) && key.length >= 3;
    }) && !INDEFINITE_SUBJECTS.has((phrase[0] as Token).key)
  );
}

function isFunctionWord(key: string): boolean {
  return (
    INCOMPLETE_ENDINGS.has(key) ||
    NEWS_VERBS.has(key) ||
    /^(?:ان|انه|انها|هذا|هذه|ذلك|تلك|كان|كانت|يتعين|ينبغي|لقد|قد)$/.test(key)
  );
}

function startsClause(raw: string, tokens: readonly Token[], at: number, phrase: readonly Token[]): boolean {
  const first = (tokens[at] as Token).key;
  if (NEWS_VERBS.has(first)) return isWhole(tokens, at, phrase);
  if (!TIME_PREPOSITIONS.has(first)) return false;
  for (let i = at; i < Math.min(at + 5, tokens.length - 2); i++) {
    if (!/[،,]/.test(raw.slice((tokens[i] as Token).end, (tokens[i + 1] as Token).start))) continue;
    return NEWS_VERBS.has((tokens[i + 1] as Token).key) && isWhole(tokens, i + 1, phrase);
  }
  return false;
}

/**
 * The verb has its subject behind it, not in the phrase. Where the phrase could be the subject, because the verb
 * agrees with it («شركة محلية أعلنت الإفلاس»), only a clause of «أنّ» after the next noun proves that noun to be it.
 */
function isWhole(tokens: readonly Token[], verb: number, phrase: readonly Token[]): boolean {
  if (!hasOwnSubject(tokens, verb + 1)) return false;
  return (
    !agree(phrase, (tokens[verb] as Token).key) || tokens.slice(verb + 2, verb + 7).some(({ key }) => THAT.test(key))
  );
}

/** Gender and number, as far as the endings show them: the last word is the phrase's adjective. */
function agree(phrase: readonly Token[], verb: string): boolean {
  const last = (phrase.at(-1) as Token).key;
  if (last.endsWith("ه")) return /ت$/.test(verb) && verb !== "لفت";
  if (/(?:ان|ون|ين|ات)$/.test(last)) return /ا$/.test(verb);
  return !/[تا]$/.test(verb) || verb === "لفت";
}

/** The word after the verb is its subject: definite, a name, or a noun made definite by the next word. */
function hasOwnSubject(tokens: readonly Token[], at: number): boolean {
  const subject = tokens[at];
  const next = tokens[at + 1];
  if (subject === undefined || isFunctionWord(subject.key)) return false;
  return (
    subject.key.startsWith("ال") ||
    (next !== undefined && (next.key.startsWith("ال") || /^(?:ان|انه|انها|اليوم)$/.test(next.key)))
  );
}

function blockAt(raw: string, kind: Block["kind"], start: number, end: number, inferred?: string): Block {
  return { kind, text: raw.slice(start, end), at: [start, end], ...(inferred ? { inferred } : {}) };
}

function skipSpace(raw: string, offset: number): number {
  let at = offset;
  while (at < raw.length && /\s/.test(raw[at] as string)) at++;
  return at;
}
