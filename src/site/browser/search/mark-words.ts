/**
 * What the address of an article tells it to mark: the words as that article writes them, so that it need not know the
 * names of the archive («Putin» was asked for, «بوتين» stands there).
 */
import { makeAnalyzer } from "../../../arabic/analysis/analyze.ts";
import { makeNames } from "../../../arabic/analysis/names.ts";
import { findMarks } from "./marks.ts";
import { type Clause, parseQuery } from "./query.ts";

/** Reads what an article is to mark; it knows no names. */
export const plainAnalyzer = makeAnalyzer(makeNames());
/** Ways of writing a word that an address holds, and that are looked at for it. */
const MOST = 4;
const MOST_SPELLINGS = 16;

/** Words for the address. `places`: where each clause was found among the words of the article. */
export function formatMarks(
  words: readonly string[],
  places: readonly (readonly number[])[],
  clauses: readonly Clause[],
): string {
  const marks = clauses.flatMap((clause, index) => {
    let left = spellings(words, places[index] ?? [], clause);
    const chosen: string[] = [];
    const choose = (phrase: string) => {
      const rest = left.filter(isNotMarkedBy([...chosen, phrase].join(" ")));
      if (rest.length < left.length) chosen.push(phrase);
      left = rest;
    };
    choose(quote(clause.units.map(({ text }) => text).join(" ")));
    for (const phrase of left) if (chosen.length < MOST && left.includes(phrase)) choose(quote(phrase));
    return chosen;
  });
  return [...new Set(marks)].join(" ");
}

/** How the article writes what the clause found, most frequent first. */
function spellings(words: readonly string[], places: readonly number[], { units, isPhrase }: Clause): string[] {
  const isLong = isPhrase || units.some(({ isName }) => isName);
  const counts = new Map<string, number>();
  let run: string[] = [];
  for (const [index, place] of places.entries()) {
    run.push(bare(words[place] ?? ""));
    if (isLong && places[index + 1] === place + 1) continue;
    const phrase = run.join(" ");
    run = [];
    if (phrase.trim() !== "") counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SPELLINGS)
    .map(([phrase]) => phrase);
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$|[«»"“”„‹›＂]/gu, "");
const quote = (words: string) => (words.includes(" ") ? `«${words}»` : words);

/** Tells phrases that an article with these words to mark would not mark wholly. */
function isNotMarkedBy(marks: string): (phrase: string) => boolean {
  const { clauses } = parseQuery(marks, plainAnalyzer);
  return (phrase) => {
    const { chunks, places } = findMarks(phrase, clauses, plainAnalyzer, false);
    return new Set(places.flat()).size < chunks.length;
  };
}
