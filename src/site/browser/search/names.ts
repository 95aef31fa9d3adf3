/** The names of an archive, as the index lists them. */

/** Names as the manifest lists them: those of one thing a line. */
export const readNames = (lines: string): string[][] =>
  lines === "" ? [] : lines.split("\n").map((line) => line.split("|"));

/** Records of a file of cards. */
export const CARDS = 64;
