import { isDay, weekdayOf } from "../../arabic/calendars.ts";
import { parseArabicDate } from "../../arabic/dates.ts";
import { BYLINE_WORDS } from "../../arabic/lexicon/page-words.ts";
import { fold } from "../../arabic/normalize.ts";
import { fieldsOfDates, type StampField, saysField } from "../../arabic/stamp-labels.ts";
import { parseMachineDate } from "../machine-date.ts";
import type { Candidate } from "../types.ts";
import { lineOf } from "./page.ts";
import { LONGEST_STAMP, type PageLine } from "./page-lines.ts";

/** Letters a stamp may hold beside its date: a reporter, a place, «آخر تحديث». */
const MOST_OTHER_LETTERS = 45;

const BYLINE = new RegExp(`^(?:${BYLINE_WORDS.join("|")})\\s*[:/-]?\\s+(?<name>\\p{L}[\\p{L}\\p{M}. ]{3,60})$`, "u");

/** «نُشر بواسطة فلان في 5 مايو», «كتب بواسطة: فلان»: the name ends where the date, a sign or the line begins. */
const PUBLISHED_BY =
  /^(?:(?:نُ?شِ?رَ?ت?|كُ?تِ?بَ?ت?|أُ?ضيفت?|حُ?رِّ?رَ?ت?|مُ?رسلة?|أُ?رسلت?|تم النشر)\s+)?(?:بواسطة|من قبل|من طرف)\s*:?\s*(?<name>\p{L}[\p{L}\p{M}.]*(?: [\p{L}\p{M}.]+){0,4}?)(?:\s+(?:في|بتاريخ|يوم)\s.*|\s*[|،,–-].*)?$/u;
/** «ج, 03/05/2021»: calendars shorten the days of the week to a letter, Sunday first. */
const WEEKDAY_LETTER = /(?<!\p{L})([حنثرخجس])\s*[,،]\s*(?=[\d٠-٩]{1,2}\s*[/.-])/u;
const WEEKDAY_LETTERS = "حنثرخجس";

/** The day of a `<time>`, where the words around it say what it is of. */
export function readTime(time: Element): Candidate | undefined {
  // `<abbr class="published" title="…">` is what pages had before HTML 5 (http://microformats.org/wiki/hatom).
  const words = (time.getAttribute("datetime") ?? time.getAttribute("title")) as string;
  const date = parseMachineDate(words);
  const field = date && fieldOfTime(time);
  return date === undefined || field === undefined || field === "other"
    ? undefined
    : { field, value: date.edtf, rule: "html:time", words, place: "time[datetime]" };
}

/** What the words around a `<time>` say it is of, in the nearest element around it that holds any. */
function fieldOfTime(time: Element): StampField | undefined {
  let scope = time.parentElement;
  for (let level = 1; level < LEVELS_OF_TIME && scope !== null && lineOf(scope) === lineOf(time); level++)
    scope = scope.parentElement;
  const [line, times] = scope === null ? ["", []] : lineWithTimes(scope);
  if (line.length > LONGEST_STAMP) return "published";
  // A day that is printed beside it takes the words that are its own.
  const printed = /\d|[٠-٩]/.test(line) ? daysIn(line).map(({ edtf, at }) => ({ element: undefined, edtf, at })) : [];
  const dates = [...times, ...printed].sort((a, b) => a.at[0] - b.at[0]);
  const own = dates.findIndex(({ element }) => element === time);
  return own < 0 ? "published" : fieldsOfDates(line, dates)[own];
}
/** How far up its words may stand: in the same cell or list item, or the one before. */
const LEVELS_OF_TIME = 3;

/** Words of an element, and where in them its `<time>`s stand. */
function lineWithTimes(
  scope: Element,
): [line: string, dates: { element: Element; edtf: string; at: [number, number] }[]] {
  const dates: { element: Element; edtf: string; at: [number, number] }[] = [];
  let line = "";
  const add = (node: Node) => {
    if (node.nodeType === 3) line += (node.textContent ?? "").replace(/\s+/g, " ");
    if (node.nodeType !== 1 || line.length > LONGEST_STAMP) return;
    const element = node as Element;
    const edtf =
      element.tagName.toUpperCase() === "TIME" && parseMachineDate(element.getAttribute("datetime") ?? "")?.edtf;
    if (edtf) {
      dates.push({ element, edtf, at: [line.length, line.length + 1] });
      line += "_";
      return;
    }
    const isBlock = /^(?:DIV|P|LI|TD|TR|DT|DD|BR)$/.test(element.tagName.toUpperCase());
    if (isBlock) line += "|";
    for (const child of element.childNodes) add(child);
    if (isBlock) line += "|";
  };
  for (const child of scope.childNodes) add(child);
  return [line, dates];
}

/** The day of a stamp, and the day of the change where it names that as well: «5/5/2019 | آخر تحديث: 6/5/2019». */
export function readStamp({ text, labels, isBehindText }: PageLine): Candidate[] {
  if (!/[\d٠-٩۰-۹]/.test(text)) return [];
  const days = daysIn(text);
  const [first] = days;
  if (first === undefined || /[.؟!]$/u.test(text)) return [];
  const beside = days.reduceRight((rest, { at }) => `${rest.slice(0, at[0])} ${rest.slice(at[1])}`, text);
  if ((beside.match(/\p{L}/gu)?.length ?? 0) > MOST_OTHER_LETTERS) return [];
  const [above, below] = labels;
  const isLabelled = saysField(above + text + below);
  if (!isLabelled && (isBehindText || OF_OTHERS.test(fold(text)))) return [];
  const shift = above.length;
  const fields = fieldsOfDates(
    above + text + below,
    days.map(({ edtf, at }) => ({ edtf, at: [at[0] + shift, at[1] + shift] })),
  );
  const found = new Map<Candidate["field"], Candidate>();
  // A page that prints both calendars means the day of the second more surely: the first is computed.
  for (const date of [...days.filter(({ hijri }) => hijri === undefined), first]) {
    const field = fields[days.indexOf(date)];
    if (field === undefined || field === "other" || found.has(field)) continue;
    found.set(field, {
      field,
      value: date.edtf,
      rule: "html:printed-date",
      words: text.slice(...date.at),
      place: `beside the headline: «${text}»`,
    });
  }
  return [...found.values()];
}

/** «صحفي من مواليد 3 آذار 1980», «آخر موعد للتقديم 5/5/2021»: days of people and of things to come. */
const OF_OTHERS = /(?<!\p{L})(?:ال)?(?:مواليد|مولوده?|ولدت?|توفيت?|ميلاد|وفاه|تاسست?|موعد|ينتهي|تنتهي|ادعاء)(?!\p{L})/u;

/** Whole days of a stamp; a weekday's letter decides whether the month stands first. */
function daysIn(text: string) {
  const read = (monthFirst: boolean) =>
    parseArabicDate(text, monthFirst ? { monthFirst } : {}).filter(({ edtf, absolute }) => absolute && isDay(edtf));
  const letter = WEEKDAY_LETTER.exec(text)?.[1];
  const days = read(false);
  if (letter === undefined) return days;
  const fits = (found: typeof days) => found.some(({ edtf }) => weekdayOf(edtf) === WEEKDAY_LETTERS.indexOf(letter));
  const turned = fits(days) ? days : read(true);
  return fits(turned) ? turned : days;
}

/** «كتبت: …»: with a colon up to six words, without one no more than a name has. */
export function readByline(text: string): Candidate | undefined {
  const publisher = PUBLISHED_BY.exec(text)?.groups?.name;
  if (publisher !== undefined)
    return { field: "author", value: publisher, rule: "html:byline", words: text, place: "beside the headline" };
  const match = BYLINE.exec(fold(text));
  if (match === null) return undefined;
  const value = text.replace(/^\p{L}+\s*[:/-]?\s*/u, "").trim();
  const most = /^\p{L}+\s*[:/-]/u.test(text) ? 6 : 3;
  if (value.split(" ").length > most) return undefined;
  return { field: "author", value, rule: "html:byline", words: text, place: "beside the headline" };
}

/** «الكاتب», «اسم الكاتبة:», in a line or a cell of its own, folded. */
const AUTHOR_LABEL = /^(?:اسم )?(?:(?:ال)?(?:كاتب|مولف|محرر|صحفي|صحافي|مراسل)ه?|بقلم|كتبت?|كتبه|كتبها|اعداد)\s*[:/]?$/;
const isAuthorLabel = (text: string) => text.length <= LONGEST_LABEL && AUTHOR_LABEL.test(fold(text).trim());
const LONGEST_LABEL = 20;
const FULL_NAME = /^\p{L}[\p{L}\p{M}.]*(?: [\p{L}\p{M}.]+){1,4}$/u;

/** The name below «الكاتب» in a list of definitions, or in the next cell of a table's row: «الكاتب | سليم أحمد». */
export function readLabelled({ text, above }: Pick<PageLine, "text" | "above">): Candidate | undefined {
  const cells = text.split(/\s*\|\s*/u);
  const cell = cells.findIndex(isAuthorLabel);
  const value = cell >= 0 ? cells[cell + 1] : isAuthorLabel(above) ? text : undefined;
  if (value === undefined || !FULL_NAME.test(value)) return undefined;
  const words = cell >= 0 ? text : `${above} ${text}`;
  return { field: "author", value, rule: "html:byline", words, place: "beside the headline" };
}

/** `/2021/12/17/…`, `/2021-12-17-…`: the day a site files the article under. */
export function dayInAddress(address: string): { value: string; words: string } | undefined {
  const match = /[/-](?<words>(?:19|20)\d{2}([/-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?=[/_-]|$)/.exec(
    address,
  );
  const words = match?.groups?.words;
  const value = words === undefined ? undefined : parseMachineDate(words)?.edtf;
  return words === undefined || value === undefined ? undefined : { value, words };
}
