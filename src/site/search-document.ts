import { digest } from "../digest.ts";
import type { ListedArticle } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import { FIELDS, type FieldName, type FieldRow } from "../model/fields.ts";
import type { SiteContext } from "./context.ts";
import { headline, idsIn, type NamingField, titleNote } from "./listed-article.ts";
import { VIEW } from "./strings.ts";
import type { SearchDocument, SearchSource } from "./views/search.ts";

/** Fields a search can be narrowed by, in the order of the field table. */
const FILTERS = (Object.keys(FIELDS) as FieldName[]).flatMap((field) => {
  const { filter, label }: FieldRow = FIELDS[field];
  return filter === undefined ? [] : [{ field: field as NamingField, name: filter, label }];
});

/** Filters that follow from no single field. */
const YEAR = "year";
const EVENT = "event";
const DATE_KIND = "date-kind";
const SCRIPT = "script";

/** Names of all filters with their Arabic labels, for the search page. */
export function searchFilters(): { readonly name: string; readonly label: string }[] {
  return [
    ...FILTERS.map(({ name, label }) => ({ name, label })),
    { name: YEAR, label: VIEW.fields.year },
    { name: EVENT, label: VIEW.fields.event },
    { name: DATE_KIND, label: VIEW.fields.dateKind },
    { name: SCRIPT, label: VIEW.fields.script },
  ];
}

/** The filter by which a search finds the articles of a record, when one of its articles holds it in a field with a filter. */
export function filterFor(articles: readonly ListedArticle[], { id, type }: Entity): string | undefined {
  const filters = FILTERS.filter(({ field }) => FIELDS[field].entityType === type);
  return filters.find(({ field }) => articles.some((article) => idsIn(article, field).includes(id)))?.name;
}

/** An article for the search index; its body is read when it is indexed. */
export function searchSource(context: SiteContext, article: ListedArticle): SearchSource {
  const { bodies, read } = context.texts;
  return {
    outline: () => {
      const document = searchDocument(context, article, "");
      const key = digest(JSON.stringify([bodies.get(article.id)?.key, document]));
      return { key, isDated: document.sort.date !== undefined };
    },
    read: async () => searchDocument(context, article, (await read(article)).body.html),
  };
}

/** What the search index reads of an article with this body. Values are what readers see. */
export function searchDocument(context: SiteContext, article: ListedArticle, html: string): SearchDocument {
  const label = (id: string) => context.entity(id).prefLabel;
  const period = article.date === undefined ? undefined : context.formatDate(article.date).period;
  const event = article.event === undefined ? undefined : context.events.get(article.event);
  const filters: Record<string, readonly string[]> = {};
  for (const { field, name } of FILTERS) {
    const labels = idsIn(article, field).map(label);
    if (labels.length > 0) filters[name] = labels;
  }
  // The field table's first filter is the source; articles without one can be looked for as well.
  filters[FIELDS.source.filter] ??= [VIEW.unknownSource];
  filters[YEAR] = [period?.slice(0, 4) ?? VIEW.undated];
  if (event !== undefined) filters[EVENT] = [event.title];
  const note = titleNote(article);
  const [date] = article.date === undefined ? [] : context.dates(article);
  if (date !== undefined) filters[DATE_KIND] = [date.kind];
  const scripts = scriptsOf(article);
  if (scripts.length > 0) filters[SCRIPT] = scripts;
  return {
    url: context.urls.article(article.id),
    title: headline(article),
    html,
    filters,
    names: FILTERS.flatMap(({ field }) => idsIn(article, field).map(label)),
    meta: {
      ...(article.source === undefined ? {} : { source: label(article.source) }),
      ...(date === undefined ? {} : { date: date.text }),
      ...(date?.certainty === undefined ? {} : { certainty: date.certainty }),
      ...(note === undefined ? {} : { titleNote: note }),
    },
    sort: period === undefined ? {} : { date: period },
  };
}

/** The letters that the article writes names in: what language they are of, letters do not tell. */
function scriptsOf({ names }: ListedArticle): string[] {
  const forms = Object.values(names).flatMap((naming) => Object.keys(naming.forms));
  return SCRIPTS.filter(({ letters }) => forms.some((form) => letters.test(form))).map(({ label }) => label);
}

const SCRIPTS = [
  { letters: /\p{Script=Arabic}/u, label: VIEW.scripts.arabic },
  { letters: /\p{Script=Latin}/u, label: VIEW.scripts.latin },
  { letters: /\p{Script=Cyrillic}/u, label: VIEW.scripts.cyrillic },
];
