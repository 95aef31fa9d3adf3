import { beginsWithGivenName } from "../arabic/names/listed.ts";
import { foldInPlace } from "../arabic/normalize.ts";
import type { Credit, Line, Removed } from "../model/article.ts";
import type { Part } from "../model/span.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * What agencies put behind a text: the desk's initials («ف ص / م م»), its editors («ريح/سليم/سلمى»), the agency with its
 * town («(ريح - بالة)»), a mark of the end glued to the last sentence («… بين البلدين. (النهاية)»).
 */
export interface WireEnd {
  /** The lines that are the text's, in order; the last may be shortened. */
  readonly lines: readonly Line[];
  readonly removed: readonly Removed[];
  readonly credits: readonly Credit[];
}

const RULE = "clean:wire-end";
/** Longer lines are prose. */
const LONGEST = 60;
const MOST_NAME_WORDS = 3;
const FRAME_BEFORE = /^[\s\-–—*=_ـ([«/]*/u;
const FRAME_BEHIND = /[\s\-–—*=_ـ)\]»/.]*$/u;
/** Between the parts of a last line: «ف ص/ م م (ريح، نسيم)»; a dash only between blanks. */
const BETWEEN = /\s*[/\\|،,(]\s*|\s+[-–—]\s+/gu;
/** One to four single letters: «ف ص», «م.خ.أ», «م‌ج.»; and what desks write in Latin: «ak». */
const INITIALS = /^(?:\p{L}(?:[. \u200C]{1,2}\p{L}){0,3}\.?|[a-z]{2,3})$/u;
/** «سح/لين/ب ق»: the same glued, between slashes and beside others. */
const GLUED_INITIALS = /^\p{L}{2,3}$/u;
const DOTTED = /^\p{L}\.\s?\p{L}\.?(?:\s*[،,]\s*\p{L}\.\s?\p{L}\.?)+$/u;
export const END_WORD = /النهايه|انتهي/;
/** Behind the end of a sentence. */
export const GLUED = /(?<=[.!؟?»"”)][ \u00A0]*)[([/*-]{0,2}\s*(?:النهايه|انتهي)\s*\d{0,4}\s*[)\]/*-]{0,2}[\s.]*$/u;

/** Takes what the wire put behind the text off its end. `skip` tells lines that are no prose: stamps, links. */
export function takeWireEnd(
  lines: readonly Line[],
  skip: (line: Line) => boolean,
  restored: readonly string[],
  knows: Knowledge,
): WireEnd {
  const kept = [...lines];
  const removed: Removed[] = [];
  const credits: Credit[] = [];
  const end = kept.findLastIndex((line) => !skip(line));
  for (let i = kept.length - 1; i > 0; i--) {
    const line = kept[i] as Line;
    if (skip(line) || (i === end && isCredit(line, knows))) continue;
    if (restored.includes(line.text)) break;
    const signed = readWireLine(line, knows);
    if (signed !== undefined) {
      kept.splice(i, 1);
      removed.push({ text: line.text, at: line.at, rule: RULE });
      credits.push(...signed);
      continue;
    }
    const folded = foldInPlace(line.text);
    const glued = END_WORD.test(folded) ? GLUED.exec(folded) : null;
    if (glued === null) break;
    const text = line.text.slice(0, glued.index).trimEnd();
    kept[i] = { ...line, text, at: [line.at[0], line.at[0] + text.length] };
    removed.push(endMark(line, glued.index));
    break;
  }
  return { lines: kept, removed, credits };
}

/** «ريح», «(ريح)» as the last line, which is read as a credit. */
const isCredit = ({ text }: Line, knows: Knowledge) =>
  text.length <= LONGEST && !/^[-–—*=_]/u.test(text) && knows.isOutlet(unframed(text));

const unframed = (text: string) => text.replace(FRAME_BEFORE, "").replace(FRAME_BEHIND, "");

function endMark({ text, at }: Line, index: number): Removed {
  const mark = text.slice(index).trim();
  const start = at[0] + text.indexOf(mark, index);
  return { text: mark, at: [start, start + mark.length], rule: "clean:end-mark" };
}

/** The agencies of a line that is nothing but a sign-off; undefined for any other line. */
function readWireLine(line: Line, knows: Knowledge): Credit[] | undefined {
  if (line.text.length > LONGEST) return undefined;
  const start = FRAME_BEFORE.exec(line.text)?.[0].length ?? 0;
  const inner = unframed(line.text);
  if (inner === "") return undefined;
  // «--(ريح)»
  if (knows.isOutlet(inner)) return isCredit(line, knows) ? undefined : [creditOf(line, start, inner)];
  const credits: Credit[] = [];
  const kinds: string[] = [];
  const isSlashed = inner.includes("/") && /(?<!\p{L})\p{L}[. ]\p{L}(?!\p{L})/u.test(inner);
  for (const { text, at } of piecesOf(inner)) {
    const kind = kindOf(text, knows) ?? (isSlashed && GLUED_INITIALS.test(text) ? "initials" : undefined);
    if (kind === undefined) return undefined;
    if (kind === "outlet") credits.push(creditOf(line, start + at[0], text));
    kinds.push(kind);
  }
  if (kinds.length === 1) return kinds[0] === "initials" && /\p{L}[^\p{L}]+\p{L}/u.test(inner) ? [] : undefined;
  if (credits.length > 0) return kinds.length > credits.length ? credits : undefined;
  // «ن.ع, م.ص»
  if (kinds.every((kind) => kind === "initials") && DOTTED.test(inner)) return [];
  // «سليم/سلمى», «ف ص / م م»: without the agency only slashes make them the desk's.
  return kinds.includes("place") || /[،,]/u.test(inner) || !/[/\\|]/u.test(inner) ? undefined : [];
}

const creditOf = ({ at }: Line, from: number, text: string): Credit => ({
  kind: "source",
  name: { text, at: [at[0] + from, at[0] + from + text.length] },
});

function piecesOf(words: string): Part[] {
  const pieces: Part[] = [];
  let start = 0;
  for (const { 0: between, index } of [...words.matchAll(BETWEEN), { 0: "", index: words.length }]) {
    pieces.push({ text: words.slice(start, index), at: [start, index] });
    start = index + between.length;
  }
  return pieces;
}

function kindOf(words: string, knows: Knowledge): "outlet" | "place" | "initials" | "name" | undefined {
  if (knows.isOutlet(words)) return "outlet";
  if (INITIALS.test(foldInPlace(words).toLowerCase())) return "initials";
  if (knows.isPlace(words)) return "place";
  const isName = /^[\p{L}\p{M} .]+$/u.test(words) && words.split(/\s+/u).length <= MOST_NAME_WORDS;
  return isName && beginsWithGivenName(words) ? "name" : undefined;
}
