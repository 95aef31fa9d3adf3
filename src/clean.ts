import { PARTING, unitTable } from "./arabic/characters.ts";
import { parseLineDates } from "./arabic/dates.ts";
import { FURNITURE, type FurnitureRule, mayHold, openedBy } from "./arabic/lexicon/furniture.ts";
import { fold } from "./arabic/normalize.ts";
import { AGO, CLOCK } from "./arabic/stamp-labels.ts";
import { indexWords, lineKey, type Token, type Words } from "./arabic/tokenize.ts";
import type { CleanArticle, Line, RawArticle, Removed } from "./model/article.ts";
import type { Span } from "./model/span.ts";

/** Line ends of every system, and the line and paragraph separators that pages copied as text carry. */
const LINE_END = 1;
const SPACE = 2;
const BULLET = 4;
const PARTS = 8;
const UNITS = unitTable(/[\n\r\u2028\u2029]/, /\s/, /[•·●▪◦*-]/, PARTING);
const isKind = (text: string, at: number, kind: number) => ((UNITS[text.charCodeAt(at)] as number) & kind) !== 0;

/** An editor's word on single lines, as they stand in the raw text without bullet and outer blanks. */
export interface LineEdits {
  /** Kept whatever a rule says. */
  readonly restore: readonly string[];
  /** Taken out whatever no rule says. */
  readonly remove: readonly string[];
  /** Keys (`lineKey`) of lines that recur across the articles of the source: src/furniture.ts. */
  readonly recurring?: ReadonlySet<string>;
}

/** «Next Previous سليم أحمد - ريح»: buttons over a picture, scraped without the line end behind them. */
const BUTTONS = /^(?:next previous|previous next)\s+(?=[\u0621-\u064a])/i;

const NO_EDITS: LineEdits = { restore: [], remove: [] };

/**
 * Takes the site's furniture out, line by line; what is removed is kept with its rule. `words`: the words of the
 * article's text, where they are known.
 */
export function clean(
  article: RawArticle,
  edits: LineEdits = NO_EDITS,
  words: Words = indexWords(article.text),
): CleanArticle {
  const lines: Line[] = [];
  const removed: Removed[] = [];
  let gapBefore = true;
  for (const { at, kinds } of rows(article.text)) {
    const text = article.text.slice(...at);
    const isTold = (kinds & PARTS) === 0 && text.length <= LONGEST_FURNITURE;
    const rule = text === "" ? undefined : editedRule(text, edits, isTold ? words.between(...at) : undefined);
    if (rule !== undefined) removed.push({ text, at, rule });
    else if (text !== "") {
      const [start, end] = at;
      const buttons = edits.restore.includes(text) ? "" : (BUTTONS.exec(text)?.[0] ?? "");
      const from = start + buttons.length;
      if (buttons !== "")
        removed.push({ text: buttons.trim(), at: [start, start + buttons.trim().length], rule: "clean:navigation" });
      lines.push({ text: text.slice(buttons.length), at: [from, end], gapBefore });
    }
    gapBefore = rule !== undefined || text === "";
  }
  const comments = commentsFrom(article.text, lines, removed);
  const said = lines.splice(comments).filter((line) => {
    const isRestored = edits.restore.includes(line.text);
    if (isRestored) lines.push(line);
    return !isRestored;
  });
  for (const { text, at } of said) removed.push({ text, at, rule: "clean:comments" });
  const ending = linksAtEnd(article, lines, edits.restore);
  for (const { text, at } of lines.splice(lines.length - ending))
    removed.push({ text, at, rule: "clean:links-at-end" });
  if (ending + said.length > 0) removed.sort((a, b) => a.at[0] - b.at[0]);
  return { ...article, lines, removed, ...(edits.restore.length > 0 && { restored: edits.restore }) };
}

/** «التعليقات (14)», «تعليقات القراء», «3 تعليقات على "…"», folded. */
const COMMENTS =
  /^(?:(?:(?:ال)?تعليقات|(?:ال)?ردود|comments?)(?: (?:القراء|الزوار|الاعضاء))?\s*[:([]?\s*\d{0,5}\s*[)\]]?|\d{1,5} (?:تعليق|تعليقا|تعليقات|ردود|comments?)(?: (?:علي|on) .+)?)\s*:?$/;
/** Letters of an article before its comments, lines in which the first of them says when it was written, and their length. */
const FEWEST_BEFORE_COMMENTS = 200;
const MOST_OF_A_COMMENTS_HEAD = 3;
const LONGEST_OF_A_COMMENTS_HEAD = 60;
const WHEN = new RegExp(`${AGO}|(?<!\\d)${CLOCK}`, "u");

/**
 * Number of the line from which on readers comment on the article: under a heading that says so, where the first of them
 * is named and dated. Without such a head «التعليقات» is a button, and the article may follow.
 */
function commentsFrom(text: string, lines: readonly Line[], removed: readonly Removed[]): number {
  for (const { text: heading, at } of removed) {
    if (heading.length > LONGEST_FURNITURE || !COMMENTS.test(fold(heading))) continue;
    const before = lines.filter((line) => line.at[1] <= at[0]);
    if (before.reduce((sum, line) => sum + line.text.length, 0) < FEWEST_BEFORE_COMMENTS) continue;
    const head = text
      .slice(at[1], at[1] + LONGEST_FURNITURE * MOST_OF_A_COMMENTS_HEAD)
      .split(/\s*\n\s*/)
      .filter((line) => line !== "")
      .slice(0, MOST_OF_A_COMMENTS_HEAD);
    const isDated = (line: string) =>
      line.length <= LONGEST_OF_A_COMMENTS_HEAD &&
      (WHEN.test(fold(line)) || parseLineDates(line).some(({ absolute }) => absolute));
    if ((head[0]?.length ?? Number.POSITIVE_INFINITY) <= LONGEST_OF_A_COMMENTS_HEAD && head.some(isDated))
      return before.length;
  }
  return lines.length;
}

/** What stands between the links of a line of tags, and the day beside a link to another article. */
const BETWEEN_LINKS = /[\s،,.:|/\\·•؛;#–—\d٠-٩-]+/gu;

/**
 * How many lines at the end are made of links and nothing else: tags, sections, other articles. One link at the end is a
 * source; a text that is nothing but links stays.
 */
function linksAtEnd(
  { links = [], layout = [] }: RawArticle,
  lines: readonly Line[],
  restore: readonly string[],
): number {
  const first = layout[0]?.kind === "headline" ? 2 : 1;
  let found = 0;
  let start = lines.length;
  for (; start > first && links.length > 1; start--) {
    const { text, at } = lines[start - 1] as Line;
    const inside = links.filter((link) => link.at[0] >= at[0] && link.at[1] <= at[1]);
    const rest = inside.reduceRight(
      (left, link) => left.slice(0, link.at[0] - at[0]) + left.slice(link.at[1] - at[0]),
      text,
    );
    if (inside.length === 0 || restore.includes(text) || rest.replace(BETWEEN_LINKS, "") !== "") break;
    found += inside.length;
  }
  return found > 1 ? lines.length - start : 0;
}

/** The lines of a raw text as an editor names them: without bullet and outer blanks. */
export function linesOf(text: string): Set<string> {
  return new Set(rows(text).map(({ at }) => text.slice(...at)));
}

interface Row {
  /** Without bullet and outer blanks. */
  readonly at: Span;
  /** Of its characters, all together. */
  readonly kinds: number;
}

function rows(text: string): Row[] {
  const found: Row[] = [];
  let from = 0;
  let kinds = 0;
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? (UNITS[text.charCodeAt(at)] as number) : LINE_END;
    kinds |= kind;
    if ((kind & LINE_END) === 0) continue;
    const start = afterBullet(text, from, at);
    let end = at;
    while (end > start && isKind(text, end - 1, SPACE)) end--;
    found.push({ at: [start, end], kinds });
    if (text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    from = at + 1;
    kinds = 0;
  }
  return found;
}

/** Behind the blanks and the bullet at `from`; a bullet has a blank behind it. */
function afterBullet(text: string, from: number, end: number): number {
  const start = afterBlanks(text, from, end);
  if (start === end || !isKind(text, start, BULLET)) return start;
  const behind = afterBlanks(text, start + 1, end);
  return behind > start + 1 ? behind : start;
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isKind(text, at, SPACE)) at++;
  return at;
}

function editedRule(text: string, edits: LineEdits, words: readonly Token[] | undefined): string | undefined {
  const { restore, remove, recurring } = edits;
  if (remove.includes(text)) return "correction";
  if (restore.includes(text)) return undefined;
  return furnitureRule(text, words) ?? (recurring?.has(lineKey(text)) ? "clean:recurring-line" : undefined);
}

/** Characters beyond which a line is prose. */
const LONGEST_FURNITURE = 280;

/**
 * Name of the first rule that holds the line for furniture. `words`: those of the line, which tell the rules that it
 * may be furniture for; most lines of a text are told by them to be none. Without them every rule is tried.
 */
export function furnitureRule(line: string, words?: readonly Token[]): string | undefined {
  if (line.length > LONGEST_FURNITURE) return undefined;
  const rules = words === undefined ? FURNITURE : rulesFor(line, words);
  if (rules.length === 0) return undefined;
  const folded = fold(line).trim();
  return rules.find(({ expression }) => expression.test(folded))?.rule;
}

function rulesFor(line: string, words: readonly Token[]): readonly FurnitureRule[] {
  const [first] = words;
  return first === undefined || !line.startsWith(first.text) || words.some(mayHold) ? FURNITURE : openedBy(first);
}
