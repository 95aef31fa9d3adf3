import { problemOf } from "./items.ts";
import type { Notice, ReadArticle, Reading } from "./types.ts";

/** A plain text: the whole file is the article, furniture and all. */
export function* readPlainText(
  path: string,
  text: string,
  article: Pick<ReadArticle, "sha256" | "encoding">,
): Generator<Reading> {
  if (text.trim() === "") {
    yield problemOf(path, EMPTY);
    return;
  }
  const whole = { layout: [], links: [], metadata: {}, bodyRule: "text:whole-file", confidence: 1 };
  yield { article: { path, file: path, mediaType: "text/plain", text, ...article, ...whole } };
}

const EMPTY: Notice = {
  severity: "fatal",
  rule: "read:empty-file",
  reason: "The file holds no text",
  expected: ["an article as UTF-8 text"],
  note: "Fetch the article again, or delete the file.",
  line: 1,
  column: 1,
};
