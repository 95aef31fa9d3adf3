import { problemOf } from "./items.ts";
import type { Notice, ReadArticle, Reading } from "./types.ts";

/** Longer lines are dumps, not prose: the longest paragraph of a newspaper is some 20,000 characters. */
const LONGEST_LINE = 200_000;

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
