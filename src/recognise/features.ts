import { hashText, join } from "./hash.ts";
import {
  type Bare,
  bareOf,
  extendPhrase,
  fieldOf,
  type Lexicon,
  NAME_BITS,
  PHRASE,
  phraseOf,
  wordValue,
} from "./lexicon.ts";
import { spellingOf } from "./spelling.ts";
import { lookUp } from "./table.ts";
import { triggerBit, triggersOf } from "./triggers.ts";

/** A word with everything about it that does not depend on its neighbours. */
export interface Word {
  readonly key: string;
  readonly hash: number;
  readonly bare: Bare;
  /** Features of the word itself. */
  readonly own: readonly number[];
  /** What its neighbours see of it; mixed with the distance. */
  readonly near: readonly number[];
  readonly value: number;
  readonly triggers: number;
  readonly suffix: number;
  /** Clusters of the word, or of the word without clitics; -1 when it is in none. */
  readonly coarse: number;
  readonly fine: number;
  /** What the letters look like: 0 nothing but an ordinary word, 1 to 3 a name of that kind. */
  readonly sound: number;
  /** Coarse kind, for features over three words. */
  readonly kind: number;
  readonly isMark: boolean;
}

/** How far a word sees to each side. */
export const REACH = 2;
const OFFSET_SEEDS = Array.from({ length: 2 * REACH + 1 }, (_, index) => hashText(`offset ${index - REACH}`));

/** The feature «a word at distance `offset` has `atom`». */
export function atOffset(atom: number, offset: number): number {
  return offset === 0 ? atom : join(OFFSET_SEEDS[offset + REACH] as number, atom);
}

const seeds = new Map<string, number>();
function seed(name: string): number {
  let value = seeds.get(name);
  if (value === undefined) {
    value = hashText(`template ${name}`);
    seeds.set(name, value);
  }
  return value;
}

const TITLE = triggerBit("title");
const OFFICE = triggerBit("office");
const OFFICE_WORD = triggerBit("officeWord");
const NATION = triggerBit("nation");
const FUNCTION = triggerBit("function");

export function makeWord(key: string, lexicon: Lexicon): Word {
  const bare = bareOf(key, lexicon);
  const hash = hashText(key);
  const isMark = !/[\p{L}\p{N}]/u.test(key);
  const triggers = triggersOf(key) | triggersOf(bare.key);
  const value = bare.value;
  const whole = wordValue(lexicon, hash);
  const stem = bare.key;
  const own: number[] = [];
  const add = (name: string, text: string) => own.push(hashText(text, seed(name)));
  add("bias", "");
  add("word", key);
  add("bare", stem);
  const clitic = key.slice(0, key.length - stem.length);
  if (bare.length > 0 || clitic) add("clitic", clitic);
  const shape = shapeOf(key);
  add("shape", shape);
  if (!isMark) {
    const body = stem.startsWith("ال") && stem.length > 4 ? stem.slice(2) : stem;
    for (let length = 1; length <= 4 && length <= stem.length; length++) {
      add(`prefix${length}`, stem.slice(0, length));
      add(`suffix${length}`, stem.slice(-length));
    }
    const framed = `^${body}$`;
    for (const n of [2, 3, 4]) {
      for (let i = 0; i + n <= framed.length; i++) add(`gram${n}`, framed.slice(i, i + n));
    }
    add("length", String(Math.min(stem.length, 10)));
  }
  const names = value & NAME_BITS;
  const frequency = fieldOf(value, "frequency");
  own.push(
    join(seed("names"), names),
    join(seed("frequency"), frequency),
    join(join(seed("names frequency"), names), frequency),
  );
  own.push(join(join(seed("whole"), whole & NAME_BITS), names));
  for (const field of ["given", "family", "foreign", "rare", "place", "famous", "organization"] as const) {
    own.push(join(join(seed(`field ${field}`), fieldOf(value, field)), Math.min(6, frequency)));
  }
  const near: number[] = [];
  const show = (name: string, text: string) => near.push(hashText(text, seed(`near ${name}`)));
  show("word", key);
  show("bare", stem);
  show("shape", shape);
  if (!isMark) {
    show("suffix2", stem.slice(-2));
    show("suffix3", stem.slice(-3));
    show("prefix2", stem.slice(0, 2));
  }
  near.push(join(seed("near names"), names), join(seed("near frequency"), frequency));
  for (let bit = 0; bit < 20; bit++) {
    if (!(triggers & (1 << bit))) continue;
    own.push(join(seed("trigger"), bit));
    near.push(join(seed("near trigger"), bit));
  }
  const likeness = isMark ? [] : spellingOf(lexicon.spelling, stem, bare.hash);
  let sound = 0;
  for (const [index, score] of likeness.entries()) {
    const step = Math.round(Math.max(-4, Math.min(4, score)) * 1.5);
    own.push(join(join(seed("likeness"), index), step));
    if (score > 0.5 && score > (likeness[sound - 1] ?? 0)) sound = index + 1;
  }
  const most = Math.round(Math.max(-4, Math.min(4, Math.max(-4, ...likeness))) * 1.5);
  own.push(join(seed("sound"), sound), join(join(seed("sound frequency"), sound * 8 + frequency), most));
  near.push(join(seed("near sound"), sound));
  const wholeCluster = lookUp(lexicon.clusters, hash);
  const bareCluster = bare.length > 0 ? lookUp(lexicon.clusters, bare.hash) : wholeCluster;
  const cluster = wholeCluster >= 0 ? wholeCluster : bareCluster;
  const coarse = cluster < 0 ? -1 : cluster & 0xff;
  const fine = cluster < 0 ? -1 : cluster >> 8;
  own.push(join(seed("coarse"), coarse), join(seed("fine"), fine));
  near.push(join(seed("near coarse"), coarse), join(seed("near fine"), fine));
  if (bareCluster >= 0)
    own.push(join(seed("bare coarse"), bareCluster & 0xff), join(seed("bare fine"), bareCluster >> 8));
  return {
    key,
    hash,
    bare,
    coarse,
    fine,
    sound,
    own,
    near,
    value,
    triggers,
    suffix: hashText(stem.slice(-3), seed("suffix")),
    kind: isMark ? hashText(key) : kindOf(value, triggers, stem),
    isMark,
  };
}

function kindOf(value: number, triggers: number, stem: string): number {
  const person = Math.max(fieldOf(value, "given"), fieldOf(value, "family"), fieldOf(value, "foreign"));
  const place = fieldOf(value, "place");
  const common = fieldOf(value, "frequency");
  const definite = stem.startsWith("ال") ? 1 : 0;
  return (
    ((((Math.min(person, 2) * 4 + (place === 0 ? 0 : place <= 2 ? 2 : 1)) * 3 +
      (common === 0 ? 0 : common < 4 ? 1 : 2)) *
      2 +
      definite) *
      2 +
      (triggers & FUNCTION ? 1 : 0)) *
      2 +
    (triggers & (TITLE | OFFICE) ? 1 : 0)
  );
}

function shapeOf(key: string): string {
  if (/^\p{Nd}+$/u.test(key)) return key.length === 4 ? "year" : "number";
  if (/^\p{Script=Latin}/u.test(key)) return "latin";
  if (/\p{N}/u.test(key)) return "mixed";
  if (!/\p{L}/u.test(key)) return key;
  return key.startsWith("ال") ? "definite" : "word";
}

/** What a sentence's words say together: phrases of the lists, quotation marks and brackets open, titles before. */
export interface Surroundings {
  readonly phrase: Int32Array;
  readonly title: Int32Array;
  readonly enclosed: Int32Array;
}

const LONGEST_PHRASE = 6;

export function surroundingsOf(words: readonly Word[], lexicon: Lexicon): Surroundings {
  const phrase = new Int32Array(words.length);
  const title = new Int32Array(words.length);
  const enclosed = new Int32Array(words.length);
  for (let i = 0; i < words.length; ) {
    let best = 0;
    let length = 0;
    const first = words[i] as Word;
    for (const start of first.bare.length > 0 || first.bare.hash !== first.hash
      ? [first.hash, first.bare.hash]
      : [first.hash]) {
      let hash = extendPhrase(undefined, start);
      for (let k = 1; k <= LONGEST_PHRASE; k++) {
        const found = phraseOf(lexicon, hash);
        if (found & ~PHRASE.prefix && k > length) {
          best = found & ~PHRASE.prefix;
          length = k;
        }
        const next = words[i + k];
        if (!(found & PHRASE.prefix) || next === undefined) break;
        hash = extendPhrase(hash, next.hash);
      }
    }
    for (let k = 0; k < length; k++) phrase[i + k] = best * 4 + (length === 1 ? 1 : k === 0 ? 2 : 3);
    i += Math.max(1, length);
  }
  let since = 99;
  let quoted = 0;
  let bracketed = 0;
  for (const [i, word] of words.entries()) {
    title[i] = Math.min(since, 6);
    if (word.triggers & (TITLE | OFFICE)) since = 0;
    else if (since < 99) {
      since =
        word.isMark || (word.triggers & FUNCTION && !(word.triggers & OFFICE_WORD))
          ? 99
          : since + (word.triggers & (OFFICE_WORD | NATION) ? 0 : 1);
    }
    if (word.isMark) {
      if (word.key === '"') quoted = 1 - quoted;
      else if ("«“".includes(word.key)) quoted = 1;
      else if ("»”".includes(word.key)) quoted = 0;
      else if (word.key === "(") bracketed = 1;
      else if (word.key === ")") bracketed = 0;
    }
    enclosed[i] = quoted + 2 * bracketed;
  }
  return { phrase, title, enclosed };
}

const EDGE: Word = {
  key: "",
  hash: hashText("edge"),
  bare: { key: "", length: 0, hash: hashText("edge"), value: 0 },
  own: [],
  near: [],
  value: 0,
  triggers: 0,
  suffix: hashText("edge"),
  kind: -1,
  sound: -1,
  coarse: -2,
  fine: -2,
  isMark: true,
};
const T = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"].map((letter) => [letter, seed(`joint ${letter}`)]),
) as Record<string, number>;
/** Stands for the word before the first and after the last. */
export const EDGE_ATOM = hashText("edge of the sentence");

/** Features over several words around position `i`; appended to `into`. */
export function jointFeatures(words: readonly Word[], i: number, around: Surroundings, into: number[]): void {
  const b2 = words[i - 2] ?? EDGE;
  const b1 = words[i - 1] ?? EDGE;
  const o = words[i] ?? EDGE;
  const a1 = words[i + 1] ?? EDGE;
  const a2 = words[i + 2] ?? EDGE;
  const two = (name: string, a: number, b: number) => into.push(join(join(T[name] as number, a), b));
  const three = (name: string, a: number, b: number, c: number) =>
    into.push(join(join(join(T[name] as number, a), b), c));
  two("a", b1.hash, o.bare.hash);
  two("b", o.bare.hash, a1.hash);
  two("c", b1.hash, a1.hash);
  two("d", b2.hash, b1.hash);
  two("e", a1.hash, a2.hash);
  two("f", b1.value & NAME_BITS, o.value & NAME_BITS);
  two("g", o.value & NAME_BITS, a1.value & NAME_BITS);
  three("h", b1.kind, o.kind, a1.kind);
  three("i", b2.kind, b1.kind, o.kind);
  three("j", o.kind, a1.kind, a2.kind);
  two("k", b1.triggers, o.kind);
  three("l", b2.triggers, b1.triggers, o.kind);
  two("m", a1.triggers, o.kind);
  two("n", b1.hash, o.kind);
  two("o", a1.hash, o.kind);
  two("p", b1.hash, o.suffix);
  two("q", b1.suffix, o.suffix);
  two("r", o.suffix, a1.suffix);
  two("s", around.title[i] as number, o.kind);
  into.push(join(T.t as number, around.phrase[i] as number));
  two("u", around.phrase[i - 1] ?? -1, around.phrase[i] as number);
  two("v", around.phrase[i] as number, around.phrase[i + 1] ?? -1);
  two("w", around.phrase[i] as number, b1.triggers);
  two("x", around.enclosed[i] as number, o.kind);
  two("y", around.phrase[i] as number, o.kind);
  two("z", i === 0 ? 1 : 0, o.kind);
  three("G", b1.sound, o.sound, a1.sound);
  three("H", b1.kind, o.kind, o.sound);
  two("I", b1.triggers, o.sound);
  two("J", around.title[i] as number, o.sound);
  two("K", b1.hash, o.sound);
  three("L", o.bare.length, b1.kind, around.phrase[i - 1] ?? -1);
  three("M", o.bare.length, around.phrase[i - 1] ?? -1, around.phrase[i] as number);
  two("A", b1.coarse, o.coarse);
  two("B", o.coarse, a1.coarse);
  three("C", b1.coarse, o.kind, a1.coarse);
  two("D", b1.fine, o.kind);
  two("E", a1.fine, o.kind);
  three("F", b2.coarse, b1.coarse, o.kind);
}
