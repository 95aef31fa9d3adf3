import { join } from "node:path";
import { precisionRecall } from "./measures.ts";
import {
  ABSENT,
  type FindNames,
  type NameClass,
  NO_STAGE,
  type ScorePart,
  type Stages,
  type TaggedWord,
} from "./part.ts";
import { readConll } from "./read.ts";

const CLASSES = ["PER", "LOC", "ORG"] as const satisfies readonly NameClass[];

/** Blocks of neighbouring sentences, one after another left out of training. */
const FOLDS = 5;
/** The rows without lists are for comparison only: so many of the blocks are enough. */
const BARE_FOLDS = 2;
/** The corpora do not mark documents: so many sentences in a row stand for one, about as long as an article. */
const DOCUMENT = 15;

/** A name by its words: `first` to `last`, both inside. */
interface WordSpan {
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

type Sentences = readonly (readonly TaggedWord[])[];
type Counts = ReadonlyMap<NameClass, { right: number; found: number; gold: number }>;

/**
 * Names found against IOB tags, exact span and class. A file named *train* is cross-validated: each block of it by a
 * model that learned from the other blocks. Any other is scored with the program as it is shipped. Where a file to
 * train on is there, `bare` tells the same without lists of names and without records. Words are joined by single
 * spaces; a name found inside a word (a clitic left out) counts as the whole word, as the corpus marks whole words.
 * MISC is not scored.
 */
export const scoreNer: ScorePart = async (folder, { findNames, learnNames }) => {
  const files = await readConll(join(folder, "ner"));
  if (files.size === 0) return ABSENT;
  const named = [...files].map(([name, sentences]) => ({ sentences, isTraining: name.includes("train") }));
  const training = named.filter(({ isTraining }) => isTraining).flatMap(({ sentences }) => sentences);
  const others = named.filter(({ isTraining }) => !isTraining).flatMap(({ sentences }) => sentences);
  const scores: Record<string, number> = {};
  if (others.length > 0) {
    if (!findNames) return NO_STAGE;
    const n = addRows(scores, "", countNames(others, findNames));
    if (learnNames && training.length > 0)
      addRows(scores, "bare_", countNames(others, await learnNames(training, false)));
    return { status: "scored", scores: { ...scores, n } };
  }
  if (!learnNames) return NO_STAGE;
  const n = addRows(scores, "", await crossValidate(training, learnNames, true, FOLDS));
  addRows(scores, "bare_", await crossValidate(training, learnNames, false, BARE_FOLDS));
  return { status: "scored", scores: { ...scores, n } };
};

async function crossValidate(
  sentences: Sentences,
  learnNames: NonNullable<Stages["learnNames"]>,
  lists: boolean,
  folds: number,
): Promise<Counts> {
  const counts = noCounts();
  const size = Math.ceil(sentences.length / FOLDS);
  for (let start = 0; start < Math.min(folds * size, sentences.length); start += size) {
    const others = [...sentences.slice(0, start), ...sentences.slice(start + size)];
    countNames(sentences.slice(start, start + size), await learnNames(others, lists), counts);
  }
  return counts;
}

const noCounts = (): Counts => new Map(CLASSES.map((type) => [type, { right: 0, found: 0, gold: 0 }]));

function countNames(sentences: Sentences, findNames: FindNames, counts = noCounts()): Counts {
  for (let start = 0; start < sentences.length; start += DOCUMENT) {
    const document = sentences.slice(start, start + DOCUMENT);
    const found = findNames(document.map((sentence) => sentence.map(({ word }) => word).join(" ")));
    for (const [index, sentence] of document.entries()) {
      const goldSpans = spansOf(sentence);
      const foundSpans = toWords(sentence, found[index] ?? []);
      for (const [type, count] of counts) {
        const goldKeys = new Set(goldSpans.filter((span) => span.type === type).map(keyOf));
        const foundKeys = new Set(foundSpans.filter((span) => span.type === type).map(keyOf));
        count.gold += goldKeys.size;
        count.found += foundKeys.size;
        for (const key of foundKeys) if (goldKeys.has(key)) count.right++;
      }
    }
  }
  return counts;
}

/** Adds the rows of the classes and of all three; returns how many names there were to be found. */
function addRows(scores: Record<string, number>, prefix: string, counts: Counts): number {
  const all = { right: 0, found: 0, gold: 0 };
  const add = (row: string, count: typeof all) => {
    const { precision, recall, f1 } = precisionRecall(count);
    Object.assign(scores, {
      [`${prefix}${row}.precision`]: precision,
      [`${prefix}${row}.recall`]: recall,
      [`${prefix}${row}.f1`]: f1,
      [`${prefix}${row}.n`]: count.gold,
    });
  };
  for (const [type, count] of counts) {
    add(type, count);
    for (const key of ["right", "found", "gold"] as const) all[key] += count[key];
  }
  add("micro", all);
  return all.gold;
}

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
