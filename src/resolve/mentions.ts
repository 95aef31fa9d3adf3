import { offsetAfter } from "../arabic/clitics.ts";
import { isIgnored } from "../arabic/normalize.ts";
import { indexWords, type Token, type Words } from "../arabic/tokenize.ts";
import { roleBefore } from "../extract/roles.ts";
import type { Mention } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { certainNames, countriesNamed, namesSpelled } from "./certain-names.ts";
import type { Lexicon, Name, NameNode, NameStart } from "./lexicon.ts";
import { holdsOffice } from "./offices.ts";

/** More than one record answers to the name; none is chosen. */
export interface Unresolved extends Part {
  readonly candidates: readonly string[];
  /** The name is a bare family or given name, and the text names two in full who share it. */
  readonly isShort?: true;
}

interface Hit {
  readonly names: readonly Name[];
  readonly words: string;
  readonly at: readonly [number, number];
  readonly before: string;
}

/**
 * Names of people, organisations and places in `parts`, each part's `text` standing at `at` of the raw text.
 * `headline` is read last: it names by short forms what the text introduces in full.
 * A short or ambiguous label counts only after a full one of the same record, or after a title that only one record
 * has («الرئيس الروسي بوتين»). Where two records answer to a name, the title before it may tell them apart; else none
 * is chosen.
 */
export function findMentions(
  raw: string,
  parts: readonly Part[],
  lexicon: Lexicon,
  headline?: Part,
  words: Words = indexWords(raw),
): { mentions: Mention[]; unresolved: Unresolved[] } {
  const hits: Hit[] = [];
  for (const part of parts) findHits(raw, words, part, lexicon, hits);
  if (headline) findHits(raw, words, headline, lexicon, hits);
  const mentions: Mention[] = [];
  const unresolved: Unresolved[] = [];
  const introduced = new Set<string>();
  /** Records that the text names by a label that is theirs alone, or that says more than their short ones. */
  const inFull = new Set<string>();
  const isDemonym = (key: string) => lexicon.demonyms.has(key);
  /** Of several names the one whose record the title before the name fits, when it fits no other. */
  const byTitle = (hit: Hit, names: readonly Name[], others: "no" | "open"): Name | undefined => {
    const role = names.some(({ type }) => type === "person") ? roleBefore(raw, hit.at[0], isDemonym, words) : undefined;
    if (role === undefined) return undefined;
    const answers = names.map(({ entity }) => holdsOffice(entity, role, lexicon.demonyms));
    const fitting = names.filter((_, i) => answers[i] === "yes");
    const isClear = answers.every((answer) => answer === "yes" || answer === "no" || answer === others);
    return fitting.length === 1 && isClear ? fitting[0] : undefined;
  };
  let found: ReadonlySet<string> | undefined;
  const countries = () => {
    found ??= countriesNamed(
      hits.flatMap(({ names }) => (names.length === 1 ? names.filter(isFullPlace).map(({ entity }) => entity) : [])),
      [...parts, ...(headline ? [headline] : [])].flatMap(({ at }) =>
        words.tokens.slice(words.first(at[0]), words.last(at[1])),
      ),
      lexicon,
    );
    return found;
  };
  const accept = (hit: Hit, { entity, type }: Name, rule: string, confidence: number) => {
    if (rule !== "name:short-after-full") introduced.add(entity.id);
    if (rule === "name:full" || rule === "name:variant") inFull.add(entity.id);
    mentions.push({ entity: entity.id, type, words: hit.words, at: hit.at, rule, confidence });
  };
  const leave = (hit: Hit, names: readonly Name[], isShort: boolean) =>
    unresolved.push({
      text: hit.words,
      at: hit.at,
      candidates: names.map(({ entity }) => entity.id),
      ...(isShort && { isShort }),
    });
  for (const hit of hits) {
    const certain = certainNames(hit.names, lexicon, { words: hit.words, before: hit.before, inFull, countries });
    const [name, other] = certain.names;
    if (name !== undefined) {
      const chosen = other === undefined ? name : byTitle(hit, certain.names, "no");
      if (chosen === undefined) leave(hit, certain.names, false);
      else if (other !== undefined) accept(hit, chosen, "name:by-title", 0.85);
      else accept(hit, name, certain.rule, certain.confidence);
      continue;
    }
    const short = hit.names.filter(({ kind }) => kind === "short" || kind === "ambiguous");
    const known = short.filter(({ entity }) => introduced.has(entity.id));
    const [latest, another] = known;
    if (latest !== undefined && another === undefined) {
      accept(hit, latest, "name:short-after-full", 0.9);
    } else if (latest !== undefined) {
      const chosen = byTitle(hit, known, "open");
      if (chosen === undefined) leave(hit, known, true);
      else accept(hit, chosen, "name:by-title", 0.85);
    } else {
      const chosen = byTitle(
        hit,
        short.filter(({ kind }) => kind === "short"),
        "open",
      );
      if (chosen !== undefined) accept(hit, chosen, "name:short-with-title", 0.85);
    }
  }
  return { mentions, unresolved };
}

const isFullPlace = ({ type, kind }: Name) => type === "place" && (kind === "full" || kind === "variant");

function findHits(raw: string, words: Words, { at: [from, to] }: Part, lexicon: Lexicon, hits: Hit[]): void {
  const { tokens } = words;
  const start = words.first(from);
  const end = words.last(to);
  for (let i = start; i < end; ) {
    const starts = lexicon.startsOf(tokens[i] as Token);
    const match = starts.length === 0 ? undefined : longestMatch(raw, starts, tokens, i, end);
    if (match === undefined) {
      i++;
      continue;
    }
    const first = tokens[i] as Token;
    const last = tokens[i + match.used - 1] as Token;
    const at = match.skipped === 0 ? first.start : first.start + offsetAfter(first.text, match.skipped);
    const before = i > start && adjacent(raw, tokens[i - 1] as Token, first) ? (tokens[i - 1] as Token).key : "";
    const next = tokens[i + match.used];
    const after = next !== undefined && i + match.used < end && adjacent(raw, last, next) ? next.key : "";
    const spelled = raw.slice(at, last.end);
    const names = namesSpelled(match.names, spelled);
    const isOther = isAnotherCountrys(match.node, after, lexicon);
    hits.push({
      names: isOther ? names.filter(({ type }) => type !== "organization") : names,
      words: spelled,
      at: [at, last.end],
      before,
    });
    i += match.used;
  }
}

/**
 * Whether the words go on with a nationality where names that go on so are of other countries: «الكونغرس» is the American
 * one, which is called «الكونغرس الأمريكي» too, and not in «الكونغرس البيروفي».
 */
function isAnotherCountrys({ next }: NameNode, after: string, { demonyms }: Lexicon): boolean {
  const country = next.size === 0 ? undefined : demonyms.get(after);
  if (country === undefined) return false;
  const countries = [...next.keys()].flatMap((key) => demonyms.get(key) ?? []);
  return countries.length > 0 && !countries.includes(country);
}

interface Match {
  readonly node: NameNode;
  readonly names: readonly Name[];
  readonly used: number;
  readonly skipped: number;
}

/** The match of most words; of equal ones that with fewest letters taken off. */
function longestMatch(
  raw: string,
  starts: readonly NameStart[],
  tokens: readonly Token[],
  at: number,
  end: number,
): Match | undefined {
  let best: Match | undefined;
  for (const start of starts) {
    let node: NameNode | undefined = start.node;
    for (let used = 1; node !== undefined; used++) {
      if ((node.names.length > 0 || node.isNoName === true) && (best === undefined || used > best.used)) {
        best = { node, names: node.names, used, skipped: start.length };
      }
      if (at + used >= end || node.next.size === 0) break;
      const next = tokens[at + used] as Token;
      if (!adjacent(raw, tokens[at + used - 1] as Token, next)) break;
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
