import { initialsOf } from "../arabic/names/initials.ts";
import { byCodePoint } from "../effects.ts";
import type { Entity } from "../model/entity.ts";
import { compareLetters, indexLetter, lettersOf } from "./lists.ts";
import { VIEW } from "./strings.ts";

/** Names that an index shows on one page: with more, some 400 kB, it is cut by letter. */
export const WHOLE_INDEX = 1500;
/** Names on a page of one letter: with more, the letter is cut by the second one, and that into parts. */
export const SHELF = 500;

/** Names that begin alike. */
export interface Shelf {
  /** «م», «مح». */
  readonly label: string;
  /** What it is called in an address: `meem`. */
  readonly name: string;
  /** In the order of the index. */
  readonly entities: readonly Entity[];
  /** The same by the second letter, where there are too many; else none. */
  readonly shelves: readonly Shelf[];
}

/** Letters as Unicode calls them. */
const LETTERS: Readonly<Record<string, string>> = {
  ء: "hamza",
  ا: "alef",
  ب: "beh",
  پ: "peh",
  ت: "teh",
  ة: "teh-marbuta",
  ث: "theh",
  ج: "jeem",
  چ: "tcheh",
  ح: "hah",
  خ: "khah",
  د: "dal",
  ذ: "thal",
  ر: "reh",
  ز: "zain",
  ژ: "jeh",
  س: "seen",
  ش: "sheen",
  ص: "sad",
  ض: "dad",
  ط: "tah",
  ظ: "zah",
  ع: "ain",
  غ: "ghain",
  ف: "feh",
  ڤ: "veh",
  ق: "qaf",
  ك: "kaf",
  گ: "gaf",
  ل: "lam",
  م: "meem",
  ن: "noon",
  ه: "heh",
  و: "waw",
  ى: "alef-maksura",
  ي: "yeh",
};

/** Names in the order of an index → by their first letter, those of other scripts last and together; letters with too many by the second one. */
export function shelvesOf(entities: readonly Entity[]): Shelf[] {
  const byFirst = groupBy(entities, ({ prefLabel }) => indexLetter(prefLabel) ?? "");
  const letters = [...byFirst.keys()].sort((a, b) => Number(a === "") - Number(b === "") || compareLetters(a, b));
  return letters.map((letter) => {
    const here = byFirst.get(letter) ?? [];
    const shelf = {
      label: letter || VIEW.otherLetters,
      name: letter === "" ? "other" : nameOf(letter),
      entities: here,
    };
    return { ...shelf, shelves: here.length > SHELF ? secondShelves(letter, here) : [] };
  });
}

/** Under no letter of the Arabic script, the first letter is the second cut. */
function secondShelves(letter: string, entities: readonly Entity[]): Shelf[] {
  const bySecond = groupBy(entities, ({ prefLabel }) => lettersOf(prefLabel, 2)[letter === "" ? 0 : 1] ?? "");
  return [...bySecond]
    .sort(([a], [b]) => compareLetters(a, b))
    .map(([second, here]) => ({
      label: letter + second || VIEW.otherLetters,
      name: second === "" ? "alone" : nameOf(second),
      entities: here,
      shelves: [],
    }));
}

/** Names by the letters that their words begin with, each name under all of them and in order; letters by code point. */
export function namesByInitial(entities: readonly Entity[]): Map<string, Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const letter of initialsOf([entity.prefLabel, ...entity.altLabel, entity.latin ?? ""])) {
      const here = found.get(letter);
      if (here === undefined) found.set(letter, [entity]);
      else here.push(entity);
    }
  return new Map([...found].sort(([a], [b]) => byCodePoint(a, b)));
}

function nameOf(letter: string): string {
  if (/^[a-z0-9]$/i.test(letter)) return letter.toLowerCase();
  return LETTERS[letter] ?? `u${(letter.codePointAt(0) ?? 0).toString(16)}`;
}

/** Consecutive parts of about the same size, none larger than `size`. */
export function partsOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const start = (part: number) => Math.round((part * items.length) / count);
  return Array.from({ length: count }, (_, part) => items.slice(start(part), start(part + 1)));
}

/** Items by key, both in the order they come in. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
