/**
 * Folding for comparison, never for display. Follows Lucene's ArabicNormalizationFilter
 * (tatweel and tashkeel removed, alef forms, alef maksura and ta marbuta folded) and adds
 * hamza seats, Persian and Urdu letters and digits.
 */
const FOLDS: Readonly<Record<string, string>> = {
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا",
  ى: "ي", ئ: "ي", ی: "ي", ې: "ي",
  ة: "ه", ۀ: "ه", ە: "ه", ہ: "ه",
  ؤ: "و",
  ک: "ك", گ: "ك",
  ڤ: "ف", پ: "ب", چ: "ج", ژ: "ز",
};

const FOLDED = new RegExp(`[${Object.keys(FOLDS).join("")}]`, "g");
/** Tashkeel, Quranic marks, superscript alef, tatweel, zero-width and bidi controls. */
const IGNORED = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Letters and digits folded to one form: «أُوروبّا» and «اوروبا» become equal. Shorter than or as long as the input. */
export function fold(text: string): string {
  return foldDigits(text.replace(IGNORED, "").replace(FOLDED, (letter) => FOLDS[letter] ?? letter)).toLowerCase();
}

/** Arabic-Indic and Persian digits to 0-9; every character keeps its place. */
export function foldDigits(text: string): string {
  return text.replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** True for a character that `fold` drops. */
export function isIgnored(character: string): boolean {
  IGNORED.lastIndex = 0;
  return IGNORED.test(character);
}

/** Letters and digits folded one for one: offsets stay those of the input (marks and tatweel are kept). */
export function foldInPlace(text: string): string {
  return foldDigits(text.replace(FOLDED, (letter) => FOLDS[letter] ?? letter));
}
