import { LABEL_COUNT as L } from "./labels.ts";
import { makeRoom } from "./room.ts";
import type { ScoredSentence } from "./tagger.ts";

/** How much the other places of a word count. */
const TRUST = 0.6;
/** Keeps a class that was seen nowhere possible. */
const FLOOR = 0.05;
const CLASS_COUNT = (L + 1) / 2;
const classOf = (tag: number) => (tag + 1) >> 1;
/** What a share of the other places adds to the score, in hundredths. */
const BONUS = Float64Array.from({ length: 101 }, (_, share) => TRUST * Math.log(share / 100 + FLOOR));

const BONUSES = new Float64Array(CLASS_COUNT);

const integers = (length: number) => new Int32Array(length);
const [roomForPlaces, roomForCounts, roomForSlots] = [makeRoom(integers), makeRoom(integers), makeRoom(integers)];
/** For each class, and for all of them. */
const COUNTS = CLASS_COUNT + 1;
/** Stands for the word that is compared with none. */
const ALONE = -1;

/**
 * A word means the same in one document: adds to the scores of a word what it was taken for where else it stands in the
 * document. Changes `sentences[].scores`; says of which sentences the likeliest tags may have changed. Where a word was
 * taken elsewhere for nothing oftener than for what it was taken for here, its likeliest tags gain most of all.
 */
export function shareEvidence(sentences: readonly ScoredSentence[], tagged: readonly Uint8Array[]): boolean[] {
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0);
  /** Of the words one after another: where the counts of their kind begin. */
  const places = roomForPlaces(length);
  const counts = roomForCounts(length * COUNTS);
  /** Open addressing: a kind of word, and where its counts begin. No kind is 0. */
  let size = 64;
  while (size < 2 * length) size *= 2;
  const slots = roomForSlots(2 * size).fill(0, 0, 2 * size);
  let used = 0;
  let at = 0;
  for (const [index, { bares, words }] of sentences.entries()) {
    const tags = tagged[index] as Uint8Array;
    for (let t = 0; t < words.length; t++, at++) {
      const bare = bares[t] as number;
      places[at] = ALONE;
      if ((bare & 1) === 0) continue;
      let slot = (bare >>> 1) & (size - 1);
      while (slots[2 * slot] !== 0 && slots[2 * slot] !== bare) slot = (slot + 1) & (size - 1);
      if (slots[2 * slot] === 0) {
        slots[2 * slot] = bare;
        slots[2 * slot + 1] = used;
        counts.fill(0, used, used + COUNTS);
        used += COUNTS;
      }
      const place = slots[2 * slot + 1] as number;
      const own = place + classOf(tags[t] as number);
      counts[own] = (counts[own] as number) + 1;
      counts[place + CLASS_COUNT] = (counts[place + CLASS_COUNT] as number) + 1;
      places[at] = place;
    }
  }
  at = 0;
  return sentences.map(({ words, scores }, index) => {
    const tags = tagged[index] as Uint8Array;
    let mayChange = false;
    for (let t = 0; t < words.length; t++, at++) {
      const place = places[at] as number;
      if (place === ALONE) continue;
      const others = (counts[place + CLASS_COUNT] as number) - 1;
      if (others < 1) continue;
      const own = classOf(tags[t] as number);
      const most = (counts[place + own] as number) - 1;
      for (let of = 0; of < CLASS_COUNT; of++) {
        const count = of === own ? most : (counts[place + of] as number);
        if (count > most) mayChange = true;
        BONUSES[of] = BONUS[Math.round(100 * (count / others))] as number;
      }
      for (let y = 0; y < L; y++) scores[t * L + y] = (scores[t * L + y] as number) + (BONUSES[classOf(y)] as number);
    }
    return mayChange;
  });
}
