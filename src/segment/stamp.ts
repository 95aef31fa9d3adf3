import { beginsDates } from "../arabic/dates/triggers.ts";
import { parseLineDates } from "../arabic/dates.ts";
import {
  AGAIN_WORDS,
  DATE_WORDS,
  KEPT_WORDS,
  LAST_WORDS,
  MODIFIED_WORDS,
  PUBLISHED_WORDS,
  REVISED_WORDS,
  SECTION_WORDS,
  STAMP_FILLERS,
  STAMP_NEIGHBOURS,
} from "../arabic/lexicon/page-words.ts";
import { fold } from "../arabic/normalize.ts";
import { AGO, CLOCK, isStampLabel, saysField } from "../arabic/stamp-labels.ts";
import type { Credit, Line } from "../model/article.ts";
import type { Part, Span } from "../model/span.ts";
import type { Knowledge } from "./knowledge.ts";

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

/** A dates-only line, with the agency that signs in it. */
interface Stamp {
  readonly agency?: Part;
}

/**
 * Reads a line that is nothing but when the page was published or changed: «نُشر في 5/3/2019 - 10:30 ص», «آخر تحديث:
 * الثلاثاء 5 مارس 2019», «آخر تحديث 14:30», with the section («… سياسة») or the agency («… واس») at its end or its
 * beginning. A year alone or «أمس» is no stamp.
 */
function readStamp(line: string, isOutlet: Knowledge["isOutlet"]): Stamp | undefined {
  if (line.length > LONGEST_STAMP) return undefined;
  const folded = fold(line);
  if (!/\d/.test(folded) || !(opensStamp(folded) || isOutlet(/\p{L}+/u.exec(line)?.[0] ?? ""))) return undefined;
  const dates = parseLineDates(line).filter(({ edtf, absolute }) => absolute && /^\d{4}-(?:0\d|1[0-2])/.test(edtf));
  let rest = "";
  let end = 0;
  for (const { at } of dates) {
    rest += `${line.slice(end, at[0])} `;
    end = at[1];
  }
  const beside = fold(rest + line.slice(end));
  const timeless = beside.replace(TIME, " ");
  const says = saysField(beside);
  if (dates.length === 0 && (timeless === beside || !(says || ZONE.test(beside)))) return undefined;
  const words = (says ? timeless.replace(BY, " ") : timeless).match(/[\p{L}\p{N}]+/gu) ?? [];
  // «السنة 143 العدد 48362»: a number counts as a word only where words are, a second date is none.
  const others = words.filter((word) => !STAMP_WORDS.has(word) && !(/^\d{1,6}$/.test(word) && words.length > 1));
  if (others.length === 0) return {};
  const part = partOf(others, line);
  if (part === undefined || others.length > MOST_OTHERS) return undefined;
  if (isOutlet(part.text)) return { agency: part };
  const isSection = dates.length > 0 && others.every((word) => SECTION_WORDS.has(word.replace(/^و?(?:ال)?(?=..)/, "")));
  return isSection ? {} : undefined;
}
/** Whether a line is a stamp and holds no agency. */
export const isStamp = (line: string): boolean => readStamp(line, () => false) !== undefined;

/** Words of a section or an agency. */
const MOST_OTHERS = 4;
/** «1450 جمت», «18:22 ت م»: agencies close with the hour. */
const ZONE = /\d\s*(?:جمت|gmt|ت\s?م)(?!\p{L})/u;

/** Words, folded, where they stand beside each other at the beginning or the end of a line. */
function partOf(words: readonly string[], line: string): Part | undefined {
  const all = [...line.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)];
  const first = [0, all.length - words.length].find((from) =>
    words.every((word, i) => word === fold(all[from + i]?.[0] ?? "")),
  );
  if (first === undefined) return undefined;
  const [start, end] = [all[first], all[first + words.length - 1]];
  if (start === undefined || end === undefined) return undefined;
  const at: Span = [start.index, end.index + end[0].length];
  return { text: line.slice(...at), at };
}

/** What stands between two lines of a list that follow each other. */
const BETWEEN_LINES = /^[\s•·●▪◦*-]*$/;

/**
 * The stamps among the lines of a raw text, and the lines they take. A line above that says what the day is of
 * («تاريخ النشر:») belongs to its stamp, and where none follows it, one below; two labels above two days are one stamp.
 */
export function stampsIn(raw: string, lines: readonly Line[], { isOutlet }: Pick<Knowledge, "isOutlet">): Stamps {
  const stamps: Part[] = [];
  const credits: Credit[] = [];
  const taken = new Set<Line>();
  const read = lines.map(({ text }) => readStamp(text, isOutlet));
  const isNextTo = (i: number) => BETWEEN_LINES.test(raw.slice((lines[i] as Line).at[1], (lines[i + 1] as Line).at[0]));
  const isLabel = (i: number) => lines[i] !== undefined && !taken.has(lines[i]) && isStampLabel(lines[i].text);
  const isNextToStamp = (i: number) =>
    read[i + 1] !== undefined && isNextTo(i) && !saysField((lines[i + 1] as Line).text);
  for (let i = 0; i < lines.length; i++) {
    if (read[i] === undefined) continue;
    let [first, last] = [i, i];
    while (first > 0 && isLabel(first - 1) && isNextTo(first - 1)) first--;
    const labels = i - first;
    while (labels > 1 && last - i + 1 < labels && isNextToStamp(last)) last++;
    // «تاريخ النشر» has no day when another label stands between the two.
    if (last - i + 1 < labels) first = i - 1;
    if (labels === 0 && isLabel(i + 1) && isNextTo(i) && read[i + 2] === undefined) last++;
    const at: Span = [(lines[first] as Line).at[0], (lines[last] as Line).at[1]];
    for (let j = first; j <= last; j++) {
      const line = lines[j] as Line;
      const agency = read[j]?.agency;
      taken.add(line);
      if (agency)
        credits.push({
          kind: "source",
          name: { text: agency.text, at: [line.at[0] + agency.at[0], line.at[0] + agency.at[1]] },
        });
    }
    stamps.push({ text: raw.slice(...at), at });
    i = last;
  }
  return { stamps, taken, credits };
}

/** What `stampsIn` finds. */
interface Stamps {
  readonly stamps: Part[];
  readonly taken: ReadonlySet<Line>;
  /** The agencies that sign in them. */
  readonly credits: readonly Credit[];
}
