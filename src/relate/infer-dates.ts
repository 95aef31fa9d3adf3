import { isDay, weekdayOf } from "../arabic/calendars.ts";
import type { Event } from "../model/archive.ts";
import type { Relatable } from "../model/article.ts";
import type { Extracted } from "../model/span.ts";

/** Rule of a date that other reports of the event give. */
export const INFERRED_DATE = "date:inferred-from-same-event";

/**
 * Event dates that follow from other reports of the same event: the article names a weekday and no date, all
 * reports that give the day give the same one, and it falls on that weekday. Article id → date.
 */
export function inferDates(articles: readonly Relatable[], events: readonly Event[]): Map<string, Extracted<string>> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const found = new Map<string, Extracted<string>>();
  for (const event of events) {
    const reports = event.articles.map((id) => byId.get(id)).filter((article) => article !== undefined);
    const dated = reports.filter(({ fields }) => isDay(fields.event?.value));
    const days = new Set(dated.map(({ fields }) => fields.event?.value as string));
    const [day] = days;
    if (day === undefined || days.size !== 1) continue;
    for (const { id, fields, signals } of reports) {
      const { weekday } = signals;
      if (fields.event !== undefined || weekday === undefined || weekday.value !== weekdayOf(day)) continue;
      found.set(id, {
        value: day,
        rule: INFERRED_DATE,
        ...(weekday.words !== undefined && weekday.at && { words: weekday.words, at: weekday.at }),
        confidence: dated.length > 1 ? 0.85 : 0.75,
        documents: dated.map((article) => article.id),
      });
    }
  }
  return found;
}
