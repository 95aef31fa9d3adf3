import { join } from "node:path";
import { precisionRecall } from "./measures.ts";
import { ABSENT, type NameClass, NO_STAGE, type ScorePart } from "./part.ts";
import { readConll, type TaggedWord } from "./read.ts";

const CLASSES = ["PER", "LOC", "ORG"] as const satisfies readonly NameClass[];

/** A name by its words: `first` to `last`, both inside. */
interface WordSpan {
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Names found against IOB tags, exact span and class, each sentence alone. Words are joined by single spaces;
 * a name found inside a word (a clitic left out) counts as the whole word, as the corpus marks whole words.
 * MISC is not scored.
 */
export const scoreNer: ScorePart = async (folder, { findNames }) => {
  const sentences = await readConll(join(folder, "ner"));
  if (sentences.length === 0) return ABSENT;
  if (!findNames) return NO_STAGE;
  const counts = new Map(CLASSES.map((type) => [type, { right: 0, found: 0, gold: 0 }]));
  for (const sentence of sentences) {
    const gold = spansOf(sentence);
    const found = toWords(sentence, findNames(sentence.map(({ word }) => word).join(" ")));
    for (const [type, count] of counts) {
      const goldKeys = new Set(gold.filter((span) => span.type === type).map(keyOf));
      const foundKeys = new Set(found.filter((span) => span.type === type).map(keyOf));
      count.gold += goldKeys.size;
      count.found += foundKeys.size;
      for (const key of foundKeys) if (goldKeys.has(key)) count.right++;
    }
  }
  const all = { right: 0, found: 0, gold: 0 };
  const scores: Record<string, number> = {};
  const add = (row: string, count: typeof all) => {
    const { precision, recall, f1 } = precisionRecall(count);
    Object.assign(scores, {
      [`${row}.precision`]: precision,
      [`${row}.recall`]: recall,
      [`${row}.f1`]: f1,
      [`${row}.n`]: count.gold,
    });
  };
  for (const [type, count] of counts) {
    add(type, count);
    for (const key of ["right", "found", "gold"] as const) all[key] += count[key];
  }
  add("micro", all);
  return { status: "scored", scores: { ...scores, n: all.gold } };
};

const keyOf = (span: WordSpan) => `${span.first}-${span.last}`;

/** As conlleval reads IOB: an I- that continues nothing of its class begins a name. */
export function spansOf(sentence: readonly TaggedWord[]): WordSpan[] {
  const spans: WordSpan[] = [];
  let open: { type: string; first: number; last: number } | undefined;
  for (const [index, { tag }] of sentence.entries()) {
    const type = tag.slice(2);
    if (tag.startsWith("I-") && open?.type === type) {
      open.last = index;
      continue;
    }
    if (open) spans.push(open);
    open = tag === "O" ? undefined : { type, first: index, last: index };
  }
  if (open) spans.push(open);
  return spans;
}

function toWords(
  sentence: readonly TaggedWord[],
  names: readonly { readonly type: NameClass; readonly at: readonly [number, number] }[],
): WordSpan[] {
  const starts: number[] = [];
  let offset = 0;
  for (const { word } of sentence) {
    starts.push(offset);
    offset += word.length + 1;
  }
  const wordAt = (position: number) => starts.findLastIndex((start) => start <= position);
  return names.map(({ type, at }) => ({ type, first: wordAt(at[0]), last: wordAt(at[1] - 1) }));
}
