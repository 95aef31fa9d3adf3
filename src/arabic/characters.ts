const FIRST_HALF = 0xd800;
const AFTER_HALVES = 0xe000;

/**
 * What each code unit is, a bit for each class in their order: asking a table costs a tenth of asking an expression,
 * which leaves its own code for every `\p{…}` above Latin-1. A half of a character has the bits that it has alone.
 */
export function unitTable(...classes: readonly RegExp[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [bit, { source, flags }] of classes.entries()) {
    const mark = (from: number, to: number) => {
      for (let code = from; code < to; code++) table[code] = (table[code] as number) | (1 << bit);
    };
    for (const [from, to] of runsOf(new RegExp(source, flags))) mark(from, to);
    if (new RegExp(source, flags).test(String.fromCharCode(FIRST_HALF))) mark(FIRST_HALF, AFTER_HALVES);
  }
  return table;
}

/** Whether a text holds a code unit of a class that the table was made of. */
export function holdsUnit(text: string, table: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (table[text.charCodeAt(i)] !== 0) return true;
  return false;
}

/** The ranges of code units, but for halves of characters, that are of a class, in order. */
export function* runsOf({ source, flags }: RegExp): Generator<readonly [from: number, to: number]> {
  const runs = new RegExp(`(?:${source})+`, `${flags}g`);
  for (const { from, units } of WHOLE)
    for (const { 0: run, index } of units.matchAll(runs)) yield [from + index, from + index + run.length];
}

const WHOLE = [
  { from: 0, units: unitsIn(0, FIRST_HALF) },
  { from: AFTER_HALVES, units: unitsIn(AFTER_HALVES, 0x10000) },
] as const;

function unitsIn(from: number, to: number): string {
  const units = new Uint16Array(to - from);
  for (let i = 0; i < units.length; i++) units[i] = from + i;
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}

/** Half of a character outside the basic plane: what it is, only both say. */
export const HALF = /[\ud800-\udfff]/;

/** Folding drops it, though it parts words: what it stands in is another word for whoever asks word by word. */
export const PARTING = /[\u061c\u06dd\u06de\u06e9\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
