import { OPENING_VERBS } from "../../arabic/lexicon/opening-verbs.ts";
import { fold } from "../../arabic/normalize.ts";

/** Characters that must follow an agency alone: less may be a heading («الريح - سيرة»). */
export const SHORTEST_REST = 40;

/** The text behind a dateline is long enough for one, and begins with a report's verb. */
export const opensReport = (rest: string) => rest.length >= SHORTEST_REST && opensWithVerb(rest);

/** The text begins with a verb that reports begin with. */
export const opensWithVerb = (text: string) => {
  const first = fold(/^[\s"«“]*(\S+)/u.exec(text)?.[1] ?? "");
  // «أشرف الوزير اليوم على …»; without «على» it is a name.
  return OPENING_VERBS.has(first) || (first === "اشرف" && /^[^.،:]*?\sعلى\s/u.test(text));
};
