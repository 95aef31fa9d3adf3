import { beginsDates } from "../arabic/dates/triggers.ts";
import { parseArabicDate } from "../arabic/dates.ts";
import { MODIFIED_WORDS, PUBLISHED_WORDS } from "../arabic/lexicon/page-words.ts";
import { fold } from "../arabic/normalize.ts";

/** A stamp is a short line; a longer one says something. */
const LONGEST_STAMP = 120;
const CLOCK = /t?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?|(?:بتوقيت|توقيت)\s+[\p{L}]+(?:\s+المكرمه)?/gu;
/** What may stand in a stamp besides dates and hours. */
const STAMP_WORDS: ReadonlySet<string> = new Set([
  ...[...PUBLISHED_WORDS, ...MODIFIED_WORDS].flatMap((words) => words.split(" ")),
  ..."التاريخ تاريخ بتاريخ تم في يوم الساعه اخر الموافق الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت".split(" "),
  ..."علي اضيف اضيفت السنه العدد رقم عدد المشاهدات مشاهده مشاهدات قراءه قراءات الطبعه النسخه الورقيه مكه المكرمه".split(
    " ",
  ),
  ..."ص م صباحا مساء ظهرا فجرا ليلا ه هجري ميلادي غرينتش جرينتش محلي المحلي".split(" "),
  ..."date on at last am pm gmt utc ksa sunday monday tuesday wednesday thursday friday saturday".split(" "),
  ..."sun mon tue wed thu fri sat".split(" "),
]);

const FIRST_WORD = /^[^\p{L}\p{N}]*(\p{L}+)/u;

/** Whether the first word is a stamp's, an hour's, or one that a date begins with: dates need not be looked for else. */
function opensStamp(folded: string): boolean {
  const word = FIRST_WORD.exec(folded)?.[1];
  return word === undefined || STAMP_WORDS.has(word) || beginsDates(word) || /^(?:t$|ب?توقيت)/.test(word);
}

/**
 * True for a line that is nothing but when the page was published or changed: «نُشر في 5/3/2019 - 10:30 ص»,
 * «آخر تحديث: الثلاثاء 5 مارس 2019». A year alone or «أمس» is no stamp.
 */
export function isStamp(line: string): boolean {
  if (line.length > LONGEST_STAMP) return false;
  const folded = fold(line);
  if (!/\d/.test(folded) || !opensStamp(folded)) return false;
  const dates = parseArabicDate(line).filter(({ edtf, absolute }) => absolute && /^\d{4}-(?:0\d|1[0-2])/.test(edtf));
  if (dates.length === 0) return false;
  let rest = "";
  let end = 0;
  for (const { at } of dates) {
    rest += `${line.slice(end, at[0])} `;
    end = at[1];
  }
  const words =
    fold(rest + line.slice(end))
      .replace(CLOCK, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // «السنة 143 العدد 48362»: a number counts as a word only where words are, a second date is none.
  return words.every((word) => STAMP_WORDS.has(word) || (/^\d{1,6}$/.test(word) && words.length > 1));
}
