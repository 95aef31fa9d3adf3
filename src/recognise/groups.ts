import { finish, mix, open } from "./hash.ts";
import { EDGE, type Joinable, type Surroundings, seedOf } from "./joint.ts";

const [S, T, U, V, W, X, Y, Z, J, N, O, P] = [..."stuvwxyzJNOP"].map((letter) => open(seedOf(letter))) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** A first half of a hash, open for one more thing, or for two. */
const two = (opened: number, b: number) => finish(mix(opened, b));
const three = (opened: number, b: number, c: number) => finish(mix(open(finish(mix(opened, b))), c));

/**
 * Features that depend on the same few things, so that what they add is worked out once for each of these. Those of a
 * row are for one word: row after row for words that follow one another, up to `ends[row]`. `places`: where each
 * stands among all, which is the order that a model is trained in.
 */
export interface Group {
  readonly ends: Uint8Array;
  readonly places: Uint8Array;
}

/** Of two neighbours: for the word before them, for each of them, for the word after. */
export const PAIR: Group = {
  ends: Uint8Array.of(1, 6, 13, 14),
  places: Uint8Array.of(4, 1, 14, 17, 34, 37, 0, 13, 15, 16, 30, 33, 36, 3),
};

// One line a template, without loops or allocations: this is where a text's time goes.

export function pairFeatures(x: Joinable, y: Joinable, into: Int32Array): void {
  into[0] = two(x.e, y.hash);
  into[1] = two(x.b, y.hash);
  into[2] = two(y.o, x.kind);
  into[3] = two(x.r, y.suffix);
  into[4] = two(x.B, y.coarse);
  into[5] = two(y.E, x.kind);
  into[6] = two(x.a, y.bare);
  into[7] = two(x.n, y.kind);
  into[8] = two(x.p, y.suffix);
  into[9] = two(x.q, y.suffix);
  into[10] = two(x.K, y.sound);
  into[11] = two(x.A, y.coarse);
  into[12] = two(x.D, y.kind);
  into[13] = two(x.d, y.hash);
}

/** Of what two neighbours are like, in fewer ways than there are words: for each of them. `profileOf` says what they depend on. */
export const LIKES: Group = {
  ends: Uint8Array.of(2, 6),
  places: Uint8Array.of(6, 12, 5, 10, 27, 28),
};

export function likeFeatures(x: Joinable, y: Joinable, into: Int32Array): void {
  into[0] = two(x.g, y.names);
  into[1] = two(y.m, x.kind);
  into[2] = two(x.f, y.names);
  into[3] = two(x.k, y.kind);
  into[4] = three(x.H, y.kind, y.sound);
  into[5] = two(x.I, y.sound);
}

/** All that `likeFeatures` asks of a word. */
export function profileOf({ names, kind, triggers, sound }: Joinable): string {
  return `${names} ${kind} ${triggers} ${sound}`;
}

/** Of what kind three neighbours are: for each of them. */
export const KINDS: Group = { ends: Uint8Array.of(1, 2, 3), places: Uint8Array.of(9, 7, 8) };

export function kindFeatures(x: Joinable, y: Joinable, z: Joinable, into: Int32Array): void {
  into[0] = three(x.j, y.kind, z.kind);
  into[1] = three(x.h, y.kind, z.kind);
  into[2] = three(x.i, y.kind, z.kind);
}

/** Of the phrases that a word and its neighbours are in: for the word. */
export const LISTS: Group = { ends: Uint8Array.of(6), places: Uint8Array.of(19, 20, 21, 22, 31, 32) };

export function listFeatures(
  before: Joinable,
  word: Joinable,
  [listBefore, list, listAfter]: readonly [number, number, number],
  into: Int32Array,
): void {
  into[0] = two(T, list);
  into[1] = three(U, listBefore, list);
  into[2] = three(V, list, listAfter);
  into[3] = three(W, list, before.triggers);
  into[4] = three(word.L, before.kind, listBefore);
  into[5] = three(word.M, listBefore, list);
}

/** Where in the sentence a word stands, and in what phrase: for the word. */
export interface Standing {
  readonly titled: number;
  readonly enclosed: number;
  readonly isFirst: boolean;
  readonly list: number;
}

export const STANDING: Group = { ends: Uint8Array.of(5), places: Uint8Array.of(18, 23, 24, 25, 29) };

export function standingFeatures(
  { kind, sound }: Joinable,
  { titled, enclosed, isFirst, list }: Standing,
  into: Int32Array,
): void {
  into[0] = three(S, titled, kind);
  into[1] = three(X, enclosed, kind);
  into[2] = three(Y, list, kind);
  into[3] = three(Z, isFirst ? 1 : 0, kind);
  into[4] = three(J, titled, sound);
}

/** What three neighbours are by their letters: for the one between. */
export const SOUNDS: Group = { ends: Uint8Array.of(1), places: Uint8Array.of(26) };

export function soundFeatures(before: Joinable, word: Joinable, after: Joinable, into: Int32Array): void {
  into[0] = three(before.G, word.sound, after.sound);
}

/** What the two words before announce: for the word. */
export const TRIGGERS: Group = { ends: Uint8Array.of(1), places: Uint8Array.of(11) };

export function triggerFeatures(b2: Joinable, b1: Joinable, word: Joinable, into: Int32Array): void {
  into[0] = three(b2.l, b1.triggers, word.kind);
}

/** Of more words than come together again: for the third of the four. */
export const COMPANY: Group = { ends: Uint8Array.of(3), places: Uint8Array.of(2, 35, 38) };

export function companyFeatures(b2: Joinable, b1: Joinable, o: Joinable, a1: Joinable, into: Int32Array): void {
  into[0] = two(b1.c, a1.hash);
  into[1] = three(b1.C, o.kind, a1.coarse);
  into[2] = three(b2.F, b1.coarse, o.kind);
}

/** What a word is in a sentence that tells so much of sport: for the word. */
export const SPORT: Group = { ends: Uint8Array.of(3), places: Uint8Array.of(39, 40, 41) };

export function sportFeatures({ kind, names, bare }: Joinable, sport: number, into: Int32Array): void {
  into[0] = three(N, sport, kind);
  into[1] = three(O, sport, names);
  into[2] = three(P, sport, bare);
}

/** How many features `jointFeatures` gives; the most of one group. */
export const JOINT_COUNT = 42;
export const LARGEST_GROUP = 14;
const OF_GROUP = new Int32Array(LARGEST_GROUP);

/** All features over several words around position `i`, written into `into` in the order that a model is trained in. */
export function jointFeatures(
  words: readonly { readonly joinable: Joinable }[],
  i: number,
  { sport, phrase, title, enclosed }: Surroundings,
  into: Int32Array,
): void {
  const at = (place: number) => words[place]?.joinable ?? EDGE;
  const [b2, b1, o, a1, a2] = [at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)];
  const take = ({ ends, places }: Group, row: number) => {
    for (let k = ends[row - 1] ?? 0; k < (ends[row] as number); k++) into[places[k] as number] = OF_GROUP[k] as number;
  };
  for (const [row, [x, y]] of [
    [a1, a2],
    [o, a1],
    [b1, o],
    [b2, b1],
  ].entries()) {
    pairFeatures(x as Joinable, y as Joinable, OF_GROUP);
    take(PAIR, row);
    likeFeatures(x as Joinable, y as Joinable, OF_GROUP);
    if (row === 1 || row === 2) take(LIKES, row - 1);
  }
  for (const [row, [x, y, z]] of [
    [o, a1, a2],
    [b1, o, a1],
    [b2, b1, o],
  ].entries()) {
    kindFeatures(x as Joinable, y as Joinable, z as Joinable, OF_GROUP);
    take(KINDS, row);
  }
  const list = phrase[i] as number;
  const listBefore = i > 0 ? (phrase[i - 1] as number) : -1;
  const listAfter = i < words.length - 1 ? (phrase[i + 1] as number) : -1;
  listFeatures(b1, o, [listBefore, list, listAfter], OF_GROUP);
  take(LISTS, 0);
  const standing = { titled: title[i] as number, enclosed: enclosed[i] as number, isFirst: i === 0, list };
  standingFeatures(o, standing, OF_GROUP);
  take(STANDING, 0);
  soundFeatures(b1, o, a1, OF_GROUP);
  take(SOUNDS, 0);
  triggerFeatures(b2, b1, o, OF_GROUP);
  take(TRIGGERS, 0);
  companyFeatures(b2, b1, o, a1, OF_GROUP);
  take(COMPANY, 0);
  sportFeatures(o, sport, OF_GROUP);
  take(SPORT, 0);
}
