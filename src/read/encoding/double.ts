import { isPlausibleArabic, measureArabic } from "./plausible.ts";

/**
 * UTF-8 that was read as a one-byte encoding and saved as UTF-8 again («Ø§Ù„» or «ط§ظ„» for «ال»). Arabic letters
 * are the bytes D8 or D9 and a byte from 80 to BF; what those look like in the wrong encoding is the signature.
 */
const OLD_ENCODINGS = ["windows-1252", "windows-1256"] as const;
export type OldEncoding = (typeof OLD_ENCODINGS)[number];

/** Character → byte. The unused bytes of Windows-1252 are the control characters of Latin-1, so its table serves both. */
const TABLES = new Map<OldEncoding, ReadonlyMap<string, number>>();

function tableOf(encoding: OldEncoding): ReadonlyMap<string, number> {
  const known = TABLES.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    if (byte >= 0x80 && byte < 0xa0) table.set(String.fromCharCode(byte), byte);
    table.set(decoder.decode(Uint8Array.of(byte)), byte);
  }
  TABLES.set(encoding, table);
  return table;
}

const SIGNATURES = new Map<OldEncoding, RegExp>(
  OLD_ENCODINGS.map((encoding) => {
    const decoder = new TextDecoder(encoding);
    const characters = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => decoder.decode(Uint8Array.of(from + i))).join("");
    const trail = `${characters(0x80, 0xbf)}\u0080-\u009f`.replace(/[\]\\^-]/g, "\\$&");
    // Encoded three times, the letters of Windows-1252 are themselves two bytes, C2 or C3 first.
    const lead = characters(0xd8, 0xd9) + (encoding === "windows-1252" ? characters(0xc2, 0xc3) : "");
    return [encoding, new RegExp(`[${lead}][${trail}]`, "gu")];
  }),
);

/** Any character above ASCII but blanks and the punctuation every encoding shares. */
const FOREIGN = /(?![\u00a0«»])\P{ASCII}/gu;

/** Characters looked at; a file is encoded twice from its beginning or not at all. */
const SAMPLE = 200_000;

export interface Repaired {
  readonly text: string;
  /** What the text had been taken for, outermost first. */
  readonly readAs: readonly OldEncoding[];
  /** 1-based lines that look encoded twice but hold characters that say how no longer; left as they are. */
  readonly brokenLines: readonly number[];
}

/** The text it once was, or undefined when it was not encoded twice. Up to three times are undone. */
export function repairDoubleEncoding(text: string): Repaired | undefined {
  let repaired: Repaired | undefined;
  for (let round = 0; round < 3; round++) {
    const once = undoOnce(repaired?.text ?? text);
    if (once === undefined) break;
    repaired = { text: once.text, readAs: [...(repaired?.readAs ?? []), once.readAs], brokenLines: once.brokenLines };
  }
  return repaired;
}

/** True for text that is nothing but the traces of UTF-8 in a one-byte encoding. */
export function looksDoubleEncoded(text: string): boolean {
  return OLD_ENCODINGS.some((encoding) => bearsSignature(text, encoding));
}

function undoOnce(text: string): { text: string; readAs: OldEncoding; brokenLines: number[] } | undefined {
  for (const readAs of OLD_ENCODINGS) {
    if (!bearsSignature(text, readAs)) continue;
    const whole = decodeAgain(text, readAs);
    if (whole !== undefined && isBetter(whole, text)) return { text: whole, readAs, brokenLines: [] };
    const brokenLines: number[] = [];
    let mendedLines = 0;
    const lines = text.split("\n").map((line, index) => {
      if (!bearsSignature(line, readAs, 2)) return line;
      const again = decodeAgain(line, readAs);
      if (again === undefined) brokenLines.push(index + 1);
      else mendedLines++;
      return again ?? line;
    });
    const joined = lines.join("\n");
    if (mendedLines > brokenLines.length && isBetter(joined, text)) return { text: joined, readAs, brokenLines };
  }
  return undefined;
}

/** A third of all that is not ASCII is pairs of the signature: right Arabic has next to none, double-encoded Arabic is nothing else. «غ…» alone proves nothing. */
function bearsSignature(text: string, encoding: OldEncoding, least = 3): boolean {
  const sample = text.slice(0, SAMPLE);
  const pairs = sample.match(SIGNATURES.get(encoding) as RegExp)?.length ?? 0;
  return pairs >= least && pairs * 2 >= (sample.match(FOREIGN)?.length ?? 0) / 3;
}

function decodeAgain(text: string, encoding: OldEncoding): string | undefined {
  const table = tableOf(encoding);
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = table.get(character);
    if (byte === undefined) return undefined;
    bytes[length++] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
  } catch {
    return undefined;
  }
}

function isBetter(repaired: string, text: string): boolean {
  const after = measureArabic(repaired);
  if (isPlausibleArabic(after)) return true;
  // Encoded three times: the next layer is still no Arabic, but bears the signature itself.
  return repaired.length < text.length && looksDoubleEncoded(repaired);
}
