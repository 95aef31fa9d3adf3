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

/** The templates by letter, and the atom of the word that stands first in each. */
const FIRST = {
  a: "hash",
  b: "bare",
  c: "hash",
  d: "hash",
  e: "hash",
  f: "names",
  g: "names",
  h: "kind",
  i: "kind",
  j: "kind",
  k: "triggers",
  l: "triggers",
  m: "triggers",
  n: "hash",
  o: "hash",
  p: "hash",
  q: "suffix",
  r: "suffix",
  A: "coarse",
  B: "coarse",
  C: "coarse",
  D: "fine",
  E: "fine",
  F: "coarse",
  G: "sound",
  H: "kind",
  I: "triggers",
  K: "hash",
  L: "clitic",
  M: "clitic",
} as const satisfies Readonly<Record<string, keyof WordAtoms>>;

type Template = keyof typeof FIRST;

/** A word's atoms, and the halves of hashes that begin with them: a word is met often and hashed once. */
export interface Joinable extends WordAtoms {
  readonly opened: Readonly<Record<Template, number>>;
}

const seedOf = (letter: string) => templateSeed(`joint ${letter}`);
const TEMPLATES = (Object.keys(FIRST) as Template[]).map((letter) => ({
  letter,
  atom: FIRST[letter],
  seed: seedOf(letter),
}));

/** Numbers of 32 bits with sign throughout: Node keeps these unboxed in objects. */
export function makeJoinable(atoms: WordAtoms): Joinable {
  const opened = {} as Record<Template, number>;
  for (const { letter, atom, seed } of TEMPLATES) opened[letter] = open(join(seed, atoms[atom]));
  return {
    hash: atoms.hash | 0,
    bare: atoms.bare | 0,
    clitic: atoms.clitic,
    names: atoms.names,
    kind: atoms.kind | 0,
    triggers: atoms.triggers,
    suffix: atoms.suffix | 0,
    sound: atoms.sound,
    coarse: atoms.coarse,
    fine: atoms.fine,
    opened,
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
  const before2 = b2.opened;
  const before = b1.opened;
  const own = o.opened;
  const after = a1.opened;
  const { kind, sound, suffix } = o;
  const list = phrase[i] as number;
  const listBefore = i > 0 ? (phrase[i - 1] as number) : -1;
  const listAfter = i < last ? (phrase[i + 1] as number) : -1;
  const titled = title[i] as number;
  into[0] = close(before.a, o.bare);
  into[1] = close(own.b, a1.hash);
  into[2] = close(before.c, a1.hash);
  into[3] = close(before2.d, b1.hash);
  into[4] = close(after.e, a2.hash);
  into[5] = close(before.f, o.names);
  into[6] = close(own.g, a1.names);
  into[7] = close(open(close(before.h, kind)), a1.kind);
  into[8] = close(open(close(before2.i, b1.kind)), kind);
  into[9] = close(open(close(own.j, a1.kind)), a2.kind);
  into[10] = close(before.k, kind);
  into[11] = close(open(close(before2.l, b1.triggers)), kind);
  into[12] = close(after.m, kind);
  into[13] = close(before.n, kind);
  into[14] = close(after.o, kind);
  into[15] = close(before.p, suffix);
  into[16] = close(before.q, suffix);
  into[17] = close(own.r, a1.suffix);
  into[18] = close(open(close(S, titled)), kind);
  into[19] = close(T, list);
  into[20] = close(open(close(U, listBefore)), list);
  into[21] = close(open(close(V, list)), listAfter);
  into[22] = close(open(close(W, list)), b1.triggers);
  into[23] = close(open(close(X, enclosed[i] as number)), kind);
  into[24] = close(open(close(Y, list)), kind);
  into[25] = close(open(close(Z, i === 0 ? 1 : 0)), kind);
  into[26] = close(open(close(before.G, sound)), a1.sound);
  into[27] = close(open(close(before.H, kind)), sound);
  into[28] = close(before.I, sound);
  into[29] = close(open(close(J, titled)), sound);
  into[30] = close(before.K, sound);
  into[31] = close(open(close(own.L, b1.kind)), listBefore);
  into[32] = close(open(close(own.M, listBefore)), list);
  into[33] = close(before.A, o.coarse);
  into[34] = close(own.B, a1.coarse);
  into[35] = close(open(close(before.C, kind)), a1.coarse);
  into[36] = close(before.D, kind);
  into[37] = close(after.E, kind);
  into[38] = close(open(close(before2.F, b1.coarse)), kind);
}
