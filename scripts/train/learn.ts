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

/** Makes recognisers that learned from the sentences given; the lists are read once, and not at all without `lists`. */
export function learnerWith(authority: Authority) {
  let read: Promise<LexiconEntries> | undefined;
  return async (sentences: readonly (readonly TaggedWord[])[], lists: boolean): Promise<Recogniser> => {
    read ??= readLists(LISTS, authority);
    const entries = lists ? await read : NOTHING;
    const cut = sentences.map(cutSentence);
    return makeTagger(trainModel(cut, hashFeatures(cut, entries), entries));
  };
}
