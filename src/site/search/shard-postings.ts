/** The postings of a shard, in the order and the form in which the files of the search have them. */
import { BETWEEN, parseTerm } from "../../arabic/analysis/index-terms.ts";
import { byCodePoint } from "../../effects.ts";
import { NAMED, OTHER, WEIGHT_CODES, WEIGHTS } from "../browser/search/postings-format.ts";
import { makeBytes, readBytes } from "./bytes.ts";

/** Pages that hold a key in one form, written as postings-format.ts says. */
export interface FormPostings {
  readonly form: number;
  readonly pages: number;
  readonly bytes: Uint8Array;
}

export interface KeyPostings {
  readonly key: string;
  /** In order of their numbers. */
  readonly forms: readonly FormPostings[];
}

/** Where the words of a shard's pages stand, while they are gathered: page after page, place after place. */
export interface Gathering {
  /** The terms of one place of the text, as `formatTerms` writes them. */
  add(terms: string, place: number, weight: number): void;
  /** The terms of a word of a name that the page is found by. */
  addName(terms: string): void;
  /** What comes next belongs to the next page. */
  endPage(): void;
  /** All keys in order. */
  finish(): KeyPostings[];
}

/** One form of a key: the pages that hold it so far, and its places on the page that is under way. */
interface Gathered {
  readonly key: string;
  readonly form: number;
  pages: number;
  lastPage: number;
  /** Encoded pages; those in use are the first `length`. */
  bytes: Uint8Array;
  length: number;
  /** Weight × STEP + place. */
  places: number[];
  isNamed: boolean;
}

/** More than any text has words; a weight is small, so that both are one whole number. */
const STEP = 2 ** 32;

export function gatherPostings(): Gathering {
  const gathered = new Map<string, Gathered>();
  // A word has the same terms wherever it stands.
  const known = new Map<string, readonly Gathered[]>();
  const scratch = makeBytes();
  let touched: Gathered[] = [];
  let page = 0;

  const gather = (text: string): Gathered[] => {
    const before = gathered.get(text);
    if (before) return [before];
    const term = parseTerm(text);
    if (term === undefined) return [];
    const fresh = { ...term, pages: 0, lastPage: 0, bytes: NONE, length: 0, places: [], isNamed: false };
    gathered.set(text, fresh);
    return [fresh];
  };
  const listOf = (terms: string): readonly Gathered[] => {
    const before = known.get(terms);
    if (before) return before;
    const list = [...new Set(terms.split(BETWEEN))].flatMap(gather);
    known.set(terms, list);
    return list;
  };
  const touch = (one: Gathered) => {
    if (one.places.length === 0 && !one.isNamed) touched.push(one);
  };
  return {
    add: (terms, place, weight) => {
      const list = listOf(terms);
      // One of several readings of a word counts for a part of it.
      const part = Math.max(1, Math.floor(weight / list.length));
      for (const one of list) {
        touch(one);
        one.places.push(part * STEP + place);
      }
    },
    addName: (terms) => {
      for (const one of listOf(terms)) {
        touch(one);
        one.isNamed = true;
      }
    },
    endPage: () => {
      for (const one of touched) {
        scratch.clear();
        scratch.number(page - one.lastPage);
        writeRuns(scratch, one.places, one.isNamed);
        append(one, scratch.view());
        one.pages++;
        one.lastPage = page;
        one.places = [];
        one.isNamed = false;
      }
      touched = [];
      page++;
    },
    finish: () => byKey([...gathered.values()]),
  };
}

const NONE = new Uint8Array();

function append(to: Gathered, bytes: Uint8Array): void {
  if (to.length + bytes.length > to.bytes.length) {
    const larger = new Uint8Array(Math.max(8, 2 * to.bytes.length, to.length + bytes.length));
    larger.set(to.bytes);
    to.bytes = larger;
  }
  to.bytes.set(bytes, to.length);
  to.length += bytes.length;
}

function byKey(all: readonly Gathered[]): KeyPostings[] {
  const keys = new Map<string, FormPostings[]>();
  for (const { key, form, pages, bytes, length } of all) {
    const forms = keys.get(key) ?? [];
    if (forms.length === 0) keys.set(key, forms);
    forms.push({ form, pages, bytes: bytes.subarray(0, length) });
  }
  return [...keys]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([key, forms]) => ({ key, forms: forms.sort((a, b) => a.form - b.form) }));
}

/** Places of each weight in a run, lightest first. */
function writeRuns(bytes: Bytes, places: number[], isNamed: boolean): void {
  if (isNamed) bytes.number(2 * NAMED + (places.length > 0 ? 1 : 0));
  if (places.some((place, index) => index > 0 && place < (places[index - 1] as number))) places.sort((a, b) => a - b);
  for (let at = 0, end = 0; at < places.length; at = end) {
    const weight = Math.floor((places[at] as number) / STEP);
    while (end < places.length && Math.floor((places[end] as number) / STEP) === weight) end++;
    const known = WEIGHTS.indexOf(weight);
    const code = known === -1 ? OTHER : known;
    bytes.number(2 * ((end - at) * WEIGHT_CODES + code) + (end < places.length ? 1 : 0));
    if (code === OTHER) bytes.number(weight);
    let before = weight * STEP;
    for (let i = at; i < end; i++) {
      bytes.number((places[i] as number) - before);
      before = places[i] as number;
    }
  }
}

type Bytes = ReturnType<typeof makeBytes>;

/** A shard's postings as one piece of bytes, to be kept until they are needed again. */
export function packPostings(postings: readonly KeyPostings[]): Uint8Array {
  const bytes = makeBytes();
  bytes.number(postings.length);
  for (const { key, forms } of postings) {
    bytes.text(key);
    bytes.number(forms.length);
    for (const { form, pages, bytes: own } of forms) {
      bytes.number(form);
      bytes.number(pages);
      bytes.number(own.length);
      bytes.raw(own);
    }
  }
  return bytes.take();
}

export function unpackPostings(packed: Uint8Array): KeyPostings[] {
  const bytes = readBytes(packed);
  return Array.from({ length: bytes.number() }, () => ({
    key: bytes.text(),
    forms: Array.from({ length: bytes.number() }, () => ({
      form: bytes.number(),
      pages: bytes.number(),
      bytes: bytes.raw(bytes.number()),
    })),
  }));
}
