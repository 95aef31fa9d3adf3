import { hashRange, hashText, join, templateSeed } from "./hash.ts";
import { type Joinable, makeJoinable } from "./joint.ts";
import { type Bare, bareOf, extendPhrase, fieldOf, type Lexicon, NAME_BITS, phraseOf, wordValue } from "./lexicon.ts";
import { spellingOf } from "./spelling.ts";
import { lookUp } from "./table.ts";
import { triggerBit, triggersOf } from "./triggers.ts";

/** A word with everything about it that does not depend on its neighbours. */
export interface Word {
  readonly key: string;
  readonly hash: number;
  readonly bare: Bare;
  readonly value: number;
  readonly triggers: number;
  readonly isMark: boolean;
  /** Hashes of the phrases of the lists that may begin with it, with and without its clitics. */
  readonly starts: readonly number[];
  readonly joinable: Joinable;
}

/** A word and its own features. */
export interface DescribedWord {
  readonly word: Word;
  /** Features of the word itself. */
  readonly own: readonly number[];
  /** What its neighbours see of it; mixed with the distance. */
  readonly near: readonly number[];
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
    value = templateSeed(name);
    seeds.set(name, value);
  }
  return value;
}

const PREFIX_SEEDS = [1, 2, 3, 4].map((length) => seed(`prefix${length}`));
const SUFFIX_SEEDS = [1, 2, 3, 4].map((length) => seed(`suffix${length}`));
const GRAMS = [2, 3, 4].map((n) => [n, seed(`gram${n}`)] as const);
const SUFFIX_SEED = seed("suffix");

/** Stands for the word before the first and after the last. */
export const EDGE_ATOM = hashText("edge of the sentence");

const TITLE = triggerBit("title");
const OFFICE = triggerBit("office");
const FUNCTION = triggerBit("function");

export function describeWord(key: string, lexicon: Lexicon): DescribedWord {
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
      own.push(hashRange(stem, 0, length, PREFIX_SEEDS[length - 1]));
      own.push(hashRange(stem, stem.length - length, stem.length, SUFFIX_SEEDS[length - 1]));
    }
    const framed = `^${body}$`;
    for (const [n, gram] of GRAMS) {
      for (let i = 0; i + n <= framed.length; i++) own.push(hashRange(framed, i, i + n, gram));
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
  const joinable = makeJoinable({
    hash,
    bare: bare.hash,
    clitic: bare.length,
    names,
    kind: isMark ? hashText(key) : kindOf(value, triggers, stem),
    triggers,
    suffix: hashText(stem.slice(-3), SUFFIX_SEED),
    sound,
    coarse,
    fine,
  });
  const starts = (bare.hash === hash ? [hash] : [hash, bare.hash])
    .map((start) => extendPhrase(undefined, start))
    .filter((start) => phraseOf(lexicon, start) !== 0);
  return { word: { key, hash, bare, value, triggers, isMark, starts, joinable }, own, near };
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
