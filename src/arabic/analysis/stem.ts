import { stripEndings } from "./endings.ts";
import { foldWord } from "./fold.ts";
import { type Forms, forms, irregularKey } from "./forms.ts";

/** What one word is looked for by. */
export interface Stemmed {
  /** At least one; likeliest first. */
  readonly keys: readonly string[];
  /** The word's letters, folded: two words with one are written alike. */
  readonly form: string;
}

const ARTICLE = /^[وف]?(?:[بك]?[اٱ]ل|لل)(?=..)/;
/** Conjunction, preposition or both; the future س before a verb. */
const PARTICLES = [/^[وف]/, /^[بكل]/, /^[وف][بكل]/, /^[وف]?س(?=[يتنا])/] as const;
/** As many letters an unknown word must keep for its first one to be taken for a particle. */
const ENOUGH = 4;

/**
 * Stems of an Arabic word: particles off the front, endings off the back, as far as the lexicon knows what remains.
 * Of an unknown word every reading is kept, so that either form of it finds the other. `names` are words that are
 * known besides (the names of the archive), in `foldWord`'s letters.
 */
export function stemWord(word: string, names?: Forms): Stemmed {
  const lexicon = lexiconWith(names);
  const raw = word.replace(/[\u064B-\u065F\u0670\u0640\u200C\u200D]/g, "");
  const form = foldWord(raw);
  const isFeminine = /[ةۀە]$/.test(raw);
  const strip = (rest: string) => stripEndings(rest, isFeminine, lexicon);
  const irregular = irregularKey(raw);
  if (irregular) return { keys: [irregular], form };
  const whole = strip(form);
  if (whole.isKnown) return { keys: whole.keys, form };

  // «أل» with its hamza belongs to the word (ألعاب); written without one it is the article unless the word is known.
  const article = ARTICLE.exec(raw)?.[0];
  if (article) {
    const rest = form.slice(article.length);
    // ل before «ال» and a word that begins with ل: three are written as two (للجنة).
    const doubled = article.endsWith("لل") ? strip(`ل${rest}`) : undefined;
    const plain = strip(rest);
    const keys = doubled?.isKnown ? [...doubled.keys, ...(plain.isKnown ? plain.keys : [])] : plain.keys;
    return { keys: distinct(keys), form };
  }
  const readings = PARTICLES.flatMap((particle) => {
    const length = particle.exec(form)?.[0].length ?? 0;
    return length > 0 && form.length - length >= 2
      ? [{ rest: form.slice(length), stems: strip(form.slice(length)) }]
      : [];
  });
  const known = readings.filter(
    ({ rest, stems }) => stems.isKnown && (rest.length >= 3 || rest.length >= form.length - 1),
  );
  if (known.length > 0) return { keys: distinct(known.slice(0, 1).flatMap(({ stems }) => stems.keys)), form };
  const guessed = readings.filter(({ rest }) => rest.length >= ENOUGH && rest.length === form.length - 1);
  return { keys: distinct([...whole.keys, ...guessed.flatMap(({ stems }) => stems.keys)]), form };
}

function lexiconWith(names: Forms | undefined): Forms {
  const table = forms();
  if (!names) return table;
  return { get: (word: string) => names.get(word) ?? table.get(word) } as Forms;
}

const distinct = (keys: readonly string[]) => [...new Set(keys)];
