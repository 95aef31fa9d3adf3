import { fold } from "../normalize.ts";
import { nameKeysOfLatin } from "./latin.ts";
import { looseNameKey } from "./loose.ts";
import { OTHER_LETTERS } from "./sound.ts";

/** Words of a name as they are compared when one looks for it: letters folded, without the article ال. */
export function wordsSought(text: string): string[] {
  const words = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`;
  return words
    .replaceAll(/ ال(?=\S{2})/g, " ")
    .split(" ")
    .filter((word) => word !== "");
}

/** What the words of a name begin with, each once: under these letters it is looked for. */
export function initialsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => wordsSought(name).map(initial)))];
}

/** Letters under one of which every name stands that may be meant by what is typed; none when nothing is typed. */
export function initialsSought(typed: string): string[] {
  const [first] = wordsSought(typed);
  if (first === undefined) return [];
  const sounds = OTHER_LETTERS.test(typed) ? nameKeysOfLatin(typed).map(initial) : [];
  return [...new Set([initial(first), ...sounds.flatMap((sound) => LETTERS_OF.get(sound) ?? [])])];
}

const initial = (word: string) => String.fromCodePoint(word.codePointAt(0) as number);

/** Letters that a word may begin with, and those that make another sound of it: «تش», «دج», «تس». */
const LETTERS = Array.from("ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي");
const NEXT = Array.from("اشجس");

/** First sound of a loose key → the letters that names of this key begin with. «ابن» sounds as «بن» does. */
const LETTERS_OF = new Map<string, string[]>([["b", ["ا"]]]);
for (const letter of LETTERS)
  for (const next of NEXT) {
    const [sound = ""] = looseNameKey(`${letter}${next}ب`);
    const letters = LETTERS_OF.get(sound) ?? [];
    if (!letters.includes(letter)) LETTERS_OF.set(sound, [...letters, letter]);
  }
