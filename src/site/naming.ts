import { byCodePoint } from "../effects.ts";
import type { ListedArticle } from "../model/article.ts";
import type { EntityType } from "../model/fields.ts";
import { type SiteContext, withoutCount } from "./context.ts";
import { headline } from "./listed-article.ts";
import { DATE_WORDS, fill, formatCount, NOUNS, VIEW } from "./strings.ts";
import type { EntityPage } from "./views/records.ts";

type WrittenAs = EntityPage["writtenAs"];

/** Rows a table of names holds at most: the outlets with most articles stand first. */
const ROWS = 60;
/** Titles told at most: those of most articles. */
const ROLES = 16;

/** What one outlet called the record in one year. */
interface YearOfNames {
  readonly year: string;
  readonly forms: Map<string, number>;
  readonly roles: Set<string>;
}

/**
 * The name as each outlet wrote it in each year, the most frequent form first; the outlets with most articles first.
 * Neighbouring years with the same forms and titles make one row.
 */
export function writtenAs(context: SiteContext, articles: readonly ListedArticle[], id: string): WrittenAs {
  const outlets = new Map<string, { articles: number; years: Map<string, YearOfNames> }>();
  for (const article of articles) {
    const naming = article.names[id];
    if (naming === undefined) continue;
    const outlet = entry(outlets, article.source ?? "", () => ({ articles: 0, years: new Map() }));
    outlet.articles++;
    const year = yearOf(context, article);
    const names = entry(outlet.years, year, () => ({ year, forms: new Map(), roles: new Set() }));
    for (const [form, count] of Object.entries(naming.forms))
      names.forms.set(form, (names.forms.get(form) ?? 0) + count);
    for (const role of naming.roles ?? []) names.roles.add(role);
  }
  const ordered = [...outlets].sort(
    ([a, x], [b, y]) => Number(a === "") - Number(b === "") || y.articles - x.articles || byCodePoint(a, b),
  );
  return ordered
    .flatMap(([source, { years }]) =>
      joinYears([...years.values()]).map(({ label, forms, roles }) => ({
        outlet: source === "" ? undefined : withoutCount(context.ref(source)),
        years: label,
        forms: [...forms]
          .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
          .map(([form, count]) => ({ form, count })),
        roles: [...roles].sort(byCodePoint),
      })),
    )
    .slice(0, ROWS);
}

function joinYears(years: readonly YearOfNames[]) {
  const rows: { first: string; last: string; key: string; forms: Map<string, number>; roles: Set<string> }[] = [];
  // The undated, whose year is empty, stand last.
  const sorted = [...years].sort(
    (a, b) => Number(a.year === "") - Number(b.year === "") || byCodePoint(a.year, b.year),
  );
  for (const { year, forms, roles } of sorted) {
    const key = JSON.stringify([[...forms.keys()].sort(byCodePoint), [...roles].sort(byCodePoint)]);
    const before = rows.at(-1);
    if (before === undefined || before.key !== key || year === "") {
      rows.push({ first: year, last: year, key, forms: new Map(forms), roles });
      continue;
    }
    before.last = year;
    for (const [form, count] of forms) before.forms.set(form, (before.forms.get(form) ?? 0) + count);
  }
  return rows.map(({ first, last, forms, roles }) => ({
    label: first === "" ? VIEW.undated : first === last ? first : `${first}–${last}`,
    forms,
    roles,
  }));
}

/** The titles that articles write before the name, by the day they are first written; the undated last. */
export function rolesInTime(
  context: SiteContext,
  articles: readonly ListedArticle[],
  id: string,
): EntityPage["rolesInTime"] {
  const roles = new Map<string, ListedArticle[]>();
  for (const article of articles)
    for (const role of article.names[id]?.roles ?? []) entry(roles, role, () => []).push(article);
  const told = [...roles]
    .map(([label, list]) => {
      const dates = list.map(({ date }) => date).filter((date) => date !== undefined);
      dates.sort(byCodePoint);
      return { label, count: list.length, start: dates[0], end: dates.at(-1) };
    })
    .sort((a, b) => b.count - a.count || byCodePoint(a.label, b.label))
    .slice(0, ROLES)
    .sort((a, b) => byCodePoint(a.start ?? "9999", b.start ?? "9999") || byCodePoint(a.label, b.label));
  return told.map(({ label, count, start, end }) => ({
    label,
    ...(start === undefined || end === undefined ? {} : { period: periodOf(context, start, end) }),
    articles: formatCount(count, NOUNS.article),
  }));
}

function periodOf({ formatDate }: SiteContext, start: string, end: string): string {
  const [from, to] = [formatDate(start).text, formatDate(end).text];
  return from === to ? from : fill(DATE_WORDS.from, { start: from, end: to });
}

/** The earliest and the latest of the dated articles; `articles` come newest first. A source writes them, others are named in them. */
export function firstAndLast(
  context: SiteContext,
  articles: readonly ListedArticle[],
  type: EntityType,
): EntityPage["mentions"] {
  const [onlyOne, earliest, latest] =
    type === "source"
      ? [VIEW.onlyArticle, VIEW.firstArticle, VIEW.lastArticle]
      : [VIEW.onlyMention, VIEW.firstMention, VIEW.lastMention];
  const dated = articles.filter(({ date }) => date !== undefined);
  const [last, first] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return [];
  const view = (label: string, article: ListedArticle) => {
    const [date] = context.dates(article);
    return date === undefined
      ? []
      : [{ label, date, article: { url: context.urls.article(article.id), label: headline(article) } }];
  };
  return first === last ? view(onlyOne, first) : [...view(earliest, first), ...view(latest, last)];
}

function yearOf({ formatDate }: SiteContext, { date }: ListedArticle): string {
  return date === undefined ? "" : (formatDate(date).period?.slice(0, 4) ?? "");
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
