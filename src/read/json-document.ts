import { decode } from "./encoding.ts";
import { openItems } from "./items.ts";
import { readRecord } from "./json-lines.ts";
import type { Notice, Reading } from "./types.ts";

/**
 * Articles of a JSON document: one object, a list of them, or several one after another, each with the members of a
 * line of JSON Lines. Records are cut before they are parsed, so that a bad one costs itself alone and every problem
 * has its line.
 */
export function* readJsonDocument(path: string, bytes: Uint8Array): Generator<Reading> {
  const items = openItems({ path, mediaType: "application/json" });
  const decoded = decode(bytes);
  if ("refused" in decoded) {
    yield* items.notice(decoded.refused);
    return;
  }
  for (const notice of decoded.notices) yield* items.notice(notice);
  let records = 0;
  for (const { text, line, isCutOff } of recordsOf(decoded.text)) {
    records++;
    if (isCutOff) {
      yield* items.notice(cutOff(line));
      continue;
    }
    const read = readRecord(Buffer.from(text), line, decoded.encoding);
    for (const notice of read.notices) yield* items.notice({ ...notice, line });
    if (read.article !== undefined) yield* items.article(read.id, line, read.article);
  }
  if (records === 0) yield* items.notice(NO_RECORDS);
  yield* items.close();
}

interface JsonRecord {
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** The text ends inside it. */
  readonly isCutOff: boolean;
}

/** What stands at the top level, or in the list there: whole objects and lists by their brackets, else words up to a comma. */
function* recordsOf(text: string): Generator<JsonRecord> {
  const opening = /^\s*\[/.exec(text)?.[0].length ?? 0;
  let counted = 0;
  let line = 1;
  const PIECE = /[{[]|[^\s,\]{[][^,\]\n]*/g;
  PIECE.lastIndex = opening;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    for (; counted < match.index; counted++) if (text[counted] === "\n") line++;
    const isOpen = match[0] === "{" || match[0] === "[";
    const closed = isOpen ? endOfBrackets(text, match.index) : PIECE.lastIndex;
    const end = closed ?? nextRecord(text, match.index);
    yield { text: text.slice(match.index, end), line, isCutOff: end === undefined };
    if (end === undefined) return;
    PIECE.lastIndex = end;
  }
}

/** Behind a record that does not close: the next line that opens one as far from the margin. */
function nextRecord(text: string, start: number): number | undefined {
  const margin = /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start) + 1, start))?.[0] ?? "";
  const at = text.indexOf(`\n${margin}{`, start);
  return at < 0 ? undefined : at + 1;
}

/** The offset behind the bracket that closes the one at `start`; brackets in strings are none. */
function endOfBrackets(text: string, start: number): number | undefined {
  const MARK = /"(?:[^"\\\n]|\\.)*"|[{}[\]"]/g;
  MARK.lastIndex = start;
  let depth = 0;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const [mark] = match;
    if (mark === '"') return undefined;
    if (mark === "{" || mark === "[") depth++;
    else if (mark === "}" || mark === "]") depth--;
    if (depth === 0) return MARK.lastIndex;
  }
  return undefined;
}

const NO_RECORDS: Notice = {
  severity: "fatal",
  rule: "read:no-text",
  reason: "The list holds no records",
  line: 1,
  expected: ["a list of objects, each an article"],
  note: "Fetch the file again, or delete it.",
};

function cutOff(line: number): Notice {
  return {
    severity: "fatal",
    rule: "read:cut-off",
    reason: "The file ends inside the record that begins here",
    line,
    note: "What came before was read. Fetch the file again, or close the quotation mark or bracket that is open.",
  };
}
