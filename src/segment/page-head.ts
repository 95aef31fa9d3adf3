import { SECTION_WORDS } from "../arabic/lexicon/page-words.ts";
import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Dateline, Line } from "../model/article.ts";
import { findDateline } from "./dateline.ts";
import { looksLikeHeadline } from "./headline.ts";
import type { Knowledge } from "./knowledge.ts";

/** What pages print above and below a headline, scraped as lines of the text. */

type OpensWithDateline = (text: string, isFirst: boolean) => boolean;

const OF_OUTLETS =
  /^(?:نيوز|برس|نت|اونلاين|ديجيتال|الالكترونيه|الاخباريه|صحيفه|جريده|مجله|وكاله|قناه|شبكه|موقع|اذاعه|راديو|تلفزيون|بوابه)$/;
/** Longer lines are headlines and prose. */
const LONGEST_NAMEPLATE = 30;
const LONGEST_SIGNATURE = 60;
const MOST_SECTION_WORDS = 2;

/**
 * «ريح نيوز», «Rih»: the outlet's name alone under a headline, with a word that only outlets are called by or in Latin
 * letters. «الشرق الأوسط», «القدس العربي» may be a section's.
 */
export function isNameplate(line: string, knows: Knowledge): boolean {
  if (line.length > LONGEST_NAMEPLATE) return false;
  const isSure = /[A-Za-z]{2}/.test(line) || tokenize(line).some(({ key }) => OF_OUTLETS.test(key));
  return isSure && knows.isOutlet(line) && !knows.isPlace(line);
}

/** «اقتصاد», «أخبار محلية» above a headline: where on the site the page stands. */
export function opensWithSection(lines: readonly Line[], isDateline: OpensWithDateline): boolean {
  const [first, ...rest] = lines;
  if (first === undefined || first.text.length > LONGEST_NAMEPLATE) return false;
  const keys = tokenize(first.text, 0, MOST_SECTION_WORDS + 1).map(({ key }) => key);
  return (
    keys.length <= MOST_SECTION_WORDS &&
    keys.every((key) => SECTION_WORDS.has(key.replace(/^و?(?:ال)?(?=..)/, ""))) &&
    looksLikeHeadline(rest, isDateline)
  );
}

/** «سليم أحمد (بالة)» above a headline, «ريح - بالة» above any text: who reports from where, on a line of its own. */
export function datelineAboveHeadline(
  lines: readonly Line[],
  knows: Knowledge,
  isDateline: OpensWithDateline,
): Dateline | undefined {
  const [first, ...rest] = lines;
  if (first === undefined || rest.length < 2 || first.text.length > LONGEST_SIGNATURE) return undefined;
  if (!/[(/:–-]/u.test(first.text)) return undefined;
  const isAboveHeadline = looksLikeHeadline(rest, isDateline);
  if (!isAboveHeadline && !isAllKnown(first.text, knows)) return undefined;
  const dateline = findDateline(first.text, first.at[0], knows, false);
  if (dateline?.place === undefined || dateline.text.length !== first.text.length) return undefined;
  const { reporters = [], agency, place } = dateline;
  const isSigned =
    isAboveHeadline && [...reporters.map(({ text }) => text), agency?.text ?? ""].some(beginsWithGivenName);
  // «ريح - بالة»: of a town and an outlet no headline is made.
  const isOutlets = agency !== undefined && knows.isOutlet(agency.text) && !knows.isPlace(agency.text);
  return (isSigned || isOutlets) && knows.isPlace(place.text) ? dateline : undefined;
}

/** Whether a line is nothing but places and outlets between signs: cheap to ask before its dateline is read. */
const isAllKnown = (line: string, { isPlace, isOutlet }: Knowledge) =>
  line.split(/\s*[-–—:/()]+\s*/u).every((words) => words === "" || isPlace(words) || isOutlet(words));
