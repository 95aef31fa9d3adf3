/** What the page says of an answer: how many there are, what else was meant, what is left out. */
import { BROWSER, fill, formatCount } from "../../strings.ts";
import { formatQuestion, isEmpty, type Question } from "./address.ts";
import type { Answer } from "./answer.ts";
import { make } from "./results.ts";

/** Letters of what was typed that a sentence repeats. */
const LONGEST = 80;

/** Words of the reader within a sentence: in their own direction, and not endless. */
export const quoted = (words: string) =>
  `\u2068${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}\u2069`;

/** The line that readers of a screen are told. */
export function describeCount(question: Question, { hits, total, leftBefore }: Answer): string {
  if (hits.length === 0)
    return question.words === "" ? BROWSER.noneFiltered : fill(BROWSER.none, { query: quoted(question.words) });
  const count = formatCount(total ?? hits.length, isEmpty(question) ? BROWSER.everything : BROWSER.results);
  return total === undefined && leftBefore !== undefined ? fill(BROWSER.inNewest, { count }) : count;
}

/** What the reader should know of the results; empty: nothing. */
export function describeAnswer(question: Question, answer: Answer): string {
  const { corrected, begun, unread, isPartial, hasWhole, hits } = answer;
  const query = quoted(question.words);
  if (isReversed(question)) return BROWSER.reversed;
  if (unread !== undefined) return fill(BROWSER.notDate, { value: quoted(unread) });
  if (corrected !== undefined) return fill(BROWSER.corrected, { query, other: quoted(corrected) });
  const last = quoted((question.words.split(/\s+/).at(-1) ?? "").replace(/[^\p{L}\p{N}\p{M}]+$/u, ""));
  if (begun !== undefined) return fill(begun.isCut ? BROWSER.begunCut : BROWSER.begun, { query, last });
  return isPartial && hasWhole === false && hits.length > 0 ? BROWSER.partial : "";
}

/** A range that ends before it begins. */
const isReversed = ({ from, to }: Question) => from !== "" && to !== "" && from.slice(0, to.length) > to;

/** Fills the notice above the results; `onSuggestion` runs when the reader takes what is offered. */
export function showNotice(
  box: HTMLElement,
  question: Question,
  answer: Answer,
  onSuggestion: (words: string) => void,
): void {
  box.textContent = describeAnswer(question, answer);
  const { suggestion } = answer;
  if (suggestion !== undefined) {
    const link = make("a", { href: formatQuestion({ ...question, words: suggestion }) }, make("bdi", {}, suggestion));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      onSuggestion(suggestion);
    });
    box.append(box.textContent === "" ? "" : " ", BROWSER.suggestion, " ", link);
  }
  box.hidden = box.textContent === "";
}
