import type { Problem, Severity } from "../messages.ts";
import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { DATE_FIELDS, ENTITIES_FIELDS, ENTITY_FIELDS } from "../model/fields.ts";
import type { Evidence } from "../model/span.ts";

/** Below this confidence an editor should look at the words; rules state how sure they are from 0 to 1. */
const SURE = 0.6;

/**
 * What the articles do not say, or say with a doubt, in the order of the articles. `fileOf` gives the article's
 * file as the person knows it, relative to the content folder.
 */
export function findDoubts(archive: Archive, fileOf: (article: Article) => string): Problem[] {
  const copies = copiesOf(archive);
  return archive.articles.flatMap((article) => {
    const file = fileOf(article);
    const correct = `Look at raw/${article.raw.path}; what you know goes into corrections/${article.id}.yaml`;
    const doubt = (severity: Severity, rule: string, reason: string, rest: Partial<Problem> = {}): Problem => ({
      file,
      severity,
      rule,
      reason,
      note: correct,
      ...rest,
    });
    return [
      ...titleDoubts(article, doubt),
      ...dateDoubts(article, doubt),
      ...sourceDoubts(article, doubt),
      ...recordDoubts(article, archive, doubt),
      ...evidenceDoubts(article, doubt),
      ...(copies.get(article.id) ?? []).map((first) =>
        doubt("info", "relate:duplicate", `The same text as ${first}`, {
          note: "Both are kept, and each page names the other",
        }),
      ),
    ];
  });
}

type Doubt = (severity: Severity, rule: string, reason: string, rest?: Partial<Problem>) => Problem;

/** An editor set the value or found it right. */
function isSettled(evidence: Evidence | undefined): boolean {
  return evidence?.rule === "correction" || evidence?.confirmed === true;
}

function titleDoubts({ title, titleStatus, evidence }: Article, doubt: Doubt): Problem[] {
  // A headline that is cut off is told of when the raw text is read, with its place there.
  if (titleStatus === "missing") {
    return [doubt("warning", "title:missing", "There is no headline and no lead to derive one from")];
  }
  if (titleStatus === "derived" && !isSettled(evidence.title)) {
    return [doubt("info", "title:derived", "There is no headline; the title comes from the lead", { actual: title })];
  }
  return [];
}

/** EDTF marks: `~` approximate, `?` uncertain, `%` both, `X` a digit nobody knows. */
const DOUBTFUL = /[~?%X]/;

function dateDoubts({ date, dates, evidence }: Article, doubt: Doubt): Problem[] {
  const missing = date === undefined ? [doubt("warning", "date:missing", "No date could be read")] : [];
  return DATE_FIELDS.reduce<Problem[]>((found, field) => {
    const value = dates[field];
    if (value === undefined) return found;
    const where = evidence[`dates.${field}`];
    if (isSettled(where)) return found;
    if (DOUBTFUL.test(value)) {
      found.push(doubt("info", "date:uncertain", `dates.${field} is not certain: ${value}`, { actual: value }));
    }
    const documents = where?.documents;
    if (documents?.length) {
      found.push(
        doubt("info", "date:inferred", `dates.${field} ${value} follows from other articles: ${documents.join(", ")}`, {
          actual: value,
        }),
      );
    }
    return found;
  }, missing);
}

function sourceDoubts({ source }: Article, doubt: Doubt): Problem[] {
  return source === undefined ? [doubt("warning", "source:missing", "The text does not say where it comes from")] : [];
}

/** Names of records that the authority files do not hold (any more). */
function recordDoubts(article: Article, archive: Archive, doubt: Doubt): Problem[] {
  const named = [
    ...ENTITY_FIELDS.map((field) => [field, article[field] === undefined ? [] : [article[field]]] as const),
    ...ENTITIES_FIELDS.map((field) => [field, article[field] ?? []] as const),
  ];
  return named.flatMap(([field, ids]) =>
    ids
      .filter((id) => !archive.authority.entities.has(id))
      .map((id) =>
        doubt("fatal", "article:unknown-record", `${field} names ${id}, which no authority file holds`, {
          actual: id,
          note: "Run sijill ingest, or put the record back into authority/",
        }),
      ),
  );
}

function evidenceDoubts({ evidence }: Article, doubt: Doubt): Problem[] {
  return Object.entries(evidence)
    .filter((entry): entry is [string, Evidence] => entry[1].confidence < SURE)
    .map(([field, { rule, words, confidence }]) => {
      const read = words === undefined ? "" : ` from «${words}»`;
      return doubt("info", "evidence:unsure", `${field} was read${read} by ${rule} with confidence ${confidence}`);
    });
}

/** Article id → the first article of its group of duplicates, for all but the first. */
function copiesOf({ duplicates }: Archive): ReadonlyMap<string, readonly string[]> {
  return new Map(
    duplicates.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((id) => [id, [first]] as const))),
  );
}
