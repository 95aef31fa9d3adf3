import type { ListedArticle } from "../model/article.ts";
import { DATE_FIELDS, FIELDS, TEXTS_FIELDS } from "../model/fields.ts";
import type { SiteContext } from "./context.ts";
import { formatCsv } from "./csv.ts";
import { headline, idsIn, NAMING_FIELDS } from "./listed-article.ts";
import type { SiteText } from "./site-data.ts";
import { fill, VIEW } from "./strings.ts";

/** Between the values of a list; names and addresses hold no such sign with blanks. */
const BETWEEN = " | ";

interface Column {
  /** Name that stays, behind the Arabic label. */
  readonly id: string;
  readonly label: string;
  cell(article: ListedArticle): string;
}

/** All that is known of the articles as one table, a row each, in order of time: for whoever counts, sorts or draws. */
export function articlesTable(context: SiteContext): SiteText {
  return { url: context.urls.file("articles.csv"), content: () => formatTable(context) };
}

function formatTable(context: SiteContext): string {
  const columns = columnsOf(context);
  const heading = columns.map(({ id, label }) => `${label} (${id})`);
  return formatCsv([heading, ...context.archive.articles.map((article) => columns.map(({ cell }) => cell(article)))]);
}

/** The rows of the field table as columns: a record by its name and by its id, which its address ends with. */
function columnsOf(context: SiteContext): Column[] {
  const { urls, entity, events } = context;
  const { table } = VIEW;
  return [
    { id: "id", label: table.id, cell: ({ id }) => id },
    { id: "title", label: VIEW.fields.title, cell: headline },
    { id: "titleStatus", label: table.titleStatus, cell: ({ titleStatus }) => titleStatus },
    { id: "date", label: VIEW.fields.date, cell: ({ date = "" }) => date },
    ...DATE_FIELDS.map((field) => ({
      id: field,
      label: FIELDS[field].label,
      cell: ({ dates }: ListedArticle) => dates[field] ?? "",
    })),
    ...NAMING_FIELDS.flatMap((field) => [
      {
        id: field,
        label: FIELDS[field].label,
        cell: (article: ListedArticle) => join(idsIn(article, field).map((id) => entity(id).prefLabel)),
      },
      {
        id: `${field}.id`,
        label: fill(table.idOf, { field: FIELDS[field].label }),
        cell: (article: ListedArticle) => join(idsIn(article, field)),
      },
    ]),
    ...TEXTS_FIELDS.map((field) => ({
      id: field,
      label: FIELDS[field].label,
      cell: (article: ListedArticle) => join(article[field] ?? []),
    })),
    // `event` is the day; this is what happened on it.
    { id: "dossier", label: VIEW.fields.event, cell: ({ event = "" }) => events.get(event)?.title ?? "" },
    { id: "dossier.id", label: fill(table.idOf, { field: VIEW.fields.event }), cell: ({ event = "" }) => event },
    { id: "url", label: table.url, cell: ({ id }) => urls.absolute(urls.article(id)) ?? urls.article(id) },
    { id: "raw", label: table.raw, cell: ({ raw }) => raw.path },
    { id: "sha256", label: table.sha256, cell: ({ raw }) => raw.sha256 },
  ];
}

function join(values: readonly string[]): string {
  return values.join(BETWEEN);
}
