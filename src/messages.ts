import { VFileMessage } from "vfile-message";

/** `fatal` costs its file and the exit code; `warning` is for an editor to look at; `info` is worth knowing. */
export type Severity = "fatal" | "warning" | "info";

export interface Problem {
  /** File as the person knows it, relative to the content folder. */
  readonly file: string;
  readonly severity: Severity;
  /** Stable name, `stage:rule`, e.g. `read:empty-file`. */
  readonly rule: string;
  /** What is wrong, in one sentence. */
  readonly reason: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** What to do. */
  readonly note?: string;
}

/** A problem as a vfile message: place, rule, reason, expected, note. */
export function problem(p: Problem): VFileMessage {
  const [source, ruleId] = p.rule.split(":") as [string, string];
  const place = p.line === undefined ? undefined : { line: p.line, column: p.column ?? 1 };
  const message = new VFileMessage(p.reason, { source, ruleId, ...(place ? { place } : {}) });
  message.file = p.file;
  message.fatal = p.severity === "fatal" ? true : p.severity === "warning" ? false : undefined;
  if (p.actual !== undefined) message.actual = p.actual;
  if (p.expected !== undefined) message.expected = [...p.expected];
  if (p.note !== undefined) message.note = p.note;
  return message;
}

/** 1-based line and column of an offset. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/** The same effects; what is reported is also kept in `found`. */
export function listening<E extends { report(message: VFileMessage): void }>(
  effects: E,
): { readonly effects: E; readonly found: readonly VFileMessage[] } {
  const found: VFileMessage[] = [];
  const report = (message: VFileMessage) => {
    found.push(message);
    effects.report(message);
  };
  return { effects: { ...effects, report }, found };
}

/** The severity a message was made with. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal === true ? "fatal" : message.fatal === false ? "warning" : "info";
}

/** The candidate a slip of the hand is nearest to: at most two edits, or one in three letters; undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.max(2, Math.floor(candidate.length / 3)) && (!best || distance < best.distance))
      best = { candidate, distance };
  }
  return best?.candidate;
}

/** Levenshtein distance in UTF-16 code units. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
