import { offsetAfter } from "../arabic/clitics.ts";
import { DEFINITE_HEADS, ROLE_HEADS, ROLE_WORDS } from "../arabic/lexicon/roles.ts";
import type { Token, Words } from "../arabic/tokenize.ts";
import type { Mention } from "../model/article.ts";

const MOST_ROLE_WORDS = 8;

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
  const from = Math.max(0, at - 160, raw.lastIndexOf("\n", at - 1) + 1);
  const start = roleStart(raw, words.between(from, at), at, isDemonym);
  return start === undefined ? undefined : raw.slice(start, at).trim();
}

function roleStart(
  raw: string,
  before: readonly Token[],
  end: number,
  isDemonym: (key: string) => boolean,
): number | undefined {
  let head: number | undefined;
  let headOfState = false;
  let next = end;
  for (const token of before.slice(-MOST_ROLE_WORDS).reverse()) {
    if (!/^[\p{Zs}\p{Cf}\t]*$/u.test(raw.slice(token.end, next))) break;
    const bare = token.key.replace(/^[وفبل](?=ال|\p{L}{3})/u, "");
    const isHead = ROLE_HEADS.has(token.key) || ROLE_HEADS.has(bare);
    // «الفريق» alone is a team as often as a rank.
    if (bare === "الفريق" && next === end) break;
    if (!isHead && !ROLE_WORDS.has(token.key) && !isDemonym(token.key)) break;
    // «مستشار الرئيس الروسي فلان»: the title may be his or his adviser's; none is taken.
    if (headOfState && isHead) return undefined;
    headOfState ||= isHead && DEFINITE_HEADS.has(bare);
    if (isHead)
      head = token.start + offsetAfter(token.text, ROLE_HEADS.has(token.key) ? 0 : token.key.length - bare.length);
    next = token.start;
    // A conjunction before a title starts it: nothing further back belongs to it.
    if (isHead && !ROLE_HEADS.has(token.key)) break;
  }
  return head;
}
