import { AsyncIterReader, LimitReader } from "warcio";
import { BrokenStream, type ByteStream } from "./bytes.ts";

/** Header fields by name in lower case; of a name that stands twice the first. */
export type Fields = ReadonlyMap<string, string>;

export interface CrawlRecord {
  readonly fields: Fields;
  /** Status and fields of a response by HTTP, taken off its content. */
  readonly http?: { readonly status: number | undefined; readonly fields: Fields };
  /** What is left of the record, decoded from its transfer encoding. */
  readonly content: AsyncIterable<Uint8Array>;
  /** What the record says of its length, in bytes. */
  readonly length: number;
  /** Reads what is left of it; false when the file ended before the record did. */
  isWhole(): Promise<boolean>;
}

/** A stretch of the file that is no record, and how the file ends. */
export type CrawlReading =
  | { readonly record: CrawlRecord }
  /** Bytes passed over up to the next record, and what is wrong before them. */
  | { readonly damage: string; readonly bytes: number }
  | { readonly end: string };

/** Longer lines are no header's, in bytes; more lines are no header. */
const LONGEST_LINE = 64 * 1024;
const MOST_LINES = 1000;
const VERSION = /^WARC\/\d/;
/** What a response holds; its type may be left out. */
const HTTP = /^(?:application\/http\b|\s*$)/i;
const EMPTY: Fields = new Map();

/**
 * Records of a crawl (WARC 1.0 and 1.1, https://iipc.github.io/warc-specifications/), decompressed, one after another;
 * a record's content must be read before the next one is asked for. A record of wrong length costs itself: the next
 * line that begins one is looked for. Headers are read here: the library's parser reads past the end of a record
 * whose HTTP header has no fields, and stops the file at the first record of a wrong length.
 */
export async function* readRecords(stream: ByteStream): AsyncGenerator<CrawlReading> {
  const source = watch(stream);
  const reader = new AsyncIterReader(source.stream, null);
  let skipped = 0;
  let damage = "it is no WARC record";
  for (;;) {
    const line = await readLine(reader);
    const isStart = line !== undefined && VERSION.test(line.text);
    if ((line === undefined || isStart) && skipped > 0) {
      yield { damage, bytes: skipped };
      skipped = 0;
      damage = "it is no WARC record";
    }
    if (line === undefined) break;
    if (!isStart) {
      // Empty lines stand between records.
      if (line.text.trim() !== "" || skipped > 0) skipped += line.bytes;
      continue;
    }
    const fields = await readFields(reader);
    const length = Number(fields.get("content-length") || "none");
    if (!Number.isSafeInteger(length) || length < 0) {
      damage = `the record before does not say how long it is (Content-Length: ${fields.get("content-length") ?? "none"})`;
      continue;
    }
    damage = "the record before is longer than it says, or it is no WARC record";
    const block = new LimitReader(reader, length);
    const isWhole = async () => {
      for await (const _ of block);
      return block.limit <= 0;
    };
    yield { record: { fields, length, isWhole, ...(await openBlock(fields, block)) } };
    if (!(await isWhole())) {
      yield { end: source.failure() ?? "its last record is cut off" };
      return;
    }
  }
  const failure = source.failure();
  if (failure !== undefined) yield { end: failure };
}

async function openBlock(fields: Fields, block: LimitReader): Promise<Pick<CrawlRecord, "http" | "content">> {
  if (fields.get("warc-type") !== "response" || !HTTP.test(fields.get("content-type") ?? "")) return { content: block };
  const first = await readLine(block);
  const status = /^\S+\s+(\d{3})\b/.exec(first?.text ?? "")?.[1];
  const http = await readFields(block);
  const isChunked = /\bchunked\b/i.test(http.get("transfer-encoding") ?? "");
  return {
    http: { status: status === undefined ? undefined : Number(status), fields: http },
    content: isChunked ? new AsyncIterReader(block, null, true) : block,
  };
}

/** Header fields up to the empty line. A line that begins with a blank goes on with the one before. */
async function readFields(reader: AsyncIterReader | LimitReader): Promise<Fields> {
  const found = new Map<string, string>();
  let name = "";
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const line = await readLine(reader);
    if (line === undefined || /^\r?\n?$/.test(line.text)) return found;
    const field = /^([^\s:]+)[ \t]*:(.*)/.exec(line.text);
    if (/^[ \t]/.test(line.text) && found.has(name)) found.set(name, `${found.get(name)} ${line.text.trim()}`.trim());
    else if (field !== null) {
      name = (field[1] as string).toLowerCase();
      if (!found.has(name)) found.set(name, (field[2] as string).trim());
    }
  }
  return EMPTY;
}

async function readLine(
  reader: AsyncIterReader | LimitReader,
): Promise<{ readonly text: string; readonly bytes: number } | undefined> {
  const line = await reader.readlineRaw(LONGEST_LINE);
  return line === null || line.length === 0
    ? undefined
    : { text: Buffer.from(line.buffer, line.byteOffset, line.length).toString(), bytes: line.length };
}

/** The stream, ending where it breaks instead of throwing, and why it broke. */
function watch(stream: ByteStream): { stream: AsyncGenerator<Uint8Array>; failure: () => string | undefined } {
  let failure: string | undefined;
  async function* calm() {
    try {
      // An empty piece would be taken for the end.
      for await (const piece of stream) if (piece.length > 0) yield piece;
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      failure = error.message;
    }
  }
  return { stream: calm(), failure: () => failure };
}
