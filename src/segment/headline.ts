import { INCOMPLETE_ENDINGS } from "../arabic/lexicon/function-words.ts";
import { fold } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Block, Line } from "../model/article.ts";

const LONGEST_HEADLINE = 200;
const LONGEST_HEADING = 110;
const MOST_HEADING_WORDS = 15;
const ENDS_SENTENCE = /[.؟!?…:؛،,][”"»’'\])}\s]*$/u;

/**
 * A headline is a first line without a full stop before more text that is longer, set off by an empty line
 * or by a longer line or dateline after it. A line that is itself a dateline is none.
 */
export function looksLikeHeadline(lines: readonly Line[], isDateline: (text: string) => boolean): boolean {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  if (first.text.length > LONGEST_HEADLINE || /(?:(?<!\.)\.|[،,؛:])\s*$/u.test(first.text) || isDateline(first.text))
    return false;
  const isSetOff = second.gapBefore || second.text.length > first.text.length || isDateline(second.text);
  const rest = lines.slice(1).reduce((sum, { text }) => sum + text.length, 0);
  return isSetOff && rest > first.text.length && tokenize(first.text).length >= (second.gapBefore ? 1 : 2);
}

/** A short line without closing punctuation before a longer paragraph. */
export function looksLikeHeading(line: Line, next: Line | undefined): boolean {
  if (next === undefined || line.text.length > LONGEST_HEADING || ENDS_SENTENCE.test(line.text)) return false;
  const words = tokenize(line.text).length;
  return words >= 1 && words <= MOST_HEADING_WORDS && next.text.length > line.text.length && /[\p{L}]/u.test(line.text);
}

/**
 * A headline is cut off when the body goes on where it stops inside one sentence, when it ends in a word that
 * wants another («مثل», «عدم»), or in three dots.
 */
export function truncation(
  headline: string,
  blocks: readonly Block[],
): { status: "found" | "truncated"; rule: string } {
  const words = tokenize(headline).map((token) => token.key);
  const last = words.at(-1) ?? "";
  const needle = ` ${words.join(" ")} `;
  const goesOn = blocks.some((block) => {
    const hay = ` ${tokenize(block.text)
      .map((token) => token.key)
      .join(" ")} `;
    const at = hay.indexOf(needle);
    return (
      at >= 0 &&
      words.length >= 4 &&
      at + needle.length < hay.length &&
      continuesSentence(block.text, words.length, hay.slice(0, at + 1))
    );
  });
  if (/(?:\.{2,}|…)\s*$/u.test(headline) || INCOMPLETE_ENDINGS.has(fold(last)) || goesOn) {
    return { status: "truncated", rule: "headline:truncated" };
  }
  return { status: "found", rule: "headline:first-line" };
}

/** True when no sentence ends between the headline's last word in the block and the word after it. */
function continuesSentence(text: string, length: number, before: string): boolean {
  const tokens = tokenize(text);
  const index = before.trim() === "" ? 0 : before.trim().split(" ").length;
  const last = tokens[index + length - 1];
  const next = tokens[index + length];
  return last !== undefined && next !== undefined && !/[.؟!?]/.test(text.slice(last.end, next.start));
}
