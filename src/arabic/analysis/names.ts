import { HIJRI_MONTHS, MONTHS } from "../lexicon/months.ts";
import { foldWord } from "./fold.ts";
import type { Forms } from "./forms.ts";
import { words } from "./tokenizer.ts";

/** Names of one thing; the first is the one the others are found under. */
export type Synonyms = readonly string[];

/** Names by their letters without blanks: «شي جين بينغ» and «شي جينبينغ» are one. */
export interface Names {
  /** Letters → keys. */
  readonly keys: Forms;
  /** The words of the longest name. */
  readonly longest: number;
  /** Beginnings of names of several words, to give up early. */
  readonly openings: ReadonlySet<string>;
}

/** Month names that are common words or names of persons as well: «ماي», «جوان», «آب», «مارس». Both are kept. */
const AMBIGUOUS = new Set(["ماي", "جوان", "اوت", "اب", "مارس", "صفر", "رجب", "شعبان", "محرم", "المحرم"]);

/** The months, and the names of an archive as its authority files give them. */
export function makeNames(synonyms: readonly Synonyms[] = []): Names {
  const keys = new Map<string, readonly string[]>();
  const openings = new Set<string>();
  let longest = 2;
  const add = (name: string, key: string, own: readonly string[] = []) => {
    const parts = words(name).map(foldWord);
    const letters = lettersOf(name);
    if (letters === "") return;
    keys.set(letters, [...new Set([...own, ...(keys.get(letters) ?? []), key])]);
    longest = Math.max(longest, parts.length);
    if (parts.length > 1) openings.add(parts[0] as string);
  };
  for (const months of [MONTHS, HIJRI_MONTHS])
    for (const names of months)
      for (const name of names) {
        const ambiguous = AMBIGUOUS.has(name) || (months === HIJRI_MONTHS && !name.includes(" "));
        add(name, lettersOf(names[0] as string), ambiguous ? [name] : []);
      }
  for (const group of synonyms) {
    const key = lettersOf(group[0] ?? "");
    // A name of one word is still found by that word: «بيجينغ» under «بكين» and under itself.
    for (const name of group) if (key !== "") add(name, key, words(name).length === 1 ? [lettersOf(name)] : []);
  }
  return { keys, longest, openings };
}

/** The letters of a name without what stands between them; of a single word without its article, as words are indexed. */
export function lettersOf(name: string): string {
  const parts = words(name);
  const [only = ""] = parts;
  return parts.length === 1 ? foldWord(only.replace(/^[اٱ]ل(?=..)/, "")) : parts.map(foldWord).join("");
}
