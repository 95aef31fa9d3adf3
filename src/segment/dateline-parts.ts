import { isDay } from "../arabic/calendars.ts";
import { PARTING } from "../arabic/characters.ts";
import { beginsDates } from "../arabic/dates/triggers.ts";
import { parseArabicDate } from "../arabic/dates.ts";
import { HAPPENINGS } from "../arabic/lexicon/events.ts";
import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { OPENING_VERBS } from "../arabic/lexicon/opening-verbs.ts";
import { OUTLET_WORD } from "../arabic/lexicon/outlet-words.ts";
import { SECTION_WORDS } from "../arabic/lexicon/page-words.ts";
import { beginsWithGivenName, namesIn } from "../arabic/names/listed.ts";
import { fold, foldInPlace } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Dateline } from "../model/article.ts";
import type { Part, Span } from "../model/span.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * Datelines by their parts, for those that no declared layout fits: towns, day, agencies and reporters in any order,
 * between dashes of any kind, slashes, brackets, quotation marks and colons. Each part must be wholly what it is
 * taken for, by the authority files or by its form; the first piece that is nothing of the kind begins the text.
 */

/** Between the parts. Tatweel and underscore are dashes only between blanks, a slash not between numbers. */
const SEPARATOR =
  /\s*(?:[‐‑‒–—―−]{1,3}|-{1,3}|(?<=\s)[ـ_]{1,3}(?=\s)|[:[\]()«»“”"|•]|(?<!\d)\/|\/(?!\d))(?:\s|[-‐‑‒–—―−:[\]()«»“”"|•/])*/gu;
/** Ends a dateline before the text goes on: a dash, a colon, something closed. */
const CLOSES = /[-‐‑‒–—―−ـ_:)\]/]/u;
const MOST_PIECES = 8;
/** Characters that must follow an agency alone: less may be a heading («الريح - سيرة»). */
const SHORTEST_REST = 40;
/** A longer first line is no headline, nor is one that ends in a full stop. */
const LONGEST_HEADLINE = 150;
/** What stands for a date while the parts are cut; no text holds it. */
const MASK = "\uE000";
const MASKED = /\uE000+/;

/** Where no town or nobody is named. */
const CAPITALS = /^(?:عواصم|عواصم عالميه|عواصم ووكالات)$/;
const NOBODY =
  /^(?:(?:من\s+)?(?:مراسلنا|مراسلتنا|مراسلونا|مراسلينا|موفدنا)|خاص|وكالات(?:\s+ال?انباء)?|الوكالات|متابعات|متابعه|رصد)$/u;
/** Before the name of an outlet: «وكالة», «مكتب», «خاص لـ»; not «قناة», which is part of names. */
const OF_OUTLET =
  /^(?:(?:من\s+)?(?:وكاله(?:\s+ال?انباء)?|صحيفه|جريده|مجله|موقع|شبكه|مكتب|مراسله?|مراسلو|موفد|خاص(?:\s+[لب]ـ?)?)(?:\s+|(?<=ـ)))+/u;
/** Before the name of a reporter. */
const OF_REPORTER =
  /^(?:(?:من\s+)?(?:مراسلنا|مراسلتنا|موفدنا|مراسله?|موفد)|كتبت?|كتب\s+ل|تقرير|اعداد|بقلم|تحقيق|حوار)(?:\s+في)?\s+/u;

type Role = "place" | "date" | "outlet" | "reporter" | "nobody" | "capitals";
interface Piece {
  readonly text: string;
  readonly at: Span;
}
interface Known extends Piece {
  readonly role: Role;
}

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

interface Cut {
  readonly pieces: readonly Piece[];
  readonly ends: readonly number[];
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
 * or in the first that is not, at its beginning or behind a town. Dates further on are the text's.
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
    words.some(({ end }) => isTown(next.text.slice(0, end), knows))
  );
}

/** Whether a date may begin in a word, with a number or behind proclitics. */
const mayBeginDate = rememberByWord(
  (key) =>
    !/^[a-z\u0621-\u064a]+$/.test(key) ||
    [0, 1, 2].some((at) => beginsDates(key.slice(at)) || beginsDates(`ا${key.slice(at + 1)}`)),
);

function lineEnd(text: string): number {
  const at = text.indexOf("\n");
  return at < 0 ? text.length : at;
}

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

/** The line with its dates masked, letter for letter. */
function masked(line: string): string {
  let result = line;
  for (const { at, edtf, absolute } of parseArabicDate(line))
    if (absolute && isDay(edtf)) result = result.slice(0, at[0]) + MASK.repeat(at[1] - at[0]) + result.slice(at[1]);
  return result;
}

/** Pieces between separators, and where the separator behind each ends. */
function cut(line: string): { pieces: Piece[]; ends: number[] } {
  const pieces: Piece[] = [];
  const ends: number[] = [];
  let start = 0;
  const add = (from: number, to: number, end: number) => {
    const text = line.slice(from, to).trim();
    if (text !== "") {
      const at = line.indexOf(text, from);
      pieces.push({ text, at: [at, at + text.length] });
      ends.push(end);
    } else if (ends.length > 0) ends[ends.length - 1] = end;
  };
  for (const { 0: separator, index } of line.matchAll(SEPARATOR)) {
    add(start, index, index + separator.length);
    start = index + separator.length;
    if (pieces.length >= MOST_PIECES) break;
  }
  add(start, line.length, line.length);
  return { pieces, ends };
}

/** What a piece holds, in order, or undefined when it is anything else. */
function partsOf(piece: Piece, text: string, knows: Knowledge): Known[] | undefined {
  const date = MASKED.exec(piece.text);
  if (date !== null) {
    const at: Span = [piece.at[0] + date.index, piece.at[0] + date.index + date[0].length];
    const day: Known = { role: "date", text: text.slice(...at), at };
    if (piece.text.slice(date.index + date[0].length).replace(/[\s،,م]/gu, "") !== "") return undefined;
    const words = piece.text.slice(0, date.index).replace(/[\s،,]*(?:(?:^|\s)في)?[\s،,]*$/u, "");
    if (words === "") return [day];
    const at0: Span = [piece.at[0], piece.at[0] + words.length];
    return areTowns(words, knows) ? [{ role: "place", text: words, at: at0 }, day] : undefined;
  }
  const trimmed = piece.text.replace(/[\s،,]+$/u, "");
  const own = { text: trimmed, at: [piece.at[0], piece.at[0] + trimmed.length] as Span };
  if (areTowns(trimmed, knows)) return [{ ...own, role: "place" }];
  const found =
    roleOf(trimmed, knows, false) ?? (piece.text === trimmed ? undefined : roleOf(piece.text, knows, false));
  if (found === undefined) return undefined;
  const at: Span = [piece.at[0] + found.from, piece.at[0] + found.to];
  return [{ role: found.role, text: text.slice(...at), at }];
}

/** Words between an outlet and a colon that are no town. */
const NO_TOWN =
  /^(?:عاجل|خاص|حصري|متابعه|متابعات|تقرير|صور|بالصور|فيديو|بالفيديو|شاهد|تحليل|حوار|راي|وكالات|مصدر|مصادر)$/;

/**
 * «سليم أحمد - ريح - بلدة: …»: behind a reporter and an outlet, before a colon, one to three words are where; behind an
 * outlet alone, «ريح - بلدة: …», one word that opens no name of a person, and between dashes, «ريح - بلدة الجبل - …»,
 * two before a report's verb.
 */
function isUnknownTown({ text }: Piece, known: readonly Known[], closing: string, rest: string): boolean {
  if (known.length === 0 || known.length > 2) return false;
  const roles = known.map(({ role }) => role).join(" ");
  const isDashed = !closing.includes(":");
  if (isDashed && !(roles === "outlet" && CLOSING_DASH.test(closing) && opensReport(rest))) return false;
  const keys = tokenize(text).map(({ key }) => key);
  const isAlone = roles === "outlet" && keys.length <= (isDashed ? 2 : 1) && !beginsWithGivenName(text);
  return (
    (roles === "reporter outlet" || isAlone) &&
    keys.length <= 3 &&
    !keys.some((key) => NO_TOWN.test(key)) &&
    /^[\p{L}\p{M} ]+$/u.test(text) &&
    !keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key))
  );
}

/** First words, folded, of the names of towns that are none of people's. */
const TOWN_HEADS: ReadonlySet<string> = new Set(
  "بني عين سيدي تل كفر وادي راس حاسي بير دير بيت جبل شط قصر خان قلعه ميناء جزيره مدينه قريه بلده واحه مخيم معبر سهل عيون ساقيه حمام برج باب عقله اولاد ايت دوار قصور".split(
    " ",
  ),
);
const MOST_UNKNOWN_WORDS = 3;

/** «بلدة - ريح: أعلن …», «بلدة/ ريح/ أعلن …»: words that no record knows, before an outlet and a report's verb, are where. */
function isUnknownTownOf(
  { text }: Piece,
  next: Piece | undefined,
  closing: string,
  rest: string,
  knows: Knowledge,
): boolean {
  return (
    next !== undefined &&
    mayBeTown(text, knows) &&
    (closing.includes(":") || CLOSING_DASH.test(closing)) &&
    roleOf(next.text, knows, true)?.role === "outlet" &&
    opensReport(rest)
  );
}

/** One word, or several that no name of a person begins with. */
function mayBeTown(words: string, knows: Knowledge): boolean {
  const keys = tokenize(words, 0, MOST_UNKNOWN_WORDS + 1).map(({ key }) => key);
  const [first = ""] = keys;
  return (
    (keys.length === 1 ? first.length > 2 : TOWN_HEADS.has(first)) &&
    keys.length <= MOST_UNKNOWN_WORDS &&
    /^[\p{L}\p{M} ]+$/u.test(words) &&
    !beginsWithGivenName(words) &&
    !knows.isPlace(words) &&
    !SECTION_WORDS.has(first.replace(/^ال(?=..)/, "")) &&
    !HAPPENINGS.has(first) &&
    !keys.some((key) => NO_TOWN.test(key) || NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key) || OUTLET_WORD.test(key)) &&
    roleOf(words, knows, true) === undefined
  );
}

/** «بالة - شروق: ارتفعت …», «بالة/ شروق/ ارتفعت …»: one word that no record knows, between a town and a report's verb, is who reports. */
function isUnknownDesk({ text }: Piece, known: readonly Known[], closing: string, rest: string): boolean {
  return (
    known.length === 1 &&
    known[0]?.role === "place" &&
    (closing.includes(":") || CLOSING_DASH.test(closing)) &&
    /^\p{L}[\p{L}\p{M}]{2,}$/u.test(text) &&
    !NO_TOWN.test(fold(text)) &&
    opensReport(rest)
  );
}

const CLOSING_DASH = /^\s*(?:[-‐‑‒–—―−]{1,3}|\/|ـ)\s*$/u;
const opensReport = (rest: string) => rest.length >= SHORTEST_REST && opensWithVerb(rest);

interface Found {
  readonly role: Role;
  /** Range of the name within the words. */
  readonly from: number;
  readonly to: number;
}

function roleOf(words: string, knows: Knowledge, isOpening: boolean): Found | undefined {
  const folded = foldInPlace(words);
  const to = words.length;
  if (CAPITALS.test(folded)) return { role: "capitals", from: 0, to };
  if (areOutlets(words, knows)) return { role: "outlet", from: 0, to };
  if (NOBODY.test(folded)) return { role: "nobody", from: 0, to };
  const outlet = OF_OUTLET.exec(folded)?.[0].length ?? 0;
  if (outlet > 0 && areOutlets(words.slice(outlet), knows)) return { role: "outlet", from: outlet, to };
  if (/^خاص\s*[لب]?ـ?$/u.test(folded)) return { role: "nobody", from: 0, to };
  if (/^(?:مراسله?|موفد|مكتب)$/u.test(folded)) return { role: "nobody", from: 0, to };
  if (isOpening) return undefined;
  if (/^(?:كتبت?|تقرير|اعداد|بقلم)$/u.test(folded)) return { role: "nobody", from: 0, to };
  // «من سليم أحمد»; «من بلدة قديمة» names nobody.
  const of = /^من\s+/u.exec(folded)?.[0].length ?? 0;
  const from = OF_REPORTER.exec(folded)?.[0].length ?? (beginsWithGivenName(words.slice(of)) ? of : 0);
  return areNames(words.slice(from), knows) ? { role: "reporter", from, to } : undefined;
}

const isTown = (words: string, knows: Knowledge) => !/[،,]/u.test(words) && knows.isPlace(words);
const areTowns = (words: string, knows: Knowledge) =>
  isTown(words, knows) || isList(words, (name) => isTown(name, knows));
const areOutlets = (words: string, knows: Knowledge) =>
  knows.isOutlet(words) || isList(words, (name) => knows.isOutlet(name));

/** «بالة، مرجانة», «بالة ومرجانة» */
const isList = (words: string, isOne: (name: string) => boolean) =>
  JOINS.test(words) && words.split(BETWEEN_LISTED).every(isOne);
const JOINS = /[،,+]|\sو/;
const BETWEEN_LISTED = /\s*[،,+]\s*|\s+و\s*(?=\p{L}{2})/u;

/** Words of one name, and of one among several. */
const MOST_WORDS = 4;
const MOST_LISTED_WORDS = 3;

function areNames(words: string, knows: Knowledge): boolean {
  const names = namesIn(words);
  return names.every(({ text }) => {
    const keys = tokenize(text).map(({ key }) => key);
    return (
      keys.length >= 2 &&
      keys.length <= (names.length > 1 ? MOST_LISTED_WORDS : MOST_WORDS) &&
      /^[\p{L}\p{M}. ]*[\p{L}\p{M}]$/u.test(text) &&
      !keys[0]?.startsWith("ال") &&
      !knows.isPlace(text) &&
      !text.split(/\s+/u).some((word) => word.startsWith("و") && knows.isPlace(word.slice(1))) &&
      !keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key) || OUTLET_WORD.test(key))
    );
  });
}

const opensWithVerb = (text: string) => {
  const first = fold(/^[\s"«“]*(\S+)/u.exec(text)?.[1] ?? "");
  // «أشرف الوزير اليوم على …»; without «على» it is a name.
  return OPENING_VERBS.has(first) || (first === "اشرف" && /^[^.،:]*?\sعلى\s/u.test(text));
};

interface Standing {
  readonly isOwnLine: boolean;
  readonly isFirst: boolean;
  /** The separator in front of the text. */
  readonly closing: string;
  readonly rest: string;
  /** An outlet or a reporter's desk is quoted: «بالة: «ريح»». */
  readonly isQuoted: boolean;
  /** The line is no headline, whatever it stands on top of. */
  readonly isParagraph: boolean;
}

/** Enough of the parts to be sure, where they stand. */
function isDateline(known: readonly Known[], standing: Standing): boolean {
  const { isOwnLine, closing, rest } = standing;
  const isFirst = standing.isFirst && !standing.isParagraph;
  const count = (role: Role) => known.filter((one) => one.role === role).length;
  if (count("date") > 1 || count("outlet") > 2 || count("capitals") > 1) return false;
  const isPlaced = count("place") + count("capitals") > 0;
  const isSigned = count("outlet") + count("nobody") > 0;
  const isReported = count("reporter") > 0;
  const isDated = count("date") > 0;
  // «بالة/ سليم أحمد/ ريح» is no headline.
  if (isOwnLine && isPlaced)
    return isFirst
      ? count("outlet") > 0 && (isReported || isDated || standing.isQuoted)
      : isSigned || isReported || isDated;
  if (isOwnLine) {
    // «ريح - قصة قصيرة»: without a town the words must be a name for sure, or nothing but a name makes sense of them.
    const names = known.filter(({ role }) => role === "reporter");
    const isNamed = names.length > 0 && names.every(({ text }) => beginsWithGivenName(text));
    return !isFirst && (isNamed ? isSigned : isReported && count("nobody") > 0 && known[0]?.role === "reporter");
  }
  if (!CLOSES.test(closing) || (isFirst && closing.includes(":"))) return false;
  // Behind a day and a slash who signs may follow.
  const isDay = isDated && rest.length >= SHORTEST_REST && (!closing.includes("/") || opensWithVerb(rest));
  if (isPlaced && (isSigned || isDay)) return true;
  // «بالة - من سليم أحمد - …», «بالة - استقبل …»: a town alone needs a report's verb behind it.
  if (isPlaced && isReported && !isFirst)
    return known.every(({ role, text }) => role !== "reporter" || beginsWithGivenName(text));
  if (isPlaced && !isFirst && rest.length >= SHORTEST_REST) return opensWithVerb(rest);
  if (count("outlet") > 0 && (isReported || count("nobody") > 0)) return !isFirst;
  // «(ريح) أعلن…», «ريح - أعلن…»; a name of one word with the article may be a noun.
  const [only, ...others] = known;
  const isAlone = only?.role === "outlet" && others.length === 0 && !isFirst && rest.length >= SHORTEST_REST;
  if (isAlone && opensWithVerb(rest)) return true;
  return isAlone && (only.at[0] > 0 || (/^\s*[-‐‑‒–—―−]/u.test(closing) && !/^ال\S*$/u.test(only.text)));
}
