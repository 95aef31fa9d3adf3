import { isDay, weekdayOf } from "../../arabic/calendars.ts";
import { parseArabicDate } from "../../arabic/dates.ts";
import { BYLINE_WORDS } from "../../arabic/lexicon/page-words.ts";
import { fold } from "../../arabic/normalize.ts";
import { fieldsOfDates, isStampLabel, type StampField, saysField } from "../../arabic/stamp-labels.ts";
import { lettersOf } from "../choose.ts";
import { parseMachineDate } from "../machine-date.ts";
import type { Candidate } from "../types.ts";
import { blocksOf } from "./blocks.ts";
import { isSiteFurniture, lineOf } from "./page.ts";

/** A stamp or byline is a line of its own. */
const LONGEST_STAMP = 120;
/** Letters a stamp may hold beside its date: a reporter, a place, «آخر تحديث». */
const MOST_OTHER_LETTERS = 45;
/** How far above the headline its stamp may stand in the tree. */
const LEVELS = 6;
/** The same for a stamp that is printed above the headline. */
const LEVELS_ABOVE = 1;
/** Lines from the headline beyond which nothing is looked at. */
const LINES = 300;
const BYLINE = new RegExp(`^(?:${BYLINE_WORDS.join("|")})\\s*[:/-]?\\s+(?<name>\\p{L}[\\p{L}\\p{M}. ]{3,60})$`, "u");

/** «نُشر بواسطة فلان في 5 مايو», «كتب بواسطة: فلان»: the name ends where the date, a sign or the line begins. */
const PUBLISHED_BY =
  /^(?:(?:نُ?شِ?رَ?ت?|كُ?تِ?بَ?ت?|أُ?ضيفت?|حُ?رِّ?رَ?ت?|مُ?رسلة?|أُ?رسلت?|تم النشر)\s+)?(?:بواسطة|من قبل|من طرف)\s*:?\s*(?<name>\p{L}[\p{L}\p{M}.]*(?: [\p{L}\p{M}.]+){0,4}?)(?:\s+(?:في|بتاريخ|يوم)\s.*|\s*[|،,–-].*)?$/u;
/** «ج, 03/05/2021»: calendars shorten the days of the week to a letter, Sunday first. */
const WEEKDAY_LETTER = /(?<!\p{L})([حنثرخجس])\s*[,،]\s*(?=[\d٠-٩]{1,2}\s*[/.-])/u;
const WEEKDAY_LETTERS = "حنثرخجس";

/**
 * What the page shows its readers around the headline: the headline itself, `<time>`, a printed date, a byline;
 * and the date in its address. The date in a site's header is the day the page was saved, dates in lists are
 * those of other articles: both are left alone.
 */
export function readPrinted(
  document: Document,
  headline: Element | undefined,
  address: string | undefined,
): Candidate[] {
  const found: Candidate[] = [];
  if (headline !== undefined) {
    const words = lineOf(headline);
    const name = headline.tagName.toLowerCase();
    found.push({ field: "title", value: words, rule: name === "h1" ? "html:h1" : "html:heading", words, place: name });
  }
  const title = titleOf(document);
  // Above a headline that is no heading and shares nothing with it, a short title names the site.
  const field =
    headline && /^font$/i.test(headline.tagName) && lettersOf(title).length < SHORTEST_HEADLINE ? "site" : "title";
  if (title !== "") found.push({ field, value: title, rule: "html:title-element", words: title, place: "title" });
  const page = linesOfPage(document.body, headline);
  found.push(...(headline === undefined ? onlyStamp(document, page) : nearHeadline(document, headline, page)));
  const day = address === undefined ? undefined : dayInAddress(address);
  if (day !== undefined) found.push({ field: "published", ...day, rule: "html:url-date", place: "the page's address" });
  return found;
}

function titleOf(document: Document): string {
  return lineOf(document.querySelector("head > title") ?? document.querySelector("title"));
}

/**
 * The element that prints the headline: an `<h1>` that repeats the page's title, else another heading that does;
 * else the first `<h1>` that is no logo and no menu; without one, anything that holds the title's words and no
 * others. The site's name may stand before the title's words or after them.
 */
export function headlineOf(document: Document): Element | undefined {
  const title = lettersOf(titleOf(document));
  const headings = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => lineOf(element) !== "" && !isSiteFurniture(element));
  const repeats = (element: Element) => {
    const letters = lettersOf(lineOf(element));
    return title.startsWith(letters) || (letters.length >= SHORTEST_HEADLINE && title.endsWith(letters));
  };
  const isLong = (element: Element) => lettersOf(lineOf(element)).length >= SHORTEST_HEADLINE;
  const first = headings("h1");
  return (
    first.find(repeats) ??
    headings("h2, h3, [class*=title], [class*=Title], [class*=headline]").find(
      (element) => isLong(element) && repeats(element),
    ) ??
    first[0] ??
    (title.length < SHORTEST_HEADLINE
      ? (largestLine(document) ?? onlyTitle(document))
      : [...document.querySelectorAll(PLAIN_HEADLINE)].find(
          (element) =>
            (element.textContent ?? "").length <= LONGEST_STAMP * 2 &&
            element.closest("a") === null &&
            !isSiteFurniture(element) &&
            isLong(element) &&
            repeats(element),
        ))
  );
}

/** On a page of the nineties whose title is the site's name: the line in the largest letters. */
function largestLine(document: Document): Element | undefined {
  const sizeOf = (element: Element) => {
    const size = element.getAttribute("size") ?? "";
    return Number(size) + (size.startsWith("+") ? 3 : 0);
  };
  let largest: Element | undefined;
  for (const element of [...document.querySelectorAll("font[size]")].slice(0, LINES)) {
    if (!(sizeOf(element) >= LARGE && sizeOf(element) > (largest ? sizeOf(largest) : 0))) continue;
    const letters = lettersOf(lineOf(element)).length;
    if (letters < SHORTEST_HEADLINE || letters > LONGEST_STAMP || element.closest("a") !== null) continue;
    if (!isSiteFurniture(element) && !MASTHEAD.test(lineOf(element))) largest = element;
  }
  return largest;
}

/** On such a page without large letters: the one line that is called a title. */
function onlyTitle(document: Document): Element | undefined {
  const titles = [...document.querySelectorAll(".title, .storytitle, .contentheading, .newstitle")].slice(0, LINES);
  const [only, ...others] = titles.filter((element) => {
    const letters = lettersOf(lineOf(element)).length;
    return (
      letters >= SHORTEST_HEADLINE &&
      letters <= LONGEST_STAMP &&
      element.closest("a") === null &&
      !isSiteFurniture(element) &&
      !MASTHEAD.test(lineOf(element))
    );
  });
  return others.length === 0 ? only : undefined;
}
const MASTHEAD = /^(?:صحيفة|جريدة|مجلة|وكالة|شبكة|موقع|قناة|بوابة)\s/u;
/** `<font size>` of running text is 3. */
const LARGE = 4;

/** Letters that the title must share with a line that is marked as no heading. */
const SHORTEST_HEADLINE = 12;
const PLAIN_HEADLINE = "h4, h5, h6, b, strong, font, span, p, td, div";

interface PageLine {
  readonly text: string;
  readonly element: Element;
  /** The line above or below that says what the day in this one is of: «تاريخ النشر:», a cell of a table's head. */
  readonly labels: readonly [above: string, below: string];
  /** The line directly above. */
  readonly above: string;
  /** Lines from the headline; one before it counts as far as two after it. */
  readonly distance: number;
  readonly isAbove: boolean;
  /** Paragraphs stand between the headline and the line. */
  readonly isBehindText: boolean;
}

/** Searches outwards from the headline; the nearest container that holds a stamp decides, in it the line nearest the headline. */
function nearHeadline(document: Document, headline: Element, page: readonly PageLine[]): Candidate[] {
  const times = [...document.querySelectorAll("time[datetime], abbr.published[title]")].slice(0, LINES);
  const cards = cardsOf(document);
  const nearby = [...page].sort((a, b) => a.distance - b.distance).slice(0, LINES);
  const found: Candidate[] = [];
  const has = (field: Candidate["field"]) => found.some((candidate) => candidate.field === field);
  const add = (candidate: Candidate | undefined) => {
    if (candidate === undefined || has(candidate.field)) return;
    // A day after the one of the change that stands nearer is not the article's.
    const dayOf = (wanted: Candidate["field"]) => found.find(({ field }) => field === wanted)?.value;
    const [published, changed] = [dayOf("published"), dayOf("modified")];
    if (candidate.field === "published" && changed !== undefined && candidate.value > changed) return;
    if (candidate.field === "modified" && published !== undefined && candidate.value < published) return;
    found.push(candidate);
  };
  let scope: Element | null = headline.parentElement;
  for (let level = 0; level < LEVELS && scope !== null && scope !== document.documentElement; level++) {
    const within = scope;
    const isNear = (element: Element) => within.contains(element) && !isElsewhere(element, within, cards, headline);
    // Above the headline and apart from it a page prints today's date.
    const near = nearby.filter(({ element, isAbove }) => isNear(element) && (!isAbove || level <= LEVELS_ABOVE));
    if (!has("published")) for (const time of times.filter(isNear)) add(readTime(time));
    // Beside a `<time>` of the publication the day of the change may be printed alone.
    const isDated = has("published");
    for (const line of near)
      for (const stamp of readStamp(line)) if (stamp.field === "modified" || !isDated) add(stamp);
    if (!has("author")) for (const line of near) add(readByline(line.text) ?? readLabelled(line));
    if (has("published") && has("author")) break;
    scope = scope.parentElement;
  }
  return found;
}

/** On a page without a headline: the one day that it prints, if it prints one alone. */
function onlyStamp(document: Document, page: readonly PageLine[]): Candidate[] {
  const cards = cardsOf(document);
  const stamps = page
    .slice(0, LINES)
    .filter(({ element }) => !isElsewhere(element, document.body, cards, undefined))
    .flatMap(readStamp);
  const found = stamps.filter(({ field }) => field === "published");
  return new Set(found.map(({ value }) => value)).size === 1 ? found.slice(0, 1) : [];
}

/** Lines of the page that a stamp or a byline may be: short ones that are not one link to another article, nor the line below one. */
function linesOfPage(body: Element | null, headline: Element | undefined): PageLine[] {
  const lines: { text: string; element: Element; at: number; paragraphs: number }[] = [];
  let at = 0;
  let headlineAt = 0;
  let paragraphs = 0;
  let paragraphsAbove = 0;
  if (body === null) return [];
  let isBelowLink = false;
  const printed = headline && lineOf(headline);
  // By their words: an address that leads nowhere from a saved page is a link nevertheless.
  const linked = new Set(
    [...body.querySelectorAll("a[href]")].map(lineOf).filter((text) => text.split(" ").length > 4),
  );
  blocksOf(body, {
    onBlock: ({ text }, element) => {
      at++;
      const isLink = linked.has(text);
      const isHeadline = headline?.contains(element) || text === printed;
      if (isHeadline) [headlineAt, paragraphsAbove] = [at, paragraphs];
      else if (isParagraph(text)) paragraphs++;
      else if (!isLink && !isBelowLink) lines.push({ text, element, at, paragraphs });
      isBelowLink = isLink && !isHeadline;
    },
  });
  return lines.map(({ text, element, at: line, paragraphs: above }, i) => ({
    text,
    element,
    labels: labelsOf(lines, i),
    above: lines[i - 1]?.at === line - 1 ? (lines[i - 1]?.text ?? "") : "",
    distance: line > headlineAt ? line - headlineAt : 2 * (headlineAt - line),
    isAbove: line < headlineAt,
    isBehindText: line > headlineAt && above - paragraphsAbove >= FEWEST_PARAGRAPHS,
  }));
}

/**
 * The line above that says what a line's day is of, of several labels over several days the one in its place; where
 * there is none, the line below, unless it is the next line's.
 */
function labelsOf(lines: readonly { text: string; at: number }[], i: number): readonly [string, string] {
  const isDay = (j: number) => /[\d٠-٩۰-۹]/.test(lines[j]?.text ?? "");
  const isNextTo = (j: number) => lines[j] !== undefined && lines[j + 1]?.at === lines[j].at + 1;
  const isLabel = (j: number) => isStampLabel(lines[j]?.text ?? "");
  if (!isDay(i)) return ["", ""];
  let day = i;
  while (i - day < MOST_COLUMNS && isNextTo(day - 1) && isDay(day - 1)) day--;
  let head = day;
  while (day - head < MOST_COLUMNS && isNextTo(head - 1) && isLabel(head - 1)) head--;
  const above = day - head > 1 ? lines[head + i - day] : lines[i - 1];
  if (above !== undefined && day - head > (day - head > 1 ? i - day : 0) && isLabel(lines.indexOf(above)))
    return [`${above.text}\n`, ""];
  return ["", isNextTo(i) && isLabel(i + 1) && !isDay(i + 2) ? `\n${lines[i + 1]?.text}` : ""];
}

const SHORTEST_PARAGRAPH = 60;
/** A long line, or one that ends as a sentence: no stamp is either. */
const isParagraph = (text: string) =>
  text.length > LONGEST_STAMP || (text.length > SHORTEST_PARAGRAPH && /[.؟!…][”"»)]*$/u.test(text));
/** A page may set a lead between headline and stamp; behind more than that a day without a word for it is the text's. */
const FEWEST_PARAGRAPHS = 2;

/** Labels over as many days. */
const MOST_COLUMNS = 8;

/** In a list of other articles, a side column or the site's header. */
function isElsewhere(
  element: Element,
  scope: Element,
  cards: ReadonlySet<Element>,
  headline: Element | undefined,
): boolean {
  if (isSiteFurniture(element)) return true;
  for (let at: Element | null = element; at !== null && at !== scope; at = at.parentElement) {
    const name = at.tagName.toUpperCase();
    if (isSiteHeader(at) && !(headline && at.contains(headline))) return true;
    if (name === "FORM" || (name === "A" && lineOf(at) !== lineOf(element))) return true;
    if (
      /(?:^|[\s_-])(?:related|sidebar|most|latest|comments?|repl(?:y|ies)|respond|disqus|bio|biography|author-(?:box|bio|info)|widget|recommend\w*|ticker)(?:$|[\s_-])/i.test(
        `${at.getAttribute("class") ?? ""} ${at.id}`,
      )
    )
      return true;
    if (at.getAttribute("itemprop") === "comment" || (name === "ARTICLE" && cards.has(at))) return true;
    // Readers' comments are articles, too, in a section of their own.
    if (name === "ARTICLE" && headline && at.contains(headline)) return false;
  }
  return false;
}

/** The part of a page that is the same on all of them and shows today's date, by its class or id. */
function isSiteHeader(element: Element): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return (
    /(?:^|[\s_-])(?:header|top|topbar|navbar|nav|menu|masthead|today|clock|weather|footer)(?:$|[\s_-])/i.test(names) &&
    !/article|post|entry|story|single|content|detail|news|date/i.test(names)
  );
}

/** The `<article>` elements that announce other pages: their heading is a link. */
function cardsOf(document: Document): ReadonlySet<Element> {
  const articles = [...document.querySelectorAll("article")].slice(0, LINES);
  return new Set(
    articles.filter(
      (article) =>
        article.querySelector("h1") === null &&
        article.querySelector("a[href] h2, a[href] h3, h2 a[href], h3 a[href]") !== null,
    ),
  );
}

function readTime(time: Element): Candidate | undefined {
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
function readStamp({ text, labels, isBehindText }: PageLine): Candidate[] {
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
function readByline(text: string): Candidate | undefined {
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
function readLabelled({ text, above }: Pick<PageLine, "text" | "above">): Candidate | undefined {
  const cells = text.split(/\s*\|\s*/u);
  const cell = cells.findIndex(isAuthorLabel);
  const value = cell >= 0 ? cells[cell + 1] : isAuthorLabel(above) ? text : undefined;
  if (value === undefined || !FULL_NAME.test(value)) return undefined;
  const words = cell >= 0 ? text : `${above} ${text}`;
  return { field: "author", value, rule: "html:byline", words, place: "beside the headline" };
}

/** `/2021/12/17/…`, `/2021-12-17-…`: the day a site files the article under. */
function dayInAddress(address: string): { value: string; words: string } | undefined {
  const match = /[/-](?<words>(?:19|20)\d{2}([/-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?=[/_-]|$)/.exec(
    address,
  );
  const words = match?.groups?.words;
  const value = words === undefined ? undefined : parseMachineDate(words)?.edtf;
  return words === undefined || value === undefined ? undefined : { value, words };
}
