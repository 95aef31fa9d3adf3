import { absolute } from "./html/json-ld.ts";
import { readPage } from "./html.ts";
import { problemOf } from "./items.ts";
import { parseMachineDate } from "./machine-date.ts";
import type { Candidate, Reading } from "./types.ts";

/**
 * MIME (RFC 2045, 2046) as browsers write saved pages, no more. Packages that read mail decode text parts by what
 * they declare; here the bytes of the page are needed as they are, because what is declared is not believed.
 */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const DEEPEST = 5;

/** The page of an MHTML file: its first HTML part. */
export function* readMhtml(path: string, bytes: Uint8Array): Generator<Reading> {
  const message = parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const page = findHtml(message, 0);
  if (page === undefined) {
    yield problemOf(path, {
      severity: "fatal",
      rule: "read:no-page",
      reason: "The saved page holds no HTML",
      line: 1,
      expected: ["a part with Content-Type: text/html"],
      note: "Save the page again.",
    });
    return;
  }
  const label = /charset\s*=\s*"?([\w:.-]+)/i.exec(page.headers.get("content-type") ?? "")?.[1];
  const address =
    absolute(page.headers.get("content-location") ?? "") ??
    absolute(message.headers.get("snapshot-content-location") ?? "");
  const read = readPage(page.body, {
    ...(address !== undefined && { address }),
    ...(label !== undefined && { declaredEncodings: [{ label, by: "MIME header" }] }),
    candidates: savedCandidates(message, address),
  });
  if ("refused" in read) {
    yield problemOf(path, read.refused);
    return;
  }
  for (const notice of read.notices) yield problemOf(path, notice);
  yield { article: { path, file: path, mediaType: "multipart/related", ...read.page } };
}

/** The day of the file is the day the page was saved. */
function savedCandidates(message: Part, address: string | undefined): Candidate[] {
  const words = message.headers.get("date") ?? "";
  const day = parseMachineDate(words)?.edtf;
  return [
    ...(day === undefined
      ? []
      : [{ field: "retrieved", value: day, rule: "mhtml:date", words, place: "Date" } as const]),
    ...(address === undefined
      ? []
      : [{ field: "url", value: address, rule: "mhtml:location", words: address, place: "Content-Location" } as const]),
  ];
}

function findHtml(part: Part, depth: number): Part | undefined {
  const type = part.headers.get("content-type") ?? "";
  if (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type))
    return { headers: part.headers, body: decodeBody(part) };
  const boundary = /^\s*multipart\//i.test(type) ? /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) : null;
  if (boundary === null || depth >= DEEPEST) return undefined;
  for (const inner of partsOf(part.body, (boundary[1] ?? boundary[2]) as string)) {
    const found = findHtml(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Headers, unfolded, names in lower case; the body after the first empty line. */
function parsePart(bytes: Buffer): Part {
  const [crlf, lf] = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")];
  const isCrlf = crlf >= 0 && (lf < 0 || crlf < lf);
  const end = isCrlf ? crlf : lf;
  const head = end < 0 ? bytes : bytes.subarray(0, end);
  const headers = new Map<string, string>();
  for (const line of head
    .toString("latin1")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? bytes.subarray(bytes.length) : bytes.subarray(end + (isCrlf ? 4 : 2)) };
}

function* partsOf(body: Buffer, boundary: string): Generator<Part> {
  const mark = `--${boundary}`;
  let start = body.indexOf(mark);
  while (start >= 0) {
    const line = body.indexOf("\n", start);
    if (line < 0 || body.subarray(start + mark.length, start + mark.length + 2).toString() === "--") return;
    const next = body.indexOf(`\n${mark}`, line);
    const end = next < 0 ? body.length : body[next - 1] === 0x0d ? next - 1 : next;
    yield parsePart(body.subarray(line + 1, Math.max(line + 1, end)));
    start = next < 0 ? -1 : next + 1;
  }
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "base64") return Buffer.from(body.toString("latin1"), "base64");
  return encoding === "quoted-printable" ? decodeQuotedPrintable(body) : body;
}

/** RFC 2045, 6.7: `=D8` is a byte, `=` at the end of a line joins it to the next. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString("latin1")
    .replace(/[ \t]+(?=\r?\n)/g, "")
    .replace(/=\r?\n/g, "");
  return Buffer.from(
    text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
