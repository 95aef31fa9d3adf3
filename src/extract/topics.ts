import { readings } from "../arabic/clitics.ts";
import { type Token, tokenize, type Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Mention, SegmentedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Extracted, Span } from "../model/span.ts";

/** A topic is assigned from this weight on. */
const ENOUGH = 2;
/** A topic that only terms of weight 1 speak for is assigned beside another one from this weight on. */
const ENOUGH_OF_PLAIN = 4;
/** Terms of weight 1 count the less the longer the text is than this, in words. */
const PLAIN_LENGTH = 500;
/** The headline says what the article is about: its terms count twice. */
const HEADLINE_FACTOR = 2;

/** The terms of all topics by their words, each word by its number in `wordsOf`. */
interface TermNode {
  readonly next: Map<number, TermNode>;
  readonly terms: { readonly topic: number; readonly weight: number }[];
}

/** Number of `*`, which stands for any one word. */
const ANY_WORD = 0;

export interface TopicTerms {
  /** Numbers of the words of terms that a word may be, by its readings, each without and with the article. */
  readonly wordsOf: (word: Token) => readonly number[];
  /** The nodes that a word leads to from the root. */
  readonly startsOf: (word: Token) => readonly TermNode[];
  readonly topics: ReadonlyMap<string, Entity>;
  /** Narrowest topics first, so that a broader one sees what they took. Elsewhere a topic is its place here. */
  readonly order: readonly string[];
  /** All broader topics of each topic, by their places. */
  readonly broader: readonly (readonly number[])[];
}

interface Sighting {
  readonly topic: number;
  readonly weight: number;
  readonly at: Span;
  readonly sentence: number;
  readonly headline: boolean;
}

/** Built once a run from the topic records of the authority files. */
export function indexTopics(topics: readonly Entity[]): TopicTerms {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const depth = (id: string, seen: readonly string[] = []): number =>
    seen.includes(id)
      ? 0
      : 1 + Math.max(0, ...(byId.get(id)?.broader ?? []).map((broader) => depth(broader, [...seen, id])));
  const depths = new Map(topics.map(({ id }) => [id, depth(id)]));
  const order = topics.map(({ id }) => id).sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
  const places = new Map(order.map((id, place) => [id, place]));
  const numbers = new Map([["*", ANY_WORD]]);
  const root: TermNode = { next: new Map(), terms: [] };
  for (const topic of topics) {
    for (const { term, weight } of topic.terms) {
      let node = root;
      for (const word of term
        .split(/\s+/)
        .flatMap((piece) => (piece === "*" ? ["*"] : tokenize(piece).map(({ key }) => withoutArticle(key))))) {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        let next = node.next.get(number);
        if (next === undefined) {
          next = { next: new Map(), terms: [] };
          node.next.set(number, next);
        }
        node = next;
      }
      node.terms.push({ topic: places.get(topic.id) as number, weight });
    }
  }
  const wordsOf = rememberByWord((key) => wordsOfTerms(key, numbers));
  return {
    wordsOf,
    startsOf: rememberByWord((key) => nextOf(root, wordsOfTerms(key, numbers))),
    topics: byId,
    order,
    broader: order.map((id) =>
      [...ancestors(id, byId)].map((one) => places.get(one)).filter((one) => one !== undefined),
    ),
  };
}

/**
 * What the article is about, strongest first. Terms of the topic records are looked for as whole words with or
 * without proclitics and the article, the longest at each place winning; words inside the name of a person,
 * organisation or place say nothing. A sentence that speaks for an assigned topic does not speak again for a
 * broader one (specific entry: Library of Congress, Subject Headings Manual H 180).
 */
export function extractTopics(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  terms: TopicTerms,
  index: Words,
): Extracted<string>[] {
  const { sightings, words } = findTerms(article, mentions, terms, index);
  const weak = 1 / Math.max(1, words / PLAIN_LENGTH);
  const byTopic = groupByTopic(sightings);
  /** Sentences in which a narrower topic speaks, by topic. */
  const taken = new Map<number, Set<number>>();
  const found: { value: Extracted<string>; score: number; isPlain: boolean }[] = [];
  for (const topic of [...byTopic.keys()].sort((a, b) => a - b)) {
    const sentences = taken.get(topic);
    const all = byTopic.get(topic) as Sighting[];
    const own = sentences === undefined ? all : all.filter(({ sentence }) => !sentences.has(sentence));
    if (own.length === 0) continue;
    const score = own.reduce(
      (sum, { weight, headline }) =>
        sum + weight * (Math.abs(weight) === 1 ? weak : 1) * (headline ? HEADLINE_FACTOR : 1),
      0,
    );
    if (score < ENOUGH) continue;
    const best = own.reduce((a, b) => (b.weight > a.weight ? b : a));
    const value = {
      value: terms.order[topic] as string,
      rule: "topic:terms",
      words: article.text.slice(...best.at),
      at: best.at,
      confidence: confidenceOf(score),
    };
    found.push({ value, score, isPlain: own.every(({ weight }) => weight <= 1) });
    for (const broader of terms.broader[topic] as readonly number[]) {
      const sentencesTaken = taken.get(broader) ?? new Set();
      for (const { sentence } of own) sentencesTaken.add(sentence);
      taken.set(broader, sentencesTaken);
    }
  }
  return found
    .sort((a, b) => b.score - a.score || (a.value.value < b.value.value ? -1 : 1))
    .filter(({ score, isPlain }, place) => place === 0 || !isPlain || score >= ENOUGH_OF_PLAIN)
    .map(({ value }) => value);
}

function groupByTopic(sightings: readonly Sighting[]): Map<number, Sighting[]> {
  const groups = new Map<number, Sighting[]>();
  for (const sighting of sightings) {
    const group = groups.get(sighting.topic);
    if (group === undefined) groups.set(sighting.topic, [sighting]);
    else group.push(sighting);
  }
  return groups;
}

function findTerms(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  terms: TopicTerms,
  index: Words,
): { sightings: Sighting[]; words: number } {
  const sightings: Sighting[] = [];
  const { headline, kicker } = article;
  // What an agency files a report under speaks for its topic as the headline does.
  const heads = [...(kicker?.rule === "kicker:category" ? [kicker.at] : []), ...(headline ? [headline.at] : [])];
  const parts: Span[] = [...heads, ...article.blocks.map(({ at }) => at)];
  const isInName = coverOf(mentions.map(({ at }) => at));
  let sentence = 0;
  let words = 0;
  const { tokens } = index;
  for (const part of parts) {
    for (const [from, to] of index.sentencesIn(...part)) {
      const first = index.first(from);
      const end = Math.max(first, index.last(to));
      words += end - first;
      for (let i = first; i < end; ) {
        const starts = terms.startsOf(tokens[i] as Token);
        const match = starts.length === 0 ? undefined : longestTerm(starts, tokens, i, end, terms);
        if (match === undefined || isInName((tokens[i] as Token).start)) {
          i++;
          continue;
        }
        const at: Span = [(tokens[i] as Token).start, (tokens[i + match.used - 1] as Token).end];
        for (const { topic, weight } of match.terms)
          sightings.push({ topic, weight, at, sentence, headline: heads.includes(part) });
        i += match.used;
      }
      sentence++;
    }
  }
  return { sightings, words };
}

/** Whether an offset lies in one of the spans, none of which overlap. */
function coverOf(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Span)[0] <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < (sorted[low - 1] as Span)[1];
  };
}

interface Match {
  readonly used: number;
  readonly terms: TermNode["terms"];
}

/** The longest term that goes on from one of the nodes, whose paths took `used` words; of equal ones the first. */
function longestTerm(
  nodes: readonly TermNode[],
  tokens: readonly Token[],
  at: number,
  end: number,
  terms: TopicTerms,
  used = 1,
): Match | undefined {
  let longest: Match | undefined;
  for (const node of nodes) {
    if (node.terms.length > 0 && (longest === undefined || used > longest.used)) longest = { used, terms: node.terms };
    if (at + used >= end || node.next.size === 0) continue;
    const next = nextOf(node, terms.wordsOf(tokens[at + used] as Token));
    const further = next.length === 0 ? undefined : longestTerm(next, tokens, at, end, terms, used + 1);
    if (further !== undefined && (longest === undefined || further.used > longest.used)) longest = further;
  }
  return longest;
}

function wordsOfTerms(key: string, numbers: ReadonlyMap<string, number>): readonly number[] {
  const found: number[] = [];
  const add = (form: string) => {
    const number = numbers.get(form);
    if (number !== undefined) found.push(number);
  };
  for (const reading of readings(key)) {
    const bare = withoutArticle(reading.key);
    add(bare);
    if (bare !== reading.key) add(reading.key);
  }
  return found.length === 0 ? NO_WORDS : found;
}

const NO_WORDS: readonly number[] = [];

/** Nodes that one of the words leads to, then that `*` does. */
function nextOf(node: TermNode, words: readonly number[]): readonly TermNode[] {
  let found: TermNode[] | undefined;
  for (let i = 0; i <= words.length; i++) {
    const next = node.next.get(i < words.length ? (words[i] as number) : ANY_WORD);
    if (next === undefined) continue;
    if (found === undefined) found = [next];
    else found.push(next);
  }
  return found ?? NO_NODES;
}

const NO_NODES: readonly TermNode[] = [];

function withoutArticle(key: string): string {
  return key.startsWith("ال") && key.length > 4 ? key.slice(2) : key;
}

function ancestors(id: string, topics: ReadonlyMap<string, Entity>): Set<string> {
  const found = new Set<string>();
  const queue = [...(topics.get(id)?.broader ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(topics.get(next)?.broader ?? []));
  }
  return found;
}

function confidenceOf(score: number): number {
  return Math.round(Math.min(0.95, 0.5 + score * 0.05) * 100) / 100;
}
