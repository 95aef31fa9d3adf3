import { HALF, holdsUnit, unitTable } from "../../arabic/characters.ts";
import { placeAt } from "../../messages.ts";
import type { Notice } from "../types.ts";

/**
 * Letters in the shape of one position in a word (U+FB50 to U+FDFF, U+FE70 to U+FEFC), as old programs and PDF
 * files store them. Signs that are no spelling of a word stay: ornate brackets and the honorifics and formulas of
 * U+FDFA to U+FDFF («ﷺ»), which every font shows as one sign.
 */
const PRESENTATION = /[\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]+/gu;

/**
 * Control and format characters: direction marks, zero-width characters, soft hyphens. Not tab and newline, not
 * the signs of Arabic that Unicode counts among them (U+0600 to U+0605, U+06DD), not the letters of flag emoji.
 */
const INVISIBLE =
  /(?![\t\n\u0600-\u0605\u06dd\u070f\u08e2\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\ufffc\p{Noncharacter_Code_Point}]/gu;
/** Two uses that carry meaning: an emoji made of several, and a word with a Persian or Kurdish letter whose parts must not join. */
const MEANT =
  /(?<=\p{Extended_Pictographic}\ufe0f?\p{EMod}?)\u200d(?=\p{Extended_Pictographic})|(?<=[\u066e-\u06d3][\u0621-\u06d3\u200c]{0,40})\u200c(?=[\u0621-\u06d3])|(?<=[\u0621-\u06d3])\u200c(?=[\u0621-\u06d3\u200c]{0,40}[\u066e-\u06d3])/gu;

/** A mark in a presentation form brings a blank or a tatweel to stand on. */
const STANDING_MARK = /[ \u0640](?=[\u064b-\u0652])/g;

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const ANY = /(?![\t\n])[\p{Cc}\p{Cf}\ufffc\p{Noncharacter_Code_Point}\u2028\u2029\ufb50-\ufdff\ufe70-\ufefc]/u;

/** Units of `ANY`, and halves of characters, of which it must be asked. */
const SUSPECTS = unitTable(ANY, HALF);

export interface Tidied {
  readonly text: string;
  /** Characters removed, by code point (`U+200F`), in the order first met. */
  readonly removed: ReadonlyMap<string, number>;
  /** Letters in presentation forms that were folded. */
  readonly folded: number;
  /** 1-based line of the first of either. */
  readonly line: number;
}

/** Takes out what no reader sees and no search finds; everything visible stays as it is. */
export function tidy(text: string): Tidied {
  const removed = new Map<string, number>();
  if (!holdsUnit(text, SUSPECTS) || !ANY.test(text)) return { text, removed, folded: 0, line: 1 };
  const lines = text.replace(LINE_ENDS, "\n");
  const meant = new Set([...lines.matchAll(MEANT)].map(({ index }) => index));
  let folded = 0;
  let first = lines.length;
  const visible = lines.replace(INVISIBLE, (character, offset: number) => {
    if (meant.has(offset)) return character;
    const name = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
    removed.set(name, (removed.get(name) ?? 0) + 1);
    first = Math.min(first, offset);
    return "";
  });
  const shown = visible.replace(PRESENTATION, (run, offset: number) => {
    folded += run.length;
    first = Math.min(first, offset);
    return run.normalize("NFKC").replace(STANDING_MARK, "");
  });
  return { text: shown, removed, folded, line: placeAt(lines, first).line };
}

/** What was tidied, as a person is told. */
export function describeTidying({ removed, folded, line }: Tidied): Notice[] {
  const notices: Notice[] = [];
  const total = [...removed.values()].reduce((sum, count) => sum + count, 0);
  if (total > 0) {
    const list = [...removed].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join(", ");
    notices.push({
      severity: "info",
      rule: "read:invisible-characters",
      reason: `Left out ${total === 1 ? "one invisible character" : `${total} invisible characters`}: ${list}`,
      line,
    });
  }
  if (folded > 0) {
    notices.push({
      severity: "info",
      rule: "read:presentation-forms",
      reason: `Folded ${folded === 1 ? "one presentation form" : `${folded} presentation forms`} into plain letters`,
      line,
    });
  }
  return notices;
}
