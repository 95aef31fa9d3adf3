import { readings } from "../arabic/clitics.ts";
import { NO_ORGANIZATIONS, NO_PLACES } from "../arabic/lexicon/no-names.ts";
import { fold } from "../arabic/normalize.ts";
import { lettersOf, type Token, tokenize } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Authority, Entity } from "../model/entity.ts";

type NamedType = "person" | "organization" | "place" | "source";

/** How a label names its record: see `Labels` in the model. */
export type LabelKind = "full" | "variant" | "short" | "ambiguous";

export interface Name {
  readonly entity: Entity;
  readonly type: NamedType;
  readonly kind: LabelKind;
}

/** Names by their folded words: each node is one word further. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly names: Name[];
  /** The words up to here are a fixed phrase that names nothing, unless a record has it for its name. */
  isNoName?: boolean;
}

/** A first word of names: the node it leads to, and the folded letters taken off the word. */
export interface NameStart {
  readonly node: NameNode;
  readonly length: number;
}

/** The authority files, ready for look-ups. Built once a run. */
export interface Lexicon {
  readonly authority: Authority;
  readonly names: NameNode;
  /** Where names may begin at a word. */
  readonly startsOf: (word: Pick<Token, "key" | "id">) => readonly NameStart[];
  /** Outlets by code, label or domain, letters only. */
  readonly sources: ReadonlyMap<string, Entity>;
  /** Outlets by the names that others have, too, letters only. */
  readonly sharedSources: ReadonlyMap<string, readonly Entity[]>;
  readonly topics: readonly Entity[];
  /** Folded nationality adjectives with the article, all genders → country. */
  readonly demonyms: ReadonlyMap<string, string>;
}

const NAMED: ReadonlySet<string> = new Set<NamedType>(["person", "organization", "place"]);

/** Indexes the authority files. A label of k words also answers to its words written together: «شي جينبينغ». */
export function buildLexicon(authority: Authority): Lexicon {
  const names: NameNode = { next: new Map(), names: [] };
  const sources = new Map<string, Entity>();
  const sharedSources = new Map<string, Entity[]>();
  const demonyms = new Map<string, string>();
  for (const phrase of [...NO_PLACES, ...NO_ORGANIZATIONS]) nodeOf(names, keysOf(phrase)).isNoName = true;
  const topics: Entity[] = [];
  for (const entity of authority.entities.values()) {
    if (NAMED.has(entity.type)) addNames(names, entity);
    if (entity.type === "source") addOutlet(names, entity);
    if (entity.type === "topic") topics.push(entity);
    if (entity.type === "source") {
      const shared = new Set(entity.ambiguousLabel.map(sourceKey));
      for (const key of shared) sharedSources.set(key, [...(sharedSources.get(key) ?? []), entity]);
      for (const label of [
        entity.prefLabel,
        ...entity.altLabel,
        ...entity.hiddenLabel,
        ...entity.codes,
        ...entity.domains,
      ]) {
        const key = sourceKey(label);
        if (key !== "" && !shared.has(key) && !sources.has(key)) sources.set(key, entity);
      }
    }
    for (const adjective of entity.demonym) {
      for (const ending of ["", "ه", "ان", "ين", "ون"]) demonyms.set(`ال${fold(adjective)}${ending}`, entity.id);
    }
  }
  return { authority, names, startsOf: startsAt(names), sources, sharedSources, topics, demonyms };
}

/** Where names may begin at a word, with and without its proclitics; most words begin none. */
function startsAt({ next }: NameNode): Lexicon["startsOf"] {
  return rememberByWord((key) => {
    const found: NameStart[] = [];
    for (const reading of readings(key)) {
      const node = next.get(reading.key);
      if (node !== undefined) found.push({ node, length: reading.length });
    }
    return found.length === 0 ? NO_STARTS : found;
  });
}

const NO_STARTS: readonly NameStart[] = [];

/** Letters and digits of an outlet's name or code: «د ب أ», «د.ب.أ» and «(د ب أ)» are one. */
export function sourceKey(label: string): string {
  return lettersOf(fold(label));
}

/** A label that is also listed as ambiguous is only that. */
function addNames(root: NameNode, entity: Entity): void {
  const ambiguous = new Set(entity.ambiguousLabel.map(fold));
  const addAs = (kind: LabelKind, labels: readonly string[]) => {
    for (const label of labels) {
      if (kind === "ambiguous" || !ambiguous.has(fold(label)))
        add(root, label, { entity, type: entity.type as NamedType, kind });
    }
  };
  addAs("full", [entity.prefLabel]);
  addAs("variant", [...entity.altLabel, ...entity.hiddenLabel]);
  addAs("short", entity.shortLabel);
  addAs("ambiguous", entity.ambiguousLabel);
}

/** Outlets named by several words, so that «واشنطن بوست» is no mention of Washington. */
function addOutlet(root: NameNode, entity: Entity): void {
  for (const label of [entity.prefLabel, ...entity.altLabel]) {
    if (tokenize(label).length > 1) add(root, label, { entity, type: "source", kind: "variant" });
  }
}

const MOST_JOINED = 4;

function add(root: NameNode, label: string, name: Name): void {
  const words = keysOf(label);
  if (words.length === 0) return;
  // The letters of a code are never written as a word: «أ ش أ» is no part of «باشا».
  const isCode = words.every(({ length }) => length === 1);
  for (const spelling of words.length <= MOST_JOINED && !isCode ? joinings(words) : [words]) {
    const node = nodeOf(root, spelling);
    if (!node.names.some((other) => other.entity === name.entity)) node.names.push(name);
  }
}

function keysOf(label: string): string[] {
  return tokenize(label).map(({ key }) => key);
}

function nodeOf(root: NameNode, words: readonly string[]): NameNode {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), names: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}

/** All ways to write neighbouring words together, the spaced one first. */
function joinings(words: readonly string[]): string[][] {
  const [first, ...rest] = words as [string, ...string[]];
  if (rest.length === 0) return [[first]];
  return joinings(rest).flatMap((tail) => [
    [first, ...tail],
    [first + tail[0], ...tail.slice(1)],
  ]);
}
