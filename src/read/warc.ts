import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from "warcio";
import { BrokenStream, type ByteStream, collect, TooMuch } from "./bytes.ts";
import { absolute } from "./html/json-ld.ts";
import { readPage } from "./html.ts";
import { type Items, itemId, openItems } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Notice, Reading } from "./types.ts";

/** Bytes of a page beyond which it is no article. */
const LARGEST_PAGE = 16 * 1024 * 1024;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/** What a crawl holds beside Arabic pages; told at the end. */
interface Tally {
  records: number;
  readonly left: Map<string, number>;
}

/**
 * Arabic pages of a web crawl (WARC, https://iipc.github.io/warc-specifications/), one after another as they come.
 * The stream is decompressed. The day a page was fetched is told as `retrieved`, never as the day it was published.
 */
export async function* readWarc(path: string, stream: ByteStream): AsyncGenerator<Reading> {
  const items = openItems({ path, mediaType: "application/warc" });
  const tally: Tally = { records: 0, left: new Map() };
  const source = watch(stream);
  const parser = new WARCParser(new AsyncIterReader(source.stream, null));
  let failure: string | undefined;
  while (failure === undefined) {
    let record: WARCRecord | null;
    try {
      record = await parser.parse();
    } catch (error) {
      failure = (error as Error).message;
      break;
    }
    if (record === null) break;
    if (!record.warcHeaders.statusline.startsWith("WARC/") || !record.warcType)
      failure = "what follows is no WARC record";
    else {
      yield* readRecord(record, items, tally);
      // The library skips what is left by itself, but for ever where the file has ended.
      if (!(await drain(record))) failure = "its last record is cut off";
    }
  }
  const broken = source.failure() ?? failure;
  if (broken !== undefined) {
    yield* items.notice({
      severity: "fatal",
      rule: "read:broken-crawl",
      reason: `The file breaks off after ${tally.records} records: ${broken}`,
      note: "What came before was read. Fetch the file again.",
    });
  }
  if (tally.left.size > 0) {
    const list = [...tally.left].map(([why, count]) => `${count} × ${why}`).join(", ");
    yield* items.notice({
      severity: "info",
      rule: "read:left-out",
      reason: `Of ${tally.records} records only Arabic pages are articles; left out: ${list}`,
    });
  }
  yield* items.close();
}

async function* readRecord(record: WARCRecord, items: Items, tally: Tally): AsyncGenerator<Reading> {
  const type = record.warcType;
  tally.records++;
  const leave = (why: string) => void tally.left.set(why, (tally.left.get(why) ?? 0) + 1);
  if (type !== "response" && type !== "resource") return leave(type);
  const status = record.httpHeaders?.statusCode;
  if (typeof status === "number" && status !== 200) return leave(`status ${status}`);
  const headers = record.httpHeaders?.headers;
  const contentType = (type === "response" ? headers?.get("Content-Type") : record.warcContentType) ?? "";
  if (contentType !== "" && !HTML.test(contentType)) return leave("not HTML");

  const encoding = headers?.get("Content-Encoding") ?? "";
  // The library would decompress with gzip whatever the header says, and without a limit.
  headers?.delete("Content-Encoding");
  const raw = await readLimited(record);
  if (raw === undefined) return leave(`larger than ${LARGEST_PAGE / 1024 / 1024} MB`);
  if (!(await drain(record))) return leave("cut off");
  const bytes = decompress(raw, encoding);
  if (bytes === undefined) return leave("compressed in a way that cannot be undone");

  const address = record.warcTargetURI ?? undefined;
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1];
  const read = readPage(bytes, {
    ...(address !== undefined && { address }),
    ...(charset !== undefined && { declaredEncodings: [{ label: charset, by: "HTTP header" }] }),
    candidates: recordCandidates(record),
    onlyArabic: true,
  });
  if ("refused" in read) return leave(WHY[read.refused.rule] ?? read.refused.reason);
  const id = itemId(record.warcHeader("WARC-Record-ID")?.replace(/^<|>$/g, ""), bytes);
  for (const notice of read.notices) yield* items.notice(ofRecord(notice, address ?? id));
  yield* items.article(id, undefined, read.page);
}

/** Why a page is left out, in a word. */
const WHY: Readonly<Record<string, string>> = {
  "read:not-arabic": "not Arabic",
  "read:no-text": "without text",
  "read:unknown-encoding": "in no encoding of Arabic",
  "read:broken-utf16": "in no encoding of Arabic",
};

/** Lines are those of the page, which is no file: its address says where. */
function ofRecord({ line: _line, column: _column, ...notice }: Notice, name: string): Notice {
  return { ...notice, reason: `${name}: ${notice.reason}` };
}

function recordCandidates(record: WARCRecord): Candidate[] {
  const found: Candidate[] = [];
  const fetched = record.warcDate ?? "";
  const day = parseMachineDate(fetched)?.edtf;
  if (day !== undefined)
    found.push({ field: "retrieved", value: day, rule: "warc:date", words: fetched, place: "WARC-Date" });
  const address = record.warcTargetURI ?? "";
  if (absolute(address) !== undefined)
    found.push({ field: "url", value: address, rule: "warc:target-uri", words: address, place: "WARC-Target-URI" });
  return found;
}

/** The bytes of a record's page, or undefined where there are too many. */
async function readLimited(record: WARCRecord): Promise<Uint8Array | undefined> {
  try {
    return await collect(record.contentReader as AsyncIterable<Uint8Array>, LARGEST_PAGE);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** Undoes a `Content-Encoding`; what is not compressed after all is returned as it is. Undefined for what cannot be undone or swells beyond measure. */
function decompress(bytes: Uint8Array, encoding: string): Uint8Array | undefined {
  const options = { maxOutputLength: LARGEST_PAGE, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    switch (encoding.trim().toLowerCase()) {
      case "gzip":
      case "x-gzip":
        // Crawlers that store the page decompressed keep the header.
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
      case "br":
        return /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"))
          ? bytes
          : brotliDecompressSync(bytes, { maxOutputLength: LARGEST_PAGE });
      case "deflate":
        return (bytes[0] as number) === 0x78 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
      case "":
      case "identity":
        return bytes;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

/** Reads what is left of a record; false when the file ended before the record did. */
async function drain(record: WARCRecord): Promise<boolean> {
  const reader = record._reader;
  if (!(reader instanceof LimitReader)) return true;
  for await (const _ of reader);
  return reader.limit <= 0;
}

/** The stream, ending where it breaks instead of throwing, and why it broke. */
function watch(stream: ByteStream): { stream: AsyncGenerator<Uint8Array>; failure: () => string | undefined } {
  let failure: string | undefined;
  async function* calm() {
    try {
      yield* stream;
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      failure = error.message;
    }
  }
  return { stream: calm(), failure: () => failure };
}
