/** The postings of a shard: what Pagefind found, in the order and the form in which the site's own files have it. */
import { parseTerm } from "../../arabic/analysis/index-terms.ts";
import { NAMED, OTHER, WEIGHT_CODES, WEIGHTS } from "../browser/search/postings-format.ts";
import { makeBytes, readBytes } from "./bytes.ts";
import { readWords } from "./pagefind-files.ts";

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

/** Reads Pagefind's files of words; keys in order. Terms that join several are left out: each of those stands alone, too. */
export function collectPostings(chunks: readonly Uint8Array[]): KeyPostings[] {
  const keys = new Map<string, FormPostings[]>();
  for (const chunk of chunks) {
    let finish = () => {};
    readWords(chunk, (word) => {
      finish();
      finish = () => {};
      const term = parseTerm(word);
      if (term === undefined) return undefined;
      const bytes = makeBytes();
      let pages = 0;
      let before = 0;
      finish = () => {
        if (pages === 0) return;
        const forms = keys.get(term.key) ?? [];
        if (forms.length === 0) keys.set(term.key, forms);
        if (forms.some(({ form }) => form === term.form))
          throw new Error(`Pagefind: the index has the word ${term.key} twice in one form`);
        forms.push({ form: term.form, pages, bytes: bytes.take() });
      };
      return (page, places, isNamed) => {
        if (places.length === 0 && !isNamed) return;
        bytes.number(page - before);
        writeRuns(bytes, places, isNamed);
        before = page;
        pages++;
      };
    });
    finish();
  }
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, forms]) => ({ key, forms: forms.sort((a, b) => a.form - b.form) }));
}

type Bytes = ReturnType<typeof makeBytes>;

function writeRuns(bytes: Bytes, places: readonly number[], isNamed: boolean): void {
  let isLast = places.length === 0;
  if (isNamed) bytes.number(2 * NAMED + (isLast ? 0 : 1));
  for (let at = 0; !isLast; ) {
    const weight = -1 - (places[at] as number);
    let end = at + 1;
    while (end < places.length && (places[end] as number) >= 0) end++;
    isLast = end === places.length;
    const known = WEIGHTS.indexOf(weight);
    const code = known === -1 ? OTHER : known;
    bytes.number(2 * ((end - at - 1) * WEIGHT_CODES + code) + (isLast ? 0 : 1));
    if (code === OTHER) bytes.number(weight);
    for (let i = at + 1; i < end; i++) bytes.number(places[i] as number);
    at = end;
  }
}

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
