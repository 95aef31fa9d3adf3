import { gunzipSync, gzipSync } from "node:zlib";
import { byCodePoint, sha256 } from "../effects.ts";

/** A file of the index, below its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Pagefind 1.6 lists filters and their values in an order that differs from run to run (they come out of a hash
 * map), and names these files by their content. Here they are put in order and named anew, so that the same
 * articles give the same bytes. A file is gzip over the word `pagefind_dcd` and CBOR (RFC 8949):
 *
 *     filter/<name>.pf_filter     [filter, [[value, [page, …]], …]]
 *     pagefind.<hash>.pf_meta     [version, pages, chunks, [[filter, <name of its file>], …], …]
 *     pagefind-entry.json         {languages: {ar: {hash: …}}}
 *
 * Files of another shape (another version) are left as they are: unordered, but right.
 */
export function orderIndex(files: readonly IndexFile[]): IndexFile[] {
  try {
    return ordered(files);
  } catch (error) {
    if (error instanceof UnknownShape) return [...files];
    throw error;
  }
}

class UnknownShape extends Error {}

const MARK = Buffer.from("pagefind_dcd");
const FILTER = /^filter\/(.+)\.pf_filter$/;
const META = /^pagefind\.(.+)\.pf_meta$/;
const ENTRY = "pagefind-entry.json";
/** Place of the filters in the list that a pf_meta file holds. */
const FILTERS_AT = 3;

function ordered(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const rest: IndexFile[] = [];
  const filters: IndexFile[] = [];
  for (const file of files) {
    const name = FILTER.exec(file.path)?.[1];
    if (name === undefined) {
      rest.push(file);
      continue;
    }
    const [filter, values] = list(unpack(file.content));
    const content = pack([filter as Cbor, list(values).sort(byFirst)]);
    names.set(name, renamed(name, content));
    filters.push({ path: `filter/${names.get(name)}.pf_filter`, content });
  }
  const hashes = new Map<string, string>();
  const others = rest.map((file) => {
    const hash = META.exec(file.path)?.[1];
    if (hash === undefined) return file;
    const meta = list(unpack(file.content));
    const pairs = list(meta[FILTERS_AT]).map((pair) => {
      const [filter, name] = list(pair);
      const now = names.get(name as string);
      if (now === undefined) throw new UnknownShape();
      return [filter as Cbor, now];
    });
    meta[FILTERS_AT] = pairs.sort(byFirst);
    const content = pack(meta);
    hashes.set(hash, renamed(hash, content));
    return { path: `pagefind.${hashes.get(hash)}.pf_meta`, content };
  });
  return [...filters, ...others.map((file) => (file.path === ENTRY ? withHashes(file, hashes) : file))].sort((a, b) =>
    byCodePoint(a.path, b.path),
  );
}

/** The language and as many digits of the content's hash as the name had. */
function renamed(name: string, content: Uint8Array): string {
  const [language = "", digits = ""] = name.split("_");
  return `${language}_${sha256(content).slice(0, digits.length)}`;
}

function withHashes({ path, content }: IndexFile, hashes: ReadonlyMap<string, string>): IndexFile {
  let text = Buffer.from(content).toString("utf8");
  for (const [before, now] of hashes) text = text.replace(JSON.stringify(before), JSON.stringify(now));
  return { path, content: Buffer.from(text) };
}

function byFirst(a: Cbor, b: Cbor): number {
  return byCodePoint(String(list(a)[0]), String(list(b)[0]));
}

function list(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) throw new UnknownShape();
  return value as Cbor[];
}

function unpack(content: Uint8Array): Cbor {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, MARK.length).equals(MARK)) throw new UnknownShape();
  return decode(bytes.subarray(MARK.length));
}

function pack(value: Cbor): Buffer {
  const parts: Buffer[] = [MARK];
  encode(value, parts);
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** The part of CBOR that Pagefind writes: whole numbers, text and lists of known length. */
type Cbor = number | string | readonly Cbor[];

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

function decode(bytes: Buffer): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const head = bytes[at++];
    if (head === undefined) throw new UnknownShape();
    const type = head >> 5;
    const length = readLength(head & 31);
    if (type === NUMBER) return length;
    if (type === TEXT) {
      at += length;
      return bytes.toString("utf8", at - length, at);
    }
    if (type === LIST) return Array.from({ length }, read);
    throw new UnknownShape();
  };
  const readLength = (short: number): number => {
    if (short < 24) return short;
    const size = 1 << (short - 24);
    if (short > 26 || at + size > bytes.length) throw new UnknownShape();
    const value = bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const value = read();
  if (at !== bytes.length) throw new UnknownShape();
  return value;
}

function encode(value: Cbor, parts: Buffer[]): void {
  if (typeof value === "number") parts.push(headOf(NUMBER, value));
  else if (typeof value === "string") {
    const text = Buffer.from(value);
    parts.push(headOf(TEXT, text.length), text);
  } else {
    parts.push(headOf(LIST, value.length));
    for (const item of value) encode(item, parts);
  }
}

/** Type and length in the shortest form, as Pagefind writes them. */
function headOf(type: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(type << 5) | length]);
  const exponent = length < 0x100 ? 0 : length < 0x10000 ? 1 : 2;
  const head = Buffer.alloc(1 + (1 << exponent));
  head[0] = (type << 5) | (24 + exponent);
  head.writeUIntBE(length, 1, 1 << exponent);
  return head;
}
