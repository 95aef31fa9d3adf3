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

interface TermNode {
  readonly next: Map<string, TermNode>;
  readonly terms: { readonly topic: string; readonly weight: number }[];
}

/** The terms of all topics by their words; `*` stands for any one word. */
export interface TopicTerms {
  readonly root: TermNode;
  /** The nodes that a word leads to from the root. */
  readonly startsOf: (word: Token) => readonly TermNode[];
  readonly topics: ReadonlyMap<string, Entity>;
  /** Narrowest topics first, so that a broader one sees what they took. */
  readonly order: readonly string[];
}

interface Sighting {
  readonly topic: string;
  readonly weight: number;
  readonly at: Span;
  readonly sentence: number;
  readonly headline: boolean;
}

/** Built once a run from the topic records of the authority files. */
export function indexTopics(topics: readonly Entity[]): TopicTerms {
  const root: TermNode = { next: new Map(), terms: [] };
  for (const topic of topics) {
    for (const { term, weight } of topic.terms) {
      let node = root;
      for (const word of term
        .split(/\s+/)
        .flatMap((piece) => (piece === "*" ? ["*"] : tokenize(piece).map(({ key }) => withoutArticle(key))))) {
        let next = node.next.get(word);
        if (next === undefined) {
          next = { next: new Map(), terms: [] };
          node.next.set(word, next);
        }
        node = next;
      }
      node.terms.push({ topic: topic.id, weight });
    }
  }
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const depth = (id: string, seen: readonly string[] = []): number =>
    seen.includes(id)
      ? 0
      : 1 + Math.max(0, ...(byId.get(id)?.broader ?? []).map((broader) => depth(broader, [...seen, id])));
  const depths = new Map(topics.map(({ id }) => [id, depth(id)]));
  const order = topics.map(({ id }) => id).sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
  return { root, startsOf: rememberByWord((key) => nextOf(root, key)), topics: byId, order };
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
  const taken = new Map<string, Set<number>>();
  const found: { value: Extracted<string>; score: number; isPlain: boolean }[] = [];
  for (const id of terms.order) {
    const own = byTopic.get(id)?.filter(({ sentence }) => !taken.get(id)?.has(sentence)) ?? NONE;
    if (own.length === 0) continue;
    const score = own.reduce(
      (sum, { weight, headline }) =>
        sum + weight * (Math.abs(weight) === 1 ? weak : 1) * (headline ? HEADLINE_FACTOR : 1),
      0,
    );
    if (score < ENOUGH) continue;
    const best = own.reduce((a, b) => (b.weight > a.weight ? b : a));
    const value = {
      value: id,
      rule: "topic:terms",
      words: article.text.slice(...best.at),
      at: best.at,
      confidence: confidenceOf(score),
    };
    found.push({ value, score, isPlain: own.every(({ weight }) => weight <= 1) });
    for (const broader of ancestors(id, terms)) {
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

const NONE: readonly Sighting[] = [];

function groupByTopic(sightings: readonly Sighting[]): Map<string, Sighting[]> {
  const groups = new Map<string, Sighting[]>();
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
  const parts: Span[] = [...(article.headline ? [article.headline.at] : []), ...article.blocks.map(({ at }) => at)];
  const isInName = coverOf(mentions.map(({ at }) => at));
  let sentence = 0;
  let words = 0;
  for (const part of parts) {
    for (const [from, to] of index.sentencesIn(...part)) {
      const tokens = index.between(from, to);
      words += tokens.length;
      for (let i = 0; i < tokens.length; ) {
        const match = longestTerm(tokens, i, terms);
        const at: Span | undefined = match && [(tokens[i] as Token).start, (tokens[i + match.used - 1] as Token).end];
        if (match === undefined || at === undefined || isInName(at[0])) {
          i++;
          continue;
        }
        for (const { topic, weight } of match.terms)
          sightings.push({ topic, weight, at, sentence, headline: part === article.headline?.at });
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

function longestTerm(tokens: readonly Token[], at: number, terms: TopicTerms): Match | undefined {
  let longest: Match | undefined;
  for (const node of terms.startsOf(tokens[at] as Token)) longest = longestBelow(node, tokens, at, 1, longest);
  return longest;
}

/** Nodes that a word leads to, by its readings, each without and with the article, then by `*`. */
function nextOf(node: TermNode, key: string): TermNode[] {
  const found: TermNode[] = [];
  const follow = (form: string) => {
    const next = node.next.get(form);
    if (next !== undefined) found.push(next);
  };
  for (const reading of readings(key)) {
    const bare = withoutArticle(reading.key);
    follow(bare);
    if (bare !== reading.key) follow(reading.key);
  }
  follow("*");
  return found;
}

/** The better of `best` and the longest term that goes on from `node`, whose path took `used` words from `at` on. */
function longestBelow(
  node: TermNode,
  tokens: readonly Token[],
  at: number,
  used: number,
  best: Match | undefined,
): Match | undefined {
  let longest = best;
  if (node.terms.length > 0 && (best === undefined || used > best.used)) longest = { used, terms: node.terms };
  const token = tokens[at + used];
  if (token === undefined || node.next.size === 0) return longest;
  for (const next of nextOf(node, token.key)) longest = longestBelow(next, tokens, at, used + 1, longest);
  return longest;
}

function withoutArticle(key: string): string {
  return key.startsWith("ال") && key.length > 4 ? key.slice(2) : key;
}

function ancestors(id: string, { topics }: TopicTerms): Set<string> {
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
