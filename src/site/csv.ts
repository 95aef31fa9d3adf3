/** Cells that a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), full-width signs too. */
const FORMULA = /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV: RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A cell that begins like a formula
 * gets an apostrophe before it.
 */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

function formatCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
