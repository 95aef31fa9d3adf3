import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { type ByteStream, collect, TooMuch } from "./bytes.ts";
import { absolute } from "./html/json-ld.ts";
import { readPage } from "./html.ts";
import { type Items, itemId, openItems } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Notice, Reading } from "./types.ts";
import { type CrawlRecord, readRecords } from "./warc-records.ts";

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
  for await (const found of readRecords(stream)) {
    if ("record" in found) yield* readRecord(found.record, items, tally);
    else if ("damage" in found) yield* items.notice(damaged(tally.records, found));
    else
      yield* items.notice({
        severity: "fatal",
        rule: "read:broken-crawl",
        reason: `The file breaks off after ${tally.records} records: ${found.end}`,
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

function damaged(records: number, { damage, bytes }: { damage: string; bytes: number }): Notice {
  return {
    severity: "warning",
    rule: "read:damaged-record",
    reason: `After ${records} records ${bytes} bytes were passed over: ${damage}`,
    note: "The records before and after were read. Fetch the page again if it is missing.",
  };
}

async function* readRecord(record: CrawlRecord, items: Items, tally: Tally): AsyncGenerator<Reading> {
  const { fields, http } = record;
  const type = fields.get("warc-type") ?? "without a type";
  tally.records++;
  const leave = (why: string) => void tally.left.set(why, (tally.left.get(why) ?? 0) + 1);
  if (type !== "response" && type !== "resource") return leave(type);
  if (http?.status !== undefined && http.status !== 200) return leave(`status ${http.status}`);
  const contentType = (http?.fields ?? fields).get("content-type") ?? "";
  if (contentType !== "" && !HTML.test(contentType)) return leave("not HTML");

  const raw = record.length > LARGEST_PAGE ? undefined : await readLimited(record);
  if (raw === undefined) return leave(`larger than ${LARGEST_PAGE / 1024 / 1024} MB`);
  if (!(await record.isWhole())) return leave("cut off");
  const bytes = decompress(raw, http?.fields.get("content-encoding") ?? "");
  if (bytes === undefined) return leave("compressed in a way that cannot be undone");

  // Some crawlers set the address in angle brackets.
  const address = fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1];
  const read = readPage(bytes, {
    ...(address !== undefined && { address }),
    ...(charset !== undefined && { declaredEncodings: [{ label: charset, by: "HTTP header" }] }),
    candidates: recordCandidates(address ?? "", fields.get("warc-date") ?? ""),
    onlyArabic: true,
  });
  if ("refused" in read) return leave(WHY[read.refused.rule] ?? read.refused.reason);
  const id = itemId(fields.get("warc-record-id")?.replace(/^<|>$/g, ""), bytes);
  for (const notice of read.notices) yield* items.notice(ofRecord(notice, address ?? id));
  const truncated = fields.get("warc-truncated");
  if (truncated !== undefined) yield* items.notice(cutOff(address ?? id, truncated));
  yield* items.article(id, undefined, read.page);
}

function cutOff(name: string, why: string): Notice {
  return {
    severity: "warning",
    rule: "read:cut-off-page",
    reason: `${name}: the crawler kept only the beginning of the page (WARC-Truncated: ${why})`,
    note: "It was read as far as it goes. Fetch the page again if its end is missing.",
  };
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

function recordCandidates(address: string, fetched: string): Candidate[] {
  const found: Candidate[] = [];
  const day = parseMachineDate(fetched)?.edtf;
  if (day !== undefined)
    found.push({ field: "retrieved", value: day, rule: "warc:date", words: fetched, place: "WARC-Date" });
  if (absolute(address) !== undefined)
    found.push({ field: "url", value: address, rule: "warc:target-uri", words: address, place: "WARC-Target-URI" });
  return found;
}

/** The bytes of a record's page, or undefined where there are too many. */
async function readLimited({ content }: CrawlRecord): Promise<Uint8Array | undefined> {
  try {
    return await collect(content, LARGEST_PAGE);
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
