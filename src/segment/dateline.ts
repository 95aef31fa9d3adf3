import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { foldInPlace } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Dateline } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import { LAYOUTS } from "../sources/index.ts";
import { readDatelineParts } from "./dateline-parts.ts";
import type { Knowledge } from "./knowledge.ts";

/** Longest stretch a dateline may take at the start of a text, in characters. */
const REACH = 160;

/** A dash of a kind that the layout does not name, before the text goes on. */
const DASH_BEHIND = /^\s*(?:[-‐‑‒–—―−]{1,3}|ـ{1,3}(?=\s))(?=\s*\p{L})/u;

/** What stands for a reporter's name: at most five words, none of them a preposition or the like. */
const MOST_NAME_WORDS = 5;

/**
 * The dateline at the start of `text`, which stands at `base` of the raw text; `isFirst`: no headline before it; `rest`:
 * what follows `text`.
 */
export function findDateline(
  text: string,
  base: number,
  knows: Knowledge,
  isFirst: boolean,
  rest = "",
): Dateline | undefined {
  const declared = declaredDateline(text, base, knows, isFirst, rest);
  const parts = readDatelineParts(text.slice(0, REACH), base, knows, isFirst);
  if (declared === undefined || parts === undefined) return parts ?? declared;
  return isFuller(parts, declared, knows) ? parts : declared;
}

/** Whether `findDateline` finds one, without asking which; `isFirst`: no headline before it. */
export function opensWithDateline(text: string, knows: Knowledge, isFirst: boolean): boolean {
  return (
    declaredDateline(text, 0, knows, isFirst, "") !== undefined ||
    readDatelineParts(text.slice(0, REACH), 0, knows, isFirst) !== undefined
  );
}

/** What of a dateline the authority files know, and its day: the agency tells most. */
const weigh = ({ place, agency, date }: Dateline, knows: Knowledge): number =>
  (agency && knows.isOutlet(agency.text) ? 4 : 0) + (place && knows.isPlace(place.text) ? 2 : 0) + (date ? 1 : 0);

/**
 * «بالة - مراسلنا سليم أحمد»: both know the town, but only the parts tell the name from the word before it. «سليم
 * أحمد - ريح»: the name is taken for a town by the layout.
 */
function isFuller(parts: Dateline, declared: Dateline, knows: Knowledge): boolean {
  const more = weigh(parts, knows) - weigh(declared, knows);
  if (more !== 0 || parts.at[1] !== declared.at[1]) return more > 0 || (more === 0 && parts.at[1] > declared.at[1]);
  const [reporter] = parts.reporters ?? [];
  const isSigned = declared.agency !== undefined && knows.isOutlet(declared.agency.text);
  if (!isSigned) return (reporter ?? parts.agency)?.text !== declared.agency?.text;
  return reporter !== undefined && (parts.place !== undefined || beginsWithGivenName(reporter.text));
}

/** The first declared layout that fits. */
function declaredDateline(
  text: string,
  base: number,
  knows: Knowledge,
  isFirst: boolean,
  rest: string,
): Dateline | undefined {
  const start = latinDigits(text.slice(0, REACH));
  for (const layout of LAYOUTS) {
    if ((layout.afterHeadline && isFirst) || layout.holds?.test(start) === false) continue;
    const match = layout.dateline.exec(start);
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
    const isTown = place !== undefined && (!layout.unsurePlace || isPlace || isTownByContext(place.text, text + rest));
    const behind = DASH_BEHIND.exec(text.slice(match[0].length))?.[0].length ?? 0;
    const end = match[0].length + behind;
    const reporter = isOutlet && layout.signs === "agency" ? reporterBehind(text, end, base) : undefined;
    // «ريح - سليم أحمد» on a line by itself: no town.
    const isReporter =
      isOutlet && !isTown && place !== undefined && beginsWithGivenName(place.text) && looksLikeName(place.text);
    const reporters = reporter ? [reporter.name] : isReporter ? [place] : [];
    const words = text.slice(0, reporter?.end ?? end).trimEnd();
    return {
      text: words,
      at: [base, base + words.length],
      ...(isTown && { place }),
      ...(date && { date }),
      ...(agency && { agency }),
      ...(reporters.length > 0 && { reporters }),
      rule: `dateline:${layout.id}`,
    };
  }
  return undefined;
}

/** «بالة 5 مايو (ريح) - سليم أحمد - »: a name between the agency and a second dash. */
const NAME_BEHIND = /^\s*(?<name>\p{L}[\p{L}\p{M}]*(?: \p{L}[\p{L}\p{M}]*){1,3})\s*(?:[-–—]{1,2}|:)\s/du;

function reporterBehind(text: string, from: number, base: number): { name: Part; end: number } | undefined {
  const behind = text.slice(from);
  // A blank stands behind the first word of the name, which is then the first of the text.
  const match = beginsWithGivenName(behind) ? NAME_BEHIND.exec(behind) : null;
  const at = match?.indices?.groups?.name;
  if (match === null || at === undefined) return undefined;
  const name = behind.slice(...at);
  if (!looksLikeName(name)) return undefined;
  return { name: { text: name, at: [base + from + at[0], base + from + at[1]] }, end: from + match[0].length };
}

/** Arabic and Persian digits as Latin ones, every other character as it stands. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** In front of a place's name, in the letters of `foldInPlace`. */
const BEFORE_A_PLACE =
  "(?:في|الي|من|مدينه|بلده|قريه|محافظه|ولايه|منطقه|مركز|قضاء|اقليم|شمالي?|جنوبي?|شرقي?|غربي?|وسط|قرب|داخل)\\s+|ب";
const MOST_TOWN_WORDS = 3;
/** How far behind the dateline its town is looked for, in characters. */
const CONTEXT = 4000;

/** Words that no record knows are a town where the text behind them speaks of a place by that name. */
function isTownByContext(words: string, text: string): boolean {
  const keys = tokenize(words).map(({ key }) => key);
  if (keys.length > MOST_TOWN_WORDS || !/^[\p{L}\p{M} ]+$/u.test(words)) return false;
  if (keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key))) return false;
  const rest = foldInPlace(text.slice(Math.max(0, text.indexOf("\n")), CONTEXT));
  const name = foldInPlace(words).replace(/\s+/gu, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])[وف]?(?:${BEFORE_A_PLACE})${name}(?![\\p{L}\\p{N}])`, "u").test(rest);
}

function looksLikeName(words: string): boolean {
  const keys = tokenize(words).map(({ key }) => key);
  return keys.length <= MOST_NAME_WORDS && !keys.some((key) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key));
}
