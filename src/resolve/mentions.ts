import { offsetAfter, readings } from "../arabic/clitics.ts";
import { fold, isIgnored } from "../arabic/normalize.ts";
import { indexWords, type Token, type Words } from "../arabic/tokenize.ts";
import type { Mention } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import type { Lexicon, Name, NameNode } from "./lexicon.ts";

/** Two records answer to the same full name; neither is chosen. */
export interface Unresolved extends Part {
  readonly candidates: readonly string[];
}

interface Hit {
  readonly names: readonly Name[];
  readonly words: string;
  readonly at: readonly [number, number];
  /** Position in reading order, for "only after a full form". */
  readonly order: number;
  readonly before: string;
}

/**
 * Names of people, organisations and places in `parts`, each part's `text` standing at `at` of the raw text.
 * `headline` is read last: it names by short forms what the text introduces in full.
 * A short or ambiguous label counts only after a full one of the same record; when two records share it, the
 * one named in full last wins, and neither in a headline.
 */
export function findMentions(
  raw: string,
  parts: readonly Part[],
  lexicon: Lexicon,
  headline?: Part,
  words: Words = indexWords(raw),
): { mentions: Mention[]; unresolved: Unresolved[] } {
  const hits: Hit[] = [];
  for (const part of parts) findHits(raw, words.between(...part.at), lexicon, hits);
  const headlineFrom = hits.length;
  if (headline) findHits(raw, words.between(...headline.at), lexicon, hits);
  const mentions: Mention[] = [];
  const unresolved: Unresolved[] = [];
  const introduced = new Map<string, number>();
  const accept = (hit: Hit, name: Name, rule: string, confidence: number) =>
    mentions.push({ entity: name.entity.id, type: name.type, words: hit.words, at: hit.at, rule, confidence });
  for (const hit of hits) {
    const full = hit.names.filter((name) => name.kind === "full" || name.kind === "variant");
    const inContext = hit.names.filter((name) => name.kind === "ambiguous" && followsContext(name, hit.before));
    const introducedShort = hit.names
      .filter(({ kind, entity }) => (kind === "short" || kind === "ambiguous") && introduced.has(entity.id))
      .sort((a, b) => (introduced.get(b.entity.id) ?? 0) - (introduced.get(a.entity.id) ?? 0));
    const [latest, ...others] = introducedShort;
    // A headline is read last but stands first: whom of two it means, the order of the text does not say.
    const isOpen =
      others.length > 0 && hit.order >= headlineFrom && (introduced.get(latest?.entity.id ?? "") ?? 0) < headlineFrom;
    const certain = full.length > 0 ? full : inContext;
    if (certain.length === 1) {
      const name = certain[0] as Name;
      introduced.set(name.entity.id, hit.order);
      if (name.kind === "full") accept(hit, name, "name:full", 0.98);
      else if (name.kind === "variant") accept(hit, name, "name:variant", 0.95);
      else accept(hit, name, "name:ambiguous-with-context", 0.8);
    } else if (certain.length > 1) {
      unresolved.push({ text: hit.words, at: hit.at, candidates: certain.map((name) => name.entity.id) });
    } else if (latest !== undefined && !isOpen) {
      accept(hit, latest, "name:short-after-full", 0.9);
    }
  }
  return { mentions, unresolved };
}

function followsContext(name: Name, before: string): boolean {
  return name.entity.contextWords.some((word) => readings(before).some((reading) => reading.key === fold(word)));
}

function findHits(raw: string, tokens: readonly Token[], lexicon: Lexicon, hits: Hit[]): void {
  for (let i = 0; i < tokens.length; ) {
    const match = longestMatch(raw, tokens, i, lexicon.names);
    if (match === undefined) {
      i++;
      continue;
    }
    const first = tokens[i] as Token;
    const last = tokens[i + match.used - 1] as Token;
    const start = match.skipped === 0 ? first.start : first.start + offsetAfter(first.text, match.skipped);
    const before = i > 0 && adjacent(raw, tokens[i - 1] as Token, first) ? (tokens[i - 1] as Token).key : "";
    hits.push({
      names: match.names,
      words: raw.slice(start, last.end),
      at: [start, last.end],
      order: hits.length,
      before,
    });
    i += match.used;
  }
}

interface Match {
  readonly names: readonly Name[];
  readonly used: number;
  readonly skipped: number;
}

/** The match of most words; of equal ones that with fewest letters taken off. */
function longestMatch(raw: string, tokens: readonly Token[], at: number, root: NameNode): Match | undefined {
  let best: Match | undefined;
  for (const reading of readings((tokens[at] as Token).key)) {
    let node = root.next.get(reading.key);
    for (let used = 1; node !== undefined; used++) {
      if ((node.names.length > 0 || node.isNoName === true) && (best === undefined || used > best.used)) {
        best = { names: node.names, used, skipped: reading.length };
      }
      const previous = tokens[at + used - 1] as Token;
      const next = tokens[at + used];
      if (next === undefined || !adjacent(raw, previous, next)) break;
      node = node.next.get(next.key);
    }
  }
  return best;
}

/** True when only blanks, hyphens and characters that cannot be seen stand between two words of one line. */
function adjacent(raw: string, a: Token, b: Token): boolean {
  for (let i = a.end; i < b.start; i++) {
    const c = raw[i] as string;
    if (c !== " " && !/[\p{Zs}\t\u002D\u2010\u2011]/u.test(c) && !isIgnored(c)) return false;
  }
  return true;
}
