import type { Crossing, Scores } from "./part.ts";
import type { Outcome } from "./run.ts";

/** Parts that were scored, as `{part: {metric: number, n}}`; shares to four digits. */
export function formatJson(outcomes: ReadonlyMap<string, Outcome>): string {
  const parts: Record<string, Record<string, number>> = {};
  for (const [name, outcome] of outcomes) {
    if (outcome.status !== "scored") continue;
    parts[name] = Object.fromEntries(Object.entries(outcome.scores).map(([key, value]) => [key, round(value, 4)]));
  }
  return JSON.stringify(parts, undefined, 2);
}

/** What was not scored and why, one line each; problems with file and line. */
export function formatSkipped(outcomes: ReadonlyMap<string, Outcome>): string[] {
  return [...outcomes].flatMap(([name, outcome]) => {
    if (outcome.status === "absent") return [`${name}: absent`];
    if (outcome.status === "no stage") return [`${name}: no stage yet`];
    if (outcome.status !== "malformed") return [];
    const { file, line, reason, expected } = outcome.problem;
    return [`${name}: ${file}:${line ?? 1}: ${reason}${expected ? ` (expected: ${expected.join(", ")})` : ""}`];
  });
}

/** One table a part, rows before columns: `PER.recall` stands in row PER, column recall. */
export function formatText(outcomes: ReadonlyMap<string, Outcome>, mostNotes = 5): string {
  const blocks: string[] = [];
  for (const [name, outcome] of outcomes) {
    if (outcome.status !== "scored") continue;
    const lines = [`${name} (n = ${count(outcome.scores.n)})`, ...formatScores(outcome.scores)];
    if (outcome.crossing) lines.push("", ...formatCrossing(outcome.crossing));
    const notes = outcome.notes ?? [];
    lines.push(...notes.slice(0, mostNotes).map((note) => `  ${note}`));
    if (notes.length > mostNotes) lines.push(`  … and ${notes.length - mostNotes} more`);
    blocks.push(lines.join("\n"));
  }
  return [...blocks, ...formatSkipped(outcomes)].join("\n\n");
}

/** Rows that have the same columns stand in one table. */
function formatScores(scores: Scores): string[] {
  const rows = new Map<string, Map<string, string>>();
  for (const [key, value] of Object.entries(scores)) {
    if (key === "n") continue;
    const dot = key.lastIndexOf(".");
    const [row, column] = [key.slice(0, Math.max(dot, 0)), key.slice(dot + 1)];
    const cells = rows.get(row) ?? new Map<string, string>();
    rows.set(row, cells.set(column, column === "n" || column.startsWith("n_") ? count(value) : value.toFixed(3)));
  }
  const tables = new Map<string, string[][]>();
  for (const [row, cells] of rows) {
    const head = ["", ...[...cells.keys()].map((column) => column.replaceAll("_", " "))];
    const table = tables.get(head.join()) ?? [head];
    table.push([row, ...cells.values()]);
    tables.set(head.join(), table);
  }
  return [...tables.values()].flatMap((table, index) => [...(index > 0 ? [""] : []), ...formatTable(table)]);
}

function formatCrossing({ title, rows, columns, counts }: Crossing): string[] {
  const short = (name: string) => name.split(/[\s,]/)[0] as string;
  const body = rows.map((row, index) => [row, ...(counts[index] ?? []).map(count)]);
  return [`  ${title}`, ...formatTable([["", ...columns.map(short)], ...body])];
}

/** First column to the left, the others to the right, two blanks between. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    `  ${row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")}`.trimEnd(),
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
