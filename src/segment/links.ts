import { NEWS_VERBS } from "../arabic/lexicon/function-words.ts";
import { tokenize } from "../arabic/tokenize.ts";
import type { Line, Link } from "../model/article.ts";

/** Characters that no address holds. */
const ENDS_ADDRESS = /[\s<>"«»“”]/u;
/** A label in front of an address: some words before a colon or dash, few without. More, or a report's verb, is prose. */
export const LONGEST_LABEL = 80;
const MOST_LABEL_WORDS = 8;
const MOST_BARE_LABEL_WORDS = 3;

/** A line that ends in an address, alone or with a short label before it («فيديو: https://…»). */
export function linkOf({ text, at }: Line): Link | undefined {
  if (!text.includes("http")) return undefined;
  let start = text.length;
  while (start > 0 && !ENDS_ADDRESS.test(text[start - 1] as string)) start--;
  const offset = text.slice(start).search(/https?:\/\/./u);
  if (offset < 0) return undefined;
  start += offset;
  const before = text.slice(0, start).trimEnd();
  const label = before.replace(/[:–—-]$/u, "").trimEnd();
  if (!isLabel(label, label !== before)) return undefined;
  return { url: text.slice(start), ...(label !== "" && { label }), at: [at[0] + start, at[1]] };
}

/** «فيديو», «رابط التسجيل:»; «وقال الوزير في تغريدة:» opens with a verb of reporting and belongs to the text. */
function isLabel(words: string, isSetOff: boolean): boolean {
  if (words.length > LONGEST_LABEL || /[.؟!؛…]$/u.test(words)) return false;
  const keys = tokenize(words).map(({ key }) => key);
  if (keys.length > (isSetOff ? MOST_LABEL_WORDS : MOST_BARE_LABEL_WORDS)) return false;
  return !NEWS_VERBS.has((keys[0] ?? "").replace(/^[وف](?=\p{L}{3})/u, "")) && !NEWS_VERBS.has(keys[0] ?? "");
}
