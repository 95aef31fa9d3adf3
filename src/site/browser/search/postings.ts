/** A volume of the index: which of its pages hold which words, and what is shown of them. */
import { formNumber, indexedKey } from "../../../arabic/analysis/index-terms.ts";
import type { SearchColumn, SearchedPage, SearchTables, SearchVolume } from "../../views/search.ts";
import { fetchBytes, fetchPacked, once, remember } from "./fetch.ts";
import {
  type Entry,
  type Held,
  makeHeld,
  type Naming,
  parseEntries,
  parseLength,
  readNamings,
  readPages,
} from "./postings-format.ts";

/** Where and how often a page holds a term. */
export interface Posting {
  readonly score: number;
  /** In order. */
  readonly places: readonly number[];
}

/** Number of a page in its volume → posting. */
export type Postings = ReadonlyMap<number, Posting>;

export interface Term {
  readonly key: string;
  /** The form that counts, when only one is asked for or one is preferred. */
  readonly form?: string;
  /** No other form will do. */
  readonly isExact?: boolean;
  readonly isBeginning?: boolean;
}

export interface Volume extends SearchVolume {
  find(term: Term): Promise<Postings>;
  /** Whether more files hold words that begin with the letters than are read for them. */
  isCut(key: string): boolean;
  /** The records whose names have the word; the newest volume knows them. */
  namings(key: string): Promise<readonly Naming[]>;
  tables(): Promise<SearchTables>;
  /** The values of a filter, which may have a file of its own. */
  column(name: string): Promise<SearchColumn | undefined>;
  words(): Promise<string>;
  page(number: number): Promise<SearchedPage>;
}

/**
 * BM25 as it is commonly set for prose: a word said again counts for little (k1 = 1.2), long pages hold more words by
 * chance (b = 0.5).
 */
const SATURATION = 1.2;
const LENGTH = 0.5;
/** What a record's name among those of the page earns, as a share of the word's weight. */
const NAME = 0.3;
/** Files that are read for the words that begin with some letters: few letters begin too many. */
const MOST_FILES = 3;
/** What the form that was typed earns over others of the word. */
const SAME_FORM = 1.1;

/** `known`: its tables, when they were read already. */
export function openVolume(folder: string, volume: SearchVolume, known?: SearchTables): Volume {
  const base = `${folder}${volume.folder}/`;
  const lengths = Float64Array.from(volume.lengths, (_, page) => parseLength(volume.lengths.charCodeAt(page)));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const starts: number[] = [];
  let start = 0;
  for (const { pages } of volume.shards) {
    starts.push(start);
    start += pages;
  }
  const file = remember(async (number: number) => parseEntries(await fetchBytes(`${base}${number}.gz`)), String);
  const tables = once(async () => known ?? (JSON.parse(await fetchPacked(`${base}pages.gz`)) as SearchTables));
  const fileOf = (key: string) =>
    Math.max(
      0,
      volume.openings.findLastIndex((opening) => opening <= key),
    );

  /** Keys that go on lie behind the one they begin with. */
  const filesFrom = (key: string) => {
    const files = [fileOf(key)];
    for (let next = fileOf(key) + 1; volume.openings[next]?.startsWith(key); next++) files.push(next);
    return files;
  };

  const find = async ({ key: wanted, form, isExact = false, isBeginning = false }: Term): Promise<Postings> => {
    const key = indexedKey(wanted);
    if (volume.openings.length === 0) return new Map();
    const files = isBeginning ? filesFrom(key).slice(0, MOST_FILES) : [fileOf(key)];
    const entries = (await Promise.all(files.map(file))).flatMap((some): readonly Entry[] =>
      isBeginning ? some.filter((entry) => entry.key.startsWith(key)) : some.filter((entry) => entry.key === key),
    );
    const typed = form === undefined || isBeginning ? undefined : formNumber(key, form);
    const found = new Map<number, Held & { isSame: boolean }>();
    for (const entry of entries) {
      const likeness = isBeginning ? similarity(entry.key.length - key.length) : 1;
      const own = new Map<number, Held & { isSame: boolean }>();
      readPages(entry, starts, (page, form) => {
        if (isExact && typed !== undefined && form !== typed) return makeHeld();
        let held = own.get(page);
        if (!held) {
          held = { ...makeHeld(), isSame: false };
          own.set(page, held);
        }
        if (form === (typed ?? 0)) held.isSame = true;
        return held;
      });
      for (const [page, held] of own) {
        const before = found.get(page);
        held.weight *= likeness;
        if (before === undefined) found.set(page, held);
        else {
          before.weight += held.weight;
          before.runs += held.runs;
          before.isNamed ||= held.isNamed;
          before.places.push(...held.places);
        }
      }
    }
    const weight = inverseFrequency(volume.pages, found.size);
    return new Map(
      [...found].map(([page, { weight: said, isNamed, isSame, places, runs }]) => {
        const length = 1 - LENGTH + LENGTH * ((lengths[page] as number) / mean);
        const frequency = ((SATURATION + 1) * said) / (SATURATION * length + said);
        const score = weight * (frequency * (isSame ? SAME_FORM : 1) + (isNamed ? NAME : 0));
        return [page, { score, places: runs > 1 ? inOrder(places) : places }];
      }),
    );
  };
  const namings = async (wanted: string): Promise<readonly Naming[]> => {
    const key = indexedKey(wanted);
    const entries = volume.openings.length === 0 ? [] : await file(fileOf(key));
    return entries.filter((entry) => entry.key === key).flatMap(readNamings);
  };
  return {
    ...volume,
    find: remember(find, (term) => JSON.stringify(term)),
    isCut: (key) => filesFrom(indexedKey(key)).length > MOST_FILES,
    namings,
    tables,
    column: remember(
      async (name: string) =>
        volume.filters.includes(name)
          ? (JSON.parse(await fetchPacked(`${base}filter-${name}.gz`)) as SearchColumn)
          : (await tables()).filters[name],
      String,
    ),
    words: once(() => fetchPacked(`${base}words.gz`)),
    page: async (number) => {
      const shard = starts.findLastIndex((start) => start <= number);
      const path = `${volume.shards[shard]?.folder}/page/${number - (starts[shard] ?? 0)}.gz`;
      return JSON.parse(await fetchPacked(folder + path)) as SearchedPage;
    },
  };
}

const inOrder = (places: readonly number[]) => [...new Set(places)].sort((a, b) => a - b);

/** How much a word counts that goes on for so many letters, 0 to 1. */
const similarity = (more: number) => Math.exp(Math.exp(-((more + 1) ** 2) / 8) - 1);

/** The weight of a word that `count` of `pages` pages hold, as in BM25. */
export function inverseFrequency(pages: number, count: number): number {
  return Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}
