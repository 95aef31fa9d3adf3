import { offsetAfter } from "../arabic/clitics.ts";
import { DEFINITE_HEADS, ROLE_HEADS, ROLE_WORDS } from "../arabic/lexicon/roles.ts";
import type { Token, Words } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Mention } from "../model/article.ts";

const MOST_ROLE_WORDS = 8;
/** A title does not begin further before the name, in characters. */
const REACH = 160;

/**
 * Adds to each person the title written before the name: «نائب رئيس الوزراء وزير المالية الأردني».
 */
export function withRoles(
  raw: string,
  mentions: readonly Mention[],
  isDemonym: (key: string) => boolean,
  words: Words,
): Mention[] {
  return mentions.map((mention) => {
    const role = mention.type === "person" ? roleBefore(raw, mention.at[0], isDemonym, words) : undefined;
    return role === undefined ? mention : { ...mention, role };
  });
}

/**
 * The title that ends where a name starts, if there is one. Its words run back from the name over title words and
 * nationality adjectives to the first head of a title.
 */
export function roleBefore(
  raw: string,
  at: number,
  isDemonym: (key: string) => boolean,
  words: Words,
): string | undefined {
  const { tokens, last } = words;
  let head: number | undefined;
  let headOfState = false;
  let next = at;
  const nearest = last(at) - 1;
  for (let i = nearest; i >= 0 && i > nearest - MOST_ROLE_WORDS; i--) {
    const token = tokens[i] as Token;
    if (token.start < at - REACH || !isGap(raw, token.end, next)) break;
    const kind = kindOf(token);
    const isHead = (kind & (IS_HEAD | IS_HEAD_BEHIND_CLITIC)) !== 0;
    // «الفريق» alone is a team as often as a rank.
    if ((kind & MAY_BE_TEAM) !== 0 && next === at) break;
    if (!isHead && (kind & IS_ROLE_WORD) === 0 && !isDemonym(token.key)) break;
    // «مستشار الرئيس الروسي فلان»: the title may be his or his adviser's; none is taken.
    if (headOfState && isHead) return undefined;
    headOfState ||= (kind & IS_DEFINITE) !== 0;
    next = token.start;
    if ((kind & IS_HEAD) !== 0) head = token.start;
    else if (isHead) {
      head = token.start + offsetAfter(token.text, 1);
      // A conjunction before a title starts it: nothing further back belongs to it.
      break;
    }
  }
  return head === undefined ? undefined : raw.slice(head, at).trim();
}

/** What a word is in a title: bits. */
const IS_HEAD = 1;
/** Its first letter is a conjunction or preposition. */
const IS_HEAD_BEHIND_CLITIC = 2;
const IS_ROLE_WORD = 4;
/** A head that names an office whole. */
const IS_DEFINITE = 8;
const MAY_BE_TEAM = 16;

const kindOf = rememberByWord((key) => {
  const bare = key.replace(/^[وفبل](?=ال|\p{L}{3})/u, "");
  const [isHead, isBehindClitic] = [ROLE_HEADS.has(key), ROLE_HEADS.has(bare)];
  return (
    (isHead ? IS_HEAD : isBehindClitic ? IS_HEAD_BEHIND_CLITIC : 0) |
    (ROLE_WORDS.has(key) ? IS_ROLE_WORD : 0) |
    ((isHead || isBehindClitic) && DEFINITE_HEADS.has(bare) ? IS_DEFINITE : 0) |
    (bare === "الفريق" ? MAY_BE_TEAM : 0)
  );
});

/** Only blanks of one line and characters that cannot be seen. */
function isGap(raw: string, from: number, to: number): boolean {
  return from === to || (to === from + 1 && raw[from] === " ") || /^[\p{Zs}\p{Cf}\t]*$/u.test(raw.slice(from, to));
}
