import { byCodePoint } from "../effects.ts";
import type { Article } from "../model/article.ts";
import { DATE_FIELDS, FIELDS, type FieldName } from "../model/fields.ts";
import { type Relation, withRelation } from "./article.ts";
import { formatEntry, type Json, parseEntries } from "./entry.ts";

/** Keys in the order they are written, below the id; what is not listed does not reach the file. */
const ORDER = [
  "title",
  "titleStatus",
  "date",
  "dates",
  ...(Object.keys(FIELDS) as FieldName[]).filter((field) => !(DATE_FIELDS as readonly string[]).includes(field)),
  "links",
  "event",
  "merged",
  "namesakes",
  "names",
  "raw",
  "evidence",
  "removed",
] as const;

/** Keys whose entries stand one a line. */
const OPEN: ReadonlySet<string> = new Set(["names", "evidence", "removed", "links"]);

/** The article file: YAML front matter, then the body in Markdown. */
export function formatArticleFile(article: Article): string {
  return openingOf(article.id) + formatFacts(article);
}

/** An article file to its id, which may be given when all else is written. */
export function openingOf(id: string): string {
  return `---\n# Generated. To change it, edit content/corrections/${id}.yaml\n${formatEntry("id", id)}`;
}

/** An article file from behind its id on. */
export function formatFacts(article: Omit<Article, "id">): string {
  let front = "";
  for (const key of ORDER) {
    const value = article[key as keyof typeof article] as Json | undefined;
    if (value !== undefined) front += formatEntry(key, value, OPEN.has(key));
  }
  return `${front}---\n${article.body}`;
}

const FRONT_END = Buffer.from("\n---\n");
const NAMES = Buffer.from("\nnames:");

/**
 * What `formatFacts` gave for an article without relations, with those it has, in UTF-8 and in pieces: the same as
 * writing the article anew, which takes 20 times as long. Lines are put in and renamed; only an inferred date, or an id
 * that is no plain key, has the article read and written.
 */
export function relateFacts(facts: Buffer, relation: Relation): readonly Uint8Array[] {
  return spliceRelation(facts, relation) ?? [Buffer.from(formatFacts(withRelation(readFacts(facts), relation)))];
}

function readFacts(bytes: Buffer): Article {
  const facts = bytes.toString();
  const end = facts.indexOf("\n---\n");
  return { ...(parseEntries(facts.slice(0, end)) as Omit<Article, "body">), body: facts.slice(end + 5) };
}

function spliceRelation(
  facts: Buffer,
  { event, inferredDate, merged, namesakes }: Relation,
): readonly Uint8Array[] | undefined {
  if (inferredDate !== undefined) return undefined;
  const added = Object.entries({ event, merged, namesakes } as Record<string, Json | undefined>)
    .map(([key, value]) => (value === undefined ? "" : formatEntry(key, value)))
    .join("");
  if (namesakes === undefined) {
    const names = facts.indexOf(NAMES) + 1;
    return [facts.subarray(0, names), Buffer.from(added), facts.subarray(names)];
  }
  const end = facts.indexOf(FRONT_END) + 1;
  const lines = facts.toString("utf8", 0, end).split("\n");
  if (!renamePeople(lines, namesakes)) return undefined;
  const names = lines.findIndex((line) => line.startsWith("names:"));
  const front = `${lines.slice(0, names).join("\n")}\n${added}${lines.slice(names).join("\n")}`;
  return [Buffer.from(front), facts.subarray(end)];
}

/** Gives people other ids wherever a line has them; false for a file in which more would have to be done. */
function renamePeople(lines: string[], namesakes: Readonly<Record<string, string>>): boolean {
  const of = (id: string) => (Object.hasOwn(namesakes, id) ? (namesakes[id] as string) : id);
  const people = lines.findIndex((line) => line.startsWith("people: "));
  if (people >= 0) {
    const ids = JSON.parse((lines[people] as string).slice("people: ".length)) as string[];
    lines[people] = formatEntry("people", ids.map(of)).trimEnd();
  }
  const names = blockOf(lines, "names", of);
  const evidence = blockOf(lines, "evidence", (key) =>
    key.startsWith("people.") ? `people.${of(key.slice("people.".length))}` : key,
  );
  if (names === undefined || evidence === undefined) return false;
  names.entries.sort(([a], [b]) => byCodePoint(a, b));
  for (const { start, entries } of [names, evidence])
    for (const [i, [key, rest]] of entries.entries()) lines[start + i] = `  ${key}${rest}`;
  return true;
}

/** The lines below a key: where they start, and the renamed key and the rest of each; undefined unless all are plain and distinct. */
function blockOf(
  lines: readonly string[],
  name: string,
  rename: (key: string) => string,
): { readonly start: number; readonly entries: [key: string, rest: string][] } | undefined {
  const start = lines.indexOf(`${name}:`) + 1;
  const entries: [string, string][] = [];
  for (let at = start; start > 0 && lines[at]?.startsWith("  "); at++) {
    const line = lines[at] as string;
    const colon = line.indexOf(": ");
    if (line[2] === '"') return undefined;
    entries.push([rename(line.slice(2, colon)), line.slice(colon)]);
  }
  return new Set(entries.map(([key]) => key)).size === entries.length ? { start, entries } : undefined;
}
