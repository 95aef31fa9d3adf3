import { readings } from "../arabic/clitics.ts";
import { BACKGROUND_OPENERS, EVENT_VERBS, GATHERINGS, HAPPENING_VERBS, HAPPENINGS } from "../arabic/lexicon/events.ts";
import { WEEKDAYS } from "../arabic/lexicon/months.ts";
import { DAY_PARTS } from "../arabic/lexicon/time-words.ts";
import { withArticle, wordSet } from "../arabic/lexicon/word-set.ts";
import type { Token, Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Mention, SegmentedArticle } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";
import type { Gazetteer } from "./context.ts";

/** Sentences of the lead in which the event's place is looked for. */
const LEAD_SENTENCES = 2;
/** A verb further back than this many words does not govern the place. */
const REACH = 16;
/** Between «اندلعت» and «في» so many words of what broke out may stand. */
const SUBJECT = 4;
/** Adjectives and genitives behind a noun: «القمة العربية الطارئة في». */
const MODIFIERS = 2;
/** So many words after a country its town may be named: «في مصر بمدينة الأقصر», «في الأردن، وتحديدا في العقبة». */
const NARROWER_WITHIN = 5;
/** Places of one sentence that are looked at. */
const MOST_PLACES = 100;
/** Words, folded, that may stand between «في» and the name: «في مدينة», «في العاصمة». */
const BETWEEN: ReadonlySet<string> = new Set(["مدينه", "العاصمه", "بلده", "منتجع", "محافظه", "منطقه", "قريه", "مقر"]);
/** Words, of when: they part what happened from where without meaning either. */
const TIMES: ReadonlySet<string> = new Set([
  ...withArticle([...WEEKDAYS.flat(), ...DAY_PARTS, "يوم"].join(" ")),
  ...wordSet("امس صباحا مساء ظهرا فجرا ليلا غدا الماضي المقبل الجاري الحالي"),
]);
/** Words, that open a clause or a phrase of its own: what stands behind them is not what the verb before them says. */
const BARRIERS: ReadonlySet<string> = wordSet(
  "ان انه انها بان وان الذي التي الذين حيث عندما بعدما بينما حول بشان على عن من الى ضد بين لان",
);
const RELATIVES: ReadonlySet<string> = wordSet("الذي التي الذين اللذين اللتين");

/**
 * Where it happened: a place after «في» in the lead, when what stands before it says that something is held or happens
 * there; of a place and one within it that are named together, the narrower. «بحث الأوضاع في سوريا» is about Syria
 * and says nothing of where it was discussed.
 */
export function extractEventPlace(
  article: SegmentedArticle,
  mentions: readonly Mention[],
  { isWithin }: Pick<Gazetteer, "isWithin">,
  words: Words,
): Extracted<string> | undefined {
  const places = mentions.filter(({ type }) => type === "place");
  if (places.length === 0) return undefined;
  const lead = article.blocks.filter(({ kind }) => kind === "paragraph").slice(0, 2);
  const ranges = lead.flatMap(({ at }) => words.sentencesIn(...at).slice(0, LEAD_SENTENCES));
  for (const [from, to] of ranges) {
    const inside = places.filter(({ at }) => at[0] >= from && at[1] <= to).slice(0, MOST_PLACES);
    if (inside.length === 0) continue;
    const tokens = words.between(from, to);
    const named = mentions.filter(({ at, type }) => type !== "place" && at[0] >= from && at[1] <= to);
    for (const mention of inside) {
      const preposition = prepositionBefore(
        tokens,
        tokens.findIndex((token) => token.end > mention.at[0]),
      );
      if (preposition < 1 || !saysWhere(tokens, preposition, named)) continue;
      const end = tokens.findIndex((token) => token.start >= mention.at[1]);
      const limit = end < 0 ? to : (tokens[end + NARROWER_WITHIN]?.start ?? to);
      const narrower = places.find(
        (other) => other.at[0] >= mention.at[1] && other.at[1] <= limit && isWithin(other.entity, mention.entity),
      );
      const { entity, words: written, at: span } = narrower ?? mention;
      return { value: entity, rule: "place:event", words: written, at: span, confidence: 0.85 };
    }
  }
  return undefined;
}

/** Index of the «في» before the name, before «مدينة», or before «العاصمة الفرنسية»; -1 when there is none. */
function prepositionBefore(tokens: readonly Token[], at: number): number {
  const [far, near, last] = [tokens[at - 3]?.key, tokens[at - 2]?.key, tokens[at - 1]?.key ?? ""];
  if (last === "في") return at - 1;
  if (BETWEEN.has(last) && near === "في") return at - 2;
  return last.startsWith("ال") && far === "في" && BETWEEN.has(near ?? "") ? at - 3 : -1;
}

/** Whether the words before «في», the token at `preposition`, tell of something that is held or happens there. */
function saysWhere(tokens: readonly Token[], preposition: number, named: readonly Mention[]): boolean {
  const last = skipTimesAndNames(tokens, preposition - 1, named);
  // «أجرت محادثات مع الملك في», «عقد اجتماع الأربعاء في»: behind a name or a day anything of the clause may govern.
  if (last < preposition - 1 && isGoverned(tokens, last, REACH, isEventWord)) return true;
  for (let at = last; at >= Math.max(0, last - MODIFIERS); at--) {
    if (isEventNoun(tokens[at] as Token)) return !isBackground(tokens, at);
    if (BARRIERS.has((tokens[at] as Token).key)) break;
  }
  return isGoverned(tokens, last, SUBJECT, isHappening);
}

/** The last word before `at` that is neither of when nor a part of a name. */
function skipTimesAndNames(tokens: readonly Token[], from: number, named: readonly Mention[]): number {
  let at = from;
  for (; at >= 0; at--) {
    const { key, start, end } = tokens[at] as Token;
    const isNamed = named.some((mention) => mention.at[0] < end && mention.at[1] > start);
    if (!isNamed && !TIMES.has(key) && !/^\d+$/.test(key)) break;
  }
  return at;
}

/** A fitting word within `reach` of the token at `last`, no clause between, and told as news. */
function isGoverned(tokens: readonly Token[], last: number, reach: number, fits: (token: Token) => boolean): boolean {
  for (let at = last; at >= Math.max(0, last - reach); at--) {
    const token = tokens[at] as Token;
    if (fits(token)) return !isBackground(tokens, at);
    if (BARRIERS.has(token.key)) return false;
  }
  return false;
}

/**
 * «قبل لقاء» is not the news; «المعسكر الذي أقيم في» tells of the camp and not of the news, unless what the clause
 * belongs to is the gathering itself: «القمة التي عقدت في».
 */
function isBackground(tokens: readonly Token[], at: number): boolean {
  const [far, before] = [tokens[at - 2], tokens[at - 1]];
  if (before === undefined) return false;
  if (RELATIVES.has(before.key)) return far === undefined || !isEventNoun(far) || isBackground(tokens, at - 2);
  return BACKGROUND_OPENERS.has(before.key);
}

const isEventNoun = rememberByWord((key) => reads(key, GATHERINGS, isNoPurpose) || reads(key, HAPPENINGS, isNoPurpose));
const isEventWord = rememberByWord((key) => reads(key, EVENT_VERBS, isNoPurpose) || isEventNoun({ key, id: -1 }));
const isHappening = rememberByWord((key) => reads(key, HAPPENING_VERBS));

/** «لتفجير», «للقاء» tell what for, not what was: the noun is read without a ل ("for") before it. */
function isNoPurpose(key: string, noun: string): boolean {
  return key.endsWith(noun) && !key.slice(0, -noun.length).includes("ل");
}

function reads(
  key: string,
  words: ReadonlySet<string>,
  fits: (key: string, reading: string) => boolean = () => true,
): boolean {
  return readings(key).some((reading) => words.has(reading.key) && fits(key, reading.key));
}
