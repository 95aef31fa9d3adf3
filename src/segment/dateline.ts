import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Dateline } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { LAYOUTS } from "../sources/index.ts";

/** What the authority files know, asked while the text is being taken apart. */
export interface Knowledge {
  isPlace(words: string): boolean;
  isOutlet(words: string): boolean;
}

/** Longest stretch a dateline may take at the start of a text, in characters. */
const REACH = 160;

/** What stands for a reporter's name: at most five words, none of them a preposition or the like. */
const MOST_NAME_WORDS = 5;

/** The dateline at the start of `text`, which stands at `base` of the raw text; `isFirst`: no headline before it. */
export function findDateline(text: string, base: number, knows: Knowledge, isFirst: boolean): Dateline | undefined {
  const start = latinDigits(text.slice(0, REACH));
  for (const layout of LAYOUTS) {
    const match = layout.afterHeadline && isFirst ? null : layout.dateline.exec(start);
    if (match === null) continue;
    const part = (name: string): Part | undefined => {
      const range = match.indices?.groups?.[name];
      return range && { text: text.slice(...range), at: [base + range[0], base + range[1]] };
    };
    const [place, date, agency] = [part("place"), part("date"), part("agency")];
    const isOutlet = agency !== undefined && knows.isOutlet(agency.text);
    const isPlace = place !== undefined && knows.isPlace(place.text);
    const known = isOutlet || isPlace;
    if ((layout.needsKnown && !known) || (layout.needsPlace && !isPlace) || (layout.needsOutlet && !isOutlet)) continue;
    // «سليم أحمد - الرياض»: a paper may be called after its town; beside words that are no place it is the town.
    if (place && agency && !isPlace && knows.isPlace(agency.text)) continue;
    if (layout.signs !== "agency" && agency && !isOutlet && !looksLikeName(agency.text)) continue;
    const words = text.slice(0, match[0].length).trimEnd();
    return {
      text: words,
      at: [base, base + words.length],
      ...(place && { place }),
      ...(date && { date }),
      ...(agency && { agency }),
      rule: `dateline:${layout.id}`,
    };
  }
  return undefined;
}

/** Arabic and Persian digits as Latin ones, every other character as it stands. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function looksLikeName(words: string): boolean {
  const keys = tokenize(words).map(({ key }) => key);
  return keys.length <= MOST_NAME_WORDS && !keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key));
}
