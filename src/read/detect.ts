import { decodeUtf8 } from "./encoding/utf8.ts";

/** What a raw file is, by its first bytes. */
export type Kind =
  | "text"
  | "markdown"
  | "html"
  | "mhtml"
  | "feed"
  | "wxr"
  | "json"
  | "json-lines"
  | "warc"
  | "gzip"
  | "empty";

/** A kind of file that holds no article Sijill can read, named as people name it. */
export interface Foreign {
  readonly foreign: string;
}

/** Bytes of the beginning that decide. */
export const HEAD_LENGTH = 65_536;

/** First bytes of files that are no text (https://en.wikipedia.org/wiki/List_of_file_signatures). */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a WebP, WAV or AVI file", [0x52, 0x49, 0x46, 0x46]],
  ["an MP3 recording", [0x49, 0x44, 0x33]],
  ["a bzip2 archive", [0x42, 0x5a, 0x68]],
  ["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["a Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["a database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ["a rich text document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Elements that open a page (https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type). */
const PAGE =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|h1|h2|div|p|br|font|table|article|section|main|header|a|b|i|span|img|center|ul|ol)\b)/i;
/** Elements that only a document has: one that is opened and closed makes a page. */
const DOCTYPE = /<!doctype\s+html/i;
const STRUCTURE = ["html", "head", "body", "article"].map(
  (name) => [new RegExp(`<${name}(?:\\s[^<>]*)?>`, "i"), new RegExp(`</${name}\\s*>`, "i")] as const,
);
/** Elements of running text, which a plain text may quote. */
const HOLDER = /<(\/?)(p|div|h[1-6]|span|table|ul|ol|section|blockquote)\b[^<>]*>/gi;
const FEWEST_HOLDERS = 3;
/** Of its text, what must stand inside them. */
const LEAST_HELD = 1 / 3;
const FEED = /^<(?:rss|feed|(?:\w+:)?RDF)\b/i;
const WXR = /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//i;
const MIME = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Type|Snapshot-Content-Location):/i;
const MULTIPART = /^Content-Type:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/im;
const FRONT_MATTER = /^---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[\p{L}\w-]+[ \t]*:/u;
/**
 * Marks that prose does not make by chance: a heading of a lower level, a link or picture with its address, a fence.
 * A line «# …» alone may be a number or a hashtag.
 */
const MARKDOWN =
  /(?:^|\n\n)#{2,6} \S|!?\[[^\]\n]{0,200}\]\((?:https?:\/\/|\/|\.)[^)\s]+(?: "[^"\n]*")?\)|^(?:```|~~~)[\w-]*$|^\*\*[^*\n]+\*\*$/mu;
/** Without one of these no sign of Markdown is looked for. */
const MARKDOWN_MARK = /[#[`~*]/;
/** A title over its text, or headings of the first level between empty lines, as Markdown sets them. */
const MARKDOWN_TITLE = /^# \S[^\n]*\n[ \t]*\n[ \t]*\S/;
const MARKDOWN_HEADING = /\n[ \t]*\n# \S[^\n]*\n[ \t]*\n/g;
const JSON_LINE = /^\s*\{\s*(?:"|\})/;
const JSON_DOCUMENT = /^(?:\{[ \t]*\n\s*"|\[\s*(?:\{|\n|$))/;

/** The kind of a file by its content; its name and extension are not asked. */
export function detect(head: Uint8Array): Kind | Foreign {
  if (head.length === 0) return "empty";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  const signature = SIGNATURES.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (signature !== undefined) return { foreign: signature[0] };
  if (Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar") return { foreign: "a tar archive" };
  const text = glance(head);
  if (/^WARC\/\d/.test(text)) return "warc";
  if (JSON_DOCUMENT.test(text) || isOneObject(text)) return "json";
  if (looksLikeJsonLines(text)) return "json-lines";
  const root = withoutProlog(text);
  if (FEED.test(root)) return WXR.test(root) ? "wxr" : "feed";
  if (MIME.test(text) && MULTIPART.test(text.slice(0, 8192))) return "mhtml";
  if (PAGE.test(root) || (text.includes("<") && (hasStructure(text) || isMarkedUp(text)))) return "html";
  return looksLikeMarkdown(text) ? "markdown" : "text";
}

function hasStructure(text: string): boolean {
  if (DOCTYPE.test(text)) return true;
  return STRUCTURE.some(([start, end]) => {
    const at = text.search(start);
    return at >= 0 && end.test(text.slice(at));
  });
}

/** True where elements hold the text; a text about tags, or with a few of them pasted in, stays a text. */
function isMarkedUp(text: string): boolean {
  let [closed, depth, held, end] = [0, 0, 0, 0];
  for (const { 0: tag, 1: slash, index } of text.matchAll(HOLDER)) {
    if (depth > 0) held += index - end;
    end = index + tag.length;
    if (slash === "") depth++;
    else {
      depth = Math.max(0, depth - 1);
      closed++;
    }
  }
  return closed >= FEWEST_HOLDERS && held >= LEAST_HELD * text.replace(HOLDER, "").trim().length;
}

function looksLikeMarkdown(text: string): boolean {
  return (
    FRONT_MATTER.test(text) ||
    (MARKDOWN_MARK.test(text) &&
      (MARKDOWN.test(text) || MARKDOWN_TITLE.test(text) || (text.match(MARKDOWN_HEADING)?.length ?? 0) > 1))
  );
}

/** The text from its first element on: blanks, comments, processing instructions and an XML document type are skipped. */
function withoutProlog(text: string): string {
  let at = 0;
  const skipTo = (end: string) => {
    const found = text.indexOf(end, at);
    at = found < 0 ? text.length : found + end.length;
  };
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (text.startsWith("<!--", at)) skipTo("-->");
    else if (text.startsWith("<?", at)) skipTo(">");
    else if (/^<!doctype(?!\s+html)/i.test(text.slice(at, at + 16))) {
      if (/^[^>]*\[/.test(text.slice(at, at + 1000))) skipTo("]");
      skipTo(">");
    } else return text.slice(at);
  }
}

const UTF8 = new TextDecoder("utf-8");

/** The first bytes with every marking character legible, whatever the encoding of the words between. */
function glance(head: Uint8Array): string {
  // A zero in every other place is UTF-16; without the zeros the marks are ASCII.
  let zeros = 0;
  for (let i = 0; i < 512; i++) if (head[i] === 0) zeros++;
  const bytes = zeros > 8 ? head.filter((byte) => byte !== 0 && byte !== 0xfe && byte !== 0xff) : head;
  const text = decodeUtf8(bytes) ?? UTF8.decode(bytes);
  return (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text).trimStart();
}

/** An object over several lines whose first member stands on the first; no line is a whole one. */
function isOneObject(text: string): boolean {
  if (!text.startsWith("{")) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && JSON_LINE.test(lines[0] ?? "") && !lines.some((line) => /^\{.*\}\s*$/.test(line));
}

/** One line in three that begins like an object: a bad line, even the first, does not make a table of records prose. */
function looksLikeJsonLines(text: string): boolean {
  if (!text.includes("{")) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const objects = lines.filter((line) => JSON_LINE.test(line));
  return objects.length > 0 && objects.length * 3 >= lines.length;
}
