import { join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { doubtsAmong } from "./doubts/messages.ts";
import { type RankedDoubt, rankDoubts } from "./doubts/rank.ts";
import type { Effects } from "./effects.ts";
import { count } from "./terminal.ts";
import { loadArchive } from "./write/load.ts";

export interface ReviewOptions {
  readonly content: string;
  /** Folder of the website, already built. */
  readonly output: string;
  /** What ingesting reported. */
  readonly problems: readonly VFileMessage[];
  /** A file that gets the list as CSV. */
  readonly csv?: string | undefined;
}

export interface Reviewed {
  /** `[{ article, field, key, kind, rule, value?, weight, doubt, pages, worth, … }]`, indented by two. */
  readonly json: () => string;
  readonly summary: string;
}

/** Doubtful fields named in the summary. */
const NAMED = 10;

/** Tells which doubtful fields are worth most, and where the list of all stands. */
export async function review(effects: Effects, { content, output, problems, csv }: ReviewOptions): Promise<Reviewed> {
  const archive = await loadArchive({ ...effects, report: () => {} }, content);
  const doubts = rankDoubts(archive, doubtsAmong(problems, archive));
  const made = join(output, "review", "doubts.csv");
  const table = await effects.readFile(made);
  if (csv !== undefined && table !== undefined) await effects.writeFile(csv, table);
  const articles = new Set(doubts.map(({ article }) => article)).size;
  const summary = [
    `${count(doubts.length, "doubtful field")} in ${count(articles, "article")}: ${join(output, "review", "index.html")}, ${csv ?? made}`,
    ...doubts.slice(0, NAMED).map(formatDoubt),
    ...(doubts.length > NAMED ? [`  … and ${doubts.length - NAMED} more`] : []),
  ].join("\n");
  return { json: () => JSON.stringify(doubts, undefined, 2), summary };
}

/** `     60  2021-12-15-8a8c388c  published  date:missing`. */
function formatDoubt({ worth, article, key, rule }: RankedDoubt): string {
  return `  ${String(worth).padStart(6)}  ${article}  ${key}  ${rule}`;
}
