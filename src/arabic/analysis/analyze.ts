import { foldWord } from "./fold.ts";
import { lettersOf, type Names } from "./names.ts";
import { stemWord } from "./stem.ts";
import { type Chunk, chunks, words } from "./tokenizer.ts";

/** One chunk of a text with what it is found by. */
export interface AnalyzedChunk extends Chunk {
  readonly words: readonly AnalyzedWord[];
  /** Keys of names this chunk is a part of. */
  readonly names: readonly string[];
}

export interface AnalyzedWord {
  /** Likeliest first, at least one. */
  readonly keys: readonly string[];
  /** Folded letters as written. */
  readonly form: string;
}

/** Analyzes many texts with the same names; a word met before is not worked out again. */
export interface Analyzer {
  analyze(text: string): AnalyzedChunk[];
  readonly names: Names;
}

/** Words a name joins with the next one, whatever that is: عبد (before ال only), أبو in its cases. */
const JOINS = /^(?:عبد|ابو|ابي|ابا)$/;
const ARABIC = /\p{Script=Arabic}/u;
const DIGIT = /\p{Nd}/u;
/** Words remembered: a large archive has a few hundred thousand. */
const MOST_REMEMBERED = 400_000;

/** The analyzer of the search: the same for what is indexed, what is typed and what is marked. */
export function makeAnalyzer(names: Names): Analyzer {
  const known = new Map<string, readonly AnalyzedWord[]>();
  const analyzeChunk = (text: string): readonly AnalyzedWord[] => {
    const before = known.get(text);
    if (before) return before;
    const analyzed = analyzeWords(text, names);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, analyzed);
    return analyzed;
  };
  return {
    names,
    analyze: (text) => {
      const found = chunks(text).map((chunk) => ({ ...chunk, words: analyzeChunk(chunk.text), names: [] as string[] }));
      markNames(found, names);
      return found;
    },
  };
}

function analyzeWords(text: string, names: Names): AnalyzedWord[] {
  const parts = words(text);
  return parts.flatMap((word, index) => {
    const form = foldWord(word);
    if (form === "") return [];
    if (!ARABIC.test(word) || DIGIT.test(word)) return [plainWord(form, names)];
    // «لـGoogle», «الـ37»: a particle written on its own before another script.
    if (index + 1 < parts.length && /^[وف]?(?:[بكل]|ال|[بك]ال|لل)?$/.test(form) && parts.length > 1) return [];
    return [stemWord(word, names.keys)];
  });
}

function plainWord(form: string, names: Names): AnalyzedWord {
  const number = form.replace(/[٫٬,]/g, (mark) => (mark === "٫" ? "." : ""));
  const letters = /\p{Nd}/u.test(form) ? number : form.replace(/['’.]/g, "");
  return { keys: names.keys.get(letters) ?? [letters], form: letters };
}

type Marked = AnalyzedChunk & { readonly names: string[] };

/** Notes on every chunk of a name of several words the key of the whole, so that any spacing of it is found. */
function markNames(found: readonly Marked[], names: Names): void {
  for (let start = 0; start < found.length; start++) {
    const first = found[start] as Marked;
    const opening = first.words.at(-1);
    if (!opening || first.words.length === 0) continue;
    // Latin names written with a hyphen: Al-Jazeera is aljazeera as well.
    if (first.words.length > 1 && !ARABIC.test(first.text) && !DIGIT.test(first.text))
      note([first], lettersOf(first.text));
    for (const open of openingsOf(first, opening, names)) joinFrom(found, start, open, names);
  }
}

/** The letters a name may begin with here: those of the chunk, without the particle before them too. */
function openingsOf(chunk: Marked, word: AnalyzedWord, { openings }: Names): string[] {
  const forms =
    chunk.words.length > 1 ? [word.form] : [word.form, word.form.replace(/^[وف]?[بكل]?(?=..)/, ""), word.form.slice(1)];
  return [...new Set(forms)].filter((form) => openings.has(form) || JOINS.test(form));
}

function joinFrom(found: readonly Marked[], start: number, opening: string, { keys, longest }: Names): void {
  let letters = opening;
  for (let end = start + 1; end < found.length && end - start < longest; end++) {
    const part = found[end] as Marked;
    // A mark of punctuation between two words keeps them apart.
    if (part.words.length === 0 || /[،؛:.!؟»”)\]]$/.test((found[end - 1] as Marked).text)) return;
    letters += (part.words[0] as AnalyzedWord).form;
    const key = keys.get(letters);
    if (key) for (const one of key) note(found.slice(start, end + 1), one);
    else if (end === start + 1 && JOINS.test(opening) && (opening !== "عبد" || part.text.startsWith("ال")))
      note(found.slice(start, end + 1), letters);
    if (part.words.length > 1) return;
  }
}

function note(parts: readonly Marked[], key: string): void {
  for (const { names } of parts) if (!names.includes(key)) names.push(key);
}
