import { HAPPENINGS } from "../../arabic/lexicon/events.ts";
import { NEWS_VERBS, NOT_IN_NAMES } from "../../arabic/lexicon/function-words.ts";
import { OUTLET_WORD } from "../../arabic/lexicon/outlet-words.ts";
import { SECTION_WORDS } from "../../arabic/lexicon/page-words.ts";
import { beginsWithGivenName } from "../../arabic/names/listed.ts";
import { fold } from "../../arabic/normalize.ts";
import { tokenize } from "../../arabic/tokenize.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Piece } from "./pieces.ts";
import { opensReport } from "./rest.ts";
import { type Known, roleOf } from "./roles.ts";

/** Words between an outlet and a colon that are no town. */
const NO_TOWN =
  /^(?:عاجل|خاص|حصري|متابعه|متابعات|تقرير|صور|بالصور|فيديو|بالفيديو|شاهد|تحليل|حوار|راي|وكالات|مصدر|مصادر)$/;

/**
 * «سليم أحمد - ريح - بلدة: …»: behind a reporter and an outlet, before a colon, one to three words are where; behind an
 * outlet alone, «ريح - بلدة: …», one word that opens no name of a person, and between dashes, «ريح - بلدة الجبل - …»,
 * two before a report's verb.
 */
export function isUnknownTown({ text }: Piece, known: readonly Known[], closing: string, rest: string): boolean {
  if (known.length === 0 || known.length > 2) return false;
  const roles = known.map(({ role }) => role).join(" ");
  const isDashed = !closing.includes(":");
  if (isDashed && !(roles === "outlet" && CLOSING_DASH.test(closing) && opensReport(rest))) return false;
  const keys = tokenize(text).map(({ key }) => key);
  const isAlone = roles === "outlet" && keys.length <= (isDashed ? 2 : 1) && !beginsWithGivenName(text);
  return (
    (roles === "reporter outlet" || isAlone) &&
    keys.length <= 3 &&
    !keys.some((key) => NO_TOWN.test(key)) &&
    /^[\p{L}\p{M} ]+$/u.test(text) &&
    !keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key))
  );
}

/** First words, folded, of the names of towns that are none of people's. */
const TOWN_HEADS: ReadonlySet<string> = new Set(
  "بني عين سيدي تل كفر وادي راس حاسي بير دير بيت جبل شط قصر خان قلعه ميناء جزيره مدينه قريه بلده واحه مخيم معبر سهل عيون ساقيه حمام برج باب عقله اولاد ايت دوار قصور".split(
    " ",
  ),
);
const MOST_UNKNOWN_WORDS = 3;

/** «بلدة - ريح: أعلن …», «بلدة/ ريح/ أعلن …»: words that no record knows, before an outlet and a report's verb, are where. */
export function isUnknownTownOf(
  { text }: Piece,
  next: Piece | undefined,
  closing: string,
  rest: string,
  knows: Knowledge,
): boolean {
  return (
    next !== undefined &&
    mayBeTown(text, knows) &&
    (closing.includes(":") || CLOSING_DASH.test(closing)) &&
    roleOf(next.text, knows, true)?.role === "outlet" &&
    opensReport(rest)
  );
}

/** One word, or several that no name of a person begins with. */
export function mayBeTown(words: string, knows: Knowledge): boolean {
  const keys = tokenize(words, 0, MOST_UNKNOWN_WORDS + 1).map(({ key }) => key);
  const [first = ""] = keys;
  return (
    (keys.length === 1 ? first.length > 2 : TOWN_HEADS.has(first)) &&
    keys.length <= MOST_UNKNOWN_WORDS &&
    /^[\p{L}\p{M} ]+$/u.test(words) &&
    !beginsWithGivenName(words) &&
    !knows.isPlace(words) &&
    !SECTION_WORDS.has(first.replace(/^ال(?=..)/, "")) &&
    !HAPPENINGS.has(first) &&
    !keys.some((key) => NO_TOWN.test(key) || NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key) || OUTLET_WORD.test(key)) &&
    roleOf(words, knows, true) === undefined
  );
}

/** «بالة - شروق: ارتفعت …», «بالة/ شروق/ ارتفعت …»: one word that no record knows, between a town and a report's verb, is who reports. */
export function isUnknownDesk({ text }: Piece, known: readonly Known[], closing: string, rest: string): boolean {
  return (
    known.length === 1 &&
    known[0]?.role === "place" &&
    (closing.includes(":") || CLOSING_DASH.test(closing)) &&
    /^\p{L}[\p{L}\p{M}]{2,}$/u.test(text) &&
    !NO_TOWN.test(fold(text)) &&
    opensReport(rest)
  );
}

const CLOSING_DASH = /^\s*(?:[-‐‑‒–—―−]{1,3}|\/|ـ)\s*$/u;
