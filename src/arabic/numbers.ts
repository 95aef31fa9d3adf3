import { fold } from "./normalize.ts";

const UNITS = ["واحد", "اثنان", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"];
/** Ordinals 1 to 10 in the folded masculine form; the feminine adds ه. */
const ORDINALS = ["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];
const TENS: Readonly<Record<string, number>> = {
  عشرون: 20,
  عشرين: 20,
  ثلاثون: 30,
  ثلاثين: 30,
  اربعون: 40,
  اربعين: 40,
  خمسون: 50,
  خمسين: 50,
  ستون: 60,
  ستين: 60,
  سبعون: 70,
  سبعين: 70,
  ثمانون: 80,
  ثمانين: 80,
  تسعون: 90,
  تسعين: 90,
};

/**
 * Number of an ordinal in folded words («العشرين» 20, «الخامس والسبعين» 75, «الـ37» 37), or undefined.
 * `words` is what follows the noun; the number of words used is returned with it.
 */
export function parseOrdinal(words: readonly string[]): { value: number; used: number } | undefined {
  const bare = (word: string | undefined) => (word ?? "").replace(/^و?(?:ال)/, "");
  const first = bare(words[0]);
  const digits = fold(words[0] === "ال" ? (words[1] ?? "") : first);
  if (/^\d{1,4}$/.test(digits)) return { value: Number(digits), used: words[0] === "ال" ? 2 : 1 };
  const tens = TENS[first];
  if (tens !== undefined) return { value: tens, used: 1 };
  if (first === "مئويه") return { value: 100, used: 1 };
  const unit = ordinalUnit(first);
  if (unit === undefined) return undefined;
  const second = bare(words[1]);
  if (second === "عشر" || second === "عشره") return { value: 10 + unit, used: 2 };
  if (words[1]?.startsWith("و") && TENS[second] !== undefined)
    return { value: unit + (TENS[second] as number), used: 2 };
  return { value: unit, used: 1 };
}

function ordinalUnit(word: string): number | undefined {
  if (word === "حادي" || word === "حاديه" || word === "اولي") return 1;
  const at = ORDINALS.findIndex((ordinal) => word === ordinal || word === `${ordinal}ه`);
  return at < 0 ? undefined : at + 1;
}

/** Cardinal 1 to 10 of a folded word with or without ه, or undefined. */
export function parseCardinal(word: string): number | undefined {
  const at = UNITS.findIndex((unit) => word === unit || `${word}ه` === unit);
  return at < 0 ? undefined : at + 1;
}
