/**
 * Folding for comparison, never for display. Follows Lucene's ArabicNormalizationFilter
 * (tatweel and tashkeel removed, alef forms, alef maksura and ta marbuta folded) and adds
 * hamza seats, Persian and Urdu letters, digits and lower case.
 */
const FOLDS: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ی: "ي",
  ې: "ي",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ہ: "ه",
  ؤ: "و",
  ک: "ك",
  گ: "ك",
  ڤ: "ف",
  پ: "ب",
  چ: "ج",
  ژ: "ز",
};

/** Tashkeel, Quranic marks, superscript alef, tatweel, zero-width and bidi controls. */
const IGNORED =
  /[\u0610-\u061A\u061C\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

const DROPPED = 0xffff;

/** Code unit → folded code unit, `DROPPED` for ignored ones. A table because folding is the hottest loop of all. */
const TABLE = new Uint16Array(0x10000);
for (let code = 0; code < TABLE.length; code++) TABLE[code] = code;
// Han, Hangul, surrogates and private use have neither case nor marks of ours: most of the table is as it is.
for (const [from, to] of [
  [0, 0x2e80],
  [0xa640, 0xac00],
  [0xfb00, 0x10000],
] as const)
  for (let code = from; code < to; code++) TABLE[code] = foldUnit(code);

function foldUnit(code: number): number {
  const character = String.fromCharCode(code);
  if (IGNORED.test(character)) return DROPPED;
  if ((code >= 0x0660 && code <= 0x0669) || (code >= 0x06f0 && code <= 0x06f9)) return 0x30 + (code & 0xf);
  const folded = FOLDS[character] ?? character.toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : code;
}

/** Letters and digits folded to one form: «أُوروبّا» and «اوروبا» become equal. Shorter than or as long as the input. */
export function fold(text: string): string {
  return mapUnits(text, "");
}

/** As `fold`, but every code unit keeps its place: offsets stay those of the input (marks and tatweel are kept). */
export function foldInPlace(text: string): string {
  return mapUnits(text, undefined);
}

function mapUnits(text: string, dropped: "" | undefined): string {
  let folded = "";
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = TABLE[code] as number;
    if (to === code || (to === DROPPED && dropped === undefined)) continue;
    folded += text.slice(last, i) + (to === DROPPED ? "" : String.fromCharCode(to));
    last = i + 1;
  }
  return last === 0 ? text : folded + text.slice(last);
}

/** True for a character that `fold` drops. */
export function isIgnored(character: string): boolean {
  return TABLE[character.charCodeAt(0)] === DROPPED;
}
