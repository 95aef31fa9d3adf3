import { atOffset, REACH } from "./features.ts";
import {
  COMPANY,
  companyFeatures,
  KINDS,
  kindFeatures,
  LARGEST_GROUP,
  LIKES,
  LISTS,
  likeFeatures,
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
import { addLanes, addUnpacked, LANES, packLanes, unpackLanes } from "./lanes.ts";
import { findSums, type Memo, makeMemo, makePlace, placeOf, sparePlace } from "./memo.ts";
import { makeRoom, makeSheets } from "./room.ts";
import { addWeights, mayHoldAny, type WeightTable } from "./weights.ts";

/** What stands beside a word: another word, or what is outside the sentence. */
export interface Neighbour {
  readonly joinable: Joinable;
  /** Given to each word that is described, never again. */
  readonly number: number;
  /** Number of what it is like (`profileOf`). */
  readonly profile: number;
  /** Rows of lanes: what it gives, in units of the weights, to the tags of the words from two before it to two after. */
  readonly scores: Int32Array;
}

/** The weights, and the sums of each group of features for what was met before. */
export interface Sums {
  readonly weights: WeightTable;
  /** By the numbers of two words: what the first of them gives by itself and both together, row by row as its `scores`. */
  readonly pairs: Memo;
  /** By the profiles of two words. */
  readonly likes: Memo;
  readonly kinds: Memo;
  readonly lists: Memo;
  readonly standings: Memo;
  readonly sounds: Memo;
  readonly triggers: Memo;
  /** By the number of a word and how much its sentence tells of sport. */
  readonly sports: Memo;
}

/** How many cells the memos have, in bits. */
export interface MemoSizes {
  readonly pairs: number;
  readonly triples: number;
  readonly places: number;
  readonly few: number;
}

const integers = (length: number) => new Int32Array(length);
const [roomForAtoms, newSums] = [makeRoom(integers), makeSheets(integers)];
const FEATURES = integers(LARGEST_GROUP);
const [PART, ROW] = [integers(LANES), integers(L)];
/** Rows that a word gives: to itself, and to those around it. */
const ROWS = 2 * REACH + 1;
/** So many weights of 8 bits never overflow a sum of 16. */
const MOST_AT_ONCE = 128;
/** Sums of a word's own features beyond this, which only hundreds of letters reach, leave no room for its neighbours'. */
const MOST_OF_WORD = 12_000;
/** So many weights are never more than that. */
const MOST_WITHOUT_CUT = Math.floor(MOST_OF_WORD / 128);
const ENDS = integers(ROWS);
/** Fewer letters than 2 ** 3 are ever taken off a word. */
const CLITIC_BITS = 3;
/** Of ten pairs of words in synthetic articles nine are found again, of real ones from many sources three to five. */
const SIZES: MemoSizes = { pairs: 16, triples: 14, places: 12, few: 9 };

export function makeSums(weights: WeightTable, { pairs, triples, places, few } = SIZES): Sums {
  return {
    weights,
    pairs: makeMemo(pairs, ROWS),
    likes: makeMemo(triples, LIKES.ends.length),
    kinds: makeMemo(triples, KINDS.ends.length),
    lists: makeMemo(places, LISTS.ends.length),
    standings: makeMemo(places, STANDING.ends.length),
    sounds: makeMemo(few, SOUNDS.ends.length),
    triggers: makeMemo(places, TRIGGERS.ends.length),
    sports: makeMemo(triples, SPORT.ends.length),
  };
}

/** Where the sums stand of what a word is by its phrases, its place, its sound, what comes before it, and sport. */
const OTHERS = integers(5);
const COMPANY_SUMS = integers(LANES);
const COMPANY_COUNT = COMPANY.ends[0] as number;

/**
 * Scores of the tags of a sentence's words, row by row and times `unit`. `known` has `REACH` more on each side, for
 * what is outside. A word's sums are gathered from where they are remembered: the pairs that begin with one of the
 * words from two before it to two after, the kinds of three words around it, and the others (`findOthers`).
 */
export function sumWeights(
  memos: Sums,
  known: readonly Neighbour[],
  around: Surroundings,
  unit: number,
  into: Float64Array,
): void {
  const end = known.length - REACH;
  if (end <= REACH) return;
  const pairs = memos.pairs.cells;
  const kinds = memos.kinds.cells;
  const [lists, standings, sounds] = [memos.lists.cells, memos.standings.cells, memos.sounds.cells];
  const [triggers, sports] = [memos.triggers.cells, memos.sports.cells];
  // Where the sums of the pairs stand that begin two words before the one at hand, one before it, and so on.
  let p0 = 0;
  let p1 = pairAt(memos, known, 0, 0, 0, 0, 0);
  let p2 = pairAt(memos, known, 1, p1, 0, 0, 0);
  let p3 = pairAt(memos, known, 2, p1, p2, 0, 0);
  let p4 = pairAt(memos, known, 3, p1, p2, p3, 0);
  let k0 = 0;
  let k1 = kindsAt(memos, known, 1, 0, 0);
  let k2 = kindsAt(memos, known, 2, k1, 0);
  for (let k = REACH; k < end; k++) {
    // The last word has no pair that begins two words behind it: what is outside gives by itself.
    const isLast = k === end - 1;
    [p0, p1, p2, p3] = [p1, p2, p3, p4];
    p4 = isLast ? 0 : pairAt(memos, known, k + REACH, p0, p1, p2, p3);
    const behind = isLast ? (known[k + REACH] as Neighbour).scores : pairs;
    [k0, k1] = [k1, k2];
    k2 = kindsAt(memos, known, k + 1, k0, k1);
    findOthers(memos, known, k, around);
    const list = OTHERS[0] as number;
    const standing = OTHERS[1] as number;
    const sound = OTHERS[2] as number;
    const trigger = OTHERS[3] as number;
    const sport = OTHERS[4] as number;
    for (let lane = 0; lane < LANES; lane++) {
      const ofPairs =
        ((pairs[p0 + 4 * LANES + lane] as number) +
          (pairs[p1 + 3 * LANES + lane] as number) +
          (pairs[p2 + 2 * LANES + lane] as number) +
          (pairs[p3 + LANES + lane] as number) +
          (behind[p4 + lane] as number)) |
        0;
      const ofKinds =
        ((kinds[k0 + 2 * LANES + lane] as number) +
          (kinds[k1 + LANES + lane] as number) +
          (kinds[k2 + lane] as number)) |
        0;
      const ofOthers =
        ((lists[list + lane] as number) +
          (standings[standing + lane] as number) +
          (sounds[sound + lane] as number) +
          (triggers[trigger + lane] as number) +
          (sports[sport + lane] as number) +
          (COMPANY_SUMS[lane] as number)) |
        0;
      PART[lane] = (ofPairs + ofKinds + ofOthers) | 0;
    }
    unpackLanes(PART, 0, unit, into, (k - REACH) * L);
  }
}

/** Where the sums of the pair that begins with word `k` stand; those at the other places are still read and stay. */
function pairAt(
  memos: Sums,
  known: readonly Neighbour[],
  k: number,
  read0: number,
  read1: number,
  read2: number,
  read3: number,
): number {
  const { pairs, likes, weights } = memos;
  const x = known[k] as Neighbour;
  const y = known[k + 1] as Neighbour;
  let at = findSums(pairs, x.number, y.number, 0);
  if (at >= 0) return at;
  at = placeOf(pairs, x.number, y.number, 0);
  at =
    at === read0 || at === read1 || at === read2 || at === read3
      ? sparePlace(pairs, k & 7)
      : makePlace(pairs, x.number, y.number, 0);
  addLanes(pairs.cells, at, x.scores, 0, ROWS * LANES);
  pairFeatures(x.joinable, y.joinable, FEATURES);
  addWeights(weights, FEATURES, PAIR.ends, pairs.cells, at + LANES);
  let like = findSums(likes, x.profile, y.profile, 0);
  if (like < 0) {
    like = makePlace(likes, x.profile, y.profile, 0);
    likeFeatures(x.joinable, y.joinable, FEATURES);
    addWeights(weights, FEATURES, LIKES.ends, likes.cells, like);
  }
  addLanes(pairs.cells, at + REACH * LANES, likes.cells, like, 2 * LANES);
  return at;
}

/** The same for the kinds of the three words around word `k`. */
function kindsAt(memos: Sums, known: readonly Neighbour[], k: number, read0: number, read1: number): number {
  const { kinds, weights } = memos;
  const x = (known[k - 1] as Neighbour).joinable;
  const y = (known[k] as Neighbour).joinable;
  const z = (known[k + 1] as Neighbour).joinable;
  let at = findSums(kinds, x.kind, y.kind, z.kind);
  if (at >= 0) return at;
  at = placeOf(kinds, x.kind, y.kind, z.kind);
  at = at === read0 || at === read1 ? sparePlace(kinds, k & 7) : makePlace(kinds, x.kind, y.kind, z.kind);
  kindFeatures(x, y, z, FEATURES);
  addWeights(weights, FEATURES, KINDS.ends, kinds.cells, at);
  return at;
}

/** Finds what is told by the phrases around word `k`, by its place in the sentence and by the company it keeps. */
function findOthers(
  memos: Sums,
  known: readonly Neighbour[],
  k: number,
  { sport, phrase, title, enclosed }: Surroundings,
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
  let at = findSums(lists, phrases, readBefore, b1.kind);
  if (at < 0) {
    at = makePlace(lists, phrases, readBefore, b1.kind);
    listFeatures(b1, word, [listBefore, list, listAfter], FEATURES);
    addWeights(weights, FEATURES, LISTS.ends, lists.cells, at);
  }
  OTHERS[0] = at;
  const standing = (list << 8) | ((title[i] as number) << 4) | ((enclosed[i] as number) << 1) | (i === 0 ? 1 : 0);
  at = findSums(standings, standing, word.kind, word.sound);
  if (at < 0) {
    at = makePlace(standings, standing, word.kind, word.sound);
    const place = { titled: title[i] as number, enclosed: enclosed[i] as number, isFirst: i === 0, list };
    standingFeatures(word, place, FEATURES);
    addWeights(weights, FEATURES, STANDING.ends, standings.cells, at);
  }
  OTHERS[1] = at;
  at = findSums(sounds, b1.sound, word.sound, a1.sound);
  if (at < 0) {
    at = makePlace(sounds, b1.sound, word.sound, a1.sound);
    soundFeatures(b1, word, a1, FEATURES);
    addWeights(weights, FEATURES, SOUNDS.ends, sounds.cells, at);
  }
  OTHERS[2] = at;
  at = findSums(triggers, b2.triggers, b1.triggers, word.kind);
  if (at < 0) {
    at = makePlace(triggers, b2.triggers, b1.triggers, word.kind);
    triggerFeatures(b2, b1, word, FEATURES);
    addWeights(weights, FEATURES, TRIGGERS.ends, triggers.cells, at);
  }
  OTHERS[3] = at;
  at = findSums(sports, number, sport, 0);
  if (at < 0) {
    at = makePlace(sports, number, sport, 0);
    sportFeatures(word, sport, FEATURES);
    addWeights(weights, FEATURES, SPORT.ends, sports.cells, at);
  }
  OTHERS[4] = at;
  companyFeatures(b2, b1, word, a1, FEATURES);
  for (let lane = 0; lane < LANES; lane++) COMPANY_SUMS[lane] = 0;
  if (mayHoldAny(weights, FEATURES, COMPANY_COUNT)) addWeights(weights, FEATURES, COMPANY.ends, COMPANY_SUMS, 0);
}

/** Row `k` is what the word gives to the word `k - REACH` places after it, which sees it at `REACH - k`. */
export function scoresAround(weights: WeightTable, own: readonly number[], near: readonly number[]): Int32Array {
  const sums = newSums(ROWS * LANES);
  const most = Math.max(own.length, near.length);
  if (most > MOST_WITHOUT_CUT) return cutScoresAround(weights, own, near, sums);
  const features = roomForAtoms(ROWS * most);
  let end = 0;
  for (let k = 0; k < ROWS; k++) {
    const atoms = k === REACH ? own : near;
    for (const atom of atoms) features[end++] = atOffset(atom, REACH - k);
    ENDS[k] = end;
  }
  addWeights(weights, features, ENDS, sums, 0);
  return sums;
}

/** The same of a word with more features than a sum is sure to hold. */
function cutScoresAround(
  weights: WeightTable,
  own: readonly number[],
  near: readonly number[],
  sums: Int32Array,
): Int32Array {
  const features = roomForAtoms(MOST_AT_ONCE);
  for (let k = 0; k < ROWS; k++) {
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
