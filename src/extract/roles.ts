import { offsetAfter } from "../arabic/clitics.ts";
import { DEFINITE_HEADS, ROLE_HEADS, ROLE_WORDS } from "../arabic/lexicon/roles.ts";
import { type Token, tokenize } from "../arabic/tokenize.ts";
import type { Mention } from "../model/article.ts";

const MOST_ROLE_WORDS = 8;

/**
 * Adds to each person the title written before the name: «نائب رئيس الوزراء وزير المالية الأردني». The words run
 * back from the name over title words and nationality adjectives to the first head of a title.
 */
export function withRoles(raw: string, mentions: readonly Mention[], isDemonym: (key: string) => boolean): Mention[] {
  return mentions.map((mention) => {
    if (mention.type !== "person") return mention;
    const from = Math.max(0, mention.at[0] - 160, raw.lastIndexOf("\n", mention.at[0] - 1) + 1);
    const before = tokenize(raw.slice(from, mention.at[0]), from);
    const start = roleStart(raw, before, mention.at[0], isDemonym);
    return start === undefined ? mention : { ...mention, role: raw.slice(start, mention.at[0]).trim() };
  });
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
