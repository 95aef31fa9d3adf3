import { sha256 } from "../effects.ts";
import type { MetadataField } from "../model/metadata.ts";
import { BrokenStream, type ByteStream, splitLines } from "./bytes.ts";
import { chooseMetadata } from "./choose.ts";
import { repairDoubleEncoding } from "./encoding/double.ts";
import { decode } from "./encoding.ts";
import { type Found, plainBlocks, takeBlocks } from "./html/body.ts";
import { absolute, languageTag } from "./html/json-ld.ts";
import { parsePage, readable, unescapeEntities } from "./html/page.ts";
import { compose, describeAll, domainOf } from "./html.ts";
import { itemId, openItems } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Encoding, Notice, ReadArticle, Reading } from "./types.ts";

/** Member → field; other members are nobody's. */
const FIELDS: Readonly<Record<string, MetadataField>> = {
  title: "title",
  kicker: "kicker",
  published: "published",
  modified: "modified",
  source: "site",
  author: "author",
  url: "url",
  section: "section",
  keywords: "keyword",
  language: "language",
  description: "description",
};

const EXPECTED = '{"id"?, "url"?, "title"?, "kicker"?, "published"?, "source"?, "author"?, "text" or "html"}';
/** Bytes of a line beyond which it is no article. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Articles of a JSON Lines file, one a line, as they come. A bad line is told and costs itself alone. */
export async function* readJsonLines(
  path: string,
  stream: ByteStream,
  fileEncoding?: Encoding,
): AsyncGenerator<Reading> {
  const items = openItems({ path, mediaType: "application/jsonl" });
  let lines = 0;
  try {
    for await (const { bytes, number, isTooLong } of splitLines(stream, LONGEST_LINE)) {
      lines = number;
      if (!isTooLong && isBlank(bytes)) continue;
      const read = isTooLong ? tooLong(number) : readRecord(bytes, number, fileEncoding);
      for (const notice of read.notices) yield* items.notice({ ...notice, line: number });
      if (read.article !== undefined) yield* items.article(read.id, number, read.article);
    }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error;
    yield* items.notice({
      severity: "fatal",
      rule: "read:cut-off",
      reason: `The compressed file is cut off or broken after line ${lines}: ${error.message}`,
      note: "What came before was read. Fetch the file again.",
    });
  }
  yield* items.close();
}

type Read = {
  readonly notices: readonly Notice[];
} & (
  | { readonly article: Omit<ReadArticle, "path" | "file" | "item" | "mediaType">; readonly id: string }
  | { readonly article?: undefined }
);

/** One record, a line of JSON Lines or an object of a JSON document, to its article. */
export function readRecord(bytes: Uint8Array, number: number, fileEncoding: Encoding | undefined): Read {
  const decoded = decode(bytes);
  if ("refused" in decoded) return { notices: [decoded.refused] };
  let record: unknown;
  try {
    record = JSON.parse(decoded.text);
  } catch (error) {
    // Later versions of Node add the line and column within the record.
    return bad(
      number,
      `Not JSON: ${(error as Error).message.replace(/ \(line \d+ column \d+\)$/, "").replace(/\s+/g, " ")}`,
    );
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return bad(number, "Not a JSON object");
  return {
    ...recordArticle(
      record as Readonly<Record<string, unknown>>,
      bytes,
      fileEncoding ?? decoded.encoding,
      number,
      decoded.notices,
    ),
  };
}

function recordArticle(
  record: Readonly<Record<string, unknown>>,
  bytes: Uint8Array,
  encoding: Encoding,
  number: number,
  before: readonly Notice[],
): Read {
  const notices = [...before];
  const candidates: Candidate[] = [];
  for (const [member, field] of Object.entries(FIELDS)) {
    const given = record[member];
    for (const words of given === undefined || given === null ? [] : [given].flat()) {
      if (typeof words !== "string" && typeof words !== "number")
        return bad(number, `«${member}» is ${kindOf(words)}, not text`);
      const value = toValue(field, mend(String(words)));
      if (value)
        candidates.push({ field, value, rule: `jsonl:${member}`, words: String(words), place: `line ${number}` });
      else if (String(words).trim() !== "") notices.push(unreadable(number, member, String(words)));
    }
  }
  const body = bodyOf(record, number);
  if ("notices" in body) return body;
  const link = candidates.find(({ field }) => field === "url")?.value;
  if (link !== undefined) candidates.push(domainOf(link));
  const metadata = chooseMetadata(candidates);
  if (body.found.blocks.length === 0 && metadata.title === undefined) return bad(number, "Neither a title nor a text");
  notices.push(...describeAll(body.found.tidied));
  const name = typeof record.id === "string" || typeof record.id === "number" ? String(record.id) : link;
  const read = compose(metadata, {
    ...body.found,
    rule: body.rule,
    confidence: body.found.blocks.length === 0 ? 0.1 : 0.95,
  });
  return { notices, id: itemId(name, bytes), article: { ...read, sha256: sha256(bytes), encoding } };
}

function bodyOf(
  record: Readonly<Record<string, unknown>>,
  number: number,
): { found: Found; rule: string } | Extract<Read, { article?: undefined }> {
  const { text, html } = record;
  const member = html === undefined || html === null ? "text" : "html";
  const body = member === "text" ? text : html;
  if (body === undefined || body === null)
    return bad(number, "Neither «text» nor «html» is there") as Extract<Read, { article?: undefined }>;
  if (typeof body !== "string")
    return bad(number, `«${member}» is ${kindOf(body)}, not text`) as Extract<Read, { article?: undefined }>;
  const mended = mend(body);
  return {
    found: member === "text" ? plainBlocks(unescapeEntities(mended)) : takeBlocks(parsePage(mended).body),
    rule: `jsonl:${member}`,
  };
}

function toValue(field: MetadataField, words: string): string | undefined {
  if (field === "published" || field === "modified") return parseMachineDate(words)?.edtf;
  if (field === "url") return absolute(words);
  if (field === "language") return languageTag(words);
  return readable(words);
}

/** Escapes (`\u00d8`) hide from the bytes that a text was encoded twice. */
function mend(text: string): string {
  return repairDoubleEncoding(text)?.text ?? text;
}

function kindOf(value: unknown): string {
  return value === null
    ? "null"
    : Array.isArray(value)
      ? "a list"
      : typeof value === "object"
        ? "an object"
        : `a ${typeof value}`;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function bad(line: number, reason: string): Read {
  return {
    notices: [
      {
        severity: "fatal",
        rule: "read:bad-line",
        reason,
        line,
        expected: [EXPECTED],
        note: "The other records were read.",
      },
    ],
  };
}

function tooLong(line: number): Read {
  return bad(line, `The line is longer than ${LONGEST_LINE} bytes`);
}

function unreadable(line: number, member: string, words: string): Notice {
  return {
    severity: "warning",
    rule: "read:unreadable-value",
    reason: `«${member}» cannot be read: «${words.slice(0, 80)}»`,
    line,
    note: "It was left out; the article was read.",
  };
}
