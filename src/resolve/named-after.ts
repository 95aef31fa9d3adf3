import { readings } from "../arabic/clitics.ts";
import { BEARERS_OF_NAMES, FIRM_WORDS, HONOURS, TITLE_LETTERS } from "../arabic/lexicon/names.ts";
import { type Token, tokenize } from "../arabic/tokenize.ts";

/** So far back stand a title or two and what bears the name. */
const FAR = 40;

/** «عن طريق فلان» says through whom. */
const BY_WAY = "طريق";
/** «مكتبه» is his office, «مكتبة» a library. */
const isOwn = ({ key, text }: Token) => key.endsWith("ه") && !text.endsWith("ة");

/**
 * Whether the name that begins at `start` is that of a street, a building, a prize or a firm: «شارع خالد الزيدي»,
 * «جائزة الأمير سالم بن فهد», «سهم هولدر كارلايل», «مؤشر "هولدر كارلايل"». Nobody is named there as taking part in what is told. A title may
 * stand between, but not before the name of a firm: «شركة المهندس سالم زيدان» is his.
 */
export function isNamedAfter(raw: string, start: number): boolean {
  const before = raw.slice(Math.max(0, start - FAR), start);
  const words = tokenize(before);
  let end = before.length;
  for (let i = words.length - 1, titles = 0; i > 0 || (i === 0 && start <= FAR); i--) {
    const word = words[i] as (typeof words)[number];
    const gap = before.slice(word.end, end);
    const isTitle = HONOURS.has(word.key) || (TITLE_LETTERS.has(word.key) && gap.startsWith("."));
    if (!/^[ ."«“]*$/u.test(gap) || (gap.includes(".") && !isTitle)) return false;
    const bears = ({ key }: { key: string }) => BEARERS_OF_NAMES.has(key) || (titles === 0 && FIRM_WORDS.has(key));
    if (readings(word.key).some(bears)) return !isOwn(word) && !(word.key === BY_WAY && words[i - 1]?.key === "عن");
    if (!isTitle) return false;
    titles++;
    end = word.start;
  }
  return false;
}
