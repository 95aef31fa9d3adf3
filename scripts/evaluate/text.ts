/** Letters and digits alone: marks, tatweel, blanks and punctuation do not tell two writings apart here. */
export function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]|\u0640/gu, "");
}

export const sameLetters = (a: string, b: string): boolean => letters(a) === letters(b);

/** Words by blanks, each reduced to its letters and digits, empty ones left out. */
export function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(letters)
    .filter((word) => word !== "");
}
