import { lengthOfHead } from "./arabic/message-head.ts";
import { fold } from "./arabic/normalize.ts";
import type { CleanArticle, Credit, LayoutKind, Line, Link, Removed, SegmentedArticle } from "./model/article.ts";
import type { Part } from "./model/span.ts";
import { layoutKinds, toBlocks } from "./segment/blocks.ts";
import { readBylineLine, readClosingName, readLabelledName, saysProfession } from "./segment/byline.ts";
import { creditsIn, mayBeCredit, signatureOf, standsAlone, unknownOutletsIn } from "./segment/credits.ts";
import { findDateline, opensWithDateline } from "./segment/dateline.ts";
import { itemsByDateline } from "./segment/further-items.ts";
import { joinWrapped } from "./segment/hard-wrap.ts";
import { looksLikeHeadline, truncation } from "./segment/headline.ts";
import { opensWithKicker, splitCategory } from "./segment/kicker.ts";
import type { Knowledge } from "./segment/knowledge.ts";
import { LONGEST_LABEL, linkOf } from "./segment/links.ts";
import { datelineAboveHeadline, isNameplate, opensWithSection } from "./segment/page-head.ts";
import { accountOf, isNameplateAboveText, letterHead, posterOf } from "./segment/post-head.ts";
import { readStamp, stampsIn } from "./segment/stamp.ts";
import { takeWireEnd } from "./segment/wire-end.ts";

const LONGEST_SUBHEADLINE = 130;

/**
 * The parts of an article, each a span of the raw text: headline, byline, dateline, stamps, headings,
 * paragraphs, links. `knows` tells places and outlets of the authority files.
 */
export function segment(cleaned: CleanArticle, knows: Knowledge): SegmentedArticle {
  const kindAt = layoutKinds(cleaned);
  const wrapped = joinWrapped(cleaned, {
    kindAt,
    standsAlone: (line) => isNoProseAlone(line, knows),
    opensWithDateline: (text) => opensWithDateline(text, knows, false),
  });
  const whole = wrapped === undefined ? cleaned : { ...cleaned, text: wrapped.text, lines: wrapped.lines };
  const article = kindAt === undefined ? withoutMessageHead(whole) : whole;
  const links: Link[] = [];
  const prose: Line[] = [];
  const credits: Credit[] = [];
  const unknownOutlets: Part[] = [];
  const removed: Removed[] = [];
  const takeUnknown = (line: Line, isLast: boolean) => {
    const found = article.restored?.includes(line.text) ? undefined : unknownOutletsIn(line, isLast, knows);
    if (found === undefined) return false;
    unknownOutlets.push(...found);
    removed.push({ text: line.text, at: line.at, rule: "clean:unknown-outlet" });
    return true;
  };
  const takeCredits = (line: Line, isLast: boolean) => {
    if (!mayBeCredit(line, isLast)) return false;
    const found = creditsIn(line, isLast, knows, isLast && standsAlone(line, prose.at(-1), article.text));
    credits.push(...found);
    return found.length > 0 || takeUnknown(line, isLast);
  };
  const isHeading = (line: Line) => kindAt?.(line) === "heading";
  const {
    stamps,
    taken: stampLines,
    credits: signed,
    bylines,
    items,
  } = stampsIn(article.text, article.lines, knows, isHeading);
  credits.push(...signed);
  const isNoProse = (line: Line) => stampLines.has(line) || linkOf(line) !== undefined;
  const ended = takeWireEnd(article.lines, isNoProse, article.restored ?? [], knows);
  credits.push(...ended.credits);
  removed.push(...ended.removed);
  const last = ended.lines.findLast((line) => !isNoProse(line));
  const poster = posterOf(ended.lines, stampLines, article);
  const account = accountOf(ended.lines, poster);
  const letter = new Set(kindAt === undefined ? letterHead(article.lines) : []);
  const isHeadOfPost = (line: Line) => line === poster || line === account || letter.has(line);
  // «سليم أحمد» above «كاتب وباحث».
  const beforeLast = ended.lines[ended.lines.length - 2];
  const closing = last !== undefined && last === ended.lines.at(-1) && saysProfession(last) ? beforeLast : last;
  const opening = ended.lines.find((line) => !isHeadOfPost(line));
  const opensText = (text: string, isFirst = false) => opensWithDateline(text, knows, isFirst);
  let byline: SegmentedArticle["byline"];
  let isGap = false;
  const take = (line: Line): boolean => {
    const link = linkOf(line);
    if (stampLines.has(line)) return true;
    if (link) return links.push(link) > 0;
    if (isHeadOfPost(line)) {
      if (line === poster && knows.isOutlet(line.text)) credits.push({ kind: "nameplate", name: line });
      else removed.push({ text: line.text, at: line.at, rule: letter.has(line) ? "clean:letter" : "clean:poster" });
      return true;
    }
    if (line === opening) {
      if (kindAt === undefined && isNameplateAboveText(ended.lines, knows.isOutlet, opensText))
        return credits.push({ kind: "nameplate", name: line }) > 0;
      // «المصدر: ريح» above the headline.
      return OPENS_WITH_SOURCE.test(line.text) && ended.lines.length > 2 && takeCredits(line, false);
    }
    if (takeCredits(line, line === last)) return true;
    if (isHead(prose) && isNameplate(line.text, knows)) return credits.push({ kind: "nameplate", name: line }) > 0;
    // «تحرير: …» at the end may say once more who wrote.
    const isSame = byline !== undefined && line.text.length <= LONGEST_LABEL && line.text.endsWith(byline.text);
    if (byline !== undefined && !isSame) return false;
    const before = prose.at(-1);
    const labelled = isSame ? undefined : readLabelledName(line, before);
    if (labelled !== undefined) prose.pop();
    const written =
      labelled ??
      readBylineLine(line, prose.length === 1 && isPlain(line, kindAt)) ??
      (line === closing && prose.length > 1 && isPlain(line, kindAt)
        ? readClosingName(line, before, article.text)
        : undefined);
    // A name under a name: a list of people.
    const next =
      written?.byline.isBare && !written.byline.isLast ? ended.lines[ended.lines.indexOf(line) + 1] : undefined;
    if (next !== undefined && readBylineLine(next, true)?.byline.isBare) return false;
    if (!written || (isSame && written.byline.text !== byline?.text)) return false;
    if (isSame) return true;
    byline = written.byline;
    stamps.push(...written.stamps);
    return true;
  };
  for (const line of ended.lines) {
    const isTaken = take(line);
    // What is no prose stood between this line and the one before.
    if (!isTaken) prose.push(isGap && !line.gapBefore ? { ...line, gapBefore: true } : line);
    isGap = isTaken;
  }
  const [blessing] = prose;
  if (blessing !== undefined && blessing.text.length <= LONGEST_BASMALA && BASMALA.test(fold(blessing.text))) {
    prose.shift();
    removed.push({ text: blessing.text, at: blessing.at, rule: "clean:basmala" });
  }
  const [stamped] = bylines;
  if (byline === undefined && stamped !== undefined) byline = { ...stamped, isBare: false };
  const kicker = kindAt === undefined && opensWithKicker(prose, knows) ? prose.shift() : undefined;
  if (kindAt === undefined && opensWithSection(prose, opensText)) {
    const [{ text, at }] = prose.splice(0, 1) as [Line];
    removed.push({ text, at, rule: "clean:breadcrumb" });
  }
  const above = kindAt === undefined ? datelineAboveHeadline(prose, knows, opensText) : undefined;
  if (above !== undefined) prose.shift();
  // A page that names no title, as word processors write them, opens with its headline as a plain text does.
  const isDeclared = article.layout?.some(({ kind }) => kind === "headline") ?? false;
  const opensWith = prose[0] && (kindAt?.(prose[0]) ?? "paragraph");
  const isHeadline = isDeclared
    ? opensWith === "headline"
    : (opensWith === "paragraph" || opensWith === "heading") && looksLikeHeadline(prose, opensText);
  const top = isHeadline ? prose.shift() : undefined;
  const split = top && !article.restored?.includes(top.text) ? splitCategory(top) : undefined;
  const headline = split?.headline ?? top;
  const datelineIn = (line: Line | undefined) =>
    line &&
    findDateline(
      article.text.slice(...line.at),
      line.at[0],
      knows,
      headline === undefined,
      article.text.slice(line.at[1]),
    );
  const [first, second] = prose;
  const own = above === undefined ? datelineIn(first) : undefined;
  const under =
    !own && above === undefined && headline && first && isSubheadline(first, kindAt) ? datelineIn(second) : undefined;
  const dateline = own ?? under ?? above;
  const before = dateline !== undefined && dateline === under ? prose.splice(0, 1) : [];
  const [lead, ...rest] = prose;
  const body =
    dateline && dateline !== above
      ? [...before, ...withoutDateline(article.text, lead as Line, dateline.at[1], rest)]
      : prose;
  const end = body.at(-1);
  if (end !== undefined) credits.push(...signatureOf(end, knows));
  const isOfAgency = dateline?.place !== undefined && dateline.agency !== undefined && headline !== undefined;
  const further = isOfAgency && knows.isOutlet(dateline.agency.text) ? itemsByDateline(body, knows) : [];
  const blocks = toBlocks(article, body, kindAt);
  return {
    ...article,
    ...(headline && { headline: { text: headline.text, at: headline.at, ...truncation(headline.text, blocks) } }),
    ...(kicker && { kicker: { text: kicker.text, at: kicker.at, rule: "kicker:layout" } }),
    ...(split && kicker === undefined && { kicker: { ...split.category, rule: "kicker:category" } }),
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    credits,
    ...(unknownOutlets.length > 0 && { unknownOutlets }),
    ...(items.length > 0 && { items }),
    ...(further.length > 0 && { further }),
    ...(wrapped && { wrapped: { ...wrapped.first, width: wrapped.width, breaks: wrapped.breaks } }),
    removed:
      removed.length === 0 ? article.removed : [...article.removed, ...removed].sort((a, b) => a.at[0] - b.at[0]),
    stamps,
    blocks,
    links: [...(article.links ?? []), ...links],
  };
}

/** Lines that are joined to none. */
const isNoProseAlone = (line: Line, knows: Knowledge) =>
  readStamp(line.text, knows.isOutlet) !== undefined ||
  linkOf(line) !== undefined ||
  readBylineLine(line, false) !== undefined ||
  (mayBeCredit(line, false) && creditsIn(line, false, knows).length > 0);

/** «[21/03/2024, 10:15] سليم: …» as first line: when and by whom a message was sent, and the line without it. */
function withoutMessageHead(article: CleanArticle): CleanArticle {
  const [first, ...rest] = article.lines;
  const head = first === undefined ? 0 : lengthOfHead(first.text);
  if (first === undefined || head === 0 || article.restored?.includes(first.text)) return article;
  const from = first.text.slice(head).search(/\S/u);
  const [start, end] = first.at;
  const above: Line = { text: first.text.slice(0, head), at: [start, start + head], gapBefore: true };
  if (from < 0) return article;
  const text = first.text.slice(head + from);
  return { ...article, lines: [above, { text, at: [end - text.length, end], gapBefore: true }, ...rest] };
}

const OPENS_WITH_SOURCE = /^(?:المصدر|المصادر)\s*[:/]/u;
/** «بسم الله الرحمن الرحيم» above a headline, folded. */
const BASMALA = /^[^\p{L}]*بسم الله(?: الرحمن الرحيم)?[^\p{L}]*$/u;
const LONGEST_BASMALA = 60;

/** Headline and kicker or section, at most: no text yet. */
const isHead = (prose: readonly Line[]) =>
  prose.length > 0 &&
  prose.length <= 2 &&
  prose.every(({ text }) => text.length <= LONGEST_SUBHEADLINE && !/(?<!\.)\.[”"»)]*$/u.test(text));

/** A line between headline and dateline: short and no sentence, or no paragraph by the source's word. */
function isSubheadline({ text, at }: Line, kindAt: ((line: Line) => LayoutKind) | undefined): boolean {
  if (kindAt !== undefined && kindAt({ text, at, gapBefore: true }) !== "paragraph") return true;
  return text.length <= LONGEST_SUBHEADLINE && !/[.؟?!…:][”"»’'\])}\s]*$/u.test(text);
}

const isPlain = (line: Line, kindAt: ((line: Line) => LayoutKind) | undefined) =>
  kindAt === undefined || kindAt(line) === "paragraph";

/** «@outlet», the account behind a name. */
const HANDLES = /^\s*(?:@\w{2,30}\s*)+$/u;

function withoutDateline(raw: string, lead: Line, end: number, rest: readonly Line[]): Line[] {
  if (HANDLES.test(raw.slice(end, lead.at[1]))) return [...rest];
  let start = end;
  while (start < lead.at[1] && /\s/.test(raw[start] as string)) start++;
  if (start >= lead.at[1]) return [...rest];
  return [{ ...partAt(raw, start, lead.at[1]), gapBefore: lead.gapBefore }, ...rest];
}

function partAt(raw: string, start: number, end: number): Part {
  return { text: raw.slice(start, end), at: [start, end] };
}
