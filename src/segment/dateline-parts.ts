import { PARTING } from "../arabic/characters.ts";
import { beginsDates } from "../arabic/dates/triggers.ts";
import { fold, foldInPlace } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Dateline } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { type Cut, cut, lineEnd, masked, type Piece } from "./dateline/pieces.ts";
import { areNames, isTown, type Known, NOBODY, OF_REPORTER, partsOf, type Role, roleOf } from "./dateline/roles.ts";
import { isDateline } from "./dateline/standing.ts";
import { isUnknownDesk, isUnknownTown, isUnknownTownOf, mayBeTown } from "./dateline/towns.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * Datelines by their parts, for those that no declared layout fits: towns, day, agencies and reporters in any order,
 * between dashes of any kind, slashes, brackets, quotation marks and colons. Each part must be wholly what it is
 * taken for, by the authority files or by its form; the first piece that is nothing of the kind begins the text.
 */

/** A longer first line is no headline, nor is one that ends in a full stop. */
const LONGEST_HEADLINE = 150;

/**
 * The dateline at the start of `text`, which stands at `base` of the raw text, or undefined. `mayBeDated`: whether dates
 * must be looked for.
 */
export function readDatelineParts(
  text: string,
  base: number,
  knows: Knowledge,
  isFirst: boolean,
  mayBeDated: typeof mayHoldDate = mayHoldDate,
): Dateline | undefined {
  const line = text.slice(0, lineEnd(text));
  const start = /^[\s(["«“/]*/u.exec(line)?.[0].length ?? 0;
  if (!mayOpen(line.slice(start), knows)) return undefined;
  const plain = takeKnown(cut(line), text, line, knows);
  const { pieces, ends, known, taken } = mayBeDated(line, plain, knows)
    ? takeKnown(cut(masked(line)), text, line, knows)
    : plain;
  const end = taken === 0 ? 0 : (ends[taken - 1] as number);
  const isOwnLine = taken === pieces.length;
  if (
    !isDateline(known, {
      isOwnLine,
      isFirst,
      closing: line.slice(pieces[taken - 1]?.at[1] ?? 0, end),
      rest: text.slice(end),
      isQuoted: /[«“"]/u.test(line),
      isParagraph: line.length > LONGEST_HEADLINE || /(?<!\.)\.\s*$/u.test(line),
    })
  )
    return undefined;
  const words = text.slice(0, end).trimEnd();
  const parts = (role: Role): Part[] =>
    known.flatMap((one) => (one.role === role ? [{ text: one.text, at: [base + one.at[0], base + one.at[1]] }] : []));
  const [[place, ...otherPlaces], [date], reporters] = [parts("place"), parts("date"), parts("reporter")];
  const [agency] = [...parts("outlet"), ...parts("nobody")];
  return {
    text: words,
    at: [base, base + words.length],
    ...(place && { place }),
    ...(otherPlaces.length > 0 && { otherPlaces }),
    ...(date && { date }),
    ...(agency && { agency }),
    ...(reporters.length > 0 && { reporters }),
    rule: "dateline:parts",
  };
}

interface Taken extends Cut {
  readonly known: readonly Known[];
  /** How many of the pieces are known. */
  readonly taken: number;
}

/** The pieces of a line up to the first that is nothing of a dateline. */
function takeKnown({ pieces, ends }: Cut, text: string, line: string, knows: Knowledge): Taken {
  const known: Known[] = [];
  let taken = 0;
  for (const [i, piece] of pieces.entries()) {
    const closing = line.slice(piece.at[1], ends[i]);
    const isTown =
      isUnknownTown(piece, known, closing, text.slice(ends[i])) ||
      (i === 0 && isUnknownTownOf(piece, pieces[1], line.slice(pieces[1]?.at[1], ends[1]), text.slice(ends[1]), knows));
    const isDesk = !isTown && isUnknownDesk(piece, known, closing, text.slice(ends[i]));
    const parts: Known[] | undefined =
      isTown || isDesk ? [{ ...piece, role: isTown ? "place" : "outlet" }] : partsOf(piece, text, knows);
    if (parts === undefined) break;
    known.push(...parts);
    taken++;
    // Its colon ends the dateline: two words before a quotation mark would pass for a reporter's name.
    const last = pieces[i + 1];
    const isNobodyLast = last !== undefined && i === pieces.length - 2 && NOBODY.test(foldInPlace(last.text));
    if ((isTown || isDesk) && !isNobodyLast && i > 0) break;
  }
  return { pieces, ends, known, taken };
}

/** No town has a longer name, in words. */
const MOST_TOWN_WORDS = 8;

/**
 * Whether a date may make another dateline of a line than its pieces do without: one begins in a piece that is taken,
 * or in the first that is not, at its beginning or behind a town or an outlet. Dates further on are the text's.
 */
function mayHoldDate(line: string, { pieces, taken }: Taken, knows: Knowledge): boolean {
  if (!HAS_YEAR.test(fold(line))) return false;
  if (PARTING.test(line)) return true;
  const isIn = ({ text }: Piece) => tokenize(text).some(mayBeginDate);
  if (pieces.slice(0, taken).some(isIn)) return true;
  const next = pieces[taken];
  if (next === undefined) return false;
  const words = tokenize(next.text, 0, MOST_TOWN_WORDS);
  const [first] = words;
  return (
    first === undefined ||
    mayBeginDate(first) ||
    first.key === "في" ||
    words.some(({ end }) => isTown(next.text.slice(0, end), knows) || knows.isOutlet(next.text.slice(0, end)))
  );
}

/** Whether a date may begin in a word, with a number or behind proclitics. */
const mayBeginDate = rememberByWord(
  (key) =>
    !/^[a-z\u0621-\u064a]+$/.test(key) ||
    [0, 1, 2].some((at) => beginsDates(key.slice(at)) || beginsDates(`ا${key.slice(at + 1)}`)),
);

/** A quick look, for most texts begin with no name of a place or an outlet, and with no name before one. */
function mayOpen(line: string, knows: Knowledge): boolean {
  if (!ENDS_OPENING.test(line)) return false;
  const opening = OPENING.exec(line)?.[0];
  if (opening === undefined) return false;
  const words = opening.trimEnd().replace(/\s+و\s*\p{L}.*$/u, "");
  if (isTown(words, knows) || OF_REPORTER.test(foldInPlace(words)) || roleOf(words, knows, true) !== undefined)
    return true;
  const second = BEHIND_A_NAME.exec(line.slice(opening.length))?.groups?.words;
  const role = second === undefined ? undefined : roleOf(second, knows, true)?.role;
  return role !== undefined && (areNames(opening.trim(), knows) || (role === "outlet" && mayBeTown(words, knows)));
}

const OPENING_END = '\\s*(?:[-‐‑‒–—―−_:()[\\]«»“”"|•/،,0-9]|\\sـ|\\sفي\\s\\d|$)';
const OPENING = new RegExp(`^[\\p{L}\\p{M}. ]{2,40}?(?=${OPENING_END})`, "u");
/** As `OPENING`, whatever stands before the end: cheap to ask, and of most texts false. */
const ENDS_OPENING = new RegExp(`^[^]{2,40}?${OPENING_END}`, "u");
/** «سليم أحمد - ريح: …»: the outlet shows the words before it to be a name. */
const BEHIND_A_NAME = /^\s*(?:[-‐‑‒–—―−]{1,3}|ـ(?=\s)|\/)\s*(?<words>[\p{L}\p{M}. ]{2,30}?)\s*(?:[-‐‑‒–—―−:/]|$)/u;

/** A number, or the word that every written-out year holds: no day is sure without its year. */
const HAS_YEAR = /\d|الف/;
