import { MOST_KEPT, spellingAt } from "../arabic/words.ts";
import { makePowers, type Powers } from "./certainty.ts";
import { allowed, bestTags, factorsOf, spreadOf } from "./decode.ts";
import { describeWord, EDGE_ATOM, type Word } from "./features.ts";
import { profileOf } from "./groups.ts";
import { EDGE } from "./joint.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { type Lexicon, makeLexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { makeSheets } from "./room.ts";
import { type MemoSizes, makeSums, type Neighbour, type Sums, scoresAround, sumWeights } from "./sums.ts";
import { surroundingsOf } from "./surroundings.ts";
import { cutPieces, keyOf, writesMaksura } from "./tokens.ts";
import { makeWeights } from "./weights.ts";

interface Scored extends Neighbour {
  readonly word: Word;
  /** As `ScoredSentence` has it. */
  readonly bare: number;
}

/** Words by the numbers of their keys or, where these are no one's own or have none, by the keys. */
interface Known {
  readonly byId: (Scored | undefined)[];
  readonly byKey: Map<string, Scored>;
  size: number;
}

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly sums: Sums;
  readonly unit: number;
  readonly transitions: Float64Array;
  readonly spread: number;
  /** The transitions as factors. */
  readonly factors: Float64Array;
  /** For scores that are whole numbers of units. */
  readonly powers: Powers;
  /**
   * Words met so far: a text repeats most of its words. When `known` is full it becomes `knownBefore`, from where a word
   * that is met again comes back: what is met often stays, and memory has a limit.
   */
  known: Known;
  knownBefore: Known;
  /** What stands outside the sentence. */
  readonly edge: Neighbour;
  /** The number of the next word to be described. */
  described: number;
  /** Numbers of what words are like: some thousands, however many words. */
  readonly profiles: Map<string, number>;
}

/** A sentence's words and the scores of the tags of each. */
export interface ScoredSentence {
  readonly words: readonly Word[];
  /** Where each word starts and ends in the sentence's text, in turn. */
  readonly at: readonly number[];
  /** Hashes of the words without their clitics, but for the lowest bit: 1 for a word that is compared (`isCompared`). */
  readonly bares: Int32Array;
  readonly scores: Float64Array;
  /** Phrases of the lists, as `Surroundings` has them. */
  readonly phrases: Int32Array;
}

/** Words in `known`: about 100 MB with `knownBefore`. */
const MOST_KNOWN = 40_000;
/** A longer piece of a text is a view of it, which would be kept alive with the word. */
const LONGEST_PIECE = 12;

const newScores = makeSheets((length) => new Float64Array(length));
const newBares = makeSheets((length) => new Int32Array(length));

const nothingKnown = (): Known => ({ byId: new Array(MOST_KEPT), byKey: new Map(), size: 0 });

/** `sizes` of what is remembered change nothing but how soon. */
export function makeTagger(model: Model, sizes?: MemoSizes): Tagger {
  const lexicon = makeLexicon(model.lexicon);
  const weights = makeWeights(model.features, model.weights);
  const transitions = allowed(model.transitions);
  return {
    lexicon,
    sums: makeSums(weights, sizes),
    unit: model.unit,
    transitions,
    spread: spreadOf(transitions),
    factors: factorsOf(transitions),
    powers: makePowers(model.unit),
    known: nothingKnown(),
    knownBefore: nothingKnown(),
    edge: { joinable: EDGE, number: 1, profile: 0, scores: scoresAround(weights, [EDGE_ATOM], [EDGE_ATOM]) },
    described: 2,
    profiles: new Map([[profileOf(EDGE), 0]]),
  };
}

/** The likeliest tags of a sentence, by its scores. */
export function tagScores({ transitions, spread }: Tagger, scores: Float64Array): Uint8Array {
  return bestTags(scores, scores.length / L, transitions, spread);
}

/** What the words of a sentence, their neighbours and the lists say of each word's tag. */
export function scoreSentence(tagger: Tagger, text: string): ScoredSentence {
  const { lexicon, edge } = tagger;
  const words: Word[] = [];
  const at: number[] = [];
  const known: Neighbour[] = [edge, edge];
  const hashes: number[] = [];
  const cuts = cutPieces(text, hashes);
  const bares = newBares(cuts.length >> 1);
  const marked = writesMaksura(text);
  for (let k = 0; k < cuts.length; k += 2) {
    const scored = scoredWord(tagger, text, cuts[k] as number, cuts[k + 1] as number, hashes[k >> 1] as number, marked);
    if (scored === undefined) continue;
    bares[words.length] = scored.bare;
    known.push(scored);
    words.push(scored.word);
    at.push(cuts[k] as number, cuts[k + 1] as number);
  }
  known.push(edge, edge);
  const n = words.length;
  const around = surroundingsOf(words, lexicon);
  const scores = newScores(n * L);
  sumWeights(tagger.sums, known, around, tagger.unit, scores);
  return { words, at, bares, scores, phrases: around.phrase };
}

/** The word `text[start, end)` with this hash; undefined for a piece that has nothing but marks on letters. */
function scoredWord(
  tagger: Tagger,
  text: string,
  start: number,
  end: number,
  pieceHash: number,
  marked: boolean,
): Scored | undefined {
  const { key: folded, id } = spellingAt(text, start, end, pieceHash);
  const key = keyOf(folded, text, end, marked);
  const number = key === folded ? id : -1;
  return (number < 0 ? tagger.known.byKey.get(key) : tagger.known.byId[number]) ?? learnWord(tagger, key, number);
}

/** A word that is not in `known`, put there. */
function learnWord(tagger: Tagger, key: string, number: number): Scored | undefined {
  if (key === "") return undefined;
  const { byId, byKey } = tagger.knownBefore;
  const found = (number < 0 ? byKey.get(key) : byId[number]) ?? describe(tagger, key);
  if (tagger.known.size >= MOST_KNOWN) {
    tagger.knownBefore = tagger.known;
    tagger.known = nothingKnown();
  }
  if (number < 0) tagger.known.byKey.set(found.word.key, found);
  else tagger.known.byId[number] = found;
  tagger.known.size++;
  return found;
}

function describe(tagger: Tagger, key: string): Scored {
  const { word, own, near } = describeWord(key.length > LONGEST_PIECE ? copyOf(key) : key, tagger.lexicon);
  return {
    word,
    bare: (word.bare.hash & ~1) | (word.isCompared ? 1 : 0),
    joinable: word.joinable,
    number: tagger.described++,
    profile: numberOf(tagger.profiles, profileOf(word.joinable)),
    scores: scoresAround(tagger.sums.weights, own, near),
  };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
  }
  return number;
}

function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
