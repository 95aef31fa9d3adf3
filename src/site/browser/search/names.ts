/** The names of an archive, as the index lists them. */

/** Names as the manifest lists them: those of one thing a line. */
export const readNames = (lines: string): string[][] =>
  lines === "" ? [] : lines.split("\n").map((line) => line.split("|"));

/**
 * Number of the file, of so many, that lists a name by its letters. Whatever particles and article stand before it, the
 * file is the same, so that one answers for all readings of a word.
 */
export function cardFile(letters: string, files: number): number {
  let hash = 0x811c9dc5;
  for (const letter of letters.replace(/^[وفبكلا]+/, ""))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % files;
}
