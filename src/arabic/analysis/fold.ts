import { fold } from "../normalize.ts";

/** Marks that `fold` drops, but inside a word nothing else: their place does not matter here. */
const FINAL_HAMZA = /(?<=..ا)ء$/;
const AFTER_CONSONANT = /(?<=[^اويء])ئ$/;

/**
 * Char filter: one word to the letters that are compared. Beyond `fold`: compatibility forms (ﻻ, Ａ), the seats of
 * hamza that hands disagree about (مسؤول and مسئول, جزء and جزئ, سماء and سما) and accents of Latin letters.
 */
export function foldWord(word: string): string {
  // Most words are plain Arabic: the two normalizations of Unicode would find nothing in them.
  const plain = PLAIN.test(word) ? word : word.normalize("NFKC");
  const seated = plain
    .replace(/ئ(?=و)|ء(?=و)/g, "و")
    .replace(AFTER_CONSONANT, "ء")
    .replace(/ء(?=ة)/g, "ي");
  const folded = fold(seated).replace(FINAL_HAMZA, "");
  return OTHER_LETTERS.test(folded) ? foldOthers(folded) : folded;
}

function foldOthers(word: string): string {
  const bare = word.normalize("NFD").replace(/\p{Mn}/gu, "");
  return bare.replace(/[\u0430-\u0454]/g, (letter) => CYRILLIC[letter] ?? letter);
}

/** Russian letters in Latin ones, as the press writes names (BGN/PCGN without marks): «Путин» is Putin. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya є=ye"
    .split(" ")
    .map((pair) => pair.split("=")),
);

const PLAIN = /^[\u0621-\u063A\u0640-\u0652]*$/;
const OTHER_LETTERS = /[\u00C0-\u024F\u1E00-\u1EFF\u0370-\u04FF]/;
