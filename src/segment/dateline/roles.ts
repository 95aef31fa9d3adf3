import { NEWS_VERBS, NOT_IN_NAMES } from "../../arabic/lexicon/function-words.ts";
import { OUTLET_WORD } from "../../arabic/lexicon/outlet-words.ts";
import { beginsWithGivenName, namesIn } from "../../arabic/names/listed.ts";
import { foldInPlace } from "../../arabic/normalize.ts";
import { tokenize } from "../../arabic/tokenize.ts";
import type { Span } from "../../model/span.ts";
import type { Knowledge } from "../knowledge.ts";
import { MASKED, type Piece } from "./pieces.ts";

/** Towns without a name: «عواصم». */
const CAPITALS = /^(?:عواصم|عواصم عالميه|عواصم ووكالات)$/;
/** Reporters and agencies without a name, folded. */
export const NOBODY =
  /^(?:(?:من\s+)?(?:مراسلنا|مراسلتنا|مراسلونا|مراسلينا|موفدنا)|خاص|وكالات(?:\s+ال?انباء)?|الوكالات|متابعات|متابعه|رصد)$/u;
/** Before the name of an outlet: «وكالة», «مكتب», «خاص لـ»; not «قناة», which is part of names. */
const OF_OUTLET =
  /^(?:(?:من\s+)?(?:وكاله(?:\s+ال?انباء)?|صحيفه|جريده|مجله|موقع|شبكه|مكتب|مراسله?|مراسلو|موفد|خاص(?:\s+[لب]ـ?)?)(?:\s+|(?<=ـ)))+/u;
/** Before the name of a reporter. */
export const OF_REPORTER =
  /^(?:(?:من\s+)?(?:مراسلنا|مراسلتنا|موفدنا|مراسله?|موفد)|كتبت?|كتب\s+ل|تقرير|اعداد|بقلم|تحقيق|حوار)(?:\s+في)?\s+/u;

/** What a piece of a dateline may be. */
export type Role = "place" | "date" | "outlet" | "reporter" | "nobody" | "capitals";

/** A piece that is known for what it is. */
export interface Known extends Piece {
  readonly role: Role;
}

/** What a piece holds, in order, or undefined when it is anything else. */
export function partsOf(piece: Piece, text: string, knows: Knowledge): Known[] | undefined {
  const date = MASKED.exec(piece.text);
  if (date !== null) {
    const at: Span = [piece.at[0] + date.index, piece.at[0] + date.index + date[0].length];
    const day: Known = { role: "date", text: text.slice(...at), at };
    const words = piece.text.slice(0, date.index).replace(/[\s،,]*(?:(?:^|\s)في)?[\s،,]*$/u, "");
    const behind = piece.text.slice(date.index + date[0].length).replace(/^[\s،,]*(?:م(?!\p{L}))?[\s،,]*/u, "");
    const before = words === "" ? [] : besideDay(words, piece.at[0], knows);
    const after = behind === "" ? [] : besideDay(behind, piece.at[1] - behind.length, knows);
    // «بالة 5 مايو 2021 ريح»: what signs stands behind the day.
    if (before === undefined || after === undefined || after[0]?.role === "place") return undefined;
    return [...before, day, ...after];
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

/** The towns or outlets beside a day, «بالة 5 مايو 2021», «ريح، 5 مايو 2021»; undefined for anything else. */
function besideDay(words: string, start: number, knows: Knowledge): Known[] | undefined {
  const text = words.replace(/[\s،,]+$/u, "");
  const role = areTowns(text, knows) ? "place" : areOutlets(text, knows) ? "outlet" : undefined;
  return role && [{ role, text, at: [start, start + text.length] }];
}

interface Found {
  readonly role: Role;
  /** Range of the name within the words. */
  readonly from: number;
  readonly to: number;
}

/** What the words are, wholly; of an opening (`isOpening`) no reporter is asked for. */
export function roleOf(words: string, knows: Knowledge, isOpening: boolean): Found | undefined {
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

/** The words are one place. */
export const isTown = (words: string, knows: Knowledge) => !/[،,]/u.test(words) && knows.isPlace(words);
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

/** The words are names of people by their form. */
export function areNames(words: string, knows: Knowledge): boolean {
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
