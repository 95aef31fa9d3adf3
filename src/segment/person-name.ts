import { NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { OUTLET_WORD } from "../arabic/lexicon/outlet-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { fold } from "../arabic/normalize.ts";

/** «بواسطة سليم أحمد», «نشر من قبل: سليم أحمد في …»: the name ends where the day, a sign or the line begins. */
const BEHIND_BY =
  /(?<!\p{L})(?:بواسطة|(?<=\p{L}\s)من (?:قبل|طرف))\s*:?\s*(?<name>\p{L}[\p{L}\p{M}.]*(?: \p{L}[\p{L}\p{M}.]*){1,3}?)\s*(?=$|[|•·،,–—-]|\d|(?:في|بتاريخ|يوم)\s)/du;

/**
 * Where the name stands that a content system writes behind «بواسطة». It writes there as well what an account is called
 * («محرر الموقع»): only what begins with a given name that is known is a person's.
 */
export function nameBehindBy(line: string): readonly [start: number, end: number] | undefined {
  if (!/بواسطة|من (?:قبل|طرف)/u.test(line)) return undefined;
  const at = BEHIND_BY.exec(line)?.indices?.groups?.name;
  return at !== undefined && isPersonName(line.slice(...at)) ? at : undefined;
}

const MOST_WORDS = 4;

/** Two to four words, of which the first is a given name that is known, and none an outlet's or a preposition. */
export function isPersonName(name: string): boolean {
  const words = name.split(" ").map(fold);
  return (
    words.length > 1 &&
    words.length <= MOST_WORDS &&
    /^[\p{L}\p{M}. ]+$/u.test(name) &&
    beginsWithGivenName(name) &&
    !words.some((word) => NOT_IN_NAMES.has(word) || OUTLET_WORD.test(word))
  );
}
