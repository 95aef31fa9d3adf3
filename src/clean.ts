import { FURNITURE } from "./arabic/lexicon/furniture.ts";
import { fold } from "./arabic/normalize.ts";
import { lineKey } from "./arabic/tokenize.ts";
import type { CleanArticle, Line, RawArticle, Removed } from "./model/article.ts";

const BULLET = /^[\s\u00A0]*(?:[•·●▪◦*-][\s\u00A0]+)?/;

/** Line ends of every system, and the line and paragraph separators that pages copied as text carry. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** An editor's word on single lines, as they stand in the raw text without bullet and outer blanks. */
export interface LineEdits {
  /** Kept whatever a rule says. */
  readonly restore: readonly string[];
  /** Taken out whatever no rule says. */
  readonly remove: readonly string[];
  /** Keys (`lineKey`) of lines that recur across the articles of the source: src/furniture.ts. */
  readonly recurring?: ReadonlySet<string>;
}

/** Takes the site's furniture out, line by line; what is removed is kept with its rule. */
export function clean(article: RawArticle, edits: LineEdits = { restore: [], remove: [] }): CleanArticle {
  const lines: Line[] = [];
  const removed: Removed[] = [];
  let gapBefore = true;
  let offset = 0;
  for (const [row, next] of rows(article.text)) {
    const start = offset + (BULLET.exec(row)?.[0].length ?? 0);
    const text = row.slice(start - offset).trimEnd();
    const part = { text, at: [start, start + text.length] as const };
    offset = next;
    const rule = text === "" ? undefined : editedRule(text, edits);
    if (rule !== undefined) removed.push({ ...part, rule });
    if (rule !== undefined || text === "") {
      gapBefore = true;
      continue;
    }
    lines.push({ ...part, gapBefore });
    gapBefore = false;
  }
  const ending = linksAtEnd(article, lines, edits.restore);
  for (const { text, at } of lines.splice(lines.length - ending))
    removed.push({ text, at, rule: "clean:links-at-end" });
  if (ending > 0) removed.sort((a, b) => a.at[0] - b.at[0]);
  return { ...article, lines, removed, ...(edits.restore.length > 0 && { restored: edits.restore }) };
}

/** What stands between the links of a line of tags. */
const BETWEEN_LINKS = /[\s،,|/\\·•؛;#–—-]+/gu;

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
  return new Set([...rows(text)].map(([row]) => row.slice(BULLET.exec(row)?.[0].length ?? 0).trimEnd()));
}

/** Each line without its end, and where the next one starts. */
function* rows(text: string): Generator<[row: string, next: number]> {
  let start = 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    yield [text.slice(start, index), index + end.length];
    start = index + end.length;
  }
  yield [text.slice(start), text.length];
}

function editedRule(text: string, { restore, remove, recurring }: LineEdits): string | undefined {
  if (remove.includes(text)) return "correction";
  if (restore.includes(text)) return undefined;
  return furnitureRule(text) ?? (recurring?.has(lineKey(text)) ? "clean:recurring-line" : undefined);
}

/** Characters beyond which a line is prose. */
const LONGEST_FURNITURE = 280;

/** Name of the first rule that holds the line for furniture. */
export function furnitureRule(line: string): string | undefined {
  if (line.length > LONGEST_FURNITURE) return undefined;
  const folded = fold(line).trim();
  return FURNITURE.find(({ expression }) => expression.test(folded))?.rule;
}
