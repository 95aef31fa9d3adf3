import { atOffset, REACH } from "./features.ts";
import {
  COMPANY,
  companyFeatures,
  KINDS,
  kindFeatures,
  LARGEST_GROUP,
  LISTS,
  listFeatures,
  PAIR,
  pairFeatures,
  SOUNDS,
  SPORT,
  STANDING,
  soundFeatures,
  sportFeatures,
  standingFeatures,
  TRIGGERS,
  triggerFeatures,
} from "./groups.ts";
import type { Joinable, Surroundings } from "./joint.ts";
import { LABEL_COUNT as L } from "./labels.ts";
import { addLanes, addUnpacked, LANES, packLanes } from "./lanes.ts";
import { findSums, type Memo, makeMemo, makePlace } from "./memo.ts";
import { makeRoom, makeSheets } from "./room.ts";
import { addWeights, type WeightTable } from "./weights.ts";

/** What stands beside a word: another word, or what is outside the sentence. */
export interface Neighbour {
  readonly joinable: Joinable;
  /** Given to each word that is described, never again. */
  readonly number: number;
  /** Rows of lanes: what it gives, in units of the weights, to the tags of the words from two before it to two after. */
  readonly scores: Int32Array;
}

/** The weights, and the sums of each group of features for what was met before. */
export interface Sums {
  readonly weights: WeightTable;
  /** By the numbers of two words. */
  readonly pairs: Memo;
  readonly kinds: Memo;
  readonly lists: Memo;
  readonly standings: Memo;
  readonly sounds: Memo;
  readonly triggers: Memo;
  /** By the number of a word and how much its sentence tells of sport. */
  readonly sports: Memo;
}

const integers = (length: number) => new Int32Array(length);
const [roomForSums, roomForAtoms, newSums] = [makeRoom(integers), makeRoom(integers), makeSheets(integers)];
const FEATURES = integers(LARGEST_GROUP);
const [PART, ROW] = [integers(LANES), integers(L)];
/** So many weights of 8 bits never overflow a sum of 16. */
const MOST_AT_ONCE = 128;
/** Sums of a word's own features beyond this, which only hundreds of letters reach, leave no room for its neighbours'. */
const MOST_OF_WORD = 12_000;
/** Fewer letters than 2 ** 3 are ever taken off a word. */
const CLITIC_BITS = 3;
/** In bits. Of ten pairs of words in synthetic articles nine are found again, of real ones from many sources three to five. */
const [PAIRS, TRIPLES, PLACES, FEW] = [16, 14, 12, 9];

export function makeSums(weights: WeightTable): Sums {
  return {
    weights,
    pairs: makeMemo(PAIRS, PAIR.ends.length),
    kinds: makeMemo(TRIPLES, KINDS.ends.length),
    lists: makeMemo(PLACES, LISTS.ends.length),
    standings: makeMemo(PLACES, STANDING.ends.length),
    sounds: makeMemo(FEW, SOUNDS.ends.length),
    triggers: makeMemo(PLACES, TRIGGERS.ends.length),
    sports: makeMemo(TRIPLES, SPORT.ends.length),
  };
}

/**
 * Rows of sums for the words of a sentence, from the fifth row on; the `REACH` rows before and after are of those
 * outside, and those further off only take what these would give.
 */
export function sumWeights(memos: Sums, known: readonly Neighbour[], around: Surroundings): Int32Array {
  const { pairs, kinds } = memos;
  const length = (known.length + 2 * REACH) * LANES;
  const sums = roomForSums(length).fill(0, 0, length);
  for (let k = 0; k < known.length; k++) {
    const here = known[k] as Neighbour;
    const row = (k + REACH) * LANES;
    addLanes(sums, row - REACH * LANES, here.scores, 0, (2 * REACH + 1) * LANES);
    const next = known[k + 1];
    if (next === undefined) continue;
    let from = findSums(pairs, here.number, next.number, 0);
    if (from < 0) from = learnPair(memos, here, next);
    addLanes(sums, row - LANES, pairs.cells, from, 4 * LANES);
    if (k === 0) continue;
    const [x, y, z] = [(known[k - 1] as Neighbour).joinable, here.joinable, next.joinable];
    from = findSums(kinds, x.kind, y.kind, z.kind);
    if (from < 0) from = learnKinds(memos, x, y, z);
    addLanes(sums, row - LANES, kinds.cells, from, 3 * LANES);
    if (k >= REACH && k < known.length - REACH) addOthers(memos, known, k, around, sums, row);
  }
  return sums;
}

/** Adds what is told by the phrases around word `k`, by its place in the sentence and by the company it keeps. */
function addOthers(
  memos: Sums,
  known: readonly Neighbour[],
  k: number,
  { sport, phrase, title, enclosed }: Surroundings,
  sums: Int32Array,
  row: number,
): void {
  const { weights, lists, standings, sounds, triggers, sports } = memos;
  const i = k - REACH;
  const b2 = (known[k - 2] as Neighbour).joinable;
  const b1 = (known[k - 1] as Neighbour).joinable;
  const { joinable: word, number } = known[k] as Neighbour;
  const a1 = (known[k + 1] as Neighbour).joinable;
  const list = phrase[i] as number;
  const listBefore = i > 0 ? (phrase[i - 1] as number) : -1;
  const listAfter = k < known.length - 1 - REACH ? (phrase[i + 1] as number) : -1;
  const phrases = ((listBefore + 1) << 20) | (list << 10) | (listAfter + 1);
  const readBefore = (b1.triggers << CLITIC_BITS) | word.clitic;
  let from = findSums(lists, phrases, readBefore, b1.kind);
  if (from < 0) {
    from = makePlace(lists, phrases, readBefore, b1.kind);
    listFeatures(b1, word, [listBefore, list, listAfter], FEATURES);
    addWeights(weights, FEATURES, LISTS.ends, lists.cells, from);
  }
  addLanes(sums, row, lists.cells, from, LANES);
  const standing = (list << 8) | ((title[i] as number) << 4) | ((enclosed[i] as number) << 1) | (i === 0 ? 1 : 0);
  from = findSums(standings, standing, word.kind, word.sound);
  if (from < 0) {
    from = makePlace(standings, standing, word.kind, word.sound);
    const place = { titled: title[i] as number, enclosed: enclosed[i] as number, isFirst: i === 0, list };
    standingFeatures(word, place, FEATURES);
    addWeights(weights, FEATURES, STANDING.ends, standings.cells, from);
  }
  addLanes(sums, row, standings.cells, from, LANES);
  from = findSums(sounds, b1.sound, word.sound, a1.sound);
  if (from < 0) {
    from = makePlace(sounds, b1.sound, word.sound, a1.sound);
    soundFeatures(b1, word, a1, FEATURES);
    addWeights(weights, FEATURES, SOUNDS.ends, sounds.cells, from);
  }
  addLanes(sums, row, sounds.cells, from, LANES);
  from = findSums(triggers, b2.triggers, b1.triggers, word.kind);
  if (from < 0) {
    from = makePlace(triggers, b2.triggers, b1.triggers, word.kind);
    triggerFeatures(b2, b1, word, FEATURES);
    addWeights(weights, FEATURES, TRIGGERS.ends, triggers.cells, from);
  }
  addLanes(sums, row, triggers.cells, from, LANES);
  from = findSums(sports, number, sport, 0);
  if (from < 0) {
    from = makePlace(sports, number, sport, 0);
    sportFeatures(word, sport, FEATURES);
    addWeights(weights, FEATURES, SPORT.ends, sports.cells, from);
  }
  addLanes(sums, row, sports.cells, from, LANES);
  companyFeatures(b2, b1, word, a1, FEATURES);
  addWeights(weights, FEATURES, COMPANY.ends, sums, row);
}

function learnPair({ weights, pairs }: Sums, x: Neighbour, y: Neighbour): number {
  const from = makePlace(pairs, x.number, y.number, 0);
  pairFeatures(x.joinable, y.joinable, FEATURES);
  addWeights(weights, FEATURES, PAIR.ends, pairs.cells, from);
  return from;
}

function learnKinds({ weights, kinds }: Sums, x: Joinable, y: Joinable, z: Joinable): number {
  const from = makePlace(kinds, x.kind, y.kind, z.kind);
  kindFeatures(x, y, z, FEATURES);
  addWeights(weights, FEATURES, KINDS.ends, kinds.cells, from);
  return from;
}

/** Row `k` is what the word gives to the word `k - REACH` places after it, which sees it at `REACH - k`. */
export function scoresAround(weights: WeightTable, own: readonly number[], near: readonly number[]): Int32Array {
  const sums = newSums((2 * REACH + 1) * LANES);
  const features = roomForAtoms(Math.max(own.length, near.length));
  for (let k = 0; k <= 2 * REACH; k++) {
    const atoms = k === REACH ? own : near;
    ROW.fill(0);
    for (let start = 0; start < atoms.length; start += MOST_AT_ONCE) {
      const count = Math.min(MOST_AT_ONCE, atoms.length - start);
      for (let i = 0; i < count; i++) features[i] = atOffset(atoms[start + i] as number, REACH - k);
      PART.fill(0);
      addWeights(weights, features, [count], PART, 0);
      addUnpacked(PART, ROW);
    }
    packLanes(ROW, MOST_OF_WORD, sums, k * LANES);
  }
  return sums;
}
