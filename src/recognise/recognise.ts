import { offsetAfter } from "../arabic/clitics.ts";
import type { Part } from "../model/span.ts";
import { agree } from "./agreement.ts";
import { certaintiesOf } from "./certainty.ts";
import type { Word } from "./features.ts";
import { readModel } from "./model.ts";
import { shareEvidence } from "./share.ts";
import { makeTagger, scoreSentence, type Tagger, tagScores } from "./tagger.ts";
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
  const scored = sentences.map(({ text }) => scoreSentence(recogniser, text));
  const alone = scored.map(({ scores }) => tagScores(recogniser, scores));
  const mayChange = shareEvidence(scored, alone);
  const read = scored.map(({ words, at, bares, phrases, scores }, index) => {
    const tags = mayChange[index] ? tagScores(recogniser, scores) : (alone[index] as Uint8Array);
    return {
      words,
      at,
      bares,
      phrases,
      tags,
      certainties: certaintiesOf(scores, tags, recogniser.factors, recogniser.powers),
    };
  });
  const ranges = agree(read);
  return ranges.map((range) => toName(range, sentences, read));
}

function toName(range: WordRange, sentences: readonly Part[], read: readonly ReadSentence[]): RecognisedName {
  const { words, at } = read[range.sentence] as ReadSentence;
  const { text, at: partAt } = sentences[range.sentence] as Part;
  const [from, to, end] = [at[2 * range.first], at[2 * range.first + 1], at[2 * range.last + 1]] as [
    number,
    number,
    number,
  ];
  const start = from + offsetAfter(text.slice(from, to), (words[range.first] as Word).bare.length);
  return {
    type: range.type,
    start: partAt[0] + start,
    end: partAt[0] + end,
    text: text.slice(start, end),
    confidence: Math.round(range.confidence * 1000) / 1000,
    rule: range.rule,
  };
}
