import { NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { fieldOf } from "./lexicon.ts";
import { triggerBit } from "./triggers.ts";
import type { ReadSentence, WordRange } from "./types.ts";

const LONGEST_LINE = 14;
const LONGEST_NAME = 5;
/** A word that says what an organisation is, or that something is said, is no reporter's. */
const NOT_A_REPORTER = triggerBit("orgHead") | triggerBit("media") | triggerBit("speech") | triggerBit("act");

/**
 * The line a paper signs with, «بيروت: فلان الفلاني» or «بيروت - فلان وفلان»: nothing stands in it but a place, a mark
 * and reporters. The reporters are people, whatever their names look like; a place told after them stays out.
 */
export function readByline({ words, phrases, tags }: ReadSentence, sentence: number): WordRange[] {
  if (words.length > LONGEST_LINE) return [];
  const mark = words.findIndex(({ key }) => key === ":" || key === "-" || key === "–" || key === "/");
  if (mark < 1 || mark > 4 || words.length - mark < 3) return [];
  const isPlace = (i: number) => tags[i] === 3 || tags[i] === 4 || isPlacePhrase(phrases[i] as number);
  for (let i = 0; i < mark; i++) if (!isPlace(i)) return [];
  const people: WordRange[] = [];
  let first = mark + 1;
  for (let i = first; i <= words.length; i++) {
    const word = words[i];
    const joins = word !== undefined && i > first + 1 && isJoined(word);
    if (word !== undefined && !joins) {
      if (word.isMark || /\p{N}/u.test(word.key) || word.triggers & NOT_A_REPORTER || NOT_IN_NAMES.has(word.key))
        return [];
      continue;
    }
    if (i - first < 2 || i - first > LONGEST_NAME) return [];
    people.push({ type: "person", sentence, first, last: i - 1, confidence: 0.95, rule: "press:byline" });
    first = i;
  }
  return people;
}

/** «وفلان»: the name is known without its «و» and not with it. */
function isJoined(word: ReadSentence["words"][number]): boolean {
  const { key, bare, value } = word;
  return key.startsWith("و") && bare.length === 1 && fieldOf(value, "given") > 0;
}

/** A phrase of the lists that may be a place. */
function isPlacePhrase(code: number): boolean {
  return ((code >> 2) & 6) !== 0;
}
