import type { Block, LayoutKind, Line } from "../model/article.ts";
import type { Part } from "../model/span.ts";

/** Longer lines are paragraphs that a site happens to mark with bullets. */
const LONGEST_ITEM = 300;
/** «- », «• » and the like, before the words of a line; the cleaning leaves them out of it. */
const BULLET = /[•·●▪◦*-]\s+$/u;
/** «1- », «٢. », «3) »; «5-3-2021» and «1.5» are numbers. */
const NUMBER = /^[(]?(?<number>[0-9٠-٩۰-۹]{1,2})\s*[-–ـ.)/]\s*(?=\p{L}|["«“(])/u;

/**
 * «التعليق على الصورة، مراكب في المرفأ»: what a page says to those who hear it that the rest is. Whose picture it is,
 * «صدر الصورة، ريح», keeps its label.
 */
const CAPTION = /^(?:(?<label>(?:ال)?تعليق (?:على )?الصورة\s*[،,:]\s*)(?=\S)|م?صدر الصورة\s*[،,]\s*.{2,60}$)/u;

type Kind = Exclude<Block["kind"], "heading">;
/** What a line is, beside its words without the mark before them. */
type Item = Part & { readonly kind: Kind; readonly number?: number };

/**
 * Lines that are items of a list, or captions; lines not in the map are prose. The source's own word counts, and that of
 * the line itself for a caption. In plain
 * text two lines or more make a list, marked alike one after another, numbers counting from one; where nothing but
 * marked lines stand, the marks are a habit of the site.
 */
export function findItems(
  raw: string,
  lines: readonly Line[],
  kindAt: ((line: Line) => LayoutKind) | undefined,
  numberAt: (line: Line) => number | undefined = () => undefined,
): Map<Line, Item> {
  const found = kindAt === undefined ? markedItems(raw, lines) : declaredItems(lines, kindAt, numberAt);
  const items = found.size === lines.length ? new Map<Line, Item>() : found;
  for (const line of lines) {
    const label = items.has(line) || line.text.length > LONGEST_ITEM ? null : CAPTION.exec(line.text);
    if (label === null) continue;
    const from = label.groups?.label?.length ?? 0;
    items.set(line, { text: line.text.slice(from), at: [line.at[0] + from, line.at[1]], kind: "caption" });
  }
  return items;
}

function declaredItems(
  lines: readonly Line[],
  kindAt: (line: Line) => LayoutKind,
  numberAt: (line: Line) => number | undefined,
): Map<Line, Item> {
  const kinds = lines.map(kindAt);
  const found = new Map<Line, Item>();
  const isListed = (kind: LayoutKind | undefined) => kind === "list-item" || kind === "numbered-item";
  let end = 0;
  let kindOfRun: Kind = "list-item";
  for (const [i, line] of lines.entries()) {
    const { text, at } = line;
    if (kinds[i] === "caption") found.set(line, { text, at, kind: "caption" });
    if (!isListed(kinds[i])) continue;
    const isFirst = i >= end;
    if (isFirst) {
      for (end = i; isListed(kinds[end]); ) end++;
      // Numbers beside items without any would begin anew after each.
      kindOfRun = kinds.slice(i, end).every((kind) => kind === "numbered-item") ? "numbered-item" : "list-item";
    }
    const number = isFirst && kindOfRun === "numbered-item" ? numberAt(line) : undefined;
    found.set(line, { text, at, kind: kindOfRun, ...(number !== undefined && { number }) });
  }
  return found;
}

function markedItems(raw: string, lines: readonly Line[]): Map<Line, Item> {
  const found = new Map<Line, Item>();
  let run: [Line, Item][] = [];
  const close = () => {
    if (run.length > 1) for (const [line, item] of run) found.set(line, item);
    run = [];
  };
  for (const line of lines) {
    const item = line.text.length > LONGEST_ITEM ? undefined : (bulletItem(raw, line) ?? numberedItem(line));
    const goesOn = item?.kind === run[0]?.[1].kind && (item?.number ?? run.length + 1) === run.length + 1;
    if (!goesOn) close();
    if (item === undefined || (item.number ?? run.length + 1) !== run.length + 1) continue;
    run.push([line, { kind: item.kind, text: item.text, at: item.at }]);
  }
  close();
  return found;
}

function bulletItem(raw: string, line: Line): (Item & { number?: number }) | undefined {
  if (line.at[0] === 0 || raw[line.at[0] - 1] === "\n") return undefined;
  const start = raw.slice(Math.max(0, line.at[0] - 10), line.at[0]);
  return BULLET.test(start.slice(start.lastIndexOf("\n") + 1)) ? { ...line, kind: "list-item" } : undefined;
}

function numberedItem(line: Line): (Item & { number: number }) | undefined {
  const match = NUMBER.exec(line.text);
  if (match === null) return undefined;
  const digits = (match.groups?.number ?? "").replace(/[^0-9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
  const length = match[0].length;
  const part = { text: line.text.slice(length), at: [line.at[0] + length, line.at[1]] as const };
  return { ...part, kind: "numbered-item", number: Number(digits) };
}
