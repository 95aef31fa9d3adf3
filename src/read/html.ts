import { sha256 } from "../effects.ts";
import type { Metadata } from "../model/metadata.ts";
import { chooseMetadata, lettersOf } from "./choose.ts";
import { arabicShare, measureArabic } from "./encoding/plausible.ts";
import { describeTidying, type Tidied } from "./encoding/tidy.ts";
import { type DeclaredEncoding, decode } from "./encoding.ts";
import { type Body, findBody } from "./html/body.ts";
import { headlineOf } from "./html/headline.ts";
import { absolute, readStructuredData } from "./html/json-ld.ts";
import { liftKickers, readKicker } from "./html/kicker.ts";
import { readMarkup } from "./html/markup.ts";
import { lineOf, parsePage } from "./html/page.ts";
import { readPrinted } from "./html/printed.ts";
import { withoutSiteNames } from "./html/titles.ts";
import { hasReasonableTree, headOf, linesWithoutTree } from "./html/treeless.ts";
import { type Block, layOut } from "./layout.ts";
import type { Candidate, Notice, ReadArticle } from "./types.ts";

/** What is known of a page beside its bytes. */
export interface PageContext {
  /** Address it was fetched from. */
  readonly address?: string;
  readonly declaredEncodings?: readonly DeclaredEncoding[];
  /** What the file around the page says of it. */
  readonly candidates?: readonly Candidate[];
  /** Refuse what is not mostly Arabic; a crawl holds the whole web. */
  readonly onlyArabic?: boolean;
}

/** The part of an article that its bytes decide; path and media type are the file's. */
export type ReadText = Pick<
  ReadArticle,
  "text" | "sha256" | "encoding" | "layout" | "links" | "metadata" | "bodyRule" | "confidence"
>;

export type PageReading =
  | { readonly page: ReadText; readonly notices: readonly Notice[] }
  | { readonly refused: Notice };

const EMPTY: Notice = {
  severity: "fatal",
  rule: "read:no-text",
  reason: "The page holds no text",
  line: 1,
  expected: ["a page with an article"],
  note: "Fetch the page again; some pages write their text only when a browser runs them.",
};

const NOT_ARABIC: Notice = { severity: "info", rule: "read:not-arabic", reason: "The page is not in Arabic", line: 1 };

const FRAMES = /<frameset\b/i;
/** Letters that make an article, whatever the page says of frames. */
const SHORTEST_BESIDE_FRAMES = 300;
const FRAME = /<frame\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi;

function framesOf(html: string): Notice {
  const pages = [...html.matchAll(FRAME)].map(([, address]) => `«${address}»`);
  return {
    severity: "fatal",
    rule: "read:frames",
    reason: `The page is a set of frames${pages.length > 0 ? `; its text stands in ${pages.slice(0, 5).join(", ")}` : ""}`,
    line: 1,
    expected: ["the page inside the frame"],
    note: "Save that page, or fetch it by its own address.",
  };
}

/** Mostly in Arabic letters, and not Persian or Urdu, which write hardly a word of Arabic's commonest. */
function isArabic(text: string): boolean {
  const { words, known } = measureArabic(text);
  return arabicShare(text) >= 0.5 && (words < 30 || known >= 0.1);
}

/** Letters, or references to them, as many as a headline has. */
function hasArabic(html: string): boolean {
  let count = 0;
  for (const _ of html.matchAll(/[\u0621-\u064a]|&#(?:15[6-9]\d|16[01]\d|x06[234][\da-f]);/giu))
    if (++count >= 20) return true;
  return false;
}

/** A web page to its article: decoded, the main text found, everything it declares of itself gathered. */
export function readPage(bytes: Uint8Array, context: PageContext = {}): PageReading {
  const declared = [...(context.declaredEncodings ?? []), ...declaredInPage(bytes)];
  const decoded = decode(bytes, { declared, lenient: true });
  if ("refused" in decoded) return decoded;
  // Most pages of a crawl are told from their letters, without a look at their elements.
  if (context.onlyArabic && !hasArabic(decoded.text)) return { refused: NOT_ARABIC };
  const read = readHtml(decoded.text, context);
  const frames = FRAMES.test(decoded.text) && (read?.page.text.length ?? 0) < SHORTEST_BESIDE_FRAMES;
  if (frames) return { refused: framesOf(decoded.text) };
  if (read === undefined) return { refused: EMPTY };
  if (context.onlyArabic && !isArabic(read.page.text)) return { refused: NOT_ARABIC };
  const page = { ...read.page, sha256: sha256(bytes), encoding: decoded.encoding };
  return { page, notices: [...decoded.notices, ...read.notices] };
}

/** `readPage` after decoding. */
function readHtml(
  html: string,
  context: PageContext,
): { page: Omit<ReadText, "sha256" | "encoding">; notices: Notice[] } | undefined {
  const isReasonable = hasReasonableTree(html);
  const document = parsePage(isReasonable ? html : headOf(html));
  liftKickers(document);
  const headline = headlineOf(document);
  const markup = readMarkup(document, headline);
  const valuesOf = (field: Candidate["field"]) =>
    [...(context.candidates ?? []), ...markup]
      .filter((candidate) => candidate.field === field)
      .map(({ value }) => value);
  const structured = readStructuredData(document, {
    titles: [...valuesOf("title"), ...(headline === undefined ? [] : [lineOf(headline)])].map(lettersOf),
    addresses: valuesOf("url"),
  });
  const declared = [...(context.candidates ?? []), ...structured.candidates, ...markup];
  const stated = declared.find(({ field, rule }) => field === "url" && rule !== "html:meta")?.value;
  const address = stated ?? absolute(context.address ?? "");
  const candidates = [...declared, ...readPrinted(document, headline, address)];
  const site = address === undefined ? [] : [domainOf(address)];
  const kickers = headline === undefined ? [] : readKicker(headline, candidates);
  const metadata = chooseMetadata(withoutSiteNames([...candidates, ...kickers, ...site]));
  const known = {
    ...(structured.body !== undefined && { declaredBody: structured.body }),
    ...(metadata.description && { description: metadata.description.chosen[0].value }),
    ...(address !== undefined && { address }),
  };
  const body = isReasonable
    ? findBody(document, () => parsePage(html), known)
    : { ...linesWithoutTree(html), rule: "html:whole-page", confidence: 0.2 };
  if ((body === undefined || body.blocks.length === 0) && metadata.title === undefined) return undefined;
  const page = compose(metadata, body ?? { blocks: [], tidied: [], rule: "html:title-alone", confidence: 0.1 });
  return { page, notices: describeAll(body?.tidied ?? []) };
}

/** The text of record of an article whose headline is declared apart from its body. */
export function compose(
  metadata: Metadata,
  body: Body,
): Pick<ReadText, "text" | "layout" | "links" | "metadata" | "bodyRule" | "confidence"> {
  const title = metadata.title?.chosen[0].value;
  return {
    ...layOut(title, bodyAlone(body.blocks, metadata)),
    metadata,
    bodyRule: body.rule,
    confidence: body.confidence,
  };
}

/** «عام / عنوان الخبر»: a headline repeated behind its category. */
const CATEGORY = /^[\p{L}\p{M} ]{2,30}\s*[/|»›>]\s*/u;
/** How far into a body its headline is looked for. */
const HEADLINE_WITHIN = 12;

/** The body without its headline, its kicker and the site's name, and without a menu before it. */
function bodyAlone(all: readonly Block[], { title, kicker, site }: Metadata): Block[] {
  const above = new Set(
    [kicker, site].flatMap((declared) => declared?.chosen.map(({ value }) => lettersOf(value)) ?? []),
  );
  const letters = new Map(all.slice(0, HEADLINE_WITHIN).map((block) => [block, lettersOf(block.text)]));
  const lettersIn = (block: Block) => letters.get(block) ?? lettersOf(block.text);
  const blocks = all.filter((block, i) => i >= HEADLINE_WITHIN || !above.has(lettersIn(block)));
  const key = title && lettersOf(title.chosen[0].value);
  // A heading may hold the kicker as well.
  const isHeadline = (block: Block) => {
    if (key === undefined) return false;
    const own = lettersIn(block);
    if (own === key || (block.kind === "heading" && own.endsWith(key) && own.length <= 2 * key.length)) return true;
    return own.endsWith(key) && lettersOf(block.text.replace(CATEGORY, "")) === key;
  };
  const index = blocks.slice(0, HEADLINE_WITHIN).findIndex(isHeadline);
  const isMenu = index > 0 && blocks.slice(0, index).every(isLink);
  return isMenu ? blocks.slice(index + 1) : blocks.filter((_, i) => i !== index);
}

/** A line that is one link and nothing else. */
function isLink({ text, links = [] }: Block): boolean {
  return links.some(({ start, end }) => end - start >= text.length - 2);
}

/** What was tidied over many pieces of text, as one. */
export function describeAll(pieces: readonly Tidied[]): Notice[] {
  const removed = new Map<string, number>();
  let folded = 0;
  for (const piece of pieces) {
    for (const [name, count] of piece.removed) removed.set(name, (removed.get(name) ?? 0) + count);
    folded += piece.folded;
  }
  return describeTidying({ text: "", removed, folded, line: 1 });
}

export function domainOf(address: string): Candidate {
  const value = new URL(address).hostname.replace(/^www\./, "");
  return { field: "domain", value, rule: "html:address", words: address, place: "the page's address" };
}

/** `<meta charset>`, its older form and the XML declaration, in the first bytes (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding). */
function declaredInPage(bytes: Uint8Array): DeclaredEncoding[] {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1];
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  return [
    ...(xml ? [{ label: xml, by: "XML declaration" }] : []),
    ...(meta ? [{ label: meta, by: "meta element" }] : []),
  ];
}
