import { placeAt } from "../messages.ts";
import { looksDoubleEncoded, repairDoubleEncoding } from "./encoding/double.ts";
import { isPlausibleArabic, measureArabic } from "./encoding/plausible.ts";
import { describeTidying, tidy } from "./encoding/tidy.ts";
import { decodeUtf8 } from "./encoding/utf8.ts";
import type { Encoding, Notice } from "./types.ts";

/** What a file or a server says of its encoding. */
export interface DeclaredEncoding {
  readonly label: string;
  /** Who says so: `HTTP header`, `meta element`, `XML declaration`, `MIME header`. */
  readonly by: string;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notices: readonly Notice[];
}

export interface DecodeOptions {
  /** Strongest first. */
  readonly declared?: readonly DeclaredEncoding[];
  /** A few broken sequences (one in a thousand characters) become U+FFFD with a warning; web pages cut their descriptions by bytes. */
  readonly lenient?: boolean;
}

/** One-byte encodings of Arabic, the commoner first. */
const ONE_BYTE = ["windows-1256", "iso-8859-6"] as const satisfies readonly Encoding[];
const EXPECTED = ["UTF-8", "UTF-16", "Windows-1256", "ISO-8859-6"];

/**
 * Bytes to text, or the reason why not: nothing is guessed into garbage. What is declared is only believed when
 * the bytes agree: bytes that are UTF-8 are UTF-8 whatever is declared, a one-byte encoding is taken only when it
 * gives plausible Arabic. Text that was encoded twice is decoded twice. Invisible characters are still in it.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded | { readonly refused: Notice } {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decodeWide(bytes, wide, options);
  const text = decodeUtf8(bytes);
  return text === undefined ? decodeOneByte(bytes, options) : finish(text, "utf-8", options);
}

/** `decode` and `tidy`: the text as every later stage sees it. */
export function decodeClean(bytes: Uint8Array, options: DecodeOptions = {}): Decoded | { readonly refused: Notice } {
  const decoded = decode(bytes, options);
  if ("refused" in decoded) return decoded;
  const tidied = tidy(decoded.text);
  return { ...decoded, text: tidied.text, notices: [...decoded.notices, ...describeTidying(tidied)] };
}

function strict(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** UTF-16 by its byte order mark, or by its pattern of high bytes: Arabic is 06, ASCII 00, most punctuation 20. */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  const half = length / 2;
  const high = 0.95 * half;
  let even = half;
  let odd = half;
  // Most files have too few high bytes in either place before a tenth is looked at.
  for (let i = 0; i < length && (even >= high || odd >= high); i += 2) {
    const first = bytes[i] as number;
    const second = bytes[i + 1] as number;
    if (!isHighByte(first, second)) even--;
    if (!isHighByte(second, first)) odd--;
  }
  // Low bytes pass for high ones where a blank stands, one unit in six.
  if (odd >= high && even < 0.6 * half && areLetters(bytes, 1, length)) return "utf-16le";
  if (even >= high && odd < 0.6 * half && areLetters(bytes, 0, length)) return "utf-16be";
  return undefined;
}

/** Arabic letters or ASCII in every second unit at least: a row of single letters with blanks between is no UTF-16. */
function areLetters(bytes: Uint8Array, parity: 0 | 1, length: number): boolean {
  let letters = 0;
  for (let i = parity; i < length; i += 2) if (bytes[i] === 0x06 || bytes[i] === 0) letters++;
  return letters >= length / 4;
}

function isHighByte(high: number, low: number): boolean {
  if (high === 0) return low >= 0x20 || low === 0x0a || low === 0x0d || low === 0x09;
  return high === 0x06 || (high === 0x20 && (low < 0x70 || low === 0xac)) || high >= 0xfb;
}

function decodeWide(
  bytes: Uint8Array,
  encoding: "utf-16le" | "utf-16be",
  options: DecodeOptions,
): Decoded | { refused: Notice } {
  try {
    return finish(strict(encoding, bytes), encoding, options);
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return refuse(
      "read:broken-utf16",
      `${encoding.toUpperCase()} that cannot be decoded: ${bytes.length % 2 === 1 ? `its ${bytes.length} bytes are no whole number of pairs` : "half a character stands alone"}`,
      placeAt(text, Math.max(0, text.indexOf("\ufffd"))),
    );
  }
}

function decodeOneByte(bytes: Uint8Array, options: DecodeOptions): Decoded | { refused: Notice } {
  const labels = (options.declared ?? []).map(({ label }) => encodingNamed(label));
  const read = ONE_BYTE.map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { encoding, text, measure: measureArabic(text) };
  })
    // Broken UTF-8 would pass for a few words of Windows-1256.
    .filter(({ text, measure }) => isPlausibleArabic(measure) && !looksDoubleEncoded(text))
    // The more known words the better; among a few words without any, what is declared.
    .sort(
      (a, b) =>
        b.measure.known - a.measure.known || Number(labels.includes(b.encoding)) - Number(labels.includes(a.encoding)),
    );
  const [best, second] = read;
  const isClear =
    best !== undefined &&
    (second === undefined || best.measure.known > second.measure.known || labels.includes(best.encoding));
  if (best !== undefined && isClear) return finish(best.text, best.encoding, options);
  const at = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  const place = placeAt(before, before.length);
  const found =
    at + 4 > bytes.length && isCutOff(bytes.subarray(at))
      ? `the last character, at byte ${at}, is cut off`
      : `byte ${at} (0x${(bytes[at] as number).toString(16).padStart(2, "0")}) is not UTF-8`;
  if (options.lenient) {
    const broken = decodeBroken(bytes, options, place.line);
    if (broken !== undefined) return broken;
  }
  const declared = (options.declared ?? [])
    .map(({ label, by }) => `; the ${by} declares «${label}», and it is not that either`)
    .slice(0, 1);
  return refuse(
    "read:unknown-encoding",
    `Cannot be decoded: ${found}, and no one-byte encoding makes Arabic of it${declared.join("")}`,
    place,
  );
}

/** True for the beginning of one UTF-8 sequence. */
function isCutOff(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a sequence broken here and there. */
function decodeBroken(bytes: Uint8Array, options: DecodeOptions, line: number): Decoded | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\ufffd+/g)?.length ?? 0;
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  if (broken > foreign / 1000 + 2 || !isPlausibleArabic({ ...measureArabic(text), impossible: 0 })) return undefined;
  const decoded = finish(text, "utf-8", options);
  const notice: Notice = {
    severity: "warning",
    rule: "read:broken-bytes",
    reason: `${broken === 1 ? "One character is" : `${broken} characters are`} broken and shown as «\ufffd»`,
    line,
    note: "Fetch the page again where the lost characters matter.",
  };
  return { ...decoded, notices: [notice, ...decoded.notices] };
}

/** Undoes double encoding and tells of declarations that were wrong. */
function finish(text: string, encoding: Encoding, { declared = [] }: DecodeOptions): Decoded {
  const notices: Notice[] = [];
  const wrong = declared.find(({ label }) => encodingNamed(label) !== encoding);
  if (wrong !== undefined && /\P{ASCII}/u.test(text)) {
    notices.push({
      severity: "info",
      rule: "read:declared-encoding",
      reason: `The ${wrong.by} declares «${wrong.label}», but the bytes are ${encoding}`,
      line: 1,
    });
  }
  const repaired = repairDoubleEncoding(text);
  if (repaired === undefined) return { text, encoding, notices };
  notices.push({
    severity: "info",
    rule: "read:double-encoded",
    reason: `Was encoded twice (UTF-8 read as ${repaired.readAs.join(", then as ")}) and is decoded twice`,
    line: 1,
  });
  const [first] = repaired.brokenLines;
  if (first !== undefined) {
    notices.push({
      severity: "warning",
      rule: "read:double-encoded-lines",
      reason: `${repaired.brokenLines.length === 1 ? "One line" : `${repaired.brokenLines.length} lines`} encoded twice cannot be decoded and ${repaired.brokenLines.length === 1 ? "is" : "are"} left as found`,
      line: first,
      note: "Fetch the article again.",
    });
  }
  return { text: repaired.text, encoding, notices };
}

/** The encoding a label stands for (https://encoding.spec.whatwg.org/#names-and-labels), as a name in lower case; unknown labels stay themselves. */
function encodingNamed(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return label.trim().toLowerCase();
  }
}

function refuse(rule: string, reason: string, place: { line: number; column: number }): { refused: Notice } {
  return {
    refused: {
      severity: "fatal",
      rule,
      reason,
      ...place,
      expected: EXPECTED,
      note: "Convert the file to UTF-8; nothing was guessed.",
    },
  };
}

/** Offset of the first byte of the first sequence that is not UTF-8. */
export function firstInvalidByte(bytes: Uint8Array): number {
  const decodes = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  // The beginning of a sequence passes until its next byte is seen: what was decoded ends before it.
  return Buffer.byteLength(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true }),
  );
}
