import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { fieldLabel } from "./field-label.ts";
import { formatRule } from "./strings.ts";
import type { RawPiece } from "./views/article.ts";

/** Where a mark begins or ends, and what it says. */
interface Edge {
  readonly at: number;
  readonly isStart: boolean;
  readonly field?: string;
  readonly removed?: string;
}

/** Id of the mark that begins at an offset of the raw text. */
export function rawAnchor(offset: number): string {
  return `raw-${offset}`;
}

/**
 * True when the words stand where the evidence says: a mark on other words would be a lie. A line end of a text that was
 * cut at a width stands in the words as a space.
 */
export function isInRaw(raw: string, at: Span | undefined, words: string | undefined): at is Span {
  if (at === undefined || words === undefined || words === "") return false;
  const own = raw.slice(at[0], at[1]);
  return own === words || own.replaceAll("\n", " ") === words;
}

/**
 * The raw text in pieces that together are the raw text, cut wherever a mark begins or ends: marks may overlap,
 * nest or touch. A piece on which evidence begins has an id.
 */
export function cutRaw(raw: string, article: Pick<Article, "evidence" | "removed">): RawPiece[] {
  const edges: Edge[] = [];
  const mark = (at: Span, what: { field: string } | { removed: string }) =>
    edges.push({ at: at[0], isStart: true, ...what }, { at: at[1], isStart: false, ...what });
  for (const [key, { at, words }] of Object.entries(article.evidence))
    if (isInRaw(raw, at, words)) mark(at, { field: fieldLabel(key) });
  for (const { at, text, rule } of article.removed)
    if (raw.slice(at[0], at[1]).replaceAll("\n", " ").includes(text.replaceAll("\n", " ")))
      mark(at, { removed: formatRule(rule) });
  edges.sort((a, b) => a.at - b.at);

  const pieces: RawPiece[] = [];
  const open = new Map<string, number>();
  const removed = new Map<string, number>();
  let from = 0;
  let startsHere = false;
  const close = (to: number) => {
    if (to === from) return;
    const [reason] = removed.keys();
    pieces.push({
      text: raw.slice(from, to),
      ...(startsHere ? { id: rawAnchor(from) } : {}),
      ...(open.size > 0 ? { fields: [...open.keys()] } : {}),
      ...(reason === undefined ? {} : { removed: reason }),
    });
    from = to;
    startsHere = false;
  };
  for (const { at, isStart, field, removed: reason } of edges) {
    close(at);
    if (isStart && field !== undefined) startsHere = true;
    count(field === undefined ? removed : open, field ?? (reason as string), isStart ? 1 : -1);
  }
  close(raw.length);
  return pieces;
}

function count(open: Map<string, number>, key: string, step: number): void {
  const now = (open.get(key) ?? 0) + step;
  if (now > 0) open.set(key, now);
  else open.delete(key);
}
