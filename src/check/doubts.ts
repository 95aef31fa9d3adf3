import { type Doubt, doubtsOf } from "../doubts/find.ts";
import type { Problem } from "../messages.ts";
import type { Archive } from "../model/archive.ts";
import type { ListedArticle } from "../model/article.ts";

/** Below this confidence an editor should look at the words; rules state how sure they are from 0 to 1. */
const SURE = 0.6;

/** What to write for what is missing. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["title:missing", ", e.g. set: {title: …}"],
  ["date:missing", ', e.g. set: {published: "2021-12-15"}'],
  ["source:missing", ", e.g. set: {source: reuters}"],
]);

/**
 * What the articles do not say, or say with a doubt, in the order of the articles. `fileOf` gives the article's
 * file as the person knows it, relative to the content folder.
 */
export function findDoubts(archive: Archive, fileOf: (article: ListedArticle) => string): Problem[] {
  const copies = copiesOf(archive);
  return archive.articles.flatMap((article) => {
    const file = fileOf(article);
    const look = `Look at raw/${article.raw.path}; what you know goes into corrections/${article.id}.yaml`;
    return [
      ...doubtsOf(article, archive).flatMap((doubt) => {
        const worded = wordDoubt(doubt);
        const note = look + (EXAMPLES.get(doubt.rule) ?? "");
        return worded === undefined ? [] : [{ file, rule: doubt.rule, note, ...worded }];
      }),
      ...(copies.get(article.id) ?? []).map(
        (first): Problem => ({
          file,
          severity: "info",
          rule: "relate:duplicate",
          reason: `The same text as ${first}`,
          note: "Both are kept, and each page names the other",
        }),
      ),
    ];
  });
}

type Worded = Pick<Problem, "severity" | "reason"> & Partial<Problem>;

/** A doubt as a message; nothing for what ingesting has told already, with its place, or is sure enough. */
function wordDoubt({ field, key, rule, value = "", evidence, against, rival }: Doubt): Worded | undefined {
  switch (rule) {
    case "title:missing":
      return { severity: "warning", reason: "There is no headline and no lead to derive one from" };
    case "title:derived":
      return { severity: "info", reason: "There is no headline; the title comes from the lead", actual: value };
    case "date:missing":
      return { severity: "warning", reason: "No date could be read" };
    case "date:uncertain":
      return { severity: "info", reason: `${key} is not certain: ${value}`, actual: value };
    case "date:inferred": {
      const documents = evidence?.documents?.join(", ");
      return { severity: "info", reason: `${key} ${value} follows from other articles: ${documents}`, actual: value };
    }
    case "date:contradicts":
      return {
        severity: "warning",
        reason: `${key} ${value} lies before dates.${against?.field} ${against?.value}`,
        actual: value,
      };
    case "source:missing":
      return { severity: "warning", reason: "The text does not say where it comes from" };
    case "article:unknown-record":
      return {
        severity: "fatal",
        reason: `${field} names ${value}, which no authority file holds`,
        actual: value,
        note: "Run sijill ingest, or put the record back into authority/",
      };
    case "evidence:contested":
      return {
        severity: "info",
        reason: `${key} ${value} was preferred to ${rival?.value} («${rival?.words}») by ${evidence?.chosenBy}; both are about as sure`,
        actual: value,
      };
    case "evidence:unsure": {
      if (evidence === undefined || evidence.confidence >= SURE) return undefined;
      const read = evidence.words === undefined ? "" : ` from «${evidence.words}»`;
      const reason = `${key} was read${read} by ${evidence.rule} with confidence ${evidence.confidence}`;
      return { severity: "info", reason };
    }
    default:
      return undefined;
  }
}

/** Article id → the first article of its group of duplicates, for all but the first. */
function copiesOf({ duplicates }: Archive): ReadonlyMap<string, readonly string[]> {
  return new Map(
    duplicates.flatMap(([first, ...others]) => (first === undefined ? [] : others.map((id) => [id, [first]] as const))),
  );
}
