import { ARABIC_GIVEN_NAMES, COMPOUND_HEADS, KUNYA_HEADS, NASAB_HEADS } from "../lexicon/names.ts";
import { tokenize } from "../tokenize.ts";
import { withoutTitles } from "./parse.ts";

/**
 * The strict key of a person's name: two written forms with one key are spellings of one name, as far as spelling can
 * tell. Titles do not count; nor do hamza, alef, ya and ta marbuta, marks, doubled letters, hyphens, or where a name
 * is parted («شي جينبينغ», «شي جين بينغ»; «عبدالله»). In foreign names غ, ج, ق and گ write one sound, as do ت and ط,
 * س and ص, ث and ت do not: «سميث» is not «سميت». Vowels count, see `looseNameKey`.
 *
 * Empty for a text without a word.
 */
export function nameKey(name: string): string {
  const words = wordsOfName(name);
  const letters = isArabicName(words) ? spelling(words) : foreignSpelling(wordsOfName(name.replaceAll("گ", "غ")));
  return letters.replace(/(\P{N})\1+/gu, "$1");
}

/** Marks «آل سعود», which is not «السعود». No letter, so that no name can spell it. */
const HOUSE = "~";

function spelling(words: readonly string[]): string {
  return words.map((word, at) => spellingOf(word, at, words)).join("");
}

function spellingOf(word: string, at: number, words: readonly string[]): string {
  if (word === "ابن") return "بن";
  if (word === "ال") return HOUSE;
  // A kunya takes its case: أبو, أبا, أبي.
  const isKunya = (word === "ابا" || word === "ابي") && at + 1 < words.length;
  if (isKunya) return "ابو";
  // «رءوف» is «رؤوف»: inside a name a hamza's seat is a matter of school; at the end it tells علاء from علا.
  return word.replace(words[at + 1] === "الدين" ? /(?<=.)ء/gu : /(?<=.)ء(?=.)/gu, "");
}

/** Letters that foreign names have in Arabic script by mistake only. */
const ARABIC_LETTERS = /[عحضظذ]/;

/** True for a name that follows Arabic spelling: by its given names, its articles or letters no other language has. */
export function isArabicName(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      ARABIC_GIVEN_NAMES.has(word) ||
      ARABIC_LETTERS.test(word) ||
      (at > 0 && /^ال./u.test(word)) ||
      word === "ال" ||
      (at + 1 < words.length && (KUNYA_HEADS.has(word) || NASAB_HEADS.has(word) || COMPOUND_HEADS.has(word))),
  );
}

const FOREIGN: Readonly<Record<string, string>> = { ج: "غ", ق: "غ", ط: "ت", ص: "س" };

/** `words`: with گ, which folding makes ك, as غ. */
function foreignSpelling(words: readonly string[]): string {
  return spelling(words).replace(/[جقطص]/gu, (letter) => FOREIGN[letter] as string);
}

/** A name's words, folded, without titles: what keys and comparisons are made of. */
export function wordsOfName(name: string): string[] {
  return tokenize(withoutTitles(name)).map(({ key }) => key);
}
