import { join } from "node:path";
import { share } from "./measures.ts";
import { ABSENT, NO_STAGE, type ScorePart, type UnderstoodText } from "./part.ts";
import { listByEnding, readJsonLines } from "./read.ts";

interface Tally {
  n: number;
  crashed: number;
  empty: number;
  dated: number;
  later: number;
  sameDay: number;
  given: number;
}

/**
 * Every stage over plain articles, one row a file: those that crash or lose their body, those that get a date,
 * dates later than the day the article was published or fetched (none can be right), and dates equal to the
 * published day (± 1 for time zones) among those dated.
 */
export const scoreArticles: ScorePart = async (folder, { understand }) => {
  const names = await listByEnding(join(folder, "articles"), ".jsonl");
  if (names.length === 0) return ABSENT;
  const sets = await Promise.all(
    names.map(async (name) => ({ name, rows: await readJsonLines(join(folder, "articles", name), ["title", "text"]) })),
  );
  if (!understand) return NO_STAGE;
  const scores: Record<string, number> = {};
  const notes: string[] = [];
  let n = 0;
  for (const { name, rows } of sets) {
    const tally: Tally = { n: 0, crashed: 0, empty: 0, dated: 0, later: 0, sameDay: 0, given: 0 };
    for (const row of rows ?? []) {
      tally.n++;
      let result: UnderstoodText;
      try {
        result = understand({ title: row.title, text: row.text });
      } catch (error) {
        tally.crashed++;
        notes.push(`${name} ${String(row.id)} crashed: ${(error as Error).message}`);
        continue;
      }
      if (result.bodyLength === 0) {
        tally.empty++;
        notes.push(`${name} ${String(row.id)}: no body`);
      }
      if (result.date !== undefined)
        compare(result.date, row, tally, (note) => notes.push(`${name} ${row.id}: ${note}`));
    }
    const set = name.replace(/\.jsonl$/, "");
    Object.assign(scores, {
      [`${set}.dated`]: share(tally.dated, tally.n),
      [`${set}.published_day`]: share(tally.sameDay, tally.given),
      [`${set}.n_later`]: tally.later,
      [`${set}.n_crashed`]: tally.crashed,
      [`${set}.n_empty`]: tally.empty,
      [`${set}.n`]: tally.n,
    });
    n += tally.n;
  }
  return { status: "scored", scores: { ...scores, n }, notes };
};

function compare(
  date: string,
  row: Readonly<Record<string, unknown>>,
  tally: Tally,
  note: (text: string) => void,
): void {
  tally.dated++;
  const published = dayIn(row.date);
  const latest = published ?? dayIn(row.date_extracted);
  const found = date.replace(/[~?%]/g, "");
  // EDTF years and months compare as the prefixes they are: 2018 is not later than 2018-05-07.
  if (latest !== undefined && found > latest.slice(0, found.length)) {
    tally.later++;
    note(`${date} is later than ${latest}`);
  }
  if (published === undefined) return;
  tally.given++;
  if (Math.abs(Date.parse(found) - Date.parse(published)) <= 86_400_000 && found.length === 10) tally.sameDay++;
}

function dayIn(value: unknown): string | undefined {
  return typeof value === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
}
