import { finishAll, hashText, join, mix, open, reopen, templateSeed } from "./hash.ts";

/** What the features over several words see of one word. */
export interface WordAtoms {
  readonly hash: number;
  readonly bare: number;
  /** Folded letters of its clitics. */
  readonly clitic: number;
  readonly names: number;
  /** Coarse kind, for features over three words. */
  readonly kind: number;
  readonly triggers: number;
  readonly suffix: number;
  readonly sound: number;
  /** Clusters of the word, or of the word without clitics; -1 when it is in none. */
  readonly coarse: number;
  readonly fine: number;
}

const OPENING = [..."abcdefghijklmnopqrABCDEFGHIKLM"] as const;
const seedOf = (letter: string) => templateSeed(`joint ${letter}`);

/** The templates that begin with an atom of a word, by letter. */
type Template =
  | "a"
  | "b"
  | "c"
  | "d"
  | "e"
  | "f"
  | "g"
  | "h"
  | "i"
  | "j"
  | "k"
  | "l"
  | "m"
  | "n"
  | "o"
  | "p"
  | "q"
  | "r"
  | "A"
  | "B"
  | "C"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "K"
  | "L"
  | "M";

const SEEDS = Object.fromEntries(OPENING.map((letter) => [letter, seedOf(letter)])) as Record<Template, number>;

/** A word's atoms, and the halves of the hashes that begin with them: a word is met often and hashed once. */
export type Joinable = WordAtoms & Readonly<Record<Template, number>>;

/** All numbers have 32 bits with sign, which Node keeps unboxed, and all stand in one object, close together. */
export function makeJoinable(atoms: WordAtoms): Joinable {
  const { hash, bare, clitic, names, kind, triggers, suffix, sound, coarse, fine } = atoms;
  return {
    hash: hash | 0,
    bare: bare | 0,
    clitic,
    names,
    kind: kind | 0,
    triggers,
    suffix: suffix | 0,
    sound,
    coarse,
    fine,
    a: open(join(SEEDS.a, hash)),
    b: open(join(SEEDS.b, bare)),
    c: open(join(SEEDS.c, hash)),
    d: open(join(SEEDS.d, hash)),
    e: open(join(SEEDS.e, hash)),
    f: open(join(SEEDS.f, names)),
    g: open(join(SEEDS.g, names)),
    h: open(join(SEEDS.h, kind)),
    i: open(join(SEEDS.i, kind)),
    j: open(join(SEEDS.j, kind)),
    k: open(join(SEEDS.k, triggers)),
    l: open(join(SEEDS.l, triggers)),
    m: open(join(SEEDS.m, triggers)),
    n: open(join(SEEDS.n, hash)),
    o: open(join(SEEDS.o, hash)),
    p: open(join(SEEDS.p, hash)),
    q: open(join(SEEDS.q, suffix)),
    r: open(join(SEEDS.r, suffix)),
    A: open(join(SEEDS.A, coarse)),
    B: open(join(SEEDS.B, coarse)),
    C: open(join(SEEDS.C, coarse)),
    D: open(join(SEEDS.D, fine)),
    E: open(join(SEEDS.E, fine)),
    F: open(join(SEEDS.F, coarse)),
    G: open(join(SEEDS.G, sound)),
    H: open(join(SEEDS.H, kind)),
    I: open(join(SEEDS.I, triggers)),
    K: open(join(SEEDS.K, hash)),
    L: open(join(SEEDS.L, clitic)),
    M: open(join(SEEDS.M, clitic)),
  };
}

/** Stands for the words before the first and after the last. */
const EDGE = makeJoinable({
  hash: hashText("edge"),
  bare: hashText("edge"),
  clitic: 0,
  names: 0,
  kind: -1,
  triggers: 0,
  suffix: hashText("edge"),
  sound: -1,
  coarse: -2,
  fine: -2,
});

/** What a sentence's words say together: phrases of the lists, quotation marks and brackets open, titles before. */
export interface Surroundings {
  readonly phrase: Int32Array;
  readonly title: Int32Array;
  readonly enclosed: Int32Array;
}

const [S, T, U, V, W, X, Y, Z, J] = [..."stuvwxyzJ"].map((letter) => open(seedOf(letter))) as [
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

/** How many features `jointFeatures` gives. */
export const JOINT_COUNT = 39;
/** Those of three things. */
const TRIPLES = Uint8Array.of(7, 8, 9, 11, 18, 20, 21, 22, 23, 24, 25, 26, 27, 29, 31, 32, 35, 38);

/**
 * Features over several words around position `i`, written into `into`. One line a template, without loops or
 * allocations: this is where a text's time goes.
 */
export function jointFeatures(
  words: readonly { readonly joinable: Joinable }[],
  i: number,
  { phrase, title, enclosed }: Surroundings,
  into: Int32Array,
): void {
  const last = words.length - 1;
  const b2 = i > 1 ? (words[i - 2] as { joinable: Joinable }).joinable : EDGE;
  const b1 = i > 0 ? (words[i - 1] as { joinable: Joinable }).joinable : EDGE;
  const o = (words[i] as { joinable: Joinable }).joinable;
  const a1 = i < last ? (words[i + 1] as { joinable: Joinable }).joinable : EDGE;
  const a2 = i < last - 1 ? (words[i + 2] as { joinable: Joinable }).joinable : EDGE;
  const { kind, sound, suffix } = o;
  const list = phrase[i] as number;
  const listBefore = i > 0 ? (phrase[i - 1] as number) : -1;
  const listAfter = i < last ? (phrase[i + 1] as number) : -1;
  const titled = title[i] as number;
  // Of three things the first two.
  into[7] = mix(b1.h, kind);
  into[8] = mix(b2.i, b1.kind);
  into[9] = mix(o.j, a1.kind);
  into[11] = mix(b2.l, b1.triggers);
  into[18] = mix(S, titled);
  into[20] = mix(U, listBefore);
  into[21] = mix(V, list);
  into[22] = mix(W, list);
  into[23] = mix(X, enclosed[i] as number);
  into[24] = mix(Y, list);
  into[25] = mix(Z, i === 0 ? 1 : 0);
  into[26] = mix(b1.G, sound);
  into[27] = mix(b1.H, kind);
  into[29] = mix(J, titled);
  into[31] = mix(o.L, b1.kind);
  into[32] = mix(o.M, listBefore);
  into[35] = mix(b1.C, kind);
  into[38] = mix(b2.F, b1.coarse);
  reopen(into, TRIPLES);
  into[0] = mix(b1.a, o.bare);
  into[1] = mix(o.b, a1.hash);
  into[2] = mix(b1.c, a1.hash);
  into[3] = mix(b2.d, b1.hash);
  into[4] = mix(a1.e, a2.hash);
  into[5] = mix(b1.f, o.names);
  into[6] = mix(o.g, a1.names);
  into[7] = mix(into[7] as number, a1.kind);
  into[8] = mix(into[8] as number, kind);
  into[9] = mix(into[9] as number, a2.kind);
  into[10] = mix(b1.k, kind);
  into[11] = mix(into[11] as number, kind);
  into[12] = mix(a1.m, kind);
  into[13] = mix(b1.n, kind);
  into[14] = mix(a1.o, kind);
  into[15] = mix(b1.p, suffix);
  into[16] = mix(b1.q, suffix);
  into[17] = mix(o.r, a1.suffix);
  into[18] = mix(into[18] as number, kind);
  into[19] = mix(T, list);
  into[20] = mix(into[20] as number, list);
  into[21] = mix(into[21] as number, listAfter);
  into[22] = mix(into[22] as number, b1.triggers);
  into[23] = mix(into[23] as number, kind);
  into[24] = mix(into[24] as number, kind);
  into[25] = mix(into[25] as number, kind);
  into[26] = mix(into[26] as number, a1.sound);
  into[27] = mix(into[27] as number, sound);
  into[28] = mix(b1.I, sound);
  into[29] = mix(into[29] as number, sound);
  into[30] = mix(b1.K, sound);
  into[31] = mix(into[31] as number, listBefore);
  into[32] = mix(into[32] as number, list);
  into[33] = mix(b1.A, o.coarse);
  into[34] = mix(o.B, a1.coarse);
  into[35] = mix(into[35] as number, a1.coarse);
  into[36] = mix(b1.D, kind);
  into[37] = mix(a1.E, kind);
  into[38] = mix(into[38] as number, kind);
  finishAll(into);
}
