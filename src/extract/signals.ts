import { readings } from "../arabic/clitics.ts";
import { BY_DISTANCE, EVENT_KINDS } from "../arabic/lexicon/events.ts";
import { STOP_WORDS } from "../arabic/lexicon/function-words.ts";
import { fold } from "../arabic/normalize.ts";
import { lightStem } from "../arabic/stem.ts";
import type { Token, Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Block, Mention, SegmentedArticle, Signals } from "../model/article.ts";
import { contains, type Part } from "../model/span.ts";

const LEAD_PARAGRAPHS = 2;
const MOST_TERMS = 160;
const FIGURE =
  /(\d+(?:[.,٫]\d+)*)\s*(مليون|مليار|ترليون|تريليون|الف|بالميه|بالمايه|%|دولار|يورو|قتيل|قتلي|جريح|شخص|برميل|كيلومتر)(?:\s+(دولار|يورو|ريال|جنيه|شخص|برميل))?/uy;
const IN_NUMBER = /[\d.,٫]/;

/** The first paragraphs; a short line that ends no sentence («المزيد من الصور») is none where others are. */
function leadOf(blocks: readonly Block[]): Block[] {
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  const whole = paragraphs.filter(({ text }) => text.length >= SHORTEST_LEAD || /[.؟!]["”»)]*$/u.test(text));
  return (whole.length > 0 ? whole : paragraphs).slice(0, LEAD_PARAGRAPHS);
}
const SHORTEST_LEAD = 60;

/** What the article says of its event, for comparing it with others. */
export function extractSignals(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  weekday: Signals["weekday"],
  words: Words,
): Signals {
  const lead = [...(article.headline ? [article.headline] : []), ...leadOf(article.blocks)];
  const leadText = fold(lead.map(({ text }) => text).join("\n"));
  const eventKind = kindOf(lead, words);
  const eventMode =
    NAMES_DISTANCE.test(leadText) && BY_DISTANCE.test(leadText)
      ? "virtual"
      : eventKind === "talks" && meetsInPlace(leadText)
        ? "in-person"
        : undefined;
  return {
    ...(eventKind && { eventKind }),
    ...(eventMode && { eventMode }),
    ...(weekday && { weekday }),
    participants: participants(mentions.filter(({ at }) => lead.some((part) => contains(part.at, at)))),
    figures: figuresOf(article, words),
    terms: termsOf(article, words),
  };
}

const KINDS = Object.keys(EVENT_KINDS);
/** Word → the kinds it names, as places in `KINDS`. */
const KINDS_OF_WORD = new Map<string, number[]>();
for (const [place, kind] of KINDS.entries())
  for (const word of EVENT_KINDS[kind] ?? []) KINDS_OF_WORD.set(word, [...(KINDS_OF_WORD.get(word) ?? []), place]);

/** The kind with most of its words in the lead, `talks` before others on a tie. */
function kindOf(lead: readonly Part[], { tokens, first, last }: Words): string | undefined {
  const counts = KINDS.map(() => 0);
  for (const { at } of lead) {
    for (let i = first(at[0]), end = last(at[1]); i < end; i++)
      for (const place of kindsOf(tokens[i] as Token)) counts[place] = (counts[place] as number) + 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? undefined : KINDS[counts.indexOf(most)];
}

/** Kinds that the readings of a word name, each once. */
const kindsOf = rememberByWord((key) => {
  const named = new Set(readings(key).flatMap((reading) => KINDS_OF_WORD.get(reading.key) ?? []));
  return named.size === 0 ? NO_KINDS : [...named];
});

const NO_KINDS: readonly number[] = [];

/** What every phrase of `BY_DISTANCE` has in it: looked for first, most texts hold none. */
const NAMES_DISTANCE = /افتراضي|فيديو|مرئي|هاتفي|عن بعد/;

/** «لقاء … في بكين», «التقى … في …»: a meeting noun or verb and, later in the clause, a place. */
function meetsInPlace(folded: string): boolean {
  return /(?:لقاء|التقي|اجتماع|اجتمع|محادثات|مباحثات|قمه)[^.،؛\n]{0,80}\sفي\s/.test(folded);
}

/** People first, then places and organisations, most often named first. */
function participants(mentions: readonly Mention[]): string[] {
  const counts = new Map<string, { count: number; person: boolean }>();
  for (const { entity, type } of mentions) {
    const entry = counts.get(entity) ?? { count: 0, person: type === "person" };
    entry.count++;
    counts.set(entity, entry);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => Number(y.person) - Number(x.person) || y.count - x.count || (a < b ? -1 : 1))
    .map(([entity]) => entity);
}

function figuresOf({ blocks }: SegmentedArticle, { tokens, first, folded }: Words): string[] {
  const found = new Set<string>();
  for (const { at } of blocks) {
    const [start, end] = at;
    /** Behind the last figure, counted as the text is. */
    let free = start;
    // A word that reaches into the block may bring a digit into it.
    for (let i = Math.max(0, first(start) - 1); i < tokens.length && (tokens[i] as Token).start < end; i++) {
      const token = tokens[i] as Token;
      if (!hasDigit(token)) continue;
      const text = folded(start, end);
      for (let place = Math.max(token.start, free); place < Math.min(token.end, end); place++) {
        if (!isFirstDigit(text, place - start)) continue;
        FIGURE.lastIndex = place - start;
        const match = FIGURE.exec(text);
        if (match === null) continue;
        found.add(match.slice(1).filter(Boolean).join(" "));
        free = start + FIGURE.lastIndex;
        place = free - 1;
      }
    }
  }
  return found.size === 0 ? [] : [...found].sort();
}

const hasDigit = rememberByWord((key) => /\d/.test(key));
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isFirstDigit = (text: string, at: number) =>
  isDigit(text.charCodeAt(at)) && (at === 0 || !IN_NUMBER.test(text[at - 1] as string));

/** A word of the headline counts as if said so often more: it names what the report is of. */
const HEADLINE_WEIGHT = 3;

/** The words said most, each as the hash of its stem and how often: see `Signals.terms`. */
function termsOf({ headline, blocks }: SegmentedArticle, { tokens, first, last }: Words): number[] {
  // A table of hashes, at least half of it empty: a term stands at its own place or at the next one free.
  const size = 2 ** Math.ceil(Math.log2(2 * tokens.length + 2));
  if (room.known.length < size) room = roomFor(size);
  const { known, counts, packed } = room;
  counts.fill(0, 0, size);
  let distinct = 0;
  const count = ({ at }: Part, weight: number) => {
    for (let i = first(at[0]), end = last(at[1]); i < end; i++) {
      const term = termOf(tokens[i] as Token);
      if (term === null) continue;
      let place = term & (size - 1);
      while (counts[place] !== 0 && known[place] !== term) place = (place + 1) & (size - 1);
      if (counts[place] === 0) distinct++;
      known[place] = term;
      counts[place] = (counts[place] as number) + weight;
    }
  };
  if (headline) count(headline, HEADLINE_WEIGHT);
  for (const block of blocks) count(block, 1);
  // Count and term in one number, which sorts faster than pairs do: most often said first, then the lesser hash.
  for (let place = 0, next = 0; next < distinct; place++) {
    const times = counts[place] as number;
    if (times !== 0) packed[next++] = (known[place] as number) + HALF_RANGE - times * 2 * HALF_RANGE;
  }
  const terms: number[] = [];
  packed.subarray(0, distinct).sort();
  for (let i = 0; i < Math.min(distinct, MOST_TERMS); i++) {
    const one = packed[i] as number;
    const times = -Math.floor(one / (2 * HALF_RANGE));
    // Whole numbers of 32 bits, and not what arithmetic makes of them, keep arrays of terms small and alike.
    terms.push((one + times * 2 * HALF_RANGE - HALF_RANGE) | 0, times | 0);
  }
  return terms;
}

/** Room for counting, used again for each article: making such arrays costs more than filling them. */
const roomFor = (size: number) => ({
  known: new Int32Array(size),
  counts: new Int32Array(size),
  packed: new Float64Array(size),
});
let room = roomFor(2048);

/** Hashes are numbers of 32 bits with sign. */
const HALF_RANGE = 2 ** 31;
/** Null for words that say nothing. */
const termOf = rememberByWord((key) => (key.length < 3 || STOP_WORDS.has(key) ? null : hashOf(lightStem(key))));

/** FNV-1a over code units, 32 bits with sign: of the words of an archive hardly two are the same. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
