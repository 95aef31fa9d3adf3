import { type RankedDoubt, rankDoubts } from "../doubts/rank.ts";
import { byCodePoint } from "../effects.ts";
import type { ListedArticle } from "../model/article.ts";
import { CORRECTED } from "../model/correction.ts";
import { DATE_FIELDS, FIELDS, type FieldRow } from "../model/fields.ts";
import { type SiteContext, withoutCount } from "./context.ts";
import { formatCsv } from "./csv.ts";
import { fieldLabel } from "./field-label.ts";
import { headline } from "./listed-article.ts";
import type { PageSource, SiteText } from "./site-data.ts";
import { DOUBT_WORDS, fill, formatCount, formatNumber, formatRule, NOUNS, VIEW } from "./strings.ts";
import type { Ref } from "./views/parts.ts";
import type { CorrectableField, DoubtView, ReviewPage } from "./views/review.ts";

/** A page that a reader can look through; all of them stand in the table. */
const SHOWN = 200;

/** The list of doubtful fields as a page and as a table, and the records that a correction may name. */
export function reviewPages(context: SiteContext): {
  readonly pages: readonly PageSource[];
  readonly files: readonly SiteText[];
} {
  const { archive, texts, urls } = context;
  // Of a large archive there are many: ranked when the page or the table is made.
  let ranked: readonly RankedDoubt[] | undefined;
  const doubts = () => {
    ranked ??= rankDoubts(archive, texts.doubts);
    return ranked;
  };
  const records = () =>
    [...archive.authority.entities.values()]
      .map(({ id, type, prefLabel }) => ({ id, type, label: prefLabel }))
      .sort((a, b) => byCodePoint(a.type, b.type) || byCodePoint(a.id, b.id));
  return {
    pages: [{ url: urls.review(), kind: "review", view: async () => reviewPage(context, doubts()) }],
    files: [
      { url: urls.file("review/doubts.csv"), content: () => formatDoubtsCsv(context, doubts()) },
      { url: urls.file("review/records.json"), content: () => `${JSON.stringify(records())}\n` },
    ],
  };
}

function reviewPage(context: SiteContext, doubts: readonly RankedDoubt[]): ReviewPage {
  const { urls } = context;
  const articles = new Set(doubts.map(({ article }) => article)).size;
  const counts = { fields: formatCount(doubts.length, NOUNS.field), articles: formatCount(articles, NOUNS.article) };
  const rest = fill(DOUBT_WORDS.rest, { shown: formatNumber(SHOWN), all: formatNumber(doubts.length) });
  return {
    kind: "review",
    url: urls.review(),
    title: VIEW.review,
    section: "review",
    heading: VIEW.review,
    total: doubts.length === 0 ? DOUBT_WORDS.none : fill(DOUBT_WORDS.total, counts),
    ...(doubts.length > SHOWN ? { rest } : {}),
    csvUrl: urls.file("review/doubts.csv"),
    recordsUrl: urls.file("review/records.json"),
    // The id of an article has no braces: they come out escaped.
    articleUrl: urls.article("{id}").replace(encodeURIComponent("{id}"), "{id}"),
    doubts: doubts.slice(0, SHOWN).map((doubt) => doubtView(context, doubt)),
    fields: CORRECTED.map(correctableField),
  };
}

function correctableField(name: (typeof CORRECTED)[number]): CorrectableField {
  if (name === "title") return { name, label: fieldLabel(name), kind: "title" };
  const { label, kind, entityType }: FieldRow = FIELDS[name];
  return { name, label, kind, ...(entityType === undefined ? {} : { type: entityType }) };
}

function doubtView(context: SiteContext, doubt: RankedDoubt): DoubtView {
  const article = context.articles.get(doubt.article) as ListedArticle;
  const url = context.urls.article(article.id);
  const value = doubt.field === "title" ? { url, label: headline(article) } : valueView(context, doubt);
  const words = doubt.words ?? doubt.evidence?.words;
  return {
    article: { url, label: headline(article) },
    field: fieldLabel(doubt.key),
    ...(value === undefined ? {} : { value }),
    reason: reasonOf(context, doubt),
    ...(words === undefined || doubt.field === "title" ? {} : { words }),
    worth: fill(DOUBT_WORDS.worth, {
      weight: formatNumber(doubt.weight),
      doubt: String(doubt.doubt),
      pages: formatNumber(doubt.pages),
      worth: formatNumber(doubt.worth),
    }),
    correctUrl: context.urls.review({ article: article.id, field: doubt.field }),
  };
}

/** The value as readers see it, linked when it is a record that has a page. */
function valueView(context: SiteContext, { field, value }: RankedDoubt): Ref | string | undefined {
  if (value === undefined) return undefined;
  if (isDate(field)) return context.formatDate(value).text;
  return context.occurrences.has(value) ? withoutCount(context.ref(value)) : value;
}

function isDate(field: string): boolean {
  return (DATE_FIELDS as readonly string[]).includes(field);
}

/** «مستنتَج من تقارير أخرى», and the rule where the doubt is about what a rule read. */
function reasonOf({ formatDate }: SiteContext, { kind, field, evidence, against, rival, fix }: RankedDoubt): string {
  const reason = DOUBT_WORDS.kinds[kind];
  if (against !== undefined)
    return fill(DOUBT_WORDS.against, { field: fieldLabel(against.field), value: formatDate(against.value).text });
  if (rival !== undefined)
    return fill(DOUBT_WORDS.rival, { value: isDate(field) ? formatDate(rival.value).text : rival.words });
  if (kind === "several" && fix !== undefined) return fill(DOUBT_WORDS.several, { fix });
  return kind === "unsure" && evidence !== undefined ? `${reason}: ${formatRule(evidence.rule)}` : reason;
}

/** Every doubt, a row each. Columns have an Arabic heading and, behind it, a name that stays. */
function formatDoubtsCsv(context: SiteContext, doubts: readonly RankedDoubt[]): string {
  const heading = Object.entries(DOUBT_WORDS.columns).map(([id, label]) => `${label} (${id})`);
  const rows = doubts.map((doubt, index) => {
    const article = context.articles.get(doubt.article) as ListedArticle;
    const view = valueView(context, doubt);
    const cells: Readonly<Record<keyof typeof DOUBT_WORDS.columns, string | number>> = {
      rank: index + 1,
      worth: doubt.worth,
      weight: doubt.weight,
      doubt: doubt.doubt,
      pages: doubt.pages,
      article: doubt.article,
      title: headline(article),
      field: doubt.field,
      fieldLabel: fieldLabel(doubt.key),
      value: doubt.value ?? "",
      valueLabel: view === undefined ? "" : typeof view === "string" ? view : view.label,
      kind: doubt.kind,
      reason: reasonOf(context, doubt),
      words: doubt.words ?? doubt.evidence?.words ?? "",
      confidence: doubt.evidence?.confidence ?? "",
      rule: doubt.evidence?.rule ?? doubt.rule,
      raw: `raw/${article.raw.path}`,
      correction: `corrections/${doubt.article}.yaml`,
      url: context.urls.absolute(context.urls.article(article.id)) ?? context.urls.article(article.id),
    };
    return Object.keys(DOUBT_WORDS.columns).map((id) => cells[id as keyof typeof cells]);
  });
  return formatCsv([heading, ...rows]);
}
