import { hashText, join, open, templateSeed } from "./hash.ts";

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
/** Seeds of the templates of features over several words; those that begin with a word's atom here, the others in groups.ts. */
export const seedOf = (letter: string): number => templateSeed(`joint ${letter}`);

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
    // What every place of a word asks for stands first, in one or two lines of the cache; the rest is for new pairs.
    kind: kind | 0,
    sound,
    triggers,
    clitic,
    coarse,
    hash: hash | 0,
    c: open(join(SEEDS.c, hash)),
    C: open(join(SEEDS.C, coarse)),
    F: open(join(SEEDS.F, coarse)),
    bare: bare | 0,
    names,
    suffix: suffix | 0,
    fine,
    a: open(join(SEEDS.a, hash)),
    b: open(join(SEEDS.b, bare)),
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
    D: open(join(SEEDS.D, fine)),
    E: open(join(SEEDS.E, fine)),
    G: open(join(SEEDS.G, sound)),
    H: open(join(SEEDS.H, kind)),
    I: open(join(SEEDS.I, triggers)),
    K: open(join(SEEDS.K, hash)),
    L: open(join(SEEDS.L, clitic)),
    M: open(join(SEEDS.M, clitic)),
  };
}

/** Stands for the words before the first and after the last. */
export const EDGE = makeJoinable({
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

/**
 * What a sentence's words say together: phrases of the lists, quotation marks and brackets open, titles before, and how
 * much the whole sentence tells of sport, where a city's name is a club's.
 */
export interface Surroundings {
  readonly sport: number;
  readonly phrase: Int32Array;
  readonly title: Int32Array;
  readonly enclosed: Int32Array;
}
