import { arabicShare, measureArabic } from "./encoding/plausible.ts";
import type { Notice } from "./types.ts";

/** Longer lines are dumps, not prose: the longest paragraph of a newspaper is some 20,000 characters. */
const LONGEST_LINE = 200_000;
/** Three Arabic words in a row: most texts are told by their first. */
const ARABIC_WORDS = /(?:[\u0621-\u0652\u066e-\u06d3]{2,20}[\s\p{P}]{1,4}){3}/u;
const LEAST_ARABIC = 0.3;
/** Letters that make a text of any language. */
const FEWEST_LETTERS = 20;
const SAMPLE = 60_000;

/** What speaks against a text's being an article, whatever kind of file it was read from. */
export function findObjection(text: string): Notice | undefined {
  return longLine(text) ?? foreignLanguage(text);
}

function longLine(text: string): Notice | undefined {
  if (text.length <= LONGEST_LINE) return undefined;
  const lines = text.split("\n");
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  if (long < 0) return undefined;
  return {
    severity: "fatal",
    rule: "read:line-too-long",
    reason: `One line of ${(lines[long] as string).length} characters is no article`,
    expected: [`lines of at most ${LONGEST_LINE} characters`],
    note: "Break the text into paragraphs, or move the file out of raw/.",
    line: long + 1,
    column: 1,
  };
}

/** Such a text is taken, since somebody put it there, but nothing will be found in it. */
function foreignLanguage(text: string): Notice | undefined {
  const sample = text.slice(0, SAMPLE);
  if (isOfAnotherLanguage(text)) return notArabic("The text is in Persian, Urdu or another language of Arabic letters");
  if (ARABIC_WORDS.test(sample)) return undefined;
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS || arabicShare(sample) >= LEAST_ARABIC) return undefined;
  return notArabic("The text is not in Arabic");
}

/** Letters that Arabic writes in foreign names alone; ک and ی, which some keyboards write for its own, are not among them. */
const FOREIGN_LETTERS = /[گپچژٹڈڑںےہۆێڕڵ]/gu;
const OPENING = 3000;
const FEWEST_FOREIGN = 4;
/** Of running words, those that Arabic cannot do without. */
const LEAST_KNOWN = 0.1;
const FEWEST_WORDS = 15;

/** Such letters, and hardly a word of Arabic's commonest beside them. */
function isOfAnotherLanguage(text: string): boolean {
  const opening = text.slice(0, OPENING);
  if ((opening.match(FOREIGN_LETTERS)?.length ?? 0) < FEWEST_FOREIGN) return false;
  const { words, known } = measureArabic(opening);
  return words >= FEWEST_WORDS && known < LEAST_KNOWN;
}

function notArabic(reason: string): Notice {
  return {
    severity: "warning",
    rule: "read:not-arabic",
    reason,
    line: 1,
    expected: ["an article in Arabic"],
    note: "It was taken as it is. Move the file out of raw/ if it is no article.",
  };
}
