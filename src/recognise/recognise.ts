import { offsetAfter } from "../arabic/clitics.ts";
import type { Part } from "../model/span.ts";
import { agree } from "./agreement.ts";
import { readModel } from "./model.ts";
import { shareEvidence } from "./share.ts";
import { makeTagger, probabilitiesOf, scoreSentence, type Tagger, tagScores } from "./tagger.ts";
import { cutPieces } from "./tokens.ts";
import type { NameType, ReadSentence, WordRange } from "./types.ts";

/** Where the package keeps the model, from its root. */
export const MODEL_PATH = "models/names.bin.gz";

/** A name as the text has it. */
export interface RecognisedName {
  readonly type: NameType;
  /** Half-open range of UTF-16 code units, as the sentences' own; without clitics. */
  readonly start: number;
  readonly end: number;
  /** The text's own words. */
  readonly text: string;
  readonly confidence: number;
  /** `model:sequence`, `agreement:same-words` or `agreement:part-of-name`. */
  readonly rule: string;
}

/** A loaded model. Load one for a process: it remembers the words it met. */
export type Recogniser = Tagger;

/** Opens a model by the bytes of its file. Throws an Error that says what is wrong with them. */
export function openRecogniser(bytes: Uint8Array): Recogniser {
  return makeTagger(readModel(bytes));
}

/**
 * The names in the sentences of one document, in the order of the text. A part's `text` stands at `at` of the raw text
 * and ranges are of the raw text. What one sentence shows helps in the others: give an article's sentences together.
 */
export function recognise(recogniser: Recogniser, sentences: readonly Part[]): RecognisedName[] {
  const scored = sentences.map(({ text, at }) => {
    const pieces = cutPieces(text, at[0]);
    const keys = pieces.map(({ key }) => key);
    return { pieces, ...scoreSentence(recogniser, keys) };
  });
  shareEvidence(
    scored,
    scored.map(({ scores }) => tagScores(recogniser, scores)),
  );
  const read = scored.map((sentence) => {
    const tags = tagScores(recogniser, sentence.scores);
    return { ...sentence, tags, probabilities: probabilitiesOf(recogniser, sentence.scores, tags) };
  });
  const ranges = agree(read);
  return ranges.map((range) => toName(range, sentences, read));
}

function toName(range: WordRange, sentences: readonly Part[], read: readonly ReadSentence[]): RecognisedName {
  const { pieces, words } = read[range.sentence] as ReadSentence;
  const part = sentences[range.sentence] as Part;
  const first = pieces[range.first] as ReadSentence["pieces"][number];
  const last = pieces[range.last] as ReadSentence["pieces"][number];
  const skip = (words[range.first] as ReadSentence["words"][number]).bare.length;
  const base = part.at[0];
  const start = first.start + offsetAfter(part.text.slice(first.start - base, first.end - base), skip);
  return {
    type: range.type,
    start,
    end: last.end,
    text: part.text.slice(start - base, last.end - base),
    confidence: Math.round(range.confidence * 1000) / 1000,
    rule: range.rule,
  };
}
