import { beginsWithGivenName } from "../../arabic/names/listed.ts";
import { opensWithVerb, SHORTEST_REST } from "./rest.ts";
import type { Known, Role } from "./roles.ts";

/** Ends a dateline before the text goes on: a dash, a colon, something closed. */
const CLOSES = /[-‐‑‒–—―−ـ_:)\]/]/u;

interface Standing {
  readonly isOwnLine: boolean;
  readonly isFirst: boolean;
  /** The separator in front of the text. */
  readonly closing: string;
  readonly rest: string;
  /** An outlet or a reporter's desk is quoted: «بالة: «ريح»». */
  readonly isQuoted: boolean;
  /** The line is no headline, whatever it stands on top of. */
  readonly isParagraph: boolean;
}

/** Enough of the parts to be sure, where they stand. */
export function isDateline(known: readonly Known[], standing: Standing): boolean {
  const { isOwnLine, closing, rest } = standing;
  const isFirst = standing.isFirst && !standing.isParagraph;
  const count = (role: Role) => known.filter((one) => one.role === role).length;
  if (count("date") > 1 || count("outlet") > 2 || count("capitals") > 1) return false;
  const isPlaced = count("place") + count("capitals") > 0;
  const isSigned = count("outlet") + count("nobody") > 0;
  const isReported = count("reporter") > 0;
  const isDated = count("date") > 0;
  // «بالة/ سليم أحمد/ ريح» is no headline.
  if (isOwnLine && isPlaced)
    return isFirst
      ? count("outlet") > 0 && (isReported || isDated || standing.isQuoted)
      : isSigned || isReported || isDated;
  if (isOwnLine) {
    // «ريح - قصة قصيرة»: without a town the words must be a name for sure, or nothing but a name makes sense of them.
    const names = known.filter(({ role }) => role === "reporter");
    const isNamed = names.length > 0 && names.every(({ text }) => beginsWithGivenName(text));
    return !isFirst && (isNamed ? isSigned : isReported && count("nobody") > 0 && known[0]?.role === "reporter");
  }
  if (!CLOSES.test(closing) || (isFirst && closing.includes(":"))) return false;
  // Behind a day and a slash who signs may follow.
  const isDay = isDated && rest.length >= SHORTEST_REST && (!closing.includes("/") || opensWithVerb(rest));
  if (isPlaced && (isSigned || isDay)) return true;
  // «بالة - من سليم أحمد - …», «بالة - استقبل …»: a town alone needs a report's verb behind it.
  if (isPlaced && isReported && !isFirst)
    return known.every(({ role, text }) => role !== "reporter" || beginsWithGivenName(text));
  if (isPlaced && !isFirst && rest.length >= SHORTEST_REST) return opensWithVerb(rest);
  if (count("outlet") > 0 && (isReported || count("nobody") > 0)) return !isFirst;
  // «(ريح) أعلن…», «ريح - أعلن…»; a name of one word with the article may be a noun.
  const [only, ...others] = known;
  const isAlone = only?.role === "outlet" && others.length === 0 && !isFirst && rest.length >= SHORTEST_REST;
  if (isAlone && opensWithVerb(rest)) return true;
  return isAlone && (only.at[0] > 0 || (/^\s*[-‐‑‒–—―−]/u.test(closing) && !/^ال\S*$/u.test(only.text)));
}
