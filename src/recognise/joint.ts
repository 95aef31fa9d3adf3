import { close, hashText, join, open, templateSeed } from "./hash.ts";

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

/**
 * Features over several words around position `i`, written into `into`. One line a template, without loops or
 * allocations: this is where a text's time goes.
 */
export function jointFeatures(
  words: readonly { readonly joinable: Joinable }[],
  i: number,
  { phrase, title, enclosed }: Surroundings,
  into: Uint32Array,
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
  into[0] = close(b1.a, o.bare);
  into[1] = close(o.b, a1.hash);
  into[2] = close(b1.c, a1.hash);
  into[3] = close(b2.d, b1.hash);
  into[4] = close(a1.e, a2.hash);
  into[5] = close(b1.f, o.names);
  into[6] = close(o.g, a1.names);
  into[7] = close(open(close(b1.h, kind)), a1.kind);
  into[8] = close(open(close(b2.i, b1.kind)), kind);
  into[9] = close(open(close(o.j, a1.kind)), a2.kind);
  into[10] = close(b1.k, kind);
  into[11] = close(open(close(b2.l, b1.triggers)), kind);
  into[12] = close(a1.m, kind);
  into[13] = close(b1.n, kind);
  into[14] = close(a1.o, kind);
  into[15] = close(b1.p, suffix);
  into[16] = close(b1.q, suffix);
  into[17] = close(o.r, a1.suffix);
  into[18] = close(open(close(S, titled)), kind);
  into[19] = close(T, list);
  into[20] = close(open(close(U, listBefore)), list);
  into[21] = close(open(close(V, list)), listAfter);
  into[22] = close(open(close(W, list)), b1.triggers);
  into[23] = close(open(close(X, enclosed[i] as number)), kind);
  into[24] = close(open(close(Y, list)), kind);
  into[25] = close(open(close(Z, i === 0 ? 1 : 0)), kind);
  into[26] = close(open(close(b1.G, sound)), a1.sound);
  into[27] = close(open(close(b1.H, kind)), sound);
  into[28] = close(b1.I, sound);
  into[29] = close(open(close(J, titled)), sound);
  into[30] = close(b1.K, sound);
  into[31] = close(open(close(o.L, b1.kind)), listBefore);
  into[32] = close(open(close(o.M, listBefore)), list);
  into[33] = close(b1.A, o.coarse);
  into[34] = close(o.B, a1.coarse);
  into[35] = close(open(close(b1.C, kind)), a1.coarse);
  into[36] = close(b1.D, kind);
  into[37] = close(a1.E, kind);
  into[38] = close(open(close(b2.F, b1.coarse)), kind);
}
