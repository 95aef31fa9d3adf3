import { beginsDates } from "../arabic/dates/triggers.ts";
import { parseArabicDate } from "../arabic/dates.ts";
import {
  AGAIN_WORDS,
  DATE_WORDS,
  KEPT_WORDS,
  LAST_WORDS,
  MODIFIED_WORDS,
  PUBLISHED_WORDS,
  REVISED_WORDS,
  STAMP_FILLERS,
  STAMP_NEIGHBOURS,
} from "../arabic/lexicon/page-words.ts";
import { fold } from "../arabic/normalize.ts";
import { AGO, CLOCK, isStampLabel, saysField } from "../arabic/stamp-labels.ts";
import type { Line } from "../model/article.ts";
import type { Part, Span } from "../model/span.ts";

/** A stamp is a short line; a longer one says something. */
const LONGEST_STAMP = 120;
const TIME = new RegExp(`${AGO}|${CLOCK}|(?:بتوقيت|توقيت)\\s+[\\p{L}]+(?:\\s+المكرمه)?`, "gu");
/** «بواسطة محرر الموقع» behind the date. */
const BY = /(?:بواسطه|من قبل|by)\s*:?\s*\p{L}+(?: \p{L}+){0,3}?\s*(?=$|[|،,–-]|(?:في|بتاريخ|on)(?!\p{L}))/u;
/** What may stand in a stamp besides dates and hours. */
const STAMP_WORDS: ReadonlySet<string> = new Set([
  ...[PUBLISHED_WORDS, MODIFIED_WORDS, LAST_WORDS, REVISED_WORDS, DATE_WORDS, KEPT_WORDS, AGAIN_WORDS].flatMap(
    (words) => [...words],
  ),
  ...STAMP_FILLERS,
  ...STAMP_NEIGHBOURS,
]);

const FIRST_WORD = /^[^\p{L}\p{N}]*(\p{L}+)/u;

/** Whether the first word is a stamp's, an hour's, or one that a date begins with: dates need not be looked for else. */
function opensStamp(folded: string): boolean {
  const word = FIRST_WORD.exec(folded)?.[1];
  return word === undefined || STAMP_WORDS.has(word) || beginsDates(word) || /^(?:t$|ب?توقيت)/.test(word);
}

/**
 * True for a line that is nothing but when the page was published or changed: «نُشر في 5/3/2019 - 10:30 ص»,
 * «آخر تحديث: الثلاثاء 5 مارس 2019», «آخر تحديث 14:30». A year alone or «أمس» is no stamp.
 */
export function isStamp(line: string): boolean {
  if (line.length > LONGEST_STAMP) return false;
  const folded = fold(line);
  if (!/\d/.test(folded) || !opensStamp(folded)) return false;
  const dates = parseArabicDate(line).filter(({ edtf, absolute }) => absolute && /^\d{4}-(?:0\d|1[0-2])/.test(edtf));
  let rest = "";
  let end = 0;
  for (const { at } of dates) {
    rest += `${line.slice(end, at[0])} `;
    end = at[1];
  }
  const beside = fold(rest + line.slice(end));
  const timeless = beside.replace(TIME, " ");
  const says = saysField(beside);
  if (dates.length === 0 && (!says || timeless === beside)) return false;
  const words = (says ? timeless.replace(BY, " ") : timeless).match(/[\p{L}\p{N}]+/gu) ?? [];
  // «السنة 143 العدد 48362»: a number counts as a word only where words are, a second date is none.
  return words.every((word) => STAMP_WORDS.has(word) || (/^\d{1,6}$/.test(word) && words.length > 1));
}

/** What stands between two lines of a list that follow each other. */
const BETWEEN_LINES = /^[\s•·●▪◦*-]*$/;

/**
 * The stamps among the lines of a raw text, and the lines they take. A line above that says what the day is of
 * («تاريخ النشر:») belongs to its stamp, and where none follows it, one below; two labels above two days are one stamp.
 */
export function stampsIn(raw: string, lines: readonly Line[]): { stamps: Part[]; taken: ReadonlySet<Line> } {
  const stamps: Part[] = [];
  const taken = new Set<Line>();
  const isNextTo = (i: number) => BETWEEN_LINES.test(raw.slice((lines[i] as Line).at[1], (lines[i + 1] as Line).at[0]));
  const isLabel = (i: number) => lines[i] !== undefined && !taken.has(lines[i]) && isStampLabel(lines[i].text);
  for (let i = 0; i < lines.length; i++) {
    if (!isStamp((lines[i] as Line).text)) continue;
    let [first, last] = [i, i];
    while (first > 0 && isLabel(first - 1) && isNextTo(first - 1)) first--;
    const labels = i - first;
    while (labels > 1 && last - i + 1 < labels && isNextToStamp(last)) last++;
    // «تاريخ النشر» has no day when another label stands between the two.
    if (last - i + 1 < labels) first = i - 1;
    const isLabelled = labels > 0 || !isLabel(i + 1) || !isNextTo(i) || isStamp(lines[i + 2]?.text ?? "");
    if (!isLabelled) last++;
    const at: Span = [(lines[first] as Line).at[0], (lines[last] as Line).at[1]];
    for (const line of lines.slice(first, last + 1)) taken.add(line);
    stamps.push({ text: raw.slice(...at), at });
    i = last;
  }
  function isNextToStamp(i: number): boolean {
    const next = lines[i + 1];
    return next !== undefined && isNextTo(i) && isStamp(next.text) && !saysField(next.text);
  }
  return { stamps, taken };
}
