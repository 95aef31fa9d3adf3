import { join } from "node:path";
import { packageRoot } from "../../src/effects.ts";
import type { Authority } from "../../src/model/entity.ts";
import type { LexiconEntries } from "../../src/recognise/lexicon.ts";
import type { Recogniser } from "../../src/recognise/recognise.ts";
import { NO_SPELLING } from "../../src/recognise/spelling.ts";
import { makeTagger } from "../../src/recognise/tagger.ts";
import type { TaggedWord } from "../evaluate/part.ts";
import { cutSentence } from "./corpus.ts";
import { hashFeatures, trainModel } from "./dataset.ts";
import { readLists } from "./lists.ts";

export const LISTS = join(packageRoot(), "scripts", "train", "lists");

const NOTHING: LexiconEntries = { words: new Map(), phrases: new Map(), clusters: new Map(), spelling: NO_SPELLING };

/** A recogniser that learned from these sentences; without lists of names when no records are given. */
export async function learnRecogniser(
  sentences: readonly (readonly TaggedWord[])[],
  authority: Authority | undefined,
): Promise<Recogniser> {
  const lists = authority ? await readLists(LISTS, authority) : NOTHING;
  const cut = sentences.map(cutSentence);
  return makeTagger(trainModel(cut, hashFeatures(cut, lists), lists));
}
