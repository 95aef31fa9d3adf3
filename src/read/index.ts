import { sha256 } from "../effects.ts";
import { BrokenStream, type ByteStream, collect, gunzip, peek, streamOf, TooMuch } from "./bytes.ts";
import { detect, HEAD_LENGTH, type Kind } from "./detect.ts";
import { decode, decodeClean, wideEncoding } from "./encoding.ts";
import { problemOf } from "./items.ts";
import { findObjection } from "./objections.ts";
import { readPlainText } from "./text.ts";
import type { Notice, ReadArticle, Reading } from "./types.ts";

const MB = 1024 * 1024;
/** Bytes of a file that is read as a whole. Crawls and JSON Lines are read as they come, however long. */
const LARGEST = 64 * MB;
const LARGEST_EXPORT = 400 * MB;
/**
 * Readers that stand on libraries, which take longer to load than a hundred plain texts to read: each is loaded when the
 * first file of its kind is met.
 */
const READERS = {
  feed: () => import("./feed.ts"),
  html: () => import("./html.ts"),
  json: () => import("./json-document.ts"),
  jsonLines: () => import("./json-lines.ts"),
  markdown: () => import("./markdown.ts"),
  mhtml: () => import("./mhtml.ts"),
  page: () => import("./html/page.ts"),
  warc: () => import("./warc.ts"),
  wxr: () => import("./wxr.ts"),
};

/** Compressed twice happens; more often is a trap. */
const DEEPEST_GZIP = 2;

/**
 * Articles and problems of one raw file, in its order. What the file is, its content says: the name is not asked.
 * A file of several articles gives each as soon as it is read; what is bad in it costs itself alone.
 * `input`: all bytes, or a stream of them (long crawls). Nothing is thrown for anything a file may hold.
 */
export async function* readRaw(path: string, input: Uint8Array | ByteStream): AsyncGenerator<Reading> {
  for await (const reading of readStream(path, streamOf(input), 0)) {
    const found = "article" in reading ? findObjection(reading.article.text) : undefined;
    if (found !== undefined) yield problemOf("article" in reading ? reading.article.path : path, found);
    if ("article" in reading && isTitleAlone(reading.article)) yield problemOf(reading.article.path, TITLE_ALONE);
    if (found?.severity !== "fatal") yield reading;
  }
}

/** Nothing but a declared headline. */
const isTitleAlone = ({ layout }: ReadArticle) => layout.length === 1 && layout[0]?.kind === "headline";

const TITLE_ALONE: Notice = {
  severity: "info",
  rule: "read:title-alone",
  reason: "There is a title, and no text below it",
  expected: ["the text of the article"],
  note: "It was taken as it is. Fetch the article again if it has a text.",
};

async function* readStream(path: string, whole: AsyncGenerator<Uint8Array>, depth: number): AsyncGenerator<Reading> {
  const { head, stream } = await peek(whole, HEAD_LENGTH);
  const kind = detect(head);
  if (typeof kind === "object") yield problemOf(path, foreign(kind.foreign));
  else if (kind === "gzip") {
    if (depth >= DEEPEST_GZIP) yield problemOf(path, foreign("compressed again and again"));
    else yield* readStream(path, gunzip(stream), depth + 1);
  } else if (kind === "warc") yield* (await READERS.warc()).readWarc(path, stream);
  else if (kind === "json-lines") {
    const wide = wideEncoding(head);
    const { readJsonLines } = await READERS.jsonLines();
    yield* readJsonLines(path, wide === undefined ? stream : asUtf8(wide, stream), wide);
  } else yield* readWhole(path, kind, stream);
}

/** Kinds that are one document. */
async function* readWhole(
  path: string,
  kind: Exclude<Kind, "gzip" | "warc" | "json-lines">,
  stream: ByteStream,
): AsyncGenerator<Reading> {
  let bytes: Uint8Array;
  try {
    bytes = await collect(stream, kind === "wxr" ? LARGEST_EXPORT : LARGEST);
  } catch (error) {
    if (error instanceof BrokenStream) yield problemOf(path, cutOff(error.message));
    else if (error instanceof TooMuch) yield problemOf(path, tooLarge(kind === "wxr" ? LARGEST_EXPORT : LARGEST));
    else throw error;
    return;
  }
  if (kind === "json") yield* (await READERS.json()).readJsonDocument(path, bytes);
  else if (kind === "mhtml") yield* (await READERS.mhtml()).readMhtml(path, bytes);
  else if (kind === "html") yield* readHtmlFile(path, bytes);
  else yield* readText(path, kind, bytes);
}

async function* readHtmlFile(path: string, bytes: Uint8Array): AsyncGenerator<Reading> {
  const { readPage } = await READERS.html();
  const read = readPage(bytes);
  if ("refused" in read) {
    yield problemOf(path, read.refused);
    return;
  }
  for (const notice of read.notices) yield problemOf(path, notice);
  yield { article: { path, file: path, mediaType: "text/html", ...read.page } };
}

async function* readText(
  path: string,
  kind: "text" | "markdown" | "feed" | "wxr" | "empty",
  bytes: Uint8Array,
): AsyncGenerator<Reading> {
  const isXml = kind === "feed" || kind === "wxr";
  const label = isXml
    ? /^[^>]*\sencoding\s*=\s*["']([\w:.-]+)["']/.exec(Buffer.from(bytes.subarray(0, 300)).toString("latin1"))?.[1]
    : undefined;
  const declared = label === undefined ? [] : [{ label, by: "XML declaration" }];
  // Entries are tidied one by one, so that each tells of its own.
  const decoded = isXml ? decode(bytes, { declared, lenient: true }) : decodeClean(bytes);
  if ("refused" in decoded) {
    yield problemOf(path, decoded.refused);
    return;
  }
  for (const notice of decoded.notices) yield problemOf(path, notice);
  const { text, encoding } = decoded;
  if (kind === "feed") yield* (await READERS.feed()).readFeed(path, text, encoding);
  else if (kind === "wxr") yield* (await READERS.wxr()).readWxr(path, text, encoding);
  else if (kind === "markdown") {
    const { readMarkdown } = await READERS.markdown();
    yield* readMarkdown(path, text, { sha256: sha256(bytes), encoding });
  } else yield* readPlainText(path, await withoutEntities(text), { sha256: sha256(bytes), encoding });
}

/** What was cut out of a page may still write «&quot;» for a quotation mark. */
async function withoutEntities(text: string): Promise<string> {
  return text.includes("&") && /&[#\w]+;/.test(text) ? (await READERS.page()).unescapeEntities(text) : text;
}

/** Lines are found by their bytes, so UTF-16 is turned into UTF-8 first. */
async function* asUtf8(encoding: "utf-16le" | "utf-16be", stream: ByteStream): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function foreign(what: string): Notice {
  return {
    severity: "fatal",
    rule: "read:no-article",
    reason: `The file is ${what}`,
    line: 1,
    expected: ["text", "Markdown", "HTML", "MHTML", "RSS or Atom", "JSON", "JSON Lines", "a WordPress export", "WARC"],
    note: "Convert it to one of these, or move it out of raw/.",
  };
}

function cutOff(reason: string): Notice {
  return {
    severity: "fatal",
    rule: "read:cut-off",
    reason: `The compressed file is cut off or broken: ${reason}`,
    line: 1,
    note: "Fetch the file again; half an article is none.",
  };
}

function tooLarge(limit: number): Notice {
  return {
    severity: "fatal",
    rule: "read:too-large",
    reason: `The file holds more than ${limit / MB} MB`,
    line: 1,
    expected: [`at most ${limit / MB} MB in one document`],
    note: "Split it into files of one article each, or into JSON Lines.",
  };
}
