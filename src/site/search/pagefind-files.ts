import { gunzipSync, gzipSync } from "node:zlib";

/**
 * Two of the files Pagefind 1.5 writes, as they were found to be (the format is nowhere described): gzip over the
 * word `pagefind_dcd` and
 *
 *     fragment/<id>.pf_fragment   JSON {url, content, word_count, filters, meta, anchors}
 *     pagefind.<hash>.pf_meta     CBOR [version, [[<id>, words], …], …]
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
  const parsed: Partial<Fragment> = JSON.parse(open(file).toString("utf8"));
  if (typeof parsed.url !== "string" || typeof parsed.content !== "string" || typeof parsed.word_count !== "number")
    throw new Error("Pagefind: a fragment has another shape than version 1.5 writes");
  return parsed as Fragment;
}

export function formatFragment(fragment: Fragment): Buffer {
  return packText(JSON.stringify(fragment), 6);
}

/** Text in the same wrapping: small whatever the server compresses. */
export function packText(text: string, level = 9): Buffer {
  return gzipSync(MARK + text, { level });
}

/** Ids of the fragments in the order in which the index numbers its pages. */
export function parsePageIds(file: Uint8Array): string[] {
  const bytes = open(file);
  const text = (at: number, length: number) => bytes.toString("utf8", at, at + length);
  let at = 0;
  const head = (): { type: number; value: number } => {
    const first = bytes[at++] ?? 0;
    const short = first & 31;
    if (short < 24) return { type: first >> 5, value: short };
    const size = 1 << (short - 24);
    if (size > 4 || at + size > bytes.length) throw unknownShape();
    at += size;
    return { type: first >> 5, value: bytes.readUIntBE(at - size, size) };
  };
  const expectList = () => {
    const { type, value } = head();
    if (type !== 4) throw unknownShape();
    return value;
  };
  const readText = () => {
    const { type, value } = head();
    if (type !== 3) throw unknownShape();
    at += value;
    return text(at - value, value);
  };
  expectList();
  readText();
  return Array.from({ length: expectList() }, () => {
    if (expectList() !== 2) throw unknownShape();
    const id = readText();
    head();
    return id;
  });
}

function open(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString("latin1", 0, MARK.length) !== MARK) throw unknownShape();
  return bytes.subarray(MARK.length);
}

const unknownShape = () => new Error("Pagefind: the index has another shape than version 1.5 writes");
