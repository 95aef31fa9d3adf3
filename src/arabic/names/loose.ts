import { isArabicName, wordsOfName } from "./key.ts";
import { withoutTitles } from "./parse.ts";

/**
 * The loose key of a name in Arabic script: its consonants in classes of sound, without vowels, h inside, the article
 * and parting. It only suggests: «ترامب» and «ترمب», «بلينكن» and «بلينكين» share one, and
 * so may two people. `nameKeysOfLatin` gives keys of the same kind for names in Latin letters.
 *
 *     a vowel at the start   b ب پ   d د ض ذ ظ   f ف ڤ   h ه ح at the start   k ك ق ج غ گ   l m n r   s س ص تس
 *     t ت ط ث   w, y at the start   x خ   c ش تش چ   z ز ژ
 *
 * Empty for a name without a consonant, or in another script.
 */
export function looseNameKey(name: string): string {
  const words = wordsOfName(name.replaceAll("چ", "تش"));
  // «ألبرت» begins with the letters of the article only when folded.
  const isArabic = isArabicName(words) && withoutTitles(name).trimStart().startsWith("ا");
  const joined = words.map((word, at) => (at > 0 || isArabic ? withoutArticle(word) : word)).join("");
  if (!/[\u0621-\u064A]/u.test(joined)) return "";
  const letters = joined
    .replace(/^عبدال/u, "عبد")
    .replace(/(?<=..)ال(?=دين$|له$)/gu, "")
    .replace(/(.)\1+/gu, "$1");
  const first = FIRST[letters[0] as string] ?? "";
  const rest = first === "" ? letters : letters.slice(1);
  return first + sounds(rest);
}

function withoutArticle(word: string): string {
  if (word === "ابن") return "بن";
  return /^ال.../u.test(word) ? word.slice(2) : word;
}

const FIRST: Readonly<Record<string, string>> = { ا: "a", ع: "a", ء: "a", و: "w", ي: "y", ه: "h", ح: "h" };

const PAIRS = /تش|دج|تس/gu;
const PAIR: Readonly<Record<string, string>> = { تش: "ش", دج: "ج", تس: "س" };

const CLASS: Readonly<Record<string, string>> = {
  ب: "b",
  ف: "f",
  ت: "t",
  ط: "t",
  ث: "t",
  د: "d",
  ض: "d",
  ذ: "d",
  ظ: "d",
  ز: "z",
  س: "s",
  ص: "s",
  ش: "c",
  ج: "k",
  غ: "k",
  ق: "k",
  ك: "k",
  خ: "x",
  ر: "r",
  ل: "l",
  م: "m",
  ن: "n",
};

/** Classes of sound; a class written twice without a vowel between is one consonant («تشانغ قاو»). */
function sounds(letters: string): string {
  const single = letters.replace(PAIRS, (pair) => PAIR[pair] as string);
  return Array.from(single, (letter) => CLASS[letter] ?? "-")
    .join("")
    .replace(/(.)\1+/gu, "$1")
    .replaceAll("-", "");
}
