import { sha256 } from "../effects.ts";
import { type Problem, placeAt } from "../messages.ts";
import type { RawArticle } from "../model/article.ts";
import { problemOf } from "./items.ts";
import type { Notice, ReadArticle, Reading } from "./types.ts";

/** Longer lines are dumps, not prose: the longest paragraph of a newspaper is some 20,000 characters. */
const LONGEST_LINE = 200_000;

/** Decodes a plain-text article, or says why it is none. The bytes are UTF-8, with or without a byte order mark. */
export function readText(path: string, bytes: Uint8Array): { article: RawArticle } | { problem: Problem } {
  const refuse = (
    rule: string,
    reason: string,
    expected: string,
    note: string,
    place: { line: number; column: number },
  ): { problem: Problem } => ({
    problem: {
      file: `raw/${path}`,
      severity: "fatal",
      rule: `read:${rule}`,
      reason,
      expected: [expected],
      note,
      ...place,
    },
  });
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const line = bytes.subarray(0, zero).filter((byte) => byte === 0x0a).length + 1;
    const column = zero - bytes.subarray(0, zero).lastIndexOf(0x0a);
    return refuse(
      "binary-file",
      `Not text: a zero byte stands at byte ${zero}`,
      "an article as UTF-8 text",
      "Convert the file to UTF-8 text, or move it out of raw/.",
      { line, column },
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, at));
    return refuse(
      "not-utf8",
      `Not UTF-8: byte ${at} (0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}) cannot be decoded`,
      "an article as UTF-8 text",
      "Convert the file to UTF-8; nothing was guessed.",
      placeAt(before, before.length),
    );
  }
  const objection = objectTo(text);
  if (objection !== undefined) return { problem: { file: `raw/${path}`, ...objection } };
  return { article: { path, text, sha256: sha256(bytes), mediaType: "text/plain", encoding: "utf-8" } };
}

/** A plain text: the whole file is the article, furniture and all. */
export function* readPlainText(
  path: string,
  text: string,
  article: Pick<ReadArticle, "sha256" | "encoding">,
): Generator<Reading> {
  const objection = objectTo(text);
  if (objection !== undefined) {
    yield problemOf(path, objection);
    return;
  }
  const whole = { layout: [], links: [], metadata: {}, bodyRule: "text:whole-file", confidence: 1 };
  yield { article: { path, file: path, mediaType: "text/plain", text, ...article, ...whole } };
}

/** Why a text is no article: nothing in it, or lines no article has. */
function objectTo(text: string): Notice | undefined {
  if (text.trim() === "") {
    return {
      severity: "fatal",
      rule: "read:empty-file",
      reason: "The file holds no text",
      expected: ["an article as UTF-8 text"],
      note: "Fetch the article again, or delete the file.",
      line: 1,
      column: 1,
    };
  }
  const lines = text.split("\n");
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  if (long < 0) return undefined;
  return {
    severity: "fatal",
    rule: "read:line-too-long",
    reason: `One line of ${(lines[long] as string).length} characters is no article`,
    expected: [`lines of at most ${LONGEST_LINE} characters`],
    note: "Break the text into paragraphs, or move the file out of raw/.",
    line: long + 1,
    column: 1,
  };
}

/** Offset of the first byte that no UTF-8 sequence explains. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const decodes = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
