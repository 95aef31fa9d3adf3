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
  // A character a byte, for what is decoded would be encoded again: what is looked for is ASCII.
  const front = renamePeople(facts.toString("latin1", 0, end), namesakes);
  if (front === undefined) return undefined;
  const bytes = Buffer.from(front, "latin1");
  const names = bytes.indexOf(NAMES) + 1;
  return [bytes.subarray(0, names), Buffer.from(added), bytes.subarray(names), facts.subarray(end)];
}

/** Ids of people whom no authority file knows, the only ones that have namesakes: plain keys. */
const PROVISIONAL = "p-[0-9a-f]+";
const IS_PROVISIONAL = new RegExp(`^${PROVISIONAL}$`);
const LISTED = new RegExp(`(?<=")${PROVISIONAL}(?=")`, "g");
const OF_EVIDENCE = new RegExp(`(\n {2}people\\.)(${PROVISIONAL})(?=: )`, "g");

/** Gives people other ids wherever a front matter has them; undefined for one in which more would have to be done. */
function renamePeople(front: string, namesakes: Readonly<Record<string, string>>): string | undefined {
  if (
    !Object.entries(namesakes)
      .flat()
      .every((id) => IS_PROVISIONAL.test(id))
  )
    return undefined;
  const of = (id: string) => (Object.hasOwn(namesakes, id) ? (namesakes[id] as string) : id);
  let isDistinct = true;
  const ofOnce = () => {
    const taken = new Set<string>();
    return (id: string) => {
      const renamed = of(id);
      isDistinct &&= !taken.has(renamed);
      taken.add(renamed);
      return renamed;
    };
  };
  const [from, to] = [front.indexOf("\nnames:\n"), front.indexOf("\nraw: ")];
  const names = front.slice(from + "\nnames:\n".length, to);
  if (from < 0 || /^ {2}"/m.test(names)) return undefined;
  const once = ofOnce();
  const renamed =
    front.slice(0, from).replace(/\npeople: .*/, (line) => line.replace(LISTED, of)) +
    `\nnames:\n${renameKeys(names, ofOnce())}` +
    front.slice(to).replace(OF_EVIDENCE, (_, before, id) => before + once(id));
  return isDistinct ? renamed : undefined;
}

/** One `  key: value` a line, ordered by key. */
function renameKeys(lines: string, of: (key: string) => string): string {
  return lines
    .split("\n")
    .map((line): [key: string, rest: string] => {
      const colon = line.indexOf(": ");
      return [of(line.slice(2, colon)), line.slice(colon)];
    })
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([key, rest]) => `  ${key}${rest}`)
    .join("\n");
}
