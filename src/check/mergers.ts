import { isArabicName, wordsOfName } from "../arabic/names/key.ts";
import { nameKeysOfLatin } from "../arabic/names/latin.ts";
import { looseNameKey } from "../arabic/names/loose.ts";
import { isShorterForm, type NamePart, parseName } from "../arabic/names/parse.ts";
import { byCodePoint } from "../effects.ts";
import type { Problem } from "../messages.ts";
import type { Archive } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";

/** Consonants a loose key must have to suggest anything: of three, too many people are. */
const SHORTEST_KEY = 4;
/** People and organisations that the articles of both must name, for a shorter and a longer name to be one. */
const COMPANY = 2;
/** More people of one sound than this are a common name, and tell nothing. */
const COMMON = 6;

/**
 * Pairs of people who may be one and of whom one at least is provisional: their names sound alike, or one is a shorter
 * form of the other and they keep the same company. Suggested to the editor, never merged; a pair of different
 * countries, or of which a record says `differentFrom`, is none. In the order of ids.
 */
export function findMergers(archive: Archive): Problem[] {
  const people = [...archive.authority.entities.values()].filter(({ type }) => type === "person").map(toCandidate);
  const companyOf = memoCompany(archive.articles);
  const found = new Map<string, Problem>();
  const suggest = (a: Candidate, b: Candidate, why: string) => {
    const [one, other] = inOrder(a.entity, b.entity);
    const pair = `${one.id} ${other.id}`;
    if (a === b || found.has(pair) || !(one.provisional || other.provisional) || areTold(one, other)) return;
    found.set(pair, merger(one, other, why));
  };
  for (const [a, b] of pairsBy(people, ({ sounds }) => sounds))
    if (mayBeSpelt(a, b)) suggest(a, b, "the names sound alike");
  for (const [a, b] of pairsBy(people, ({ ends }) => ends)) {
    const [short, long] = a.parts.length < b.parts.length ? [a, b] : [b, a];
    if (isShorterForm(short.parts, long.parts) !== "shorter") continue;
    const company = companyOf(long.entity.id);
    const shared = [...companyOf(short.entity.id)].filter((id) => company.has(id));
    if (shared.length >= COMPANY)
      suggest(a, b, `one name is a shorter form of the other, both are named with ${shared[0]}`);
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b)).map(([, problem]) => problem);
}

interface Candidate {
  readonly entity: Entity;
  readonly parts: readonly NamePart[];
  readonly sounds: readonly string[];
  /** Of the names in Arabic spelling: their letters without vowels and the article. */
  readonly consonants: readonly string[];
  readonly isArabic: boolean;
  /** First and last part, and the first two: what a shorter form keeps. */
  readonly ends: readonly string[];
}

function toCandidate(entity: Entity): Candidate {
  const ambiguous = new Set(entity.ambiguousLabel);
  const names = [entity.prefLabel, ...entity.altLabel].filter((name) => !ambiguous.has(name));
  const loose = names.flatMap((name) => [
    looseNameKey(name),
    ...(/\p{Script=Latin}/u.test(name) ? nameKeysOfLatin(name) : []),
  ]);
  const { parts } = parseName(entity.prefLabel);
  const [first, second, last] = [parts[0]?.key, parts[1]?.key, parts.at(-1)?.key];
  return {
    entity,
    parts,
    sounds: [...new Set(loose)].filter((key) => key.length >= SHORTEST_KEY),
    consonants: names.map((name) =>
      wordsOfName(name)
        .map((word) => word.replace(/^ال(?=..)/u, "").replace(/[اويىءه]/gu, ""))
        .join(""),
    ),
    isArabic: isArabicName(wordsOfName(entity.prefLabel)),
    ends: parts.length < 2 ? [] : [...new Set([`${first} ${last}`, `${first} ${second}`])],
  };
}

/**
 * Two Arabic names are one only with the same consonants: «العمري» is not «المري», nor «الطيب» «العتيبي», though who
 * writes them in Latin letters may write them alike.
 */
function mayBeSpelt(a: Candidate, b: Candidate): boolean {
  if (!a.isArabic || !b.isArabic) return true;
  return a.consonants.some((own) => b.consonants.includes(own));
}

/** Pairs that share a key, for keys that few have. */
function* pairsBy(people: readonly Candidate[], keysOf: (one: Candidate) => readonly string[]) {
  const groups = new Map<string, Candidate[]>();
  for (const one of people) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  for (const group of groups.values()) {
    if (group.length > COMMON) continue;
    for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) yield [a, b] as const;
  }
}

/** The provisional one first, else by id. */
function inOrder(a: Entity, b: Entity): [Entity, Entity] {
  const isFirst = Number(b.provisional ?? false) - Number(a.provisional ?? false) || byCodePoint(a.id, b.id);
  return isFirst <= 0 ? [a, b] : [b, a];
}

/** What is known says that they are two. */
function areTold(a: Entity, b: Entity): boolean {
  if (a.differentFrom?.includes(b.id) || b.differentFrom?.includes(a.id)) return true;
  return a.country !== undefined && b.country !== undefined && a.country !== b.country;
}

/** People and organisations that the articles which name a person name besides. */
function memoCompany(articles: readonly ListedArticle[]): (id: string) => ReadonlySet<string> {
  const company = new Map<string, Set<string>>();
  for (const { people = [], organizations = [] } of articles) {
    for (const person of people) {
      const own = company.get(person) ?? new Set();
      for (const id of [...people, ...organizations]) if (id !== person) own.add(id);
      company.set(person, own);
    }
  }
  return (id) => company.get(id) ?? new Set();
}

function merger(one: Entity, other: Entity, why: string): Problem {
  const own = `a record ${one.id} in authority/people.yaml with prefLabel: ${one.prefLabel}`;
  const note = other.provisional
    ? `If they are one, write ${own} and altLabel: [${other.prefLabel}]; if not, with differentFrom: [${other.id}].`
    : `If they are one, add «${one.prefLabel}» to altLabel of ${other.id} in authority/people.yaml; if not, differentFrom: [${one.id}].`;
  return {
    file: "archive.json",
    severity: "info",
    rule: "names:maybe-same",
    reason: `ربما هما واحد: «${one.prefLabel}» (${one.id}), «${other.prefLabel}» (${other.id}): ${why}`,
    actual: one.id,
    expected: [other.id],
    note,
  };
}
