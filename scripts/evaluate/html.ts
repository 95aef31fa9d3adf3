import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bagF1, mean, share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ReadPage, type ScorePart } from "./part.ts";
import { malformed, readIfThere } from "./read.ts";
import { sameLetters, wordsOf } from "./text.ts";

interface Gold {
  readonly title?: string;
  /** A day, with or without time. */
  readonly date?: string;
  readonly author?: string;
  readonly body_text?: string;
  readonly body_must_contain?: readonly string[];
  readonly body_must_not_contain?: readonly string[];
}

interface Expected {
  readonly file: string;
  readonly url?: string;
  readonly gold: Gold;
}

/** Saved news pages, field by field; a field counts only where its gold value is known. */
export const scoreHtml: ScorePart = async (folder, { readHtml }) => {
  const pages = await readExpected(join(folder, "html", "expected.json"));
  if (!pages) return ABSENT;
  if (!readHtml) return NO_STAGE;
  const marks: Record<string, number[]> = {};
  const mark = (field: string, value: number | boolean) => {
    marks[field] = [...(marks[field] ?? []), Number(value)];
  };
  for (const { file, url, gold } of pages) {
    const page = readHtml(await readFile(join(folder, "html", file)), url) ?? { authors: [], body: "" };
    for (const [field, value] of judge(page, gold)) mark(field, value);
  }
  const scores: Record<string, number> = {};
  for (const [field, values] of Object.entries(marks)) {
    scores[`${field}.right`] = mean(values);
    scores[`${field}.n`] = values.length;
  }
  return { status: "scored", scores: { ...scores, n: pages.length } };
};

function* judge(page: ReadPage, gold: Gold): Generator<[field: string, value: number | boolean]> {
  if (gold.title !== undefined) yield ["title", sameLetters(page.title ?? "", gold.title)];
  if (gold.date !== undefined) yield ["date", page.date?.slice(0, 10) === gold.date.slice(0, 10)];
  if (gold.author !== undefined) yield ["author", sameLetters(page.authors.join(" و"), gold.author)];
  if (gold.body_text !== undefined) yield ["body_f1", bagF1(wordsOf(page.body), wordsOf(gold.body_text))];
  const present = (words: readonly string[]) => words.filter((part) => page.body.includes(part)).length;
  const must = gold.body_must_contain ?? [];
  const mustNot = gold.body_must_not_contain ?? [];
  if (must.length > 0) yield ["body_holds", share(present(must), must.length)];
  if (mustNot.length > 0) yield ["body_leaves_out", 1 - share(present(mustNot), mustNot.length)];
}

async function readExpected(path: string): Promise<Expected[] | undefined> {
  const json = await readIfThere(path);
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch (error) {
    const offset = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    throw malformed(path, json.slice(0, offset).split("\n").length, `Not JSON: ${(error as Error).message}`);
  }
}
