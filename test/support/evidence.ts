import { expect } from "vitest";
import type { Evidence, Part, Span } from "../../src/model/span.ts";

/** A part is the raw text between its offsets. */
export function expectPart(raw: string, { text, at }: Part, name: string): void {
  expect(raw.slice(...at), name).toBe(text);
  expectSpan(raw, at, name);
}

function expectSpan(raw: string, [start, end]: Span, name: string): void {
  expect(start, name).toBeGreaterThanOrEqual(0);
  expect(end, name).toBeLessThanOrEqual(raw.length);
  expect(start, name).toBeLessThanOrEqual(end);
  // Never between the two halves of a character.
  for (const edge of [start, end])
    expect(/^[\uDC00-\uDFFF]/.test(raw.slice(edge)) && /[\uD800-\uDBFF]$/.test(raw.slice(0, edge)), name).toBe(false);
}

/** The words of a value, and of those that lost against it, are the raw text between their offsets. */
export function expectEvidence(raw: string, { words, at, alternatives }: Evidence, name: string): void {
  for (const lost of alternatives ?? []) expectEvidence(raw, { confidence: 1, ...lost }, name);
  expect(at === undefined, name).toBe(words === undefined);
  if (at === undefined || words === undefined) return;
  expectPart(raw, { text: words, at }, name);
  expect(words.trim(), name).not.toBe("");
}
