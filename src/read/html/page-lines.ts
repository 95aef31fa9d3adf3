import { isStampLabel } from "../../arabic/stamp-labels.ts";
import { blocksOf } from "./blocks.ts";
import { lineOf } from "./page.ts";

/** A stamp or byline is a line of its own. */
export const LONGEST_STAMP = 120;
/** Lines from the headline beyond which nothing is looked at. */
export const LINES = 300;

/** A short line of the page, and where it stands to the headline. */
export interface PageLine {
  readonly text: string;
  readonly element: Element;
  /** The line above or below that says what the day in this one is of: «تاريخ النشر:», a cell of a table's head. */
  readonly labels: readonly [above: string, below: string];
  /** The line directly above. */
  readonly above: string;
  /** Lines from the headline; one before it counts as far as two after it. */
  readonly distance: number;
  readonly isAbove: boolean;
  /** Paragraphs stand between the headline and the line. */
  readonly isBehindText: boolean;
}

/** Lines of the page that a stamp or a byline may be: short ones that are not one link to another article, nor the line below one. */
export function linesOfPage(body: Element | null, headline: Element | undefined): PageLine[] {
  const lines: { text: string; element: Element; at: number; paragraphs: number }[] = [];
  let at = 0;
  let headlineAt = 0;
  let paragraphs = 0;
  let paragraphsAbove = 0;
  if (body === null) return [];
  let isBelowLink = false;
  const printed = headline && lineOf(headline);
  // By their words: an address that leads nowhere from a saved page is a link nevertheless.
  const linked = new Set(
    [...body.querySelectorAll("a[href]")].map(lineOf).filter((text) => text.split(" ").length > 4),
  );
  blocksOf(body, {
    onBlock: ({ text }, element) => {
      at++;
      const isLink = linked.has(text);
      const isHeadline = headline?.contains(element) || text === printed;
      if (isHeadline) [headlineAt, paragraphsAbove] = [at, paragraphs];
      else if (isParagraph(text)) paragraphs++;
      else if (!isLink && !isBelowLink) lines.push({ text, element, at, paragraphs });
      isBelowLink = isLink && !isHeadline;
    },
  });
  return lines.map(({ text, element, at: line, paragraphs: above }, i) => ({
    text,
    element,
    labels: labelsOf(lines, i),
    above: lines[i - 1]?.at === line - 1 ? (lines[i - 1]?.text ?? "") : "",
    distance: line > headlineAt ? line - headlineAt : 2 * (headlineAt - line),
    isAbove: line < headlineAt,
    isBehindText: line > headlineAt && above - paragraphsAbove >= FEWEST_PARAGRAPHS,
  }));
}

/**
 * The line above that says what a line's day is of, of several labels over several days the one in its place; where
 * there is none, the line below, unless it is the next line's.
 */
function labelsOf(lines: readonly { text: string; at: number }[], i: number): readonly [string, string] {
  const isDay = (j: number) => /[\d٠-٩۰-۹]/.test(lines[j]?.text ?? "");
  const isNextTo = (j: number) => lines[j] !== undefined && lines[j + 1]?.at === lines[j].at + 1;
  const isLabel = (j: number) => isStampLabel(lines[j]?.text ?? "");
  if (!isDay(i)) return ["", ""];
  let day = i;
  while (i - day < MOST_COLUMNS && isNextTo(day - 1) && isDay(day - 1)) day--;
  let head = day;
  while (day - head < MOST_COLUMNS && isNextTo(head - 1) && isLabel(head - 1)) head--;
  const above = day - head > 1 ? lines[head + i - day] : lines[i - 1];
  if (above !== undefined && day - head > (day - head > 1 ? i - day : 0) && isLabel(lines.indexOf(above)))
    return [`${above.text}\n`, ""];
  return ["", isNextTo(i) && isLabel(i + 1) && !isDay(i + 2) ? `\n${lines[i + 1]?.text}` : ""];
}

const SHORTEST_PARAGRAPH = 60;
/** A long line, or one that ends as a sentence: no stamp is either. */
const isParagraph = (text: string) =>
  text.length > LONGEST_STAMP || (text.length > SHORTEST_PARAGRAPH && /[.؟!…][”"»)]*$/u.test(text));
/** A page may set a lead between headline and stamp; behind more than that a day without a word for it is the text's. */
const FEWEST_PARAGRAPHS = 2;

/** Labels over as many days. */
const MOST_COLUMNS = 8;
