import { fold } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { CleanArticle, Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";

/** What stands above a text that was copied from a post, a board or a letter: whose it is, and to whom it went. */

const LONGEST_POSTER = 60;
const LONGEST_FORUM_NAME = 30;
/** Lines in the head of a post. */
const HEAD_OF_POST = 4;
const FORUM_RANK = /^(?:عضو|مشرف|مراقب)/;
/** «@outlet», the account below a name, with the day or without. */
const ACCOUNT = /^@\w{2,30}(?:\s*·.{0,30})?$/u;

/**
 * Who posted: «شبكة الواحة» above «12 مارس 2020 ·», dot and all, or above «@waha»; in a forum, whose rank stands below
 * the name («عضو مميز»).
 */
export function posterOf(
  lines: readonly Line[],
  stamps: ReadonlySet<Line>,
  { text, removed }: Pick<CleanArticle, "text" | "removed">,
): Line | undefined {
  const ranks = removed.filter(({ rule, text: rank }) => rule === "clean:forum" && FORUM_RANK.test(fold(rank)));
  const isRanked = ({ at: [, end], text: name }: Line) =>
    name.length <= LONGEST_FORUM_NAME && ranks.some(({ at }) => at[0] >= end && text.slice(end, at[0]).trim() === "");
  const head = ranks.length > 0 ? lines.slice(0, HEAD_OF_POST) : [];
  const inForum = head.find((line) => !stamps.has(line) && isRanked(line));
  if (inForum !== undefined) return inForum;
  const [first, second] = lines;
  const isPost =
    second !== undefined && (ACCOUNT.test(second.text) || (stamps.has(second) && /\s·$/u.test(second.text)));
  return isPost && lines.length > 2 && first !== undefined && first.text.length <= LONGEST_POSTER ? first : undefined;
}

/** «@waha» in the second line of a post. */
export const accountOf = ([, second]: readonly Line[], poster: Line | undefined): Line | undefined =>
  poster !== undefined && second !== undefined && ACCOUNT.test(second.text) ? second : undefined;

/** The labels of a letter's head, folded. */
const LETTER =
  /^(?:(?<day>التاريخ|تاريخ الارسال|date|sent)|من|الي|المرسل|المرسل اليه|نسخه الي|الموضوع|الرد الي|from|to|cc|subject|reply-to)\s*:/;
const ADDRESS = /\S@\S/;
const FEWEST_OF_LETTER = 3;

/** The lines of a letter's head that say no day: three labels or more in the first lines, one with an address. */
export function letterHead(lines: readonly Line[]): Part[] {
  const first = fold(lines[0]?.text.slice(0, LONGEST_POSTER) ?? "");
  if (!LETTER.test(first)) return [];
  const end = lines.findIndex(({ text }) => !LETTER.test(fold(text.slice(0, LONGEST_POSTER))));
  const head = end < 0 ? [] : lines.slice(0, end);
  if (head.length < FEWEST_OF_LETTER || !head.some(({ text }) => ADDRESS.test(text))) return [];
  return head.filter(({ text }) => LETTER.exec(fold(text))?.groups?.day === undefined);
}

const LONGEST_NAMEPLATE = 40;

/** «شبكة الواحة» as first line directly above a dateline: the outlet's name, for a headline has more to say. */
export function isNameplateAboveText(
  lines: readonly Line[],
  isOutlet: (words: string) => boolean,
  isDateline: (text: string) => boolean,
): boolean {
  const [first, second] = lines;
  return (
    first !== undefined &&
    second !== undefined &&
    first.text.length <= LONGEST_NAMEPLATE &&
    isOutlet(first.text) &&
    tokenize(first.text, 0, 2).length === 2 &&
    isDateline(second.text)
  );
}
