import { join } from "node:path";
import { packageRoot } from "../../src/effects.ts";
import type { Authority } from "../../src/model/entity.ts";
import type { LexiconEntries } from "../../src/recognise/lexicon.ts";
import type { Recogniser } from "../../src/recognise/recognise.ts";
import { NO_SPELLING } from "../../src/recognise/spelling.ts";
import { makeTagger } from "../../src/recognise/tagger.ts";
import type { TaggedWord } from "../evaluate/part.ts";
import { cutSentence, type TaggedSentence } from "./corpus.ts";
import { type HashedSentence, makeHasher, trainModel } from "./dataset.ts";
import { readLists } from "./lists.ts";
import { readSentences } from "./sentences.ts";

export const LISTS = join(packageRoot(), "scripts", "train", "lists");

const NOTHING: LexiconEntries = { words: new Map(), phrases: new Map(), clusters: new Map(), spelling: NO_SPELLING };

/**
 * Makes recognisers that learned from the sentences given and, with `lists`, from the lists and our own sentences, which
 * are read once. A sentence given again is not cut and hashed again.
 */
export function learnerWith(authority: Authority) {
  let withLists: Promise<Learner> | undefined;
  let without: Learner | undefined;
  return async (sentences: readonly Sentence[], lists: boolean): Promise<Recogniser> => {
    if (lists) withLists ??= learnerOf(authority);
    else without ??= makeLearner(NOTHING, []);
    return ((await (lists ? withLists : without)) as Learner)(sentences);
  };
}

type Sentence = readonly TaggedWord[];
type Learner = (sentences: readonly Sentence[]) => Recogniser;

async function learnerOf(authority: Authority): Promise<Learner> {
  return makeLearner(await readLists(LISTS, authority), await readSentences(LISTS));
}

function makeLearner(entries: LexiconEntries, own: readonly Sentence[]): Learner {
  const hasher = makeHasher(entries);
  const known = new Map<Sentence, { readonly cut: TaggedSentence; readonly hashed: HashedSentence }>();
  const read = (sentence: Sentence) => {
    let found = known.get(sentence);
    if (found === undefined) {
      const cut = cutSentence(sentence);
      found = { cut, hashed: hasher.hash(cut) };
      known.set(sentence, found);
    }
    return found;
  };
  return (sentences) => {
    const found = [...sentences, ...own].map(read);
    const model = trainModel(
      found.map(({ cut }) => cut),
      found.map(({ hashed }) => hashed),
      hasher,
      entries,
    );
    return makeTagger(model);
  };
}
