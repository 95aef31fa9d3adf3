/** One of these comes off the front when two letters stay behind it; a bare و wants three. */
const PREFIX = /^(?:[وفبك]ال|لل|ال|و(?=...))(?=..)/;
/** Endings in the order they are tried, each once. */
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] as const;
/** Last letters of the endings: a word with another last letter has none of them. */
const LAST_LETTERS = "انتهي";

/**
 * Light10 of Larkey, Ballesteros and Connell (SIGIR 2002) on a folded word: one prefix and the suffixes off,
 * as long as two letters stay. For comparing documents only; search has its own analyzer.
 */
export function lightStem(key: string): string {
  let stem = key.replace(PREFIX, "");
  if (!LAST_LETTERS.includes(stem.at(-1) as string)) return stem;
  for (const suffix of SUFFIXES) {
    if (stem.length - suffix.length >= 2 && stem.endsWith(suffix)) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}
