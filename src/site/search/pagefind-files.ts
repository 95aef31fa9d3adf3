import { gunzipSync, gzipSync } from "node:zlib";

/**
 * The files Pagefind 1.5 writes, as they were found to be (the format is nowhere described): gzip over the word
 * `pagefind_dcd` and
 *
 *     fragment/<id>.pf_fragment   JSON {url, content, word_count, filters, meta, anchors}
 *     pagefind.<hash>.pf_meta     CBOR [version, [[<id>, words], …], [[first word, last word, <chunk>], …], …]
 *     index/<chunk>.pf_index      CBOR [[[word, pages, [[form, pages], …]], …]], pages [[number, places, metadata], …]; each
 *                                 number and each place of one weight is counted from the one before
 *
 * Another version may write others: what does not look like this is an error.
 */
const MARK = "pagefind_dcd";

export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly meta: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

export function parseFragment(file: Uint8Array): Fragment {
  const parsed: Partial<Fragment> = JSON.parse(unpackText(file));
  if (typeof parsed.url !== "string" || typeof parsed.content !== "string" || typeof parsed.word_count !== "number")
    throw new Error("Pagefind: a fragment has another shape than version 1.5 writes");
  return parsed as Fragment;
}

/** Text or bytes in the same wrapping: small whatever the server compresses. */
export function packText(text: string, level = 9): Buffer {
  return gzipSync(MARK + text, { level });
}

export function unpackText(file: Uint8Array): string {
  return open(file).toString("utf8");
}

export function packBytes(bytes: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(MARK), bytes]), { level: 9 });
}

/** What Pagefind says of its pages and of the files that hold their words. */
export interface PagefindMeta {
  /** Names of the fragments in the order in which the index numbers its pages. */
  readonly ids: readonly string[];
  /** Names of the files of words. */
  readonly chunks: readonly string[];
}

export function parseMeta(file: Uint8Array): PagefindMeta {
  const { list, text, number } = readCbor(open(file));
  list();
  if (!text().startsWith(VERSION)) throw unknownShape();
  const ids = list(() => {
    list();
    const id = text();
    number();
    return id;
  });
  const chunks = list(() => {
    list();
    text();
    text();
    return text();
  });
  return { ids, chunks };
}

/**
 * Tells `take` of every word and form of a file of words. It answers with what is to be told of its pages in their
 * order: number, places (as written: a negative number is a weight for those after it, each place counted from the one
 * before), and whether the page's metadata hold it; or with nothing, if they are of no use.
 */
export function readWords(
  file: Uint8Array,
  take: (form: string) => ((page: number, places: readonly number[], isNamed: boolean) => void) | undefined,
): void {
  const { list, text, number } = readCbor(open(file));
  const places: number[] = [];
  const pages = (form: string) => {
    const tell = take(form);
    let page = 0;
    for (let left = list(); left > 0; left--) {
      expectLength(list(), 3);
      page += number();
      places.length = list();
      for (let i = 0; i < places.length; i++) places[i] = number();
      let named = list();
      const isNamed = named > 0;
      for (; named > 0; named--) number();
      tell?.(page, places, isNamed);
    }
  };
  expectLength(list(), 1);
  for (let words = list(); words > 0; words--) {
    expectLength(list(), 3);
    pages(text());
    for (let forms = list(); forms > 0; forms--) {
      expectLength(list(), 2);
      pages(text());
    }
  }
}

const VERSION = "1.5.";

function expectLength(length: number, expected: number): void {
  if (length !== expected) throw unknownShape();
}

/** Reads the little of CBOR (RFC 8949) that Pagefind writes: lists of known length, texts, numbers of up to 32 bits. */
function readCbor(bytes: Buffer) {
  let at = 0;
  const head = (type: number): number => {
    const first = bytes[at++] ?? 0xff;
    if (first >> 5 !== type) throw unknownShape();
    const short = first & 31;
    if (short < 24) return short;
    const size = 1 << (short - 24);
    if (short > 26 || at + size > bytes.length) throw unknownShape();
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  function list(): number;
  function list<T>(item: () => T): T[];
  function list<T>(item?: () => T): number | T[] {
    const length = head(4);
    return item === undefined ? length : Array.from({ length }, item);
  }
  return {
    list,
    text: () => {
      const length = head(3);
      at += length;
      return bytes.toString("utf8", at - length, at);
    },
    /** Whole, negative ones too. */
    number: () => ((bytes[at] ?? 0) >> 5 === 1 ? -1 - head(1) : head(0)),
  };
}

function open(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString("latin1", 0, MARK.length) !== MARK) throw unknownShape();
  return bytes.subarray(MARK.length);
}

const unknownShape = () => new Error("Pagefind: the index has another shape than version 1.5 writes");
