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
  const known = new Map<string, Entry>();
  const enter = (text: string): Entry => {
    const before = known.get(text);
    if (before) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const entry = makeEntry(text, names);
    known.set(text, entry);
    return entry;
  };
  return {
    names,
    analyze: (text) => {
      const entries: Entry[] = [];
      const found: Marked[] = [];
      for (const { text: chunk, start, end } of chunks(text)) {
        const entry = enter(chunk);
        entries.push(entry);
        found.push({ text: chunk, start, end, words: entry.words, names: entry.names });
      }
      for (const [start, { openings }] of entries.entries())
        for (const open of openings) joinFrom(found, start, open, names);
      return found;
    },
  };
}

/** What is known of a chunk wherever it stands. */
interface Entry {
  readonly words: readonly AnalyzedWord[];
  /** Names it is by itself. */
  readonly names: readonly string[];
  /** Letters with which a name of several chunks may begin here. */
  readonly openings: readonly string[];
}

function makeEntry(text: string, names: Names): Entry {
  const words = analyzeWords(text, names);
  const last = words.at(-1);
  return { words, names: namesWithin(text, words, names), openings: last ? openingsOf(words, last, names) : [] };
}

/** «كوفيد-19» is a name of two words in one chunk; Latin names with a hyphen are written without one as well. */
function namesWithin(text: string, words: readonly AnalyzedWord[], { keys }: Names): readonly string[] {
  if (words.length < 2) return [];
  const letters = lettersOf(text);
  const isLatin = !ARABIC.test(text) && !DIGIT.test(text);
  return [...new Set([...(keys.get(letters) ?? []), ...(isLatin ? [letters] : [])])];
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

type Marked = { -readonly [K in keyof AnalyzedChunk]: AnalyzedChunk[K] };

/** The letters a name may begin with here: those of the chunk, without the particle before them too. */
function openingsOf(words: readonly AnalyzedWord[], { form }: AnalyzedWord, { openings }: Names): string[] {
  const forms = words.length > 1 ? [form] : [form, form.replace(/^[وف]?[بكل]?(?=..)/, ""), form.slice(1)];
  return [...new Set(forms)].filter((one) => openings.has(one) || JOINS.test(one));
}

/** Notes on every chunk of a name of several words the key of the whole, so that any spacing of it is found. */
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
  for (const part of parts) if (!part.names.includes(key)) part.names = [...part.names, key];
}
