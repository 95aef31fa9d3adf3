/** What is said of an article wherever it is listed: its headline, its lead, its dates and the records it names. */
import type { ListedArticle } from "../model/article.ts";
import {
  DATE_FIELDS,
  type DateField,
  ENTITIES_FIELDS,
  ENTITY_FIELDS,
  type EntitiesField,
  type EntityField,
  FIELDS,
} from "../model/fields.ts";
import type { DateWords } from "./format-date.ts";
import { VIEW } from "./strings.ts";
import type { Urls } from "./urls.ts";
import type { DateView } from "./views/parts.ts";

/** A field of an article that names records. */
export type NamingField = EntityField | EntitiesField;

/** Fields that name records, in the order of the field table. */
export const NAMING_FIELDS: readonly NamingField[] = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
  (field): field is NamingField =>
    (ENTITY_FIELDS as readonly string[]).includes(field) || (ENTITIES_FIELDS as readonly string[]).includes(field),
);

/** Ids of records a field of the article holds. */
export function idsIn(article: ListedArticle, field: NamingField): readonly string[] {
  const value = article[field];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

export function headline(article: ListedArticle): string {
  return article.title === "" ? VIEW.untitled : article.title;
}

/** «عنوان مستخلَص من المتن» …; nothing for a headline as found. */
export function titleNote({ titleStatus }: ListedArticle): string | undefined {
  return titleStatus === "found" ? undefined : VIEW.titleNotes[titleStatus];
}

/** The lead; where the headline was derived from its beginning, what follows it. */
export function leadBehind({ title, titleStatus }: ListedArticle, lead: string): string {
  const isRepeated = titleStatus === "derived" && lead.startsWith(title.replace(/[…\s]+$/, ""));
  return isRepeated ? lead.slice(title.replace(/[…\s]+$/, "").length).replace(/^[^\p{L}\p{N}«“"(]+/u, "") : lead;
}

/** The beginning of a text, at most `length` characters, cut between words, «…» where it was cut. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const at = cut.lastIndexOf(" ");
  return `${cut.slice(0, at > 0 ? at : length).replace(/[\s،,؛:;–—-]+$/, "")}…`;
}

/** What words a date and finds the page of a period. */
interface DateMakers {
  readonly urls: Pick<Urls, "time">;
  formatDate(edtf: string): DateWords;
  hasPeriod(period: string): boolean;
}

/** The principal date of an article, then the others. */
export function dateViews(article: ListedArticle, { formatDate, hasPeriod, urls }: DateMakers): DateView[] {
  const known = DATE_FIELDS.filter((field) => article.dates[field] !== undefined);
  const principal = known.find((field) => article.dates[field] === article.date);
  const ordered = principal === undefined ? known : [principal, ...known.filter((field) => field !== principal)];
  const views = ordered.map((field) => dateView(field, article.dates[field] as string));
  // An editor may have set a principal date that is none of the others.
  return article.date !== undefined && principal === undefined ? [dateView(undefined, article.date), ...views] : views;

  function dateView(field: DateField | undefined, edtf: string): DateView {
    const { text, certainty, datetime, period } = formatDate(edtf);
    const how = certaintyOf(article, field) ?? certainty;
    return {
      text,
      edtf,
      ...(datetime === undefined ? {} : { datetime }),
      kind: field === undefined ? VIEW.fields.date : FIELDS[field].label,
      ...(how === undefined ? {} : { certainty: how }),
      ...(period !== undefined && hasPeriod(period) ? { url: urls.time(period) } : {}),
    };
  }
}

/** «مستنتَج من تقارير أخرى» when other documents told, «حدَّده محرر الأرشيف» when an editor did. */
function certaintyOf(article: ListedArticle, field: DateField | undefined): string | undefined {
  const evidence = article.evidence[field === undefined ? "date" : `dates.${field}`];
  if (evidence?.rule === "correction") return VIEW.certainty.corrected;
  return evidence?.documents?.length ? VIEW.certainty.inferred : undefined;
}
