import { NEWS_VERBS, NOT_IN_NAMES } from "../arabic/lexicon/function-words.ts";
import { foldInPlace } from "../arabic/normalize.ts";
import { tokenize } from "../arabic/tokenize.ts";
import { rememberByWord } from "../arabic/words.ts";
import type { Credit, Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import type { Knowledge } from "./knowledge.ts";

/** Longer lines are prose. */
const LONGEST_CREDIT = 100;
const NAME = "(?<name>[^:\\n]{2,70}?)[\\s.*)/\\]»]*$";
const MARKS = "[\\p{M}ـ]*";

/** Lines that say where a text comes from, in the letters of `foldInPlace`; the name is an outlet's. */
const OF_OUTLETS: readonly (readonly [Credit["kind"], RegExp])[] = [
  // «ترجمة عن: صحيفة الريح», «مترجم عن الريح»
  [
    "translation",
    new RegExp(`^[\\s*•(]*(?:ترجمه|مترجمه?|ترجمت?ه?ا?)\\s+(?:نقل${MARKS}ا${MARKS}\\s+)?عن\\s*:?\\s*${NAME}`, "du"),
  ],
  // «نقلا عن الريح», «بالاتفاق مع الريح», «* المقال منشور بالتعاون مع الريح»
  [
    "reprint",
    new RegExp(
      `^[\\s*•(]*(?:(?:هذا\\s+)?(?:المقال|مقال|التقرير|الماده)?\\s*(?:منشور|ينشر|تنشر|نشر)ه?\\s+)?(?:نقل${MARKS}ا${MARKS}\\s+عن|بال(?:اتفاق|تعاون|تزامن)\\s+مع|باتفاق\\s+(?:خاص\\s+)?مع)\\s*:?\\s*${NAME}`,
      "du",
    ),
  ],
  // «المصدر: وكالة الريح», «نص: ريح»
  ["source", new RegExp(`^[\\s*•(/]*(?:المصدر|المصادر|مصدر\\s+الخبر|مصدر|نص|تحرير|اعداد)\\s*[:/–-]\\s*${NAME}`, "du")],
  // «انتهى/ ريح»
  ["source", new RegExp(`^[\\s(/]*(?:انتهي|النهايه)[\\s/)]+${NAME}`, "du")],
];
/** «(رويترز)», «/ريح/», «[ريح، نسيم]» as the last line, or at the end of the last paragraph. */
export const IN_BRACKETS = /(?<![\p{L}\p{N}])[([/]\s*(?<name>[^()[\]/\n]{2,50}?)\s*[)\]/][\s.]*$/du;
/** «رويترز» as the last line. */
const BARE = /^[\s*•-]*(?<name>[^()\n:]{2,50}?)[\s.]*$/du;
/** «ترجمة: سلمى نور» */
const TRANSLATOR =
  /^[\s*•(]*(?:ترجمه|ترجمها|ترجمته|نقله(?:ا)?\s+الي\s+العربيه|ترجمه\s+و(?:اعداد|تحرير))\s*[:/–-]\s*(?<name>\p{L}[\p{L}\p{M}.-]*(?: [\p{L}\p{M}.-]+){1,3})[\s)]*$/du;
const SEPARATOR = /\s*(?:[،,+/]|\s[-–]\s|\sو(?=\p{L}))\s*/u;
/** «نقلا عن X», «ترجمة عن X», «المصدر: X»: words that only a credit has in front of a name, known or not. */
const OF_ANYONE = new RegExp(
  `^[\\s*•(/]*(?:(?:ترجمه|مترجمه?)\\s+(?:نقل${MARKS}ا${MARKS}\\s+)?عن\\s*:?|نقل${MARKS}ا${MARKS}\\s+عن\\s*:?|(?:المصدر|المصادر|مصدر\\s+الخبر)\\s*[:/])\\s*${NAME}`,
  "du",
);
const MOST_WORDS = 5;
/** «المصدر: وكالات» names nobody. */
const NOBODY = /^(?:ال)?(?:وكالات|صحف|مواقع|متابعات|متابعه|رصد|خاص)$/u;
/** «نقلا عن شهود عيان»: people, and sources without a name, are no outlets. */
const PEOPLE = /^(?:ال)?(?:شهود|شاهد|مصدر|مصادر|مسوول|ناشط|مراقب|مطلع)/u;
const BETWEEN_NAMES = /\s*[،,+/]\s*/u;
const KIND_OF_OUTLET = /^(?:وكاله\s+(?:ال?انباء\s+)?|وكالات\s+|صحيفه\s+|جريده\s+|مجله\s+|موقع\s+|قناه\s+|شبكه\s+)/u;

/** How the first word of such a line begins that is not the last. */
const opensCredit = rememberByWord((key) =>
  /^(?:م?ترجم|نقل|هذا$|(?:ال)?مقال|التقرير|الماده|منشور|[يت]?نشر|بال(?:اتفاق|تعاون|تزامن)|باتفاق|ال?مصا?در|انتهي|النهايه|نص$|تحرير$|اعداد$)/.test(
    key,
  ),
);

/** Whether `creditsIn` or `unknownOutletsIn` may find anything in the line: most lines are told by their first word. */
export function mayBeCredit({ text }: Line, isLast: boolean): boolean {
  return text.length <= LONGEST_CREDIT && (isLast || tokenize(text, 0, 1).some(opensCredit));
}

/** A line that ends as a sentence does, and long enough to be of a text. */
const ENDS_TEXT = /[.!؟?…][”"»’')\]\s]*$/u;
const SHORTEST_TEXT = 30;

/** Whether a line stands behind the last sentence of its text, of which no word is the line's. */
export function standsAlone({ text, at }: Line, before: Line | undefined, raw: string): boolean {
  if (before === undefined || before.text.length < SHORTEST_TEXT || !ENDS_TEXT.test(before.text)) return false;
  return raw.indexOf(text) === at[0] && !raw.includes(text, at[1]);
}

/**
 * What a whole line says of the text's origin; empty when it is prose or names no outlet that is known. `isAlone`: nothing
 * but who signs can be meant by a single word in it.
 */
export function creditsIn(line: Line, isLast: boolean, knows: Knowledge, isAlone = false): Credit[] {
  if (line.text.length > LONGEST_CREDIT) return [];
  const folded = foldInPlace(line.text);
  const translator = TRANSLATOR.exec(folded)?.indices?.groups?.name;
  if (translator !== undefined) {
    const name = partIn(line, translator);
    if (knows.isOutlet(name.text)) return [{ kind: "translation", name }];
    return looksLikeName(name.text) ? [{ kind: "translator", name }] : [];
  }
  for (const [kind, expression] of OF_OUTLETS) {
    const found = outletsIn(line, expression.exec(folded), kind, knows);
    if (found.length > 0) return found;
  }
  if (!isLast) return [];
  const whole = IN_BRACKETS.exec(folded);
  if (whole?.index === 0) return outletsIn(line, whole, "source", knows);
  // «اليوم», «الرياض» may be anything but a paper's name.
  const bare = outletsIn(line, BARE.exec(folded), "source", knows);
  const isUnsure = (name: string) => (!isAlone && /^ال\S*$/u.test(name)) || knows.isPlace(name);
  return bare.some(({ name }) => isUnsure(name.text)) ? [] : bare;
}

/**
 * The names in a line that is wholly a credit of outlets that no record knows: «نقلا عن صحيفة الغد البعيد». Words of a
 * sentence make it prose; in brackets at the end it needs the word for a paper, an agency or the like. Undefined when
 * it is no such credit; a list of nobody («المصدر: وكالات») is empty.
 */
export function unknownOutletsIn(line: Line, isLast: boolean, knows: Knowledge): Part[] | undefined {
  if (line.text.length > LONGEST_CREDIT) return undefined;
  const folded = foldInPlace(line.text);
  const signed = isLast ? IN_BRACKETS.exec(folded) : null;
  const isSigned = signed?.index === 0 && KIND_OF_OUTLET.test(signed.groups?.name ?? "");
  const range = (OF_ANYONE.exec(folded) ?? (isSigned ? signed : null))?.indices?.groups?.name;
  if (range === undefined) return undefined;
  const found: Part[] = [];
  let start = range[0];
  for (const words of line.text.slice(...range).split(BETWEEN_NAMES)) {
    const from = line.text.indexOf(words, start);
    start = from + words.length;
    const keys = tokenize(words).map(({ key }) => key);
    if (keys.length === 0 || keys.length > MOST_WORDS || PEOPLE.test(keys[0] ?? "") || !looksLikeName(words))
      return undefined;
    const isOpen = !NOBODY.test(foldInPlace(words).trim()) && outletAt(line, [from, start], knows) === undefined;
    if (isOpen) found.push(partIn(line, [from, start]));
  }
  return found;
}

/** How all ends that `IN_BRACKETS` finds. */
export const CLOSES_BRACKETS = /[)\]/][\s.]*$/;

/** The agency in brackets at the end of the last paragraph: «… في بيان. (رويترز)». */
export function signatureOf(paragraph: Line, knows: Knowledge): Credit[] {
  if (!CLOSES_BRACKETS.test(paragraph.text.slice(-LONGEST_CREDIT))) return [];
  const start = Math.max(0, paragraph.text.length - LONGEST_CREDIT);
  const tail = {
    ...paragraph,
    text: paragraph.text.slice(start),
    at: [paragraph.at[0] + start, paragraph.at[1]] as const,
  };
  return outletsIn(tail, IN_BRACKETS.exec(foldInPlace(tail.text)), "source", knows);
}

/**
 * Every name of a list must be an outlet's: «(رويترز، أ ف ب)»; what is in brackets may be anything. «ريح + وكالات»,
 * «بالة - ريح»: agencies without a name and the outlet's town stand beside it.
 */
function outletsIn(line: Line, match: RegExpExecArray | null, kind: Credit["kind"], knows: Knowledge): Credit[] {
  const range = match?.indices?.groups?.name;
  if (range === undefined) return [];
  const whole = outletAt(line, range, knows);
  if (whole !== undefined) return [{ kind, name: whole }];
  const found: Credit[] = [];
  let start = range[0];
  for (const words of line.text.slice(...range).split(SEPARATOR)) {
    const from = line.text.indexOf(words, start);
    start = from + words.length;
    const name = words === "" ? undefined : outletAt(line, [from, start], knows);
    if (name !== undefined) found.push({ kind, name });
    else if (!NOBODY.test(foldInPlace(words).trim()) && !knows.isPlace(words)) return [];
  }
  return found;
}

function outletAt(line: Line, [from, to]: readonly [number, number], knows: Knowledge): Credit["name"] | undefined {
  const name = partIn(line, [from, to]);
  if (knows.isOutlet(name.text)) return name;
  const kind = KIND_OF_OUTLET.exec(foldInPlace(name.text))?.[0].length ?? 0;
  const rest = partIn(line, [from + kind, to]);
  return kind > 0 && knows.isOutlet(rest.text) ? rest : undefined;
}

function partIn({ text, at }: Line, [from, to]: readonly [number, number]): Credit["name"] {
  return { text: text.slice(from, to), at: [at[0] + from, at[0] + to] };
}

function looksLikeName(words: string): boolean {
  return !tokenize(words).some(({ key }) => NOT_IN_NAMES.has(key) || NEWS_VERBS.has(key));
}
