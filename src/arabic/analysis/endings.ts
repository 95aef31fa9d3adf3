import type { Forms } from "./forms.ts";

/** The stems a word without particles may be a form of, and whether the lexicon knows them. */
export interface Stems {
  readonly keys: readonly string[];
  readonly isKnown: boolean;
}

/** Pronouns at the end of a noun or verb, longest first. */
const PRONOUNS = ["هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه"] as const;
/** Nouns of action of the derived stems take ات without ever having had a ة (اجتماعات of اجتماع, تصريحات of تصريح). */
const NOUN_OF_ACTION = /^(?:ا[^او].?ت.?[^ا]ا.|ا..ا.?|است.+ا.?|ان..ا.|ت..ي.|ت.ا..)$/;

/**
 * Token filter: endings. A stem of the lexicon decides; otherwise all that the letters allow is given, likeliest
 * first. `isFeminine`: the last letter was written ة, so it is no pronoun.
 */
export function stripEndings(word: string, isFeminine: boolean, lexicon: Forms): Stems {
  const known = lexicon.get(word);
  if (known) return { keys: known, isKnown: true };
  const found = knownStems(word, isFeminine, lexicon);
  return found ? { keys: found, isKnown: true } : { keys: guess(word, isFeminine), isKnown: false };
}

function knownStems(word: string, isFeminine: boolean, lexicon: Forms): readonly string[] | undefined {
  const inLexicon = (stems: readonly string[]) => {
    for (const stem of stems) {
      const keys = stem.length >= 2 ? lexicon.get(stem) : undefined;
      if (keys) return keys;
    }
    return undefined;
  };
  if (isFeminine) return word.endsWith("يه") ? nisba(word, lexicon) : undefined;
  const counted = inLexicon(withoutNumber(word));
  if (counted) return counted;
  for (const pronoun of PRONOUNS) {
    if (!word.endsWith(pronoun)) continue;
    for (const base of beforePronoun(word.slice(0, -pronoun.length))) {
      if (base.length < 2) continue;
      const bare = lexicon.get(base) ?? [];
      // «بلدينا»: the base may be an adjective or a dual.
      const counted = bare.length > 0 && !base.endsWith("ي") ? [] : (inLexicon(withoutNumber(base)) ?? []);
      if (bare.length + counted.length > 0) return [...new Set([...bare, ...counted])];
    }
  }
  return word.endsWith("ا") ? inLexicon([word.slice(0, -1)]) : undefined;
}

/** دولية beside دولي: the feminine of an adjective is looked for under the masculine, when that is a known word. */
function nisba(word: string, lexicon: Forms): readonly string[] | undefined {
  const masculine = lexicon.get(word.slice(0, -1));
  return masculine ? [...masculine, word] : undefined;
}

/** Without the endings of dual and sound plural, also before a pronoun (بلدينا, مسؤوليهم). */
function withoutNumber(word: string): string[] {
  const cut = (letters: number) => word.slice(0, -letters);
  if (word.endsWith("تان") || word.endsWith("تين")) return [`${cut(3)}ه`, cut(2)];
  if (word.endsWith("ات")) return [`${cut(2)}ه`, cut(2), ...(word.endsWith("وات") ? [`${cut(3)}ا`] : [])];
  if (/(?:ان|ين|ون|وا)$/.test(word)) return [cut(2)];
  if (word.endsWith("تي") || word.endsWith("تا")) return [`${cut(2)}ه`, cut(1)];
  return /[يو]$/.test(word) ? [cut(1)] : [];
}

/** ة opens to ت, ى to ا, and a final hamza takes a seat: حكومته, مستواه, وزراؤها. */
function beforePronoun(base: string): string[] {
  if (base.endsWith("ت")) return [`${base.slice(0, -1)}ه`, base];
  if (/ا[وي]$/.test(base)) return [base.slice(0, -1), base];
  if (base.endsWith("ا")) return [base, `${base.slice(0, -1)}ي`];
  return [base];
}

/** What the endings of an unknown word allow. Short words are left alone: most of them are names. */
function guess(word: string, isFeminine: boolean): string[] {
  const cut = (letters: number) => word.slice(0, -letters);
  if (isFeminine) return word.length >= 5 && word.endsWith("يه") ? [word, cut(1)] : [word];
  const pronoun = PRONOUNS.find((ending) => word.endsWith(ending) && word.length - ending.length >= 3);
  if (pronoun) {
    const [first = word, ...others] = beforePronoun(cut(pronoun.length));
    const stems = pronoun === "ه" ? [word, first, ...others] : [...guess(first, false), ...others, word];
    return [...new Set(stems)].slice(0, 3);
  }
  if (word.length < 5) return [word];
  if (word.endsWith("ات")) return NOUN_OF_ACTION.test(cut(2)) ? [cut(2)] : [`${cut(2)}ه`, cut(2)];
  if (/ت[اي]ن$/.test(word) && word.length >= 6) return [`${cut(3)}ه`, word];
  if (/(?:ين|ون)$/.test(word)) return [cut(2), word];
  if (word.endsWith("ان")) return [cut(2), word];
  if (word.endsWith("وا")) return [cut(2), word];
  return word.endsWith("ت") ? [word, cut(1)] : [word];
}
