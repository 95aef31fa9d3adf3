import { readings } from "../arabic/clitics.ts";
import { BY_DISTANCE, EVENT_KINDS } from "../arabic/lexicon/events.ts";
import { STOP_WORDS } from "../arabic/lexicon/function-words.ts";
import { fold } from "../arabic/normalize.ts";
import { lightStem } from "../arabic/stem.ts";
import type { Token, Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Mention, SegmentedArticle, Signals } from "../model/article.ts";
import { contains, type Part } from "../model/span.ts";

const LEAD_PARAGRAPHS = 2;
const MOST_TERMS = 160;
const FIGURE =
  /(\d+(?:[.,٫]\d+)*)\s*(مليون|مليار|ترليون|تريليون|الف|بالميه|بالمايه|%|دولار|يورو|قتيل|قتلي|جريح|شخص|برميل|كيلومتر)(?:\s+(دولار|يورو|ريال|جنيه|شخص|برميل))?/uy;
const FIRST_DIGIT = /(?<![\d.,٫])\d/g;

/** What the article says of its event, for comparing it with others. */
export function extractSignals(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  weekday: Signals["weekday"],
  words: Words,
): Signals {
  const lead = [
    ...(article.headline ? [article.headline] : []),
    ...article.blocks.filter(({ kind }) => kind === "paragraph").slice(0, LEAD_PARAGRAPHS),
  ];
  const leadText = lead.map(({ text }) => text).join("\n");
  const eventKind = kindOf(lead.flatMap(({ at }) => words.between(...at)));
  const eventMode = BY_DISTANCE.test(fold(leadText))
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
function kindOf(tokens: readonly Token[]): string | undefined {
  const counts = KINDS.map(() => 0);
  for (const token of tokens) {
    for (const place of kindsOf(token)) counts[place] = (counts[place] ?? 0) + 1;
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

/** «لقاء … في بكين», «التقى … في …»: a meeting noun or verb and, later in the clause, a place. */
function meetsInPlace(text: string): boolean {
  return /(?:لقاء|التقي|اجتماع|اجتمع|محادثات|مباحثات|قمه)[^.،؛\n]{0,80}\sفي\s/.test(fold(text));
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

function figuresOf({ blocks }: SegmentedArticle, words: Words): string[] {
  const found = new Set<string>();
  for (const { at } of blocks) {
    const folded = words.folded(...at);
    FIRST_DIGIT.lastIndex = 0;
    while (FIRST_DIGIT.test(folded)) {
      FIGURE.lastIndex = FIRST_DIGIT.lastIndex - 1;
      const match = FIGURE.exec(folded);
      if (match === null) continue;
      found.add(match.slice(1).filter(Boolean).join(" "));
      FIRST_DIGIT.lastIndex = FIGURE.lastIndex;
    }
  }
  return [...found].sort();
}

/** A word of the headline counts as if said so often more: it names what the report is of. */
const HEADLINE_WEIGHT = 3;

/** The words said most, each as the hash of its stem and how often: see `Signals.terms`. */
function termsOf(article: SegmentedArticle, words: Words): number[] {
  const counts = new Map<number, number>();
  const count = ({ at }: Part, weight: number) => {
    for (const word of words.between(...at)) {
      const term = termOf(word);
      if (term !== NO_TERM) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  if (article.headline) count(article.headline, HEADLINE_WEIGHT);
  for (const block of article.blocks) count(block, 1);
  // Count and term in one number, which sorts faster than pairs do: most often said first, then the lesser hash.
  const packed = new Float64Array(counts.size);
  let last = 0;
  for (const [term, count] of counts) packed[last++] = term + HALF_RANGE - count * 2 * HALF_RANGE;
  const terms: number[] = [];
  for (const one of packed.sort().subarray(0, MOST_TERMS)) {
    const count = -Math.floor(one / (2 * HALF_RANGE));
    terms.push(one + count * 2 * HALF_RANGE - HALF_RANGE, count);
  }
  return terms;
}

/** Hashes are numbers of 32 bits with sign. */
const HALF_RANGE = 2 ** 31;
/** Stands for words that say nothing; no hash has it. */
const NO_TERM = HALF_RANGE;
const termOf = rememberByWord((key) => (key.length < 3 || STOP_WORDS.has(key) ? NO_TERM : hashOf(lightStem(key))));

/** FNV-1a over code units, 32 bits with sign: of the words of an archive hardly two are the same. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
