import { type Day, isDay, weekdayOf } from "../arabic/calendars.ts";
import { type FoundDate, isMonthFirst, parseArabicDate, parseWeekdays } from "../arabic/dates.ts";
import { EVENT_VERBS } from "../arabic/lexicon/events.ts";
import { fold } from "../arabic/normalize.ts";
import { sentences, tokenize } from "../arabic/tokenize.ts";
import type { Dateline, SegmentedArticle, Signals } from "../model/article.ts";
import type { Occasion } from "../model/entity.ts";
import type { DateField } from "../model/fields.ts";
import type { Extracted, Part, Span } from "../model/span.ts";
import { anniversaryYear } from "./anniversary.ts";

export interface FoundDates {
  readonly fields: { readonly [F in DateField]?: Extracted<string> };
  readonly weekday?: Signals["weekday"];
  /** Dates of the text that contradict each other, in words. */
  readonly contradictions: readonly Part[];
}

/** The lead: the paragraphs in which a report says when its event was. */
const LEAD_PARAGRAPHS = 2;
/** A date after one of these is not the event's own («منذ 3 مايو»). */
const OTHER_TIME: ReadonlySet<string> = new Set(["منذ", "حتي", "قبل", "بعد", "مواليد", "بحلول"]);
/** Words, folded, that belong to a date in front of it («مساء يوم 3 مايو»). */
const DATE_OPENERS: ReadonlySet<string> = new Set(["يوم", "مساء", "صباح", "ليله", "فجر", "ظهر", "عصر", "اليوم"]);

/** Dates of one article by kind. The clock and the file's times are never asked. */
export function extractDates(article: SegmentedArticle, occasions: readonly Occasion[]): FoundDates {
  const contradictions: Part[] = [];
  const filed = filedDate(article.dateline);
  const stamp = stampDate(article.stamps);
  const published = stamp ?? (filed && { ...filed, rule: "date:dateline", confidence: 0.9 });
  const reference = [filed?.value, published?.value].find(isDay);
  const lead = article.blocks.filter((block) => block.kind === "paragraph").slice(0, LEAD_PARAGRAPHS);
  const event = eventDate(article.text, lead, reference, contradictions);
  const weekday = leadWeekday(article.text, lead);
  const approximate = published || event ? undefined : anniversaryYear(article, occasions);
  return {
    fields: {
      ...((published ?? approximate) ? { published: (published ?? approximate) as Extracted<string> } : {}),
      ...(filed && { filed }),
      ...(event && { event }),
    },
    ...(weekday && { weekday }),
    contradictions,
  };
}

function filedDate(dateline: Dateline | undefined): Extracted<string> | undefined {
  const day = dateline?.date && parseArabicDate(dateline.date.text).find(({ absolute }) => absolute);
  return (
    day &&
    dateline && { value: day.edtf, rule: "date:dateline", words: dateline.text, at: dateline.at, confidence: 0.97 }
  );
}

function stampDate(stamps: readonly Part[]): Extracted<string> | undefined {
  for (const stamp of stamps) {
    const day = parseArabicDate(stamp.text)[0];
    if (day === undefined) continue;
    const words = stamp.text.slice(...day.at);
    const monthFirst = day.rule === "numeric" && isMonthFirst(words);
    return {
      value: day.edtf,
      rule: monthFirst ? "date:page-stamp-month-first" : "date:page-stamp",
      words,
      at: [stamp.at[0] + day.at[0], stamp.at[0] + day.at[1]],
      confidence: 0.95,
    };
  }
  return undefined;
}

function eventDate(
  raw: string,
  lead: readonly Part[],
  reference: Day | undefined,
  contradictions: Part[],
): Extracted<string> | undefined {
  for (const [index, paragraph] of lead.entries()) {
    const text = raw.slice(...paragraph.at);
    for (const found of parseArabicDate(text, reference ? { reference } : {})) {
      if (!isDay(found.edtf) || followsOtherTime(text, found) || found.rule === "numeric") continue;
      if (
        found.absolute &&
        ((reference !== undefined && found.edtf > reference) || index > 0 || !isMainClause(text, found))
      )
        continue;
      const at = withOpeners(text, found.at);
      const span: Span = [paragraph.at[0] + at[0], paragraph.at[0] + at[1]];
      const words = raw.slice(...span);
      const named = parseWeekdays(words)[0];
      const today = found.rule === "weekday" && /^[وفبل]?اليوم/.test(fold(words));
      if (today && reference && named && weekdayOf(reference) !== named.weekday) {
        contradictions.push({ text: words, at: span });
        continue;
      }
      const rule = found.absolute
        ? "date:explicit-in-lead"
        : today || found.rule === "today"
          ? "date:today-with-dateline"
          : found.rule === "weekday"
            ? "date:weekday-before-dateline"
            : `date:${found.rule}-before-dateline`;
      return { value: found.edtf, rule, words, at: span, confidence: found.absolute ? 0.95 : 0.9 };
    }
  }
  return undefined;
}

function followsOtherTime(text: string, found: FoundDate): boolean {
  const before = tokenize(text.slice(0, found.at[0]))
    .slice(-2)
    .map((token) => token.key);
  return before.some((key) => OTHER_TIME.has(key));
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

/**
 * A full date is the event's when it stands in the main clause of the article's first sentence, which opens with
 * a verb of holding or happening: «عقد … لقاء … مساء يوم 3 مايو 2019». Dates elsewhere are background.
 */
function isMainClause(text: string, found: FoundDate): boolean {
  const [from, to] = sentences(text)[0] ?? [0, 0];
  if (found.at[0] < from || found.at[1] > to) return false;
  const [verb, ...between] = tokenize(text.slice(from, found.at[0]));
  return verb !== undefined && EVENT_VERBS.has(verb.key) && !between.some(({ key }) => CLAUSE_OPENERS.has(key));
}

/** Widens a date to the words that open it: «3 مايو 2019» to «مساء يوم 3 مايو 2019». */
function withOpeners(text: string, at: readonly [number, number]): [number, number] {
  let start = at[0];
  for (const token of tokenize(text.slice(0, start)).reverse()) {
    if (!DATE_OPENERS.has(token.key) || text.slice(token.end, start).trim() !== "") break;
    start = token.start;
  }
  return [start, at[1]];
}

function leadWeekday(raw: string, lead: readonly Part[]): Signals["weekday"] | undefined {
  for (const paragraph of lead) {
    for (const [from, to] of sentences(raw.slice(...paragraph.at), paragraph.at[0])) {
      const found = parseWeekdays(raw.slice(from, to))[0];
      if (found === undefined) continue;
      const at: Span = [from + found.at[0], from + found.at[1]];
      return { value: found.weekday, rule: "date:weekday", words: raw.slice(...at), at, confidence: 0.9 };
    }
  }
  return undefined;
}
