import { fold } from "./normalize.ts";

const UNITS = ["واحد", "اثنان", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"];
/** Other forms of the cardinals, folded: cases, construct state, spoken forms. */
const OTHER_UNITS: Readonly<Record<string, number>> = {
  احد: 1,
  احدي: 1,
  واحده: 1,
  اثنين: 2,
  اثنا: 2,
  اثني: 2,
  اثنتان: 2,
  اثنتين: 2,
  اثنتا: 2,
  اثنتي: 2,
  اتنين: 2,
  ثماني: 8,
  ثمان: 8,
};
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
const HUNDREDS: Readonly<Record<string, number>> = {
  ميه: 100,
  مايه: 100,
  ميتان: 200,
  ميتين: 200,
  مايتان: 200,
  مايتين: 200,
};
const THOUSANDS: Readonly<Record<string, number>> = { الف: 1000, الفان: 2000, الفين: 2000, الفي: 2000 };

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
  if (first === "ميويه") return { value: 100, used: 1 };
  const unit = ordinalUnit(first);
  if (unit === undefined) return undefined;
  const second = (words[1] ?? "").replace(/^و?(?:ال)?/, "");
  if (second === "عشر" || second === "عشره") return { value: 10 + unit, used: 2 };
  if (words[1]?.startsWith("و") && TENS[second] !== undefined)
    return { value: unit + (TENS[second] as number), used: 2 };
  return { value: unit, used: 1 };
}

function ordinalUnit(word: string): number | undefined {
  if (word === "حادي" || word === "حاديه" || word === "اولي") return 1;
  if (word === "واحد" || word === "واحده") return 1;
  if (word === "ثان") return 2;
  const at = ORDINALS.findIndex((ordinal) => word === ordinal || word === `${ordinal}ه`);
  return at < 0 ? undefined : at + 1;
}

/** Cardinal 1 to 10 of a folded word with or without ه, or undefined. */
export function parseCardinal(word: string): number | undefined {
  const at = UNITS.findIndex((unit) => word === unit || `${word}ه` === unit);
  return at < 0 ? OTHER_UNITS[word] : at + 1;
}

/**
 * The number that all the folded words together name, 1 to 9,999, or undefined: «واحد وعشرين» 21,
 * «ألفين وثمانية عشر» 2018, «ألف وتسعمئة وثمان وأربعين» 1948. Thousands, hundreds, then units before tens,
 * every part but the first with و.
 */
export function parseCardinals(words: readonly string[]): number | undefined {
  let sum = 0;
  let below = 10_000;
  for (let i = 0; i < words.length; ) {
    const word = words[i] as string;
    const head = i === 0 ? word : word.startsWith("و") ? word.slice(1) : undefined;
    const part = head === undefined ? undefined : partAt(head, words[i + 1]);
    // A unit may be followed by tens, so only whole thousands and hundreds close what is above them.
    if (part === undefined || part.value >= below) return undefined;
    sum += part.value;
    below = part.closes;
    i += part.used;
  }
  return sum > 0 ? sum : undefined;
}

interface NumberPart {
  readonly value: number;
  readonly used: number;
  /** What comes after must be smaller than this. */
  readonly closes: number;
}

function partAt(word: string, next: string | undefined): NumberPart | undefined {
  const whole = THOUSANDS[word] ?? HUNDREDS[word];
  if (whole !== undefined) return { value: whole, used: 1, closes: whole >= 1000 ? 1000 : 100 };
  if (TENS[word] !== undefined) return { value: TENS[word], used: 1, closes: 1 };
  const joined = /^(.{3,6}?)(ميه|مايه)$/.exec(word);
  const unit = parseCardinal(joined?.[1] ?? word);
  if (unit === undefined) return undefined;
  if (joined) return { value: unit * 100, used: 1, closes: 100 };
  if (next === "عشر" || next === "عشره") return unit < 10 ? { value: 10 + unit, used: 2, closes: 1 } : undefined;
  if (next !== undefined && HUNDREDS[next] === 100) return { value: unit * 100, used: 2, closes: 100 };
  if (next === "الاف") return { value: unit * 1000, used: 2, closes: 1000 };
  const tens = next?.startsWith("و") ? TENS[next.slice(1)] : undefined;
  if (tens !== undefined && unit < 10) return { value: unit + tens, used: 2, closes: 1 };
  return { value: unit, used: 1, closes: 1 };
}
