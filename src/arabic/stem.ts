const PREFIXES = ["وال", "فال", "بال", "كال", "لل", "ال", "و"];
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/**
 * Light10 of Larkey, Ballesteros and Connell (SIGIR 2002) on a folded word: one prefix and the suffixes off,
 * as long as two or three letters stay. For comparing documents only; search has its own analyzer.
 */
export function lightStem(key: string): string {
  let stem = key;
  const prefix = PREFIXES.find((p) => stem.startsWith(p) && stem.length - p.length >= (p === "و" ? 3 : 2));
  if (prefix !== undefined) stem = stem.slice(prefix.length);
  for (const suffix of SUFFIXES) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}
