import { ARABIC_GIVEN_NAMES } from "../lexicon/names.ts";
import { fold } from "../normalize.ts";

/** Given names, folded, that begin with the letter of «and», besides those of the general list. */
const WITH_WAW: ReadonlySet<string> = new Set(
  "وفاء وداد ورد ورده وعد وفيق وهبي وهيب وضاح ولاء وسن وجد ونيس وردان".split(" "),
);
const SEPARATOR = /\s*[،,]\s*|\s+(?=و\s*\p{L}{2})/gu;

export interface ListedName {
  readonly text: string;
  /** Offset in the words given. */
  readonly start: number;
}

/**
 * The names of a line of authors: «سليم أحمد، سلمى نور», «سليم أحمد وسلمى نور». «و» parts two names only where each
 * has two words or more and the word is not a name that begins with it («وليد»).
 */
export function namesIn(words: string): ListedName[] {
  const found: ListedName[] = [];
  let start = 0;
  const add = (end: number) => {
    const own = words.slice(start, end);
    const text = own.replace(/^و\s*/u, (and) => (start > 0 && isJoined(words, start) ? "" : and)).trim();
    if (text !== "") found.push({ text, start: words.indexOf(text, start) });
  };
  for (const { 0: separator, index } of words.matchAll(SEPARATOR)) {
    const next = index + separator.length;
    const isComma = /[،,]/u.test(separator);
    if (!isComma && !(isJoined(words, next) && /\S\s+\S/u.test(words.slice(start, index)))) continue;
    add(index);
    start = next;
  }
  add(words.length);
  return found;
}

/** True when the word at an offset is «و» with another name of two words. */
function isJoined(words: string, offset: number): boolean {
  const [first = "", second] = words.slice(offset).split(/[،,]/u)[0]?.trim().split(/\s+/u) ?? [];
  if (first === "و") return second !== undefined;
  return (
    first.startsWith("و") && second !== undefined && !ARABIC_GIVEN_NAMES.has(fold(first)) && !WITH_WAW.has(fold(first))
  );
}

/** «عبد الإله»: a given name of two words, whichever of the names of God the second is. */
const SERVANT = /^عبد\s+ال\S{2}/u;

/** True when the first word is a given name that is known as one. */
export const beginsWithGivenName = (name: string): boolean =>
  ARABIC_GIVEN_NAMES.has(fold(/\S+/.exec(name)?.[0] ?? "")) || (name.startsWith("عبد") && SERVANT.test(name));
