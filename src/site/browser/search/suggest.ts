/** What a reader may have meant: words of the archive that are nearly the ones typed. */
import { foldWord } from "../../../arabic/analysis/fold.ts";

/** Folded word → its spelling in the archive and how often it occurs there. */
export type Vocabulary = ReadonlyMap<string, { readonly word: string; readonly count: number }>;

/** Reads words.gz of some volumes. */
export function parseVocabulary(files: readonly string[]): Vocabulary {
  const words = new Map<string, { word: string; count: number }>();
  for (const file of files)
    for (const line of file.split("\n")) {
      const [word = "", count = "1", folded = word] = line.split(" ");
      if (folded === "") continue;
      const before = words.get(folded);
      if (before) before.count += Number(count);
      else words.set(folded, { word, count: Number(count) });
    }
  return words;
}

export interface Suggestion {
  readonly words: string;
  /** Every word is but a slip away: what was typed is nothing else. */
  readonly isSure: boolean;
}

/** Words that are compared with all of the archive's: a text of many unknown ones has no slips. */
const MOST_WORDS = 4;
/** Letters in the longest word of the archive that is kept. */
const LONGEST = 24;
/** Cost up to which a word is taken for another mistyped; above it only where both begin alike, as hands seldom slip there. */
const SLIP = 1;

/** The query with the words that the archive lacks put right, or undefined when nothing near was found. */
export function suggest(typed: string, vocabulary: Vocabulary): Suggestion | undefined {
  const parts = typed.split(/(\s+)/).map((part) => {
    const [, before = "", word = "", after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(part) ?? [];
    const folded = foldWord(word);
    const isUnknown = folded.length >= 3 && folded.length <= LONGEST && !vocabulary.has(folded) && !/\d/.test(folded);
    return { part, before, after, unknown: isUnknown ? folded : undefined };
  });
  const unknown = [...new Set(parts.flatMap((part) => part.unknown ?? []))];
  if (unknown.length > MOST_WORDS) return undefined;
  const found = new Map(unknown.map((word) => [word, nearest(word, vocabulary)]));
  if ([...found.values()].every((one) => one === undefined)) return undefined;
  const words = parts.map(({ part, before, after, unknown }) => {
    const one = unknown === undefined ? undefined : found.get(unknown);
    return one ? before + one.word + after : part;
  });
  return { words: words.join(""), isSure: [...found].every(([word, one]) => !one || isSlip(word, one)) };
}

const firstLetter = (word: string) => foldWord(word).replace(/^ال(?=..)/, "")[0];

function isSlip(word: string, { word: other, cost }: { readonly word: string; readonly cost: number }): boolean {
  return cost <= SLIP || firstLetter(word) === firstLetter(other);
}

/** The query with its words spaced as the archive spaces them elsewhere: the same letters, so the same words. */
export function respace(typed: string, vocabulary: Vocabulary): string | undefined {
  const words = typed.trim().split(/\s+/);
  const [only = ""] = words;
  return words.length === 1 ? split(foldWord(only), vocabulary) : joined(typed, vocabulary);
}

/** «كورونافيروس» as «كورونا فيروس», when the archive knows both. */
function split(word: string, vocabulary: Vocabulary): string | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const [a, b] = [vocabulary.get(word.slice(0, at)), vocabulary.get(word.slice(at))];
    if (a && b) return `${a.word} ${b.word}`;
  }
  return undefined;
}

/** Two words as one. */
function joined(typed: string, vocabulary: Vocabulary): string | undefined {
  const words = typed.trim().split(/\s+/);
  for (let index = 0; index + 1 < words.length; index++) {
    const whole = vocabulary.get(foldWord(`${words[index]}${words[index + 1]}`));
    if (whole) return [...words.slice(0, index), whole.word, ...words.slice(index + 2)].join(" ");
  }
  return undefined;
}

/** Letters that are taken for one another: by their shape, by their sound, or by transcription. */
const ALIKE = new Set(
  "بت تث بث بن تن ثن بي تي ني جح حخ جخ دذ رز سش صض طظ عغ فق كق كخ غج غق جق جك غك هة هح هخ سص تط دض ذز ذظ زظ ثس ضظ وؤ يئ اع اه قك ظض جش شس خك قغ فب بف"
    .split(" ")
    .flatMap((pair) => [pair, [...pair].reverse().join("")]),
);
/** Neighbours on the Arabic keyboard (102). */
const KEYBOARD = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "وزظ"];
const NEXT_KEYS = new Set(
  KEYBOARD.flatMap((row) => [...row].slice(1).flatMap((key, index) => [`${row[index]}${key}`, `${key}${row[index]}`])),
);
const LONG_VOWELS = new Set("اوي");

function nearest(word: string, vocabulary: Vocabulary): { readonly word: string; readonly cost: number } | undefined {
  const most = word.length <= 3 ? 0.5 : word.length === 4 ? 1 : word.length <= 7 ? 1.7 : 2.2;
  let best: { word: string; cost: number; count: number } | undefined;
  for (const [folded, { word: spelled, count }] of vocabulary) {
    if (Math.abs(folded.length - word.length) > most / VOWEL) continue;
    const cost = distance(word, folded, most);
    if (cost > most) continue;
    const isBetter =
      !best ||
      cost < best.cost - 1e-9 ||
      (cost < best.cost + 1e-9 && (count > best.count || (count === best.count && spelled < best.word)));
    if (isBetter) best = { word: spelled, cost, count };
  }
  return best;
}

const VOWEL = 0.5;

/** Edit distance with a swap of neighbours; a long vowel, a letter doubled and a letter like another cost half. */
export function distance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 && j === 0) row.push(0);
      else
        row.push(
          Math.min(
            i > 0 ? (rows.at(-1)?.[j] ?? 0) + gap(a, i) : Number.POSITIVE_INFINITY,
            j > 0 ? (row[j - 1] ?? 0) + gap(b, j) : Number.POSITIVE_INFINITY,
            i > 0 && j > 0
              ? (rows.at(-1)?.[j - 1] ?? 0) + exchange(a[i - 1] as string, b[j - 1] as string)
              : Number.POSITIVE_INFINITY,
            i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
              ? (rows.at(-2)?.[j - 2] ?? 0) + 0.7
              : Number.POSITIVE_INFINITY,
          ),
        );
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    rows = [...rows.slice(-1), row];
  }
  return rows.at(-1)?.[b.length] ?? 0;
}

const gap = (word: string, at: number) =>
  LONG_VOWELS.has(word[at - 1] as string) || word[at - 1] === word[at - 2] ? VOWEL : 1;

function exchange(a: string, b: string): number {
  if (a === b) return 0;
  return ALIKE.has(a + b) || (LONG_VOWELS.has(a) && LONG_VOWELS.has(b)) ? 0.5 : NEXT_KEYS.has(a + b) ? 0.8 : 1;
}
