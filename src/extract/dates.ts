import { type Day, daysBetween, isDay } from "../arabic/calendars.ts";
import { PARTING } from "../arabic/characters.ts";
import { type DateContext, type FoundDate, mayNameWeekday, parseArabicDate, parseWeekdays } from "../arabic/dates.ts";
import { EVENT_VERBS } from "../arabic/lexicon/events.ts";
import { indexWords, sentences, type Token, tokenize, type Words } from "../arabic/tokenize.ts";
import type { Dateline, SegmentedArticle, Signals } from "../model/article.ts";
import type { Occasion } from "../model/entity.ts";
import type { DateField } from "../model/fields.ts";
import type { Extracted, Part, Span } from "../model/span.ts";
import { prefer } from "./alternatives.ts";
import { anniversaryYear } from "./anniversary.ts";
import { type Contradiction, contradictionOf, isDenied } from "./contradictions.ts";
import { endsInRelativeClause } from "./relative-clause.ts";
import { readStamps } from "./stamps.ts";

export interface FoundDates {
  readonly fields: { readonly [F in DateField]?: Extracted<string> };
  readonly weekday?: Signals["weekday"];
  readonly contradictions: readonly Contradiction[];
}

/** The lead: the paragraphs in which a report says when its event was. */
const LEAD_PARAGRAPHS = 2;
/** A date after one of these is not the event's own («منذ 3 مايو»). */
const OTHER_TIME: ReadonlySet<string> = new Set(["منذ", "حتي", "قبل", "بعد", "مواليد", "بحلول"]);
/** Ways of naming the day on which something was. Numbers («3/5») and feasts in a lead are mostly about something else. */
export const EVENT_RULES: ReadonlySet<string> = new Set([
  "day-month-year",
  "month-day-year",
  "day-month",
  "day-of-month",
  "hijri-day",
  "weekday",
  "weekday-of-week",
  "today",
  "yesterday",
  "day-before-yesterday",
]);
/** How far before a date its own words are looked for, in characters. */
const REACH = 60;
/** Words, folded, that belong to a date in front of it («مساء يوم 3 مايو»). */
const DATE_OPENERS: ReadonlySet<string> = new Set(["يوم", "مساء", "صباح", "ليله", "فجر", "ظهر", "عصر", "اليوم"]);

/**
 * Dates of one article by kind. The clock and the file's times are never asked. `region`: ISO 3166-1 code of the
 * country it was published in, where that is known.
 */
export function extractDates(
  article: SegmentedArticle,
  occasions: readonly Occasion[],
  region?: string,
  words: Words = indexWords(article.text),
): FoundDates {
  const context: DateContext = region === undefined ? {} : { region };
  const declared = article.metadata?.published?.chosen[0].value.slice(0, "YYYY-MM-DD".length);
  const stamps = readStamps(article.stamps, isDay(declared) ? declared : undefined);
  const contradictions: Contradiction[] = [...stamps.contradictions];
  const filed = filedDate(article.dateline, context, contradictions);
  const inDateline = filed && { ...filed, rule: "date:dateline", confidence: 0.9 };
  const published = stamps.published ? prefer(stamps.published, inDateline, "choose:rank") : inDateline;
  const reference = [filed?.value, declared, published?.value].find(isDay);
  if (isLater(filed, stamps.published))
    contradictions.push({
      text: filed?.words as string,
      at: filed?.at as Span,
      kind: "filed-later",
      field: "filed",
      isTaken: true,
    });
  const lead = article.blocks.filter((block) => block.kind === "paragraph").slice(0, LEAD_PARAGRAPHS);
  const event = eventDate(article.text, lead, reference ? { ...context, reference } : context, contradictions);
  const weekday = leadWeekday(article.text, lead, words);
  const approximate = published || event ? undefined : anniversaryYear(article, occasions, words);
  return {
    fields: {
      ...((published ?? approximate) ? { published: (published ?? approximate) as Extracted<string> } : {}),
      ...(filed && { filed }),
      ...(stamps.modified && { modified: stamps.modified }),
      ...(event && { event }),
    },
    ...(weekday && { weekday }),
    contradictions,
  };
}

function filedDate(
  dateline: Dateline | undefined,
  context: DateContext,
  contradictions: Contradiction[],
): Extracted<string> | undefined {
  if (dateline?.date === undefined) return undefined;
  const dates = parseArabicDate(dateline.date.text, context);
  const day = dates.find((date) => date.absolute && !isDenied(date));
  const contradicted = dates.findIndex(({ absolute, contradiction }) => absolute && contradiction !== undefined);
  const contradiction = contradictionOf(dates, contradicted, dateline.date, "filed", day !== undefined);
  if (contradiction !== undefined) contradictions.push(contradiction);
  if (day === undefined) return undefined;
  const confidence = day.contradiction === undefined ? 0.97 : (day.confidence ?? 0.6);
  return { value: day.edtf, rule: "date:dateline", words: dateline.text, at: dateline.at, confidence };
}

/** A report is filed before it is published; where the clocks of two countries differ, the day may be the next. */
function isLater(filed: Extracted<string> | undefined, published: Extracted<string> | undefined): boolean {
  const days = [filed?.value, published?.value];
  return days.every(isDay) && daysBetween(days[1] as Day, days[0] as Day) > 1;
}

function eventDate(
  raw: string,
  lead: readonly Part[],
  context: DateContext,
  contradictions: Contradiction[],
): Extracted<string> | undefined {
  const candidates: Extracted<string>[] = [];
  for (const [index, paragraph] of lead.entries()) {
    const text = raw.slice(...paragraph.at);
    const dates = parseArabicDate(text, context);
    for (const [i, found] of dates.entries()) {
      if (candidates.length >= MOST_DAYS) break;
      if (!isDay(found.edtf) || !EVENT_RULES.has(found.rule) || found.future || isOfOtherTime(text, found)) continue;
      if (found.contradiction) {
        const contradiction = contradictionOf(dates, i, { text, at: paragraph.at }, "event", false);
        if (contradiction !== undefined) contradictions.push(contradiction);
        continue;
      }
      const at = withOpeners(text, found.at);
      const span: Span = [paragraph.at[0] + at[0], paragraph.at[0] + at[1]];
      const words = raw.slice(...span);
      if (found.absolute && (index > 0 || !isMainClause(text, found))) continue;
      const rule = found.absolute
        ? "date:explicit-in-lead"
        : found.rule === "today"
          ? "date:today-with-dateline"
          : `date:${found.rule}-before-dateline`;
      candidates.push({ value: found.edtf, rule, words, at: span, confidence: found.absolute ? 0.95 : 0.9 });
    }
  }
  // A report says first when its event was; what it names after that is kept beside it.
  const [first, ...others] = candidates;
  return first && others.reduce((event, other) => prefer(event, other, "choose:first-named"), first);
}

/** «منذ صدامات رافقت الإضراب في 3 مايو»: words, folded, that begin a stretch of time behind «منذ», which ends before the date. */
const STRETCH =
  /^(?:\d.*|عام|عامين|سنه|سنتين|سنوات|اعوام|شهر|شهرين|اشهر|شهور|اسبوع|اسبوعين|اسابيع|يوم|يومين|ايام|ساعه|ساعات|عقد|عقدين|عقود|قرن|قرون|اكثر|اقل|نحو|حوالي|قرابه|ما|زمن|فتره|مده|بضعه|عده|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمانيه?|تسعه?|عشره?|امس|الان)$/;
/** «قبل مباراته أمام الفريق الأحد»: what is still to come when the text is written. */
const TO_COME =
  /^(?:ال)?(?:مباراه?|مباريات|لقاء|مواجهه|موقعه|نهايي|انطلاق|افتتاح|بدء|موعد|جوله|قمه)(?:ت?ه|ت?ها|ت?هم|ت?هما)?$/;
/** «على ما هي اليوم», «قضيتنا اليوم هي», «عالم اليوم»: today as the present age. */
const NOWADAYS = /^(?:هو|هي|هم|عليه|عليها|عالم|عالمنا|جيل|شباب|اجيال)$/;
/** «أفرجت عنهم بعد أن اعتقلتهم السبت»: before «أن» and a verb, whose day it then is. */
const BEFORE_A_CLAUSE = /^و?(?:بعد|قبل|منذ|عقب|اثر|الي|لحين)$/;
/** How many words before a date may hold the one that makes it another matter's. */
const NEAR_WORDS = 9;

/** No sentence is looked at further back from a date, in characters. */
const LONGEST_SENTENCE = 2000;
/** Days named in a lead beyond which none is kept beside the first. */
const MOST_DAYS = 20;

/** Whether a date in the lead is not the event's own: what was before it, what is to come, what only might be. */
function isOfOtherTime(text: string, found: FoundDate): boolean {
  const before = tokenize(text.slice(Math.max(0, found.at[0] - REACH), found.at[0])).map(({ key }) => key);
  if (before.slice(-2).some((key) => OTHER_TIME.has(key))) return true;
  if (found.rule === "today") {
    const [after] = tokenize(text.slice(found.at[1], found.at[1] + REACH));
    if (NOWADAYS.test(before.at(-1) ?? "") || (after !== undefined && /^(?:هو|هي|هم)$/.test(after.key))) return true;
  }
  const start = Math.max(0, found.at[0] - LONGEST_SENTENCE);
  const [from] = sentences(text.slice(start, found.at[0]), start).at(-1) ?? [start];
  const [opening] = tokenize(text.slice(from, found.at[0]), 0, 1);
  if (opening?.key === "اذا") return true;
  const clause =
    text
      .slice(Math.max(from, found.at[0] - 2 * REACH), found.at[0])
      .split(/[،,؛:.؟!]/)
      .at(-1) ?? "";
  const words = tokenize(clause)
    .slice(-NEAR_WORDS)
    .map(({ key }) => key);
  if (endsInRelativeClause(words)) return true;
  return words.some((key, i) => {
    const next = words[i + 1];
    if (key === "بعدما" || key === "قبلما" || (next === "ان" && BEFORE_A_CLAUSE.test(key))) return true;
    return next !== undefined && ((key === "منذ" && !STRETCH.test(next)) || (key === "قبل" && TO_COME.test(next)));
  });
}

/** Words, folded, that open a clause of its own: a date behind one may belong to another matter. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  "الذي",
  "التي",
  "الذين",
  "اللذين",
  "حيث",
  "عندما",
  "بعدما",
  "بينما",
  "اثر",
  "عقب",
  "ان",
  "انه",
  "انها",
  "بان",
  "لان",
  "فيما",
]);

/** The main clause of a first sentence ends before this many characters. */
const LONGEST_CLAUSE = 600;

/**
 * A full date is the event's when it stands in the main clause of the article's first sentence, which opens with
 * a verb of holding or happening: «عقد … لقاء … مساء يوم 3 مايو 2019». Dates elsewhere are background.
 */
function isMainClause(text: string, found: FoundDate): boolean {
  const [from, to] = sentences(text.slice(0, LONGEST_CLAUSE))[0] ?? [0, 0];
  if (found.at[0] < from || found.at[1] > to) return false;
  const [verb, ...between] = tokenize(text.slice(from, found.at[0]));
  return verb !== undefined && EVENT_VERBS.has(verb.key) && !between.some(({ key }) => CLAUSE_OPENERS.has(key));
}

/** Widens a date to the words that open it: «3 مايو 2019» to «مساء يوم 3 مايو 2019». */
function withOpeners(text: string, at: readonly [number, number]): [number, number] {
  let start = at[0];
  const from = Math.max(0, start - REACH);
  for (const token of tokenize(text.slice(from, start), from).reverse()) {
    if (!DATE_OPENERS.has(token.key) || text.slice(token.end, start).trim() !== "") break;
    start = token.start;
  }
  return [start, at[1]];
}

function leadWeekday(raw: string, lead: readonly Part[], words: Words): Signals["weekday"] | undefined {
  for (const paragraph of lead) {
    if (!mayNameWeekdays(raw.slice(...paragraph.at), paragraph.at, words)) continue;
    for (const [from, to] of words.sentencesIn(...paragraph.at)) {
      const found = parseWeekdays(raw.slice(from, to))[0];
      if (found === undefined) continue;
      const at: Span = [from + found.at[0], from + found.at[1]];
      return { value: found.weekday, rule: "date:weekday", words: raw.slice(...at), at, confidence: 0.9 };
    }
  }
  return undefined;
}

/** By the words of the paragraph, which hold the names of weekdays unless something that cannot be seen parts them. */
function mayNameWeekdays(text: string, [start, end]: Span, { tokens, first }: Words): boolean {
  // A word that the paragraph cuts is asked as a whole.
  for (let i = Math.max(0, first(start) - 1); i < tokens.length && (tokens[i] as Token).start < end; i++)
    if (mayNameWeekday(tokens[i] as Token)) return true;
  return PARTING.test(text);
}
