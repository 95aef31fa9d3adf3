import {
  AGAIN_WORDS,
  DATE_WORDS,
  KEPT_WORDS,
  LAST_WORDS,
  MODIFIED_WORDS,
  PUBLISHED_WORDS,
  REVISED_WORDS,
  STAMP_FILLERS,
} from "./lexicon/page-words.ts";
import { fold } from "./normalize.ts";

/** What a page says that its day is; `other`: of neither, as when a reader printed it. */
export type StampField = "published" | "modified" | "other";

export interface StampDate {
  /** EDTF. */
  readonly edtf: string;
  /** Where it stands in the line. */
  readonly at: readonly [start: number, end: number];
}

type Kind =
  | StampField
  | "date-word"
  | "date"
  | "filler"
  | "sign"
  | "colon"
  | "clock"
  | "ago"
  | "last"
  | "again"
  | "word";
interface Item {
  kind: Kind;
  readonly text: string;
  /** Place among the dates, of `date`. */
  readonly index?: number;
  /** Words of publishing and of changing in one phrase: of one day they say which, of two not which is whose. */
  isMixed?: boolean;
}

/** «منذ 3 ساعات»: how long ago, which is no date of the page's but a day for whoever looked at it. */
export const AGO =
  "(?:منذ|قبل)\\s+(?:\\d+\\s+)?(?:ثانيه|ثوان|ثواني|لحظات|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|يوما|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|شهور|شهرا|سنه|سنتين|سنوات|عام|عامين|اعوام)(?![\\p{L}])|\\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago";
export const CLOCK =
  "t?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?z?(?![\\d\\p{L}])|\\d{1,2}(?=\\s*(?:am|pm)(?![\\p{L}]))|(?<!\\d)\\d{4}(?=\\s*(?:جمت|gmt|ت\\s?م)(?![\\p{L}]))";
/** How long ago, an hour, a word, a number, in this order; else a sign or a line end. */
const ITEM = new RegExp(`(${AGO})|(${CLOCK})|([\\p{L}]+)|(\\d+)|[^\\s]|\\n`, "gu");
/** Prepositions that lead from what was done to its day. */
const LEADS_ON: ReadonlySet<string> = new Set(["في", "بتاريخ", "يوم", "on", "at", "le"]);

/**
 * What each date of a stamp is the day of, by the words before it, behind it or over it: «نشر في 5 مايو 2019 | آخر
 * تحديث 6 مايو 2019», «2019-05-05 آخر تعديل», «تاريخ النشر | آخر تحديث» over «5/5/2019 | 6/5/2019». Dates that no
 * word parts (one day in two calendars) are of one field. Dates of which nothing is said are the publication's, but
 * never in a line that speaks only of another day.
 */
export function fieldsOfDates(line: string, dates: readonly StampDate[]): StampField[] {
  const items = joinLabels(itemsOf(line, dates));
  const groups = groupDates(items);
  const fields: (StampField | undefined)[] = dates.map(() => undefined);
  const labels = placeLabels(items, groups);
  const columns = labels.filter(({ group }) => group === "columns");
  if (columns.length > 0) return fieldsOfColumns(columns, dates);
  for (const [i] of dates.entries()) {
    const group = groups.findIndex((group) => group.includes(i));
    const label = labelOfGroup(labels, group);
    fields[i] = label?.isMixed && isOfDays(groups[group] ?? [], dates) ? "other" : label?.field;
  }
  const changed = dates.filter((_, i) => fields[i] === "modified").map(({ edtf }) => edtf);
  return dates.map(({ edtf }, i) => {
    const field = fields[i];
    if (field !== undefined) return field;
    const twin = dates.findIndex((other, j) => j < i && other.edtf === edtf && fields[j] !== undefined);
    if (twin >= 0) return fields[twin] as StampField;
    // What was published was not changed before.
    return changed.some((day) => day < edtf) ? "other" : "published";
  });
}

/** Whether some of a line's dates are of different days. */
const isOfDays = (group: readonly number[], dates: readonly StampDate[]) =>
  group.some((i) => dates[i]?.edtf !== dates[group[0] as number]?.edtf);

/**
 * «تاريخ النشر آخر تحديث 5/5/2019 6/5/2019»: as many dates to each label, in order. Where that would have the page
 * changed before it was published, or does not come out even, nothing says which day is whose.
 */
function fieldsOfColumns(columns: readonly Label[], dates: readonly StampDate[]): StampField[] {
  const [first] = columns;
  if (first !== undefined && columns.every(({ field }) => field === first.field)) return dates.map(() => first.field);
  const each = dates.length / columns.length;
  const fields = dates.map((_, i) => (Number.isInteger(each) ? (columns[(i / each) | 0]?.field ?? "other") : "other"));
  const daysOf = (wanted: StampField) => dates.flatMap(({ edtf }, i) => (fields[i] === wanted ? [edtf] : []));
  const isTurned = daysOf("modified").some((changed) => daysOf("published").some((day) => changed < day));
  return isTurned ? fields.map(() => "other") : fields;
}

/** Whether a line is nothing but what its neighbours' dates are of: «تاريخ النشر:», «النشر | آخر تحديث». */
export const isStampLabel = (line: string): boolean =>
  line.length <= LONGEST_LABEL && mayBeLabel(line) && isLabelAlone(line);

/** Most lines are told to be none by their first word: any that is of no label makes them so, as part of «منذ ساعات» too. */
function mayBeLabel(line: string): boolean {
  const first = /\p{L}+/u.exec(fold(line))?.[0];
  return first === undefined || KIND_OF_WORD.has(first) || REVISED_WORDS.has(first) || KEPT_WORDS.has(first);
}

/** `isStampLabel` by all its words. */
export function isLabelAlone(line: string): boolean {
  if (line.length > LONGEST_LABEL || /\p{Nd}/u.test(line)) return false;
  const items = joinLabels(itemsOf(line, []));
  return (
    items.some(({ kind }) => isField(kind) || kind === "date-word") &&
    items.every(({ kind }) => kind !== "word" && kind !== "ago")
  );
}
const LONGEST_LABEL = 60;

/** Whether any word of a line is of publishing or changing. */
export const saysField = (line: string): boolean => joinLabels(itemsOf(line, [])).some(({ kind }) => isField(kind));

const isField = (kind: Kind): kind is StampField => kind === "published" || kind === "modified" || kind === "other";
const SAYS_NOTHING: ReadonlySet<Kind> = new Set(["filler", "sign", "colon", "clock"]);

function itemsOf(line: string, dates: readonly StampDate[]): Item[] {
  const items: Item[] = [];
  let end = 0;
  for (const [index, { at }] of dates.entries()) {
    addItems(line.slice(end, at[0]), items);
    items.push({ kind: "date", text: "", index });
    end = at[1];
  }
  addItems(line.slice(end), items);
  return items;
}

function addItems(text: string, items: Item[]): void {
  const folded = fold(text);
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(folded); match !== null; match = ITEM.exec(folded)) {
    const [words, ago, clock, word, number] = match;
    if (word !== undefined) items.push({ kind: KIND_OF_WORD.get(word) ?? "word", text: words });
    else if (ago !== undefined) items.push({ kind: "ago", text: words });
    else if (clock !== undefined) items.push({ kind: "clock", text: words });
    else if (words === ":" || words === "：") items.push({ kind: "colon", text: words });
    else items.push({ kind: number === undefined ? "sign" : "filler", text: words });
  }
}

/** Of a word in several lists the last one counts. */
const KIND_OF_WORD = new Map<string, Kind>();
for (const [kind, words] of [
  ["filler", STAMP_FILLERS],
  ["date-word", DATE_WORDS],
  ["again", AGAIN_WORDS],
  ["last", LAST_WORDS],
  ["published", PUBLISHED_WORDS],
  ["modified", MODIFIED_WORDS],
] as const)
  for (const word of words) KIND_OF_WORD.set(word, kind);

/**
 * Words that belong together made one: «تم تعديل الخبر», «تاريخ آخر تحديث». Of publishing and changing in one phrase
 * it is the change («تحديث المنشور», «نشر التحديث»), or both when «و» joins them, and the day of both is the first's.
 */
function joinLabels(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let phrase: Item | undefined;
  for (const [i, item] of items.entries()) {
    const kind = kindInPhrase(item, items, i);
    const isLabel = isField(kind) || kind === "date-word" || kind === "again" || kind === "last";
    if (isLabel && phrase !== undefined && !(isField(phrase.kind) && opensLabel(items, i, kind))) {
      const both = kindOfBoth(phrase.kind, kind, item.text);
      if (both === "modified" && (phrase.kind === "published" || kind === "published")) phrase.isMixed = true;
      phrase.kind = both;
      continue;
    }
    // Fillers inside a phrase are passed over; those that lead on stay, for they tell which way it points.
    if (kind === "filler" && phrase !== undefined && !LEADS_ON.has(item.text)) continue;
    const kept = { ...item, kind };
    joined.push(kept);
    if (isLabel) phrase = kept;
    else if (kind !== "filler") phrase = undefined;
  }
  for (const item of joined) if (item.kind === "again" || item.kind === "last") item.kind = "filler";
  return joined;
}

/** «تاريخ النشر آخر تحديث», «آخر تحديث تاريخ النشر»: a label of its own behind another one. */
function opensLabel(items: readonly Item[], at: number, kind: Kind): boolean {
  if (kind !== "last" && kind !== "date-word") return false;
  const next = items.slice(at + 1).find((item) => item.kind !== "filler");
  return next !== undefined && isField(kindInPhrase(next, items, items.indexOf(next)));
}

/** The day of printing or keeping only where the words say so: «تاريخ الطباعة»; «طباعة» alone is a button. */
function kindInPhrase(item: Item, items: readonly Item[], i: number): Kind {
  const before = items[i - 1];
  if (item.kind !== "word") return item.kind;
  if (REVISED_WORDS.has(item.text) && (before?.kind === "last" || before?.kind === "date-word")) return "modified";
  if (!KEPT_WORDS.has(item.text)) return "word";
  return before?.kind === "date-word" || /^[a-z]/.test(item.text) ? "other" : "word";
}

function kindOfBoth(first: Kind, second: Kind, words: string): Kind {
  if (first === "other" || second === "other") return "other";
  if (first === "again" && (second === "published" || second === "date-word")) return "other";
  if (first === "last") return "modified";
  if (first === "date-word" || first === "again") return second;
  if (second === "date-word" || second === "last" || second === "again") return first;
  if (first === second) return first;
  return words.startsWith("و") ? "published" : "modified";
}

/** Dates between which no word stands, a time or a sign at most. */
function groupDates(items: readonly Item[]): number[][] {
  const groups: number[][] = [];
  let isParted = true;
  for (const { kind, index } of items) {
    if (index === undefined) isParted ||= !SAYS_NOTHING.has(kind);
    else if (isParted) groups.push([index]);
    else groups.at(-1)?.push(index);
    if (index !== undefined) isParted = false;
  }
  return groups;
}

interface Label {
  readonly field: StampField;
  /** The group it speaks of, or that it heads a column of a table. */
  readonly group: number | "columns";
  readonly isBehind: boolean;
  readonly isMixed?: boolean;
}

/** A date's own words in front of it count before those behind it; of several in front the last, behind the first. */
function labelOfGroup(labels: readonly Label[], group: number): Label | undefined {
  const own = labels.filter((label) => label.group === group);
  return own.findLast(({ isBehind }) => !isBehind) ?? own.find(({ isBehind }) => isBehind);
}

/** Which group of dates each label speaks of. Labels of a time of day or of «منذ 3 ساعات» speak of none. */
function placeLabels(items: readonly Item[], groups: readonly (readonly number[])[]): Label[] {
  const gapOf = gapsOf(items, groups);
  const labels = items.flatMap((item, i) => {
    const field = item.kind === "date-word" ? "published" : item.kind;
    if (!isField(field) || targetOf(items, i) === "ago") return [];
    const { isMixed = false } = item;
    return [{ field, i, gap: gapOf[i] as number, isWeak: item.kind === "date-word", isMixed }];
  });
  const last = groups.length;
  const inGap = (gap: number) => labels.filter((label) => label.gap === gap);
  const dates = groups.flat().length;
  const heads = inGap(0);
  if (heads.length > 1 && heads.length === labels.length && dates > 1)
    return heads.map(({ field }) => ({ field, group: "columns", isBehind: false }));
  const gaps = Array.from({ length: last }, (_, group) => inGap(group + 1));
  const isBehindEach = heads.length === 0 && gaps.every((gap) => gap.length === 1 && !leadsOn(items, gap[0]?.i ?? 0));
  return labels.flatMap(({ field, i, gap, isWeak, isMixed }): Label[] => {
    const before: Label = { field, group: gap, isBehind: false, isMixed };
    const behind: Label = { field, group: gap - 1, isBehind: true, isMixed };
    if (gap === 0) return [before];
    // «5 مايو 2019 … آخر تحديث 14:30»: changed that day, whether published then or not.
    if (gap === last) return isWeak ? [] : [behind];
    if (isBracketed(items, i)) return [behind];
    if (leadsOn(items, i)) return [before];
    if (isBehindEach) return [behind];
    const [isParted, isPartedBehind] = [isSign(items[i - 1]), isSign(items[i + 1])];
    return isPartedBehind && !isParted ? [behind] : [before];
  });
}

/** Number of the groups in front of each item. */
function gapsOf(items: readonly Item[], groups: readonly (readonly number[])[]): number[] {
  let gap = 0;
  return items.map(({ index }) => {
    if (index !== undefined && groups[gap]?.[0] === index) gap++;
    return gap;
  });
}

/** What a label leads to when it does not lead to a date: «آخر تحديث منذ 3 ساعات». */
function targetOf(items: readonly Item[], at: number): Kind | undefined {
  const next = items.slice(at + 1).find(({ kind }) => kind !== "filler" && kind !== "colon");
  return next?.kind;
}

/** «آخر تحديث:», «نشر في»: what comes is meant. */
function leadsOn(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.kind === "colon" || (next?.kind === "filler" && LEADS_ON.has(next.text)) || next?.kind === "clock";
}

const isSign = (item: Item | undefined) => item?.kind === "sign";
const isBracketed = (items: readonly Item[], at: number) =>
  /[([]/.test(items[at - 1]?.text ?? "") && /[)\]]/.test(items[at + 1]?.text ?? "");
