import {
  COMPOUND_HEADS,
  COMPOUND_TAILS,
  FORMULAS,
  GIVEN_TOO,
  HONOURS,
  KUNYA_HEADS,
  NASAB_HEADS,
  TITLE_LETTERS,
} from "../lexicon/names.ts";
import { ROLE_HEADS, ROLE_WORDS } from "../lexicon/roles.ts";
import { type Token, tokenize } from "../tokenize.ts";

/**
 * What a part of a name is. `kunya`: father or mother of somebody («أبو مازن»); `nasab`: descent («بن سلمان», «بنت
 * خالد»); `house`: a family («آل سعود»); `laqab`: a compound of praise («نور الدين», «سعد الله»); `servant`:
 * «عبد الرحمن»; `name`: any other word.
 */
export type NamePartKind = "name" | "kunya" | "nasab" | "house" | "laqab" | "servant";

export interface NamePart {
  readonly kind: NamePartKind;
  /** As written. */
  readonly text: string;
  /** Folded words, written together: «عبد الله» and «عبدالله» are one. */
  readonly key: string;
}

export interface PersonName {
  /** Titles and honours before the name, as written; absent when there are none. */
  readonly title?: string;
  /** The name without them, as written; it starts at `start` of the text and ends at `end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly NamePart[];
}

/**
 * A person's name into its titles and parts: «الدكتور أبو بكر عبد الله بن سالم» is a title, a kunya, a servant's name
 * and a descent. Text that holds titles only has an empty name, except that the last word always stays: «السيد» may be
 * a given name, «الشيخ» a family's.
 */
export function parseName(text: string): PersonName {
  const words = tokenize(text);
  const from = titleEnd(text, words);
  const to = formulaStart(words, from);
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return { text: "", start: 0, end: 0, parts: [] };
  const title = text.slice(0, first.start).trim();
  return {
    ...(from > 0 && { title }),
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    parts: partsOf(text, words.slice(from, to)),
  };
}

/** The name without its titles and formulas, as written. */
export function withoutTitles(text: string): string {
  const words = tokenize(text);
  const from = titleEnd(text, words);
  const to = formulaStart(words, from);
  return from === 0 && to === words.length ? text : text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
}

/** Words of titles at the start; the last word of all is always the name's. */
function titleEnd(text: string, words: readonly Token[]): number {
  let at = 0;
  while (at < words.length - 1) {
    const { key, end } = words[at] as Token;
    const isLetter = TITLE_LETTERS.has(key) && /^\s*[./]/u.test(text.slice(end, end + 2));
    if (!isLetter && !isTitleWord(key, words[at + 1]?.key ?? "", at > 0)) break;
    // «السيد» before a last word may be a given name: «السيد البدوي».
    if (key === "السيد" && at === words.length - 2) break;
    at++;
  }
  return at;
}

function isTitleWord(key: string, next: string, hasTitle: boolean): boolean {
  if (hasTitle && ROLE_WORDS.has(key)) return true;
  if (!HONOURS.has(key) && !ROLE_HEADS.has(key)) return false;
  // «أمين الحسيني», «فضيلة الفاروق» are names; «أمين عام», «فضيلة الشيخ» are not.
  return !GIVEN_TOO.has(key) || HONOURS.has(next) || ROLE_HEADS.has(next) || ROLE_WORDS.has(next);
}

function formulaStart(words: readonly Token[], from: number): number {
  for (let at = from + 1; at < words.length; at++) {
    const follows = (formula: readonly string[]) => formula.every((word, i) => words[at + i]?.key === word);
    if (FORMULAS.some(follows)) return at;
  }
  return words.length;
}

function partsOf(text: string, words: readonly Token[]): NamePart[] {
  const parts: NamePart[] = [];
  for (let at = 0; at < words.length; ) {
    const { kind, length } = partAt(words, at);
    const taken = words.slice(at, at + length);
    const [first, last] = [taken[0] as Token, taken.at(-1) as Token];
    parts.push({ kind, text: text.slice(first.start, last.end), key: taken.map(({ key }) => key).join("") });
    at += length;
  }
  return parts;
}

function partAt(words: readonly Token[], at: number): { kind: NamePartKind; length: number } {
  const key = words[at]?.key ?? "";
  const isLast = at + 1 >= words.length;
  if (!isLast && KUNYA_HEADS.has(key)) return { kind: "kunya", length: 1 + partAt(words, at + 1).length };
  if (!isLast && NASAB_HEADS.has(key)) return { kind: "nasab", length: 1 + partAt(words, at + 1).length };
  if (!isLast && key === "ال") return { kind: "house", length: 2 };
  const next = words[at + 1]?.key ?? "";
  if (key === "عبد" && next !== "") return { kind: "servant", length: 2 };
  if (/^عبدال./u.test(key)) return { kind: "servant", length: 1 };
  if (COMPOUND_TAILS.has(next) || (COMPOUND_HEADS.has(key) && /^ال./u.test(next))) return { kind: "laqab", length: 2 };
  return { kind: "name", length: 1 };
}

/** How the parts of one name lie in another's. */
export type Containment = "same" | "shorter" | "none";

/**
 * Whether `short` can be a shorter form of `long`: its parts stand in it in the same order («محمد الحداد» of «محمد بن
 * سالم الحداد»), a descent may be named or left out («سالم» of «بن سالم» is another man), and the last part is one
 * that people are called by.
 */
export function isShorterForm(short: readonly NamePart[], long: readonly NamePart[]): Containment {
  if (short.length === 0 || short.length > long.length) return "none";
  let from = 0;
  for (const part of short) {
    const at = long.findIndex((other, i) => i >= from && other.key === part.key);
    if (at < 0) return "none";
    from = at + 1;
  }
  return short.length === long.length ? "same" : "shorter";
}
