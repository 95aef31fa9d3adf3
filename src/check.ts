import type { VFileMessage } from "vfile-message";
import { findDoubts } from "./check/doubts.ts";
import { findMergers } from "./check/mergers.ts";
import { rehearsal } from "./check/rehearsal.ts";
import { byCodePoint, type Effects } from "./effects.ts";
import { ingest } from "./ingest.ts";
import { listening, problem, severityOf } from "./messages.ts";
import { count } from "./terminal.ts";
import { articlePath } from "./write/article-file.ts";
import { loadArchive } from "./write/load.ts";

export interface Checked {
  /** `{ totals: { articles, fatal, warning, info }, problems: […] }`, indented by two. */
  readonly json: () => string;
  readonly summary: string;
}

/**
 * Tells an editor everything worth knowing: what ingesting the raw files reports now, and what the articles
 * do not say or say with a doubt. Everything is reported to `effects`; nothing is written.
 */
export async function check(effects: Effects, { content }: { readonly content: string }): Promise<Checked> {
  const { effects: heard, found } = listening(effects);
  const dry = rehearsal(heard);
  await ingest(dry, { content });
  const archive = await loadArchive(dry, content);
  for (const doubt of findDoubts(archive, ({ id }) => `articles/${articlePath(id)}`)) heard.report(problem(doubt));
  for (const pair of findMergers(archive)) heard.report(problem(pair));

  const totals = { articles: archive.articles.length, fatal: 0, warning: 0, info: 0 };
  for (const message of found) totals[severityOf(message)]++;
  const tally = `${count(totals.fatal, "error")}, ${count(totals.warning, "warning")}, ${count(totals.info, "remark")}`;
  return {
    summary: `${count(totals.articles, "article")} checked: ${tally}`,
    json: () => JSON.stringify({ totals, problems: found.map(asData).sort(byPlace) }, undefined, 2),
  };
}

function asData(message: VFileMessage) {
  const { file, line, column, source, ruleId, reason, actual, expected, note } = message;
  return {
    file,
    line,
    column,
    severity: severityOf(message),
    rule: `${source}:${ruleId}`,
    reason,
    actual,
    expected,
    note,
  };
}

function byPlace(a: ReturnType<typeof asData>, b: ReturnType<typeof asData>): number {
  return byCodePoint(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || byCodePoint(a.rule, b.rule);
}
